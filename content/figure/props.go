package figure

import "math"

// props draws the floor and what stands on it, behind the figure.
func (f *Figure) props(d *drawing) {
	out := d.out
	if f.pose.Camera == Above {
		out.bar(RoleMat, vec{f.box.lo.x - 0.06, f.box.lo.y - 0.06}, vec{f.box.hi.x + 0.06, f.box.hi.y + 0.06}, 0.05)
		f.pillows(d)
		return
	}
	out.bar(RoleFloor, vec{f.ground[0], -0.017}, vec{f.ground[1], -0.001}, 0.008)
	st := &f.set
	switch f.pose.Prop {
	case Chair, Desk:
		if f.pose.View == Front {
			out.chairFront(f.keys[0].pelvis.y-buttock, seatTop)
			break
		}
		out.chairSide(st.chair)
		if f.pose.Prop == Desk {
			out.bar(RolePropFar, vec{st.edge + 0.36, 0}, vec{st.edge + 0.385, deskTop - 0.02}, 0.008)
			out.bar(RoleProp, vec{st.edge, deskTop - 0.028}, vec{st.edge + 0.46, deskTop}, 0.012)
			out.bar(RoleProp, vec{st.edge + 0.41, 0}, vec{st.edge + 0.435, deskTop - 0.02}, 0.008)
		}
	case ChairFront:
		out.chairSide(st.rest.x + 0.115)
	case ChairLegs:
		out.stool(st.legs)
		f.pillows(d)
	case Step:
		out.bar(RoleProp, vec{st.steps, 0}, vec{st.steps + 0.3, stepTop}, 0.018)
		out.bar(RolePropFar, vec{st.steps, stepTop - 0.022}, vec{st.steps + 0.3, stepTop}, 0.01)
	case Mat:
		out.bar(RoleMat, vec{f.box.lo.x - 0.03, -0.02}, vec{f.box.hi.x + 0.03, 0}, 0.01)
		f.pillows(d)
	case WallBack:
		if f.pose.View == Front {
			out.bar(RoleWall, vec{-0.46, 0}, vec{0.46, math.Min(1.25, (f.cam.y-0.03)/f.cam.scale)}, 0.02)
			break
		}
		out.bar(RoleProp, vec{st.wall - 0.05, 0}, vec{st.wall, 1.12}, 0.01)
	case WallFront:
		out.bar(RoleProp, vec{st.wall, 0}, vec{st.wall + 0.05, 1.12}, 0.01)
	case DoorFrame:
		out.bar(RolePropFar, vec{st.wall - 0.012, 0}, vec{st.wall + 0.05, 1.14}, 0.008)
		out.bar(RoleProp, vec{st.wall, 0}, vec{st.wall + 0.03, 1.16}, 0.008)
	}
}

// chairSide is a chair for a pelvis at x, its back on the left.
func (s *Scene) chairSide(x float64) {
	top := seatTop
	s.capsule(RolePropFar, vec{x - 0.09, 0.012}, 0.010, vec{x - 0.075, top - 0.02}, 0.010)
	s.capsule(RolePropFar, vec{x + 0.125, 0.012}, 0.010, vec{x + 0.115, top - 0.02}, 0.010)
	s.capsule(RoleProp, vec{x - 0.125, 0.013}, 0.012, vec{x - 0.1, top - 0.02}, 0.013)
	s.capsule(RoleProp, vec{x + 0.155, 0.013}, 0.012, vec{x + 0.14, top - 0.02}, 0.012)
	s.capsule(RoleProp, vec{x - 0.1, top - 0.016}, 0.014, vec{x - 0.118, restTop - 0.014}, 0.014)
	s.bar(RoleProp, vec{x - 0.115, top - 0.034}, vec{x + seatFront, top}, 0.016)
}

// chairFront is a chair with its seat seen a little from above, from top at the
// back down to front.
func (s *Scene) chairFront(top, front float64) {
	for _, k := range [2]float64{-1, 1} {
		s.capsule(RolePropFar, vec{k * 0.115, 0.03}, 0.010, vec{k * 0.11, front}, 0.010)
		s.capsule(RoleProp, vec{k * 0.158, 0.012}, 0.012, vec{k * 0.148, front - 0.01}, 0.013)
		s.capsule(RoleProp, vec{k * 0.108, top}, 0.012, vec{k * 0.105, top + 0.25}, 0.012)
	}
	s.bar(RoleProp, vec{-0.125, top + 0.14}, vec{0.125, top + 0.28}, 0.03)
	s.begin()
	s.move(vec{-0.12, top + 0.012})
	s.line(vec{0.12, top + 0.012})
	s.line(vec{0.168, front})
	s.line(vec{-0.168, front})
	s.fill(RolePropFar)
	s.bar(RoleProp, vec{-0.172, front - 0.03}, vec{0.172, front + 0.006}, 0.016)
}

// stool is the chair on which calves lie, from the back of the knees on.
func (s *Scene) stool(knee vec) {
	x, top := knee.x+0.02, knee.y
	s.capsule(RolePropFar, vec{x + 0.045, 0.012}, 0.010, vec{x + 0.05, top - 0.02}, 0.010)
	s.capsule(RolePropFar, vec{x + 0.255, 0.012}, 0.010, vec{x + 0.25, top - 0.02}, 0.010)
	s.capsule(RoleProp, vec{x + 0.012, 0.013}, 0.012, vec{x + 0.024, top - 0.02}, 0.012)
	s.capsule(RoleProp, vec{x + 0.307, 0.013}, 0.012, vec{x + 0.295, top - 0.02}, 0.013)
	s.capsule(RoleProp, vec{x + 0.295, top - 0.016}, 0.014, vec{x + 0.315, top + 0.25}, 0.014)
	s.bar(RoleProp, vec{x, top - 0.034}, vec{x + 0.312, top}, 0.016)
}

// kneePillow lies between the knees of somebody on the side whose legs are not
// one on the other.
func (f *Figure) kneePillow(d *drawing) {
	if f.pose.Camera != Above || f.pose.View != Side || f.pose.Start.Hip.Left == f.pose.Start.Hip.Right {
		return
	}
	l := &d.s.legs
	at := l[left].mid.to(l[right].mid, 0.5)
	d.out.ellipse(RolePillow, at.along(l[left].b, 0.05), l[left].b, 0.12, 0.066)
}

// pillows under the head of somebody lying.
func (f *Figure) pillows(d *drawing) {
	out := d.out
	switch {
	case f.pose.Camera == Above && f.pose.View == Side:
		at := f.keys[0].head
		out.bar(RolePillow, at.add(vec{-0.10, -0.12}), at.add(vec{0.06, 0.12}), 0.05)
	case f.pose.first() == Back && f.pose.Camera != Above:
		at := f.keys[0].head
		out.bar(RolePillow, vec{at.x - 0.075, 0}, vec{at.x + 0.06, math.Max(0.012, at.y-0.05)}, 0.016)
	case f.pose.Camera == Above:
		at := f.keys[0].head
		out.bar(RolePillow, at.add(vec{-0.13, -0.07}), at.add(vec{0.13, 0.11}), 0.05)
	}
}
