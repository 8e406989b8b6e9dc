//go:build linux

package main_test

import (
	"syscall"
	"testing"
	"time"
)

// The window has to come in under a second; a machine without a graphics card
// and with other things to do gets more before a test fails.
const windowWithin = 8 * time.Second

func TestStartOpensTheWindow(t *testing.T) {
	d := newDesktop(t)
	d.only("stretch.enabled", "true", "stretch.every", "3s", "expire_after", "5m")
	d.startAgent()
	n := d.nextNote(15 * time.Second)
	d.press("Start")
	id, took := d.window(windowWithin)
	t.Logf("window %.0f ms after Start, the first time", took.Seconds()*1000)
	d.painted(id, windowWithin)
	d.noteGone(n, 5*time.Second)
	d.closeWindow(id)

	// The agent goes on, and opens it again.
	n = d.nextNote(15 * time.Second)
	d.press("Start")
	id, took = d.window(windowWithin)
	t.Logf("window %.0f ms after Start, the second time", took.Seconds()*1000)
	d.painted(id, windowWithin)
	d.noteGone(n, 5*time.Second)
}

func TestClickOpensTheWindow(t *testing.T) {
	d := newDesktop(t)
	d.only("posture.enabled", "true", "posture.every", "3s", "expire_after", "5m")
	d.startAgent()
	d.nextNote(15 * time.Second)
	d.click()
	id, took := d.window(windowWithin)
	t.Logf("window %.0f ms after the click", took.Seconds()*1000)
	d.painted(id, windowWithin)
}

func TestOneWindowOnly(t *testing.T) {
	d := newDesktop(t)
	d.only()
	// No agent yet: opening the window brings one.
	d.unhunch("open")
	id, _ := d.window(windowWithin)
	d.painted(id, windowWithin)
	d.until(10*time.Second, "an agent runs", func() bool { return d.status().Agent })

	if _, err := d.tool("xdotool", "windowminimize", "--sync", id); err != nil {
		t.Fatal(err)
	}
	d.unhunch("open", "settings")
	d.until(10*time.Second, "the window is raised", func() bool { return len(d.windows()) > 0 })
	time.Sleep(time.Second) // a second window would be there by now
	if w := d.windows(); len(w) != 1 || w[0] != id {
		t.Errorf("windows %v, want %s alone", w, id)
	}
}

// TestOpenedWhileClosing asks for the window in the moment it goes: the wish
// must not be lost with it.
func TestOpenedWhileClosing(t *testing.T) {
	d := newDesktop(t)
	d.only()
	d.unhunch("open", "settings")
	for _, later := range []time.Duration{0, 60, 120, 200, 300, 450} {
		id, _ := d.window(windowWithin)
		d.painted(id, windowWithin)
		if err := d.askToClose(id); err != nil {
			t.Fatal(err)
		}
		time.Sleep(later * time.Millisecond)
		d.unhunch("open", "settings")
		time.Sleep(time.Second) // what was to go is gone
		d.window(windowWithin)
	}
}

func TestWindowEndsWhenAskedTo(t *testing.T) {
	d := newDesktop(t)
	d.only()
	for range 4 {
		window := d.start(program(t, "unhunch-window"), "--screen", "settings")
		id, _ := d.window(windowWithin)
		d.painted(id, windowWithin)
		if err := window.signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		if code := window.ended(10 * time.Second); code != 0 {
			t.Errorf("exit %d (%s)", code, window.state())
		}
	}
}

func TestPlainCommandOpensTheWindow(t *testing.T) {
	d := newDesktop(t)
	d.only()
	d.unhunch()
	id, took := d.window(windowWithin)
	t.Logf("window %.0f ms after the command, agent included", took.Seconds()*1000)
	d.painted(id, windowWithin)
	d.until(10*time.Second, "an agent runs", func() bool { return d.status().Agent })

	// Closing the window leaves the agent alone.
	pid := d.status().PID
	d.closeWindow(id)
	if s := d.status(); !s.Agent || s.PID != pid {
		t.Errorf("after the window was closed: %+v", s)
	}
}

func TestUnknownScreenIsRefused(t *testing.T) {
	d := newDesktop(t)
	r := d.run("open", "basement")
	if r.code != 2 || r.out != "" || r.err == "" {
		t.Errorf("exit %d, stdout %q, stderr %q; want 2 and a hint", r.code, r.out, r.err)
	}
	if w := d.windows(); len(w) != 0 {
		t.Errorf("windows %v", w)
	}
}
