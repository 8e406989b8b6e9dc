package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/speech"
)

// examineCues looks at how a routine is followed without looking: whether
// chimes and the voice can be heard.
func examineCues(ctx context.Context) []finding {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	c := speech.Look(ctx)
	return []finding{soundFinding(c.Sound), voiceFinding(c.Voice)}
}

func soundFinding(s speech.SoundCheck) finding {
	f := finding{Check: "sound", State: good}
	server := strings.TrimSpace(s.Server + " " + s.Version)
	turnUp := catalog.L("turn the sound on in the desktop's settings")
	connect := catalog.L("connect loudspeakers or headphones and choose them in the sound settings")
	switch {
	case errors.Is(s.Err, speech.ErrNoDevice):
		f.State, f.Detail, f.Hint = missing, catalog.L("{{.Server}} has no device to play chimes on", catalog.D{"Server": server}), connect
	case errors.Is(s.Err, speech.ErrPulseServer):
		f.State, f.Detail = missing, catalog.L("no sound server answers where PULSE_SERVER says")
		f.Hint = catalog.L("correct or remove the environment variable PULSE_SERVER")
	case errors.Is(s.Err, speech.ErrNoSound):
		f.State, f.Detail = missing, catalog.L("nothing here can play chimes")
		if s.Hint != "" {
			f.Hint = catalog.L("install and start PipeWire (pipewire-pulse) or PulseAudio")
		}
	case s.Err != nil:
		f.State, f.Detail, f.Hint = missing, catalog.L("nothing here can play chimes: {{.Problem}}", catalog.D{"Problem": s.Err}), s.Hint
	case s.Dummy:
		f.State, f.Detail, f.Hint = warn, catalog.L("{{.Server}} has no real device to play chimes on", catalog.D{"Server": server}), connect
	case s.Muted:
		f.State, f.Detail, f.Hint = warn, catalog.L("{{.Server}} on {{.Device}}, which is muted", catalog.D{"Server": server, "Device": s.Device}), turnUp
	case s.Device != "":
		f.Detail = catalog.L("{{.Server}} on {{.Device}}", catalog.D{"Server": server, "Device": s.Device})
	default:
		f.Detail = server
	}
	return f
}

func voiceFinding(v speech.VoiceCheck) finding {
	f := finding{Check: "voice", State: good}
	switch {
	case errors.Is(v.Err, speech.ErrNoSynthesizer):
		f.State, f.Detail = missing, catalog.L("speech-dispatcher is there and has no synthesizer")
		f.Hint = catalog.L("install speech-dispatcher-espeak-ng")
	case errors.Is(v.Err, speech.ErrNoVoice):
		f.State, f.Detail = missing, catalog.L("nothing here can speak")
		if v.Hint != "" {
			f.Hint = catalog.L("install speech-dispatcher with speech-dispatcher-espeak-ng, or espeak-ng")
		}
	case v.Err != nil:
		f.State, f.Detail, f.Hint = missing, catalog.L("nothing here can speak: {{.Problem}}", catalog.D{"Problem": v.Err}), v.Hint
	case v.OnDemand:
		f.Detail = catalog.L("{{.Engine}}, which starts when it is needed", catalog.D{"Engine": v.Engine})
	case v.With != "":
		f.Detail = catalog.L("{{.Engine}} with {{.Synthesizer}}", catalog.D{"Engine": v.Engine, "Synthesizer": v.With})
	default:
		f.Detail = v.Engine
	}
	return f
}
