package reminders_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/reminders"
)

func berlin(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// moment is one step of a random trace: so long after the last one, this
// happened.
type moment struct {
	After time.Duration
	Event reminders.Event
}

func (m moment) String() string { return fmt.Sprintf("+%s %T%+v", m.After, m.Event, m.Event) }

var ids = []reminders.ID{
	reminders.Posture, reminders.Stretch, reminders.Checkin, reminders.Upcoming,
	reminders.VisitLog, reminders.FollowUp, reminders.Rebook, "water", "pills",
}

func drawMoment() *rapid.Generator[moment] {
	return rapid.Custom(func(t *rapid.T) moment {
		m := moment{After: time.Duration(rapid.IntRange(0, 7200).Draw(t, "after")) * time.Second}
		switch rapid.IntRange(0, 15).Draw(t, "kind") {
		case 0:
			m.Event = reminders.Lock{}
		case 1:
			m.Event = reminders.Unlock{}
		case 2:
			m.Event = reminders.Suspend{}
		case 3, 4:
			m.Event = reminders.Resume{}
		case 5:
			m.Event = reminders.Idle{} // since now, filled in by the trace
		case 6, 7:
			m.Event = reminders.Active{}
		case 8:
			m.Event = reminders.Unknown{}
		case 9:
			m.Event = reminders.Busy{Sources: rapid.SliceOfN(rapid.Just("camera"), 0, 1).Draw(t, "busy")}
		case 10:
			m.Event = reminders.Pause{}
		case 11:
			m.Event = reminders.ResumeReminders{}
		case 12:
			m.Event = reminders.Answer{
				ID:      rapid.SampledFrom(ids).Draw(t, "id"),
				Outcome: rapid.SampledFrom([]reminders.Outcome{reminders.Done, reminders.Skipped, reminders.Snoozed}).Draw(t, "outcome"),
				For:     time.Duration(rapid.IntRange(-1, 3600).Draw(t, "for")) * time.Second,
			}
		case 14:
			m.Event = reminders.Begin{ID: rapid.SampledFrom(ids).Draw(t, "id")} // until some time, filled in by the trace
		case 15:
			m.Event = reminders.Did{ID: rapid.SampledFrom(ids).Draw(t, "id")}
		default:
			m.Event = reminders.ClockSet{By: time.Duration(rapid.IntRange(-90000, 90000).Draw(t, "by")) * time.Second}
		}
		return m
	})
}

// drawConfig draws a configuration around start.
func drawConfig(t *rapid.T, start time.Time) reminders.Config {
	c := reminders.DefaultConfig()
	c.Zone = start.Location()
	c.Reminders[2].Enabled = true
	c.Reminders[2].At = []reminders.TimeOfDay{reminders.TimeOfDay(rapid.IntRange(0, 86399).Draw(t, "at")), reminders.Clock(2, 30, 0)}
	c.Reminders = append(c.Reminders,
		reminders.Reminder{ID: "water", Enabled: true, Every: time.Duration(rapid.IntRange(60, 7200).Draw(t, "water")) * time.Second},
		reminders.Reminder{ID: "pills", Enabled: true, At: []reminders.TimeOfDay{reminders.Clock(13, 0, 0)}})
	if rapid.Bool().Draw(t, "hours") {
		c.Hours, _ = reminders.ParseHours(rapid.SampledFrom([]string{
			"mon-fri 09:00-12:00 13:00-18:00", "daily 22:00-06:00", "sat,sun 00:00-24:00", "daily 08:00-12:00 12:00-16:00",
		}).Draw(t, "which"))
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "appointments") {
		at := start.Add(time.Duration(rapid.IntRange(-3*86400, 6*86400).Draw(t, "start")) * time.Second)
		c.Appointments = append(c.Appointments, reminders.Appointment{UID: fmt.Sprint("a", i), Start: at, Length: time.Hour})
		if rapid.Bool().Draw(t, "visited") {
			v := reminders.Visit{UID: fmt.Sprint("v", i), At: at}
			if rapid.Bool().Draw(t, "answered") {
				v.Answered = c.FollowUps[:1]
			}
			c.Visits = append(c.Visits, v)
			c.Rebook = reminders.Rebooking{At: at.Add(time.Duration(rapid.IntRange(0, 4*86400).Draw(t, "rebook")) * time.Second), Visit: v.UID}
		}
	}
	return c
}

// TestInvariants keeps rule 17 over random traces: whatever happens, and in
// whatever order, a scheduler that is stepped at its wakes and at every event
// keeps its promises.
func TestInvariants(t *testing.T) {
	zone := berlin(t)
	rapid.Check(t, func(t *rapid.T) {
		start := time.Date(2026, time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 31).Draw(t, "day"),
			rapid.IntRange(0, 23).Draw(t, "hour"), 0, 0, 0, zone)
		c := drawConfig(t, start)
		w := &watcher{t: t, c: c, open: map[reminders.ID]bool{}, led: map[string]bool{}}
		w.step(start, reminders.Start{Config: c})
		w.step(start, reminders.Active{})
		for _, m := range rapid.SliceOfN(drawMoment(), 1, 40).Draw(t, "trace") {
			until := w.now.Add(m.After)
			for w.asleep.IsZero() && w.wake.Before(until) {
				w.step(w.wake, reminders.Tick{})
			}
			switch e := m.Event.(type) {
			case reminders.Idle:
				w.step(until, reminders.Idle{Since: until})
			case reminders.Begin:
				w.step(until, reminders.Begin{ID: e.ID, Until: until.Add(m.After / 2)})
			case reminders.ClockSet:
				w.step(until, reminders.Tick{})
				w.now = w.now.Add(e.By)
				w.step(w.now, e)
			default:
				w.step(until, m.Event)
			}
		}
	})
}

