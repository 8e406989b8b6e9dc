package ui

import (
	"fmt"
	"strings"
	"time"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/diary"
)

// whenLayout is how the time of a visit is written.
const whenLayout = "2006-01-02 15:04"

// roundWhen is an instant a form begins with: the last full five minutes.
func roundWhen(now time.Time) time.Time {
	return now.Add(-time.Duration(now.Minute()%5)*time.Minute - time.Duration(now.Second())*time.Second - time.Duration(now.Nanosecond()))
}

// parseVisitTime reads when a visit was: 2026-11-26 17:30, or 17:30 for the last
// time the clock showed that. The error is a *diary.FieldError.
func parseVisitTime(text string, now time.Time) (time.Time, error) {
	bad := func(problem, hint string) (time.Time, error) {
		return time.Time{}, &diary.FieldError{Field: "date", Problem: problem, Hint: hint}
	}
	const hint = "write it as 2026-11-26 17:30, or 17:30 alone"
	text = strings.Join(strings.Fields(strings.Replace(text, "T", " ", 1)), " ")
	if text == "" {
		return bad("the time is missing", hint)
	}
	date, clock, dated := strings.Cut(text, " ")
	if !dated {
		clock = date
	}
	at, err := reminders.ParseTimeOfDay(clock)
	if err != nil {
		return bad(fmt.Sprintf("%.40q is not a time", text), hint)
	}
	y, m, d := now.Date()
	if dated {
		day, err := time.Parse(time.DateOnly, date)
		if err != nil {
			return bad(fmt.Sprintf("%.40q is not a date", date), hint)
		}
		y, m, d = day.Date()
	}
	t := reminders.Local(y, m, d, at, now.Location())
	if !dated && t.After(now.Add(5*time.Minute)) {
		t = reminders.Local(y, m, d-1, at, now.Location())
	}
	if shows := reminders.Clock(t.Clock()); shows != at%reminders.Clock(24, 0, 0) {
		return bad(fmt.Sprintf("the clocks never showed %s on that day", at), "they were put forward; give the time before or after that")
	}
	return t, nil
}
