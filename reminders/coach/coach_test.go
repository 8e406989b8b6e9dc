package coach

import (
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/session"
)

// Every cue there is in the built-in routines is either said or one that a
// sound is enough for.
func TestSaysEveryCue(t *testing.T) {
	all, err := content.BuiltIn().Routines()
	if err != nil {
		t.Fatal(err)
	}
	heard := map[session.CueKind]bool{}
	for i := range all.Routine {
		plan, err := session.Of(&all.Routine[i], nil)
		if err != nil {
			t.Fatal(err)
		}
		plan.Change = 3 * time.Second
		s, err := session.New(plan)
		if err != nil {
			t.Fatal(err)
		}
		now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
		s, cues := s.Step(now, session.Start{})
		for s.Status != session.Ended {
			for _, c := range cues {
				heard[c.Kind] = true
				if text, _ := Say(c); (text == "") != (c.Kind == session.CueCount) {
					t.Errorf("%s: %q", c.Kind, text)
				}
			}
			now = s.Next(now)
			s, cues = s.Step(now, session.Tick{})
		}
		for _, p := range plan.Phases() {
			if Doing(p.Kind) == "" {
				t.Errorf("no word for %s", p.Kind)
			}
			if (Repeat(p) == "") != (p.Of < 2) {
				t.Errorf("%+v: %q", p, Repeat(p))
			}
		}
		for _, n := range plan.Needs() {
			if Need(n) == n {
				t.Errorf("no words for %q", n)
			}
		}
	}
	for _, k := range []session.CueKind{session.CueReady, session.CueStart, session.CueSide, session.CueRepeat, session.CueHold, session.CueHalf, session.CueCount, session.CueBack, session.CueRest, session.CueStep, session.CueIn, session.CueOut} {
		if !heard[k] {
			t.Errorf("no routine has the cue %s", k)
		}
	}
}

func TestClock(t *testing.T) {
	for seconds, want := range map[int]string{-1: "0", 0: "0", 12: "12", 99: "99", 100: "1:40", 125: "2:05", 600: "10:00"} {
		if got := Clock(seconds); got != want {
			t.Errorf("%d is %q, want %q", seconds, got, want)
		}
	}
}

func TestSideOf(t *testing.T) {
	left, right := session.Item{}, session.Item{RightFirst: true}
	for _, c := range []struct {
		i    session.Item
		s    session.Side
		want string
	}{
		{left, session.Whole, ""},
		{right, session.Whole, ""},
		{left, session.First, "Left side"},
		{left, session.Second, "Right side"},
		{right, session.First, "Right side"},
		{right, session.Second, "Left side"},
	} {
		if got := SideOf(c.i, c.s); got != c.want {
			t.Errorf("%v, %v: %q, want %q", c.i.RightFirst, c.s, got, c.want)
		}
	}
}
