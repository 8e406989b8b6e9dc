package main

import (
	"context"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/reminders/speech"
)

// sounds are what can be heard of a stretch. Nothing of it waits but Finish.
type sounds interface {
	Chime(name string) // by its name in package speech
	Say(text string, important bool)
	Hush()                            // ends what is being said
	Finish(ctx context.Context) error // waits until all is heard
	Close() error
}

// aloud gives the cues through the system's sound.
type aloud struct{ *speech.Speaker }

func (s aloud) Chime(name string) { s.Speaker.Chime(speech.Chime(name)) }

func (s aloud) Say(text string, important bool) {
	if important {
		s.SayNow(text)
		return
	}
	s.Speaker.Say(text)
}

// openSounds is what the person chose to hear, this time and in the settings.
func openSounds(p settings.Player, o stretchOptions) sounds {
	chosen := speech.Options{Chimes: p.Chimes, Voice: p.Voice || o.voice, Volume: p.Volume, Language: catalog.Language()}
	if o.quiet {
		chosen.Chimes, chosen.Voice = false, false
	}
	return aloud{speech.Open(chosen)}
}
