package session_test

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/session"
)

// through plays a plan to its end as a player does, and gives all its cues.
func through(t *testing.T, p session.Plan) (session.State, []session.Cue, time.Time) {
	t.Helper()
	s, err := session.New(p)
	if err != nil {
		t.Fatal(err)
	}
	now := begin
	s, all := s.Step(now, session.Start{})
	for s.Status == session.Running {
		now = s.Next(now)
		var cues []session.Cue
		s, cues = s.Step(now, session.Tick{})
		all = append(all, cues...)
	}
	return s, all, now
}

func TestEveryRoutineTakesItsTime(t *testing.T) {
	all, err := content.BuiltIn().Routines()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all.Routine {
		p, err := session.Of(&r, nil)
		if err != nil {
			t.Fatal(err)
		}
		s, cues, now := through(t, p)
		want := session.GetReady + time.Duration(r.TotalS())*time.Second
		res := s.Result(now)
		if got := now.Sub(begin); got != want || p.Length() != want || res.Active != want || res.Paused != 0 {
			t.Errorf("%s takes %s, its plan says %s, its result %s; want %s", r.ID, got, p.Length(), res.Active, want)
		}
		if res.Outcome != session.Completed || res.Done() != len(r.Items) || res.Routine != r.ID {
			t.Errorf("%s: %+v", r.ID, res)
		}
		if got := count(cues, session.CueStart); got != len(r.Items) {
			t.Errorf("%s: %d exercises begin, want %d", r.ID, got, len(r.Items))
		}
		if got := count(cues, session.CueRest); got != len(r.Items)-1 {
			t.Errorf("%s: %d rests begin, want %d", r.ID, got, len(r.Items)-1)
		}
		if got := count(cues, session.CueEnd); got != 1 || cues[len(cues)-1].Kind != session.CueEnd {
			t.Errorf("%s: %d ends", r.ID, got)
		}
	}
}

func TestEveryExercise(t *testing.T) {
	all, err := content.BuiltIn().Exercises()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		p, err := session.One(&e)
		if err != nil {
			t.Fatal(err)
		}
		_, cues, now := through(t, p)
		if got, want := now.Sub(begin), session.GetReady+time.Duration(e.DurationS)*time.Second; got != want {
			t.Errorf("%s takes %s, want %s", e.ID, got, want)
		}
		sides, reps := e.Sides.Count(), e.Sides.Count()*e.Reps
		if count(cues, session.CueSide) != sides-1 {
			t.Errorf("%s: %d changes of side, want %d", e.ID, count(cues, session.CueSide), sides-1)
		}
		if got := count(cues, session.CueStart) + count(cues, session.CueSide) + count(cues, session.CueRepeat); got != reps {
			t.Errorf("%s: %d repetitions are told, want %d", e.ID, got, reps)
		}
		var said []string
		for _, c := range cues {
			if c.Kind == session.CueStep {
				said = append(said, c.Text)
			}
		}
		if !slices.Equal(said, e.Steps) {
			t.Errorf("%s: the instructions are %q, want %q", e.ID, said, e.Steps)
		}
		if p.Items[0].Circle != (e.ID == "shoulder-rolls") {
			t.Errorf("%s goes round: %v", e.ID, p.Items[0].Circle)
		}
		if e.Harder == "" && p.Items[0].CanHarder() {
			t.Errorf("%s can be harder without words for it", e.ID)
		}
	}
}

func count(cues []session.Cue, kind session.CueKind) int {
	n := 0
	for _, c := range cues {
		if c.Kind == kind {
			n++
		}
	}
	return n
}

