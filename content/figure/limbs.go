package figure

// arm draws a sleeved arm with its hand; edge also draws what sets it off from
// what is behind it.
func (d *drawing) arm(side int, skin, sleeve Role, edge bool) {
	if l := &d.s.arms[side]; l.hand < 0.4 { // it points at the viewer
		d.upperArm(side, skin, sleeve, edge)
		d.forearm(side, skin, edge)
		return
	}
	d.forearm(side, skin, edge)
	d.upperArm(side, skin, sleeve, edge)
}

func (d *drawing) upperArm(side int, skin, sleeve Role, edge bool) {
	l, out := &d.s.arms[side], d.out
	cuff := l.root.to(l.mid, 0.66)
	if edge {
		out.tube(RoleShirtShade, l.root, armR, cuff, armR+0.002)
	}
	out.capsule(skin, l.root.to(l.mid, 0.4), armR-0.006, l.mid, elbowR)
	out.tube(sleeve, l.root, armR+0.002, cuff, armR-0.001)
}

func (d *drawing) forearm(side int, skin Role, edge bool) {
	l, out := &d.s.arms[side], d.out
	if edge {
		out.capsule(RoleSkinShade, l.mid.to(l.end, 0.08), elbowR+0.002, l.end, wristR+0.002)
	}
	out.capsule(skin, l.mid, elbowR, l.end, wristR)
	d.hand(l, skin, side)
}

// hand is a palm, the fingers side by side, and a thumb; one that points at the
// viewer is short.
func (d *drawing) hand(l *limb, skin Role, side int) {
	thumb := -1.0
	if d.s.view == Front {
		thumb = -sign(side)
	}
	k, out := l.hand, d.out
	knuckles := l.end.along(l.c, 0.034*k)
	out.capsule(skin, l.end.along(l.c, 0.006*k), handR-0.003, knuckles, handR-0.004)
	out.capsule(skin, knuckles, handR-0.004, l.end.along(l.c, handLen*k), 0.012)
	out.capsule(skin, l.end.offset(l.c, 0.008*k, thumb*0.009), 0.011, l.end.offset(l.c, 0.042*k, thumb*0.026), 0.0075)
}

// hem is how far down the shank the trousers reach.
const hem = 0.93

// leg draws a trousered leg with its shoe; edge sets the thigh off from what
// is behind it. A thigh that points at the viewer lies before its shank.
func (d *drawing) leg(side int, cloth, shoe Role, edge bool) {
	l := &d.s.legs[side]
	out, thigh, shin := d.out, thighR, cloth
	if d.s.view == Front {
		thigh = 0.047
	}
	if d.lap {
		shin = RoleTrousersFar
	}
	calf := l.mid.to(l.end, 0.32)
	if d.crossed[side] {
		// Crossed over the other leg: the shank lies before the thigh.
		out.capsule(cloth, l.root, thigh, l.mid, kneeR)
		out.capsule(RoleTrousersShade, l.mid, kneeR+0.002, l.end, shinR+0.006)
		d.shoe(l, shoe, side)
		out.capsule(cloth, l.mid, kneeR, calf, calfR)
		out.tube(cloth, calf, calfR, l.mid.to(l.end, hem), shinR+0.003)
		return
	}
	out.capsule(shin, l.mid.to(l.end, 0.8), 0.024, l.end, 0.024)
	d.shoe(l, shoe, side)
	if edge && !d.lap {
		out.capsule(RoleTrousersShade, l.root.to(l.mid, 0.2), thigh-0.001, l.mid, kneeR+0.003)
		out.capsule(RoleTrousersShade, l.mid, kneeR+0.003, calf, calfR+0.003)
	}
	out.capsule(shin, l.mid, kneeR, calf, calfR)
	out.tube(shin, calf, calfR, l.mid.to(l.end, hem), shinR+0.003)
	if edge && d.lap {
		out.capsule(RoleTrousersShade, l.root.to(l.mid, 0.5), thigh, l.mid, kneeR+0.005)
	}
	out.capsule(cloth, l.root, thigh, l.mid, kneeR+0.002)
}

// shoe is a low shoe with a light sole.
func (d *drawing) shoe(l *limb, role Role, side int) {
	out := d.out
	if d.s.view == Front {
		k := sign(side)
		at := func(x, y float64) vec { return l.end.offset(l.b, -y, -k*x) }
		out.smooth(role, d.path(
			at(-0.026, 0.014), at(-0.033, -0.010), at(-0.038, -0.030), at(-0.030, -0.041), at(0, -0.0425),
			at(0.033, -0.041), at(0.041, -0.030), at(0.036, -0.010), at(0.026, 0.014),
		))
		out.smooth(RoleSole, d.path(at(-0.038, -0.033), at(0, -0.036), at(0.041, -0.033), at(0.034, -0.0405), at(0, -0.042), at(-0.031, -0.0405)))
		return
	}
	at := func(x, y float64) vec { return l.end.offset(l.c, x, -y) }
	out.smooth(role, d.path(
		at(-0.026, 0.018), at(-0.034, -0.012), at(-0.034, -0.036), at(0.03, -0.040), at(0.080, -0.039),
		at(0.095, -0.026), at(0.082, -0.009), at(0.04, 0.006), at(0.024, 0.022),
	))
	out.smooth(RoleSole, d.path(at(-0.035, -0.031), at(0.03, -0.033), at(0.094, -0.031), at(0.085, -0.040), at(0.03, -0.042), at(-0.03, -0.041)))
}
