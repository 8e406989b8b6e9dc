package calendar

import (
	"fmt"
	"strings"
	"time"
)

// Wall is what a clock on the wall and the calendar beside it show, without a
// time zone: whole seconds since midnight of 1 January 1970 as that clock
// counts them, every day 24 hours long. Walls compare and subtract as numbers.
type Wall int64

const (
	second Wall = 1
	minute      = 60 * second
	hour        = 60 * minute
	day         = 24 * hour
)

const wallForm = "2006-01-02 15:04:05"

// WallOf makes one of a date and a clock time. As with time.Date, values out
// of range roll over.
func WallOf(year int, month time.Month, d, h, m, s int) Wall {
	return Wall(time.Date(year, month, d, h, m, s, 0, time.UTC).Unix())
}

// WallAt is what a clock shows at an instant, in t's own zone.
func WallAt(t time.Time) Wall {
	_, offset := t.Zone()
	return Wall(t.Unix() + int64(offset))
}

// clock is the wall as a time of UTC, to read its parts from.
func (w Wall) clock() time.Time { return time.Unix(int64(w), 0).UTC() }

// Date is the wall's date.
func (w Wall) Date() (year int, month time.Month, d int) { return w.clock().Date() }

// Weekday is its day of the week.
func (w Wall) Weekday() time.Weekday { return w.clock().Weekday() }

// Midnight is the beginning of the same date.
func (w Wall) Midnight() Wall { return w - w.sinceMidnight() }

func (w Wall) sinceMidnight() Wall { return (w%day + day) % day }

// Add is the wall that much later, every day 24 hours long.
func (w Wall) Add(d time.Duration) Wall { return w + Wall(d/time.Second) }

// AddDays is the same clock time so many days later.
func (w Wall) AddDays(n int) Wall { return w + Wall(n)*day }

// String writes it as 2026-11-26 17:30, with seconds only where it has some.
func (w Wall) String() string {
	text := w.clock().Format(wallForm)
	return strings.TrimSuffix(text, ":00")
}

// MarshalText writes it as ParseWall reads it.
func (w Wall) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads it.
func (w *Wall) UnmarshalText(b []byte) (err error) {
	*w, err = ParseWall(string(b))
	return err
}

// ParseWall reads 2026-11-26 17:30 or 2026-11-26 17:30:15.
func ParseWall(text string) (Wall, error) {
	for _, form := range []string{wallForm, "2006-01-02 15:04"} {
		if t, err := time.Parse(form, text); err == nil {
			return Wall(t.Unix()), nil
		}
	}
	return 0, fmt.Errorf("%q is not a date and time (write it as 2026-11-26 17:30)", short(text))
}

// In is the instant clocks in zone show w, as RFC 5545 has it: of a time that
// clocks skip, the one it would be had they not been put forward, 3:30 for 2:30;
// of one that comes twice, the first.
func (w Wall) In(zone *time.Location) time.Time {
	t, _ := w.in(zone)
	return t
}

// Exists tells whether clocks in zone ever show w.
func (w Wall) Exists(zone *time.Location) bool {
	_, ok := w.in(zone)
	return ok
}

func (w Wall) in(zone *time.Location) (time.Time, bool) {
	near := time.Unix(int64(w), 0).In(zone)
	_, before := near.Add(-26 * time.Hour).Zone()
	_, after := near.Add(26 * time.Hour).Zone()
	// The larger offset gives the earlier instant.
	for _, offset := range [2]int{max(before, after), min(before, after)} {
		t := time.Unix(int64(w)-int64(offset), 0).In(zone)
		if WallAt(t) == w {
			return t, true
		}
	}
	return time.Unix(int64(w)-int64(before), 0).In(zone), false
}

// Next is the first instant clocks in zone show w, or anything later where they
// skip w.
func (w Wall) Next(zone *time.Location) time.Time {
	t, ok := w.in(zone)
	if ok {
		return t
	}
	return firstAfter(w, zone, t.Add(-26*time.Hour), t)
}

// firstAfter looks between two instants for the first at which clocks in zone
// are past w.
func firstAfter(w Wall, zone *time.Location, lo, hi time.Time) time.Time {
	for hi.Sub(lo) > time.Second {
		mid := time.Unix((lo.Unix()+hi.Unix())/2, 0)
		if WallAt(mid.In(zone)) > w {
			hi = mid
		} else {
			lo = mid
		}
	}
	return hi.In(zone)
}
