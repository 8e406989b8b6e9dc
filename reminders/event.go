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
func (Pause) event()           {}
func (ResumeReminders) event() {}
func (ClockSet) event()        {}
