//go:build unix

package notify

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"github.com/unhunch/unhunch/reminders/desktoptest"
)

// dunst is a real notification server on a private bus and display.
type dunst struct {
	bus    *desktoptest.Bus
	env    []string
	conf   string
	choice string // file: the label of the button to press
	kill   func()
}

func newDunst(t *testing.T, b *desktoptest.Bus) *dunst {
	t.Helper()
	desktoptest.Program(t, "dunst")
	desktoptest.Program(t, "dunstctl")
	dir := t.TempDir()
	d := &dunst{bus: b, conf: filepath.Join(dir, "dunstrc"), choice: filepath.Join(dir, "choice")}
	// dunst offers lines such as "#Snooze 10 min (Posture check) [7,snooze]"
	// and takes back the one that was chosen.
	menu := filepath.Join(dir, "menu")
	must(t, os.WriteFile(menu, []byte("#!/bin/sh\nexec grep -F -m 1 -f "+d.choice+"\n"), 0o700))
	must(t, os.WriteFile(d.conf, []byte("[global]\n    dmenu = "+menu+"\n    browser = /bin/true\n    font = Monospace 8\n    idle_threshold = 0\n"), 0o600))
	dpy, _ := desktoptest.Display(t, "")
	d.env = append(os.Environ(), "DISPLAY="+dpy, "DBUS_SESSION_BUS_ADDRESS="+b.Addr, "WAYLAND_DISPLAY=", "HOME="+dir)
	d.start(t)
	return d
}

func (d *dunst) start(t *testing.T) {
	t.Helper()
	cmd := exec.Command("dunst", "-conf", d.conf)
	cmd.Env = d.env
	d.kill = desktoptest.Start(t, cmd)
	desktoptest.Until(t, "dunst to answer", func() bool { return d.try("count", "displayed") == nil })
}

func (d *dunst) try(args ...string) error {
	cmd := exec.Command("dunstctl", args...)
	cmd.Env = d.env
	out, err := cmd.CombinedOutput()
	if err != nil {
		return fmt.Errorf("dunstctl %v: %w\n%s", args, err, out)
	}
	return nil
}

func (d *dunst) ctl(t *testing.T, args ...string) {
	t.Helper()
	must(t, d.try(args...))
}

func (d *dunst) displayed(t *testing.T) string {
	t.Helper()
	cmd := exec.Command("dunstctl", "count", "displayed")
	cmd.Env = d.env
	out, err := cmd.Output()
	must(t, err)
	return strings.TrimSpace(string(out))
}

func (d *dunst) shows(t *testing.T, n string) {
	t.Helper()
	desktoptest.Until(t, n+" notifications on screen", func() bool { return d.displayed(t) == n })
}

// press chooses a button in dunst's menu.
func (d *dunst) press(t *testing.T, label string) {
	t.Helper()
	must(t, os.WriteFile(d.choice, []byte(label+"\n"), 0o600))
	d.ctl(t, "context")
}

// serverPID is the process that serves notifications.
func serverPID(t *testing.T, b *desktoptest.Bus) int {
	t.Helper()
	conn, err := dbus.Connect(b.Addr)
	must(t, err)
	defer conn.Close()
	var pid uint32
	must(t, conn.BusObject().Call("org.freedesktop.DBus.GetConnectionUnixProcessID", 0, busName).Store(&pid))
	return int(pid)
}

func TestDunst(t *testing.T) {
	b := newBus(t, "")
	server := newDunst(t, b)
	d := open(t, Options{Address: b.Addr})
	if st := d.State(); st.Server != "dunst" || st.Version == "" || !st.Actions || st.Backend != "freedesktop" {
		t.Errorf("state %+v", st)
	}
	must(t, d.Show(posture()))
	server.shows(t, "1")

	again := posture()
	again.Title = "Posture check again"
	must(t, d.Show(again))
	must(t, d.Show(Notice{Key: "stretch", Title: "Stretch", Actions: []Action{{"start", "Start now"}}, Stay: true}))
	server.shows(t, "2")
	time.Sleep(300 * time.Millisecond)
	server.shows(t, "2") // the second posture check took the first one's place

	server.press(t, "Start now")
	if got := reply(t, d); got.Key != "stretch" || got.Action != "start" {
		t.Errorf("got %+v", got)
	}
	server.shows(t, "1")
	server.press(t, "Snooze 10 min")
	if got := reply(t, d); got.Key != "posture" || got.Action != "snooze" {
		t.Errorf("got %+v", got)
	}
	server.shows(t, "0")

	must(t, d.Show(posture()))
	server.shows(t, "1")
	server.ctl(t, "action", "0")
	if got := reply(t, d); got.Key != "posture" || got.Action != Default {
		t.Errorf("a click gives %+v", got)
	}
	server.shows(t, "0")

	must(t, d.Show(posture()))
	server.shows(t, "1")
	server.ctl(t, "close")
	if got := reply(t, d); got.Key != "posture" || got.Action != Closed {
		t.Errorf("dismissing gives %+v", got)
	}

	must(t, d.Show(posture()))
	server.shows(t, "1")
	must(t, d.Withdraw("posture"))
	server.shows(t, "0")
	silent(t, d)

	must(t, d.Show(posture()))
	server.shows(t, "1")
	must(t, d.Close())
	server.shows(t, "0")
}

func TestDunstRestarts(t *testing.T) {
	b := newBus(t, "")
	var out paper
	d := open(t, Options{Address: b.Addr, Terminal: &out, Now: nine})
	must(t, d.Show(posture())) // nobody there yet
	desktoptest.Until(t, "the terminal to speak", func() bool { return out.String() != "" })
	server := newDunst(t, b)
	server.shows(t, "1")
	server.kill()
	desktoptest.Until(t, "dunst to be missed", func() bool { return d.Name() == "terminal" })
	server.start(t)
	server.shows(t, "1")

	b.Kill() // dunst goes with it
	desktoptest.Until(t, "the bus to be missed", func() bool { return d.State().Server == "" })
	server.kill()
	b.Start(t)
	server.start(t)
	server.shows(t, "1")
	server.press(t, "Sitting well")
	if got := reply(t, d); got.Key != "posture" || got.Action != "done" {
		t.Errorf("got %+v", got)
	}
	if n := strings.Count(out.String(), "\n"); n != 1 {
		t.Errorf("the terminal spoke %d times:\n%s", n, out.String())
	}
}

// TestDunstEndsInPeace: a server that is asked to end may close its notices
// first; they come back with it.
func TestDunstEndsInPeace(t *testing.T) {
	b := newBus(t, "")
	server := newDunst(t, b)
	d := open(t, Options{Address: b.Addr})
	must(t, d.Show(posture()))
	server.shows(t, "1")
	must(t, syscall.Kill(serverPID(t, b), syscall.SIGTERM))
	desktoptest.Until(t, "dunst to be missed", func() bool { return d.State().Server == "" })
	silent(t, d)
	server.kill()
	server.start(t)
	server.shows(t, "1")
}

// TestDunstStartedByTheBus: where no server runs but the bus knows how to
// start one, the first notice does.
func TestDunstStartedByTheBus(t *testing.T) {
	services := t.TempDir()
	path := desktoptest.Program(t, "dunst")
	dpy, _ := desktoptest.Display(t, "")
	conf := filepath.Join(services, "dunstrc")
	must(t, os.WriteFile(conf, []byte("[global]\n    font = Monospace 8\n"), 0o600))
	must(t, os.WriteFile(filepath.Join(services, "n.service"),
		[]byte("[D-BUS Service]\nName="+busName+"\nExec=/usr/bin/env DISPLAY="+dpy+" "+path+" -conf "+conf+"\n"), 0o600))
	b := newBus(t, services)
	var out paper
	d := open(t, Options{Address: b.Addr, Terminal: &out})
	if st := d.State(); !st.OnDemand || st.Backend != "freedesktop" || st.Err != nil {
		t.Errorf("state %+v", st)
	}
	must(t, d.Show(posture()))
	desktoptest.Until(t, "the server", func() bool { return d.State().Server == "dunst" })
	server := &dunst{env: append(os.Environ(), "DISPLAY="+dpy, "DBUS_SESSION_BUS_ADDRESS="+b.Addr)}
	server.shows(t, "1")
	// It crashes: the bus is asked to start it again, and the notice is back.
	must(t, syscall.Kill(serverPID(t, b), syscall.SIGKILL))
	desktoptest.Until(t, "the server to be missed", func() bool { return d.State().Server == "" })
	desktoptest.Until(t, "the server again", func() bool { return d.State().Server == "dunst" })
	last := serverPID(t, b)
	t.Cleanup(func() { _ = syscall.Kill(last, syscall.SIGKILL) })
	server.shows(t, "1")
	if out.String() != "" {
		t.Errorf("the terminal spoke: %s", out.String())
	}
}
