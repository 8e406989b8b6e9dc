//go:build linux

package main_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// built gives the folder both programs lie in: UNHUNCH_BIN, or bin at the top
// of the repository, freshly built.
var built = sync.OnceValues(func() (string, error) {
	if dir := os.Getenv("UNHUNCH_BIN"); dir != "" {
		return dir, nil
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		return "", err
	}
	return build(root, filepath.Join(root, "bin"), "gles")
})

// shifted gives the folder of both programs with a clock that a test sets, see
// clock_shifted.go.
var shifted = sync.OnceValues(func() (string, error) {
	root, err := filepath.Abs("../..")
	if err != nil {
		return "", err
	}
	return build(root, filepath.Join(root, "bin", "shiftedclock"), "gles,shiftedclock")
})

// build builds both programs into a folder.
func build(root, bin, tags string) (string, error) {
	for name, cgo := range map[string]string{"unhunch": "0", "unhunch-window": "1"} {
		cmd := exec.Command("go", "build", "-tags", tags, "-o", filepath.Join(bin, name), "./cmd/"+name)
		cmd.Dir = root
		cmd.Env = append(os.Environ(), "CGO_ENABLED="+cgo)
		if out, err := cmd.CombinedOutput(); err != nil {
			return "", fmt.Errorf("building %s: %w\n%s", name, err, out)
		}
	}
	return bin, nil
}

// program is the path of one of the two programs.
func program(t *testing.T, name string) string {
	t.Helper()
	return programOf(t, name, built)
}

func programOf(t *testing.T, name string, built func() (string, error)) string {
	t.Helper()
	bin, err := built()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(bin, name)
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%v\nhint: make build", err)
	}
	return path
}

// program is the path of one of the two programs as this desktop has it.
func (d *desktop) program(name string) string {
	d.t.Helper()
	if d.clock != nil {
		return programOf(d.t, name, shifted)
	}
	return program(d.t, name)
}

// ran is what a command did.
type ran struct {
	out, err string
	code     int
}

// run runs the command line to its end, whatever that is.
func (d *desktop) run(args ...string) ran {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(d.t.Context(), 30*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, d.program("unhunch"), args...)
	cmd.Env, cmd.Dir = d.env, d.path("home")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	// What it starts for longer (the agent, the window) keeps its output.
	cmd.WaitDelay = 2 * time.Second
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) && !errors.Is(err, exec.ErrWaitDelay) {
		d.t.Fatalf("unhunch %s: %v\n%s", strings.Join(args, " "), err, errs.String())
	}
	return ran{out.String(), errs.String(), cmd.ProcessState.ExitCode()}
}

// unhunch runs a command that has to work, and returns what it printed.
func (d *desktop) unhunch(args ...string) string {
	d.t.Helper()
	r := d.run(args...)
	if r.code != 0 {
		d.t.Fatalf("unhunch %s: exit %d\n%s%s", strings.Join(args, " "), r.code, r.out, r.err)
	}
	return r.out
}

// ask runs a command with --json and reads its answer.
func (d *desktop) ask(into any, args ...string) {
	d.t.Helper()
	out := d.unhunch(append(args, "--json")...)
	if err := json.Unmarshal([]byte(out), into); err != nil {
		d.t.Fatalf("unhunch %s --json: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// set changes settings: name, value, name, value, …
func (d *desktop) set(pairs ...string) {
	d.t.Helper()
	for i := 0; i+1 < len(pairs); i += 2 {
		d.unhunch("settings", "set", pairs[i], pairs[i+1])
	}
}

// only sets the reminders a test is about; all others are off.
func (d *desktop) only(pairs ...string) {
	d.t.Helper()
	d.set("checkin.enabled", "false", "posture.enabled", "false", "stretch.enabled", "false", "hours", "always")
	d.set(pairs...)
}

// status is the part of `unhunch status --json` the tests look at.
type status struct {
	Agent       bool       `json:"agent"`
	PID         int        `json:"pid"`
	Presence    string     `json:"presence"`
	PausedUntil *time.Time `json:"paused_until"`
	Paused      bool       `json:"paused"`
	Prompts     []struct {
		Reminder string    `json:"reminder"`
		ShownAt  time.Time `json:"shown_at"`
	} `json:"prompts"`
	Notices   []string `json:"notices"`
	Reminders []struct {
		ID           string     `json:"id"`
		Enabled      bool       `json:"enabled"`
		Next         *time.Time `json:"next"`
		Every        int        `json:"every_s"`
		Sitting      int        `json:"sitting_s"`
		SnoozedUntil *time.Time `json:"snoozed_until"`
	} `json:"reminders"`
}

func (d *desktop) status() (s status) {
	d.t.Helper()
	d.ask(&s, "status")
	return s
}

// open tells whether a prompt of that reminder is open.
func (s status) open(reminder string) bool {
	for _, p := range s.Prompts {
		if p.Reminder == reminder {
			return true
		}
	}
	return false
}

// every is how often that reminder comes.
func (s status) every(reminder string) time.Duration {
	for _, r := range s.Reminders {
		if r.ID == reminder {
			return time.Duration(r.Every) * time.Second
		}
	}
	return 0
}

// snoozedUntil is when that reminder comes back, or nil.
func (s status) snoozedUntil(reminder string) *time.Time {
	for _, r := range s.Reminders {
		if r.ID == reminder {
			return r.SnoozedUntil
		}
	}
	return nil
}

// startAgent starts the agent in the background and waits until it answers.
func (d *desktop) startAgent() *process {
	d.t.Helper()
	p := d.start(d.program("unhunch"), "agent")
	d.until(20*time.Second, "the agent answers", func() bool {
		select {
		case <-p.done:
			d.t.Fatalf("the agent ended: %s\n%s", p.state(), tail(p.output()))
		default:
		}
		return d.status().Agent
	})
	return p
}

// near tells whether two instants are at most so far apart.
func near(a, b time.Time, within time.Duration) bool {
	return a.Sub(b).Abs() <= within
}
