package session_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/session"
)

func TestNeeds(t *testing.T) {
	if got := small(t).Needs(); !slices.Equal(got, []string{"chair", "mat"}) {
		t.Errorf("needs %q", got)
	}
}

// TestReplacement puts another exercise in the place of one: with its own
// numbers, and the name of the one it stands for.
func TestReplacement(t *testing.T) {
	held := &content.Exercise{ID: "held", Name: "Held", Sides: content.LeftRight, Reps: 9, HoldS: 20, MoveS: 4}
	other := &content.Exercise{ID: "other", Name: "Other", Sides: content.Both, Reps: 2, HoldS: 5, MoveS: 3}
	r := &content.Routine{ID: "r", Name: "R", RestS: 5, Items: []content.RoutineItem{
		{ExerciseID: "held", Exercise: held, OwnReps: 7, OwnHoldS: 30},
		{ExerciseID: "free", Exercise: &content.Exercise{ID: "free", Name: "Free", Sides: content.Both, Reps: 1, HoldS: 1, MoveS: 1}, OwnReps: 4},
	}}
	p, err := session.Of(r, map[string]*content.Exercise{"held": other})
	if err != nil {
		t.Fatal(err)
	}
	if i := p.Items[0]; i.Exercise != "other" || i.Instead != "Held" || i.Reps != 2 || i.Hold != 5*time.Second || len(i.Sets) != 1 {
		t.Errorf("%+v", i)
	}
	if i := p.Items[1]; i.Exercise != "free" || i.Instead != "" || i.Reps != 4 || len(i.Sets[0]) != 4 {
		t.Errorf("%+v", i)
	}
	if want := session.GetReady + (16+5+8)*time.Second; p.Length() != want {
		t.Errorf("takes %s, want %s", p.Length(), want)
	}
}

// TestChange gives a change of side a time of its own.
func TestChange(t *testing.T) {
	p := small(t)
	without := p.Length()
	p.Change = 4 * time.Second
	if got := p.Length(); got != without+4*time.Second {
		t.Errorf("takes %s, want 4 s more than %s", got, without)
	}
	s, cues, now := through(t, p)
	if got := now.Sub(begin); got != p.Length() {
		t.Errorf("took %s, want %s", got, p.Length())
	}
	i := slices.IndexFunc(cues, func(c session.Cue) bool { return c.Kind == session.CueSide })
	if cues[i].At.Sub(begin) != 25*time.Second || cues[i+1].Kind != session.CueHold {
		t.Errorf("%+v, then %+v", cues[i], cues[i+1])
	}
	if s.Result(now).Outcome != session.Completed {
		t.Error("it is not completed")
	}
}

func TestNoPlan(t *testing.T) {
	one := func(change func(e *content.Exercise)) func() (session.Plan, error) {
		e := &content.Exercise{ID: "e", Name: "E", Sides: content.Both, Reps: 1, HoldS: 5, MoveS: 4}
		change(e)
		return func() (session.Plan, error) { return session.One(e) }
	}
	for name, c := range map[string]struct {
		make func() (session.Plan, error)
		says string
	}{
		"nothing":    {func() (session.Plan, error) { return session.One(nil) }, "no exercise to plan"},
		"no routine": {func() (session.Plan, error) { return session.Of(nil, nil) }, "no routine to plan"},
		"empty":      {func() (session.Plan, error) { return session.Of(&content.Routine{Name: "R"}, nil) }, "0 exercises"},
		"missing": {func() (session.Plan, error) {
			return session.Of(&content.Routine{Items: []content.RoutineItem{{ExerciseID: "gone"}}}, nil)
		}, `"gone" is not in the library`},
		"no repetition":   {one(func(e *content.Exercise) { e.Reps = 0 }), "0 repetitions"},
		"too many":        {one(func(e *content.Exercise) { e.Reps = 1_000_000_000 }), "1000000000 repetitions"},
		"takes no time":   {one(func(e *content.Exercise) { e.HoldS, e.MoveS = 0, 0 }), "more than 0 s"},
		"below zero":      {one(func(e *content.Exercise) { e.HoldS = -5 }), "out of range"},
		"longer than all": {one(func(e *content.Exercise) { e.HoldS = 1 << 40 }), "out of range"},
		"no id":           {one(func(e *content.Exercise) { e.ID = "" }), "has no id"},
		"days":            {one(func(e *content.Exercise) { e.HoldS, e.Reps = 80_000, 2 }), "a day"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := c.make()
			if err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "hint: ") {
				t.Errorf("the error is %v, want one with %q and a hint", err, c.says)
			}
			if _, err := session.New(p); err == nil {
				t.Error("a session is made of it")
			}
		})
	}
}

// TestDose goes down and up from what is planned, and says what is played.
func TestDose(t *testing.T) {
	const s = time.Second
	for _, c := range []struct {
		name   string
		reps   int
		hold   time.Duration
		harder string
		down   string // easier and easier, until nothing changes
		up     string
	}{
		{"a stretch", 2, 20 * s, "Longer.", "2x10s 2x5s", "2x30s"},
		{"a short stretch", 3, 10 * s, "Longer.", "3x5s 2x5s", "3x15s 3x22s"},
		{"a movement", 8, 0, "More.", "6x0s 5x0s", "10x0s"},
		{"the library has no more", 8, 1 * s, "", "6x1s 5x1s", ""},
		{"once", 1, 4 * s, "More.", "1x4s", "2x4s 3x4s"},
		{"a rest", 1, 120 * s, "Longer.", "1x60s 1x30s", "1x120s"},
		{"many", 12, 0, "More.", "9x0s 7x0s", "12x0s"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := &content.Exercise{ID: "e", Name: "E", Sides: content.Both, Reps: c.reps, HoldS: int(c.hold / s), MoveS: 4, Easier: "Less.", Harder: c.harder}
			for ev, want := range map[session.Event]string{session.Easier{}: c.down, session.Harder{}: c.up} {
				p, err := session.One(e)
				if err != nil {
					t.Fatal(err)
				}
				state, err := session.New(p)
				if err != nil {
					t.Fatal(err)
				}
				state, _ = state.Step(begin, session.Start{})
				var got []string
				for range 5 {
					i := state.Plan.Items[0]
					can := i.CanEasier()
					if ev == session.Event(session.Harder{}) {
						can = i.CanHarder()
					}
					next, cues := state.Step(begin, ev)
					if changed := next.Plan.Items[0].Level != i.Level; changed != can || changed != (len(cues) == 1) {
						t.Fatalf("it can: %v, it did: %v, cues %v", can, changed, cues)
					} else if !changed {
						break
					}
					state = next
					set := state.Plan.Items[0].Sets[0]
					got = append(got, amount(len(set), set[0]))
				}
				if strings.Join(got, " ") != want {
					t.Errorf("%T: %q, want %q", ev, strings.Join(got, " "), want)
				}
				if state.At(begin).Total != state.Plan.Length() {
					t.Error("the total is out of date")
				}
			}
		})
	}
}
