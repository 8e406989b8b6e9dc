package reminders_test

import (
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// A step that comes much later than planned means that the machine slept,
// whatever nobody said about it (rule 19).
func TestUnannouncedSuspend(t *testing.T) {
	start := time.Date(2026, 11, 23, 9, 0, 0, 0, berlin(t))
	begin := func() (reminders.State, time.Time) {
		s, _, _ := reminders.State{}.Step(start, reminders.Start{Config: reminders.DefaultConfig()})
		s, _, wake := s.Step(start, reminders.Active{})
		return s, wake
	}
	shows := func(effects []reminders.Effect) (n int) {
		for _, e := range effects {
			if e.Verb == reminders.Show {
				n++
			}
		}
		return n
	}

	t.Run("a little late is late", func(t *testing.T) {
		s, wake := begin()
		_, effects, _ := s.Step(wake.Add(29*time.Second), reminders.Tick{})
		if shows(effects) != 1 {
			t.Errorf("29 s late: %v", effects)
		}
	})
	t.Run("a night is a rest", func(t *testing.T) {
		s, wake := begin()
		morning := wake.Add(9 * time.Hour)
		s, effects, next := s.Step(morning, reminders.Tick{})
		if shows(effects) != 0 {
			t.Errorf("woke from sleep: %v", effects)
		}
		for next.Before(morning.Add(30 * time.Minute)) {
			s, effects, next = s.Step(next, reminders.Tick{})
			if shows(effects) != 0 {
				t.Fatalf("before half an hour of sitting: %v", effects)
			}
		}
		if _, effects, _ = s.Step(next, reminders.Tick{}); shows(effects) != 1 || !next.Equal(morning.Add(30*time.Minute)) {
			t.Errorf("after half an hour, at %s: %v", next, effects)
		}
	})
	t.Run("two minutes freeze the clocks", func(t *testing.T) {
		s, _ := begin()
		s, _, _ = s.Step(start, reminders.Idle{Since: start}) // plans a wake at 9:05
		s, _, wake := s.Step(start.Add(time.Minute), reminders.Active{})
		s, _, _ = s.Step(wake.Add(-time.Minute), reminders.Tick{})
		s, effects, next := s.Step(wake.Add(2*time.Minute), reminders.Tick{})
		if shows(effects) != 0 || !next.Equal(wake.Add(3*time.Minute)) {
			// Settling takes 60 s; a minute of sitting was left.
			t.Errorf("next at %s: %v", next, effects)
		}
		if got := s.Outlooks(wake.Add(2 * time.Minute))[0].Sitting; got != 29*time.Minute {
			t.Errorf("sat %s", got)
		}
	})
	t.Run("a resume that was announced", func(t *testing.T) {
		s, wake := begin()
		s, _, _ = s.Step(wake.Add(-2*time.Minute), reminders.Suspend{})
		s, effects, next := s.Step(wake.Add(time.Minute), reminders.Resume{})
		if shows(effects) != 0 || !next.Equal(wake.Add(2*time.Minute)) {
			t.Errorf("next at %s: %v", next, effects)
		}
		if got := s.Outlooks(wake.Add(time.Minute))[0].Sitting; got != 28*time.Minute {
			t.Errorf("sat %s, want the 28 minutes before the suspend", got)
		}
	})
	t.Run("the clock set back without a word", func(t *testing.T) {
		s, wake := begin()
		s, _, _ = s.Step(wake.Add(-time.Minute), reminders.Active{})
		s, effects, next := s.Step(start.Add(-time.Hour), reminders.Tick{})
		if shows(effects) != 0 || !next.Equal(start.Add(-59*time.Minute)) {
			t.Errorf("next at %s: %v", next, effects)
		}
		if got := s.Outlooks(start.Add(-time.Hour))[0].Sitting; got != 29*time.Minute {
			t.Errorf("sat %s", got)
		}
	})
}

// An agent that was off for long finds a rested person, and appointments it
// should have spoken of (rules 14 and 19).
func TestRestart(t *testing.T) {
	start := time.Date(2026, 11, 23, 9, 0, 0, 0, berlin(t))
	c := reminders.DefaultConfig()
	c.Zone = start.Location()
	c.Appointments = []reminders.Appointment{{UID: "a", Start: start.Add(26 * time.Hour), Length: time.Hour, Title: "Deep tissue"}}
	s, _, _ := reminders.State{}.Step(start, reminders.Start{Config: c})
	s, _, wake := s.Step(start, reminders.Active{})
	s, effects, _ := s.Step(wake, reminders.Tick{})
	if len(effects) != 1 || effects[0].ID != reminders.Posture {
		t.Fatalf("%v", effects)
	}

	back := start.Add(25 * time.Hour) // both leads passed, an hour to go
	s, effects, _ = s.Step(back, reminders.Start{Config: c})
	s, more, _ := s.Step(back, reminders.Active{})
	effects = append(effects, more...)
	var got []string
	for _, e := range effects {
		got = append(got, string(e.Verb)+" "+string(e.ID)+" "+string(e.Outcome))
	}
	want := []string{"close posture missed", "sat  ", "show appointment "}
	if len(got) != len(want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %q, want %q", got, want)
		}
	}

	// Cancelled while it is on screen: withdrawn.
	c.Appointments = nil
	s, effects, _ = s.Step(back.Add(time.Minute), reminders.Configure{Config: c})
	if len(effects) != 1 || effects[0].ID != reminders.Upcoming || effects[0].Outcome != reminders.Skipped {
		t.Errorf("cancelled: %v", effects)
	}
	// A reminder turned off while it is on screen: withdrawn.
	s, _, wake = s.Step(back.Add(2*time.Minute), reminders.Active{})
	for len(s.Prompts) == 0 {
		s, _, wake = s.Step(wake, reminders.Tick{})
	}
	c.Reminders[0].Enabled = false
	if _, effects, _ = s.Step(wake.Add(-time.Second), reminders.Configure{Config: c}); len(effects) != 1 || effects[0].Outcome != reminders.Skipped {
		t.Errorf("turned off: %v", effects)
	}
}
