package figure_test

import (
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/figure"
)

// actor is an exercise ready to move, on one of its sides.
type actor struct {
	name string
	e    *content.Exercise
	f    *figure.Figure
}

// exercises of the library that have a pose.
func exercises(t testing.TB) []content.Exercise {
	t.Helper()
	all, err := content.BuiltIn().Exercises()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func ready(t testing.TB, e *content.Exercise, mirrored bool) *figure.Figure {
	t.Helper()
	f, err := e.Figure(mirrored)
	if err != nil {
		t.Fatalf("%s: %v", e.ID, err)
	}
	return f
}

func actors(t testing.TB) []actor {
	t.Helper()
	var all []actor
	list := exercises(t)
	for i := range list {
		e := &list[i]
		all = append(all, actor{e.ID, e, ready(t, e, false)}, actor{e.ID + " mirrored", e, ready(t, e, true)})
	}
	return all
}

// far is how far the movement of a figure goes.
func far(e *content.Exercise) float64 {
	if e.Pose.Loop == figure.Circle {
		return 2
	}
	return 1
}

func TestEveryExerciseHasAFigure(t *testing.T) {
	if n := len(exercises(t)); n < 50 {
		t.Fatalf("%d exercises, want at least 50", n)
	}
	for _, e := range exercises(t) {
		if e.Pose == nil {
			t.Errorf("%s has no pose", e.ID)
		}
	}
}

// At any moment of any exercise limbs are as long as they are, joints go no
// further than a body's, and what bears the body or is held is touched.
func TestBodiesHold(t *testing.T) {
	all := actors(t)
	rapid.Check(t, func(r *rapid.T) {
		a := rapid.SampledFrom(all).Draw(r, "exercise")
		m := figure.Moment{Way: rapid.Float64Range(0, far(a.e)).Draw(r, "way"), Breath: rapid.Float64Range(0, 1).Draw(r, "breath")}
		if err := holds(&a, m); err != nil {
			r.Fatalf("%s at %.3f: %v", a.name, m.Way, err)
		}
	})
}

// most is how far a joint may go between two frames, in body heights.
const most = 0.04

func TestNothingJumps(t *testing.T) {
	for _, a := range actors(t) {
		frames := int(30 * float64(a.e.MoveS) / 2 * far(a.e))
		var before []figure.Joint
		worst, where := 0.0, ""
		for i := range frames + 1 {
			now := a.f.Joints(figure.Moment{Way: far(a.e) * float64(i) / float64(frames)})
			for n, j := range before {
				if d := math.Hypot(j.X-now[n].X, j.Y-now[n].Y); d > worst || math.IsNaN(d) {
					worst, where = d, j.Name
				}
			}
			before = now
		}
		if !(worst <= most) {
			t.Errorf("%s: the %s goes %.3f between two frames, want at most %.3f", a.name, where, worst, most)
		}
	}
}

func TestMirroredTwiceIsTheSame(t *testing.T) {
	for _, e := range exercises(t) {
		if got := e.Pose.Mirrored().Mirrored(); !reflect.DeepEqual(got, e.Pose.Pose) {
			t.Errorf("%s mirrored twice is %+v, want %+v", e.ID, got, e.Pose.Pose)
		}
		if e.Sides == content.LeftRight && reflect.DeepEqual(e.Pose.Mirrored(), e.Pose.Pose) {
			t.Errorf("%s is done on both sides and mirrored it is the same", e.ID)
		}
	}
}

// body tells whether a role is part of the person.
func body(r figure.Role) bool { return r >= figure.RoleSkinFar && r < figure.RoleGlow }

func TestEverythingIsInView(t *testing.T) {
	var s figure.Scene
	for _, a := range actors(t) {
		floor, scale := a.f.Floor()
		for i := range 21 {
			a.f.Draw(&s, figure.Moment{Way: far(a.e) * float64(i) / 20, Breath: float64(i % 2)})
			lit := false
			for _, sh := range s.Shapes {
				if sh.Role == figure.RoleGlow {
					lit = lit || sh.Strength > 0 && sh.Radius > 0
					continue
				}
				for _, g := range s.Path(&sh) {
					for _, p := range g.P {
						if math.IsNaN(float64(p.X)) || math.IsNaN(float64(p.Y)) {
							t.Fatalf("%s: role %d has no place", a.name, sh.Role)
						}
					}
				}
				if sh.Min.X < 0 || sh.Min.Y < 0 || sh.Max.X > 1 || sh.Max.Y > 1 {
					t.Errorf("%s frame %d: role %d is out of view: %v %v", a.name, i, sh.Role, sh.Min, sh.Max)
				}
				if under := float64(sh.Max.Y) - floor; a.e.Pose.Camera != figure.Above && body(sh.Role) && under > 0.012*scale {
					t.Errorf("%s frame %d: role %d is %.3f under the floor", a.name, i, sh.Role, under/scale)
				}
			}
			if !lit {
				t.Errorf("%s: no muscle glows", a.name)
			}
		}
	}
}

func TestMovementIsEased(t *testing.T) {
	for _, a := range actors(t)[:4] {
		at := func(way float64) figure.Joint { return a.f.Joints(figure.Moment{Way: way})[4] }
		step := func(from, to float64) float64 {
			p, q := at(from), at(to)
			return math.Hypot(p.X-q.X, p.Y-q.Y)
		}
		if step(0, 0.02) > step(0.49, 0.51)+1e-9 || step(0.98, 1) > step(0.49, 0.51)+1e-9 {
			t.Errorf("%s starts or stops faster than it moves", a.name)
		}
		if step(1, 1.5) != 0 || step(-1, 0) != 0 {
			t.Errorf("%s goes beyond its ends", a.name)
		}
	}
}

func TestBreathingIsSmall(t *testing.T) {
	for _, a := range actors(t) {
		out, in := a.f.Joints(figure.Moment{Way: 1}), a.f.Joints(figure.Moment{Way: 1, Breath: 1})
		var moved float64
		for i := range out {
			moved = max(moved, math.Hypot(out[i].X-in[i].X, out[i].Y-in[i].Y))
		}
		if moved > 0.015 { // a hand on the belly goes with it
			t.Errorf("%s: a breath moves a joint by %.4f", a.name, moved)
		}
	}
}
