package ui

import (
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/diary"
)

// bookingFields are the form's fields where an appointment calls them otherwise.
var (
	bookingFields = map[string]string{"start": "time", "rule": "until"}
	bookingOrder  = []string{"date", "time", "length", "zone", "type", "title", "therapist", "place", "repeat", "until", "leads", "notes"} // as one reads them
)

// fail puts what is wrong where it is wrong, and the focus on the first of it.
func (f *bookingForm) fail(wrong []*calendar.FieldError) {
	var out []*diary.FieldError
	for _, e := range wrong {
		field := e.Field
		if other := bookingFields[field]; other != "" {
			field = other
		}
		if field == "until" && !f.fields["until"].box.Visible() {
			field = "repeat"
		}
		if field == "zone" {
			f.zoned = true
		}
		out = append(out, &diary.FieldError{Field: field, Problem: e.Problem, Hint: e.Hint})
	}
	slices.SortStableFunc(out, func(a, b *diary.FieldError) int {
		return slices.Index(bookingOrder, a.Field) - slices.Index(bookingOrder, b.Field)
	})
	f.show()
	failFields(&f.formHead, f.fields, out)
}

// changedBooking is what saving did: what there was of it, nothing if it is
// new, and what became of it.
type changedBooking struct {
	former Booked
	became []Booked
}

// save keeps the appointment and leads to the Massage screen.
func (f *bookingForm) save() {
	if f.saving || len(f.fields) == 0 {
		return
	}
	d, wrong := f.read()
	if len(wrong) == 0 {
		if _, err := f.parts(d); err != nil {
			wrong = append(wrong, asBookingError(err))
		}
	}
	if len(wrong) > 0 {
		f.fail(wrong)
		return
	}
	if f.ref != "" {
		f.change(catalog.L("Saved: {{.When}}.", catalog.D{"When": f.whenWords(d)}),
			func(a Booked, uid string) ([]Booked, error) { return a.Edit(f.at, f.was, d, f.scope, uid) },
			func(err error) { f.fail([]*calendar.FieldError{asBookingError(err)}) })
		return
	}
	f.saving = true
	w := f.s.w
	fetch(w, func() (Booked, error) { return w.Calendar.AddAppointment(fresh(d)) }, func(kept Booked, err error) {
		f.saving = false
		if err != nil {
			f.fail([]*calendar.FieldError{asBookingError(err)})
			return
		}
		f.done(catalog.L("Booked: {{.When}}.", catalog.D{"When": f.whenWords(d)}),
			func() error { return w.Calendar.DeleteAppointment(kept.UID) })
	})
}

// whenWords is when an appointment with those details is, in words.
func (f *bookingForm) whenWords(d calendar.Details) string {
	a := fresh(d)
	a.Rule, a.AllDay = "", d.AllDay
	o, _ := a.Occurrence(a.Start)
	return f.s.w.occurrenceWhen(o)
}

// change makes one change to the appointment, says so and offers to take it
// back.
func (f *bookingForm) change(said string, how func(a Booked, uid string) ([]Booked, error), failed func(error)) {
	w := f.s.w
	f.saving = true
	fetch(w, func() (did changedBooking, err error) {
		did.became, err = w.Calendar.ChangeAppointment(f.a.UID, func(a Booked, uid string) ([]Booked, error) {
			did.former = a
			return how(a, uid)
		})
		return did, err
	}, func(did changedBooking, err error) {
		f.saving = false
		if err != nil {
			failed(err)
			return
		}
		f.done(said, func() error { return w.putBack(did) })
	})
}

// putBack makes appointments what they were: what was cut off is one with the
// rest again.
func (w *Window) putBack(did changedBooking) error {
	if err := w.Calendar.PutAppointments([]Booked{did.former}); err != nil {
		return err
	}
	for _, a := range did.became {
		if a.UID != did.former.UID {
			if err := w.Calendar.DeleteAppointment(a.UID); err != nil {
				return err
			}
		}
	}
	return nil
}

// done leads to the Massage screen after something was done, and offers to take
// it back. What was typed is there again then.
func (f *bookingForm) done(said string, undo func() error) {
	w := f.s.w
	f.s.drop(f.part)
	w.replan()
	w.leaveFor(Massage, "")
	w.offerUndo(said, func() {
		w.ask(catalog.L("Undo"), undo, func() {
			w.massageChanged()
			if f.unsaved() || f.ref == "" {
				f.s.forms[f.part] = f
				w.OpenAt(Booking, f.part)
				f.reread()
			}
		})
	})
}

// reread looks at what is booked now.
func (f *bookingForm) reread() {
	w := f.s.w
	fetch(w, func() ([]Booked, error) { return w.Calendar.AppointmentsBetween(time.Time{}, time.Time{}) }, func(all []Booked, err error) {
		if err == nil {
			f.all = all
			clear(f.booked)
			f.grid.Refresh()
			f.judge()
		}
	})
}
