package main

import (
	"errors"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
)

// parseWhen reads an instant as people write it: 18:30 (the next one; of a
// past time with past set, the last one), 2026-11-26 17:30, tomorrow, tomorrow
// 17:30, or RFC 3339.
func parseWhen(text string, now time.Time, past bool) (time.Time, error) {
	text = strings.TrimSpace(text)
	if strings.Contains(text, " ") {
		text = dated(text, now)
	}
	y, m, d := now.Date()
	if strings.EqualFold(text, "tomorrow") {
		return reminders.Local(y, m, d+1, 0, now.Location()), nil
	}
	if strings.EqualFold(text, "now") {
		return now.Truncate(time.Second), nil
	}
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t.In(now.Location()), nil
	}
	if clock, err := reminders.ParseTimeOfDay(text); err == nil {
		t := reminders.Local(y, m, d, clock, now.Location())
		switch {
		case past && t.After(now):
			t = reminders.Local(y, m, d-1, clock, now.Location())
		case !past && !t.After(now):
			t = reminders.Local(y, m, d+1, clock, now.Location())
		}
		return t, nil
	}
	if date, clock, ok := strings.Cut(strings.Replace(text, "T", " ", 1), " "); ok {
		day, err := time.Parse(time.DateOnly, date)
		at, err2 := reminders.ParseTimeOfDay(strings.TrimSpace(clock))
		if err == nil && err2 == nil {
			return reminders.Local(day.Year(), day.Month(), day.Day(), at, now.Location()), nil
		}
	}
	return time.Time{}, wrong(catalog.L("write it as 18:30 or 2026-11-26 17:30"), catalog.L("{{.Given}} is not a time", catalog.D{"Given": quoted(text)}))
}

// dated is a text with its first word written as a date where it is yesterday,
// today or tomorrow.
func dated(text string, now time.Time) string {
	word, rest, more := strings.Cut(text, " ")
	days, is := map[string]int{"yesterday": -1, "today": 0, "tomorrow": 1}[strings.ToLower(word)]
	if !is {
		return text
	}
	y, m, d := now.Date()
	text = time.Date(y, m, d+days, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	if more {
		text += " " + strings.TrimSpace(rest)
	}
	return text
}

// lengthFirst reads a length of time at the beginning of the arguments, also one
// with blanks or capitals in it, as 60 min: no title is meant by that. is is
// false where there is none, and err says so where something else than a title
// was meant.
func lengthFirst(args []string) (d time.Duration, rest []string, is bool, err error) {
	for n := min(len(args), 2); n > 0; n-- {
		text := strings.ToLower(strings.Join(strings.Fields(strings.Join(args[:n], " ")), ""))
		if d, err := reminders.ParseDuration(text); err == nil {
			return d, args[n:], true, nil
		}
	}
	if len(args) > 0 && args[0] != "" && strings.Trim(args[0], "-0123456789hms:") == "" {
		_, err = readLength(args[0])
	}
	return 0, args, false, err
}

// readLength reads a length of time; its error is in the person's language.
func readLength(text string) (time.Duration, error) {
	d, err := reminders.ParseDuration(text)
	if err == nil {
		return d, nil
	}
	hint, given := catalog.L("write it as 10m or 1h30m"), catalog.D{"Given": quoted(text)}
	switch {
	case text == "":
		return 0, wrong(hint, catalog.L("a length of time is missing"))
	case errors.Is(err, reminders.ErrTooLong):
		return 0, wrong(hint, catalog.L("{{.Given}} is too long", given))
	case strings.HasPrefix(text, "-"):
		return 0, wrong(hint, catalog.L("{{.Given}} is negative; a length of time must not be", given))
	case strings.Trim(text, "0123456789") == "":
		if len(text) < 4 { // else nobody means minutes
			hint = catalog.L("for minutes write {{.Example}}", catalog.D{"Example": text + "m"})
		}
		return 0, wrong(hint, catalog.L("{{.Given}} has no unit", given))
	}
	return 0, wrong(hint, catalog.L("{{.Given}} is not a length of time", given))
}

// parseLength reads a length of time over zero.
func parseLength(text string) (time.Duration, error) {
	d, err := readLength(text)
	if err != nil {
		return 0, err
	}
	if d == 0 {
		return 0, wrong(catalog.L("write it as 10m or 1h30m"), catalog.L("a length of time of nothing makes no sense here"))
	}
	return d, nil
}

// short writes an instant the way the person needs it: the time alone today,
// with the day otherwise.
func short(t, now time.Time) string {
	t = t.In(now.Location())
	switch {
	case t.Format(time.DateOnly) == now.Format(time.DateOnly):
		return t.Format("15:04")
	case t.Sub(now).Abs() < 6*24*time.Hour:
		return catalog.L("{{.Day}} {{.Time}}", catalog.D{"Day": catalog.ShortWeekday(t.Weekday()), "Time": t.Format("15:04")})
	default:
		return t.Format("2006-01-02 15:04")
	}
}
