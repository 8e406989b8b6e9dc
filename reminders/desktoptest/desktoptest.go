// Package desktoptest starts the programs of a desktop for tests: a message bus
// and a display of the test's own. Only tests import it.
package desktoptest

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// Program is where a program is that a test needs. The test fails if it is not
// installed, and is left out with -short.
func Program(t *testing.T, name string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("needs a bus or a display; left out with -short")
	}
	return installed(t, name)
}

func installed(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("%s is missing (hint: apt-get install xvfb xdotool dbus dunst; go test -short leaves most of these tests out)", name)
	}
	return path
}

// Start runs a program until the test ends and returns a way to kill it
// earlier. What it writes to stderr is told where the test fails.
func Start(t *testing.T, cmd *exec.Cmd) (kill func()) {
	t.Helper()
	var out strings.Builder
	if cmd.Stderr == nil {
		cmd.Stderr = &out
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
			t.Logf("%s said:\n%s", cmd.Path, out.String())
		}
	})
	return kill
}

// ShortDir is a folder with a short name, because a socket's path has little
// room. It goes when the test ends.
func ShortDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "unhunch")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// Bus is a private message bus.
type Bus struct {
	Addr string
	Kill func()

	conf string
}

// NewBus starts a bus, on which nothing is started by itself but what the
// folder services has service files of; empty is nothing.
func NewBus(t *testing.T, services string) *Bus {
	t.Helper()
	installed(t, "dbus-daemon")
	dir := ShortDir(t)
	if services != "" {
		services = "<servicedir>" + services + "</servicedir>"
	}
	b := &Bus{Addr: "unix:path=" + filepath.Join(dir, "bus"), conf: filepath.Join(dir, "conf")}
	conf := `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>` + b.Addr + `</listen><auth>EXTERNAL</auth>` + services + `
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`
	if err := os.WriteFile(b.conf, []byte(conf), 0o600); err != nil {
		t.Fatal(err)
	}
	b.Start(t)
	return b
}

// Start starts the bus again after a kill, at the same address.
func (b *Bus) Start(t *testing.T) {
	t.Helper()
	_ = os.Remove(strings.TrimPrefix(b.Addr, "unix:path="))
	cmd := exec.Command("dbus-daemon", "--nofork", "--print-address", "--config-file="+b.conf)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	b.Kill = Start(t, cmd)
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Fatalf("dbus-daemon did not start: %v", err)
	}
}

// Display starts an X server on a free display, or on the named one, and
// returns its name.
func Display(t *testing.T, name string) (display string, kill func()) {
	t.Helper()
	Program(t, "Xvfb")
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	args := []string{"-displayfd", "3", "-screen", "0", "640x480x24", "-nolisten", "tcp", "-noreset"}
	if name != "" {
		args = append([]string{name}, args...)
	}
	cmd := exec.Command("Xvfb", args...)
	cmd.ExtraFiles = []*os.File{w}
	kill = Start(t, cmd)
	_ = w.Close()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	return ":" + strings.TrimSpace(line), kill
}

// Until waits for something to become true.
func Until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); !ok(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited in vain for: %s", what)
		}
	}
}
