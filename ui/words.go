package ui

import (
	"fmt"
	"strings"
	"time"
)

// dates writes dates in the order the person's country uses. The words are
// English in this version.
type dates struct{ monthFirst bool }

// datesOf reads a locale such as en_US.UTF-8 or en-US.
func datesOf(locale string) dates {
	locale, _, _ = strings.Cut(locale, ".")
	_, region, _ := strings.Cut(strings.ReplaceAll(locale, "-", "_"), "_")
	switch strings.ToUpper(region) {
	case "US", "PH", "FM", "PW", "MH":
		return dates{monthFirst: true}
	}
	return dates{}
}

// long is "Tuesday, 24 November".
func (d dates) long(t time.Time) string {
	if d.monthFirst {
		return t.Format("Monday, January 2")
	}
	return t.Format("Monday, 2 January")
}

// short is "24 Nov", with the year where it is not this one.
func (d dates) short(t, now time.Time) string {
	layout := "2 Jan"
	if d.monthFirst {
		layout = "Jan 2"
	}
	if t.Year() != now.Year() {
		if d.monthFirst {
			layout += ","
		}
		layout += " 2006"
	}
	return t.Format(layout)
}

// day is today, yesterday or the date.
func (d dates) day(t, now time.Time) string {
	switch daysBetween(t, now) {
	case 0:
		return "today"
	case 1:
		return "yesterday"
	case -1:
		return "tomorrow"
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
	return d.long(t) + " " + t.Format("2006")
}

// ago is "yesterday 21:10".
func (d dates) ago(t, now time.Time) string { return d.day(t, now) + " " + clock(t) }

// coming is "10:41" for today, "Thu 17:30" within six days, then the date.
func (d dates) coming(t, now time.Time) string {
	switch n := -daysBetween(t, now); {
	case n == 0:
		return clock(t)
	case n > 0 && n < 7:
		return t.Format("Mon ") + clock(t)
	}
	return d.short(t, now) + " " + clock(t)
}

func clock(t time.Time) string { return t.Format("15:04") }

// daysBetween is how many calendar days t lies before now.
func daysBetween(t, now time.Time) int {
	t = t.In(now.Location())
	a := time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, time.UTC)
	b := time.Date(now.Year(), now.Month(), now.Day(), 12, 0, 0, 0, time.UTC)
	return int(b.Sub(a).Hours() / 24)
}

// minutes is "34 minutes", "1 hour 5 minutes".
func minutes(d time.Duration) string {
	m := int(d / time.Minute)
	if m < 1 {
		return "less than a minute"
	}
	h, m := m/60, m%60
	var parts []string
	if h > 0 {
		parts = append(parts, plural(h, "hour"))
	}
	if m > 0 {
		parts = append(parts, plural(m, "minute"))
	}
	return strings.Join(parts, " ")
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// brief is "45 min", "1 h 30 min", "90 s", "2 days": read back by
// reminders.ParseDuration once the blanks are gone, days aside.
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
// brief writes it.
func often(d time.Duration) string {
	if d >= time.Minute && d < 2*time.Hour && d%time.Minute == 0 {
		return fmt.Sprintf("%d min", d/time.Minute)
	}
	return brief(d)
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
