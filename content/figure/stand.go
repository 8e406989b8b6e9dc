package figure

import (
	"math"
	"slices"
)

// footing is where a foot stands: the ankle's x when the foot is flat, the
// height of what it stands on, and how far it is tipped, + on its toes.
type footing struct {
	on         bool
	x, y, tilt float64
}

// ankle of a foot that stands; on its toes it turns about the ball of the
// foot, tipped back about the heel.
func (g footing) ankle() vec {
	sin, cos := math.Sincos(g.tilt * math.Pi / 180)
	pivot := ballFore
	if g.tilt < 0 {
		pivot = -heelBack
	}
	return vec{g.x + pivot - pivot*cos + ankleUp*sin, g.y + pivot*sin + ankleUp*cos}
}

// set says where a foot stands whose ankle is there.
func (g *footing) set(ankle vec) {
	g.x = 0
	g.x = ankle.x - g.ankle().x
}

func (p *Pose) supports(s ...Support) bool {
	return slices.ContainsFunc(p.SupportedBy, func(has Support) bool { return slices.Contains(s, has) })
}

func (p *Pose) first() Support {
	if len(p.SupportedBy) == 0 {
		return Feet
	}
	return p.SupportedBy[0]
}

// standing tells whether feet can be on the floor at all in this pose.
func (p *Pose) standing() bool {
	return p.Camera != Above && p.Prop != ChairLegs && !p.supports(Knees, LeftKnee, RightKnee, Belly, Flank)
}

// pelvisAt is where the pelvis has to be for the first support to bear the
// body; the skeleton is set with its pelvis at the origin.
func (p *Pose) pelvisAt(s *skeleton) vec {
	if p.Camera == Above {
		return vec{}
	}
	legs := &s.legs
	low := func(side int) float64 { return legs[side].end.y - s.drop(side) }
	switch p.first() {
	case Seat:
		if s.view == Side {
			return vec{0, seatTop + buttock}
		}
		return vec{0, -math.Min(low(left), low(right))}
	case Knees, LeftKnee:
		return vec{-legs[left].mid.x, kneeR - legs[left].mid.y}
	case RightKnee:
		return vec{-legs[right].mid.x, kneeR - legs[right].mid.y}
	case Back:
		return vec{-s.chest.x, backR - min(s.pelvis.y, s.mid.y, s.chest.y)}
	case Belly:
		return vec{0, frontR - 0.006}
	}
	if s.view == Front {
		return vec{0, -math.Min(low(left), low(right))}
	}
	side, _ := p.onFoot()
	return vec{-legs[side].end.x, -low(side)}
}

// onFoot tells whether a foot bears the body, and which one.
func (p *Pose) onFoot() (side int, on bool) {
	switch p.first() {
	case Feet, LeftFoot:
		return left, true
	case RightFoot:
		return right, true
	}
	return left, false
}

// key is a key frame whose hands and feet are where they belong.
type key struct {
	frame  Frame
	pelvis vec
	head   vec
	feet   [2]footing
	hands  [2]vec // wrists that stay where they are
}

// settle makes a key frame stand: the pelvis where the supports want it, the
// feet near the floor flat on it.
func (f *Figure) settle(k *key, s *skeleton) {
	p := &f.pose
	s.pose(p.View, &k.frame, vec{})
	k.pelvis = p.pelvisAt(s)
	s.move(k.pelvis)
	if !p.standing() {
		return
	}
	for side := range 2 {
		leg, g := &s.legs[side], &k.feet[side]
		if p.View == Side {
			g.tilt = pitch(leg)
		}
		if math.Abs(g.tilt) < 12 {
			g.tilt = 0
		}
		high := leg.end.y - s.drop(side)
		switch {
		case high < 0.05:
			g.on = true
		case p.Prop == Step && high > 0.1:
			g.on, g.y = true, stepTop
		}
		g.set(leg.end)
	}
	if side, on := p.onFoot(); on && p.View == Side {
		// The foot that bears the body is at 0 when it is flat.
		back := k.feet[side].x
		k.pelvis.x -= back
		k.feet[left].x -= back
		k.feet[right].x -= back
		s.move(vec{-back, 0})
	}
}

