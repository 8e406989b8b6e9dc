package relief

import "github.com/unhunch/unhunch/reminders/diary"

// Event is something that happened, told to State.Step.
type Event interface{ event() }

type (
	// Tick is the passing of time alone: a planned wake, a restart, a machine
	// that woke up, a clock that was set.
	Tick struct{}

	// Begin puts a pack on, unless State.Check has something against it. ID is
	// one no session had before.
	Begin struct {
		ID   string
		Want Want
	}

	// Pause says that the pack is off the skin for a moment.
	Pause struct{ ID string }

	// Resume says that it is on the skin again.
	Resume struct{ ID string }

	// Stop says that it is off for good, and how the skin is, if that was told.
	Stop struct {
		ID   string
		Skin diary.Skin
	}

	// Checked answers a look at the skin, during a session, at its end, or
	// later. Not fine stops a session that runs, and nothing is put on that
	// place for the rest of the day.
	// An answer to a look during the session does not answer its end; an empty
	// Ask is whatever is asked now.
	Checked struct {
		ID   string
		Ask  Ask
		Fine bool
	}

	// Later says that what is asked was sent away without an answer. It comes
	// back, and nothing takes longer for it.
	Later struct{ ID string }
)

func (Tick) event()    {}
func (Begin) event()   {}
func (Pause) event()   {}
func (Resume) event()  {}
func (Stop) event()    {}
func (Checked) event() {}
func (Later) event()   {}

// Verb is what an Effect asks for.
type Verb string

// The verbs.
const (
	Show  Verb = "show"  // show what Session.Ask asks, in the place of what it asked before
	Close Verb = "close" // take what Ask asked off the screen
	Log   Verb = "log"   // keep the record
	Told  Verb = "told"  // the skin of a record that was kept: Record has its ID and Skin
)

// Effect is something for the agent to do.
type Effect struct {
	Verb    Verb
	Ask     Ask          // Show and Close
	Session Session      // Show and Close
	Record  diary.Relief // Log and Told
}
