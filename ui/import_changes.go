package ui

import (
	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
)

// mostChanges is how many lines say what an import changes of one appointment.
const mostChanges = 6

// stepChanges say what a step changes, from what to what.
func (w *Window) stepChanges(c *calendarFile, s calendar.Step) []string {
	if s.Was == nil || s.Action == calendar.Skip {
		return nil
	}
	var out []string
	for _, d := range calendar.Differences(*s.Was, s.Appointment) {
		if line := w.changeLine(c, *s.Was, s.Appointment, d); line != "" {
			out = append(out, line)
		}
	}
	if n := len(out) - mostChanges; n > 0 {
		out = append(out[:mostChanges], catalog.N("And one more change", "And {{.Count}} more changes", n))
	}
	return out
}

func (w *Window) changeLine(c *calendarFile, was, is Booked, d calendar.Difference) string {
	fromTo := func(name, from, to string) string {
		none := catalog.L("(nothing)")
		if from == "" {
			from = none
		}
		if to == "" {
			to = none
		}
		return catalog.L("{{.Name}}: {{.From}} → {{.To}}", catalog.D{"Name": name, "From": from, "To": to})
	}
	switch d.Field {
	case calendar.FieldWhen:
		before, ok := was.First(w.now())
		after, ok2 := is.First(w.now())
		if ok && ok2 {
			return fromTo(catalog.L("Time"), w.fileWhen(before), w.fileWhen(after))
		}
	case calendar.FieldTitle:
		return fromTo(catalog.L("Title"), d.From, d.To)
	case calendar.FieldPlace:
		return fromTo(catalog.L("Place"), d.From, d.To)
	case calendar.FieldType:
		return fromTo(catalog.L("Type"), typeOrNone(c, d.From), typeOrNone(c, d.To))
	case calendar.FieldTherapist:
		return fromTo(catalog.L("Therapist"), whoOrText(c, d.From), whoOrText(c, d.To))
	case calendar.FieldRepeats:
		return fromTo(catalog.L("Repeats"), w.repeatsInWords(was), w.repeatsInWords(is))
	case calendar.FieldNotes:
		return fromTo(catalog.L("Notes"), firstLine(d.From), firstLine(d.To))
	case calendar.FieldLeads:
		return catalog.L("The reminders are others")
	case calendar.FieldOne:
		return w.occurrenceChange(d, fromTo)
	}
	return "" // the action says it
}

// occurrenceChange says what becomes of one occurrence of a series.
func (w *Window) occurrenceChange(d calendar.Difference, fromTo func(name, from, to string) string) string {
	switch {
	case d.Is == nil:
		return catalog.L("Left out: {{.When}}", catalog.D{"When": w.fileWhen(*d.Was)})
	case d.Was == nil:
		return catalog.L("Added: {{.When}}", catalog.D{"When": w.fileWhen(*d.Is)})
	case d.Is.Status == calendar.Cancelled && d.Was.Status != calendar.Cancelled:
		return catalog.L("Cancelled: {{.When}}", catalog.D{"When": w.fileWhen(*d.Was)})
	case !d.Was.Start.Equal(d.Is.Start) || !d.Was.End.Equal(d.Is.End):
		return fromTo(catalog.L("One of them"), w.fileWhen(*d.Was), w.fileWhen(*d.Is))
	}
	return catalog.L("Other details: {{.When}}", catalog.D{"When": w.fileWhen(*d.Is)})
}

func typeOrNone(c *calendarFile, id string) string {
	if id == "" {
		return ""
	}
	return massageType(c.library, id)
}

func whoOrText(c *calendarFile, id string) string {
	if name := therapistName(c.therapists, id); name != "" {
		return name
	}
	return id
}
