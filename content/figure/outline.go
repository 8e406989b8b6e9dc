package figure

import "math"

// arc draws a part of a circle, degrees as headings, in steps of a quarter at
// most.
func (s *Scene) arc(c vec, r, from, to float64) {
	n := math.Ceil(math.Abs(to-from)/90 - 1e-9)
	if n < 1 {
		return
	}
	step := (to - from) / n
	k := 4.0 / 3 * math.Tan(step*math.Pi/720) * r
	for i := range int(n) {
		a, b := from+step*float64(i), from+step*float64(i+1)
		s.cube(c.along(a, r).along(a+90, k), c.along(b, r).along(b-90, k), c.along(b, r))
	}
}

func (s *Scene) circle(role Role, c vec, r float64) {
	s.begin()
	s.move(c.along(0, r))
	s.arc(c, r, 0, 360)
	s.fill(role)
}

// ellipse with its first radius along the heading.
func (s *Scene) ellipse(role Role, c vec, turn, along, across float64) {
	const k = 0.5523
	s.begin()
	u, v := dir(turn).mul(along), dir(turn+90).mul(across)
	s.move(c.add(u))
	for range 4 {
		s.cube(c.add(u).add(v.mul(k)), c.add(v).add(u.mul(k)), c.add(v))
		u, v = v, u.mul(-1)
	}
	s.fill(role)
}

// capsule is the hull of two circles.
func (s *Scene) capsule(role Role, a vec, ra float64, b vec, rb float64) {
	d := a.dist(b)
	if d <= math.Abs(ra-rb)+1e-6 {
		if ra < rb {
			a, ra = b, rb
		}
		s.circle(role, a, ra)
		return
	}
	h := heading(a, b)
	half := math.Acos((ra-rb)/d) * 180 / math.Pi
	s.begin()
	s.move(a.along(h+half, ra))
	s.line(b.along(h+half, rb))
	s.arc(b, rb, h+half, h-half)
	s.line(a.along(h-half, ra))
	s.arc(a, ra, h-half, h+half-360)
	s.fill(role)
}

// tube is round at a and cut off at b, as a sleeve is; one that points at the
// viewer is round there too.
func (s *Scene) tube(role Role, a vec, ra float64, b vec, rb float64) {
	d := a.dist(b)
	if d <= math.Abs(ra-rb)+1e-6 {
		s.circle(role, a, math.Max(ra, rb))
		return
	}
	h := heading(a, b)
	half := math.Acos((ra-rb)/d) * 180 / math.Pi
	round := rb * clamp(1.3-d/(2*ra), 0.2, 1) * 4 / 3
	s.begin()
	s.move(a.along(h+half, ra))
	s.line(b.along(h+90, rb))
	s.cube(b.offset(h, round, rb), b.offset(h, round, -rb), b.along(h-90, rb))
	s.line(a.along(h-half, ra))
	s.arc(a, ra, h-half, h+half-360)
	s.fill(role)
}

// smooth is a closed curve through points.
func (s *Scene) smooth(role Role, p []vec) {
	n := len(p)
	s.begin()
	s.move(p[0])
	for i := range n {
		a, b, c, d := p[(i+n-1)%n], p[i], p[(i+1)%n], p[(i+2)%n]
		s.cube(b.add(c.sub(a).mul(1.0/6)), c.sub(d.sub(b).mul(1.0/6)), c)
	}
	s.fill(role)
}

// bar is a box with round corners, from its lower left to its upper right.
func (s *Scene) bar(role Role, lo, hi vec, r float64) {
	r = math.Min(r, math.Min(hi.x-lo.x, hi.y-lo.y)/2)
	s.begin()
	s.move(vec{lo.x + r, hi.y})
	s.line(vec{hi.x - r, hi.y})
	s.arc(vec{hi.x - r, hi.y - r}, r, 0, 90)
	s.line(vec{hi.x, lo.y + r})
	s.arc(vec{hi.x - r, lo.y + r}, r, 90, 180)
	s.line(vec{lo.x + r, lo.y})
	s.arc(vec{lo.x + r, lo.y + r}, r, 180, 270)
	s.line(vec{lo.x, hi.y - r})
	s.arc(vec{lo.x + r, hi.y - r}, r, 270, 360)
	s.fill(role)
}
