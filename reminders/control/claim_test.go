package control

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// claimAndWait is another process: it says whether it got the claim, and
// holds it until it is killed or its input ends.
func claimAndWait(dir string) {
	// All starters wait for the same moment.
	if _, err := bufio.NewReader(os.Stdin).ReadString('\n'); err != nil {
		os.Exit(3)
	}
	_, err := Claim(dir, AgentSocket)
	var running *RunningError
	switch {
	case err == nil:
		fmt.Println("won", os.Getpid())
	case errors.As(err, &running):
		fmt.Println("lost", running.PID)
	default:
		fmt.Println("error", err)
	}
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
}

type starter struct {
	cmd *exec.Cmd
	in  *os.File
	out *bufio.Reader
}

func start(t *testing.T, dir string) *starter {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "UNHUNCH_TEST_CLAIM="+dir)
	cmd.Stdin = r
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = r.Close()
	s := &starter{cmd, w, bufio.NewReader(out)}
	t.Cleanup(s.kill)
	return s
}

func (s *starter) goAhead(t *testing.T) {
	t.Helper()
	if _, err := s.in.WriteString("\n"); err != nil {
		t.Fatal(err)
	}
}

func (s *starter) says(t *testing.T) string {
	t.Helper()
	line, err := s.out.ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(line)
}

// kill is kill -9.
func (s *starter) kill() {
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
	_ = s.in.Close()
}

func TestOneOfManyStartersWins(t *testing.T) {
	dir := shortDir(t)
	for round := range 5 {
		var all []*starter
		for range 6 {
			all = append(all, start(t, dir))
		}
		for _, s := range all {
			s.goAhead(t)
		}
		won := 0
		for _, s := range all {
			switch said := s.says(t); {
			case strings.HasPrefix(said, "won"):
				won++
			case !strings.HasPrefix(said, "lost"):
				t.Errorf("round %d: %s", round, said)
			}
		}
		if won != 1 {
			t.Fatalf("round %d: %d won", round, won)
		}
		// All end by kill -9; the next round starts from what they left.
		for _, s := range all {
			s.kill()
		}
	}
}

func TestRunningSaysWho(t *testing.T) {
	dir := shortDir(t)
	s := start(t, dir)
	s.goAhead(t)
	pid := s.cmd.Process.Pid
	if said := s.says(t); said != fmt.Sprint("won ", pid) {
		t.Fatal(said)
	}
	_, err := Claim(dir, AgentSocket)
	var running *RunningError
	if !errors.Is(err, ErrRunning) || !errors.As(err, &running) || running.PID != pid {
		t.Errorf("got %v, want process %d", err, pid)
	}
	other, err := Claim(dir, WindowSocket)
	if err != nil {
		t.Fatalf("the window's claim is another: %v", err)
	}
	if err := other.Close(); err != nil {
		t.Error(err)
	}
	s.kill()
	c, err := Claim(dir, AgentSocket)
	if err != nil {
		t.Fatalf("after kill -9: %v", err)
	}
	if fi, err := os.Stat(filepath.Join(dir, AgentSocket)); err != nil || fi.Mode().Perm() != 0o600 {
		t.Errorf("socket: %v, %v", fi, err)
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
	if err := c.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
	if _, err := os.Lstat(filepath.Join(dir, AgentSocket)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the socket stays: %v", err)
	}
}

func TestClaimOddPlaces(t *testing.T) {
	t.Run("garbage in the lock", func(t *testing.T) {
		dir := shortDir(t)
		write(t, filepath.Join(dir, "agent.lock"), strings.Repeat("junk\x00", 1000))
		mustClaim(t, dir)
	})
	t.Run("a file in the way", func(t *testing.T) {
		dir := shortDir(t)
		path := filepath.Join(dir, AgentSocket)
		write(t, path, "precious")
		if c, err := Claim(dir, AgentSocket); err == nil {
			t.Error("accepted", c.Close())
		} else if !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "hint:") {
			t.Errorf("%v", err)
		}
		if b, err := os.ReadFile(path); err != nil || string(b) != "precious" {
			t.Errorf("the file is gone: %q, %v", b, err)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		mustClaim(t, dir) // the failed claim let go of the lock
	})
	t.Run("a link in place of the lock", func(t *testing.T) {
		dir := shortDir(t)
		victim := filepath.Join(dir, "victim")
		write(t, victim, "precious")
		if err := os.Symlink(victim, filepath.Join(dir, "agent.lock")); err != nil {
			t.Fatal(err)
		}
		if c, err := Claim(dir, AgentSocket); err == nil {
			t.Error("followed", c.Close())
		}
		if b, err := os.ReadFile(victim); err != nil || string(b) != "precious" {
			t.Errorf("%q, %v", b, err)
		}
	})
	t.Run("the lock removed under a running one", func(t *testing.T) {
		dir := shortDir(t)
		l, err := net.Listen("unix", filepath.Join(dir, AgentSocket))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Claim(dir, AgentSocket); !errors.Is(err, ErrRunning) {
			t.Errorf("got %v", err)
		}
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	t.Run("no folder", func(t *testing.T) {
		if _, err := Claim(filepath.Join(shortDir(t), "none"), AgentSocket); err == nil || errors.Is(err, ErrRunning) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("too long", func(t *testing.T) {
		dir := filepath.Join(shortDir(t), strings.Repeat("d", 100))
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		_, err := Claim(dir, AgentSocket)
		if err == nil || !strings.Contains(err.Error(), "too long") || !strings.Contains(err.Error(), "XDG_RUNTIME_DIR") {
			t.Errorf("got %v", err)
		}
		if _, err := Dial(t.Context(), filepath.Join(dir, AgentSocket)); err == nil || !strings.Contains(err.Error(), "too long") {
			t.Errorf("dial: %v", err)
		}
	})
}

func write(t *testing.T, path, s string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(s), 0o600); err != nil {
		t.Fatal(err)
	}
}

func mustClaim(t *testing.T, dir string) {
	t.Helper()
	c, err := Claim(dir, AgentSocket)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}
