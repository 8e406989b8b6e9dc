package diary

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// DeskAnswer is an answer to one question of the desk check-up.
type DeskAnswer struct {
	Question string     `json:"question"` // its id in the library
	Choice   DeskChoice `json:"choice"`
	At       time.Time  `json:"at"`
}

// DeskChoice is how a part of the desk is.
type DeskChoice string

// The choices.
const (
	DeskFine   DeskChoice = "fine"    // as it should be
	DeskChange DeskChoice = "change"  // to be changed
	DeskNotApt DeskChoice = "not-apt" // there is no such thing here
	DeskOpen   DeskChoice = ""        // not answered
)

// maxID is how long the id of an entry may be, in bytes.
const maxID = 200

// Validate tells what is wrong with an answer given at now: the first thing,
// as a *FieldError. An answer that is taken back (DeskOpen) needs no time.
// Whether the library has such a question is not looked at.
func (a DeskAnswer) Validate(now time.Time) error {
	if err := validateID("question", a.Question); err != nil {
		return err
	}
	switch a.Choice {
	case DeskOpen:
		return nil
	case DeskFine, DeskChange, DeskNotApt:
	default:
		return &FieldError{
			"choice", fmt.Sprintf("%q is not an answer", a.Choice),
			fmt.Sprintf("give %s, %s or %s, or nothing to take the answer back", DeskFine, DeskChange, DeskNotApt),
		}
	}
	switch {
	case a.At.IsZero():
		return &FieldError{"at", "the time is missing", "say when it was answered"}
	case a.At.Before(earliest):
		return &FieldError{"at", a.At.Format(time.DateOnly) + " is before 1900", "check the year"}
	case a.At.After(now.Add(clockSkew)):
		return &FieldError{
			"at", a.At.In(now.Location()).Format("2006-01-02 15:04") + " is in the future",
			"an answer is from now or earlier; check the clock",
		}
	}
	return nil
}

// validateID tells what is wrong with an id of the library in a field.
func validateID(field, id string) error {
	switch {
	case id == "":
		return &FieldError{field, "the id is missing", "name an entry of the library"}
	case len(id) > maxID:
		return &FieldError{field, fmt.Sprintf("an id of %d bytes is too long", len(id)), "name an entry of the library"}
	case !utf8.ValidString(id) || strings.ContainsFunc(id, unwritten):
		return &FieldError{field, fmt.Sprintf("%q is not an id", id), "name an entry of the library"}
	}
	return nil
}

func unwritten(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }
