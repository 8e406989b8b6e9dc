package agent

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/unhunch/unhunch/reminders/calendar"
)

// shelf is a calendar in memory.
type shelf struct {
	mu   sync.Mutex
	list []calendar.Appointment
	err  error
	read int
}

func (s *shelf) Appointments(context.Context, time.Time, time.Time) ([]calendar.Appointment, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.read++
	return s.list, s.err
}

func (s *shelf) put(list ...calendar.Appointment) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.list, s.err = list, nil
}

// Within synctest the clock begins at midnight of 1 January 2000.
func booking(at calendar.Wall) calendar.Appointment {
	return calendar.Appointment{UID: "a", Title: "Deep tissue", Start: at, Zone: "UTC", Length: time.Hour, Status: calendar.Planned}
}

func TestAppointmentsAreAnnounced(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.calendar = &shelf{}
		first := booking(calendar.WallOf(2000, 1, 3, 10, 0, 0))
		first.Rule = "FREQ=WEEKLY;COUNT=3"
		w.calendar.put(first)
		_, stop := w.agent(t)
		defer stop()
		time.Sleep(34*time.Hour + time.Second)
		n, ok := w.on("appointment")
		if !ok || n.Body != "Mon 3 Jan, 10:00 · Deep tissue" || !n.Urgent {
			t.Fatalf("a day before: %v %+v", ok, n)
		}
		time.Sleep(24*time.Hour + 10*time.Minute)
		if _, ok := w.on("appointment"); ok {
			t.Error("it is still announced after the start")
		}
		if _, ok := w.on("visit-log"); ok {
			t.Error("it is asked about before the end")
		}
		time.Sleep(70 * time.Minute)
		if _, ok := w.on("visit-log"); !ok {
			t.Error("it is not asked about")
		}
	})
}

func TestACallOffIsTakenIn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.calendar = &shelf{}
		a, stop := w.agent(t)
		defer stop()
		soon := booking(calendar.WallOf(2000, 1, 1, 3, 0, 0))
		w.calendar.put(soon)
		if err := a.Reload(t.Context()); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Hour + time.Second)
		if n, ok := w.on("appointment"); !ok || !strings.Contains(n.Body, "03:00") {
			t.Fatalf("%+v", n)
		}
		soon.Status = calendar.Cancelled
		w.calendar.put(soon)
		if err := a.Reload(t.Context()); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		if _, ok := w.on("appointment"); ok {
			t.Error("it is announced after it was called off")
		}
	})
}

// A calendar that cannot be read costs no reminder, and is told about.
func TestACalendarThatCannotBeRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.calendar = &shelf{}
		w.calendar.put(booking(calendar.WallOf(2000, 1, 1, 3, 0, 0)))
		a, stop := w.agent(t)
		defer stop()
		w.calendar.mu.Lock()
		w.calendar.err = errors.New("the disk is gone")
		w.calendar.mu.Unlock()
		if err := a.Reload(t.Context()); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Hour + time.Second)
		if _, ok := w.on("appointment"); !ok {
			t.Error("what was known is forgotten")
		}
		if s, err := a.Status(t.Context()); err != nil || !strings.Contains(strings.Join(s.Notices, " "), "the disk is gone") {
			t.Errorf("%v %v", s.Notices, err)
		}
	})
}

// The window in which appointments are known moves on by itself.
func TestAppointmentsFarAhead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.settings.Posture.Enabled, w.settings.Stretch.Enabled = false, false
		w.calendar = &shelf{}
		w.calendar.put(booking(calendar.WallOf(2001, 6, 1, 10, 0, 0)))
		_, stop := w.agent(t)
		defer stop()
		time.Sleep(time.Until(time.Date(2001, 6, 1, 9, 0, 0, 0, time.UTC)))
		if _, ok := w.on("appointment"); !ok {
			t.Error("it was never looked at again")
		}
		w.calendar.mu.Lock()
		defer w.calendar.mu.Unlock()
		if n := w.calendar.read; n < 400 || n > 600 {
			t.Errorf("the calendar was read %d times in 17 months", n)
		}
	})
}

