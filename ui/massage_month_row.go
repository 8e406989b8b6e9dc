package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/ui/widgets"
)

// bookedRow is one occurrence: when, what, where, what became of it, and what
// can be done about it. With dated its day is said, too.
func (c *calendarCard) bookedRow(o calendar.Occurrence, dated bool) fyne.CanvasObject {
	w, ref, st := c.s.w, o.Ref(), c.stateOf(o)
	full := w.occurrenceWhen(o)
	when := full
	if !dated {
		when = w.occurrenceTimes(o)
	}
	d := catalog.D{"When": full}
	var buttons []*widgets.Button
	add := func(label, hint string, kind widgets.Kind, do func()) *widgets.Button {
		b := smallButton(label, hint, kind, do)
		buttons = append(buttons, b)
		return b
	}
	change := func() {
		add(catalog.L("Change"), catalog.L("Change {{.When}}", d), widgets.Plain, func() { w.OpenAt(Booking, ref) })
	}
	var turn *widgets.Button // off, or on again
	off := func() {
		turn = add(catalog.L("Call off"), catalog.L("Call off {{.When}}", d), widgets.Plain, func() { c.s.w.callOff(o, full) })
	}
	switch st {
	case stateOff:
		whole := c.shown.whole[o.UID]
		label, hint := catalog.L("Take place after all"), catalog.L("{{.When}} takes place after all", d)
		if whole {
			label, hint = catalog.L("Take the series up again"), catalog.L("Take the series of {{.When}} up again", d)
		}
		turn = add(label, hint, widgets.Plain, func() { c.s.takesPlace(o, full, whole) })
	case stateLogged:
		id := c.s.known.visitOf(ref)
		turn = add(catalog.L("Open the visit"), catalog.L("Open the visit of {{.When}}", d), widgets.Plain, func() { w.OpenAt(Visit, id) })
	case stateOpen, stateMissed:
		if w.now().Sub(o.Start) < loggedFor {
			add(catalog.L("Log the visit"), catalog.L("Log the visit of {{.When}}", d), widgets.Quiet, func() { w.OpenAt(Visit, partVisitLog+ref) })
		}
		change()
		if st == stateOpen {
			off()
		}
	default:
		change()
		off()
	}
	export := add(catalog.L("Export…"), catalog.L("Export {{.When}}", d), widgets.Plain, func() { w.exportAppointments(o.UID) })
	if turn == nil {
		turn = export
	}
	c.rows.add(ref, turn, buttons...)
	words, tone := st.words()
	return eventRow(when, c.s.known.occurrenceName(o), widgets.NewPill(words, tone), buttons, c.s.known.occurrenceWhere(o), o.Notes)
}

// visitRow is one visit of the chosen day.
func (c *calendarCard) visitRow(v Visited) fyne.CanvasObject {
	w, m := c.s.w, c.s.known
	name := massageType(m.library, v.Type)
	open := smallButton(catalog.L("Open"), catalog.L("Open {{.Name}}, {{.When}}", catalog.D{"Name": name, "When": w.visitWhen(v)}), widgets.Plain, func() { w.OpenAt(Visit, v.ID) })
	c.rows.add(v.ID, open, open)
	words, tone := stateLogged.words()
	return eventRow(clock(v.At.In(w.now().Location())), name, widgets.NewPill(words, tone), []*widgets.Button{open}, visitFacts(v, m.therapists), v.Notes)
}

// eventRow is what a row of the calendar looks like. Empty lines are left out.
func eventRow(when, name string, status *widgets.Pill, buttons []*widgets.Button, lines ...string) fyne.CanvasObject {
	box := []fyne.CanvasObject{
		widgets.NewWrap(8, 4, widgets.NewPad(4, 0, 0, 0, widgets.NewHeading(when, 13, widgets.Medium, widgets.ColorInk2)), status),
		widgets.NewParagraph(name, 15, widgets.SemiBold, widgets.ColorInk),
	}
	for _, l := range lines {
		if l != "" {
			box = append(box, widgets.NewParagraph(l, 13.5, widgets.Regular, widgets.ColorInk2))
		}
	}
	row, left := make([]fyne.CanvasObject, len(buttons)), float32(0)
	for i, b := range buttons {
		if i == 0 && b.Kind == widgets.Plain {
			left = -b.Inset() // the words begin where those above do
		}
		row[i] = b
	}
	box = append(box, widgets.NewPad(2, 0, 0, left, widgets.NewWrap(0, 2, row...)))
	return widgets.NewColumn(2, box...)
}

// occurrenceTimes is "17:30–18:30" by the clock of this machine.
func (w *Window) occurrenceTimes(o calendar.Occurrence) string {
	if o.AllDay {
		return catalog.L("All day")
	}
	zone := w.now().Location()
	return clock(o.Start.In(zone)) + "–" + clock(o.End.In(zone))
}

// takesPlace takes back that an occurrence was called off; whole means that all
// of its series was.
func (s *massageScreen) takesPlace(o calendar.Occurrence, when string, whole bool) {
	w, scope := s.w, calendar.One
	if whole {
		scope = calendar.All
	}
	var before Booked
	change := func(how func(a Booked, fresh string) ([]Booked, error)) func() error {
		return func() error {
			_, err := w.Calendar.ChangeAppointment(o.UID, how)
			return err
		}
	}
	on := change(func(a Booked, fresh string) ([]Booked, error) {
		before = a
		return a.Reinstate(o.At, scope, fresh)
	})
	off := change(func(a Booked, fresh string) ([]Booked, error) {
		if !whole {
			return a.CallOff(o.At, calendar.One, fresh)
		}
		// Single ones may have been called off before all were.
		a.Status, a.Overrides = before.Status, before.Overrides
		return []Booked{a}, nil
	})
	said := catalog.L("It takes place after all: {{.When}}.", catalog.D{"When": when})
	if whole {
		said = catalog.L("The series takes place after all.")
	}
	w.ask(catalog.L("Taking it up again"), on, func() {
		w.massageChanged()
		w.offerUndo(said, func() { w.ask(catalog.L("Undo"), off, w.massageChanged) })
	})
}
