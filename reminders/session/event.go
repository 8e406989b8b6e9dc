package session

import "time"

// Event is something that happened, told to State.Step.
type Event interface{ event() }

type (
	// Tick is the passing of time alone.
	Tick struct{}

	// Start begins a session that is Waiting, with its countdown.
	Start struct{}

	// Pause is the person's pause, of any length up to KeepFor.
	Pause struct{}

	// Resume goes on after a pause or an interruption.
	Resume struct{}

	// Back goes to the beginning of the side the person is on, or, within its
	// first seconds and in a rest, of the one before.
	Back struct{}

	// Skip goes to the next exercise, to the rest before it if there is one. In
	// a rest or the countdown it begins at once. After the last one the
	// session ends.
	Skip struct{}

	// Easier makes the exercise easier from here on: half the hold, or fewer
	// repetitions.
	Easier struct{}

	// Harder makes the exercise harder from here on, within the limits that
	// the library names: a longer hold, or more repetitions.
	Harder struct{}

	// Breathe makes each breath take so long from the next one on. As many are
	// breathed as come nearest to the time that was left.
	Breathe struct{ Breath time.Duration }

	// End is the person's early end.
	End struct{}

	// Interrupt says that nobody can see the session from now on.
	Interrupt struct{ By Cause }

	// Return says that a cause of an interruption is over. The session goes on
	// when all are; the empty cause ends all.
	Return struct{ From Cause }
)

// Cause is what interrupts a session.
type Cause string

// The causes.
const (
	Locked Cause = "lock"    // the session of the desktop
	Asleep Cause = "suspend" // the machine
	Closed Cause = "closed"  // the player's window
)

func (Tick) event()      {}
func (Start) event()     {}
func (Pause) event()     {}
func (Resume) event()    {}
func (Back) event()      {}
func (Skip) event()      {}
func (Easier) event()    {}
func (Harder) event()    {}
func (Breathe) event()   {}
func (End) event()       {}
func (Interrupt) event() {}
func (Return) event()    {}

// personal tells whether only a person in front of the session can cause the
// event: then they are back, whatever the sensors say.
func personal(ev Event) bool {
	switch ev.(type) {
	case Start, Pause, Resume, Back, Skip, Easier, Harder, Breathe, End:
		return true
	}
	return false
}
