//go:build linux

package main_test

import (
	"strings"
	"testing"
	"time"
)

// A reminder is never early by more than the second that programs are told
// instants in; how late it is on a busy machine says little.
const (
	early = 1200 * time.Millisecond
	late  = 10 * time.Second
)

// after checks that something happened that long after an instant.
func after(t *testing.T, what string, from, at time.Time, want time.Duration) {
	t.Helper()
	got := at.Sub(from)
	t.Logf("%s: %.2f s, planned %.0f s", what, got.Seconds(), want.Seconds())
	if got < want-early || got > want+late {
		t.Errorf("%s after %v, want %v", what, got, want)
	}
}

func TestPostureCheckOnTheDesktop(t *testing.T) {
	d := newDesktop(t)
	d.only("posture.enabled", "true", "posture.every", "5s", "snooze", "4s", "expire_after", "30s")
	began := time.Now()
	d.startAgent()

	n := d.nextNote(15 * time.Second)
	after(t, "first posture check", began, n.shown, 5*time.Second)
	if n.actions["done"] != "Sitting well" || n.actions["snooze"] != "Snooze 4 s" || n.actions["default"] == "" || len(n.actions) != 3 {
		t.Errorf("buttons: %v", n.actions)
	}
	if n.summary == "" || n.body == "" || len([]rune(n.body)) > 400 {
		t.Errorf("it says %q, %q", n.summary, n.body)
	}
	if s := d.status(); !s.open("posture") {
		t.Errorf("status knows of no open posture check: %+v", s)
	}

	d.press("Snooze")
	pressed := time.Now()
	d.noteGone(n, 5*time.Second)
	if until := d.status().snoozedUntil("posture"); until == nil || !near(*until, pressed.Add(4*time.Second), 3*time.Second) {
		t.Errorf("snoozed until %v", until)
	}
	n = d.nextNote(15 * time.Second)
	after(t, "back after the snooze", pressed, n.shown, 4*time.Second)

	d.press("Sitting well")
	pressed = time.Now()
	d.noteGone(n, 5*time.Second)
	d.countedAs("posture", "done", 1)
	d.countedAs("posture", "snoozed", 1)
	n = d.nextNote(15 * time.Second)
	after(t, "the next one", pressed, n.shown, 5*time.Second)

	// The command line answers as well as a button.
	d.unhunch("skip", "posture")
	d.noteGone(n, 5*time.Second)
	d.countedAs("posture", "skipped", 1)
}

func TestUnansweredCheckIsWithdrawn(t *testing.T) {
	d := newDesktop(t)
	d.only("posture.enabled", "true", "posture.every", "3s", "expire_after", "3s")
	d.startAgent()
	n := d.nextNote(15 * time.Second)
	d.noteGone(n, 15*time.Second)
	after(t, "withdrawn", n.shown, n.closed, 3*time.Second)
	if n.withdrawn.IsZero() || n.reason != 3 {
		t.Errorf("it was not the agent that took it back: reason %d", n.reason)
	}
	d.until(2*time.Second, "nothing on screen", func() bool { return d.onScreen() == "0" })
	d.countedAs("posture", "expired", 1)
}

func TestNotificationServerRestarts(t *testing.T) {
	d := newDesktop(t)
	d.only("posture.enabled", "true", "posture.every", "2s", "expire_after", "5m")
	d.startAgent()
	first := d.nextNote(15 * time.Second)

	d.dunst.kill()
	d.startDunst()
	again := d.nextNote(15 * time.Second)
	if again.summary != first.summary || again.body != first.body {
		t.Errorf("shown again: %q %q, was %q %q", again.summary, again.body, first.summary, first.body)
	}
	d.until(5*time.Second, "it is on screen once", func() bool { return d.onScreen() == "1" })
	d.press("Sitting well")
	d.noteGone(again, 5*time.Second)
	d.countedAs("posture", "done", 1)
}

func TestServerThatComesLate(t *testing.T) {
	d := newTerminal(t)
	d.startX()
	d.startBus()
	d.notes = watchNotes(t, d.bus)
	d.only("posture.enabled", "true", "posture.every", "2s", "expire_after", "5m")
	d.startAgent()
	d.until(10*time.Second, "a posture check is due", func() bool { return d.status().open("posture") })
	d.startDunst()
	d.nextNote(15 * time.Second)
	d.until(5*time.Second, "it is on screen once", func() bool { return d.onScreen() == "1" })
}

func TestPauseHoldsReminders(t *testing.T) {
	d := newDesktop(t)
	d.only("posture.enabled", "true", "posture.every", "4s")
	if r := d.run("pause"); r.code != 1 || !strings.Contains(r.err, "hint:") {
		t.Errorf("pause without an agent: exit %d, %q; want 1 and a hint", r.code, r.err)
	}
	d.startAgent()
	d.unhunch("pause")
	s := d.status()
	if !s.Paused {
		t.Errorf("not paused: %+v", s)
	}
	var sat time.Duration // before the pause took hold
	for _, r := range s.Reminders {
		if r.ID == "posture" {
			sat = time.Duration(r.Sitting) * time.Second
		}
	}
	d.noNote(5 * time.Second)
	resumed := time.Now()
	d.unhunch("resume")
	n := d.nextNote(15 * time.Second)
	after(t, "after the pause", resumed, n.shown, 4*time.Second-sat)
}

func TestStretchIsPreferred(t *testing.T) {
	d := newDesktop(t)
	d.only("posture.enabled", "true", "posture.every", "4s", "stretch.enabled", "true", "stretch.every", "4s")
	d.startAgent()
	n := d.nextNote(15 * time.Second)
	if _, ok := n.actions["start"]; !ok || n.actions["start"] != "Start" || !strings.HasPrefix(n.actions["snooze"], "Snooze") {
		t.Errorf("buttons: %v", n.actions)
	}
	d.noNote(2 * time.Second)
	if s := d.status(); !s.open("stretch") || s.open("posture") {
		t.Errorf("open: %+v", s.Prompts)
	}
}
