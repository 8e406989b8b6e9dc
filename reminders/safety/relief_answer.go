package safety

import (
	"fmt"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

// ReliefAnswer is what a person answered to a question before heat or cold.
type ReliefAnswer struct {
	Question string       `json:"question"`         // its id in the library
	Region   diary.Region `json:"region,omitempty"` // the place it is about; empty for the whole person
	Yes      bool         `json:"yes"`
	At       time.Time    `json:"at"`
	// ClearedBy is the clinician who said that it is fine nevertheless, in the
	// person's words; empty while nobody did. It helps only where a yes means to
	// ask first.
	ClearedBy string `json:"cleared_by,omitempty"`
}

// Validate tells what is wrong with an answer given at now. Whether the library
// has such a question is not looked at.
func (a ReliefAnswer) Validate(now time.Time) error {
	switch {
	case a.Question == "" || len(a.Question) > 200 || !plainLine(a.Question):
		return fmt.Errorf("question: %.40q is not the id of one; hint: name one of those before heat and cold", a.Question)
	case a.Region != "" && !a.Region.Known():
		return fmt.Errorf("region: %.40q is no region of the body; hint: lower-back, or another of the body map", a.Region)
	}
	return validateAnswer(a.Yes, a.At, a.ClearedBy, now)
}
