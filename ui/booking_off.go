package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/ui/widgets"
)

// offCard is where an appointment is called off, or that is taken back, and
// where all of it is deleted.
func (f *bookingForm) offCard() fyne.CanvasObject {
	o, _ := f.a.Occurrence(f.at)
	off := o.Status == calendar.Cancelled
	text := catalog.L("Called off, it stays in your calendar, crossed out. Tell your therapist, too.")
	if off {
		text = catalog.L("It is called off. You can take that back.")
	}
	f.off = widgets.NewButton("", widgets.Quiet, func() { f.callOff(off) })
	f.offWords()
	label := catalog.L("Delete")
	if f.series() {
		label = catalog.L("Delete the whole series")
	}
	del := widgets.NewButton(label, widgets.Plain, f.delete)
	del.Hint = catalog.L("{{.What}}: {{.Name}}", catalog.D{"What": label, "Name": f.known.called(o)})
	return widgets.NewCard(widgets.NewColumn(10,
		widgets.NewCardTitle(catalog.L("It does not take place?")),
		widgets.NewParagraph(text, 14, widgets.Regular, widgets.ColorInk2),
		widgets.NewWrap(8, 8, f.off, del)))
}

// offWords says on the button what it does, as far as the change goes.
func (f *bookingForm) offWords() {
	if f.off == nil {
		return
	}
	o, _ := f.a.Occurrence(f.at)
	off, several := o.Status == calendar.Cancelled, f.series() && f.scope != calendar.One
	switch {
	case off && several:
		f.off.SetLabel(catalog.L("Take back calling them off"))
	case off:
		f.off.SetLabel(catalog.L("Take back calling it off"))
	case several && f.scope == calendar.All:
		f.off.SetLabel(catalog.L("Call all of them off"))
	case several:
		f.off.SetLabel(catalog.L("Call this and later ones off"))
	default:
		f.off.SetLabel(catalog.L("Call it off"))
	}
	f.off.Hint = catalog.L("{{.What}}: {{.Name}}", catalog.D{"What": f.off.Label, "Name": f.s.w.occurrenceWhen(o)})
}

// callOff calls the appointment off, or takes that back.
func (f *bookingForm) callOff(back bool) {
	if f.saving {
		return
	}
	w, scope := f.s.w, f.scope
	o, _ := f.a.Occurrence(f.at)
	when := catalog.D{"When": w.occurrenceWhen(o)}
	said := catalog.L("Called off: {{.When}}. Tell your therapist, too.", when)
	how := func(a Booked, uid string) ([]Booked, error) { return a.CallOff(f.at, scope, uid) }
	if back {
		said = catalog.L("It takes place: {{.When}}.", when)
		how = func(a Booked, uid string) ([]Booked, error) {
			if a.Status == calendar.Cancelled && scope == calendar.One {
				return a.Reinstate(f.at, calendar.All, uid) // one alone cannot come back
			}
			return a.Reinstate(f.at, scope, uid)
		}
	}
	f.change(said, how, func(err error) { f.fail([]*calendar.FieldError{asBookingError(err)}) })
}

// delete takes the appointment, or the whole series, out of the calendar.
func (f *bookingForm) delete() {
	if f.saving {
		return
	}
	w, uid := f.s.w, f.a.UID
	o, _ := f.a.Occurrence(f.at)
	w.ask(catalog.L("Deleting"), func() error { return w.Calendar.DeleteAppointment(uid) }, func() {
		f.done(catalog.L("Deleted: {{.Name}}.", catalog.D{"Name": f.known.called(o)}), func() error { return w.Calendar.UndeleteAppointment(uid) })
	})
}
