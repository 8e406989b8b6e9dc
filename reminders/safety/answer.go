package safety

import (
	"errors"
	"fmt"
	"time"
	"unicode"
	"unicode/utf8"
)

// ScreeningAnswer is what a person answered to a question before a massage.
type ScreeningAnswer struct {
	Question string    `json:"question"` // its id in the library
	Yes      bool      `json:"yes"`
	At       time.Time `json:"at"`
	// ClearedBy is the clinician who said that a massage is fine nevertheless,
	// in the person's words; empty while nobody did.
	ClearedBy string `json:"cleared_by,omitempty"`
}

// longestCleared is how long ClearedBy may be, in characters.
const longestCleared = 200

// Validate tells what is wrong with an answer given at now. Whether the
// library has such a question is not looked at.
func (a ScreeningAnswer) Validate(now time.Time) error {
	switch {
	case a.Question == "" || len(a.Question) > 200 || !plainLine(a.Question):
		return fmt.Errorf("question: %.40q is not the id of one; hint: name one of the checklist", a.Question)
	}
	return validateAnswer(a.Yes, a.At, a.ClearedBy, now)
}

// validateAnswer tells what is wrong with when an answer was given, and with
// who cleared it.
func validateAnswer(yes bool, at time.Time, clearedBy string, now time.Time) error {
	switch {
	case at.IsZero() || at.Year() < 1900:
		return errors.New("at: the time is missing or before 1900; hint: say when it was answered")
	case at.After(now.Add(5 * time.Minute)):
		return errors.New("at: it is in the future; hint: check the clock")
	case utf8.RuneCountInString(clearedBy) > longestCleared || !plainLine(clearedBy):
		return fmt.Errorf("cleared_by: it is not a line of at most %d characters; hint: say who cleared it in a few words", longestCleared)
	case clearedBy != "" && !yes:
		return errors.New("cleared_by: nothing needs to be cleared where the answer is no; hint: leave it out")
	}
	return nil
}

func plainLine(s string) bool {
	if !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if unicode.IsControl(r) {
			return false
		}
	}
	return true
}