// watcher steps a scheduler and holds what comes out against the rules.
type watcher struct {
	t      *rapid.T
	c      reminders.Config
	s      reminders.State
	now    time.Time
	wake   time.Time
	asleep time.Time
	open   map[reminders.ID]bool
	led    map[string]bool
}

func (w *watcher) step(now time.Time, ev reminders.Event) {
	before, _ := json.Marshal(w.s)
	s, effects, wake := w.s.Step(now, ev)
	if after, _ := json.Marshal(w.s); string(after) != string(before) {
		w.t.Fatalf("%T changed the state it started from:\n%s\n%s", ev, before, after)
	}
	again, sameEffects, sameWake := w.s.Step(now, ev)
	if !sameWake.Equal(wake) || !reflect.DeepEqual(effects, sameEffects) || !reflect.DeepEqual(s, again) {
		w.t.Fatalf("%T at %s is not deterministic", ev, now)
	}
	w.restore(&s, now)
	w.s, w.now, w.wake, w.asleep = s, now, wake, s.AsleepSince

	if w.asleep.IsZero() && !wake.After(now) {
		w.t.Fatalf("%T at %s: wake %s is not ahead", ev, now, wake)
	}
	closed := false
	for i, e := range effects {
		switch e.Verb {
		case reminders.Show:
			if w.open[e.ID] {
				w.t.Fatalf("%s: a second prompt of %s", now, e.ID)
			}
			w.open[e.ID] = true
			w.mayShow(now, e)
			for _, ref := range e.Prompt.Refs {
				w.led[string(e.ID)+ref] = true
			}
			closed = true
		case reminders.Close:
			if _, isAnswer := ev.(reminders.Answer); closed && !isAnswer {
				w.t.Fatalf("%s: close after show: %v", now, effects[:i+1])
			}
			if w.open[e.ID] && (e.Outcome == reminders.Merged) {
				w.t.Fatalf("%s: %s merged while on screen", now, e.ID)
			}
			w.open[e.ID] = false
		}
	}
	w.countdowns(now)
	if _, start := ev.(reminders.Start); !start {
		w.appointments(now)
	}
}

