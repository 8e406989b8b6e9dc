package ui

import (
	"fmt"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// dates writes dates in the order the person's country uses, with the words
// of their language.
type dates struct {
	monthFirst bool
	week       time.Weekday // the day weeks begin with
}

// datesOf reads a locale such as en_US.UTF-8 or en-US.
func datesOf(locale string) dates {
	locale, _, _ = strings.Cut(locale, ".")
	locale, _, _ = strings.Cut(locale, "@")
	_, region, _ := strings.Cut(strings.ReplaceAll(locale, "-", "_"), "_")
	if i := strings.LastIndex(region, "_"); i >= 0 {
		region = region[i+1:] // between the two is a script, as in zh_Hans_CN
	}
	region = strings.ToUpper(region)
	d := dates{week: weekOf(region)}
	switch region {
	case "US", "PH", "FM", "PW", "MH":
		d.monthFirst = true
	}
	return d
}

// long is "Tuesday, 24 November".
func (d dates) long(t time.Time) string {
	places := catalog.D{"Weekday": catalog.Weekday(t.Weekday()), "Day": t.Day(), "Month": catalog.Month(t.Month())}
	if d.monthFirst {
		return catalog.L("{{.Weekday}}, {{.Month}} {{.Day}}", places)
	}
	return catalog.L("{{.Weekday}}, {{.Day}} {{.Month}}", places)
}

// short is "24 Nov", with the year where it is not this one.
func (d dates) short(t, now time.Time) string {
	places := catalog.D{"Day": t.Day(), "Month": catalog.ShortMonth(t.Month()), "Year": t.Year()}
	switch other := t.Year() != now.Year(); {
	case d.monthFirst && other:
		return catalog.L("{{.Month}} {{.Day}}, {{.Year}}", places)
	case d.monthFirst:
		return catalog.L("{{.Month}} {{.Day}}", places)
	case other:
		return catalog.L("{{.Day}} {{.Month}} {{.Year}}", places)
	}
	return catalog.L("{{.Day}} {{.Month}}", places)
}

// day is today, yesterday or the date.
func (d dates) day(t, now time.Time) string {
	switch daysBetween(t, now) {
	case 0:
		return catalog.L("today")
	case 1:
		return catalog.L("yesterday")
	case -1:
		return catalog.L("tomorrow")
	}
	return d.short(t, now)
}

// heading is today, yesterday, or the date with its day of the week.
func (d dates) heading(t, now time.Time) string {
	switch n := daysBetween(t, now); {
	case n == 0 || n == 1:
		return d.day(t, now)
	case t.Year() == now.Year():
		return d.long(t)
	}
	return catalog.L("{{.Date}} {{.Year}}", catalog.D{"Date": d.long(t), "Year": t.Year()})
}

// ago is "yesterday 21:10".
func (d dates) ago(t, now time.Time) string { return at(d.day(t, now), t) }

// at is a day with a clock time.
func at(day string, t time.Time) string {
	return catalog.L("{{.Day}} {{.Time}}", catalog.D{"Day": day, "Time": clock(t)})
}

// coming is "10:41" for today, "Thu 17:30" within six days, then the date.
func (d dates) coming(t, now time.Time) string {
	switch n := -daysBetween(t, now); {
	case n == 0:
		return clock(t)
	case n > 0 && n < 7:
		return at(catalog.ShortWeekday(t.Weekday()), t)
	}
	return at(d.short(t, now), t)
}

func clock(t time.Time) string { return catalog.Clock(t) }

// daysBetween is how many calendar days t lies before now.
func daysBetween(t, now time.Time) int {
	t = t.In(now.Location())
	a := time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, time.UTC)
	b := time.Date(now.Year(), now.Month(), now.Day(), 12, 0, 0, 0, time.UTC)
	return int(b.Sub(a).Hours() / 24)
}

// minutes is "34 minutes", "1 hour 5 minutes".
func minutes(d time.Duration) string { return catalog.InWords(d) }

// brief is "45 min", "1 h 30 min", "90 s", with the units settings are typed
// in, whatever the language: reminders.ParseDuration reads it back once the
// blanks are gone.
func brief(d time.Duration) string {
	if d < time.Second {
		return "0 s"
	}
	s := int(d / time.Second)
	var parts []string
	if h := s / 3600; h > 0 {
		parts = append(parts, fmt.Sprintf("%d h", h))
	}
	if m := s / 60 % 60; m > 0 {
		parts = append(parts, fmt.Sprintf("%d min", m))
	}
	if s %= 60; s > 0 {
		parts = append(parts, fmt.Sprintf("%d s", s))
	}
	return strings.Join(parts, " ")
}

// often is how often something comes: "60 min", and from two hours on as
// catalog.Length writes it.
func often(d time.Duration) string {
	if d >= time.Minute && d < 2*time.Hour && d%time.Minute == 0 {
		return catalog.Minutes(int(d / time.Minute))
	}
	return catalog.Length(d)
}

// countdown is "11:04", or "1:52:00" from an hour and forty minutes on.
func countdown(d time.Duration) string {
	// Rounded up: it reaches 0:00 when the time is over, not a second before.
	s := int((max(d, 0) + time.Second - 1) / time.Second)
	if s >= 100*60 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// hoursMinutes is "1:52".
func hoursMinutes(d time.Duration) string {
	m := int(d / time.Minute)
	return fmt.Sprintf("%d:%02d", m/60, m%60)
}

// sentence makes the first letter a capital.
func sentence(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
