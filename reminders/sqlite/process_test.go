package sqlite

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/diary"
)

// Other programs are this test, started again with a task in the environment.
const taskVar, fileVar = "UNHUNCH_SQLITE_TASK", "UNHUNCH_SQLITE_FILE"

func TestMain(m *testing.M) {
	if task := os.Getenv(taskVar); task != "" {
		if err := perform(task, os.Getenv(fileVar)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// perform is what a second program does. It says on its output what was
// acknowledged.
func perform(task, path string) error {
	ctx := context.Background()
	if _, err := io.ReadFull(os.Stdin, make([]byte, 1)); err != nil {
		return err // the starting signal
	}
	if task == "touch" {
		return touch(ctx, path)
	}
	o := at(noon)
	o.ReadOnly = task == "read"
	s, _, err := Open(ctx, path, o)
	if err != nil {
		return err
	}
	switch task {
	case "read":
		_, _, err = s.LastPain(ctx)
	case "write":
		err = scribble(ctx, s, os.Stdout, 1<<30)
	case "tell":
		err = retell(ctx, s, os.Stdout)
	case "write 50":
		err = scribble(ctx, s, os.Stdout, 50)
	case "open":
		for range 15 {
			if _, _, err = s.LastPain(ctx); err != nil {
				return err
			}
			if err = s.Close(); err != nil {
				return err
			}
			var rep Report
			if s, rep, err = Open(ctx, path, at(noon)); err != nil {
				return err
			}
			if rep.Created || rep.Recovery != nil {
				return fmt.Errorf("opened while others write: %+v", rep)
			}
		}
	}
	if err != nil {
		return err
	}
	return s.Close()
}

// touch opens the database as one of many, and says what it found.
func touch(ctx context.Context, path string) error {
	s, rep, err := Open(ctx, path, at(noon))
	if err != nil {
		return err
	}
	if _, err := s.AddPain(ctx, diary.Pain{At: noon}); err != nil {
		return err
	}
	fmt.Printf("created=%v recovered=%v\n", rep.Created, rep.Recovery != nil)
	return s.Close()
}

// scribble writes as the agent does, and prints what was acknowledged.
func scribble(ctx context.Context, s *Store, out io.Writer, n int) error {
	for i := range n {
		p, err := s.AddPain(ctx, diary.Pain{At: noon, Intensity: i % 11, Note: strings.Repeat("ouch ", i%50)})
		if err != nil {
			return err
		}
		fmt.Fprintln(out, "pain", p.ID)
		when := noon.Add(time.Duration(i) * time.Second)
		prompt := reminders.Prompt{ID: reminders.Posture, ShownAt: when, Refs: []string{p.ID}}
		err = s.Record(ctx, reminders.State{Last: when, Sources: []string{p.ID}}, when, []reminders.Effect{
			{Verb: reminders.Show, ID: reminders.Posture, Prompt: prompt},
			{Verb: reminders.Close, ID: reminders.Posture, Prompt: prompt, Outcome: reminders.Done},
		})
		if err != nil {
			return err
		}
		fmt.Fprintln(out, "prompt", p.ID)
	}
	return nil
}

// program is another program at work.
type program struct {
	cmd   *exec.Cmd
	start io.WriteCloser
	out   *bufio.Scanner
	err   *strings.Builder
}

func launch(t *testing.T, task, path string) *program {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	p := &program{cmd: exec.Command(self), err: &strings.Builder{}}
	p.cmd.Env = append(os.Environ(), taskVar+"="+task, fileVar+"="+path)
	p.cmd.Stderr = p.err
	p.start, err = p.cmd.StdinPipe()
	must(t, err)
	out, err := p.cmd.StdoutPipe()
	must(t, err)
	p.out = bufio.NewScanner(out)
	must(t, p.cmd.Start())
	t.Cleanup(func() { _ = p.cmd.Process.Kill() })
	return p
}

func (p *program) signal(t *testing.T) {
	t.Helper()
	_, err := p.start.Write([]byte{'!'})
	must(t, err)
}

// rest is what the program still says, until it ends.
func (p *program) rest() (lines []string, err error) {
	for p.out.Scan() {
		lines = append(lines, p.out.Text())
	}
	if err := p.cmd.Wait(); err != nil {
		return lines, fmt.Errorf("%w: %s", err, p.err)
	}
	return lines, nil
}

func TestNothingAcknowledgedIsLostToAKill(t *testing.T) {
	path := fileIn(t)
	acknowledged := []string{}
	for round := range 8 {
		a, b := launch(t, "write", path), launch(t, "write", path)
		a.signal(t)
		b.signal(t)
		for range rand.IntN(30) + 1 {
			if !a.out.Scan() {
				t.Fatalf("the program ended: %s", a.err)
			}
			acknowledged = append(acknowledged, a.out.Text())
		}
		time.Sleep(time.Duration(rand.IntN(4000)) * time.Microsecond)
		must(t, a.cmd.Process.Kill())
		if round%2 == 0 {
			must(t, b.cmd.Process.Kill())
		} else {
			time.Sleep(5 * time.Millisecond)
			must(t, b.cmd.Process.Kill())
		}
		for _, p := range []*program{a, b} {
			lines, _ := p.rest() // it was killed
			if p.err.Len() > 0 {
				t.Fatalf("it said: %s", p.err)
			}
			acknowledged = append(acknowledged, lines...)
		}

		s, rep := mustOpen(t, path, at(noon))
		if rep.Recovery != nil {
			t.Fatalf("round %d: %s", round, rep.Recovery.Sentence())
		}
		must(t, s.Check(t.Context()))
		if _, saved, err := s.Schedule(t.Context()); !saved && round > 0 || err != nil {
			t.Fatalf("round %d: schedule %v %v", round, saved, err)
		}
		have := map[string]bool{}
		for _, p := range pains(t, s) {
			have["pain "+p.ID] = true
		}
		log, err := s.Prompts(t.Context(), noon.AddDate(0, 0, -1), noon.AddDate(1, 0, 0))
		must(t, err)
		for _, l := range log {
			if l.ClosedAt == nil || l.Outcome != reminders.Done || len(l.Refs) != 1 {
				t.Fatalf("half a record: %+v", l)
			}
			have["prompt "+l.Refs[0]] = true
		}
		for _, ack := range acknowledged {
			if !have[ack] {
				t.Fatalf("round %d: %q was acknowledged and is lost", round, ack)
			}
		}
		mustClose(t, s)
	}
	if len(acknowledged) < 50 {
		t.Fatalf("only %d writes", len(acknowledged))
	}
}

func TestProgramsThatWriteAtOnceDoNotDisturbEachOther(t *testing.T) {
	path := fileIn(t)
	s, _ := mustOpen(t, path, at(noon))
	all := []*program{launch(t, "write 50", path), launch(t, "write 50", path), launch(t, "open", path)}
	for _, p := range all {
		p.signal(t)
	}
	must(t, scribble(t.Context(), s, io.Discard, 50))
	_, _, err := s.BackupIfDue(t.Context())
	must(t, err)
	for _, p := range all {
		if _, err := p.rest(); err != nil {
			t.Error(err)
		}
	}
	if got := len(pains(t, s)); got != 150 {
		t.Errorf("%d entries, want 150", got)
	}
	counts, err := s.Counts(t.Context(), noon, noon.AddDate(0, 0, 1))
	must(t, err)
	if got := counts[reminders.Posture]; got.Shown != 150 || got.Done != 150 {
		t.Errorf("counts %+v, want 150", got)
	}
	must(t, s.Check(t.Context()))
}

func TestOfManyThatOpenAtOnceOneDoesTheWork(t *testing.T) {
	for _, c := range []struct {
		name    string
		prepare func(t *testing.T) string
		line    string
		entries int
	}{
		{"nothing there", fileIn, "created=true recovered=false", 0},
		{"damaged", func(t *testing.T) string {
			path, _ := backedUp(t)
			overwrite(t, path, 0, make([]byte, 4096))
			return path
		}, "created=false recovered=true", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := c.prepare(t)
			var all []*program
			for range 5 {
				all = append(all, launch(t, "touch", path))
			}
			for _, p := range all {
				p.signal(t)
			}
			var said []string
			for _, p := range all {
				lines, err := p.rest()
				if err != nil {
					t.Fatal(err)
				}
				said = append(said, lines...)
			}
			slices.Sort(said)
			did := 0
			for _, line := range said {
				if line == c.line {
					did++
				} else if line != "created=false recovered=false" {
					t.Errorf("one said %s", line)
				}
			}
			if did != 1 || len(said) != 5 {
				t.Errorf("%d did the work, and %d answered: %q", did, len(said), said)
			}
			s, _ := mustOpen(t, path, at(noon))
			if got := len(pains(t, s)); got != 5+c.entries {
				t.Errorf("%d entries, want %d", got, 5+c.entries)
			}
		})
	}
}
