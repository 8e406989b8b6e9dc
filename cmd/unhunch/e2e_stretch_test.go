//go:build linux

package main_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// logged is the part of `unhunch stretch log --json` the tests look at.
type logged struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Routine string `json:"routine"`
	Outcome string `json:"outcome"`
	Active  int    `json:"active_s"`
	Done    int    `json:"exercises_done"`
	All     int    `json:"exercises_all"`
	How     string `json:"how"`
	After   *int   `json:"pain_after"`
}

func (d *desktop) stretches() (list []logged) {
	d.t.Helper()
	d.ask(&list, "stretch", "log")
	return list
}

// tinyRoutine is a routine of the person's own that takes as long as a test can
// wait: two exercises of two seconds, a second of rest.
func (d *desktop) tinyRoutine() {
	d.t.Helper()
	file := func(name, text string) {
		if err := os.MkdirAll(filepath.Dir(d.path("data", "unhunch", "packs", "tiny", name)), 0o700); err != nil {
			d.t.Fatal(err)
		}
		d.write(filepath.Join("data", "unhunch", "packs", "tiny", name), text, 0o600)
	}
	const pose = "\n[exercise.pose]\nview = \"side\"\nprop = \"chair\"\nsupported_by = [\"seat\", \"feet\"]\nstart = { hip = [90, 90], knee = [90, 90] }\nend = { neck = 25 }\n"
	file("pack.toml", "name = \"Tiny\"\n")
	file("exercises/nod.toml", "[[exercise]]\nid = \"slow-nod\"\nname = \"Slow nod\"\nsteps = [\"Nod.\"]\nreps = 1\nhold_s = 1\nmove_s = 1\n"+pose)
	file("exercises/look.toml", "[[exercise]]\nid = \"look-down\"\nname = \"Look down\"\nsteps = [\"Look down.\"]\nreps = 1\nhold_s = 1\nmove_s = 1\n"+pose)
	file("routines.toml", "[[routine]]\nid = \"tiny\"\nname = \"Tiny routine\"\nrest_s = 1\nitems = [{ exercise = \"slow-nod\" }, { exercise = \"look-down\" }]\n")
}

// onTerminal is a command at a terminal of 70 columns.
type onTerminal struct {
	t   *testing.T
	tty *os.File // the person's end
	cmd *exec.Cmd

	mu  sync.Mutex
	out bytes.Buffer
}

func (d *desktop) atTerminal(args ...string) *onTerminal {
	d.t.Helper()
	c := exec.CommandContext(d.t.Context(), program(d.t, "unhunch"), args...)
	c.Env, c.Dir = append(d.env, "TERM=xterm"), d.path("home")
	tty, err := pty.StartWithSize(c, &pty.Winsize{Rows: 24, Cols: 70})
	if err != nil {
		d.t.Fatal(err)
	}
	o := &onTerminal{t: d.t, tty: tty, cmd: c}
	d.t.Cleanup(func() { _ = c.Process.Kill(); _ = tty.Close() })
	go func() {
		buf := make([]byte, 4096)
		for {
			n, err := tty.Read(buf)
			o.mu.Lock()
			o.out.Write(buf[:n])
			o.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	return o
}

func (o *onTerminal) text() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return strings.ReplaceAll(o.out.String(), "\r\n", "\n")
}

func (o *onTerminal) typed(keys string) {
	o.t.Helper()
	if _, err := o.tty.WriteString(keys); err != nil {
		o.t.Fatal(err)
	}
}

// ended waits for the end of the command and returns its exit code.
func (o *onTerminal) ended(within time.Duration) int {
	o.t.Helper()
	ctx, cancel := context.WithTimeout(o.t.Context(), within)
	defer cancel()
	done := make(chan struct{})
	go func() { defer close(done); _ = o.cmd.Wait() }()
	select {
	case <-done:
		return o.cmd.ProcessState.ExitCode()
	case <-ctx.Done():
		o.t.Fatalf("it still runs:\n%s", o.text())
		return -1
	}
}

// shown waits until the terminal shows a text.
func (d *desktop) shown(o *onTerminal, text string) {
	d.t.Helper()
	defer func() {
		if d.t.Failed() {
			d.t.Logf("the terminal shows:\n%s", o.text())
		}
	}()
	d.until(20*time.Second, "the terminal shows "+text, func() bool { return strings.Contains(o.text(), text) })
}

// A routine that is played to its end, as text and without a keyboard, is
// logged, and answers the prompt that asks for it.
func TestStretchAnswersItsReminder(t *testing.T) {
	d := newTerminal(t)
	d.tinyRoutine()
	d.only("stretch.enabled", "true", "stretch.every", "1s", "expire_after", "3s")
	d.start(program(t, "unhunch"), "agent", "--terminal")
	d.until(20*time.Second, "a stretch is asked for", func() bool { return d.status().open("stretch") })
	d.set("stretch.every", "2h") // and not again

	out := d.unhunch("stretch", "tiny routine")
	for _, want := range []string{"Tiny routine\n============\n10 s · 2 exercises\n", "Get ready: Slow nod.\n  3\n  2\n  1\n1 of 2: Slow nod", "Rest. Next: Look down.\n2 of 2: Look down", "2 of 2 exercises, 10 s\nLogged."} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not said:\n%s", want, out)
		}
	}
	if list := d.stretches(); len(list) != 1 || list[0].Routine != "tiny" || list[0].Outcome != "completed" || list[0].Done != 2 || list[0].Active != 10 {
		t.Errorf("logged: %+v", list)
	}
	// The prompt outlived expire_after because somebody was at it.
	d.countedAs("stretch", "done", 1)
	if d.status().open("stretch") {
		t.Error("the prompt is still open")
	}
}

// At a terminal keys steer it; what was left early is logged as far as it came,
// how it was is asked, and the terminal is as it was.
func TestStretchByKeys(t *testing.T) {
	d := newTerminal(t)
	d.tinyRoutine()
	o := d.atTerminal("stretch", "tiny", "--quiet")
	before, err := unix.IoctlGetTermios(int(o.tty.Fd()), unix.TCGETS)
	if err != nil {
		t.Fatal(err)
	}
	d.shown(o, "get ready 5")
	o.typed(" ")
	d.shown(o, "Paused. Space goes on.\n")
	o.typed("\n")
	d.shown(o, "Going on.\n")
	d.shown(o, "Rest. Next: Look down.\n")
	o.typed("q")
	d.shown(o, "How was it? (b)etter, (s)ame, (w)orse, Enter to leave out: ")
	o.typed("w\n")
	d.shown(o, "Pain now, 0 to 10, Enter to leave out: ")
	o.typed("4\n")
	if code := o.ended(10 * time.Second); code != 0 {
		t.Errorf("exit %d:\n%s", code, o.text())
	}
	for _, want := range []string{"1 of 2 exercises, ", "leave it for today", "unhunch guide red-flags"} {
		if !strings.Contains(o.text(), want) {
			t.Errorf("%q is not said:\n%s", want, o.text())
		}
	}
	if list := d.stretches(); len(list) != 1 || list[0].Outcome != "partly" || list[0].Done != 1 || list[0].All != 2 || list[0].How != "worse" || list[0].After == nil || *list[0].After != 4 {
		t.Errorf("logged: %+v", list)
	}
	if after, err := unix.IoctlGetTermios(int(o.tty.Fd()), unix.TCGETS); err == nil && *after != *before {
		t.Errorf("the terminal is left as %+v, was %+v", after, before)
	}

	id := d.stretches()[0].ID
	if out := d.unhunch("stretch", "delete", id); !strings.Contains(out, "unhunch stretch undelete "+id) {
		t.Errorf("deleting says %q", out)
	}
	if list := d.stretches(); len(list) != 0 {
		t.Errorf("deleted, and there: %+v", list)
	}
	d.unhunch("stretch", "undelete", id)
	if list := d.stretches(); len(list) != 1 {
		t.Errorf("brought back, and not there: %+v", list)
	}
}

// Ctrl+C ends it early, logs it, asks nothing, and lets the prompt go.
func TestStretchByCtrlC(t *testing.T) {
	d := newTerminal(t)
	d.tinyRoutine()
	d.only("stretch.enabled", "true", "stretch.every", "1s", "expire_after", "5m")
	d.start(program(t, "unhunch"), "agent", "--terminal")
	d.until(20*time.Second, "a stretch is asked for", func() bool { return d.status().open("stretch") })
	d.set("stretch.every", "2h")
	o := d.atTerminal("stretch", "tiny", "--quiet")
	d.shown(o, "get ready 4")
	o.typed("\x03")
	if code := o.ended(10 * time.Second); code != 0 {
		t.Errorf("exit %d:\n%s", code, o.text())
	}
	if !strings.Contains(o.text(), "0 of 2 exercises, ") || strings.Contains(o.text(), "How was it?") {
		t.Errorf("it says\n%s", o.text())
	}
	if list := d.stretches(); len(list) != 1 || list[0].Outcome != "abandoned" {
		t.Errorf("logged: %+v", list)
	}
	d.countedAs("stretch", "skipped", 1)
}

// A machine that sleeps in the middle does not count as stretching.
func TestStretchStoppedAndContinued(t *testing.T) {
	d := newTerminal(t)
	d.tinyRoutine()
	o := d.atTerminal("stretch", "tiny", "--quiet")
	d.shown(o, "get ready 3")
	if err := o.cmd.Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	time.Sleep(11 * time.Second) // longer than session.Unseen
	if err := o.cmd.Process.Signal(syscall.SIGCONT); err != nil {
		t.Fatal(err)
	}
	d.shown(o, "You were away; Enter goes on.\n")
	o.typed("\r")
	d.shown(o, "2 of 2 exercises, ")
	d.shown(o, "How was it?")
	o.typed("\n\n")
	if code := o.ended(10 * time.Second); code != 0 {
		t.Errorf("exit %d:\n%s", code, o.text())
	}
	if list := d.stretches(); len(list) != 1 || list[0].Outcome != "completed" || list[0].Active > 20 || list[0].How != "" {
		t.Errorf("logged: %+v", list)
	}
}
