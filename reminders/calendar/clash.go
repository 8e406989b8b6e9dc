package calendar

import (
	"fmt"
	"time"
)

// Clash is something to know before an appointment is booked. It is no error:
// the person may have reasons.
type Clash struct {
	With    Occurrence // the other one
	At      Occurrence // the one it is about
	TooSoon bool       // not at the same time, but with too few days between
	Gap     int        // TooSoon: whole days between the two
	Least   int        // TooSoon: days there should be
	Reason  string     // TooSoon: why, in words of the library
}

// String says it in plain words.
func (c Clash) String() string {
	if c.TooSoon {
		return fmt.Sprintf("%s is %d days from %s on %s", c.At.Start.Format("2006-01-02"), c.Gap, c.With.Title, c.With.Start.Format("2006-01-02"))
	}
	return fmt.Sprintf("%s is at the same time as %s", c.At.Start.Format("2006-01-02 15:04"), c.With.Title)
}

// Gap is how many days should lie between two massages, and why.
type Gap struct {
	Days   int
	Reason string
}

// Clashes compares the occurrences of an appointment with those of the others
// in a stretch of time: what overlaps, and what follows too soon. Those that
// were cancelled or missed count for nothing.
func Clashes(a Appointment, others []Appointment, gap Gap, from, to time.Time) []Clash {
	counts := func(o Occurrence) bool { return o.Status == Planned || o.Status == Done }
	var out []Clash
	mine := a.Occurrences(from, to)
	near := time.Duration(gap.Days+1) * 24 * time.Hour
	for _, b := range others {
		if b.UID == a.UID {
			continue
		}
		theirs := b.Occurrences(from.Add(-near), to.Add(near))
		i := 0
		for _, m := range mine {
			if !counts(m) {
				continue
			}
			for i < len(theirs) && theirs[i].Start.Before(m.Start.Add(-near-MaxDays*24*time.Hour)) {
				i++
			}
			for _, o := range theirs[i:] {
				if o.Start.After(m.End.Add(near)) {
					break
				}
				if !counts(o) {
					continue
				}
				if o.Start.Before(m.End) && m.Start.Before(o.End) {
					out = append(out, Clash{With: o, At: m})
				} else if d := daysBetween(m, o); gap.Days > 0 && d < gap.Days {
					out = append(out, Clash{With: o, At: m, TooSoon: true, Gap: d, Least: gap.Days, Reason: gap.Reason})
				}
			}
		}
	}
	return out
}

// daysBetween is how many dates lie between the dates of two occurrences, by
// the clock of the first: 1 means the next day.
func daysBetween(a, b Occurrence) int {
	d := int((WallAt(b.Start.In(a.Start.Location())).Midnight() - WallAt(a.Start).Midnight()) / day)
	return max(d, -d)
}