func TestWhatTheSchedulerIsTold(t *testing.T) {
	from := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	day := booking(calendar.WallOf(2026, 11, 26, 0, 0, 0))
	day.Zone, day.AllDay, day.Length, day.Leads = "Europe/Berlin", true, 48*time.Hour, []calendar.Lead{{Days: 1}}
	done := booking(calendar.WallOf(2026, 11, 27, 10, 0, 0))
	done.UID, done.Status = "done", calendar.Done
	often := booking(calendar.WallOf(2026, 11, 2, 10, 0, 0))
	often.UID, often.Rule, often.Leads = "often", "FREQ=WEEKLY;COUNT=2", []calendar.Lead{}
	got := Scheduled([]calendar.Appointment{day, done, often}, from, from.AddDate(0, 2, 0))
	if len(got) != 3 || got[0].UID != "often@2026-11-02T10:00" || got[1].UID != "often@2026-11-09T10:00" || got[0].Leads == nil || len(got[0].Leads) != 0 {
		t.Fatalf("%+v", got)
	}
	if a := got[2]; a.UID != "a" || !a.AllDay || a.Start.Format(time.RFC3339) != "2026-11-26T09:00:00+01:00" || a.Leads[0].Days != 1 || a.Length != 32*time.Hour {
		t.Errorf("%+v", a)
	}
}

// Nobody is asked how it was while it goes on, nor of what did not take place.
func TestHowItWasIsAskedOfWhatTookPlace(t *testing.T) {
	one := booking(calendar.WallOf(2000, 1, 3, 10, 0, 0))
	whole := booking(calendar.WallOf(2000, 1, 3, 0, 0, 0))
	whole.AllDay, whole.Length = true, 24*time.Hour
	weekend := whole
	weekend.Length = 72 * time.Hour
	series := one
	series.Rule = "FREQ=DAILY;COUNT=2"
	with := func(a calendar.Appointment, s calendar.Status) calendar.Appointment {
		a.Status = s
		return a
	}
	but := func(s calendar.Status) calendar.Appointment { // of a series, the first
		a := series
		a.Overrides = []calendar.Override{{At: a.Start, Start: a.Start, Length: a.Length, Status: s}}
		return a
	}
	for _, c := range []struct {
		name string
		a    calendar.Appointment
		want string // when it is asked
	}{
		{"an hour", one, "03 11:15"},
		{"a day", whole, "03 17:15"},
		{"three days", weekend, "05 17:15"},
		{"of a series", series, "03 11:15, 04 11:15"},
		{"cancelled", with(one, calendar.Cancelled), ""},
		{"missed", with(one, calendar.Missed), ""},
		{"done", with(one, calendar.Done), ""},
		{"a day, cancelled", with(whole, calendar.Cancelled), ""},
		{"a day, missed", with(whole, calendar.Missed), ""},
		{"one cancelled", but(calendar.Cancelled), "04 11:15"},
		{"one missed", but(calendar.Missed), "04 11:15"},
	} {
		synctest.Test(t, func(t *testing.T) {
			w := newWorld()
			w.settings.Posture.Enabled, w.settings.Stretch.Enabled = false, false
			w.calendar = &shelf{}
			w.calendar.put(c.a)
			a, stop := w.agent(t)
			defer stop()
			var asked []string
			time.Sleep(time.Second)
			for range 6 * 24 * 4 {
				time.Sleep(15 * time.Minute)
				synctest.Wait()
				if _, ok := w.on("visit-log"); ok {
					asked = append(asked, time.Now().Format("02 15:04"))
					w.replies <- Reply{Key: "visit-log", Action: "closed"} // and is not asked again
					synctest.Wait()
				}
			}
			if got := strings.Join(asked, ", "); got != c.want {
				t.Errorf("%s: asked at %q, want %q", c.name, got, c.want)
			}
			reload(t, a)
			if _, ok := w.on("visit-log"); ok {
				t.Errorf("%s: asked again", c.name)
			}
		})
	}
}

// The question goes when somebody says that it did not take place.
func TestMissedWhileItIsAsked(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.settings.Posture.Enabled, w.settings.Stretch.Enabled = false, false
		w.calendar = &shelf{}
		one := booking(calendar.WallOf(2000, 1, 1, 10, 0, 0))
		w.calendar.put(one)
		a, stop := w.agent(t)
		defer stop()
		time.Sleep(11*time.Hour + 20*time.Minute)
		if _, ok := w.on("visit-log"); !ok {
			t.Fatal("it is not asked")
		}
		missed, err := one.Mark(one.Start, calendar.Missed, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		for _, now := range []calendar.Appointment{missed, one} { // and back
			w.calendar.put(now)
			reload(t, a)
			if _, ok := w.on("visit-log"); ok {
				t.Errorf("%s, and it is asked", now.Status)
			}
		}
	})
}