// plant puts the feet that stand where they stand, and lowers the pelvis
// until both reach.
func (f *Figure) plant(k *key, s *skeleton) {
	down := 0.0
	for side := range 2 {
		if !k.feet[side].on {
			continue
		}
		leg, to := &s.legs[side], k.feet[side].ankle()
		reach := (leg.la + leg.lb) * 0.9995
		dx := to.x - leg.root.x
		down = math.Max(down, leg.root.y-to.y-math.Sqrt(math.Max(0, reach*reach-dx*dx)))
	}
	if down > 0 && f.pose.first() != Seat && f.pose.first() != Back {
		s.move(vec{0, -down})
		k.pelvis.y -= down
	}
	for side := range 2 {
		leg := &s.legs[side]
		if low := leg.end.y - s.drop(side); !k.feet[side].on && low < 0 && f.pose.standing() && s.view == Side {
			leg.reach(leg.end.add(vec{0, -low}), 1) // in the air, not in the floor
			s.keepLeg(&k.frame, side)
		}
		if g := &k.feet[side]; g.on {
			bend := 1.0
			if s.view == Front {
				bend = sign(side)
				if *k.frame.Knee.at(side) < 0 {
					bend = -bend
				}
			}
			leg.reach(g.ankle(), bend)
			if s.view == Side {
				leg.c = 90 + g.tilt
			}
			s.keepLeg(&k.frame, side)
		}
	}
}

// lay puts the elbow and the forearm on the floor.
func (l *limb) lay() {
	high := l.root.y - elbowR
	l.mid = vec{l.root.x + math.Sqrt(math.Max(0, l.la*l.la-high*high)), elbowR}
	l.a = heading(l.root, l.mid)
	l.b, l.c = 90, 90
	l.end = l.mid.along(l.b, l.lb)
}

// lean puts the forearm upright on a frame, the elbow there; the upper arm
// points towards the viewer as far as it has to.
func (l *limb) lean(elbow vec) {
	l.mid = elbow
	l.la = math.Min(l.root.dist(elbow), upperArm)
	l.a = heading(l.root, elbow)
	l.b, l.c = 0, 0
	l.mid = l.root.along(l.a, l.la)
	l.end = l.mid.along(l.b, l.lb)
}

// kneel lays the shins that are on the floor down on it, with the feet.
func (f *Figure) kneel(k *key, s *skeleton) {
	if !f.pose.supports(Knees, LeftKnee, RightKnee) {
		return
	}
	for side := range 2 {
		leg := &s.legs[side]
		if flat := near(leg.b-270, 0); math.Abs(flat) < 8 && leg.mid.y < 0.06 {
			leg.b = 270 - 2.4*(1-math.Abs(flat)/8)
			leg.end = leg.mid.along(leg.b, leg.lb)
			s.keepLeg(&k.frame, side)
		}
	}
}

// grip puts the hands where they hold.
func (f *Figure) grip(k *key, s *skeleton) {
	for _, side := range f.grips() {
		arm, t := &s.arms[side], *k.frame.Hands.at(side)
		if t == OnForearm || t == OnFrame {
			if t == OnForearm {
				arm.lay()
				s.keepArm(&k.frame, side)
			} else {
				arm.lean(k.hands[side]) // turned outwards: no angle of this view
			}
			*k.frame.Seen.Upper.at(side) = arm.la / upperArm
			continue
		}
		wrist, hand, ok := f.set.hold(s, t, side, k.hands[side])
		if !ok {
			continue
		}
		bend := -1.0
		if s.view == Front {
			bend = -sign(side)
		}
		if *k.frame.Elbow.at(side) < 0 {
			bend = -bend
		}
		arm.reach(wrist, bend)
		arm.c = arm.b + clamp(near(hand-arm.b, 0), -75, 75)
		s.keepArm(&k.frame, side)
	}
}
