//go:build linux

package main_test

import (
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// The end-to-end tests are only worth something if the desktop they run on
// behaves: a notification is seen, a named button can be pressed, and one that
// is taken back is gone.
func TestDesktopOfTheTests(t *testing.T) {
	d := newDesktop(t)
	conn, err := dbus.Connect(d.bus)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	server := conn.Object(notifications, "/org/freedesktop/Notifications")
	show := func() (id uint32) {
		t.Helper()
		err := server.Call(notifications+".Notify", 0, "Unhunch", uint32(0), "", "Sit well?", "Feet check.",
			[]string{"default", "Open", "done", "Sitting well", "snooze", "Snooze 10 min"},
			map[string]dbus.Variant{}, int32(0)).Store(&id)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}

	id := show()
	n := d.nextNote(5 * time.Second)
	if n.id != id || n.summary != "Sit well?" || n.actions["snooze"] != "Snooze 10 min" {
		t.Fatalf("seen: %+v", n)
	}
	d.press("Snooze")
	if n.invoked != "snooze" {
		t.Errorf("pressed %q, want snooze", n.invoked)
	}

	if err := server.Call(notifications+".CloseNotification", 0, id).Err; err != nil {
		t.Fatal(err)
	}

	id = show()
	n = d.nextNote(5 * time.Second)
	d.until(5*time.Second, "one is on screen", func() bool { return d.onScreen() == "1" })
	if err := server.Call(notifications+".CloseNotification", 0, id).Err; err != nil {
		t.Fatal(err)
	}
	d.noteGone(n, 5*time.Second)
	if n.reason != 3 || n.withdrawn.IsZero() {
		t.Errorf("closed for reason %d, want 3: taken back by its sender", n.reason)
	}
	d.noNote(200 * time.Millisecond)

	show()
	n = d.nextNote(5 * time.Second)
	d.click()
	if n.invoked != "default" {
		t.Errorf("a click chose %q, want default", n.invoked)
	}
}
