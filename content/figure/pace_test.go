package figure_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/content/figure"
)

func TestPaceGoesThereHoldsAndBack(t *testing.T) {
	p := figure.Pace{MoveS: 6, HoldS: 10}
	for _, c := range []struct {
		s           float64
		way, breath float64
	}{
		{-1, 0, 0},
		{0, 0, 0},
		{1.5, 0.5, 0},
		{3, 1, 0},
		{5.5, 1, 1}, // two calm breaths in ten seconds
		{8, 1, 0},
		{13, 1, 0},
		{14.5, 0.5, 0},
		{16, 0, 0},
		{20, 0, 0},
	} {
		m := p.At(c.s)
		if math.Abs(m.Way-c.way) > 1e-9 || math.Abs(m.Breath-c.breath) > 1e-9 {
			t.Errorf("after %v s it is %+v, want %v and %v", c.s, m, c.way, c.breath)
		}
	}
	if p.Length() != 16 {
		t.Errorf("a repetition lasts %v s", p.Length())
	}
}

func TestPaceGoesRound(t *testing.T) {
	p := figure.Pace{MoveS: 3, Circle: true}
	for s, want := range map[float64]float64{0: 0, 1.5: 1, 2.25: 1.5, 3: 2, 9: 2} {
		if m := p.At(s); m.Way != want || m.Breath != 0 {
			t.Errorf("after %v s it is %+v, want %v", s, m, want)
		}
	}
}

func TestPaceOfAStill(t *testing.T) {
	if m := (figure.Pace{HoldS: 60}).At(30); m.Way != 1 {
		t.Errorf("without moving it is at %v, want the end", m.Way)
	}
}

// However long it moves and holds, nothing jumps from one frame to the next.
func TestPaceIsEven(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		p := figure.Pace{
			MoveS: rapid.Float64Range(1, 60).Draw(r, "move"), HoldS: rapid.Float64Range(0, 200).Draw(r, "hold"),
			Circle: rapid.Bool().Draw(r, "circle"),
		}
		if p.Circle {
			p.HoldS = 0
		}
		s := rapid.Float64Range(0, p.Length()).Draw(r, "at")
		a, b := p.At(s), p.At(s+1.0/30)
		if d := math.Abs(a.Way - b.Way); d > 2/p.MoveS/30+1e-9 {
			r.Errorf("it goes %v of the way between two frames", d)
		}
		if d := math.Abs(a.Breath - b.Breath); d > 0.05 {
			r.Errorf("a breath goes %v between two frames", d)
		}
		if a.Way < 0 || a.Way > 2 || a.Breath < 0 || a.Breath > 1 {
			r.Errorf("out of range: %+v", a)
		}
	})
}

func TestPaceOfAnExercise(t *testing.T) {
	for _, e := range exercises(t) {
		p := e.Pace(e.HoldS)
		if p.Length() != float64(e.MoveS+e.HoldS) || p.Circle != (e.ID == "shoulder-rolls") {
			t.Errorf("%s goes at %+v", e.ID, p)
		}
	}
}
