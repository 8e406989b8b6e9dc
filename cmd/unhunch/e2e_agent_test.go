//go:build linux

package main_test

import (
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestAgentStopsCleanly(t *testing.T) {
	d := newDesktop(t)
	d.only("posture.enabled", "true", "posture.every", "2s", "expire_after", "5m")
	agent := d.startAgent()
	n := d.nextNote(15 * time.Second)
	asked := time.Now()
	if err := agent.signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if code := agent.ended(5 * time.Second); code != 0 {
		t.Errorf("exit %d (%s), want 0 within 5 s", code, agent.state())
	}
	t.Logf("stopped after %.0f ms", time.Since(asked).Seconds()*1000)
	// Buttons nobody listens to any more must not stay on screen.
	d.noteGone(n, 5*time.Second)
	sockets := d.path("run", "unhunch")
	if left, err := os.ReadDir(sockets); err == nil {
		for _, f := range left {
			if f.Type()&os.ModeSocket != 0 {
				t.Errorf("it left its socket %s behind", f.Name())
			}
		}
	}
	if s := d.status(); s.Agent {
		t.Error("status still speaks of a running agent")
	}
}

func TestSecondAgentIsRefused(t *testing.T) {
	d := newDesktop(t)
	d.only()
	first := d.startAgent()
	pid := d.status().PID
	r := d.run("agent")
	if r.code != 1 || !strings.Contains(r.err, "hint:") || strings.Count(strings.TrimSpace(r.err), "\n") > 0 {
		t.Errorf("exit %d, stderr %q; want 1 and one line with a hint", r.code, r.err)
	}
	if s := d.status(); s.PID != pid || pid != first.cmd.Process.Pid {
		t.Errorf("the agent is %d, was %d", s.PID, pid)
	}
}

func TestFilesAreForTheirOwnerOnly(t *testing.T) {
	d := newDesktop(t)
	d.only("posture.every", "20m")
	d.startAgent()
	d.unhunch("pain", "3", "--note", "private")
	for _, dir := range []string{d.path("config", "unhunch"), d.path("data", "unhunch"), d.path("run", "unhunch")} {
		info, err := os.Stat(dir)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o700 {
			t.Errorf("%s has mode %o, want 700", dir, info.Mode().Perm())
		}
		files, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			info, err := f.Info()
			if err != nil {
				t.Fatal(err)
			}
			if info.Mode().Perm()&0o077 != 0 {
				t.Errorf("%s/%s has mode %o", dir, f.Name(), info.Mode().Perm())
			}
		}
	}
}

// Without a screen and without a session bus, the agent speaks in the
// terminal.
func TestTerminalAlone(t *testing.T) {
	d := newTerminal(t)
	d.only("posture.enabled", "true", "posture.every", "2s", "expire_after", "2s")
	p := d.start(program(t, "unhunch"))
	d.until(20*time.Second, "a posture check is printed", func() bool {
		return strings.Contains(p.output(), "Posture check")
	})
	out := p.output()
	if !strings.Contains(strings.ToLower(out), "display") {
		t.Errorf("it does not say that there is no display:\n%s", out)
	}
	if err := p.signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if code := p.ended(5 * time.Second); code != 0 {
		t.Errorf("after Ctrl+C: exit %d (%s), want 0", code, p.state())
	}
}
