package ui

import (
	"errors"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
)

// fieldErrorOf is an error as one of a field; what is none is one of the whole.
func fieldErrorOf(err error) *diary.FieldError {
	var f *diary.FieldError
	if errors.As(err, &f) {
		return f
	}
	what, hint, _ := strings.Cut(err.Error(), "; hint: ")
	return &diary.FieldError{Problem: what, Hint: hint}
}

// savedVisit is what saving did.
type savedVisit struct {
	before, after Visited
	therapist     string // the one that was added; empty for none
}

// save keeps the visit and leads to the Massage screen.
func (f *visitForm) save() { f.saveThen(nil) }

// saveThen does so and goes on from there, unless then is nil.
func (f *visitForm) saveThen(then func(Visited)) {
	v, wrong := f.visit()
	if len(wrong) > 0 {
		f.fail(wrong)
		return
	}
	if f.saving || len(f.fields) == 0 {
		return
	}
	f.saving = true
	w, name := f.s.w, ""
	if f.draft.fresh {
		name = f.draft.name
	}
	fetch(w, func() (savedVisit, error) { return w.keepVisit(f.id, f.before.Visited, v, name) }, func(did savedVisit, err error) {
		f.saving = false
		if err != nil {
			f.fail([]*diary.FieldError{fieldErrorOf(err)})
			return
		}
		f.s.drop(f.part)
		w.replan()
		w.leaveFor(Massage, "")
		w.offerUndo(catalog.L("Visit saved. Thank you."), func() { f.takeBack(did) })
		if then != nil {
			then(did.after)
		}
	})
}

// keepVisit saves a visit, and first its therapist if they are new. Where it
// cannot, neither is kept. Of a visit that is changed, base is what the person
// saw of it: a follow-up that was answered since stays answered.
func (w *Window) keepVisit(id string, base, v Visited, name string) (savedVisit, error) {
	var did savedVisit
	if name != "" {
		t, err := w.Visits.AddTherapist(Therapist{Name: name})
		if err != nil {
			return did, err
		}
		v.Therapist, did.therapist = t.ID, t.ID
	}
	var err error
	if id == "" {
		did.after, err = w.Visits.AddVisit(v)
	} else {
		did.before, did.after, err = w.Visits.ChangeVisit(id, func(was Visited) (Visited, error) {
			now := v
			now.Appointment = was.Appointment
			if samePain(v.NextDay, base.NextDay) {
				now.NextDay = was.NextDay
			}
			if samePain(v.ThirdDay, base.ThirdDay) {
				now.ThirdDay = was.ThirdDay
			}
			return now, nil
		})
	}
	if err != nil && did.therapist != "" {
		err = errors.Join(err, w.Visits.DeleteTherapist(did.therapist))
	}
	return did, err
}

func samePain(a, b *int) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

// takeBack undoes what saving did. What was typed for a new visit is there
// again.
func (f *visitForm) takeBack(did savedVisit) {
	w := f.s.w
	w.ask(catalog.L("Undo"), func() error {
		var err error
		if f.id == "" {
			err = w.Visits.DeleteVisit(did.after.ID)
		} else {
			_, _, err = w.Visits.ChangeVisit(f.id, func(Visited) (Visited, error) { return did.before, nil })
		}
		if err == nil && did.therapist != "" {
			err = w.Visits.DeleteTherapist(did.therapist)
		}
		return err
	}, func() {
		w.massageChanged()
		if f.id == "" {
			f.s.forms[f.part] = f
			w.OpenAt(Visit, f.part)
		}
	})
}
