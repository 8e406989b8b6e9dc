//go:build linux

package speech

import (
	"bytes"
	"context"
	"encoding/binary"
	"io"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/desktoptest"
)

// control asks or changes something in the sound server.
func (p place) control(t *testing.T, args ...string) string {
	t.Helper()
	cmd := exec.Command(program(t, "pactl"), args...)
	cmd.Env = p.environ()
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("pactl %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// program fails the test on Debian, where make installs what it needs, and
// skips it elsewhere.
func program(t *testing.T, name string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("needs a sound server; left out with -short")
	}
	path, err := exec.LookPath(name)
	if err != nil {
		if _, err := os.Stat("/etc/debian_version"); err == nil {
			t.Fatalf("%s is missing (hint: .make/need test installs it; go test -short leaves these tests out)", name)
		}
		t.Skipf("%s is not installed", name)
	}
	return path
}

// place is a session of its own, with nothing in it at first.
type place struct{ dir string }

// newPlace also lets the test run beside others.
func newPlace(t *testing.T) place {
	t.Helper()
	t.Parallel()
	return place{desktoptest.ShortDir(t)}
}

func (p place) getenv(key string) string {
	switch key {
	case "HOME", "XDG_RUNTIME_DIR":
		return p.dir
	}
	return ""
}

// environ is getenv for a program.
func (p place) environ() []string {
	return []string{"PATH=" + os.Getenv("PATH"), "HOME=" + p.dir, "XDG_RUNTIME_DIR=" + p.dir, "DBUS_SESSION_BUS_ADDRESS=unix:path=" + filepath.Join(p.dir, "no-bus")}
}

// options are for a computer that may be busy with other tests: nothing is
// late.
func (p place) options(t *testing.T) Options {
	o := everything(t)
	o.late = 20 * time.Second
	o.openPlayer = func(ctx context.Context) (player, error) {
		d, err := dialPulse(ctx, p.getenv)
		if err != nil {
			return nil, err
		}
		return d, nil
	}
	return o
}

// desk is a place that the environment points at, for tests that run alone.
func desk(t *testing.T) place {
	t.Helper()
	dir := desktoptest.ShortDir(t)
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"} {
		t.Setenv(name, dir)
	}
	for _, name := range []string{"PULSE_SERVER", "PULSE_RUNTIME_PATH", "PULSE_COOKIE", "SPEECHD_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"} {
		t.Setenv(name, "") // which puts it back afterwards
		_ = os.Unsetenv(name)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+filepath.Join(dir, "no-bus"))
	return place{dir}
}

func answers(path string) bool {
	c, err := net.Dial("unix", path)
	if err == nil {
		c.Close()
	}
	return err == nil
}

// soundServer starts PulseAudio with modules of its own; by default with one
// device that is none.
func (p place) soundServer(t *testing.T, modules ...string) (kill func()) {
	t.Helper()
	if len(modules) == 0 {
		modules = []string{"module-null-sink sink_name=desk sink_properties=device.description=Desk"}
	}
	socket := filepath.Join(p.dir, "pulse/native")
	if err := os.MkdirAll(filepath.Dir(socket), 0o700); err != nil {
		t.Fatal(err)
	}
	_ = os.Remove(socket)
	args := []string{"-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes", "-L", "module-native-protocol-unix socket=" + socket}
	for _, m := range modules {
		args = append(args, "-L", m)
	}
	cmd := exec.Command(program(t, "pulseaudio"), args...)
	cmd.Env = p.environ()
	kill = desktoptest.Start(t, cmd)
	desktoptest.Until(t, "the sound server", func() bool { return answers(socket) })
	return kill
}

// ear records what the device plays.
type ear struct {
	mu   sync.Mutex
	raw  []byte
	stop func()
}

func (p place) listen(t *testing.T) *ear {
	t.Helper()
	e := &ear{}
	cmd := exec.Command(program(t, "parec"), "-d", "desk.monitor", "--raw", "--format=s16le", "--channels=1", "--rate=44100", "--latency-msec=20")
	cmd.Env, cmd.Stdout = p.environ(), e
	e.stop = desktoptest.Start(t, cmd)
	desktoptest.Until(t, "the recording to begin", func() bool { return p.control(t, "list", "short", "source-outputs") != "" })
	// The device has played two seconds of silence ahead, which nothing could
	// be heard before; only a break makes it forget them.
	p.control(t, "suspend-sink", "desk", "1")
	p.control(t, "suspend-sink", "desk", "0")
	return e
}

func (e *ear) Write(b []byte) (int, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.raw = append(e.raw, b...)
	return len(b), nil
}

func (e *ear) all() []int16 {
	e.mu.Lock()
	defer e.mu.Unlock()
	s := make([]int16, len(e.raw)/2)
	_ = binary.Read(bytes.NewReader(e.raw), binary.LittleEndian, s)
	return s
}

// sound is what was recorded so far, from the first sample that is not silent
// to the last.
func (e *ear) sound() []int16 {
	s := e.all()
	first, last := 0, len(s)
	for first < last && s[first] == 0 {
		first++
	}
	for last > first && s[last-1] == 0 {
		last--
	}
	return s[first:last]
}

// forget begins a new recording.
func (e *ear) forget() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.raw = nil
}

func everything(t *testing.T) Options {
	return Options{Chimes: true, Voice: true, Volume: 100, Language: "en", Log: slog.New(slog.NewTextHandler(testLog{t}, &slog.HandlerOptions{Level: slog.LevelDebug}))}
}

type testLog struct{ t *testing.T }

func (l testLog) Write(b []byte) (int, error) {
	l.t.Log(strings.TrimSpace(string(b)))
	return len(b), nil
}

// speaker opens one that is closed with the test.
func speaker(t *testing.T, o Options) *Speaker {
	t.Helper()
	s := Open(o)
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func finish(t *testing.T, s *Speaker) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if err := s.Finish(ctx); err != nil {
		t.Fatal(err)
	}
}

var _ io.Writer = (*ear)(nil)
