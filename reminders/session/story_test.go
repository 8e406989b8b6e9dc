package session_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/session"
)

// update writes what comes of the stories into them, to be read before it is
// kept.
var update = flag.Bool("update", false, "write the stories' ends")

// begin is when every story begins.
var begin = time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)

// small is a routine short enough to be told whole: a neck turn of 10 s on each
// side, twice, and arm circles without a hold.
func small(t testing.TB) session.Plan {
	t.Helper()
	turn := &content.Exercise{
		ID: "turn", Name: "Turn", Sides: content.LeftRight, Reps: 2, HoldS: 6, MoveS: 4,
		Steps: []string{"Sit tall, feet flat, and turn slowly.", "Come back to the middle."}, Easier: "Half as far.", Harder: "Longer.", Equipment: []string{"chair"},
	}
	circle := &content.Exercise{
		ID: "circle", Name: "Circle", Sides: content.Both, Reps: 3, MoveS: 4, Easier: "Smaller.",
		Equipment: []string{"chair", "mat"},
	}
	p, err := session.Of(&content.Routine{
		ID: "small", Name: "Small", RestS: 5,
		Items: []content.RoutineItem{{ExerciseID: "turn", Exercise: turn}, {ExerciseID: "circle", Exercise: circle}},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	p.Items[1].Circle = true
	return p
}

// calm is a plan of what relaxes: hands tensed twice, and four breaths.
func calm() session.Plan {
	sets := func(n int, d time.Duration) [][]time.Duration {
		return [][]time.Duration{slices.Repeat([]time.Duration{d}, n)}
	}
	return session.Plan{
		Relaxes: "calm", Name: "Calm", Ready: 6 * time.Second, Rest: 8 * time.Second,
		Items: []session.Item{
			{
				Exercise: "hands", Name: "Hands", Steps: []string{"Make fists.", "Let your hands open."}, Way: session.Tensed,
				Reps: 2, Hold: 5 * time.Second, Move: 20 * time.Second, Sets: sets(2, 5*time.Second),
			},
			{Exercise: "breathing", Name: "Breathe", Way: session.Breathed, Reps: 4, Hold: 6 * time.Second, Sets: sets(4, 6*time.Second)},
		},
	}
}

// TestStories plays what stands in testdata: before "---" what happens, after
// it what comes of it. The times are seconds as the person lives them.
//
//	at 3 pause        an event
//	at 3 clock +3600  the wall clock is set
//	at 3 gone 20      nobody steps for so long, and nothing says why
//	at 3 look         what there is to draw
func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/*.story")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d stories, want at least 15 (%v)", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".story"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			script, want, ok := strings.Cut(string(data), "---\n")
			if !ok {
				t.Fatal("no ---")
			}
			got := play(t, script)
			if *update {
				if err := os.WriteFile(file, []byte(script+"---\n"+got), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("%s\ncame:\n%s\nshould have come:\n%s", script, got, want)
			}
		})
	}
}

// player steps a session as a player does, and writes down what comes of it.
type player struct {
	t     *testing.T
	state session.State
	lived time.Duration // since the story began
	clock time.Duration // how far the wall clock was set
	out   strings.Builder
}

func (p *player) now() time.Time { return begin.Add(p.lived + p.clock) }

func (p *player) step(ev session.Event) {
	var cues []session.Cue
	p.state, cues = p.state.Step(p.now(), ev)
	for _, c := range cues {
		fmt.Fprintf(&p.out, "%s %s", stamp(c.At.Sub(begin)-p.clock), c.Kind)
		if c.Rep > 0 {
			fmt.Fprintf(&p.out, " %d/%d", c.Rep, c.Of)
		}
		if c.Left > 0 {
			fmt.Fprintf(&p.out, " %d", c.Left)
		}
		if c.Text != "" {
			fmt.Fprintf(&p.out, " %q", c.Text)
		}
		fmt.Fprintln(&p.out)
	}
	// A player may be killed and started again at any step.
	data, err := json.Marshal(p.state)
	if err != nil {
		p.t.Fatal(err)
	}
	p.state = session.State{}
	if err := json.Unmarshal(data, &p.state); err != nil {
		p.t.Fatalf("%v\n%s", err, data)
	}
}

func (p *player) until(lived time.Duration) {
	for p.lived < lived {
		next := p.state.Next(p.now())
		if next.IsZero() || next.Sub(begin)-p.clock > lived {
			break
		}
		if !next.After(p.now()) {
			p.t.Fatalf("at %s the next step is wanted at %s", p.now(), next)
		}
		p.lived = next.Sub(begin) - p.clock
		p.step(session.Tick{})
	}
	p.lived = max(p.lived, lived)
}

func play(t *testing.T, script string) string {
	s, err := session.New(small(t))
	if err != nil {
		t.Fatal(err)
	}
	p := &player{t: t, state: s}
	for line := range strings.Lines(script) {
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		if f[0] == "plan" { // another one than the small routine
			if p.state, err = session.New(calm()); err != nil {
				t.Fatal(err)
			}
			continue
		}
		p.until(secs(t, f[1]))
		p.do(f[2:])
	}
	return p.out.String()
}

func (p *player) do(f []string) {
	events := map[string]session.Event{
		"start": session.Start{}, "tick": session.Tick{}, "pause": session.Pause{}, "resume": session.Resume{},
		"back": session.Back{}, "skip": session.Skip{}, "easier": session.Easier{}, "harder": session.Harder{}, "end": session.End{},
		"lock": session.Interrupt{By: session.Locked}, "suspend": session.Interrupt{By: session.Asleep}, "close": session.Interrupt{By: session.Closed},
		"slower": session.Breathe{Breath: 8 * time.Second},
		"unlock": session.Return{From: session.Locked}, "wake": session.Return{From: session.Asleep}, "open": session.Return{From: session.Closed},
	}
	switch f[0] {
	case "clock":
		p.clock += secs(p.t, f[1])
		p.step(session.Tick{})
	case "gone":
		p.lived += secs(p.t, f[1])
		p.step(session.Tick{})
	case "look":
		p.look()
	case "result":
		p.result()
	default:
		ev, ok := events[f[0]]
		if !ok {
			p.t.Fatalf("what is %q?", f[0])
		}
		p.step(ev)
	}
}

func (p *player) look() {
	v := p.state.At(p.now())
	fmt.Fprintf(&p.out, "%s | %s %s %s side=%d rep=%d/%d left=%s pose=%.2f total=%s of %s\n", stamp(p.lived), v.Status, v.Exercise.Name, v.Phase.Kind,
		v.Phase.Side, v.Phase.Rep, v.Phase.Of, stamp(v.Remaining), v.Pose, stamp(v.Left), stamp(v.Total))
}

func (p *player) result() {
	r := p.state.Result(p.now())
	fmt.Fprintf(&p.out, "%s = %s from %s to %s, active %s, paused %s:", stamp(p.lived), r.Outcome, stamp(r.Start.Sub(begin)-p.clock), stamp(r.End.Sub(begin)-p.clock),
		stamp(r.Active), stamp(r.Paused))
	for _, e := range r.Exercises {
		fmt.Fprintf(&p.out, " %s %s %s", e.ID, e.Outcome, stamp(e.Active))
	}
	fmt.Fprintln(&p.out)
}

func secs(t *testing.T, text string) time.Duration {
	s, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return time.Duration(s * float64(time.Second))
}

func stamp(d time.Duration) string { return strconv.FormatFloat(d.Seconds(), 'f', -1, 64) }
