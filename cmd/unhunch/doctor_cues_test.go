package main

import (
	"errors"
	"fmt"
	"testing"

	"github.com/unhunch/unhunch/reminders/speech"
)

func TestDoctorOnCues(t *testing.T) {
	other := errors.New("it burns")
	for _, c := range []struct {
		got                 finding
		state, detail, hint string
	}{
		{soundFinding(speech.SoundCheck{Server: "PipeWire", Version: "1.0.5", Device: "Speakers"}), good, "PipeWire 1.0.5 on Speakers", ""},
		{soundFinding(speech.SoundCheck{Server: "afplay"}), good, "afplay", ""},
		{soundFinding(speech.SoundCheck{Server: "PulseAudio", Version: "16.1", Device: "Speakers", Muted: true}), warn, "PulseAudio 16.1 on Speakers, which is muted", "turn the sound on in the desktop's settings"},
		{soundFinding(speech.SoundCheck{Server: "PulseAudio", Version: "16.1", Device: "Dummy", Dummy: true}), warn, "PulseAudio 16.1 has no real device to play chimes on", "connect loudspeakers or headphones and choose them in the sound settings"},
		{soundFinding(speech.SoundCheck{Server: "PulseAudio", Err: speech.ErrNoDevice}), missing, "PulseAudio has no device to play chimes on", "connect loudspeakers or headphones and choose them in the sound settings"},
		{soundFinding(speech.SoundCheck{Err: fmt.Errorf("%w: here", speech.ErrNoSound), Hint: "any"}), missing, "nothing here can play chimes", "install and start PipeWire (pipewire-pulse) or PulseAudio"},
		{soundFinding(speech.SoundCheck{Err: fmt.Errorf("%w: %w", speech.ErrNoSound, speech.ErrPulseServer)}), missing, "no sound server answers where PULSE_SERVER says", "correct or remove the environment variable PULSE_SERVER"},
		{soundFinding(speech.SoundCheck{Err: other, Hint: "put it out"}), missing, "nothing here can play chimes: it burns", "put it out"},

		{voiceFinding(speech.VoiceCheck{Engine: "speech-dispatcher", With: "espeak-ng, festival"}), good, "speech-dispatcher with espeak-ng, festival", ""},
		{voiceFinding(speech.VoiceCheck{Engine: "speech-dispatcher", OnDemand: true}), good, "speech-dispatcher, which starts when it is needed", ""},
		{voiceFinding(speech.VoiceCheck{Engine: "espeak-ng"}), good, "espeak-ng", ""},
		{voiceFinding(speech.VoiceCheck{Err: speech.ErrNoSynthesizer}), missing, "speech-dispatcher is there and has no synthesizer", "install speech-dispatcher-espeak-ng"},
		{voiceFinding(speech.VoiceCheck{Err: speech.ErrNoVoice, Hint: "any"}), missing, "nothing here can speak", "install speech-dispatcher with speech-dispatcher-espeak-ng, or espeak-ng"},
		{voiceFinding(speech.VoiceCheck{Err: other}), missing, "nothing here can speak: it burns", ""},
	} {
		if c.got.State != c.state || c.got.Detail != c.detail || c.got.Hint != c.hint {
			t.Errorf("%+v, want %s, %q, %q", c.got, c.state, c.detail, c.hint)
		}
	}
}
