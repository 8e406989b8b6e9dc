package calendar

import (
	"slices"
	"time"
)

// The fields two versions of an appointment can differ in. FieldWhen is its
// start, zone, length and whether it takes all day; FieldOne is one occurrence of
// a series.
const (
	FieldTitle     = "title"
	FieldType      = "type"
	FieldTherapist = "therapist"
	FieldPlace     = "place"
	FieldNotes     = "notes"
	FieldWhen      = "when"
	FieldRepeats   = "repeats"
	FieldStatus    = "status"
	FieldLeads     = "leads"
	FieldOne       = "occurrence"
)

// Difference is one thing that is another in a new version of an appointment.
type Difference struct {
	Field    string
	From, To string // of texts and the status; empty means none

	// Of FieldOne: how it was and will be. Nil means that the series does not have
	// it.
	Was, Is *Occurrence
}

// Differences are what is different in a new version of an appointment: what a
// person would want to know before it takes the place of the old one.
func Differences(old, now Appointment) []Difference {
	old, now = old.Tidy(), now.Tidy()
	var out []Difference
	text := func(field, from, to string) {
		if from != to {
			out = append(out, Difference{Field: field, From: from, To: to})
		}
	}
	if old.Start != now.Start || old.Zone != now.Zone || old.Length != now.Length || old.AllDay != now.AllDay {
		out = append(out, Difference{Field: FieldWhen})
	}
	text(FieldRepeats, old.Rule, now.Rule)
	text(FieldStatus, string(old.Status), string(now.Status))
	text(FieldTitle, old.Title, now.Title)
	text(FieldType, old.Type, now.Type)
	text(FieldTherapist, old.Therapist, now.Therapist)
	text(FieldPlace, old.Place, now.Place)
	text(FieldNotes, old.Notes, now.Notes)
	if (old.Leads == nil) != (now.Leads == nil) || !slices.Equal(old.Leads, now.Leads) {
		out = append(out, Difference{Field: FieldLeads})
	}
	return append(out, occurrenceDifferences(old, now)...)
}

// occurrenceDifferences are the single occurrences that one version has of its
// own and the other has otherwise.
func occurrenceDifferences(old, now Appointment) []Difference {
	var names []Wall
	for _, pair := range [][2][]Wall{{old.ExDates, now.ExDates}, {old.RDates, now.RDates}} {
		for i, list := range pair {
			for _, w := range list {
				if !slices.Contains(pair[1-i], w) {
					names = append(names, w)
				}
			}
		}
	}
	for i, list := range [][]Override{old.Overrides, now.Overrides} {
		other := [][]Override{old.Overrides, now.Overrides}[1-i]
		for _, o := range list {
			if !slices.Contains(other, o) {
				names = append(names, o.At)
			}
		}
	}
	var out []Difference
	for _, at := range sorted(names) {
		was, is := old.named(at), now.named(at)
		if was == nil && is == nil || was != nil && is != nil && alikeOnce(*was, *is) {
			continue
		}
		out = append(out, Difference{Field: FieldOne, Was: was, Is: is})
	}
	return out
}

// alikeOnce tells whether two occurrences look the same to a person.
func alikeOnce(a, b Occurrence) bool {
	return a.Start.Equal(b.Start) && a.End.Equal(b.End) && a.Title == b.Title && a.Place == b.Place && a.Notes == b.Notes && a.Status == b.Status
}

// named is the occurrence of that name; nil if there is none.
func (a Appointment) named(at Wall) *Occurrence {
	zone, err := a.Location()
	if err != nil || !a.has(at, zone) {
		return nil
	}
	o := a.occurrence(at, zone)
	for _, x := range a.Overrides {
		if x.At == at {
			o = a.overridden(x, zone)
		}
	}
	return &o
}

// First is the occurrence that stands for an appointment: the next one that is
// not over, or else the first; false if there is none.
func (a Appointment) First(now time.Time) (Occurrence, bool) {
	for _, months := range []int{1, 24} {
		if list := a.Occurrences(now, now.AddDate(0, months, 0)); len(list) > 0 {
			return list[0], true
		}
	}
	begins, ends, err := a.Span()
	if err != nil {
		return Occurrence{}, false
	}
	for _, end := range []time.Time{begins.AddDate(0, 1, 0), begins.AddDate(2, 0, 0), ends} {
		if list := a.Occurrences(begins, end); len(list) > 0 {
			return list[0], true
		}
	}
	return Occurrence{}, false
}

// ever tells whether it takes place at all, in some year that can be reached.
func (a Appointment) ever() bool {
	zone, err := a.Location()
	if err != nil {
		return false
	}
	out := func(w Wall) bool {
		_, found := slices.BinarySearch(a.ExDates, w)
		return found
	}
	rule, err := ParseRule(a.Rule)
	if a.Rule == "" || err != nil {
		rule = Rule{count: 1}
	}
	found := false
	rule.starts(a.Start, a.Start, a.Start.AddDays(countedDays), zone, func(w Wall) bool {
		found = !out(w)
		return !found
	})
	return found || slices.ContainsFunc(a.RDates, func(w Wall) bool { return !out(w) })
}

// Ahead tells whether an appointment is not over yet, or comes again.
func (a Appointment) Ahead(now time.Time) bool {
	_, ends, err := a.Span()
	return err == nil && (ends.IsZero() || ends.After(now))
}
