package notify

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/desktoptest"
)

func TestNoticesThatMakeNoSense(t *testing.T) {
	d := open(t, Options{Address: noBus(t)})
	two := []Action{{"a", "A"}, {"b", "B"}}
	for name, n := range map[string]Notice{
		"no key":        {Title: "x"},
		"no title":      {Key: "x", Title: " "},
		"three buttons": {Key: "x", Title: "x", Actions: append(two, Action{"c", "C"})},
		"taken key":     {Key: "x", Title: "x", Actions: []Action{{Default, "A"}}},
		"same key":      {Key: "x", Title: "x", Actions: []Action{{"a", "A"}, {"a", "B"}}},
		"no label":      {Key: "x", Title: "x", Actions: []Action{{"a", ""}}},
		"empty key":     {Key: "x", Title: "x", Actions: []Action{{"", "A"}}},
	} {
		if err := d.Show(n); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	if st := d.State(); st.Backend != "none" || st.Open != 0 || st.Err == nil {
		t.Errorf("state %+v", st)
	}
}

func TestTerminal(t *testing.T) {
	var out paper
	d := open(t, Options{Address: noBus(t), Terminal: &out, Now: nine})
	must(t, d.Show(Notice{Key: "stretch", Title: "Stretch\x1b[31m", Body: "two\nlines", Actions: []Action{{"start", "Start"}, {"snooze", "Later"}}}))
	must(t, d.Show(Notice{Key: "checkin", Title: "How is your back?"}))
	must(t, d.Show(Notice{Key: "posture", Title: "Posture check", Body: "Sit back."}))
	want := "09:05  Stretch[31m\n       two\n       lines  (unhunch open stretch · unhunch snooze stretch)\n" +
		"09:05  How is your back?\n09:05  Posture check: Sit back.\n"
	desktoptest.Until(t, "three notices", func() bool { return strings.Count(out.String(), "\n") == 5 })
	if out.String() != want {
		t.Errorf("got  %q\nwant %q", out.String(), want)
	}
	if d.Name() != "terminal" {
		t.Errorf("name %q", d.Name())
	}
}

func TestContextEndsTheDesk(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	d := Open(ctx, Options{Address: noBus(t)})
	cancel()
	<-d.done
	if err := d.Withdraw("x"); !errors.Is(err, ErrClosed) {
		t.Errorf("got %v", err)
	}
}

// TestNoBusIsLaunched checks that a missing bus stays missing: the library
// would start one with dbus-launch.
func TestNoBusIsLaunched(t *testing.T) {
	dir := t.TempDir()
	trap := filepath.Join(dir, "launched")
	must(t, os.WriteFile(filepath.Join(dir, "dbus-launch"), []byte("#!/bin/sh\ntouch "+trap+"\n"), 0o700))
	t.Setenv("PATH", dir)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "autolaunch:")
	t.Setenv("XDG_RUNTIME_DIR", dir)
	d := open(t, Options{})
	must(t, d.Show(posture()))
	must(t, d.Close())
	if _, err := os.Stat(trap); err == nil {
		t.Error("a bus was launched")
	}
	if a := os.Getenv("DBUS_SESSION_BUS_ADDRESS"); a != "autolaunch:" {
		t.Errorf("the environment was changed to %q", a)
	}
}

func TestBackoff(t *testing.T) {
	for n, want := range map[int]time.Duration{1: time.Second, 2: 2 * time.Second, 9: 256 * time.Second, 10: 5 * time.Minute, 1000: 5 * time.Minute} {
		if got := backoff(n); got != want {
			t.Errorf("attempt %d: %v, want %v", n, got, want)
		}
	}
}

// TestTerminalOnly: asked to keep to the terminal, the desk looks for nothing
// else.
func TestTerminalOnly(t *testing.T) {
	var out paper
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+filepath.Join(t.TempDir(), "nobody-asks"))
	d := open(t, Options{Terminal: &out, TerminalOnly: true, Now: nine})
	must(t, d.Show(posture()))
	desktoptest.Until(t, "the notice", func() bool { return strings.Contains(out.String(), "Posture") })
	if st := d.State(); st.Backend != "terminal" || st.Err != nil {
		t.Errorf("state %+v", st)
	}
}
