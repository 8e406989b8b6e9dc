package sqlite

import (
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/calendar"
)

func massage(title string, start calendar.Wall) calendar.Appointment {
	return calendar.Appointment{Title: title, Start: start, Zone: "Europe/Berlin", Length: time.Hour, Status: calendar.Planned}
}

var thursday = calendar.WallOf(2026, 11, 26, 17, 30, 0)

func appointments(t *testing.T, s *Store) []calendar.Appointment {
	t.Helper()
	list, err := s.Appointments(t.Context(), time.Time{}, time.Time{})
	must(t, err)
	return list
}

func TestAnAppointmentComesBackAsItWas(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	in := massage(" Deep \x1b tissue ", thursday)
	in.Type, in.Therapist, in.Place, in.Notes = "deep-tissue", "anna", "Upstairs; left", "two\r\nlines"
	in.Rule, in.Sequence, in.Source = "RRULE:FREQ=WEEKLY;COUNT=8", 3, "abc"
	in.Leads = []calendar.Lead{{Elapsed: 90 * time.Minute}, {Days: 1}}
	in.ExDates = []calendar.Wall{thursday.AddDays(14), thursday.AddDays(7)}
	in.RDates = []calendar.Wall{thursday.AddDays(1)}
	in.Overrides = []calendar.Override{{At: thursday.AddDays(21), Start: thursday.AddDays(22), Length: 30 * time.Minute, Status: calendar.Done, Notes: "moved"}}
	kept, err := s.AddAppointment(t.Context(), in)
	must(t, err)
	want := in.Tidy()
	want.UID, want.Created, want.Updated = kept.UID, noon, noon
	if kept.UID == "" || !reflect.DeepEqual(kept, want) {
		t.Errorf("kept %+v\nwant %+v", kept, want)
	}
	if got := appointments(t, s); !reflect.DeepEqual(got, []calendar.Appointment{want}) {
		t.Errorf("read back %+v\nwant %+v", got, want)
	}
	none := massage("No alarms", thursday)
	none.Leads = []calendar.Lead{}
	kept, err = s.AddAppointment(t.Context(), none)
	must(t, err)
	for _, a := range appointments(t, s) {
		if a.UID == kept.UID && (a.Leads == nil || len(a.Leads) != 0) {
			t.Errorf("no leads became %v", a.Leads)
		}
	}
}

func TestAppointmentsOfAStretchOfTime(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	add := func(title string, start calendar.Wall, rule string) {
		a := massage(title, start)
		a.Rule = rule
		_, err := s.AddAppointment(t.Context(), a)
		must(t, err)
	}
	add("over", thursday.AddDays(-400), "")
	add("a series that is over", thursday.AddDays(-400), "FREQ=WEEKLY;COUNT=10")
	add("a series without end", thursday.AddDays(-400), "FREQ=WEEKLY")
	add("a series with an end", thursday.AddDays(-400), "FREQ=WEEKLY;UNTIL=20270101")
	add("once", thursday, "")
	add("later", thursday.AddDays(500), "")
	list, err := s.Appointments(t.Context(), thursday.In(time.UTC).AddDate(0, 0, -1), thursday.In(time.UTC).AddDate(0, 0, 1))
	must(t, err)
	got := ""
	for _, a := range list {
		got += a.Title + ", "
	}
	if len(list) != 3 || len(appointments(t, s)) != 6 {
		t.Errorf("%s", got)
	}
}

func TestAnAppointmentThatIsWrongIsRefused(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	gap := massage("In the gap", calendar.WallOf(2027, 3, 28, 2, 30, 0))
	var field *calendar.FieldError
	if _, err := s.AddAppointment(t.Context(), gap); !errors.As(err, &field) || field.Field != "start" {
		t.Errorf("%v", err)
	}
	good := massage("Good", thursday)
	good.UID = "good"
	gap.UID = "gap"
	if err := s.ImportAppointments(t.Context(), []calendar.Appointment{good, gap}); !errors.As(err, &field) {
		t.Errorf("%v", err)
	}
	if list := appointments(t, s); len(list) != 0 {
		t.Errorf("kept by half: %+v", list)
	}
	must(t, s.ImportAppointments(t.Context(), []calendar.Appointment{good}))
	if _, err := s.AddAppointment(t.Context(), good); !errors.As(err, &field) || field.Field != "uid" {
		t.Errorf("one that is there is added: %v", err)
	}
}

