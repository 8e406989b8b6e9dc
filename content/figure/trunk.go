package figure

import "math"

// spine is the trunk's middle line, a curve from the pelvis to the shoulders
// that leaves and arrives the way the two halves of the trunk lie.
type spine struct{ a, b, c, d vec }

func (s *skeleton) spine() spine {
	l := 0.36 * s.pelvis.dist(s.chest)
	return spine{s.pelvis, s.pelvis.along(s.lower, l), s.chest.along(s.upper, -l), s.chest}
}

// at gives the point t of the way up, and the heading there.
func (p *spine) at(t float64) (vec, float64) {
	u := 1 - t
	point := p.a.mul(u * u * u).add(p.b.mul(3 * u * u * t)).add(p.c.mul(3 * u * t * t)).add(p.d.mul(t * t * t))
	way := p.b.sub(p.a).mul(u * u).add(p.c.sub(p.b).mul(2 * u * t)).add(p.d.sub(p.c).mul(t * t))
	return point, heading(vec{}, way)
}

// depth is the trunk's reach behind and before its middle line, from the hip
// (0) to the shoulders (1).
var depth = []struct{ t, back, front float64 }{
	{0.08, 0.058, 0.055},
	{0.2, 0.056, 0.057},
	{0.38, 0.051, 0.057},
	{0.56, 0.053, 0.060},
	{0.74, 0.061, 0.066},
	{0.90, 0.060, 0.060},
	{1.0, 0.047, 0.042},
}

// trunkSide is the shirt seen from the side.
func (d *drawing) trunkSide() {
	s, f := d.s, d.f
	line := s.spine()
	pts := d.path()
	bulge := s.belly
	// The shoulders take the shirt along.
	drawn := func(t float64) float64 { return 0.4 * scapOut * f.Scap * ease((t-0.5)/0.4) }
	for _, p := range depth {
		at, h := line.at(p.t)
		belly := bulge * math.Exp(-sq((p.t-0.36)/0.2))
		chest := 0.12 * bulge
		pts = append(pts, at.along(h+90, p.front+belly+chest+drawn(p.t)))
	}
	top, h := line.at(1)
	pts = append(pts, top.offset(h, 0.03, 0.012), top.offset(h, 0.032, -0.016))
	for i := len(depth) - 1; i >= 0; i-- {
		at, h := line.at(depth[i].t)
		pts = append(pts, at.along(h-90, depth[i].back-drawn(depth[i].t)))
	}
	foot, h := line.at(0.0)
	pts = append(pts, foot.offset(h, 0.006, -0.05), foot.offset(h, 0.004, 0.045))
	d.pts = pts
	d.out.smooth(RoleShirt, pts)
	// The seat of the trousers, the shirt tucked in.
	hip := s.lower
	d.out.smooth(RoleTrousers, d.path(
		s.pelvis.offset(hip, 0.050, -0.052), s.pelvis.offset(hip, 0.012, -0.063), s.pelvis.offset(hip, -0.03, -0.056),
		s.pelvis.offset(hip, -0.058, -0.02), s.pelvis.offset(hip, -0.055, 0.025), s.pelvis.offset(hip, -0.01, 0.052),
		s.pelvis.offset(hip, 0.046, 0.052), s.pelvis.offset(hip, 0.054, 0),
	))
}

// trunkFront is the shirt seen from the front, tucked in behind a lap.
func (d *drawing) trunkFront() {
	s, f := d.s, d.f
	line := s.spine()
	turn := math.Cos(f.TrunkTurn * math.Pi / 180)
	at := func(t, w float64) vec {
		p, h := line.at(clamp(t, 0, 1))
		if t < 0 {
			p = p.along(h, t*2*trunkHalf)
		}
		return p.along(h+90, w)
	}
	hem, hip, waist := -0.03, 0.090, 0.087
	if d.lap {
		hem, hip, waist = 0.05, 0.056, 0.073
	}
	// Hips under the shirt.
	d.out.smooth(RoleTrousers, d.path(
		at(0.15, -0.055), at(0.02, 0.002-hip), at(-0.14, -hip), at(-0.2, 0), at(-0.14, hip), at(0.02, hip-0.002), at(0.15, 0.055),
	))
	breadth := 0.004 * f.Belly
	half := func(side int, pts []vec, up bool) []vec {
		k := sign(side)
		joint := s.arms[side].root
		upper := lerp(0.55, 1, turn)
		row := []vec{
			at(hem, k*hip), at(hem+0.12, k*waist), at(0.36, k*(0.077+breadth)), at(0.58, k*(0.082+breadth)*lerp(0.75, 1, turn)), at(0.78, k*0.09*upper),
			joint.offset(s.upper, 0, k*0.022*upper), joint.offset(s.upper, 0.027, k*0.008*upper),
			s.chest.to(joint, 0.6).offset(s.upper, 0.028, 0), s.chest.offset(s.upper, 0.026, k*0.024),
		}
		if up {
			return append(pts, row...)
		}
		for i := len(row) - 1; i >= 0; i-- {
			pts = append(pts, row[i])
		}
		return pts
	}
	pts := half(right, d.path(), true)
	pts = half(left, pts, false)
	d.pts = pts
	d.out.smooth(RoleShirt, pts)
}

func sq(v float64) float64 { return v * v }
