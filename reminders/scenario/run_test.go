package scenario

import (
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// TestAStuckSchedulerIsAnError: a wake that does not lie ahead, and a
// scheduler that never comes to an end, stop the play instead of hanging it.
func TestAStuckSchedulerIsAnError(t *testing.T) {
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		m    machine
		want string
	}{
		"wake now":       {machine{zone: time.UTC, now: now, wake: now}, "which is not later"},
		"wake in past":   {machine{zone: time.UTC, now: now, wake: now.Add(-time.Hour)}, "which is not later"},
		"too many steps": {machine{zone: time.UTC, now: now, wake: now.Add(time.Second), steps: maxSteps}, "steps by"},
	} {
		if err := c.m.sleep(now.Add(time.Hour), true); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestTheEndIsPartOfIt: what is planned for the end still happens; what is
// planned for the instant of an event waits for the event.
func TestTheEndIsPartOfIt(t *testing.T) {
	start := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	s, err := Parse("x", []byte("start 2026-11-23 09:00\nat 09:30 lock\nend 09:30"))
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Run(); len(got) != 0 {
		t.Errorf("locked at the due time, and yet %v", got)
	}
	s.Steps = nil
	got := s.Run()
	if len(got) != 1 || got[0].Effect.ID != reminders.Posture || !got[0].At.Equal(start.Add(30*time.Minute)) {
		t.Errorf("due at the end: %v", got)
	}
}
