package player

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders/session"
)

// Key does what a key means here, and tells whether it means anything. Escape
// leaves the full screen first, and then ends the session.
func (p *Player) Key(k fyne.KeyName) bool {
	if p.gone || p.Over() {
		return false
	}
	switch k {
	case fyne.KeySpace:
		p.pauseOrGo()
	case fyne.KeyLeft, fyne.KeyRight:
		return p.step(k)
	case fyne.KeyE:
		p.do(session.Easier{})
	case fyne.KeyH:
		p.do(session.Harder{})
	case fyne.KeyUp, fyne.KeyPlus, fyne.KeyEqual:
		return p.faster(1)
	case fyne.KeyDown, fyne.KeyMinus:
		return p.faster(-1)
	case fyne.KeyS:
		return p.switchChimes()
	case fyne.KeyV:
		p.switchVoice()
	case fyne.KeyF:
		p.setFull(!p.full)
	case fyne.KeyEscape:
		if p.full {
			p.setFull(false)
			break
		}
		p.do(session.End{})
	default:
		return false
	}
	return true
}

// pauseOrGo does what the big button does.
func (p *Player) pauseOrGo() {
	switch p.state.Status {
	case session.Waiting:
		p.do(session.Start{})
	case session.Running:
		p.do(session.Pause{})
	default:
		p.do(session.Resume{})
	}
}

// step goes back or on. There is nowhere to go in breathing.
func (p *Player) step(k fyne.KeyName) bool {
	switch {
	case p.perMinute() > 0:
		return false
	case k == fyne.KeyLeft:
		p.do(session.Back{})
	default:
		p.do(session.Skip{})
	}
	return true
}

// faster makes breathing so many breaths a minute quicker.
func (p *Player) faster(by int) bool {
	n := p.perMinute()
	if n > 0 {
		p.breathe(n + by)
	}
	return n > 0
}
