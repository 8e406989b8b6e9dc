package figure

import (
	"fmt"
	"math"
)

// Attached says which part is not where it belongs on the body at a moment:
// head, shoulders or hips.
func (f *Figure) Attached(m Moment) error {
	frame := f.at(m)
	s := &f.sk
	shift := 0.0
	if s.view == Side {
		shift = math.Abs(0.5 * frame.HeadShift * headR)
	}
	if d, want := s.nape.dist(s.head), math.Hypot(headR, shift); !(math.Abs(d-want) < 1e-6) {
		return fmt.Errorf("the head is %.4f from the neck, want %.4f", d, want)
	}
	if d := s.chest.dist(s.nape); !(d <= neckLen+shift+1e-6 && d >= neckLen-shift-1e-6) {
		return fmt.Errorf("the neck is %.4f long, want %.4f", d, neckLen)
	}
	// Shoulders move by their blades, hips not at all.
	const most = shoulderX + slope + shrugUp + scapOut
	for side := range 2 {
		if d := s.chest.dist(s.arms[side].root); !(d <= most) {
			return fmt.Errorf("a shoulder is %.4f from the neck, at most %.4f", d, most)
		}
		want := 0.0
		if s.view == Front {
			want = hipX
		}
		if d := s.pelvis.dist(s.legs[side].root); !(math.Abs(d-want) < 1e-6) {
			return fmt.Errorf("a hip is %.4f from the pelvis, want %.4f", d, want)
		}
	}
	return nil
}

// Through says what of the body is in a seat or a wall at a moment, by more
// than the cloth gives way, or leans on a wall that it does not reach.
func (f *Figure) Through(m Moment) error {
	f.at(m)
	const gives = 0.012
	s := &f.sk
	if f.pose.View == Side && f.pose.supports(Seat) {
		for side, l := range s.legs {
			for i := range 21 {
				p := l.root.to(l.mid, float64(i)/20)
				if in := seatTop - (p.y - lerp(thighR, kneeR, float64(i)/20)); p.x < f.set.chair+seatFront-0.01 && in > gives {
					return fmt.Errorf("thigh %d is %.3f in the seat", side, in)
				}
			}
		}
	}
	for side := range 2 {
		arm := &s.arms[side]
		for _, p := range []vec{s.head, arm.mid, arm.end.along(arm.c, handLen*arm.hand)} {
			if f.pose.Prop == WallFront && p.x > f.set.wall+gives {
				return fmt.Errorf("head or arm %d is %.3f in the wall", side, p.x-f.set.wall)
			}
		}
	}
	if f.pose.Prop == WallBack && s.view == Side {
		back := math.Min(math.Min(s.pelvis.x, s.chest.x)-backR, s.head.x-headR)
		if in := f.set.wall - back; in > gives {
			return fmt.Errorf("back or head is %.3f in the wall", in)
		} else if in < -gives {
			return fmt.Errorf("nothing leans on the wall: %.3f away", -in)
		}
	}
	return nil
}

// Reach is how far a hand is from its shoulder at a moment, as it is seen.
func (f *Figure) Reach(m Moment, side int) float64 {
	f.at(m)
	return f.sk.arms[side].root.dist(f.sk.arms[side].end)
}
