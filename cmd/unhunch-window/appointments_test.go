package main

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/unhunch/unhunch/ui"
)

// newStore is the store of the window over a database of its own.
func newStore(t testing.TB) *store {
	t.Helper()
	for _, name := range []string{"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"} {
		t.Setenv(name, t.TempDir())
	}
	s := &store{}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// weeklySoon is a series of four that begins in three days.
func weeklySoon() ui.Booked {
	var a ui.Booked
	a.Title, a.Type, a.Zone, a.Length, a.Rule, a.Status = "Thai massage", "thai", "UTC", time.Hour, "FREQ=WEEKLY;COUNT=4", "planned"
	at := time.Now().UTC().AddDate(0, 0, 3)
	day := time.Date(at.Year(), at.Month(), at.Day(), 17, 30, 0, 0, time.UTC)
	if err := a.Start.UnmarshalText([]byte(day.Format("2006-01-02 15:04"))); err != nil {
		panic(err) // it is written as it is read
	}
	return a
}

// The window's store keeps appointments in the real database, and puts back
// what a change made of them.
func TestAppointmentsAreKept(t *testing.T) {
	var ports ui.Calendar = newStore(t)
	kept, err := ports.AddAppointment(weeklySoon())
	if err != nil || kept.UID == "" {
		t.Fatalf("kept %+v, %v", kept, err)
	}
	list := func() []ui.Booked {
		t.Helper()
		all, err := ports.Appointments()
		if err != nil {
			t.Fatal(err)
		}
		every, err := ports.AppointmentsBetween(time.Time{}, time.Time{})
		if err != nil || !reflect.DeepEqual(all, every) {
			t.Fatalf("there are %+v, and of all %+v, %v", all, every, err)
		}
		return all
	}
	if all := list(); !reflect.DeepEqual(all, []ui.Booked{kept}) {
		t.Fatalf("there are %+v", all)
	}
	second := kept.Start.AddDays(7)
	parts, err := ports.ChangeAppointment(kept.UID, func(a ui.Booked, fresh string) ([]ui.Booked, error) {
		was, err := a.Details(second)
		if err != nil {
			return nil, err
		}
		now := was
		now.Start, now.Place = was.Start.AddDays(1), "Upstairs"
		return a.Edit(second, was, now, "following", fresh)
	})
	if err != nil || len(parts) != 2 || parts[0].UID != kept.UID || parts[1].UID == kept.UID || parts[1].UID == "" || parts[1].Place != "Upstairs" {
		t.Fatalf("it became %+v, %v", parts, err)
	}
	if all := list(); len(all) != 2 {
		t.Fatalf("there are %+v", all)
	}
	if err := ports.PutAppointments([]ui.Booked{kept}); err != nil {
		t.Fatal(err)
	}
	if err := ports.DeleteAppointment(parts[1].UID); err != nil {
		t.Fatal(err)
	}
	back := list()
	if len(back) != 1 {
		t.Fatalf("there are %+v", back)
	}
	back[0].Updated = kept.Updated
	if !reflect.DeepEqual(back[0], kept) {
		t.Errorf("back is %+v\nwas %+v", back[0], kept)
	}
	no := errors.New("no")
	if _, err := ports.ChangeAppointment(kept.UID, func(ui.Booked, string) ([]ui.Booked, error) { return nil, no }); !errors.Is(err, no) || len(list()) != 1 {
		t.Errorf("a change that gives up ends in %v", err)
	}
	bad := kept
	bad.UID, bad.Length = "bad", -time.Hour
	good := kept
	good.UID = "good"
	if err := ports.PutAppointments([]ui.Booked{good, bad}); err == nil || len(list()) != 1 {
		t.Errorf("kept by half: %+v, %v", list(), err)
	}
	if err := ports.DeleteAppointment(kept.UID); err != nil || len(list()) != 0 {
		t.Errorf("it is still there, or %v", err)
	}
	if err := ports.DeleteAppointment(kept.UID); err == nil {
		t.Error("it was deleted twice")
	}
	if err := ports.UndeleteAppointment(kept.UID); err != nil || len(list()) != 1 {
		t.Errorf("it did not come back, or %v", err)
	}
	if _, err := ports.AddAppointment(bad); err == nil {
		t.Error("what is wrong was kept")
	}
	from := time.Now().AddDate(1, 0, 0)
	if none, err := ports.AppointmentsBetween(from, from.AddDate(0, 1, 0)); err != nil || len(none) != 0 {
		t.Errorf("in a year there are %+v, %v", none, err)
	}
}

func TestScreeningIsKept(t *testing.T) {
	var ports ui.Screening = newStore(t)
	var a ui.ScreeningAnswer
	a.Question, a.At = "fever", time.Now().Truncate(time.Second)
	b := a
	b.Question = "blood-thinners"
	if err := ports.AnswerScreening(a, b); err != nil {
		t.Fatal(err)
	}
	questions := func() (out []string) {
		all, err := ports.Screening()
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range all {
			out = append(out, x.Question)
		}
		slices.Sort(out)
		return out
	}
	if got := questions(); !slices.Equal(got, []string{"blood-thinners", "fever"}) {
		t.Fatalf("there are %v", got)
	}
	if err := ports.ForgetScreening("fever"); err != nil {
		t.Fatal(err)
	}
	if got := questions(); !slices.Equal(got, []string{"blood-thinners"}) {
		t.Errorf("there are %v", got)
	}
}
