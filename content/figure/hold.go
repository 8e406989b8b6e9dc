package figure

import "math"

// hold says where the wrist of a hand has to be and where the hand points, for
// what it touches; there is where it stays on a surface. False leaves it to
// the angles.
func (st *set) hold(s *skeleton, t Touch, side int, there vec) (wrist vec, hand float64, ok bool) {
	own, other := &s.legs[side], &s.legs[1-side]
	switch t {
	case OnThigh:
		wrist, hand = s.onThigh(own, side)
	case OnOther:
		wrist, hand = s.onThigh(other, side)
	case BehindThigh:
		wrist, hand = s.behindThigh(own)
	case BehindOther:
		wrist, hand = s.behindThigh(other)
	case OnBelly:
		if s.view == Side {
			p := s.pelvis.to(s.mid, 0.85)
			if math.Abs(s.lower) > 60 { // on top of somebody lying
				return p.offset(s.lower, 0.004, frontR-0.004+s.belly), s.lower + 182, true
			}
			return p.offset(s.lower, -0.012, frontR-0.044+s.belly), s.lower + 90, true // the fingers reach round it
		}
		p := s.pelvis.to(s.mid, 0.8)
		return p.offset(s.lower, 0, sign(side)*0.06), s.lower - sign(side)*80, true
	case OnHip:
		if s.view == Side {
			return s.pelvis.offset(s.lower, 0.072, 0.030), s.lower + 160, true
		}
		return s.pelvis.offset(s.lower, 0.06, sign(side)*0.085), -sign(side) * 120, true
	case OnLowBack:
		return s.pelvis.to(s.mid, 0.62).offset(s.lower, 0.012, -frontR-0.004), s.lower + 165, true
	case BehindHead:
		if s.view == Side {
			return s.head.offset(s.crown, -0.03, -0.03), s.crown - 35, true
		}
		k := sign(side)
		return s.head.offset(s.crown, -0.012, k*0.078), s.crown - k*80, true
	case OnShoulder:
		k := sign(side)
		p := s.arms[1-side].root
		return p.offset(s.upper, -0.03, k*0.034), s.upper - k*50, true
	case OnElbow:
		arm := &s.arms[1-side]
		return arm.root.to(arm.mid, 0.86).offset(arm.a, -0.012, 0.03*sign(side)), arm.a + 70*sign(side), true
	case OnFingers:
		arm := &s.arms[1-side]
		return arm.end.along(arm.c, handLen*0.55).along(arm.b, -0.035), arm.b, true
	case OnAnkle:
		h := heading(s.arms[side].root, own.end)
		return own.end.along(h, -0.036), h, true
	case OtherAnkle:
		return other.end.add(vec{sign(side) * 0.012, 0.055}), 180 + sign(side)*12, true
	case OnSeat:
		if s.view == Side {
			return vec{s.pelvis.x + 0.035, seatTop + 0.035}, 178, true
		}
		return vec{sign(side) * 0.146, s.pelvis.y - buttock + 0.04}, sign(side) * 184, true
	case OnChair:
		return st.rest.add(vec{-0.045, handR}), 96, true
	case OnDesk, OnFloor, OnWall:
		switch t {
		case OnWall:
			hand = 4
		case OnFloor:
			hand = 100
		default:
			hand = 92
		}
		return there, hand, true
	default:
		return vec{}, 0, false
	}
	return wrist, hand, true
}

func (s *skeleton) onThigh(leg *limb, side int) (wrist vec, hand float64) {
	if s.view == Front {
		k := sign(side)
		return leg.mid.add(vec{k * 0.004, 0.045}), 180 - k*12
	}
	p := leg.root.to(leg.mid, 0.66)
	return p.along(leg.a-90, thighR+0.012).along(leg.a, -0.02), leg.a + 6
}

// behindThigh puts the wrist beside the thigh, the fingers around its back.
func (s *skeleton) behindThigh(leg *limb) (wrist vec, hand float64) {
	return leg.root.to(leg.mid, 0.56).along(leg.a+90, 0.006), leg.a + 80
}