func TestChangingAnAppointment(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	a := massage("Weekly", thursday)
	a.Rule = "FREQ=WEEKLY;COUNT=4"
	a, err := s.AddAppointment(t.Context(), a)
	must(t, err)
	id, err := s.FreshID(t.Context())
	must(t, err)
	parts, err := s.ChangeAppointment(t.Context(), a.UID, func(a calendar.Appointment) ([]calendar.Appointment, error) {
		return a.Move(thursday.AddDays(14), thursday.AddDays(15), 0, calendar.Following, id)
	})
	must(t, err)
	if list := appointments(t, s); len(parts) != 2 || !reflect.DeepEqual(list, parts) || list[1].UID != id {
		t.Errorf("%+v", list)
	}
	// What fails half-way changes nothing.
	wanted := errors.New("no")
	if _, err := s.ChangeAppointment(t.Context(), a.UID, func(calendar.Appointment) ([]calendar.Appointment, error) { return nil, wanted }); !errors.Is(err, wanted) {
		t.Errorf("%v", err)
	}
	if _, err := s.ChangeAppointment(t.Context(), a.UID, func(a calendar.Appointment) ([]calendar.Appointment, error) {
		b := a
		b.Title, a.Length = "changed", -1
		return []calendar.Appointment{b, a}, nil
	}); err == nil || appointments(t, s)[0].Title != "Weekly" {
		t.Errorf("changed by half: %v", err)
	}
	if _, err := s.ChangeAppointment(t.Context(), "nobody", nil); !errors.Is(err, ErrNotFound) {
		t.Errorf("%v", err)
	}
}

func TestDeletingAnAppointmentCanBeUndone(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	a, err := s.AddAppointment(t.Context(), massage("Once", thursday))
	must(t, err)
	gone, err := s.DeleteAppointment(t.Context(), a.UID)
	must(t, err)
	if !reflect.DeepEqual(gone, a) || len(appointments(t, s)) != 0 {
		t.Errorf("deleted %+v", gone)
	}
	if _, err := s.DeleteAppointment(t.Context(), a.UID); !errors.Is(err, ErrNotFound) {
		t.Errorf("%v", err)
	}
	must(t, s.UndeleteAppointment(t.Context(), a.UID))
	if list := appointments(t, s); !reflect.DeepEqual(list, []calendar.Appointment{a}) {
		t.Errorf("%+v", list)
	}
	if err := s.UndeleteAppointment(t.Context(), "nobody"); !errors.Is(err, ErrNotFound) {
		t.Errorf("%v", err)
	}
	// Importing it brings it back as well.
	_, err = s.DeleteAppointment(t.Context(), a.UID)
	must(t, err)
	must(t, s.ImportAppointments(t.Context(), []calendar.Appointment{a}))
	if len(appointments(t, s)) != 1 {
		t.Error("an imported one stays deleted")
	}
}

func TestThousandsOfAppointments(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	var list []calendar.Appointment
	for i := range 2000 {
		a := massage("One of many", thursday.AddDays(i))
		a.UID = fmt.Sprint("many-", i)
		list = append(list, a)
	}
	must(t, s.ImportAppointments(t.Context(), list))
	if n := len(appointments(t, s)); n != len(list) {
		t.Errorf("%d", n)
	}
}

func TestRevisingAppointments(t *testing.T) {
	s, _ := mustOpen(t, fileIn(t), at(noon))
	old, err := s.AddAppointment(t.Context(), massage("Old", thursday))
	must(t, err)
	fresh := massage("New", thursday.AddDays(7))
	fresh.UID = "new"
	must(t, s.ReviseAppointments(t.Context(), func(all []calendar.Appointment) ([]calendar.Appointment, []string, error) {
		if !reflect.DeepEqual(all, []calendar.Appointment{old}) {
			t.Errorf("it sees %+v", all)
		}
		return []calendar.Appointment{fresh}, []string{old.UID}, nil
	}))
	if list := appointments(t, s); len(list) != 1 || list[0].UID != "new" {
		t.Errorf("%+v", list)
	}
	// What fails changes nothing: an error, one that is wrong, one that is not there.
	no := errors.New("no")
	bad := fresh
	bad.Title, bad.Length = "Bad", -1
	fresh.Title = "Newer"
	for _, x := range []struct {
		put  []calendar.Appointment
		gone []string
		err  error
	}{{nil, []string{"new"}, no}, {[]calendar.Appointment{fresh, bad}, nil, nil}, {[]calendar.Appointment{fresh}, []string{"nobody"}, nil}} {
		err := s.ReviseAppointments(t.Context(), func([]calendar.Appointment) ([]calendar.Appointment, []string, error) { return x.put, x.gone, x.err })
		if err == nil || x.err != nil && !errors.Is(err, x.err) {
			t.Errorf("%v", err)
		}
		if list := appointments(t, s); len(list) != 1 || list[0].Title != "New" {
			t.Errorf("it left %+v", list)
		}
	}
}
