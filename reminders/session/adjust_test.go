package session_test

import (
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/session"
)

// lone is a running session of one exercise, without a countdown.
func lone(t *testing.T, e content.Exercise) session.State {
	t.Helper()
	e.Name, e.Sides, e.MoveS, e.Breath, e.Easier, e.Harder = "Lone", content.Both, 4, "As it says.", "Less.", "More."
	p, err := session.One(&e)
	if err != nil {
		t.Fatal(err)
	}
	p.Ready = 0
	s, err := session.New(p)
	if err != nil {
		t.Fatal(err)
	}
	s, _ = s.Step(begin, session.Start{})
	return s
}

// steps goes on to an instant, as a player does.
func steps(s session.State, from, to time.Duration) (session.State, []session.Cue) {
	var all []session.Cue
	for now := begin.Add(from); s.Status == session.Running && now.Before(begin.Add(to)); {
		if now = s.Next(now); now.After(begin.Add(to)) {
			now = begin.Add(to)
		}
		var cues []session.Cue
		s, cues = s.Step(now, session.Tick{})
		all = append(all, cues...)
	}
	return s, all
}

// TestEasierPastTheEnd asks for half of a hold when more than that is over.
func TestEasierPastTheEnd(t *testing.T) {
	s := lone(t, content.Exercise{ID: "e", Reps: 2, HoldS: 20})
	s, _ = steps(s, 0, 17*time.Second)
	s, cues := s.Step(begin.Add(17*time.Second), session.Easier{})
	if len(cues) != 2 || cues[0].Kind != session.CueEasier || cues[1].Kind != session.CueBack {
		t.Errorf("cues %+v, want easier and back", cues)
	}
	v := s.At(begin.Add(17 * time.Second))
	if v.Phase.Kind != session.MoveBack || v.Remaining != 2*time.Second || v.Total-v.Left != 17*time.Second || v.Left != (2+14)*time.Second {
		t.Errorf("%+v", v)
	}
}

// TestHarderAfterTheHalf lengthens a hold whose half was told.
func TestHarderAfterTheHalf(t *testing.T) {
	s := lone(t, content.Exercise{ID: "e", Reps: 1, HoldS: 10})
	s, before := steps(s, 0, 8*time.Second)
	s, _ = s.Step(begin.Add(8*time.Second), session.Harder{})
	s, after := steps(s, 8*time.Second, 30*time.Second)
	if a, b := count(before, session.CueHalf), count(after, session.CueHalf); a != 1 || b != 0 {
		t.Errorf("%d halves before, %d after", a, b)
	}
	if r := s.Result(begin.Add(time.Minute)); r.Active != 19*time.Second {
		t.Errorf("it took %s, want 19 s", r.Active)
	}
}

// TestHarderRest lengthens a hold in the middle of a slow breath: no direction
// is told twice.
func TestHarderRest(t *testing.T) {
	s := lone(t, content.Exercise{ID: "rest-90-90", Reps: 1, HoldS: 25})
	s, all := steps(s, 0, 11*time.Second)
	s, _ = s.Step(begin.Add(11*time.Second), session.Harder{})
	_, more := steps(s, 11*time.Second, time.Minute)
	var last session.CueKind
	told := 0
	for _, c := range append(all, more...) {
		if c.Kind == session.CueIn || c.Kind == session.CueOut {
			if told++; c.Kind == last {
				t.Errorf("%s twice, at %s", c.Kind, c.At)
			}
			last = c.Kind
		}
	}
	if told < 5 {
		t.Errorf("%d breaths are told", told)
	}
}

// TestHarderThanADay is refused.
func TestHarderThanADay(t *testing.T) {
	s := lone(t, content.Exercise{ID: "e", Reps: 3599, HoldS: 20})
	next, cues := s.Step(begin, session.Harder{})
	if len(cues) != 0 || next.Plan.Items[0].Level != 0 || next.Plan.Length() != 3599*24*time.Second {
		t.Errorf("cues %v, level %d, %s", cues, next.Plan.Items[0].Level, next.Plan.Length())
	}
	if next, cues = s.Step(begin, session.Easier{}); len(cues) != 1 || next.Plan.Items[0].Level != -1 {
		t.Errorf("cues %v, level %d", cues, next.Plan.Items[0].Level)
	}
}

// TestOutAtOnce begins with breathing out: the lungs are full.
func TestOutAtOnce(t *testing.T) {
	s := lone(t, content.Exercise{ID: "cat", Reps: 2, HoldS: 4})
	if v := s.At(begin); v.Lungs != 1 || v.Breath != session.Out {
		t.Errorf("lungs %v, %q", v.Lungs, v.Breath)
	}
}

// TestCircle goes round instead of back.
func TestCircle(t *testing.T) {
	p := small(t)
	phases := p.Phases()
	last := phases[len(phases)-1]
	if got := last.Pose(last.Length); got != 2 {
		t.Errorf("a circle ends at %v, want 2", got)
	}
	if got := last.Pose(0); got != 1 {
		t.Errorf("its second half begins at %v, want 1", got)
	}
	if there := phases[1]; there.Pose(there.Length) != 1 {
		t.Errorf("the way there ends at %v, want 1", there.Pose(there.Length))
	}
}
