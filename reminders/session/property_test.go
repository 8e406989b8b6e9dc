package session_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/session"
)

// drawPlan draws a small plan of any shape.
func drawPlan(t *rapid.T) session.Plan {
	r := &content.Routine{ID: "r", Name: "R", RestS: rapid.IntRange(0, 6).Draw(t, "rest")}
	for n := range rapid.IntRange(1, 4).Draw(t, "items") {
		e := &content.Exercise{
			ID: rapid.SampledFrom([]string{"cat", "rest-90-90", "neck-turn", "hip-hinge", "own"}).Draw(t, "id"), Name: string(rune('A' + n)),
			Sides: rapid.SampledFrom([]content.Sides{content.Both, content.LeftRight}).Draw(t, "sides"),
			Reps:  rapid.IntRange(1, 4).Draw(t, "reps"), HoldS: rapid.SampledFrom([]int{0, 1, 4, 6, 10, 25}).Draw(t, "hold"), MoveS: rapid.IntRange(1, 7).Draw(t, "move"),
			Steps:  []string{"Sit tall.", "Turn slowly to one side and wait there.", "Come back.", "Rest."}[:rapid.IntRange(0, 4).Draw(t, "steps")],
			Breath: "As it says.", Easier: "Less.", Harder: rapid.SampledFrom([]string{"", "More."}).Draw(t, "harder"),
		}
		if len(e.Steps) == 0 {
			e.Steps = nil // as it is read back
		}
		r.Items = append(r.Items, content.RoutineItem{
			ExerciseID: e.ID, Exercise: e, OwnSide: rapid.SampledFrom([]content.Side{content.EachSide, content.LeftSide, content.RightSide}).Draw(t, "only"),
		})
	}
	p, err := session.Of(r, nil)
	if err != nil {
		t.Fatal(err)
	}
	for n := range p.Items {
		i := &p.Items[n]
		switch rapid.SampledFrom([]session.Way{session.Moved, session.Moved, session.Tensed, session.Breathed}).Draw(t, "way") {
		case session.Tensed:
			i.Way = session.Tensed
		case session.Breathed:
			breath := time.Duration(rapid.IntRange(2000, 15_000).Draw(t, "breath")) * time.Millisecond
			i.Way, i.Move, i.Hold, i.Only, i.Sets = session.Breathed, 0, breath, session.Whole, [][]time.Duration{slices.Repeat([]time.Duration{breath}, i.Reps)}
		}
	}
	p.Ready = time.Duration(rapid.IntRange(0, 5).Draw(t, "ready")) * time.Second
	p.Change = time.Duration(rapid.IntRange(0, 3).Draw(t, "change")) * time.Second
	return p
}

var events = []session.Event{
	session.Start{},
	session.Pause{},
	session.Resume{},
	session.Back{},
	session.Skip{},
	session.Easier{},
	session.Harder{},
	session.Breathe{Breath: 6 * time.Second},
	session.Breathe{Breath: 15 * time.Second},
	session.Breathe{Breath: -1},
	session.Interrupt{By: session.Locked},
	session.Interrupt{By: session.Asleep},
	session.Interrupt{By: session.Closed},
	session.Interrupt{By: "?"},
	session.Return{From: session.Locked},
	session.Return{From: session.Asleep},
	session.Return{From: session.Closed},
	session.Return{},
	session.End{},
}

func marshal(t interface{ Fatal(...any) }, s session.State) string {
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestTracesKeepTheRules does anything at any time, and then lets the session
// run to its end.
func TestTracesKeepTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, err := session.New(drawPlan(t))
		if err != nil {
			t.Fatal(err)
		}
		tr := &trace{T: t, state: s, now: begin, given: map[given]int{}}
		tr.step(0, session.Start{})
		for range rapid.IntRange(0, 40).Draw(t, "moments") {
			switch rapid.IntRange(0, 9).Draw(t, "what") {
			case 0, 1, 2:
				tr.step(0, rapid.SampledFrom(events).Draw(t, "event"))
			case 3:
				tr.step(millis(t, -5000, 9000), rapid.SampledFrom(events[:len(events)-1]).Draw(t, "event"))
			case 4:
				tr.step(millis(t, -7_200_000, 7_200_000), session.Tick{})
			case 5:
				tr.step(millis(t, 0, 10_000), session.Tick{})
			default:
				for range rapid.IntRange(1, 30).Draw(t, "ticks") {
					tr.tick()
				}
			}
		}
		for range 20_000 {
			if tr.state.Status == session.Ended {
				return
			}
			if tr.state.Status != session.Running && rapid.Bool().Draw(t, "resume") {
				tr.step(0, session.Resume{})
			}
			tr.tick()
		}
		t.Fatalf("it never ends: %s", marshal(t, tr.state))
	})
}

func (tr *trace) tick() {
	if next := tr.state.Next(tr.now); !next.IsZero() {
		tr.step(max(0, next.Sub(tr.now)), session.Tick{})
	}
}

func millis(t *rapid.T, from, to int) time.Duration {
	return time.Duration(rapid.IntRange(from, to).Draw(t, "ms")) * time.Millisecond
}

// TestOddClocks steps at instants no clock should show.
func TestOddClocks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, err := session.New(drawPlan(t))
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 10).Draw(t, "steps") {
			now := time.Unix(rapid.Int64Range(-1<<62, 1<<62).Draw(t, "now"), 0)
			s, _ = s.Step(now, rapid.SampledFrom(append(events, session.Tick{})).Draw(t, "event"))
			s.Next(now)
			if v := s.At(now); v.Remaining < 0 || v.Left < 0 {
				t.Fatalf("%+v", v)
			}
			if r := s.Result(now); r.End.Sub(r.Start) != r.Active+r.Paused {
				t.Fatalf("%+v does not add up", r)
			}
			var read session.State
			if err := json.Unmarshal([]byte(marshal(t, s)), &read); err != nil {
				t.Fatal(err)
			}
		}
	})
}
