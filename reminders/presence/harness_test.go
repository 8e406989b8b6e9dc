package presence

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/desktoptest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// display starts an X server on a free display, or on the named one, with a
// mouse to move.
func display(t *testing.T, name string) (string, func()) {
	t.Helper()
	desktoptest.Program(t, "xdotool")
	return desktoptest.Display(t, name)
}

// touch moves the mouse.
func touch(t *testing.T, display string) {
	t.Helper()
	cmd := exec.Command("xdotool", "mousemove_relative", "--", "3", "-2")
	cmd.Env = append(os.Environ(), "DISPLAY="+display)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("xdotool: %v\n%s", err, out)
	}
}

// newBus starts a private message bus.
func newBus(t *testing.T) (addr string, kill func()) {
	t.Helper()
	desktoptest.Program(t, "dbus-daemon")
	b := desktoptest.NewBus(t, "")
	return b.Addr, b.Kill
}

// watch opens a watcher that sees nothing but what its options name.
func watch(t *testing.T, o Options) *Watcher {
	t.Helper()
	nowhere := "unix:path=" + filepath.Join(t.TempDir(), "absent")
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	t.Setenv("XDG_SESSION_TYPE", "")
	if o.SystemBus == "" {
		o.SystemBus = nowhere
	}
	if o.SessionBus == "" {
		o.SessionBus = nowhere
	}
	if o.backoff == nil {
		o.backoff = func(int) time.Duration { return 100 * time.Millisecond }
	}
	w := Open(context.Background(), o)
	t.Cleanup(func() { must(t, w.Close()) })
	return w
}

// next waits for the next event.
func next(t *testing.T, w *Watcher) reminders.Event {
	t.Helper()
	select {
	case ev, ok := <-w.Events():
		if !ok {
			t.Fatal("events are closed")
		}
		return ev
	case <-time.After(15 * time.Second):
		t.Fatal("no event came")
		panic("unreachable")
	}
}

// expect waits for exactly these events.
func expect(t *testing.T, w *Watcher, want ...reminders.Event) {
	t.Helper()
	for _, ev := range want {
		if got := next(t, w); !reflect.DeepEqual(got, ev) {
			t.Fatalf("got %s, want %s", word(got), word(ev))
		}
	}
}

// silent checks that nothing happens for a moment.
func silent(t *testing.T, w *Watcher, d time.Duration) {
	t.Helper()
	select {
	case ev := <-w.Events():
		t.Fatalf("unexpected event %s", word(ev))
	case <-time.After(d):
	}
}

func word(ev reminders.Event) string { return fmt.Sprintf("%T%+v", ev, ev) }

func sensor(w *Watcher, name string) SensorState {
	for _, s := range w.Sensors() {
		if s.Name == name {
			return s
		}
	}
	return SensorState{}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
