package relief

import (
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
)

// Phase is what a session is in.
type Phase string

// The phases.
const (
	Running Phase = "running" // on the skin
	Paused  Phase = "paused"  // off the skin for a moment
	Over    Phase = "over"    // its time is over, and nobody has answered
)

// Ask is what is asked on screen.
type Ask string

// What is asked. Each is the prefix of a notice's key, too.
const (
	AskNothing Ask = ""
	AskCheck   Ask = "relief-check" // is the skin fine?
	AskEnd     Ask = "relief-end"   // it is over: is the skin fine?
)

// Session is a pack on the skin, up to the answer after its end.
type Session struct {
	ID      string           `json:"id"`
	Kind    content.Modality `json:"kind"` // heat or cold
	Timer   string           `json:"timer"`
	Name    string           `json:"name"` // the timer's, as a person reads it
	Region  diary.Region     `json:"region"`
	Started time.Time        `json:"started"`
	Length  time.Duration    `json:"length"` // time on the skin
	Limits  Limits           `json:"limits"`
	Before  *int             `json:"before,omitempty"`

	Phase Phase `json:"phase"`
	// Used and Off are how long it has been on the skin, and off it in pauses,
	// as of the last step.
	Used time.Duration `json:"used"`
	Off  time.Duration `json:"off,omitempty"`

	Ask    Ask           `json:"ask,omitempty"`    // what is to be answered
	Asked  time.Duration `json:"asked,omitempty"`  // since when that is asked
	Shown  int           `json:"shown,omitempty"`  // how often it was shown
	Looked int           `json:"looked,omitempty"` // checks that were asked
	// Since is how long ago the time was over, while Phase is Over.
	Since time.Duration `json:"since,omitempty"`
}

// Left is how much time on the skin is left as of the last step.
func (s Session) Left() time.Duration { return max(0, s.Length-s.Used) }

// Ends is when it ends by the clock on the wall, seen at the last step: of a
// paused one, if it went on at once; of one that is over, when it was.
func (s Session) Ends(at time.Time) time.Time {
	if s.Phase == Over {
		return at.Add(-s.Since)
	}
	return at.Add(s.Left())
}

// NextCheck is after how much time on the skin it is looked at next; 0 if not
// before the end.
func (s Session) NextCheck() time.Duration {
	for _, c := range s.Limits.Checks {
		if c > s.Used && c < s.Length {
			return c
		}
	}
	return 0
}
