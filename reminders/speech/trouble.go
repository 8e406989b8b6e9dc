package speech

import "errors"

// Why nothing can be heard.
var (
	ErrNoSound       = errors.New("no sound server was found")
	ErrPulseServer   = errors.New("none answers where PULSE_SERVER says")
	ErrNoDevice      = errors.New("the sound server has no device to play on")
	ErrNoVoice       = errors.New("no voice was found")
	ErrNoSynthesizer = errors.New("speech-dispatcher has no synthesizer")
	ErrSilent        = errors.New("the volume is 0")
)

// Trouble is an error with what to do about it.
type Trouble struct {
	Err  error
	Hint string // what to do, in one sentence; empty: nothing is known
}

func (t *Trouble) Error() string {
	if t.Hint == "" {
		return t.Err.Error()
	}
	return t.Err.Error() + "; hint: " + t.Hint
}

func (t *Trouble) Unwrap() error { return t.Err }

// hintOf is the hint of an error, if it has one.
func hintOf(err error) string {
	var t *Trouble
	if errors.As(err, &t) {
		return t.Hint
	}
	return ""
}
