package widgets

import "time"

// month is a month of a year, as a calendar has it: without a zone, so that no
// day is lost or doubled where clocks are put forward or back.
type month struct {
	year  int
	month time.Month
}

// A date is midnight UTC of a day.
func dateOf(year int, m time.Month, day int) time.Time {
	return time.Date(year, m, day, 0, 0, 0, 0, time.UTC)
}

// asDate is the day a time shows in its own zone.
func asDate(t time.Time) time.Time { return dateOf(t.Date()) }

func monthOf(date time.Time) month { return month{date.Year(), date.Month()} }

func (m month) first() time.Time { return dateOf(m.year, m.month, 1) }

func (m month) days() int { return dateOf(m.year, m.month+1, 0).Day() }

// plus is so many months later.
func (m month) plus(n int) month { return monthOf(dateOf(m.year, m.month+time.Month(n), 1)) }

// day is a day of the month, or its last one where it has fewer.
func (m month) day(n int) time.Time { return dateOf(m.year, m.month, min(n, m.days())) }

const (
	weekDays   = 7
	monthWeeks = 6 // shown of every month, so that its height stays
)

// begin is the first day shown of a month whose weeks begin on a weekday: that
// of the week its first day is in.
func (m month) begin(week time.Weekday) time.Time {
	f := m.first()
	back := (int(f.Weekday()) - int(week) + weekDays) % weekDays
	return f.AddDate(0, 0, -back)
}
