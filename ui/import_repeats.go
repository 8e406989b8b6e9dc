package ui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
)

// repeatsInWords says how an appointment repeats, as in "every 2 weeks on
// Thursday, 8 times"; empty where it does not.
func (w *Window) repeatsInWords(a Booked) string {
	p, ok := a.Pattern()
	dates := ""
	if n := len(a.RDates); n > 0 {
		dates = catalog.N("on one more day", "on {{.Count}} more days", n)
	}
	if !ok {
		return dates
	}
	text := w.patternInWords(p)
	if dates != "" {
		text = text + catalog.L(", ") + catalog.L("and {{.Dates}}", catalog.D{"Dates": dates})
	}
	return text
}

// patternInWords says how a rule repeats.
func (w *Window) patternInWords(p calendar.Pattern) string {
	text := everyInWords(p)
	if days := daysInWords(p); days != "" {
		text = catalog.L("{{.Every}} on {{.Days}}", catalog.D{"Every": text, "Days": days})
	}
	parts := []string{text}
	if p.Odd {
		parts = append(parts, catalog.L("by a rule of its own"))
	}
	if p.Count > 0 {
		parts = append(parts, catalog.N("once", "{{.Count}} times", p.Count))
	}
	if p.Ends {
		y, m, d := p.Last.Date()
		parts = append(parts, catalog.L("until {{.Date}}", catalog.D{"Date": w.dates.short(time.Date(y, m, d, 12, 0, 0, 0, time.UTC), w.now())}))
	}
	return strings.Join(parts, catalog.L(", "))
}

func everyInWords(p calendar.Pattern) string {
	switch p.Unit {
	case calendar.ByDay:
		return catalog.N("every day", "every {{.Count}} days", p.Every)
	case calendar.ByWeek:
		return catalog.N("every week", "every {{.Count}} weeks", p.Every)
	case calendar.ByMonth:
		return catalog.N("every month", "every {{.Count}} months", p.Every)
	case calendar.ByYear:
	}
	return catalog.N("every year", "every {{.Count}} years", p.Every)
}

// daysInWords are the days of a period, as in "the second Thursday"; empty where
// they follow the start.
func daysInWords(p calendar.Pattern) string {
	var names []string
	for _, d := range p.Days {
		name := catalog.Weekday(d.Day)
		if d.Nth != 0 {
			name = nthDay(d.Nth, name)
		}
		names = append(names, name)
	}
	for _, d := range p.MonthDays {
		switch {
		case d == -1:
			names = append(names, catalog.L("the last day"))
		case d > 0:
			names = append(names, catalog.L("day {{.Number}}", catalog.D{"Number": d}))
		default:
			names = append(names, catalog.L("day {{.Number}} from the end", catalog.D{"Number": strconv.Itoa(-d)}))
		}
	}
	text := strings.Join(names, catalog.L(", "))
	var months []string
	for _, m := range p.Months {
		months = append(months, catalog.Month(m))
	}
	if in := strings.Join(slices.Compact(months), catalog.L(", ")); in != "" && text != "" {
		text = catalog.L("{{.Days}} in {{.Months}}", catalog.D{"Days": text, "Months": in})
	}
	return text
}

// nthDay is a day of the week of a month, as in "the last Thursday".
func nthDay(n int, name string) string {
	d := catalog.D{"Day": name, "Number": n}
	switch n {
	case 1:
		return catalog.L("the first {{.Day}}", d)
	case 2:
		return catalog.L("the second {{.Day}}", d)
	case 3:
		return catalog.L("the third {{.Day}}", d)
	case 4:
		return catalog.L("the fourth {{.Day}}", d)
	case -1:
		return catalog.L("the last {{.Day}}", d)
	}
	if n < 0 {
		d["Number"] = -n
		return catalog.L("{{.Day}} number {{.Number}} from the end", d)
	}
	return catalog.L("{{.Day}} number {{.Number}}", d)
}
