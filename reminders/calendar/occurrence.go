package calendar

import (
	"slices"
	"strings"
	"time"
)

// Occurrence is one time an appointment takes place, or would have.
type Occurrence struct {
	UID       string
	At        Wall      // the start that the rule gives it: its name in the series
	Start     time.Time // in the appointment's zone
	End       time.Time // in the appointment's zone
	Title     string
	Type      string
	Therapist string
	Place     string
	Notes     string
	Status    Status
	AllDay    bool
	Repeats   bool   // it is one of a series
	Leads     []Lead // nil means the settings'
	Created   time.Time
}

// Ref is a name for the occurrence that no other has, and that it keeps when
// it is moved: the appointment's uid, of a series with the start that the rule
// gives it, as abcd@2026-11-26T17:30.
func (o Occurrence) Ref() string {
	if !o.Repeats {
		return o.UID
	}
	return o.UID + "@" + strings.Replace(o.At.String(), " ", "T", 1)
}

// maxOccurrences bounds one answer: a daily series of more than 25 years.
const maxOccurrences = 10_000

// margin is added on both sides of a window, as clocks may differ from UTC by
// more than half a day, and an occurrence may have been moved.
const margin = 2 * day

// Occurrences are those that overlap the time from one instant up to, not
// including, another, in order. A moved one counts where it was moved to. An
// appointment that does not pass Validate has none that are sure.
func (a Appointment) Occurrences(from, to time.Time) []Occurrence {
	zone, err := a.Location()
	if err != nil || !from.Before(to) {
		return nil
	}
	var out []Occurrence
	add := func(o Occurrence) {
		if o.Start.Before(to) && (o.End.After(from) || !o.Start.Before(from)) {
			out = append(out, o)
		}
	}
	for _, at := range a.startsBetween(WallAt(from.In(zone)).Add(-a.Length)-margin, WallAt(to.In(zone))+margin, zone) {
		if len(out) >= maxOccurrences {
			break
		}
		if !a.changed(at) {
			add(a.occurrence(at, zone))
		}
	}
	for _, o := range a.Overrides {
		if a.has(o.At, zone) {
			add(a.overridden(o, zone))
		}
	}
	slices.SortStableFunc(out, func(x, y Occurrence) int { return x.Start.Compare(y.Start) })
	return out
}

// changed tells whether an occurrence has an override.
func (a Appointment) changed(at Wall) bool {
	return slices.ContainsFunc(a.Overrides, func(o Override) bool { return o.At == at })
}

// has tells whether the series has an occurrence of that name.
func (a Appointment) has(at Wall, zone *time.Location) bool {
	return slices.Contains(a.startsBetween(at, at, zone), at)
}

// startsBetween are the starts of the series in a window, both ends included,
// sorted, without those left out.
func (a Appointment) startsBetween(first, last Wall, zone *time.Location) []Wall {
	var out []Wall
	last = min(last, WallOf(MaxYear+1, time.January, 1, 0, 0, 0))
	rule, err := ParseRule(a.Rule)
	if a.Rule == "" || err != nil {
		rule = Rule{count: 1}
	}
	rule.starts(a.Start, first, last, zone, func(w Wall) bool {
		if w >= first {
			out = append(out, w)
		}
		return len(out) < maxOccurrences
	})
	for _, w := range a.RDates {
		if w >= first && w <= last {
			out = append(out, w)
		}
	}
	out = sorted(out)
	return slices.DeleteFunc(out, func(w Wall) bool { return slices.Contains(a.ExDates, w) })
}

func (a Appointment) occurrence(at Wall, zone *time.Location) Occurrence {
	start := at.In(zone)
	end := start.Add(a.Length)
	if a.AllDay {
		end = at.Add(a.Length).In(zone)
	}
	return Occurrence{
		UID: a.UID, At: at, Start: start, End: end, Title: a.Title, Type: a.Type, Therapist: a.Therapist, Place: a.Place, Notes: a.Notes,
		Status: a.Status, AllDay: a.AllDay, Repeats: a.Repeats(), Leads: a.Leads, Created: a.Created,
	}
}

func (a Appointment) overridden(o Override, zone *time.Location) Occurrence {
	b := a
	b.Length = o.Length
	if o.Title != "" {
		b.Title = o.Title
	}
	if o.Place != "" {
		b.Place = o.Place
	}
	if o.Notes != "" {
		b.Notes = o.Notes
	}
	if a.Status == Planned {
		b.Status = o.Status
	}
	out := b.occurrence(o.Start, zone)
	out.At = o.At
	return out
}

// Expand are the occurrences of several appointments, in order.
func Expand(list []Appointment, from, to time.Time) []Occurrence {
	var out []Occurrence
	for _, a := range list {
		out = append(out, a.Occurrences(from, to)...)
	}
	slices.SortStableFunc(out, func(x, y Occurrence) int { return x.Start.Compare(y.Start) })
	return out
}

// Span is a time outside of which the appointment has no occurrence; ends is
// zero where a series goes on for ever. It may be wider than need be.
func (a Appointment) Span() (begins, ends time.Time, err error) {
	zone, err := a.Location()
	if err != nil {
		return begins, ends, err
	}
	first, last, endless := a.Start, a.Start, false
	if a.Rule != "" {
		r, err := ParseRule(a.Rule)
		if err != nil {
			return begins, ends, err
		}
		switch {
		case r.count > 0:
			r.starts(a.Start, a.Start, a.Start.AddDays(countedDays), zone, func(w Wall) bool { last = w; return true })
		case r.untilIs != untilNone:
			last = max(last, r.lastWall(zone))
		default:
			endless = true
		}
	}
	for _, w := range a.RDates {
		first, last = min(first, w), max(last, w)
	}
	longest := a.Length
	for _, o := range a.Overrides {
		first, last, longest = min(first, o.Start), max(last, o.Start), max(longest, o.Length)
	}
	begins = first.In(zone)
	if !endless {
		ends = last.In(zone).Add(longest)
	}
	return begins, ends, nil
}
