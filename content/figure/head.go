package figure

import "math"

// neck joins the head to the trunk.
func (d *drawing) neckline(role Role) {
	s := d.s
	from := s.chest.along(s.upper, -0.005)
	to := s.nape.along(s.crown, 0.03)
	if s.view == Front {
		from = s.chest.along(s.upper, 0.020)
	} else {
		from = from.along(s.upper+90, -0.004)
		to = to.along(s.crown+90, -0.012)
	}
	d.out.capsule(role, from, 0.034, to, 0.031)
}

// face draws the head as a ball that can look anywhere: yaw 0 at the viewer,
// 90 to the viewer's right.
func (d *drawing) face(yaw float64) {
	s, out := d.s, d.out
	c, up := s.head, s.crown
	drop := math.Sin(d.f.HeadDrop * math.Pi / 180)
	if s.view == Side {
		drop = 0
	}
	const rx, ry = 0.064, 0.072
	at := func(x, y float64) vec { return c.offset(up, y, x) }
	sin, cos := math.Sincos(yaw * math.Pi / 180)
	// x across the ball of a place at an angle beside the nose.
	across := func(beside float64) float64 { return math.Sin((yaw + beside) * math.Pi / 180) }
	before := func(beside float64) float64 { return math.Cos((yaw + beside) * math.Pi / 180) }
	low := -0.022 * drop

	// Skull, with hair all over it.
	out.ellipse(RoleHair, at(-0.004*sin, 0.008), up, ry+0.003, rx+0.004)
	// An ear on the far side stands out behind the face.
	for _, side := range [2]float64{-1, 1} {
		if b := before(side * 90); b < 0 && b > -0.4 {
			out.ellipse(RoleSkin, at(rx*across(side*90), -0.0075+low), up, 0.019, 0.009)
		}
	}
	// Face: the part of the ball between the hairlines, which run down from the
	// temples to behind the ears; then the jaw.
	meridian := func(beside float64) float64 {
		return math.Sin(clamp(yaw+beside, -90, 90) * math.Pi / 180)
	}
	hairline := 0.036 - 0.036*math.Max(0, drop)
	edge := func(lat, side float64) vec {
		beside := side * lerp(58, 96, ease((0.34-lat)/0.42))
		return at(rx*meridian(beside)*math.Sqrt(math.Max(0, 1-lat*lat)), ry*lat*0.98)
	}
	pts := d.path()
	const steps = 8
	top := (hairline - 0.004) / ry
	for i := range steps {
		pts = append(pts, edge(lerp(top, -1, float64(i)/(steps-1)), -1))
	}
	for i := range steps - 1 {
		pts = append(pts, edge(lerp(-1, top, float64(i+1)/(steps-1)), 1))
	}
	// The fringe is swept to the figure's left.
	west, east := rx*meridian(-58)*0.86, rx*meridian(58)*0.86
	for _, p := range [3]vec{{0.12, 0.004}, {0.45, 0.010}, {0.86, 0.006}} {
		pts = append(pts, at(lerp(east, west, p.x), hairline+p.y))
	}
	d.pts = pts
	out.smooth(RoleSkin, pts)
	out.ellipse(RoleSkin, at(0.020*sin, -0.034+0.4*low), up, 0.040, 0.043)

	// Ears on the viewer's side.
	for _, side := range [2]float64{-1, 1} {
		b := before(side * 90)
		if b < 0 {
			continue
		}
		x := rx * across(side*90)
		out.ellipse(RoleSkinShade, at(x, -0.008+low), up, 0.0205, 0.0105+0.004*b)
		out.ellipse(RoleSkin, at(x+0.0015*sin*b, -0.0075+low), up, 0.019, 0.009+0.004*b)
		if b > 0.2 {
			out.ellipse(RoleSkinShade, at(x+0.002, -0.008+low), up, 0.009*b, 0.004*b)
		}
	}
	// Nose, eyes and cheeks grow and shrink as they come round.
	if k := ease((cos - 0.1) / 0.4); k > 0 {
		out.ellipse(RoleSkinShade, at(rx*sin*1.03, -0.014+1.4*low), up, 0.008*k, 0.006*k)
	}
	if k := ease((math.Abs(sin) - 0.7) / 0.3); k > 0 {
		out.ellipse(RoleSkin, at(rx*sin*0.99, -0.012+1.4*low), up-25*sin, 0.014*k, 0.011*k)
	}
	for _, side := range [2]float64{-24, 24} {
		if k := ease((before(side) - 0.05) / 0.3); k > 0 {
			out.ellipse(RoleFace, at(rx*across(side)*0.92, 0.004+low), up, 0.0075*k, 0.0065*k*lerp(0.7, 1, before(side)))
		}
		if b := before(side * 1.5); b > 0.1 {
			out.ellipse(RoleBlush, at(rx*across(side*1.5)*0.9, -0.021+low), up, 0.009*ease(b/0.4), 0.012*b)
		}
	}
	if cos > -0.1 {
		d.smile(at, yaw, low)
	}
}

func (d *drawing) smile(at func(x, y float64) vec, yaw, low float64) {
	const r = 0.056
	x := func(beside float64) float64 {
		return r * math.Sin(clamp(yaw+beside, -74, 74)*math.Pi/180)
	}
	out := d.out
	// In profile it is drawn out towards the ear.
	turn := math.Sin(yaw * math.Pi / 180)
	west, east := -17-18*math.Max(0, turn), 17+18*math.Max(0, -turn)
	mid := (west + east) / 2
	out.begin()
	out.move(at(x(west), -0.034+low))
	out.quad(at(x(mid), -0.050+low), at(x(east), -0.034+low))
	out.quad(at(x(mid), -0.042+low), at(x(west), -0.034+low))
	out.fill(RoleFace)
}
