package presence

import (
	"time"

	"github.com/unhunch/unhunch/reminders"
)

const (
	soonest    = time.Second     // the shortest pause between two looks
	returnLook = 5 * time.Second // between two looks for the return, where no alarm can be set
)

// idle decides from "no input for so long" when somebody went away and came
// back, and when to look again.
type idle struct {
	awayAfter time.Duration
	state     inputState
	floor     time.Time // somebody was there at this instant, whatever the input says: they woke or unlocked the machine
}

type inputState int

const (
	notTold inputState = iota
	active
	away
	unknown
)

// plan says when to look at the input again: after wait at the latest, or,
// where the system can set an alarm on the idle time, when it passes alarm
// (upwards if rising, else downwards) and then not before. An alarm of zero
// means that only the wait will do.
type plan struct {
	wait   time.Duration
	alarm  time.Duration
	rising bool
}

// look takes a look at the input: there was none for quiet until now. It
// returns what to tell, if anything, and when to look again.
func (i *idle) look(now time.Time, quiet time.Duration) (reminders.Event, plan) {
	since := now.Add(-quiet)
	p := plan{alarm: i.awayAfter, rising: true}
	if since.Before(i.floor) && !i.floor.After(now) {
		since = i.floor
		p.alarm = 0 // the system's idle time doesn't know of the floor
	}
	gone := now.Sub(since)
	if gone >= i.awayAfter {
		// Often enough that a return shorter than awayAfter is not missed.
		p = plan{wait: min(returnLook, i.awayAfter/2), alarm: max(quiet/2, time.Millisecond)}
		if i.state == away {
			return nil, p
		}
		i.state = away
		return reminders.Idle{Since: since}, p
	}
	p.wait = max(i.awayAfter-gone, soonest)
	if i.state == active {
		return nil, p
	}
	i.state = active
	return reminders.Active{}, p
}

// blind says that the input cannot be seen any more.
func (i *idle) blind() reminders.Event {
	if i.state == unknown {
		return nil
	}
	i.state = unknown
	return reminders.Unknown{}
}

// back says that somebody is there now though there may have been no input:
// they woke or unlocked the machine. Whoever hears of that knows it already.
func (i *idle) back(now time.Time) {
	i.floor = now
	if i.state == away {
		i.state = active
	}
}

// sees tells whether the input can be seen.
func (i *idle) sees() bool { return i.state == active || i.state == away }
