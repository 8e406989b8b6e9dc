package diary

import (
	"cmp"
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Visit is a massage that was had.
type Visit struct {
	ID          string
	Appointment string        // the UID of the appointment it answers; empty for none
	At          time.Time     // when it began
	Type        string        // an id of the library's types, or the person's own words; may be empty
	Techniques  []string      // ids of the library's techniques, or own words
	Pressure    int           // 1 lightest to 5 firmest; 0 is not told
	Length      time.Duration // 0 is not told
	Areas       []Region      // what was worked on
	Therapist   string        // their id; empty for none
	Before      *int          // pain 0 to 10 just before; nil if not told, as below
	After       *int          // right after
	NextDay     *int          // a day later
	ThirdDay    *int          // three days later
	Bruised     bool          // it left bruises
	Cost        Money         // the zero Money is not told
	Notes       string
}

// The ends of what a visit may be.
const (
	MinPressure  = 1
	MaxPressure  = 5
	longestVisit = 8 * time.Hour
)

// Validate tells what is wrong with a visit logged at now: the first thing, as
// a *FieldError. Neither the id, nor whether there is such a therapist or
// appointment, is looked at.
func (v Visit) Validate(now time.Time) error {
	if err := validateAt("date", v.At, now); err != nil {
		return err
	}
	switch {
	case v.Pressure != 0 && (v.Pressure < MinPressure || v.Pressure > MaxPressure):
		return &FieldError{"pressure", catalog.L("{{.Number}} is not on the scale", catalog.D{"Number": v.Pressure}), catalog.L("give 1 (lightest) to 5 (firmest)")}
	case v.Length < 0 || v.Length > longestVisit:
		return &FieldError{"duration_s", catalog.L("a massage does not last that long"), catalog.L("give a few minutes to 8 hours, as 60m")}
	case v.Length%time.Second != 0:
		return &FieldError{"duration_s", catalog.L("it has fractions of a second"), catalog.L("give whole minutes, as 60m")}
	}
	for _, line := range []struct{ field, text string }{
		{"type", v.Type}, {"therapist_id", v.Therapist}, {"appointment", v.Appointment},
	} {
		if err := validateLine(line.field, line.text); err != nil {
			return err
		}
	}
	if err := validateLines("techniques", v.Techniques); err != nil {
		return err
	}
	for i, r := range v.Areas {
		switch {
		case !r.Known():
			e := unknownRegion(string(r))
			return &FieldError{"areas", e.Problem, e.Hint}
		case slices.Contains(v.Areas[:i], r):
			return &FieldError{"areas", catalog.L("{{.Given}} is there twice", catalog.D{"Given": r.Name()}), catalog.L("name each once")}
		}
	}
	for _, p := range v.pains() {
		if err := validatePain(p.field, *p.value); err != nil {
			return err
		}
	}
	if err := v.Cost.validate(); err != nil {
		return err
	}
	return validateNotes(v.Notes)
}

func validatePain(field string, value *int) error {
	if value != nil && (*value < 0 || *value > MaxIntensity) {
		return &FieldError{
			field, catalog.L("{{.Number}} is not on the scale", catalog.D{"Number": *value}),
			catalog.L("give a whole number from 0 (no pain) to {{.Number}}", catalog.D{"Number": MaxIntensity}),
		}
	}
	return nil
}

// painAt is one of the four answers of a visit.
type painAt struct {
	field string
	value **int
}

func (v *Visit) pains() []painAt {
	return []painAt{{"pain_before", &v.Before}, {"pain_after", &v.After}, {"pain_24h", &v.NextDay}, {"pain_72h", &v.ThirdDay}}
}

// Tidy is the visit as it is kept: nothing twice, no blanks around texts, lists
// never nil.
func (v Visit) Tidy() Visit {
	v.Type, v.Therapist, v.Appointment = tidyLine(v.Type), tidyLine(v.Therapist), tidyLine(v.Appointment)
	v.Techniques, v.Areas, v.Notes = tidyLines(v.Techniques), tidyRegions(v.Areas), tidyNotes(v.Notes)
	for _, p := range v.pains() {
		if *p.value != nil {
			n := **p.value
			*p.value = &n // nobody else's
		}
	}
	return v
}

// Again is a new visit at an instant with what the last one was like: its type,
// techniques, pressure, length, areas, therapist and cost. What is true of that
// day alone stays empty.
func (v Visit) Again(at time.Time) Visit {
	return Visit{
		At: at, Type: v.Type, Techniques: slices.Clone(v.Techniques), Pressure: v.Pressure, Length: v.Length,
		Areas: slices.Clone(v.Areas), Therapist: v.Therapist, Cost: v.Cost,
	}.Tidy()
}

// SortVisits puts visits in the order they happened; of one instant, by id.
func SortVisits(list []Visit) {
	slices.SortStableFunc(list, func(a, b Visit) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
}

// LastVisit is the latest visit, and whether there is one.
func LastVisit(list []Visit) (Visit, bool) {
	if len(list) == 0 {
		return Visit{}, false
	}
	sorted := slices.Clone(list)
	SortVisits(sorted)
	return sorted[len(sorted)-1], true
}
