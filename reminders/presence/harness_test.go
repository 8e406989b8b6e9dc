package presence

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// program fails the test if a program it needs is not installed.
func program(t *testing.T, name string) {
	t.Helper()
	if testing.Short() {
		t.Skip("needs a bus or a display; left out with -short")
	}
	if _, err := exec.LookPath(name); err != nil {
		t.Fatalf("%s is missing (hint: apt-get install xvfb xdotool dbus; go test -short leaves these tests out)", name)
	}
}

// start runs a program until the test ends and returns a way to kill it
// earlier.
func start(t *testing.T, cmd *exec.Cmd) (kill func()) {
	t.Helper()
	var out strings.Builder
	cmd.Stderr = &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var once sync.Once
	kill = func() {
		once.Do(func() {
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
		})
	}
	t.Cleanup(func() {
		kill()
		if t.Failed() {
			t.Logf("%s said:\n%s", cmd.Path, out.String())
		}
	})
	return kill
}

// display starts an X server on a free display, or on the named one.
func display(t *testing.T, name string) (string, func()) {
	t.Helper()
	program(t, "Xvfb")
	program(t, "xdotool")
	r, w, err := os.Pipe()
	must(t, err)
	defer r.Close()
	args := []string{"-displayfd", "3", "-screen", "0", "640x480x24", "-nolisten", "tcp", "-noreset"}
	if name != "" {
		args = append([]string{name}, args...)
	}
	cmd := exec.Command("Xvfb", args...)
	cmd.ExtraFiles = []*os.File{w}
	kill := start(t, cmd)
	w.Close()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	return ":" + strings.TrimSpace(line), kill
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
	program(t, "dbus-daemon")
	dir, err := os.MkdirTemp("", "unhunch") // short: a socket's path has little room
	must(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	addr = "unix:path=" + filepath.Join(dir, "bus")
	conf := filepath.Join(dir, "conf")
	must(t, os.WriteFile(conf, []byte(`<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>`+addr+`</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`), 0o600))
	cmd := exec.Command("dbus-daemon", "--nofork", "--print-address", "--config-file="+conf)
	out, err := cmd.StdoutPipe()
	must(t, err)
	kill = start(t, cmd)
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Fatalf("dbus-daemon did not start: %v", err)
	}
	return addr, kill
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

// until waits for something to become true.
func until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); !ok(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited in vain for: %s", what)
		}
	}
}

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
