package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/ui/widgets"
)

// nextWords is what a button says that books the next appointment.
func nextWords(weeks int) string {
	return catalog.N("Book next in {{.Count}} week", "Book next in {{.Count}} weeks", weeks)
}

// nothingBooked is the card of the next appointment where there is none: when
// it would be due, and a way to make one.
func (s *massageScreen) nothingBooked() fyne.CanvasObject {
	w := s.w
	box := widgets.NewColumn(6, widgets.NewCardTitle(catalog.L("Next appointment")),
		widgets.NewParagraph(catalog.L("Nothing is booked"), 17.5, widgets.SemiBold, widgets.ColorInk))
	if due := s.known.rhythm(w.now()).Due; !due.IsZero() {
		text := catalog.L("The next one is due by {{.Day}}.", catalog.D{"Day": w.dates.heading(due, w.now())})
		if !w.now().Before(due) {
			text = catalog.L("The next one was due by {{.Day}}.", catalog.D{"Day": w.dates.heading(due, w.now())})
		}
		box.Add(widgets.NewParagraph(text, 14, widgets.Regular, widgets.ColorInk2))
	}
	book := widgets.NewButton(catalog.L("New appointment"), widgets.Primary, func() { w.OpenAt(Booking, partNew) })
	box.Add(widgets.NewPad(4, 0, 0, 0, widgets.NewWrap(8, 8, book)))
	return widgets.NewCard(box)
}

// bookNext is the button that books the next appointment after the last visit.
// It is nil where something is booked, or where the visits suggest not to go.
func (s *massageScreen) bookNext() fyne.CanvasObject {
	w, now := s.w, s.w.now()
	v, any := s.known.last()
	if !any || len(upcoming(s.known.booked, now)) > 0 {
		return nil
	}
	day, ok := w.nextDay(s.known, v)
	if !ok {
		return nil
	}
	label := catalog.L("Book next for {{.Day}}", catalog.D{"Day": w.dates.short(timeOf(day), now)})
	if weeks, _ := s.known.nextIn(now); day-calendar.WallAt(now).Midnight() == calendar.Wall(weeks)*oneWeek {
		label = nextWords(weeks)
	}
	next := widgets.NewButton(label, widgets.Quiet, func() { w.OpenAt(Booking, partAfter+v.ID) })
	return widgets.NewPad(4, 0, 0, 0, widgets.NewWrap(0, 0, next))
}

// nextButton saves a new visit and goes on to the next appointment. It is nil
// for an older visit, where one is booked and where the visits suggest not to
// go.
func (f *visitForm) nextButton() *widgets.Button {
	now := f.s.w.now()
	weeks, ok := f.weeksToNext()
	if f.id != "" || !ok || len(upcoming(f.known.booked, now)) > 0 {
		return nil
	}
	b := widgets.NewButton(nextWords(weeks), widgets.Quiet, func() {
		f.saveThen(func(v Visited) {
			f.s.w.OpenAt(Booking, partAfter+v.ID)
		})
	})
	b.Hint = nextHint(weeks)
	return b
}

func nextHint(weeks int) string {
	return catalog.L("Save the visit. {{.What}}", catalog.D{"What": nextWords(weeks)})
}

// relabelNext says on the button what goes with what is typed now.
func (f *visitForm) relabelNext() {
	weeks, ok := f.weeksToNext()
	setVisible(f.next, ok)
	if ok && f.next.Label != nextWords(weeks) {
		f.next.SetLabel(nextWords(weeks))
		f.next.Hint = nextHint(weeks)
		f.s.p.Reflow()
	}
}

// weeksToNext is in how many weeks the next one is once this visit is saved.
func (f *visitForm) weeksToNext() (int, bool) {
	m := f.known
	v, _ := f.visit()
	m.visits = append(m.visits[:len(m.visits):len(m.visits)], v)
	return m.nextIn(f.s.w.now())
}
