package ui

import (
	"io"
	"os"
	"slices"
	"strconv"
	"time"

	"github.com/unhunch/unhunch/reminders/calendar"
)

// fakeCalendar keeps appointments in memory.
type fakeCalendar struct {
	kept    []Booked
	deleted map[string]Booked
	uids    int
	now     func() time.Time
	err     error
}

func (f *fakeCalendar) Appointments() ([]Booked, error) { return slices.Clone(f.kept), f.err }

func (f *fakeCalendar) AppointmentsBetween(from, to time.Time) ([]Booked, error) {
	var out []Booked
	for _, a := range f.kept {
		if from.IsZero() && to.IsZero() || len(a.Occurrences(from, to)) > 0 {
			out = append(out, a)
		}
	}
	return out, f.err
}

func (f *fakeCalendar) AddAppointment(a Booked) (Booked, error) {
	if f.err != nil {
		return a, f.err
	}
	f.uids++
	a.UID = "new" + strconv.Itoa(f.uids)
	a = a.Tidy()
	if err := a.Validate(f.now()); err != nil {
		return a, err
	}
	f.kept = append(f.kept, a)
	return a, nil
}

func (f *fakeCalendar) ChangeAppointment(uid string, change func(Booked, string) ([]Booked, error)) ([]Booked, error) {
	i := slices.IndexFunc(f.kept, func(a Booked) bool { return a.UID == uid })
	switch {
	case f.err != nil:
		return nil, f.err
	case i < 0:
		return nil, errNoSuch
	}
	f.uids++
	became, err := change(f.kept[i], "new"+strconv.Itoa(f.uids))
	if err != nil {
		return nil, err
	}
	for k := range became {
		became[k] = became[k].Tidy()
		if err := became[k].Validate(f.now()); err != nil {
			return nil, err
		}
	}
	f.kept = slices.Replace(f.kept, i, i+1, became...)
	return became, nil
}

func (f *fakeCalendar) PutAppointments(list []Booked) error {
	if f.err != nil {
		return f.err
	}
	for _, a := range list {
		f.kept = slices.DeleteFunc(f.kept, func(x Booked) bool { return x.UID == a.UID })
		delete(f.deleted, a.UID)
		f.kept = append(f.kept, a)
	}
	return nil
}

func (f *fakeCalendar) DeleteAppointment(uid string) error {
	i := slices.IndexFunc(f.kept, func(a Booked) bool { return a.UID == uid })
	switch {
	case f.err != nil:
		return f.err
	case i < 0:
		return errNoSuch
	}
	if f.deleted == nil {
		f.deleted = map[string]Booked{}
	}
	f.deleted[uid] = f.kept[i]
	f.kept = slices.Delete(f.kept, i, i+1)
	return nil
}

func (f *fakeCalendar) UndeleteAppointment(uid string) error {
	a, ok := f.deleted[uid]
	switch {
	case f.err != nil:
		return f.err
	case !ok:
		return errNoSuch
	}
	delete(f.deleted, uid)
	f.kept = append(f.kept, a)
	return nil
}

func (f *fakeCalendar) ReviseAppointments(change func([]Booked) ([]Booked, []string, error)) error {
	if f.err != nil {
		return f.err
	}
	put, gone, err := change(slices.Clone(f.kept))
	if err != nil {
		return err
	}
	if err := f.PutAppointments(put); err != nil {
		return err
	}
	for _, uid := range gone {
		if err := f.DeleteAppointment(uid); err != nil {
			return err
		}
	}
	return nil
}

func (f *fakeCalendar) OpenCalendar(path string) (io.ReadCloser, error) { return os.Open(path) }

// fakeScreening keeps answers in memory.
type fakeScreening struct {
	answers []ScreeningAnswer
	err     error
}

func (f *fakeScreening) Screening() ([]ScreeningAnswer, error) { return slices.Clone(f.answers), f.err }

func (f *fakeScreening) AnswerScreening(list ...ScreeningAnswer) error {
	if f.err != nil {
		return f.err
	}
	for _, a := range list {
		f.answers = slices.DeleteFunc(f.answers, func(x ScreeningAnswer) bool { return x.Question == a.Question })
		f.answers = append(f.answers, a)
	}
	return nil
}

func (f *fakeScreening) ForgetScreening(questions ...string) error {
	if f.err == nil {
		f.answers = slices.DeleteFunc(f.answers, func(x ScreeningAnswer) bool { return slices.Contains(questions, x.Question) })
	}
	return f.err
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
