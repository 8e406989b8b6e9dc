package speech

import (
	"context"
	"os"
)

// Check is what can be heard on this computer, for `unhunch doctor`.
type Check struct {
	Sound SoundCheck
	Voice VoiceCheck
}

// SoundCheck is how chimes are played.
type SoundCheck struct {
	Server  string // PipeWire, PulseAudio, or the system's own way; empty: none
	Version string // of the server; empty: unknown
	Device  string // what it plays on, as it calls it; empty: unknown
	Muted   bool   // the device is muted or its volume is 0
	Dummy   bool   // there is no real device
	Err     error  // why nothing can be played: ErrNoSound, ErrNoDevice, or what the server said
	Hint    string // what to do about it, in English; empty: nothing
}

// VoiceCheck is how sentences are spoken.
type VoiceCheck struct {
	Engine   string // speech-dispatcher, espeak-ng, say, Windows; empty: none
	With     string // the synthesizers behind it; empty: unknown
	OnDemand bool   // it starts when something is to be said
	Err      error  // why nothing can be said: ErrNoVoice, ErrNoSynthesizer, or what the service said
	Hint     string // what to do about it, in English; empty: nothing
}

// Look finds out what can be heard here. It plays nothing, says nothing and
// starts nothing, and is done when ctx is.
func Look(ctx context.Context) Check {
	return Check{lookSound(ctx, os.Getenv), lookVoice(ctx, os.Getenv)}
}
