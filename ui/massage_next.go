package ui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/ui/widgets"
)

// bookedOver is how far ahead appointments are looked for, as the agent does.
const bookedOver = 400 * 24 * time.Hour

// upcomingShown is how many appointments stand below the next one.
const upcomingShown = 2

// upcoming are the occurrences that are not over, in order, and not called off.
func upcoming(all []Booked, now time.Time) []calendar.Occurrence {
	var out []calendar.Occurrence
	for _, a := range all {
		for _, o := range a.Occurrences(now, now.Add(bookedOver)) {
			if o.Status == calendar.Planned && o.End.After(now) {
				out = append(out, o)
			}
		}
	}
	slices.SortStableFunc(out, func(x, y calendar.Occurrence) int { return x.Start.Compare(y.Start) })
	return out
}

// nextCard tells of the next appointment and of those after it, or that nothing
// is booked.
func (s *massageScreen) nextCard() fyne.CanvasObject {
	ahead := upcoming(s.known.booked, s.w.now())
	if len(ahead) == 0 {
		return s.nothingBooked()
	}
	next, when := ahead[0], s.w.occurrenceWhen(ahead[0])
	box := widgets.NewColumn(6)
	if stop := s.notToday(); stop != nil {
		box.Add(widgets.NewPad(0, 0, 6, 0, stop))
	}
	box.Add(widgets.NewCardTitle(catalog.L("Next appointment")))
	box.Add(widgets.NewParagraph(when, 17.5, widgets.SemiBold, widgets.ColorInk))
	for _, line := range []string{s.known.occurrenceFacts(next), next.Notes} {
		if line != "" {
			box.Add(widgets.NewParagraph(line, 14, widgets.Regular, widgets.ColorInk2))
		}
	}
	for _, o := range s.beforeYouGo() {
		box.Add(o)
	}
	prepare := widgets.NewButton(catalog.L("Prepare"), widgets.Primary, func() { s.w.Open(Prepare) })
	move := widgets.NewButton(catalog.L("Move"), widgets.Quiet, func() { s.w.OpenAt(Booking, next.Ref()) })
	move.Hint = catalog.L("Move {{.When}}", catalog.D{"When": when})
	off := widgets.NewButton(catalog.L("Call off"), widgets.Plain, func() { s.w.callOff(next, when) })
	off.Hint = catalog.L("Call off {{.When}}", catalog.D{"When": when})
	box.Add(widgets.NewPad(4, 0, 6, 0, widgets.NewWrap(8, 8, prepare, move, off)))
	for i, o := range ahead[1:min(len(ahead), 1+upcomingShown)] {
		if i == 0 {
			box.Add(widgets.NewLine())
		}
		box.Add(widgets.NewParagraph(catalog.L("Then {{.When}}", catalog.D{"When": s.w.occurrenceWhen(o)}), 13.5, widgets.Regular, widgets.ColorInk2))
	}
	return widgets.NewCard(box)
}

// occurrenceWhen is "Thursday, 26 November, 17:30–18:30", by the clock of this
// machine; an appointment of whole days has no clock time.
func (w *Window) occurrenceWhen(o calendar.Occurrence) string {
	now := w.now()
	day := func(t time.Time) string {
		if daysBetween(t, now) == -1 {
			return sentence(catalog.L("tomorrow"))
		}
		return sentence(w.dates.heading(t, now))
	}
	if o.AllDay {
		y, m, d := o.Start.Date()
		return day(time.Date(y, m, d, 12, 0, 0, 0, now.Location()))
	}
	start, end := o.Start.In(now.Location()), o.End.In(now.Location())
	return catalog.L("{{.Day}}, {{.Time}}", catalog.D{"Day": day(start), "Time": clock(start) + "–" + clock(end)})
}

// occurrenceName is what it is: its title, or the type of massage.
func (m massages) occurrenceName(o calendar.Occurrence) string {
	if o.Title == "" || o.Type != "" && strings.EqualFold(o.Title, o.Type) {
		return massageType(m.library, o.Type)
	}
	return o.Title
}

// occurrenceWhere is with whom and where, in a line.
func (m massages) occurrenceWhere(o calendar.Occurrence) string {
	who := therapistName(m.therapists, o.Therapist)
	if who == "" {
		who = o.Therapist
	}
	return strings.Join(slices.DeleteFunc([]string{who, o.Place}, func(p string) bool { return p == "" }), " · ")
}

// occurrenceFacts is what, with whom and where, in a line.
func (m massages) occurrenceFacts(o calendar.Occurrence) string {
	if where := m.occurrenceWhere(o); where != "" {
		return m.occurrenceName(o) + " · " + where
	}
	return m.occurrenceName(o)
}

// callOff cancels one occurrence; the rest of its series stays.
func (w *Window) callOff(o calendar.Occurrence, when string) {
	change := func(how func(a Booked, fresh string) ([]Booked, error)) func() error {
		return func() error {
			_, err := w.Calendar.ChangeAppointment(o.UID, how)
			return err
		}
	}
	cancel := change(func(a Booked, fresh string) ([]Booked, error) { return a.CallOff(o.At, calendar.One, fresh) })
	back := change(func(a Booked, fresh string) ([]Booked, error) { return a.Reinstate(o.At, calendar.One, fresh) })
	w.ask(catalog.L("Calling it off"), cancel, func() {
		w.massageChanged()
		w.offerUndo(catalog.L("Called off: {{.When}}. Tell your therapist, too.", catalog.D{"When": when}), func() {
			w.ask(catalog.L("Undo"), back, w.massageChanged)
		})
	})
}
