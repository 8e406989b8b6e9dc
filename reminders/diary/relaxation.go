package diary

import (
	"fmt"
	"time"
	"unicode/utf8"
)

// Relaxation is a time of breathing at a pace, or of tensing muscles and letting
// go.
type Relaxation struct {
	ID     string        `json:"id"`
	Kind   string        `json:"kind"` // the therapy's id in the library: breathing or pmr
	Name   string        `json:"name"` // as it was called then
	Start  time.Time     `json:"start"`
	End    time.Time     `json:"end"`
	Active time.Duration `json:"-"`    // without pauses and interruptions
	Full   bool          `json:"full"` // to its end

	PerMinute int `json:"per_minute,omitempty"` // breaths a minute, at last; 0 where none are paced
	Done      int `json:"groups_done,omitempty"`
	Groups    int `json:"groups,omitempty"` // of muscles that were planned; 0 for breathing

	Before *int `json:"calm_before,omitempty"` // 0 very tense to 10 very calm; nil if not told
	After  *int `json:"calm_after,omitempty"`  // the same
}

// MostCalm is the upper end of the scale of calm.
const MostCalm = 10

// shortestRelaxation is from how long on a relaxation counts. It is ours.
const shortestRelaxation = 30 * time.Second

// Counts tells whether the relaxation is one to count: it lasted for a moment.
func (r Relaxation) Counts() bool { return r.Full || r.Active >= shortestRelaxation }

// The most of a relaxation, far beyond what anybody does.
const (
	mostBreaths = 60 // a minute
	mostGroups  = 500
)

// Validate tells what is wrong with a relaxation kept at now: the first thing,
// as a *FieldError. Whether the library has it is not looked at.
func (r Relaxation) Validate(now time.Time) error {
	switch {
	case r.Name == "" || len(r.Name) > maxName || !utf8.ValidString(r.Name):
		return &FieldError{"name", fmt.Sprintf("%.40q is no name", r.Name), "name what was done"}
	case r.Start.IsZero() || r.Start.Before(earliest):
		return &FieldError{"start", "the time is missing or before 1900", "say when it began"}
	case r.End.Before(r.Start):
		return &FieldError{"end", "it ends before it begins", "give a later end"}
	case r.End.After(now.Add(clockSkew)):
		return &FieldError{"end", "it ends in the future", "check the clock"}
	case r.Active < 0 || r.End.Sub(r.Start) > longestStretch:
		return &FieldError{"active", "its length makes no sense", "give 0 s to a week"}
	case r.PerMinute < 0 || r.PerMinute > mostBreaths:
		return &FieldError{"per_minute", fmt.Sprintf("%d breaths a minute", r.PerMinute), fmt.Sprintf("give 1 to %d, or none", mostBreaths)}
	case r.Done < 0 || r.Done > r.Groups || r.Groups > mostGroups:
		return &FieldError{"groups_done", fmt.Sprintf("%d of %d groups", r.Done, r.Groups), "count those that were tensed"}
	}
	if err := validateID("kind", r.Kind); err != nil {
		return err
	}
	return ValidateCalm(r.Before, r.After)
}

// ValidateCalm tells what is wrong with how calm somebody says they are.
func ValidateCalm(before, after *int) error {
	for _, calm := range []struct {
		field string
		value *int
	}{{"calm_before", before}, {"calm_after", after}} {
		if calm.value != nil && (*calm.value < 0 || *calm.value > MostCalm) {
			return &FieldError{calm.field, fmt.Sprintf("%d is not on the scale", *calm.value), fmt.Sprintf("a whole number from 0 (very tense) to %d (very calm)", MostCalm)}
		}
	}
	return nil
}
