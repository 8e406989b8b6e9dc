package reminders

import (
	"fmt"
	"strings"
	"time"
)

// Window is a stretch of working time on some days of the week. It crosses
// midnight when To is not after From; the early hours then belong to the day
// the window began.
type Window struct {
	Days     Weekdays
	From, To TimeOfDay
}

// Hours are the working hours: the union of their windows. None means always.
type Hours []Window

// ParseHours reads one line of working hours: days and one or more from–to
// pairs, as in "mon-fri 09:00-12:00 13:00-18:00", or "always".
func ParseHours(s string) (Hours, error) {
	f := strings.Fields(strings.ReplaceAll(s, "–", "-"))
	if len(f) == 1 && strings.EqualFold(f[0], "always") {
		return nil, nil
	}
	if len(f) < 2 {
		return nil, fmt.Errorf("%q are no working hours (write mon-fri 09:00-18:00, or always)", s)
	}
	days, err := ParseWeekdays(f[0])
	if err != nil {
		return nil, err
	}
	var h Hours
	for _, pair := range f[1:] {
		for one := range strings.SplitSeq(pair, ",") {
			a, b, ok := strings.Cut(one, "-")
			if !ok {
				return nil, fmt.Errorf("%q is not a stretch of time (write it as 09:00-18:00)", one)
			}
			from, err := ParseTimeOfDay(a)
			if err != nil {
				return nil, err
			}
			to, err := ParseTimeOfDay(b)
			if err != nil {
				return nil, err
			}
			if from == to || from == Clock(24, 0, 0) {
				return nil, fmt.Errorf("%q is empty: it ends when it begins", one)
			}
			h = append(h, Window{Days: days, From: from, To: to})
		}
	}
	return h, nil
}

// String writes the window so that ParseHours reads it back.
func (w Window) String() string {
	return fmt.Sprintf("%s %s-%s", w.Days, w.From, w.To)
}

// span is a window on one date, as instants.
type span struct{ from, to time.Time }

// spans are the windows that may touch the instants from a day before t to
// after days later, as instants in zone.
func (h Hours) spans(t time.Time, zone *time.Location, after int) []span {
	var out []span
	y, m, d := t.In(zone).Date()
	for i := -2; i <= after; i++ {
		day := time.Date(y, m, d+i, 12, 0, 0, 0, time.UTC)
		for _, w := range h {
			if !w.Days.Has(day.Weekday()) {
				continue
			}
			next := 0
			if w.To <= w.From {
				next = 1
			}
			s := span{
				Local(day.Year(), day.Month(), day.Day(), w.From, zone),
				Local(day.Year(), day.Month(), day.Day()+next, w.To, zone),
			}
			if s.to.After(s.from) {
				out = append(out, s)
			}
		}
	}
	return out
}

// Inside tells whether t falls into working hours.
func (h Hours) Inside(t time.Time, zone *time.Location) bool {
	if len(h) == 0 {
		return true
	}
	for _, s := range h.spans(t, zone, 1) {
		if !t.Before(s.from) && t.Before(s.to) {
			return true
		}
	}
	return false
}

// Next is the first instant after t at which Inside changes, and false where
// it never does.
func (h Hours) Next(t time.Time, zone *time.Location) (time.Time, bool) {
	if len(h) == 0 {
		return time.Time{}, false
	}
	now := h.Inside(t, zone)
	// Nine days reach past any weekly rhythm and the window that began
	// before it.
	spans := h.spans(t, zone, 9)
	for at := t; ; {
		var next time.Time
		for _, s := range spans {
			for _, edge := range [2]time.Time{s.from, s.to} {
				if edge.After(at) && (next.IsZero() || edge.Before(next)) {
					next = edge
				}
			}
		}
		if next.IsZero() {
			return time.Time{}, false
		}
		if h.Inside(next, zone) != now {
			return next, true
		}
		at = next
	}
}

// Local is the instant a clock in zone shows that time on that date: of a
// time that does not exist, the first valid instant after it; of one that
// comes twice, the first.
func Local(year int, month time.Month, day int, at TimeOfDay, zone *time.Location) time.Time {
	t := time.Date(year, month, day, 0, 0, int(at), 0, zone)
	want := time.Date(year, month, day, 0, 0, int(at), 0, time.UTC)
	// time.Date leaves open which side of a change it picks: try the offsets
	// in force a day before and after, the earlier instant first.
	_, before := t.Add(-24 * time.Hour).Zone()
	_, after := t.Add(24 * time.Hour).Zone()
	for _, off := range [2]int{max(before, after), min(before, after)} {
		c := want.Add(-time.Duration(off) * time.Second).In(zone)
		if _, got := c.Zone(); got == off {
			return c
		}
	}
	if before == after {
		return t
	}
	// In the gap: the change itself, between the two readings.
	lo, hi := want.Add(-time.Duration(max(before, after))*time.Second), want.Add(-time.Duration(min(before, after))*time.Second)
	for hi.Sub(lo) > time.Second {
		mid := lo.Add(hi.Sub(lo) / 2).Truncate(time.Second)
		if _, off := mid.In(zone).Zone(); off == before {
			lo = mid
		} else {
			hi = mid
		}
	}
	return hi.In(zone)
}
