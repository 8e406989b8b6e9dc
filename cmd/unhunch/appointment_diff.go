package main

import (
	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
)

// mostChanges is how many lines say what a step changes.
const mostChanges = 8

// changeLines say what a step changes of an appointment that is there, from what
// to what, one thing a line.
func (a *app) changeLines(s calendar.Step) []string {
	if s.Was == nil || s.Action != calendar.Update && s.Action != calendar.Cancel {
		return nil
	}
	var out []string
	list := calendar.Differences(*s.Was, s.Appointment)
	for _, d := range list {
		if line := a.changeLine(*s.Was, s.Appointment, d); line != "" {
			out = append(out, line)
		}
	}
	if n := len(out) - mostChanges; n > 0 {
		out = append(out[:mostChanges], catalog.N("and one more change", "and {{.Count}} more changes", n))
	}
	return out
}

func (a *app) changeLine(was, is calendar.Appointment, d calendar.Difference) string {
	fromTo := func(from, to string) string {
		return catalog.L("{{.From}} → {{.To}}", catalog.D{"From": from, "To": to})
	}
	text := func(what string) string {
		none := catalog.L("(nothing)")
		from, to := d.From, d.To
		if from == "" {
			from = none
		}
		if to == "" {
			to = none
		}
		return catalog.L("{{.Name}}: {{.Change}}", catalog.D{"Name": what, "Change": fromTo(from, to)})
	}
	switch d.Field {
	case calendar.FieldWhen:
		before, ok := was.First(a.now())
		after, ok2 := is.First(a.now())
		if ok && ok2 {
			return fromTo(spanOf(before), spanOf(after))
		}
	case calendar.FieldTitle:
		return text(catalog.L("title"))
	case calendar.FieldPlace:
		return text(catalog.L("place"))
	case calendar.FieldType:
		return text(catalog.L("type"))
	case calendar.FieldTherapist:
		return text(catalog.L("therapist"))
	case calendar.FieldRepeats:
		return text(catalog.L("repeats"))
	case calendar.FieldNotes:
		return catalog.L("the notes are others")
	case calendar.FieldLeads:
		return catalog.L("the reminders are others")
	case calendar.FieldOne:
		return occurrenceChange(d, fromTo)
	}
	return "" // the action says it
}

// occurrenceChange says what becomes of one occurrence of a series.
func occurrenceChange(d calendar.Difference, fromTo func(from, to string) string) string {
	switch {
	case d.Is == nil:
		return catalog.L("{{.When}} is left out", catalog.D{"When": spanOf(*d.Was)})
	case d.Was == nil:
		return catalog.L("{{.When}} is added", catalog.D{"When": spanOf(*d.Is)})
	case d.Is.Status == calendar.Cancelled && d.Was.Status != calendar.Cancelled:
		return catalog.L("{{.When}} is cancelled", catalog.D{"When": spanOf(*d.Was)})
	case spanOf(*d.Was) != spanOf(*d.Is):
		return fromTo(spanOf(*d.Was), spanOf(*d.Is))
	}
	return catalog.L("{{.When}}: its details are others", catalog.D{"When": spanOf(*d.Is)})
}
