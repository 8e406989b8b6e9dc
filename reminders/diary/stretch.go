package diary

import (
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Stretch is a session of exercises somebody began: a routine, or a single
// exercise.
type Stretch struct {
	ID        string         `json:"id"`
	Routine   string         `json:"routine,omitempty"` // its id in the library; empty for a single exercise
	Name      string         `json:"name"`              // as it was called then
	Start     time.Time      `json:"start"`
	End       time.Time      `json:"end"`
	Active    time.Duration  `json:"-"` // without pauses and interruptions
	Outcome   StretchOutcome `json:"outcome"`
	Exercises []Exercised    `json:"exercises"` // all that were planned, in order

	How    Feeling `json:"how,omitempty"`         // how it was; empty if not told
	Before *int    `json:"pain_before,omitempty"` // intensity 0 to 10; nil if not told
	After  *int    `json:"pain_after,omitempty"`  // the same, right afterwards
}

// Exercised is one exercise of a session.
type Exercised struct {
	ID      string         `json:"id"`
	Name    string         `json:"name"`
	Outcome StretchOutcome `json:"outcome"`
}

// StretchOutcome says how much of something was done.
type StretchOutcome string

// The outcomes. A session is completed, partly or abandoned; an exercise of it
// completed, partly, skipped or not-reached.
const (
	Completed  StretchOutcome = "completed"
	Partly     StretchOutcome = "partly"
	Abandoned  StretchOutcome = "abandoned"
	Skipped    StretchOutcome = "skipped"
	NotReached StretchOutcome = "not-reached"
)

// Feeling is the answer to "how was it?".
type Feeling string

// The answers.
const (
	NotTold Feeling = ""
	Better  Feeling = "better"
	Same    Feeling = "same"
	Worse   Feeling = "worse"
)

// The most of a session, far beyond what anybody does.
const (
	mostExercised  = 500
	longestStretch = 7 * 24 * time.Hour
	maxName        = 500 // bytes
)

// Done is how many exercises were completed.
func (s Stretch) Done() int {
	n := 0
	for _, e := range s.Exercises {
		if e.Outcome == Completed {
			n++
		}
	}
	return n
}

// Counts tells whether the session is one to count: at least one exercise was
// done to its end.
func (s Stretch) Counts() bool { return s.Outcome == Completed || s.Outcome == Partly }

// Validate tells what is wrong with a session kept at now: the first thing, as
// a *FieldError. Whether the library has such exercises is not looked at.
func (s Stretch) Validate(now time.Time) error {
	switch {
	case s.Name == "" || len(s.Name) > maxName || !utf8.ValidString(s.Name):
		return &FieldError{"name", catalog.L("{{.Given}} is no name", catalog.D{"Given": fmt.Sprintf("%.40q", s.Name)}), catalog.L("name the routine or exercise")}
	case s.Start.IsZero() || s.Start.Before(earliest):
		return &FieldError{"start", catalog.L("the time is missing or before 1900"), catalog.L("say when it began")}
	case s.End.Before(s.Start):
		return &FieldError{"end", catalog.L("it ends before it begins"), catalog.L("give a later end")}
	case s.End.After(now.Add(clockSkew)):
		return &FieldError{"end", catalog.L("it ends in the future"), catalog.L("check the clock")}
	case s.Active < 0 || s.End.Sub(s.Start) > longestStretch:
		return &FieldError{"active", catalog.L("its length makes no sense"), catalog.L("give 0 s to a week")}
	case len(s.Exercises) == 0 || len(s.Exercises) > mostExercised:
		return &FieldError{"exercises", catalog.L("it has {{.Number}} exercises", catalog.D{"Number": len(s.Exercises)}), catalog.L("name 1 to {{.Number}}", catalog.D{"Number": mostExercised})}
	}
	switch s.Outcome {
	case Completed, Partly, Abandoned:
	default:
		return &FieldError{"outcome", catalog.L("{{.Given}} is none", catalog.D{"Given": fmt.Sprintf("%q", s.Outcome)}), catalog.L("one of completed, partly, abandoned")}
	}
	if s.Routine != "" {
		if err := validateID("routine", s.Routine); err != nil {
			return err
		}
	}
	for _, e := range s.Exercises {
		if err := validateID("exercises", e.ID); err != nil {
			return err
		}
		switch e.Outcome {
		case Completed, Partly, Skipped, NotReached:
		default:
			return &FieldError{"exercises", catalog.L("{{.Given}} is no outcome", catalog.D{"Given": fmt.Sprintf("%q", e.Outcome)}), catalog.L("one of completed, partly, skipped, not-reached")}
		}
		if len(e.Name) > maxName || !utf8.ValidString(e.Name) {
			return &FieldError{"exercises", catalog.L("{{.Given}} is no name", catalog.D{"Given": fmt.Sprintf("%.40q", e.Name)}), catalog.L("name the exercise")}
		}
	}
	return ValidateFelt(s.How, s.Before, s.After)
}

// ValidateFelt tells what is wrong with what somebody says of a session.
func ValidateFelt(how Feeling, before, after *int) error {
	switch how {
	case NotTold, Better, Same, Worse:
	default:
		return &FieldError{"how", catalog.L("{{.Given}} is no answer", catalog.D{"Given": fmt.Sprintf("%q", how)}), catalog.L("one of better, same, worse, or none")}
	}
	for _, pain := range []struct {
		field string
		value *int
	}{{"pain_before", before}, {"pain_after", after}} {
		if pain.value != nil && (*pain.value < 0 || *pain.value > MaxIntensity) {
			return &FieldError{pain.field, catalog.L("{{.Number}} is not on the scale", catalog.D{"Number": *pain.value}), catalog.L("a whole number from 0 to {{.Number}}", catalog.D{"Number": MaxIntensity})}
		}
	}
	return nil
}
