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

// loggedFor is how long after an appointment it can be logged from it.
const loggedFor = 365 * 24 * time.Hour

// fromAppointment makes a new visit the one that its appointment announced:
// then, there, with that person. A visit that is changed stays as it is.
func (f *visitForm) fromAppointment(v Visited) Visited {
	now := f.s.w.now()
	o, ok := occurrenceCalled(f.known.booked, f.ref, now)
	if f.id != "" || !ok {
		return v
	}
	v.Appointment, v.At = f.ref, o.Start
	f.begun = o.Status == calendar.Planned && !o.Start.After(now)
	switch {
	case o.AllDay && !o.End.After(now): // nobody knows when; it was on that day
		v.At = noonBefore(o.End, now.Location())
	case o.AllDay || v.At.After(now):
		v.At = roundWhen(now)
	default:
		v.Length, f.timed = o.End.Sub(o.Start), true
	}
	if o.Type != "" {
		v.Type = o.Type
	}
	if i := slices.IndexFunc(f.known.therapists, func(t Therapist) bool {
		return t.ID == o.Therapist || strings.EqualFold(t.Name, o.Therapist)
	}); i >= 0 {
		v.Therapist = f.known.therapists[i].ID
	}
	return v
}

// noonBefore is the noon before a midnight, by the clocks of a zone.
func noonBefore(midnight time.Time, zone *time.Location) time.Time {
	y, m, d := midnight.Date()
	return time.Date(y, m, d-1, 12, 0, 0, 0, zone)
}

// missed is a button for an appointment that did not take place, where the form
// is about one that may be said of.
func (f *visitForm) missed() fyne.CanvasObject {
	b := widgets.NewButton(catalog.L("It did not take place"), widgets.Quiet, f.markMissed)
	b.Hint = catalog.L("Say that this appointment did not take place")
	return widgets.NewWrap(8, 8, b)
}

// markMissed says that the appointment did not take place, and leads to the
// Massage screen. What was typed comes back when it is taken back.
func (f *visitForm) markMissed() {
	w := f.s.w
	o, ok := occurrenceCalled(f.known.booked, f.ref, w.now())
	if f.saving || !ok {
		return
	}
	f.saving = true
	mark := func(s calendar.Status) error {
		_, err := w.Calendar.ChangeAppointment(o.UID, func(a Booked, _ string) ([]Booked, error) {
			marked, err := a.Mark(o.At, s, w.now())
			return []Booked{marked}, err
		})
		return err
	}
	fetch(w, func() (struct{}, error) { return struct{}{}, mark(calendar.Missed) }, func(_ struct{}, err error) {
		f.saving = false
		if err != nil {
			f.failed(catalog.L("This was not saved: {{.Problem}}", catalog.D{"Problem": plain(err)}), nil)
			return
		}
		f.s.drop(f.part)
		w.replan()
		w.leaveFor(Massage, "")
		w.offerUndo(catalog.L("It did not take place: {{.When}}.", catalog.D{"When": w.occurrenceWhen(o)}), func() {
			w.ask(catalog.L("Undo"), func() error { return mark(calendar.Planned) }, func() {
				w.massageChanged()
				f.s.forms[f.part] = f
				w.OpenAt(Visit, f.part)
			})
		})
	})
}

// occurrenceCalled is the occurrence of that name among those of the last year
// and of today.
func occurrenceCalled(all []Booked, ref string, now time.Time) (calendar.Occurrence, bool) {
	for _, a := range all {
		if ref == "" || ref != a.UID && !strings.HasPrefix(ref, a.UID+"@") {
			continue
		}
		for _, o := range a.Occurrences(now.Add(-loggedFor), now.AddDate(0, 0, 1)) {
			if o.Ref() == ref {
				return o, true
			}
		}
	}
	return calendar.Occurrence{}, false
}
