package player

import (
	"slices"
	"strings"

	"github.com/unhunch/unhunch/reminders/coach"
	"github.com/unhunch/unhunch/reminders/session"
)

// loudness orders the chimes of one moment: the first is played.
var loudness = []string{"end", "start", "change", "rest", "half-way", "breathe-in", "breathe-out", "tick"}

// cue lets cues of one moment be heard: one sound, and one text, so that
// nothing piles up behind the figure.
func (p *Player) cue(cues []session.Cue) {
	if p.o.Sounds == nil || len(cues) == 0 {
		return
	}
	for _, chime := range loudness {
		if slices.ContainsFunc(cues, func(c session.Cue) bool { return coach.Ring(c, p.state.Plan.Items[c.Item]) == chime }) {
			p.o.Sounds.Chime(chime)
			break
		}
	}
	if p.o.Voice == nil || !p.o.Voice() {
		return
	}
	var now, more []string
	urgent := false
	for _, c := range cues {
		text, important := coach.Say(c)
		switch {
		case text == "":
		case important:
			now, urgent = append(now, text), true
		case c.Kind == session.CueStep:
			now = append(now, text)
		default:
			more = append(more, text)
		}
	}
	switch {
	case urgent:
		p.o.Sounds.SayNow(strings.Join(now, " "))
	case len(now) > 0:
		p.o.Sounds.Say(strings.Join(now, " "))
	case len(more) > 0:
		p.o.Sounds.Say(strings.Join(more, " "))
	}
}

func (p *Player) hush() {
	if p.o.Sounds != nil {
		p.o.Sounds.Hush()
	}
}

// switchVoice turns the spoken cues on or off.
func (p *Player) switchVoice() {
	if p.o.Voice == nil || p.o.SetVoice == nil {
		return
	}
	on := !p.o.Voice()
	p.o.SetVoice(on)
	if !on {
		p.hush()
	}
	p.show()
}

// switchChimes turns the sounds on or off, where that is a choice.
func (p *Player) switchChimes() bool {
	if p.o.Chimes == nil || p.o.SetChimes == nil || p.o.Sounds == nil {
		return false
	}
	p.o.SetChimes(!p.o.Chimes())
	p.show()
	return true
}
