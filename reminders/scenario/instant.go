package scenario

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// moment is a time as written: with its date, or a bare time of day.
type moment struct {
	year  int // 0 if bare
	month time.Month
	day   int
	clock reminders.TimeOfDay
}

// readMoment reads `2026-11-26 17:30`, `17:30` or `17:30:15` from the front
// of args and returns what follows it.
func readMoment(args []string) (moment, []string, error) {
	var m moment
	if len(args) == 0 {
		return m, nil, fmt.Errorf("the time is missing")
	}
	if strings.Count(args[0], "-") == 2 {
		if err := m.date(args[0]); err != nil {
			return m, nil, err
		}
		args = args[1:]
		if len(args) == 0 {
			return m, nil, fmt.Errorf("the time of day is missing after the date")
		}
	}
	clock, err := reminders.ParseTimeOfDay(args[0])
	if err != nil {
		return m, nil, fmt.Errorf("%s is not a time", quote(args[0]))
	}
	m.clock = clock
	return m, args[1:], nil
}

func (m *moment) date(s string) error {
	bad := fmt.Errorf("%s is not a date", quote(s))
	y, rest, _ := strings.Cut(s, "-")
	mo, d, _ := strings.Cut(rest, "-")
	if len(y) != 4 || len(mo) != 2 || len(d) != 2 {
		return bad
	}
	var n [3]int
	for i, part := range [3]string{y, mo, d} {
		v, err := strconv.ParseUint(part, 10, 16)
		if err != nil {
			return bad
		}
		n[i] = int(v)
	}
	m.year, m.month, m.day = n[0], time.Month(n[1]), n[2]
	// time.Date turns the 31st of November into the 1st of December: a date
	// that does not come back as written does not exist.
	if t := time.Date(m.year, m.month, m.day, 12, 0, 0, 0, time.UTC); t.Month() != m.month || t.Day() != m.day {
		return fmt.Errorf("there is no %s in the calendar", quote(s))
	}
	if m.year < minYear || m.year > maxYear {
		return fmt.Errorf("the year %d is out of range (%d to %d)", m.year, minYear, maxYear)
	}
	return nil
}

// dated tells whether the moment names its date.
func (m moment) dated() bool { return m.year != 0 }

// on is the instant of a dated moment: of a time that comes twice, the first.
func (m moment) on(zone *time.Location) time.Time {
	return reminders.Local(m.year, m.month, m.day, m.clock, zone)
}

// after is the instant meant on a line that follows base: of a bare time the
// first such instant at or after it. A dated time that comes twice is its
// second coming where the first is already over.
func (m moment) after(base time.Time, zone *time.Location) time.Time {
	if m.dated() {
		first := m.on(zone)
		if again, ok := second(first, zone); ok && first.Before(base) {
			return again
		}
		return first
	}
	y, mo, d := base.In(zone).Date()
	// A day may be skipped altogether (a change of the date line), and the
	// first reading of today's time may be over while its second is not.
	for i := -1; ; i++ {
		day := time.Date(y, mo, d+i, 12, 0, 0, 0, time.UTC)
		t := reminders.Local(day.Year(), day.Month(), day.Day(), m.clock, zone)
		if !t.Before(base) {
			return t
		}
		if again, ok := second(t, zone); ok && !again.Before(base) {
			return again
		}
	}
}

// second is the later instant at which a clock in zone shows what it shows at
// t, within a day, and whether there is one.
func second(t time.Time, zone *time.Location) (time.Time, bool) {
	_, now := t.In(zone).Zone()
	_, later := t.Add(24 * time.Hour).In(zone).Zone()
	if later >= now {
		return time.Time{}, false
	}
	again := t.Add(time.Duration(now-later) * time.Second).In(zone)
	if _, off := again.Zone(); off != later {
		return time.Time{}, false
	}
	return again, true
}
