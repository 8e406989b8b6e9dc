//go:build linux

package main_test

import (
	"strings"
	"testing"
	"time"
)

// TestOwnReminderOnTheDesktop makes a reminder of one's own by the command line
// while the agent runs, and follows it to what its Start begins.
func TestOwnReminderOnTheDesktop(t *testing.T) {
	d := newDesktop(t)
	d.only("expire_after", "5m")
	d.unhunch("profile", "set", "pregnancy", "no") // or the window would begin with its welcome
	d.startAgent()
	out := d.unhunch("reminder", "add", "heat-pack", "--title", "Heat pack", "--text", "A warm back.", "--every", "3s", "--opens", "heat:20m")
	made := time.Now()
	if !strings.HasPrefix(out, "Added: Heat pack (heat-pack)") {
		t.Errorf("it says %q", out)
	}
	n := d.nextNote(15 * time.Second)
	t.Logf("%.2f s after it was made", n.shown.Sub(made).Seconds())
	if n.summary != "Heat pack" || n.body != "A warm back." || n.actions["start"] != "Start" || n.actions["snooze"] == "" {
		t.Errorf("it says %q, %q; buttons %v", n.summary, n.body, n.actions)
	}
	d.unhunch("reminder", "edit", "heat-pack", "--every", "2h") // and not again
	if !d.status().open("heat-pack") {
		t.Error("a change took the open reminder away")
	}
	d.press("Start")
	id, _ := d.window(windowWithin)
	d.titled(id, "Heat & cold", windowWithin)
	d.painted(id, windowWithin)
	d.noteGone(n, 5*time.Second)
	d.countedAs("heat-pack", "done", 1)
	d.closeWindow(id)

	// A routine is played, also in a window that has to be opened for it.
	d.unhunch("reminder", "edit", "heat-pack", "--every", "3s", "--opens", "routine:micro-1")
	n = d.nextNote(15 * time.Second)
	d.unhunch("reminder", "pause", "heat-pack")
	d.noteGone(n, 10*time.Second) // switched off, it is taken back
	d.unhunch("reminder", "resume", "heat-pack")
	d.nextNote(15 * time.Second)
	d.press("Start")
	id, _ = d.window(windowWithin)
	d.titled(id, "Stretching", windowWithin)
	d.unhunch("reminder", "delete", "heat-pack")
	d.closeWindow(id)
	d.noNote(5 * time.Second)
}
