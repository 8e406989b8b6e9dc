package figure_test

import (
	"cmp"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/figure"
)

// large tells whether a role is a large part of the person: eyes, ears and the
// like come into sight and go as the head turns.
func large(r figure.Role) bool {
	switch r {
	case figure.RoleSkinFar, figure.RoleShirtFar, figure.RoleTrousersFar, figure.RoleShoeFar,
		figure.RoleSkin, figure.RoleShirt, figure.RoleTrousers, figure.RoleShoe, figure.RoleHair:
		return true
	}
	return false
}

// outline is the points that a shape goes through.
func outline(s *figure.Scene, sh *figure.Shape) []figure.Point {
	var p []figure.Point
	for _, g := range s.Path(sh) {
		switch g.Verb {
		case figure.MoveTo, figure.LineTo:
			p = append(p, g.P[0])
		case figure.QuadTo:
			p = append(p, g.P[1])
		case figure.CubeTo:
			p = append(p, g.P[2])
		}
	}
	return p
}

// outlines are those of the large parts, by role.
func outlines(s *figure.Scene) map[figure.Role][][]figure.Point {
	all := map[figure.Role][][]figure.Point{}
	for i := range s.Shapes {
		if sh := &s.Shapes[i]; large(sh.Role) {
			all[sh.Role] = append(all[sh.Role], outline(s, sh))
		}
	}
	return all
}

// small tells whether an outline is within a twentieth of the view.
func small(p []figure.Point) bool {
	lo, hi := p[0], p[0]
	for _, q := range p {
		lo = figure.Point{X: min(lo.X, q.X), Y: min(lo.Y, q.Y)}
		hi = figure.Point{X: max(hi.X, q.X), Y: max(hi.Y, q.Y)}
	}
	return max(hi.X-lo.X, hi.Y-lo.Y) < 0.05
}

func apart(a, b figure.Point) float64 { return math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y)) }

// moved is how far the points of one outline are from those of another: each
// from its own, or if it is another kind of outline from the nearest.
func moved(a, b []figure.Point) float64 {
	worst := 0.0
	if len(a) == len(b) {
		for i := range a {
			worst = max(worst, apart(a[i], b[i]))
		}
		return worst
	}
	for _, p := range a {
		nearest := math.Inf(1)
		for _, q := range b {
			nearest = min(nearest, apart(p, q))
		}
		worst = max(worst, nearest)
	}
	return worst
}

// seconds are the frames of a repetition at 30 a second.
func seconds(p figure.Pace) []float64 {
	var all []float64
	for s := 0.0; s <= p.Length(); s += 1.0 / 30 {
		all = append(all, s)
	}
	return all
}

// paces are those an exercise is done at: easier, with half the hold or none,
// and harder, with twice of it; a breath or two of it tell for all.
func paces(e *content.Exercise) []figure.Pace {
	return []figure.Pace{e.Pace(0), e.Pace(min(e.HoldS/2, 4)), e.Pace(min(2*e.HoldS, 11))}
}

// No part of any outline jumps between two frames, on no side.
func TestNoOutlineJumps(t *testing.T) {
	const most = 0.05 // of the view
	var s figure.Scene
	for _, a := range actors(t) {
		pace := a.e.Pace(min(a.e.HoldS, 5))
		var before map[figure.Role][][]figure.Point
		for _, at := range seconds(pace) {
			a.f.Draw(&s, pace.At(at))
			now := outlines(&s)
			for role, shapes := range now {
				for _, p := range shapes {
					if before == nil || small(p) { // what is small may grow into sight
						continue
					}
					nearest := math.Inf(1)
					for _, q := range before[role] {
						if nearest = min(nearest, moved(p, q)); nearest <= most {
							break
						}
					}
					if !(nearest <= most) {
						t.Errorf("%s: at %.2f s an outline of role %d goes %.3f in one frame", a.name, at, role, nearest)
					}
				}
			}
			before = now
		}
	}
}

// holds says what about a body is wrong at a moment.
func holds(a *actor, m figure.Moment) error {
	return cmp.Or(a.f.Lengths(m), a.f.Limits(m), a.f.Touching(m), a.f.Attached(m), a.f.Through(m))
}

// In every frame of every exercise, at each pace and on both sides, limbs keep
// their length, joints their limits, head and limbs their place, supports
// touch, and nothing goes through a seat or a wall.
func TestEveryFrameHolds(t *testing.T) {
	for _, a := range actors(t) {
		for _, pace := range paces(a.e) {
			for _, at := range seconds(pace) {
				m := pace.At(at)
				if err := holds(&a, m); err != nil {
					t.Fatalf("%s at %.2f s: %v", a.name, at, err)
				}
			}
		}
	}
}

