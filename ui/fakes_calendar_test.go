package ui

import (
	"slices"
	"time"

	"github.com/unhunch/unhunch/reminders/calendar"
)

// fakeCalendar keeps appointments in memory.
type fakeCalendar struct {
	kept []Booked
	err  error
}

func (f *fakeCalendar) Appointments() ([]Booked, error) { return slices.Clone(f.kept), f.err }

func (f *fakeCalendar) ChangeAppointment(uid string, change func(Booked) ([]Booked, error)) error {
	i := slices.IndexFunc(f.kept, func(a Booked) bool { return a.UID == uid })
	if i < 0 {
		return errNoSuch
	}
	became, err := change(f.kept[i])
	if err == nil {
		f.kept = slices.Replace(f.kept, i, i+1, became...)
	}
	return err
}

// weeklyFrom books a massage a week, with therapist A of oneVisit.
func weeklyFrom(start calendar.Wall) func(*stage) {
	return func(s *stage) {
		s.calendar.kept = append(s.calendar.kept, Booked{
			UID: "weekly", Type: "deep-tissue", Therapist: "a", Place: "practice on Main Street", Start: start,
			Zone: "Europe/Berlin", Length: time.Hour, Status: calendar.Planned, Rule: calendar.Weekly(1).String(),
		})
	}
}