// TestNothingJumps walks through every exercise in steps of a twentieth of a
// second.
func TestNothingJumps(t *testing.T) {
	all, err := content.BuiltIn().Exercises()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		p, err := session.One(&e)
		if err != nil {
			t.Fatal(err)
		}
		pose, lungs, step := 0.0, 0.0, 0
		for _, f := range p.Phases() {
			const dt = 50 * time.Millisecond
			pose = math.Mod(pose, 2) // a circle ends where it begins
			if f.Side == session.Second && f.Rep == 1 && f.Kind == session.MoveOut {
				step = 0
			}
			for at := time.Duration(0); ; at += dt {
				at = min(at, f.Length)
				if far := math.Abs(f.Pose(at) - pose); far > 0.05 {
					t.Fatalf("%s: the pose jumps by %.2f in %s %d", e.ID, far, f.Kind, f.Rep)
				}
				if far := math.Abs(f.Lungs(at) - lungs); far > 0.06 {
					t.Fatalf("%s: the lungs jump by %.2f in %s %d after %s", e.ID, far, f.Kind, f.Rep, at)
				}
				if f.Step(at) < step {
					t.Fatalf("%s: the instructions go back in %s %d", e.ID, f.Kind, f.Rep)
				}
				breathes(t, e.ID, f, at)
				pose, lungs, step = f.Pose(at), f.Lungs(at), f.Step(at)
				if at == f.Length {
					break
				}
			}
		}
		if math.Mod(pose, 2) != 0 || step != len(e.Steps)-1 {
			t.Errorf("%s ends at pose %.2f and instruction %d of %d", e.ID, pose, step, len(e.Steps))
		}
	}
}

// breathes checks that the lungs do as they are told.
func breathes(t *testing.T, id string, f session.Phase, at time.Duration) {
	t.Helper()
	const dt = 10 * time.Millisecond
	if at+dt >= f.Length || f.Breath(at) != f.Breath(at+dt) {
		return
	}
	change := f.Lungs(at+dt) - f.Lungs(at)
	if f.Breath(at) == session.In && change <= 0 || f.Breath(at) == session.Out && change >= 0 {
		t.Fatalf("%s: the lungs change by %v while it says %q (%s, %s)", id, change, f.Breath(at), f.Kind, at)
	}
}

// TestBreathingIsTheLibrarys compares what is told with the library's words.
func TestBreathingIsTheLibrarys(t *testing.T) {
	all, err := content.BuiltIn().Exercises()
	if err != nil {
		t.Fatal(err)
	}
	// These breathe twice on the way there, or too quickly to be told.
	other := []string{"open-book", "overhead-side-reach", "shoulder-rolls"}
	told := 0
	for _, e := range all {
		p, err := session.One(&e)
		if err != nil {
			t.Fatal(err)
		}
		text, paced := strings.ToLower(e.Breath), p.Items[0].Paced
		begins := func(with ...string) bool {
			return slices.ContainsFunc(with, func(w string) bool { return strings.HasPrefix(text, w) })
		}
		want := []session.Pacing{session.Unpaced}
		switch {
		case slices.Contains(other, e.ID):
		case begins("out ", "breathe out", "slow breath out"):
			want = []session.Pacing{session.OutThere}
			if strings.Contains(text, ", in as") {
				want = []session.Pacing{session.OutAndIn}
			}
		case begins("in "):
			want = []session.Pacing{session.InThere}
			if strings.Contains(text, "out") {
				want = []session.Pacing{session.InAndOut}
			}
		case e.ID == "belly-breathing":
			want = []session.Pacing{session.InAndOut} // "belly rises" is the end of the pose
		case strings.Contains(text, "five counts in and five out"):
			want = []session.Pacing{session.SlowHolds}
		}
		if paced != want[0] {
			t.Errorf("%s: %q is paced as %q, want %q", e.ID, e.Breath, paced, want[0])
		}
		if paced != session.Unpaced {
			told++
		}
	}
	if told < 30 {
		t.Errorf("%d exercises tell how to breathe, want at least 30", told)
	}
}

// TestSlowBreaths listens to a rest: whole breaths of about ten seconds.
func TestSlowBreaths(t *testing.T) {
	all, err := content.BuiltIn().Exercises()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(all, func(e content.Exercise) bool { return e.ID == "rest-90-90" })
	p, err := session.One(&all[i])
	if err != nil {
		t.Fatal(err)
	}
	_, cues, _ := through(t, p)
	last := session.Cue{Kind: session.CueOut}
	for _, c := range cues {
		if c.Kind != session.CueIn && c.Kind != session.CueOut {
			continue
		}
		if c.Kind == last.Kind {
			t.Errorf("%s twice, at %s", c.Kind, c.At)
		}
		if !last.At.IsZero() && c.At.Sub(last.At) != 5*time.Second {
			t.Errorf("%s comes %s after %s", c.Kind, c.At.Sub(last.At), last.Kind)
		}
		last = c
	}
	if in, out := count(cues, session.CueIn), count(cues, session.CueOut); in != 12 || out != 12 {
		t.Errorf("%d in, %d out; want 12 of each in 120 seconds", in, out)
	}
}
