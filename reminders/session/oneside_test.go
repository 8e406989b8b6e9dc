package session_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/session"
)

// turned is an item of a routine, done on one side only.
func turned(only content.Side) content.RoutineItem {
	e := &content.Exercise{ID: "turn", Name: "Turn", Sides: content.LeftRight, Reps: 2, HoldS: 6, MoveS: 4, Steps: []string{"Turn."}, Easier: "Less."}
	return content.RoutineItem{ExerciseID: e.ID, Exercise: e, OwnSide: only}
}

// TestOneSide does an exercise on the left or on the right only: it takes half
// the time, is told like a first side, and is drawn as that side.
func TestOneSide(t *testing.T) {
	for only, want := range map[content.Side]session.Side{content.LeftSide: session.First, content.RightSide: session.Second} {
		r := &content.Routine{ID: "r", Name: "R", Items: []content.RoutineItem{turned(only)}}
		p, err := session.Of(r, nil)
		if err != nil {
			t.Fatal(err)
		}
		if p.Change = 3 * time.Second; p.Length() != session.GetReady+20*time.Second {
			t.Errorf("%s: takes %s", only, p.Length())
		}
		s, cues, now := through(t, p)
		if n := count(cues, session.CueSide); n != 0 {
			t.Errorf("%s: told %d times to change sides", only, n)
		}
		if n := count(cues, session.CueStep); n != 1 {
			t.Errorf("%s: told %d instructions, want one", only, n)
		}
		for _, c := range cues {
			if c.Side != want && c.Kind != session.CueEnd {
				t.Errorf("%s: %+v is of another side", only, c)
			}
		}
		if s.Result(now).Outcome != session.Completed {
			t.Errorf("%s: %+v", only, s.Result(now))
		}
	}
}

// TestOneSideEasier makes the only side easier while it is done, and saves it.
func TestOneSideEasier(t *testing.T) {
	p, err := session.Of(&content.Routine{ID: "r", Name: "R", Items: []content.RoutineItem{turned(content.RightSide)}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	p.Ready = 0
	s, err := session.New(p)
	if err != nil {
		t.Fatal(err)
	}
	s, _ = s.Step(begin, session.Start{})
	s, _ = steps(s, 0, 3*time.Second)
	s, _ = s.Step(begin.Add(3*time.Second), session.Easier{})
	if set := s.Plan.Items[0].Sets[0]; set[1] != 3*time.Second {
		t.Errorf("held %v after easier", set)
	}
	var again session.State
	if err := json.Unmarshal([]byte(marshal(t, s)), &again); err != nil {
		t.Fatal(err)
	}
	if v := again.At(begin.Add(3 * time.Second)); !v.Mirrored || v.Phase.Side != session.Second {
		t.Errorf("read back: %+v", v)
	}
}

// TestReplacedOnOneSide keeps to the side where another exercise has one, too.
func TestReplacedOnOneSide(t *testing.T) {
	r := &content.Routine{ID: "r", Name: "R", Items: []content.RoutineItem{turned(content.LeftSide)}}
	for sides, want := range map[content.Sides]session.Side{content.Both: session.Whole, content.LeftRight: session.First} {
		other := &content.Exercise{ID: "other", Name: "Other", Sides: sides, Reps: 1, HoldS: 5, MoveS: 3}
		p, err := session.Of(r, map[string]*content.Exercise{"turn": other})
		if err != nil {
			t.Fatal(err)
		}
		if i := p.Items[0]; i.Only != want || len(i.Sets) != 1 {
			t.Errorf("%s: %+v", sides, i)
		}
	}
}

// TestRightFirst does an exercise that is drawn on the right: the right side
// comes first, and the left alone is the mirrored one.
func TestRightFirst(t *testing.T) {
	all, err := content.BuiltIn().Exercises()
	if err != nil {
		t.Fatal(err)
	}
	e := &all[slices.IndexFunc(all, func(e content.Exercise) bool { return e.ID == "knee-to-chest" })]
	for only, want := range map[content.Side]session.Side{content.LeftSide: session.Second, content.RightSide: session.First, content.EachSide: session.Whole} {
		r := &content.Routine{ID: "r", Name: "R", Items: []content.RoutineItem{{ExerciseID: e.ID, Exercise: e, OwnSide: only}}}
		p, err := session.Of(r, nil)
		if err != nil {
			t.Fatal(err)
		}
		if i := p.Items[0]; i.Only != want || !i.RightFirst {
			t.Errorf("%q: only %v, right first %v", only, i.Only, i.RightFirst)
		}
	}
}
