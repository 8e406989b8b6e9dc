package figure

import "math"

const (
	left = iota
	right
)

func (p *Pair) at(side int) *float64 {
	if side == left {
		return &p.Left
	}
	return &p.Right
}

func (h *Hands) at(side int) *Touch {
	if side == left {
		return &h.Left
	}
	return &h.Right
}

// limb is an arm or a leg: root, elbow or knee, wrist or ankle, and the
// headings of its three segments.
type limb struct {
	root, mid, end vec
	a, b, c        float64
	la, lb         float64 // lengths seen
	hand           float64 // how much of the hand's length is seen
}

func (l *limb) stretch() {
	l.mid = l.root.along(l.a, l.la)
	l.end = l.mid.along(l.b, l.lb)
}

// skeleton is a frame set in the body's coordinates.
type skeleton struct {
	view                View
	pelvis, mid, chest  vec
	nape, head          vec // where the head sits on the neck, its centre
	lower, upper, crown float64
	neck                float64
	belly               float64 // how far it is out
	arms, legs          [2]limb
}

// sign of a side in the front view, where the figure's left is to the right.
func sign(side int) float64 {
	if side == left {
		return 1
	}
	return -1
}

// pose sets the frame with the pelvis where it is said.
func (s *skeleton) pose(view View, f *Frame, pelvis vec) {
	s.view = view
	s.pelvis = pelvis
	s.belly = bellyOut * f.Belly
	s.lower = f.Torso
	s.upper = f.Torso + f.Spine
	s.mid = pelvis.along(s.lower, trunkHalf*f.Seen.Trunk)
	s.chest = s.mid.along(s.upper, trunkHalf*f.Seen.Trunk)
	// The neck bends along its whole length: its foot less, the head all of it.
	s.neck = s.upper + 0.6*f.Neck
	s.crown = s.upper + f.Neck
	s.nape = s.chest.along(s.neck, neckLen)
	s.head = s.nape.along(s.crown, headR)
	if view == Side {
		s.nape = s.nape.along(s.crown+90, 0.5*f.HeadShift*headR)
		s.head = s.head.along(s.crown+90, f.HeadShift*headR)
	}
	for side := range 2 {
		s.setArm(f, side)
		s.setLeg(f, side)
	}
}

func (s *skeleton) setArm(f *Frame, side int) {
	arm := &s.arms[side]
	below := shoulder
	if s.view == Front {
		below = slope
	}
	arm.root = s.chest.along(s.upper, shrugUp**f.Shrug.at(side)-below)
	sh, el, wr := *f.Shoulder.at(side), *f.Elbow.at(side), *f.Wrist.at(side)
	turn := f.TrunkTurn * math.Pi / 180
	k := 1.0
	if s.view == Front {
		k = sign(side)
		out := shoulderX*math.Cos(turn) - 0.012**f.Shrug.at(side)
		// The chest comes round in front.
		arm.root = arm.root.along(s.upper+90, k*out+0.022*math.Sin(turn))
	} else {
		// The right shoulder comes forward when the trunk turns to the left.
		arm.root = arm.root.along(s.upper+90, scapOut*f.Scap-sign(side)*0.6*shoulderX*math.Sin(turn))
	}
	arm.a = s.upper + k*(180-sh)
	arm.b = arm.a - k*el
	arm.c = arm.b - k*wr
	seen := *f.Seen.Arm.at(side)
	arm.la, arm.lb = upperArm*seen**f.Seen.Upper.at(side), foreArm*seen
	arm.hand = *f.Seen.Hand.at(side)
	arm.stretch()
}

func (s *skeleton) setLeg(f *Frame, side int) {
	leg := &s.legs[side]
	leg.root = s.pelvis
	h, kn, an := *f.Hip.at(side), *f.Knee.at(side), *f.Ankle.at(side)
	if s.view == Front {
		k := sign(side)
		leg.root.x += k * hipX
		leg.a = k * (180 - h)
		leg.b = leg.a + k*kn
		leg.c = leg.b + k*an
	} else {
		leg.a = s.lower + 180 - h
		leg.b = leg.a + kn
		leg.c = leg.b - 90 - an
	}
	leg.la, leg.lb = thighLen**f.Seen.Thigh.at(side), shankLen**f.Seen.Shank.at(side)
	leg.stretch()
}

// reach bends a limb so that its end comes to the target, or as near as it
// can; bend is the sign of the turn from the first segment to the second.
func (l *limb) reach(target vec, bend float64) {
	d := clamp(l.root.dist(target), math.Abs(l.la-l.lb)+0.004, (l.la+l.lb)*0.9998)
	cos := (l.la*l.la + d*d - l.lb*l.lb) / (2 * l.la * d)
	first := math.Acos(clamp(cos, -1, 1)) * 180 / math.Pi
	l.a = heading(l.root, target) - bend*first
	l.mid = l.root.along(l.a, l.la)
	end := l.root.along(heading(l.root, target), d)
	l.b = heading(l.mid, end)
	l.end = l.mid.along(l.b, l.lb)
}

// keepArm writes the angles of an arm back into a frame.
func (s *skeleton) keepArm(f *Frame, side int) {
	arm, k := &s.arms[side], 1.0
	if s.view == Front {
		k = sign(side)
	}
	sh, el, wr := f.Shoulder.at(side), f.Elbow.at(side), f.Wrist.at(side)
	*sh = near(180-k*(arm.a-s.upper), *sh)
	*el = near(k*(arm.a-arm.b), *el)
	*wr = near(k*(arm.b-arm.c), *wr)
}

// keepLeg writes the angles of a leg back into a frame.
func (s *skeleton) keepLeg(f *Frame, side int) {
	leg := &s.legs[side]
	h, kn, an := f.Hip.at(side), f.Knee.at(side), f.Ankle.at(side)
	if s.view == Front {
		k := sign(side)
		*h = near(180-k*leg.a, *h)
		*kn = near(k*(leg.b-leg.a), *kn)
		return
	}
	*h = near(s.lower+180-leg.a, *h)
	*kn = near(leg.b-leg.a, *kn)
	*an = near(leg.b-90-leg.c, *an)
}

// move shifts the whole skeleton.
func (s *skeleton) move(by vec) {
	for _, p := range []*vec{&s.pelvis, &s.mid, &s.chest, &s.nape, &s.head} {
		*p = p.add(by)
	}
	for side := range 2 {
		for _, l := range []*limb{&s.arms[side], &s.legs[side]} {
			l.root, l.mid, l.end = l.root.add(by), l.mid.add(by), l.end.add(by)
		}
	}
}

// pitch of a foot: + toes down, 0 flat on the floor, - toes up.
func pitch(leg *limb) float64 { return near(leg.c-90, 0) }

// drop is how far the lowest point of a foot is below its ankle.
func (s *skeleton) drop(side int) float64 {
	if s.view == Front {
		return ankleUp
	}
	sin, cos := math.Sincos(pitch(&s.legs[side]) * math.Pi / 180)
	return math.Max(ankleUp*cos-heelBack*sin, ankleUp*cos+ballFore*sin)
}
