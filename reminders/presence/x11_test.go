//go:build !windows && !darwin

package presence

import (
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/desktoptest"
)

func TestInputOnX11(t *testing.T) {
	for name, how := range map[string]struct {
		ask  bool
		says string
	}{
		"alarm":     {false, "alarm"},
		"by asking": {true, "now and then"},
	} {
		t.Run(name, func(t *testing.T) {
			dpy, kill := display(t, "")
			touch(t, dpy)
			w := watch(t, Options{Display: dpy, AwayAfter: 2 * time.Second, ask: how.ask})
			expect(t, w, reminders.Active{})
			if s := sensor(w, sensorIdle); s.State != OK || !strings.Contains(s.Detail, how.says) {
				t.Errorf("sensor %+v", s)
			}
			time.Sleep(time.Second)
			touch(t, dpy)
			last := time.Now()
			idle, ok := next(t, w).(reminders.Idle)
			if !ok {
				t.Fatal("not Idle")
			}
			if off := idle.Since.Sub(last).Abs(); off > 300*time.Millisecond {
				t.Errorf("idle since %v, last input was %v", idle.Since, last)
			}
			if late := time.Since(last) - 2*time.Second; late < -200*time.Millisecond || late > 1500*time.Millisecond {
				t.Errorf("told %v after it was due", late)
			}
			silent(t, w, time.Second) // once
			touch(t, dpy)
			back := time.Now()
			expect(t, w, reminders.Active{})
			if late := time.Since(back); late > returnLook+time.Second {
				t.Errorf("the return was seen after %v", late)
			}
			// A longer patience takes effect at once.
			w.SetAwayAfter(time.Hour)
			silent(t, w, 2500*time.Millisecond)
			w.SetAwayAfter(time.Second)
			if _, ok := next(t, w).(reminders.Idle); !ok {
				t.Fatal("not Idle after a shorter patience")
			}
			kill()
			expect(t, w, reminders.Unknown{})
			desktoptest.Until(t, "the sensor to be missing", func() bool { return sensor(w, sensorIdle).State == Missing })
			w.SetAwayAfter(time.Minute)
			display(t, dpy)
			expect(t, w, reminders.Active{})
		})
	}
}

func TestAwayAtTheStart(t *testing.T) {
	dpy, _ := display(t, "")
	touch(t, dpy)
	time.Sleep(1200 * time.Millisecond)
	w := watch(t, Options{Display: dpy, AwayAfter: time.Second})
	if _, ok := next(t, w).(reminders.Idle); !ok {
		t.Fatal("not Idle")
	}
}

func TestNoDisplay(t *testing.T) {
	w := watch(t, Options{})
	expect(t, w, reminders.Unknown{})
	silent(t, w, 300*time.Millisecond) // told once, though it is tried again
	if s := sensor(w, sensorIdle); s.State != Missing || s.Hint == "" {
		t.Errorf("sensor %+v", s)
	}
}

func TestWaylandIsUnknown(t *testing.T) {
	for _, env := range []string{"WAYLAND_DISPLAY", "XDG_SESSION_TYPE"} {
		t.Run(env, func(t *testing.T) {
			t.Setenv("DISPLAY", ":0")
			t.Setenv("WAYLAND_DISPLAY", "")
			t.Setenv("XDG_SESSION_TYPE", "x11")
			t.Setenv(env, "wayland")
			if _, err := x11Display(""); err == nil || !strings.Contains(err.Error(), "Wayland") {
				t.Errorf("got %v", err)
			}
		})
	}
}

// TestIdleCounter feeds the reply's reader with what a server should not send.
func TestIdleCounter(t *testing.T) {
	reply := make([]byte, 32+28)
	reply[8] = 2                   // counters
	reply[32], reply[32+12] = 7, 2 // counter 7, a name of two letters: 16 bytes
	copy(reply[32+14:], "XY")      //
	reply = append(reply[:32+16], make([]byte, 24)...)
	reply[48], reply[48+12] = 9, 8
	copy(reply[48+14:], "IDLETIME")
	if got := idleCounter(reply); got != 9 {
		t.Errorf("found counter %d, want 9", got)
	}
	for n := range reply {
		idleCounter(reply[:n]) // must not panic
	}
	reply[8], reply[9], reply[10], reply[11] = 255, 255, 255, 255
	reply[48+12] = 255
	if got := idleCounter(reply); got != 0 {
		t.Errorf("found counter %d in garbage", got)
	}
}
