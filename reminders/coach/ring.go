package coach

import (
	"time"

	"github.com/unhunch/unhunch/reminders/session"
)

// longHold is from when on a hold is one that somebody waits in, with their
// eyes elsewhere: then its end is rung, and the next one. Shorter ones are a
// movement in its own rhythm. The length is ours.
const longHold = 5 * time.Second

// Ring is the chime of a cue, by its name in package speech; empty where
// nothing rings. The item is the one the cue is about.
func Ring(c session.Cue, i session.Item) string {
	switch c.Kind {
	case session.CueReady:
		return "start"
	case session.CueStart, session.CueSide:
		return "change"
	case session.CueHalf:
		return "half-way"
	case session.CueCount:
		return "tick"
	case session.CueRest:
		if i.Way == session.Moved {
			return "rest"
		}
	case session.CueTense:
		return "change"
	case session.CueLetGo:
		return "rest"
	case session.CueIn:
		if i.Way == session.Breathed {
			return "breathe-in"
		}
	case session.CueOut:
		if i.Way == session.Breathed {
			return "breathe-out"
		}
	case session.CueBack:
		if i.Hold >= longHold {
			return "rest"
		}
	case session.CueRepeat:
		if i.Hold >= longHold {
			return "change"
		}
	case session.CueEnd:
		return "end"
	}
	return ""
}
