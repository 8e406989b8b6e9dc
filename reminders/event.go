package reminders

import "time"

// Event is something that happened, told to State.Step.
type Event interface{ event() }

type (
	// Tick is the passing of time alone: a planned wake.
	Tick struct{}

	// Start says that the agent started with this configuration, fresh or
	// from a saved state. Alive, if it is known, is until when it last ran:
	// later than the state if it was killed in between. What is due then is
	// shown at the next step, be it at the same instant.
	Start struct {
		Config Config
		Alive  time.Time
	}

	// Configure replaces the configuration: settings, appointments or visits
	// changed.
	Configure struct{ Config Config }

	// Active says that there was input just now.
	Active struct{}

	// Idle says that there has been no input since Since.
	Idle struct{ Since time.Time }

	// Unknown says that nothing can tell whether there is input.
	Unknown struct{}

	// Lock says that the session was locked.
	Lock struct{}

	// Unlock says that the session was unlocked, by somebody who is back.
	Unlock struct{}

	// Suspend says that the machine is about to sleep.
	Suspend struct{}

	// Resume says that the machine woke up, and that somebody is back.
	Resume struct{}

	// Busy says what makes the person busy now: Do Not Disturb, a fullscreen
	// window, a camera. None means that they are not.
	Busy struct{ Sources []string }

	// Answer is the person's answer to a prompt: Done, Skipped, or Snoozed
	// with For set.
	Answer struct {
		ID      ID
		Outcome Outcome
		For     time.Duration
	}

	// Begin says that the person began what an open interval prompt asks for,
	// such as a stretch, and takes until an instant at most. Until then it
	// stays open, though nobody touches a key: an absence does not withdraw
	// it, and it expires no sooner. Told again, it moves the instant.
	Begin struct {
		ID    ID
		Until time.Time
	}

	// Did says that the person did what an interval reminder asks for without
	// having been asked: its clock starts again, and what was snoozed does not come back.
	// With a prompt open it is the answer Done.
	Did struct{ ID ID }

	// Pause stops the reminders until an instant; the zero time means until
	// ResumeReminders.
	Pause struct{ Until time.Time }

	// ResumeReminders ends a pause.
	ResumeReminders struct{}

	// ClockSet says that the wall clock was set: By is how far it jumped. The
	// step's now is already on the new clock.
	ClockSet struct{ By time.Duration }
)

func (Tick) event()            {}
func (Start) event()           {}
func (Configure) event()       {}
func (Active) event()          {}
func (Idle) event()            {}
func (Unknown) event()         {}
func (Lock) event()            {}
func (Unlock) event()          {}
func (Suspend) event()         {}
func (Resume) event()          {}
func (Busy) event()            {}
func (Answer) event()          {}
func (Begin) event()           {}
func (Did) event()             {}
func (Pause) event()           {}
func (ResumeReminders) event() {}
func (ClockSet) event()        {}
