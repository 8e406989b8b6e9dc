package player

import (
	"time"

	"github.com/unhunch/unhunch/reminders/coach"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/ui/widgets"
)

// newOrb is what is seen in the place of a figure while muscles are tensed and
// let go: a shape that gets small and firm, and large and soft.
func newOrb(p *Player) *widgets.Pacer {
	o := widgets.NewPacer()
	o.Now = p.o.Now
	o.Follow(func(now time.Time) (widgets.Swell, time.Duration) {
		v := p.state.At(now)
		if v.Exercise == nil {
			return widgets.Swell{}, 0
		}
		if p.calm() { // nothing moves, and the shade tells
			s := widgets.Swell{Size: 0.6}
			if v.Phase.Kind == session.Tense {
				s.Firm = 1
			}
			return s, 0
		}
		s := widgets.Swell{Size: 0.9 - 0.55*v.Tension, Firm: v.Tension}
		if v.Status != session.Running || p.gone || v.Tension == 0 || v.Tension == 1 && v.Elapsed > time.Second {
			return s, 0
		}
		return s, time.Second / 31
	})
	return o
}

// say writes what is done into the shape.
func say(o *widgets.Pacer, v session.View) { o.Say(sentence(coach.Doing(v.Phase.Kind)), "") }
