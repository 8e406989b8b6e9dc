//go:build linux

package main_test

import (
	"fmt"
	"os"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// rounds is how often the agent is killed: UNHUNCH_KILL_ROUNDS, or a few.
func rounds(t *testing.T) int {
	text := os.Getenv("UNHUNCH_KILL_ROUNDS")
	if text == "" {
		return 25
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("UNHUNCH_KILL_ROUNDS=%q is not a number of rounds", text)
	}
	return n
}

// survivor is what the person was told is done, and therefore has to be there
// after every kill.
type survivor struct {
	*desktop
	agent  *process
	pains  []string // notes of the pain entries
	every  time.Duration
	paused *time.Time // the deadline of a pause; nil is none
	done   int
}

// TestKillRounds gives a command, kills the agent with SIGKILL as soon as the
// command said that it is done, restarts it, and looks whether everything
// acknowledged so far is still there.
func TestKillRounds(t *testing.T) {
	d := newDesktop(t)
	s := &survivor{desktop: d, every: time.Hour}
	d.only("posture.enabled", "true", "posture.every", "1h", "expire_after", "30m")
	s.agent = d.startAgent()
	commands := []func(round int){s.pain, s.setting, s.pause, s.answer, s.resume}
	n := rounds(t)
	var down time.Duration
	for round := range n {
		commands[round%len(commands)](round)
		killed := time.Now()
		s.agent.kill()
		s.agent = d.startAgent()
		down += time.Since(killed)
		s.check(round)
		if t.Failed() {
			t.Fatalf("after round %d of %d", round+1, n)
		}
	}
	t.Logf("%d rounds of command, kill -9, restart: nothing acknowledged was lost (%d pain entries, %d answers; %d ms from kill to answering again)",
		n, len(s.pains), s.done, down.Milliseconds()/int64(n))
}

func (s *survivor) pain(round int) {
	note := fmt.Sprintf("round %d", round)
	s.unhunch("pain", strconv.Itoa(round%11), "--note", note)
	s.pains = append(s.pains, note)
}

func (s *survivor) setting(round int) {
	s.every = time.Duration(60+round) * time.Minute
	s.set("posture.every", s.every.String())
}

func (s *survivor) pause(round int) {
	length := time.Duration(30+round) * time.Minute
	until := time.Now().Add(length)
	s.unhunch("pause", length.String())
	s.paused = &until
}

func (s *survivor) resume(int) {
	s.unhunch("resume")
	s.paused = nil
}

// answer lets a posture check come up, and answers it.
func (s *survivor) answer(round int) {
	if s.paused != nil {
		s.resume(round)
	}
	s.set("posture.every", "1s")
	s.every = time.Second
	s.until(20*time.Second, "a posture check to answer", func() bool { return s.status().open("posture") })
	s.unhunch("done", "posture")
	s.done++
}

func (s *survivor) check(round int) {
	t := s.t
	t.Helper()
	var list []struct {
		Note string `json:"note"`
	}
	s.ask(&list, "pain", "list")
	there := map[string]bool{}
	for _, p := range list {
		there[p.Note] = true
	}
	for _, note := range s.pains {
		if !there[note] {
			t.Errorf("round %d: the pain entry %q is lost", round, note)
		}
	}
	now := s.status()
	if got := now.every("posture"); got != s.every {
		t.Errorf("round %d: posture.every is %v, was set to %v", round, got, s.every)
	}
	switch {
	case s.paused == nil && now.Paused:
		t.Errorf("round %d: paused until %v though resumed", round, now.PausedUntil)
	case s.paused != nil && (now.PausedUntil == nil || !near(*now.PausedUntil, *s.paused, 3*time.Second)):
		t.Errorf("round %d: paused until %v, want %v", round, now.PausedUntil, s.paused)
	}
	if got := s.counted("posture", "done"); got != s.done {
		t.Errorf("round %d: %d answers are counted, %d were given", round, got, s.done)
	}
	if s.every == time.Second {
		// Quiet again until it is wanted.
		s.setting(round)
	}
}

// TestKilledInTheMiddle kills the agent while a command is under way. Whether
// the command then succeeds is up to the moment; if it says that it did, it
// has to hold, and either way everything has to start again.
func TestKilledInTheMiddle(t *testing.T) {
	d := newDesktop(t)
	d.only("posture.enabled", "true", "posture.every", "1h")
	agent := d.startAgent()
	acknowledged := 0
	for round := range 12 {
		ended := make(chan ran)
		length := time.Duration(30+round) * time.Minute
		go func() { ended <- d.run("pause", length.String()) }()
		time.Sleep(time.Duration(round) * 4 * time.Millisecond)
		_ = agent.signal(syscall.SIGKILL)
		until := time.Now().Add(length)
		r := <-ended
		agent.kill()
		agent = d.startAgent()
		s := d.status()
		switch {
		case r.code == 0:
			acknowledged++
			if s.PausedUntil == nil || !near(*s.PausedUntil, until, 3*time.Second) {
				t.Fatalf("round %d: %q was acknowledged, and now it is paused until %v", round, r.out, s.PausedUntil)
			}
		case r.err == "":
			t.Fatalf("round %d: exit %d without a word", round, r.code)
		}
		d.unhunch("resume")
	}
	t.Logf("%d of 12 commands were acknowledged, and held", acknowledged)
}