// restore saves and restores the state: nothing may be lost on the way.
func (w *watcher) restore(s *reminders.State, now time.Time) {
	data, err := json.Marshal(*s)
	if err != nil {
		w.t.Fatal(err)
	}
	var back reminders.State
	if err := json.Unmarshal(data, &back); err != nil {
		w.t.Fatal(err)
	}
	if again, _ := json.Marshal(back); string(again) != string(data) {
		w.t.Fatalf("%s: the saved state differs:\n%s\n%s", now, data, again)
	}
}

func (w *watcher) mayShow(now time.Time, e reminders.Effect) {
	r, ok := w.c.Reminder(e.ID)
	if !w.s.AsleepSince.IsZero() {
		w.t.Fatalf("%s: %s shown while the machine sleeps", now, e.ID)
	}
	if !ok {
		return
	}
	s := w.s
	if s.Paused || s.Gone || len(s.Sources) > 0 {
		w.t.Fatalf("%s: %s shown while paused %v, away %v, busy %v", now, e.ID, s.Paused, s.Gone, s.Sources)
	}
	if r.Interval() && (now.Before(s.SettleUntil) || !w.c.Hours.Inside(now, w.c.Zone)) {
		w.t.Fatalf("%s: %s shown while settling or outside working hours", now, e.ID)
	}
}

func (w *watcher) countdowns(now time.Time) {
	for _, o := range w.s.Outlooks(now) {
		if o.Sitting < 0 || o.Sitting > o.Reminder.Every {
			w.t.Fatalf("%s: %s sat %s of %s", now, o.Reminder.ID, o.Sitting, o.Reminder.Every)
		}
		if !o.Next.IsZero() && o.Next.Before(now) {
			w.t.Fatalf("%s: %s next at %s", now, o.Reminder.ID, o.Next)
		}
	}
}

// appointments: one that is ahead, with a lead behind, was spoken of.
func (w *watcher) appointments(now time.Time) {
	if !w.asleep.IsZero() {
		return
	}
	for _, a := range w.c.Appointments {
		passed := slices.ContainsFunc(w.c.Leads, func(l reminders.Lead) bool { return !l.Instant(a.Start).After(now) })
		if a.Start.After(now) && passed && !w.led["appointment"+a.UID] {
			w.t.Fatalf("%s: nothing said of the appointment at %s", now, a.Start)
		}
	}
}

// TestExtraTicks: stepping more often than asked changes nothing.
func TestExtraTicks(t *testing.T) {
	zone := berlin(t)
	rapid.Check(t, func(t *rapid.T) {
		start := time.Date(2026, 10, 24, 7, 0, 0, 0, zone)
		c := drawConfig(t, start)
		trace := rapid.SliceOfN(drawMoment(), 1, 25).Draw(t, "trace")
		run := func(extra bool) (out []string) {
			s, _, _ := reminders.State{}.Step(start, reminders.Start{Config: c})
			s, _, wake := s.Step(start, reminders.Active{})
			now := start
			step := func(at time.Time, ev reminders.Event) {
				var fx []reminders.Effect
				s, fx, wake = s.Step(at, ev)
				now = at
				for _, e := range fx {
					out = append(out, fmt.Sprint(at, e.Verb, e.ID, e.Outcome))
				}
			}
			for _, m := range trace {
				until := now.Add(m.After)
				for s.AsleepSince.IsZero() && wake.Before(until) {
					if mid := now.Add(wake.Sub(now) / 3); extra && mid.After(now) {
						step(mid, reminders.Tick{})
						continue
					}
					step(wake, reminders.Tick{})
				}
				switch e := m.Event.(type) {
				case reminders.Idle:
					step(until, reminders.Idle{Since: until})
				case reminders.Begin:
					step(until, reminders.Begin{ID: e.ID, Until: until.Add(m.After / 2)})
				case reminders.ClockSet:
					step(until, reminders.Tick{})
					step(until.Add(e.By), e)
				default:
					step(until, m.Event)
				}
			}
			return out
		}
		if plain, busy := run(false), run(true); !slices.Equal(plain, busy) {
			t.Fatalf("with extra ticks:\n%q\nwithout:\n%q", busy, plain)
		}
	})
}
