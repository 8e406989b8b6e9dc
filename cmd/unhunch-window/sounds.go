package main

import (
	"context"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/reminders/speech"
)

// sounds are the chimes and the voice, as the settings have them.
type sounds struct{ *speech.Speaker }

func newSounds(s settings.Settings) *sounds { return &sounds{speech.Open(heard(s))} }

// heard are the choices of the settings.
func heard(s settings.Settings) speech.Options {
	return speech.Options{Chimes: s.Player.Chimes, Voice: s.Player.Voice, Volume: s.Player.Volume, Language: catalog.Language()}
}

// changed takes other settings into use.
func (s *sounds) changed(now settings.Settings) { s.Set(heard(now)) }

// Chime plays a sound by its name.
func (s *sounds) Chime(name string) { s.Speaker.Chime(speech.Chime(name)) }

// Preview plays the chimes and a sentence, whatever is switched on.
func (s *sounds) Preview(sentence string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	return s.Speaker.Preview(ctx, sentence)
}
