package figure

import (
	"fmt"
	"math"
	"strings"
)

// Joint is a place of the skeleton, for tests.
type Joint struct {
	Name string
	X, Y float64
}

func (f *Figure) limbs(visit func(name string, l *limb, a, b float64)) {
	for side, name := range [2]string{"left", "right"} {
		visit(name+" arm", &f.sk.arms[side], upperArm, foreArm)
		visit(name+" leg", &f.sk.legs[side], thighLen, shankLen)
	}
}

// Joints of the skeleton at a moment.
func (f *Figure) Joints(m Moment) []Joint {
	f.at(m)
	s := &f.sk
	all := []Joint{{"pelvis", s.pelvis.x, s.pelvis.y}, {"mid", s.mid.x, s.mid.y}, {"chest", s.chest.x, s.chest.y}, {"nape", s.nape.x, s.nape.y}, {"head", s.head.x, s.head.y}}
	f.limbs(func(name string, l *limb, _, _ float64) {
		reach := 0.06
		if strings.HasSuffix(name, "arm") {
			reach *= l.hand
		}
		tip := l.end.along(l.c, reach)
		all = append(all, Joint{name + " root", l.root.x, l.root.y}, Joint{name + " mid", l.mid.x, l.mid.y}, Joint{name + " end", l.end.x, l.end.y}, Joint{name + " tip", tip.x, tip.y})
	})
	return all
}

// Lengths says which segment is not as long as it has to be at a moment.
func (f *Figure) Lengths(m Moment) error {
	frame := f.at(m)
	s := &f.sk
	var err error
	is := func(name string, a, b vec, want float64) {
		if d := a.dist(b); math.IsNaN(d) || math.Abs(d-want) > 1e-6 {
			err = fmt.Errorf("%s is %.5f long, want %.5f", name, d, want)
		}
	}
	is("lower trunk", s.pelvis, s.mid, trunkHalf*frame.Seen.Trunk)
	is("upper trunk", s.mid, s.chest, trunkHalf*frame.Seen.Trunk)
	for side := range 2 {
		arm, leg := &s.arms[side], &s.legs[side]
		is("upper arm", arm.root, arm.mid, upperArm**frame.Seen.Arm.at(side)**frame.Seen.Upper.at(side))
		is("forearm", arm.mid, arm.end, foreArm**frame.Seen.Arm.at(side))
		is("thigh", leg.root, leg.mid, thighLen**frame.Seen.Thigh.at(side))
		is("shank", leg.mid, leg.end, shankLen**frame.Seen.Shank.at(side))
		if *frame.Seen.Upper.at(side) > 1+1e-9 {
			err = fmt.Errorf("an upper arm is stretched %.3f times", *frame.Seen.Upper.at(side))
		}
	}
	return err
}

// Limits says which joint goes further than a body lets it.
func (f *Figure) Limits(m Moment) error {
	frame := f.at(m)
	return frame.check(f.pose.View)
}

// Touching says which support or hand does not touch what it should, by more
// than 1 % of the body's height.
func (f *Figure) Touching(m Moment) error {
	frame := f.at(m)
	s := &f.sk
	t, _ := f.way(m)
	var err error
	is := func(name string, got, want float64) {
		if math.IsNaN(got) || math.Abs(got-want) > 0.01 {
			err = fmt.Errorf("%s is at %.4f, want %.4f", name, got, want)
		}
	}
	foot := func(side int) {
		a, b := f.keys[0].feet[side], f.keys[1].feet[side]
		if !a.on || !b.on {
			err = fmt.Errorf("foot %d does not stand: %+v %+v", side, a, b)
			return
		}
		if a.x != b.x && t > 0.001 && t < 0.999 {
			return // a step
		}
		is("sole", s.legs[side].end.y-s.drop(side), lerp(a.y, b.y, t))
		if a.x == b.x && f.pose.View == Side {
			g := footing{x: a.x, y: a.y, tilt: lerp(a.tilt, b.tilt, t)}
			is("place of the foot", s.legs[side].end.x, g.ankle().x)
		}
	}
	knee := func(side int) { is("knee", s.legs[side].mid.y, kneeR) }
	for _, p := range f.pose.SupportedBy {
		switch p {
		case Seat:
			if f.pose.View == Side {
				is("seat", s.pelvis.y-buttock, seatTop)
				is("seat", s.pelvis.x, f.set.seat)
			} else {
				is("seat", s.pelvis.y, f.keys[0].pelvis.y)
			}
		case Feet:
			foot(left)
			foot(right)
		case LeftFoot:
			foot(left)
		case RightFoot:
			foot(right)
		case Knees:
			knee(left)
			knee(right)
		case LeftKnee:
			knee(left)
		case RightKnee:
			knee(right)
		case Back:
			if f.pose.Camera != Above {
				is("back", min(s.chest.y, s.mid.y, s.pelvis.y), backR)
			}
		case Belly:
			is("front", s.pelvis.y, frontR-0.006)
		}
	}
	for side := range 2 {
		touch := *frame.Hands.at(side)
		if !f.held[side] {
			if t > 0.001 && t < 0.999 {
				continue
			}
			k := &f.keys[0]
			if t > 0.5 {
				k = &f.keys[1]
			}
			touch = *k.frame.Hands.at(side)
		}
		there := f.keys[0].hands[side].to(f.keys[1].hands[side], t)
		arm := &s.arms[side]
		switch touch {
		case OnForearm:
			is("elbow", arm.mid.y, elbowR)
			is("forearm", arm.end.y, elbowR)
		case OnFrame:
			is("elbow at the frame", arm.mid.dist(there), 0)
		default:
			if wrist, _, ok := f.set.hold(s, touch, side, there); ok {
				is(fmt.Sprintf("hand %d on %s", side, touch), arm.end.dist(wrist), 0)
			}
		}
	}
	return err
}

// Floor is where the floor is in the view, and how large a body's height.
func (f *Figure) Floor() (y, scale float64) { return f.cam.y, f.cam.scale }

// KnowsMuscle tells whether a muscle has its place on the body.
func KnowsMuscle(name string) bool {
	_, known := placeOf(name)
	return known
}
