package ui

import (
	"slices"
	"strings"
	"time"

	"github.com/unhunch/unhunch/reminders/calendar"
)

// loggedFor is how long after an appointment it can be logged from it.
const loggedFor = 8 * 24 * time.Hour

// fromAppointment makes a new visit the one that its appointment announced:
// then, there, with that person. A visit that is changed stays as it is.
func (f *visitForm) fromAppointment(v Visited) Visited {
	now := f.s.w.now()
	o, ok := occurrenceCalled(f.known.booked, f.ref, now)
	if f.id != "" || !ok {
		return v
	}
	v.Appointment, v.At = f.ref, o.Start
	if o.AllDay || v.At.After(now) {
		v.At = roundWhen(now)
	} else {
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

// occurrenceCalled is the occurrence of that name among those of the last days
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
