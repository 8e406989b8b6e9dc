package notify

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// program fails the test if a program it needs is not installed.
func program(t *testing.T, name string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("needs a bus or a display; left out with -short")
	}
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("%s is missing (hint: apt-get install xvfb dbus dunst; go test -short leaves these tests out)", name)
	}
	return path
}

// start runs a program until the test ends and returns a way to kill it
// earlier.
func start(t *testing.T, cmd *exec.Cmd) (kill func()) {
	t.Helper()
	var out strings.Builder
	var mu sync.Mutex
	if cmd.Stderr == nil {
		cmd.Stderr = writer(func(p []byte) { mu.Lock(); out.Write(p); mu.Unlock() })
	}
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
			mu.Lock()
			t.Logf("%s said:\n%s", cmd.Path, out.String())
			mu.Unlock()
		}
	})
	return kill
}

type writer func([]byte)

func (w writer) Write(p []byte) (int, error) { w(p); return len(p), nil }

// bus is a private message bus.
type bus struct {
	addr, conf string
	kill       func()
}

// newBus starts a bus; services is a folder of service files, if any.
func newBus(t *testing.T, services string) *bus {
	t.Helper()
	program(t, "dbus-daemon")
	dir, err := os.MkdirTemp("", "unhunch") // short: a socket's path has little room
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if services != "" {
		services = "<servicedir>" + services + "</servicedir>"
	}
	b := &bus{addr: "unix:path=" + filepath.Join(dir, "bus"), conf: filepath.Join(dir, "conf")}
	conf := `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>` + b.addr + `</listen><auth>EXTERNAL</auth>` + services + `
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`
	if err := os.WriteFile(b.conf, []byte(conf), 0o600); err != nil {
		t.Fatal(err)
	}
	b.start(t)
	return b
}

// start starts the bus again after a kill, at the same address.
func (b *bus) start(t *testing.T) {
	t.Helper()
	_ = os.Remove(strings.TrimPrefix(b.addr, "unix:path="))
	cmd := exec.Command("dbus-daemon", "--nofork", "--print-address", "--config-file="+b.conf)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	b.kill = start(t, cmd)
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Fatalf("dbus-daemon did not start: %v", err)
	}
}

// display starts an X server and returns its name.
func display(t *testing.T) string {
	t.Helper()
	program(t, "Xvfb")
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "800x600x24", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{w}
	start(t, cmd)
	w.Close()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	return ":" + strings.TrimSpace(line)
}

// open opens a desk that is closed with the test.
func open(t *testing.T, o Options) *Desk {
	t.Helper()
	if o.backoff == nil {
		o.backoff = func(int) time.Duration { return 50 * time.Millisecond }
	}
	d := Open(context.Background(), o)
	t.Cleanup(func() { _ = d.Close() })
	return d
}

// until waits for something to become true.
func until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); !ok(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited in vain for: %s", what)
		}
	}
}

// reply waits for the desk's next reply.
func reply(t *testing.T, d *Desk) Reply {
	t.Helper()
	select {
	case r, ok := <-d.Replies():
		if !ok {
			t.Fatal("replies are closed")
		}
		return r
	case <-time.After(10 * time.Second):
		t.Fatal("no reply came")
		panic("unreachable")
	}
}

// silent checks that no reply comes for a moment.
func silent(t *testing.T, d *Desk) {
	t.Helper()
	select {
	case r := <-d.Replies():
		t.Fatalf("unexpected reply %+v", r)
	case <-time.After(200 * time.Millisecond):
	}
}

// paper collects what is printed.
type paper struct {
	mu sync.Mutex
	b  strings.Builder
}

func (p *paper) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.b.Write(b)
}

func (p *paper) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.b.String()
}

var _ io.Writer = (*paper)(nil)

func posture() Notice {
	return Notice{
		Key: "posture", Title: "Posture check", Body: "Shoulders down & back <now>",
		Actions: []Action{{"done", "Sitting well"}, {"snooze", "Snooze 10 min"}}, Stay: true,
	}
}

func nine() time.Time { return time.Date(2026, 11, 23, 9, 5, 0, 0, time.UTC) }

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func noBus(t *testing.T) string {
	t.Helper()
	return fmt.Sprintf("unix:path=%s/absent", t.TempDir())
}
