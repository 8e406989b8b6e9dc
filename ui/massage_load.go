package ui

import (
	"reflect"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
)

// massages is what is known of massages.
type massages struct {
	visits     []Visited // in the order they happened
	therapists []Therapist
	booked     []Booked // a series is one
	pains      []diary.Pain
	screened   []ScreeningAnswer // the latest answers before a massage
	library    *content.Massage  // nil where it cannot be read
}

// painsRead is how many pain entries are read to tell a rhythm: several a day
// over the months it is read from.
const painsRead = 1000

// loadMassages reads it.
func (w *Window) loadMassages(then func(massages, error)) {
	lib := w.library()
	fetch(w, func() (m massages, err error) {
		if m.visits, err = w.Visits.Visits(); err != nil {
			return m, err
		}
		if m.therapists, err = w.Visits.Therapists(); err != nil {
			return m, err
		}
		if m.booked, err = w.Calendar.Appointments(); err != nil {
			return m, err
		}
		if m.pains, err = w.Diary.Pains(painsRead); err != nil {
			return m, err
		}
		if m.screened, err = w.Screening.Screening(); err != nil {
			return m, err
		}
		m.library, _ = lib.Massage() // without it types are called by their ids
		return m, nil
	}, then)
}

// same tells whether nothing that was kept is different; the library is left
// out.
func (m massages) same(x massages) bool {
	m.library, x.library = nil, nil
	return reflect.DeepEqual(m, x)
}

// last is the latest visit.
func (m massages) last() (Visited, bool) { return diary.LastVisit(m.visits) }

// visit is the visit with an id.
func (m massages) visit(id string) (Visited, bool) {
	for _, v := range m.visits {
		if v.ID == id {
			return v, true
		}
	}
	return Visited{}, false
}

// visitOf is the id of the visit that an appointment was; empty if it was not
// logged.
func (m massages) visitOf(ref string) string {
	for _, v := range m.visits {
		if v.Appointment == ref {
			return v.ID
		}
	}
	return ""
}

// currency is the one that was paid in last; empty if none was.
func (m massages) currency() string {
	for i := len(m.visits) - 1; i >= 0; i-- {
		if c := m.visits[i].Cost; c.Told() {
			return c.Currency
		}
	}
	return ""
}

// replan tells the agent that visits or appointments changed, so that it speaks
// of the right ones. One that does not run reads them when it starts.
func (w *Window) replan() {
	w.off(w.Agent.Reload, func(error) {})
}

// massageChanged reads anew what shows massages, and lets the agent do so.
func (w *Window) massageChanged() {
	w.replan()
	if s, ok := w.screens[Massage].(*massageScreen); ok {
		s.shown()
	}
	if s, ok := w.screens[Prepare].(*prepareScreen); ok && w.current == Prepare {
		s.shown()
	}
}

// Returned tells that the window has the keyboard again: what it shows may have
// been changed elsewhere meanwhile, by the command line for one.
func (w *Window) Returned() {
	if s, ok := w.screens[w.current].(*massageScreen); ok && !w.closed {
		s.read(true)
	}
}