// The other side is the same movement: from the front its picture in a mirror,
// from the side with the limbs changed, and the other side's other side is
// drawn as the first.
func TestTheOtherSideIsTheSameMovement(t *testing.T) {
	swap := strings.NewReplacer("left", "right", "right", "left")
	for _, e := range exercises(t) {
		one, other := ready(t, &e, false), ready(t, &e, true)
		again, err := figure.New(e.Pose.Mirrored().Mirrored(), e.Muscles, regions(&e))
		if err != nil {
			t.Fatal(err)
		}
		var a, b figure.Scene
		for i := range 21 {
			m := figure.Moment{Way: far(&e) * float64(i) / 20, Breath: float64(i%3) / 2}
			one.Draw(&a, m)
			again.Draw(&b, m)
			if !reflect.DeepEqual(a.Shapes, b.Shapes) || !reflect.DeepEqual(a.Segments, b.Segments) {
				t.Errorf("%s mirrored twice is drawn differently at %.2f", e.ID, m.Way)
			}
			there := map[string]figure.Joint{}
			for _, j := range one.Joints(m) {
				there[j.Name] = j
			}
			for _, j := range other.Joints(m) {
				want := there[j.Name]
				if e.Pose.Camera != figure.Above || e.Pose.View == figure.Front {
					want = there[swap.Replace(j.Name)]
				}
				if e.Pose.View == figure.Front {
					want.X = -want.X
				}
				if d := math.Hypot(j.X-want.X, j.Y-want.Y); !(d < 1e-6) {
					t.Errorf("%s at %.2f: the %s is %.3f from where it is on the first side", e.ID, m.Way, j.Name, d)
				}
			}
		}
	}
}

func regions(e *content.Exercise) []string {
	var all []string
	for _, r := range e.Regions {
		all = append(all, string(r))
	}
	return all
}

// The person is as large as the movement lets it be.
func TestNobodyIsTiny(t *testing.T) {
	var s figure.Scene
	for _, a := range actors(t) {
		lo, hi := figure.Point{X: 1, Y: 1}, figure.Point{}
		for i := range 21 {
			a.f.Draw(&s, figure.Moment{Way: far(a.e) * float64(i) / 20})
			for _, sh := range s.Shapes {
				if body(sh.Role) {
					lo = figure.Point{X: min(lo.X, sh.Min.X), Y: min(lo.Y, sh.Min.Y)}
					hi = figure.Point{X: max(hi.X, sh.Max.X), Y: max(hi.Y, sh.Max.Y)}
				}
			}
		}
		if size := max(hi.X-lo.X, hi.Y-lo.Y); size < 0.6 {
			t.Errorf("%s: the person takes up %.2f of the view", a.name, size)
		}
	}
}

// A breath takes the outline of the trunk a little out, and nothing far.
func TestABreathIsSeenAndSmall(t *testing.T) {
	var out, in figure.Scene
	for _, a := range actors(t) {
		a.f.Draw(&out, figure.Moment{Way: 1})
		a.f.Draw(&in, figure.Moment{Way: 1, Breath: 1})
		was, is := outlines(&out), outlines(&in)
		worst := 0.0
		for role, shapes := range is {
			if len(shapes) != len(was[role]) {
				t.Fatalf("%s: breathed in there are other shapes", a.name)
			}
			for i, p := range shapes {
				worst = max(worst, moved(p, was[role][i]))
			}
		}
		if worst < 0.0005 || worst > 0.025 {
			t.Errorf("%s: a breath takes the outline %.4f of the view", a.name, worst)
		}
	}
}

// The arm that opens the book goes up towards the viewer and down behind, not
// down over the legs.
func TestOpenBookPassesOverTheBody(t *testing.T) {
	for _, a := range actors(t) {
		if a.e.ID != "open-book" {
			continue
		}
		if r := a.f.Reach(figure.Moment{Way: 0.5}, 1); r > 0.02 {
			t.Errorf("%s: half way the arm is seen %.3f long", a.name, r)
		}
		for _, end := range []float64{0, 1} {
			if r := a.f.Reach(figure.Moment{Way: end}, 1); r < 0.3 {
				t.Errorf("%s: at %v the arm is seen %.3f long", a.name, end, r)
			}
		}
	}
}
