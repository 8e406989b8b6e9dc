package figure

import "math"

// drawing is one frame being drawn. The points are scratch space.
type drawing struct {
	s       *skeleton
	f       *Frame
	out     *Scene
	lap     bool    // the thighs point at the viewer, and lie before the trunk
	crossed [2]bool // legs whose shank lies across
	pts     []vec
}

func (d *drawing) path(p ...vec) []vec {
	d.pts = append(d.pts[:0], p...)
	return d.pts
}

// Draw fills the scene with the figure at a moment. Scene and figure belong
// to one goroutine at a time; nothing is allocated once the scene has grown.
func (f *Figure) Draw(dst *Scene, m Moment) {
	dst.reset(f.cam)
	d := drawing{s: &f.sk, f: f.at(m), out: dst, lap: f.lap, crossed: f.crossed, pts: f.scratch}
	f.props(&d)
	if f.pose.View == Side {
		f.side(&d)
	} else {
		f.front(&d)
	}
	f.scratch = d.pts
}

func (f *Figure) side(d *drawing) {
	d.leg(left, RoleTrousersFar, RoleShoeFar, false)
	d.arm(left, RoleSkinFar, RoleShirtFar, false)
	d.neckline(RoleSkinShade)
	d.trunkSide()
	d.face(90 + d.f.HeadTurn + d.f.TrunkTurn)
	f.shine(d, onTrunk)
	f.kneePillow(d)
	d.leg(right, RoleTrousers, RoleShoe, false)
	f.shine(d, onLeg)
	d.arm(right, RoleSkin, RoleShirt, true)
	f.shine(d, onArm)
}

func (f *Figure) front(d *drawing) {
	for side := range 2 {
		if f.behind(side) {
			d.arm(side, RoleSkin, RoleShirt, false)
		}
	}
	if !d.lap {
		f.legs(d)
	}
	d.trunkFront()
	d.neckline(RoleSkinShade)
	d.face(d.f.HeadTurn + d.f.TrunkTurn)
	f.shine(d, onTrunk)
	if d.lap {
		f.legs(d)
	}
	f.shine(d, onLeg)
	// Forearms lie before both upper arms, when they cross too.
	for _, side := range f.grips() {
		if !f.behind(side) {
			d.upperArm(side, RoleSkin, RoleShirt, true)
		}
	}
	for _, side := range f.grips() {
		if !f.behind(side) {
			d.forearm(side, RoleSkin, true)
		}
	}
	f.shine(d, onArm)
}

// legs from the front; one that is crossed over lies before the other.
func (f *Figure) legs(d *drawing) {
	order := [2]int{left, right}
	if f.pose.End.Hip.Left > f.pose.End.Hip.Right {
		order = [2]int{right, left}
	}
	if l := &d.s.legs; d.lap {
		d.out.capsule(RoleTrousers, l[left].root, 0.046, l[right].root, 0.046) // the lap
	}
	for _, side := range order {
		d.leg(side, RoleTrousers, RoleShoe, true)
	}
}

// look finds what the drawing order depends on, the same for the whole
// movement so that nothing changes places in it.
func (f *Figure) look() {
	for side := range 2 {
		swing := *f.pose.End.Shoulder.at(side) - *f.pose.Start.Shoulder.at(side)
		f.over[side] = f.pose.Camera == Above && f.pose.View == Side && math.Abs(swing) > 120
	}
	if f.pose.View != Front {
		return
	}
	thigh := f.pose.Start.Seen.Thigh
	f.lap = thigh.Left < 0.7 || thigh.Right < 0.7
	for side := range 2 {
		f.crossed[side] = true
		for i := range f.keys {
			f.sk.pose(Front, &f.keys[i].frame, vec{})
			f.crossed[side] = f.crossed[side] && math.Abs(dir(f.sk.legs[side].b).y) < 0.6
		}
	}
}

// behind tells whether an arm is behind the head and the trunk.
func (f *Figure) behind(side int) bool {
	return *f.pose.End.Hands.at(side) == BehindHead
}

// grips gives the arms in the order in which they are set and drawn: the hand
// that holds the other arm comes second.
func (f *Figure) grips() [2]int {
	switch f.pose.End.Hands.Left {
	case OnElbow, OnFingers:
		return [2]int{right, left}
	}
	return [2]int{left, right}
}
