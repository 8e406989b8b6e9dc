package diary

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/unhunch/unhunch/assets/catalog"
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
			"choice", catalog.L("{{.Given}} is not an answer", catalog.D{"Given": fmt.Sprintf("%q", a.Choice)}),
			catalog.L("give {{.Given}}, {{.Other}} or {{.More}}, or nothing to take the answer back", catalog.D{"Given": DeskFine, "Other": DeskChange, "More": DeskNotApt}),
		}
	}
	switch {
	case a.At.IsZero():
		return &FieldError{"at", catalog.L("the time is missing"), catalog.L("say when it was answered")}
	case a.At.Before(earliest):
		return &FieldError{"at", catalog.L("{{.Given}} is before 1900", catalog.D{"Given": a.At.Format(time.DateOnly)}), catalog.L("check the year")}
	case a.At.After(now.Add(clockSkew)):
		return &FieldError{
			"at", catalog.L("{{.Given}} is in the future", catalog.D{"Given": a.At.In(now.Location()).Format("2006-01-02 15:04")}),
			catalog.L("an answer is from now or earlier; check the clock"),
		}
	}
	return nil
}

// validateID tells what is wrong with an id of the library in a field.
func validateID(field, id string) error {
	switch {
	case id == "":
		return &FieldError{field, catalog.L("the id is missing"), catalog.L("name an entry of the library")}
	case len(id) > maxID:
		return &FieldError{field, catalog.L("an id of {{.Number}} bytes is too long", catalog.D{"Number": len(id)}), catalog.L("name an entry of the library")}
	case !utf8.ValidString(id) || strings.ContainsFunc(id, unwritten):
		return &FieldError{field, catalog.L("{{.Given}} is not an id", catalog.D{"Given": fmt.Sprintf("%q", id)}), catalog.L("name an entry of the library")}
	}
	return nil
}

func unwritten(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }
