//go:build linux

package main_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// desktop is a machine of a person's own for one test: an X server, a window
// manager, a session bus, a notification server and private folders. Nothing
// of whoever runs the test is seen or touched.
type desktop struct {
	t       *testing.T
	dir     string
	env     []string
	display string // as :7; empty without a screen
	bus     string // the session bus's address; empty without one
	notes   *noteLog
	dunst   *process
	clock   *shiftedClock // nil where the programs have the real one
}

// newDesktop starts one; it is gone with the test.
func newDesktop(t *testing.T) *desktop {
	t.Helper()
	d := newTerminal(t)
	d.startX()
	d.startBus()
	d.start("openbox")
	d.notes = watchNotes(t, d.bus)
	d.startDunst()
	return d
}

// newTerminal is a machine without a screen and without a session bus.
func newTerminal(t *testing.T) *desktop {
	t.Helper()
	if testing.Short() {
		t.Skip("end-to-end tests are left out with -short")
	}
	d := &desktop{t: t, dir: t.TempDir()}
	t.Cleanup(d.sweep)
	for _, place := range []string{"config", "data", "state", "cache", "run", "home"} {
		if err := os.Mkdir(filepath.Join(d.dir, place), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	d.env = []string{
		"PATH=" + os.Getenv("PATH"),
		"HOME=" + d.path("home"),
		"XDG_CONFIG_HOME=" + d.path("config"),
		"XDG_DATA_HOME=" + d.path("data"),
		"XDG_STATE_HOME=" + d.path("state"),
		"XDG_CACHE_HOME=" + d.path("cache"),
		"XDG_RUNTIME_DIR=" + d.path("run"),
		// No lock screen and no suspend of the machine the test runs on.
		"DBUS_SYSTEM_BUS_ADDRESS=unix:path=" + d.path("no-system-bus"),
		"LANG=en_US.UTF-8",
		"TZ=Europe/Berlin",
	}
	return d
}

func (d *desktop) path(parts ...string) string {
	return filepath.Join(append([]string{d.dir}, parts...)...)
}

func (d *desktop) write(name, text string, mode os.FileMode) string {
	d.t.Helper()
	if err := os.WriteFile(d.path(name), []byte(text), mode); err != nil {
		d.t.Fatal(err)
	}
	return d.path(name)
}

// startX starts an X server on a display number of its own choice.
func (d *desktop) startX() {
	d.t.Helper()
	number := d.startTelling("Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset")
	d.display = ":" + number
	d.env = append(d.env, "DISPLAY="+d.display)
}

// A bus that starts nothing by itself: a test that stops the notification
// server must not get another.
const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=%s</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

func (d *desktop) startBus() {
	d.t.Helper()
	config := d.write("bus.conf", fmt.Sprintf(busConfig, d.path("bus")), 0o600)
	d.bus = d.startTelling("dbus-daemon", "--config-file="+config, "--nofork", "--print-address=3")
	d.env = append(d.env, "DBUS_SESSION_BUS_ADDRESS="+d.bus)
}

// sweep ends what the programs under test started by themselves: an agent in
// the background, the window.
func (d *desktop) sweep() {
	for _, pid := range d.mine() {
		_ = syscall.Kill(pid, syscall.SIGKILL)
	}
}

// mine lists the processes of this desktop, known by the folder they were
// given in their environment.
func (d *desktop) mine() (pids []int) {
	mark := []byte("XDG_RUNTIME_DIR=" + d.path("run") + "\x00")
	environs, _ := filepath.Glob("/proc/[0-9]*/environ")
	for _, file := range environs {
		environ, err := os.ReadFile(file)
		if err != nil || !bytes.Contains(environ, mark) {
			continue
		}
		if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(file))); err == nil {
			pids = append(pids, pid)
		}
	}
	return pids
}

// tool runs a program of the system to its end and returns what it printed.
func (d *desktop) tool(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env, cmd.Dir = d.env, d.path("home")
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		err = fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, strings.TrimSpace(errs.String()))
	}
	return string(out), err
}

// patience is how long a test waits at least before it gives something up: the
// machine may have much else to do. How long things take is measured, not judged.
const patience = 45 * time.Second

// until asks again and again, and fails the test if the answer never is yes.
func (d *desktop) until(within time.Duration, what string, yes func() bool) {
	d.t.Helper()
	within = max(within, patience)
	for end := time.Now().Add(within); !yes(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			d.t.Fatalf("after %v still not: %s", within, what)
		}
	}
}
