// Package diary holds what the person tells about their back: pain entries,
// stretches, therapists and massages. It is pure: it checks and sums up, and
// stores nothing.
package diary

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Pain is one answer to "how is your back right now?".
type Pain struct {
	ID        string    `json:"id"`
	At        time.Time `json:"at"`
	Intensity int       `json:"intensity"` // 0 to 10, numeric rating scale: 0 no pain, 10 the worst pain imaginable
	Regions   []Region  `json:"regions"`
	Note      string    `json:"note,omitempty"`
}

const (
	// MaxIntensity is the upper end of the numeric rating scale.
	MaxIntensity = 10

	// MaxNote is how long a note may be, in characters.
	MaxNote = 2000

	// clockSkew is how far ahead of now an entry may be: clocks of two
	// programs, or the minute that a form rounded up.
	clockSkew = 5 * time.Minute
)

// earliest is the first instant an entry may be dated at. Anything before it
// is a slip of the finger.
var earliest = time.Date(1900, time.January, 1, 0, 0, 0, 0, time.UTC)

// FieldError says which field of an entry is wrong, why, and what to do.
type FieldError struct {
	Field   string // at, intensity, regions or note: the field's name in JSON
	Problem string // what is wrong with it
	Hint    string // what to do
}

// Error puts it in one line.
func (e *FieldError) Error() string {
	return fmt.Sprintf("%s: %s; hint: %s", e.Field, e.Problem, e.Hint)
}

// Validate tells what is wrong with an entry made at now: the first thing, as
// a *FieldError. The id is not looked at.
func (p Pain) Validate(now time.Time) error {
	switch {
	case p.Intensity < 0 || p.Intensity > MaxIntensity:
		return &FieldError{
			"intensity", catalog.L("{{.Number}} is not on the scale", catalog.D{"Number": p.Intensity}),
			catalog.L("give a whole number from 0 (no pain) to 10 (the worst pain you can imagine)"),
		}
	case p.At.IsZero():
		return &FieldError{"at", catalog.L("the time is missing"), catalog.L("say when it was, as 2026-11-26 17:30")}
	case p.At.Before(earliest):
		return &FieldError{"at", catalog.L("{{.Given}} is before 1900", catalog.D{"Given": p.At.Format(time.DateOnly)}), catalog.L("check the year")}
	case p.At.After(now.Add(clockSkew)):
		return &FieldError{
			"at", catalog.L("{{.Given}} is in the future", catalog.D{"Given": p.At.In(now.Location()).Format("2006-01-02 15:04")}),
			catalog.L("an entry is about now or earlier; check the date and the time"),
		}
	}
	for i, r := range p.Regions {
		if !r.Known() {
			return unknownRegion(string(r))
		}
		if slices.Contains(p.Regions[:i], r) {
			return &FieldError{"regions", catalog.L("{{.Given}} is there twice", catalog.D{"Given": r.Name()}), catalog.L("name each region once")}
		}
	}
	return validateNote(p.Note)
}

func validateNote(note string) error {
	if !utf8.ValidString(note) {
		return &FieldError{"note", catalog.L("it is not text in UTF-8"), catalog.L("type it again, or save the file it comes from as UTF-8")}
	}
	if n := utf8.RuneCountInString(note); n > MaxNote {
		return &FieldError{"note", catalog.L("it has {{.Number}} characters, and {{.Most}} are the most", catalog.D{"Number": n, "Most": MaxNote}), catalog.L("shorten it")}
	}
	for _, r := range note {
		// Control characters would play tricks on the terminal it is listed on.
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return &FieldError{"note", catalog.L("it holds the control character {{.Char}}", catalog.D{"Char": fmt.Sprintf("%U", r)}), catalog.L("remove it")}
		}
	}
	return nil
}

// Tidy is the entry as it is kept: no region twice, no blanks around the note,
// lines ended by \n alone, and regions never nil.
func (p Pain) Tidy() Pain {
	regions := make([]Region, 0, len(p.Regions))
	for _, r := range p.Regions {
		if !slices.Contains(regions, r) {
			regions = append(regions, r)
		}
	}
	p.Regions = regions
	p.Note = strings.TrimSpace(strings.ReplaceAll(p.Note, "\r\n", "\n"))
	return p
}

// Band is the word for an intensity: none, mild, moderate or severe, and empty
// for a number off the scale. Show the number first and the word second:
// studies disagree on where the bands begin. These are 0, 1–3, 4–6 and 7–10,
// as the Canadian Physiotherapy Association gives them for the numeric rating
// scale (physiotherapy.ca, Pain Science Division, "Numeric rating scale
// (NRS-11)").
func Band(intensity int) string {
	switch {
	case intensity < 0 || intensity > MaxIntensity:
		return ""
	case intensity == 0:
		return "none"
	case intensity <= 3:
		return "mild"
	case intensity <= 6:
		return "moderate"
	default:
		return "severe"
	}
}

// Sort puts entries in the order they happened; of one instant, by id.
func Sort(pains []Pain) {
	slices.SortStableFunc(pains, func(a, b Pain) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID))
	})
}

// Last is the latest entry, and whether there is one. The entries may be in
// any order; of two at one instant, the one that comes later in the list wins.
func Last(pains []Pain) (Pain, bool) {
	if len(pains) == 0 {
		return Pain{}, false
	}
	last := pains[0]
	for _, p := range pains[1:] {
		if !p.At.Before(last.At) {
			last = p
		}
	}
	return last, true
}
