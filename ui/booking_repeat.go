package ui

import (
	"slices"
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
func (w *Window) repeatsOf(d calendar.Details) []repeatChoice {
	out := []repeatChoice{
		{name: catalog.L("Just once")},
		{catalog.L("Weekly"), true, func(calendar.Wall) calendar.Rule { return calendar.Weekly(1) }},
		{catalog.L("Every two weeks"), true, func(calendar.Wall) calendar.Rule { return calendar.Weekly(2) }},
		{catalog.L("Monthly"), true, calendar.Monthly},
	}
	if d.Rule != "" && usualRepeat(d) == repeatKept {
		out = append(out, repeatChoice{name: w.ruleName(d)})
	}
	return out
}

// patternOf is a rule taken apart; false where it cannot be read.
func patternOf(d calendar.Details) (calendar.Pattern, bool) {
	return Booked{Rule: d.Rule, Zone: d.Zone}.Pattern()
}

// ruleName says what keeping a rule means.
func (w *Window) ruleName(d calendar.Details) string {
	if p, ok := patternOf(d); ok && !p.Odd {
		return sentence(w.patternInWords(p))
	}
	return catalog.L("As in its calendar: {{.Rule}}", catalog.D{"Rule": d.Rule})
}

// usualRepeat is which of the usual ways a rule is, or repeatKept.
func usualRepeat(d calendar.Details) int {
	r, ok := patternOf(d)
	byStart := len(r.Days) == 0 || len(r.Days) == 1 && r.Days[0] == calendar.PatternDay{Day: d.Start.Weekday()}
	switch {
	case !ok || r.Odd || r.Count > 0 || len(r.Months)+len(r.MonthDays) > 0:
		return repeatKept
	case r.Unit == calendar.ByWeek && byStart && r.Every <= 2:
		return repeatWeekly + r.Every - 1
	case r.Unit == calendar.ByMonth && r.Every == 1 && slices.Equal(r.Days, calendar.Monthly(d.Start).Pattern(time.UTC).Days):
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
	if r, ok := patternOf(d); ok && r.Ends && choice != repeatKept {
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
