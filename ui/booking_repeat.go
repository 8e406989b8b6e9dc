package ui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
)

// repeatChoice is a way to repeat.
type repeatChoice struct {
	name string
	ends bool                                    // a last day can be given
	rule func(start calendar.Wall) calendar.Rule // nil keeps what there is
}

// The ways to repeat, by their places.
const (
	repeatNever = iota
	repeatWeekly
	repeatTwoWeekly
	repeatMonthly
	repeatKept
)

// repeatsOf are the ways an appointment can repeat: the usual ones, and that of
// its own.
func repeatsOf(d calendar.Details) []repeatChoice {
	out := []repeatChoice{
		{name: catalog.L("Just once")},
		{catalog.L("Weekly"), true, func(calendar.Wall) calendar.Rule { return calendar.Weekly(1) }},
		{catalog.L("Every two weeks"), true, func(calendar.Wall) calendar.Rule { return calendar.Weekly(2) }},
		{catalog.L("Monthly"), true, calendar.Monthly},
	}
	if d.Rule != "" && usualRepeat(d) == repeatKept {
		out = append(out, repeatChoice{name: ruleWords(d.Rule, d.Zone)})
	}
	return out
}

// ruleOf is a rule taken apart. A rule that cannot be read has nothing intact.
func ruleOf(rule, zone string) calendar.Repeat {
	r, err := calendar.ParseRule(rule)
	z, bad := time.LoadLocation(zone)
	if err != nil || bad != nil {
		return calendar.Repeat{}
	}
	return r.Repeat(z)
}

// usualRepeat is which of the usual ways a rule is, or repeatKept.
func usualRepeat(d calendar.Details) int {
	r := ruleOf(d.Rule, d.Zone)
	byStart := len(r.Days) == 0 || len(r.Days) == 1 && r.Days[0] == calendar.RepeatDay{Day: d.Start.Weekday()}
	switch {
	case !r.Intact || r.Count > 0 || len(r.Dates) > 0:
		return repeatKept
	case r.Unit == calendar.UnitWeek && byStart && r.Every <= 2:
		return repeatWeekly + r.Every - 1
	case r.Unit == calendar.UnitMonth && r.Every == 1 && slices.Equal(r.Days, calendar.Monthly(d.Start).Repeat(time.UTC).Days):
		return repeatMonthly
	}
	return repeatKept
}

// repeatOf is how an appointment repeats, and until when.
func (f *bookingForm) repeatOf(d calendar.Details) (choice int, until string) {
	if d.Rule == "" {
		return repeatNever, ""
	}
	choice = usualRepeat(d)
	if r := ruleOf(d.Rule, d.Zone); r.Ends && choice != repeatKept {
		until = dayText(r.Last)
	}
	return choice, until
}

func (f *bookingForm) repeatField() *formField {
	var names []string
	for _, r := range f.repeats {
		names = append(names, r.name)
	}
	var which *oneOf
	which = newOneOf(true, func() {
		f.draft.repeat = which.chosen
		f.show()
		f.edited("repeat", "until")
	}, names...)
	which.set(f.draft.repeat)
	which.name(catalog.L("Repeats"))
	return newFormField(catalog.L("Repeats"), "", which.box(), which.chips[0])
}

func (f *bookingForm) untilField() *formField {
	e := textField(catalog.L("Until"), f.draft.until, func(s string) { f.draft.until = s; f.edited("until") })
	e.SetPlaceHolder(catalog.L("A day, or nothing for as long as you like"))
	return newFormField(catalog.L("Until"), "", e, e)
}

// ruleTyped is how it repeats, as an RRULE. What was left alone stays as it
// was: a move takes its days along.
func (f *bookingForm) ruleTyped(start calendar.Wall) (string, error) {
	d := f.draft
	choice := f.repeats[d.repeat]
	if d.repeat == f.begun.repeat && d.until == f.begun.until || choice.rule == nil && d.repeat == repeatKept {
		return f.was.Rule, nil
	}
	if choice.rule == nil {
		return "", nil
	}
	r := choice.rule(start)
	if strings.TrimSpace(d.until) == "" {
		return r.String(), nil
	}
	last, err := parseDay(d.until, f.s.w.dates.monthFirst, timeOf(start))
	if err != nil {
		wrong := asBookingError(err)
		wrong.Field = "until"
		return "", wrong
	}
	if last < start.Midnight() {
		return "", &calendar.FieldError{Field: "until", Problem: catalog.L("it ends before it begins"), Hint: catalog.L("give a later day, or none")}
	}
	return r.Until(last).String(), nil
}

// ruleWords says how something repeats.
func ruleWords(rule, zone string) string {
	r := ruleOf(rule, zone)
	if !r.Intact {
		return catalog.L("As in its calendar: {{.Rule}}", catalog.D{"Rule": rule})
	}
	var text string
	switch r.Unit {
	case calendar.UnitDay:
		text = catalog.N("Every day", "Every {{.Count}} days", r.Every)
	case calendar.UnitWeek:
		text = catalog.N("Every week", "Every {{.Count}} weeks", r.Every)
	case calendar.UnitMonth:
		text = catalog.N("Every month", "Every {{.Count}} months", r.Every)
	default:
		text = catalog.N("Every year", "Every {{.Count}} years", r.Every)
	}
	var days []string
	for _, d := range r.Days {
		days = append(days, nthDay(d))
	}
	for _, n := range r.Dates {
		days = append(days, catalog.L("day {{.Number}} of the month", catalog.D{"Number": n}))
	}
	if len(days) > 0 {
		text = catalog.L("{{.Often}}: {{.Days}}", catalog.D{"Often": text, "Days": strings.Join(days, ", ")})
	}
	switch {
	case r.Count > 0:
		text = catalog.N("{{.Often}}, once", "{{.Often}}, {{.Count}} times", r.Count, catalog.D{"Often": text})
	case r.Ends:
		text = catalog.L("{{.Often}}, until {{.Day}}", catalog.D{"Often": text, "Day": dayText(r.Last)})
	}
	return text
}

// nthDay is "Thursday", or "the second Thursday".
func nthDay(d calendar.RepeatDay) string {
	day := catalog.D{"Weekday": catalog.Weekday(d.Day)}
	switch d.Nth {
	case 0:
		return catalog.Weekday(d.Day)
	case 1:
		return catalog.L("the first {{.Weekday}}", day)
	case 2:
		return catalog.L("the second {{.Weekday}}", day)
	case 3:
		return catalog.L("the third {{.Weekday}}", day)
	case 4:
		return catalog.L("the fourth {{.Weekday}}", day)
	case -1:
		return catalog.L("the last {{.Weekday}}", day)
	}
	day["Number"] = strconv.Itoa(d.Nth)
	return catalog.L("{{.Weekday}} number {{.Number}}", day)
}
