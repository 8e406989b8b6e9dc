package main

import (
	"sync"

	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/reminders/speech"
)

// packChime lets heat and cold be heard: somebody lies on the pack and looks
// elsewhere, or sleeps. What makes the sound is opened when it is first needed.
type packChime struct {
	mu      sync.Mutex
	speaker *speech.Speaker
}

// ring chimes for what is asked, as loud as chimes are to be; not at all if they
// are off.
func (p *packChime) ring(ask relief.Ask) {
	chosen, _, err := settings.Load(settings.Path())
	if err != nil {
		chosen = settings.Default()
	}
	o := speech.Options{Chimes: chosen.Player.Chimes, Volume: chosen.Player.Volume}
	if !o.Chimes {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.speaker == nil {
		p.speaker = speech.Open(o)
	} else {
		p.speaker.Set(o)
	}
	if ask == relief.AskEnd {
		p.speaker.Chime(speech.End)
		return
	}
	p.speaker.Chime(speech.Change)
}

func (p *packChime) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.speaker != nil {
		_ = p.speaker.Close()
	}
}
