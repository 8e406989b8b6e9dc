package figure

import (
	"math"
	"slices"
)

// layer is when a glow is drawn: what is drawn later covers it.
type layer uint8

const (
	onTrunk layer = iota
	onLeg
	onArm
)

// glow is a place that shines during the exercise.
type glow struct {
	place    place
	side     int // left, right; -1 is both
	layer    layer
	strength float64
}

// shown is how many places glow at most, and how strongly each.
var shown = [...]float64{1, 0.6}

// aim picks the places that glow: those of the muscles, or if none is known
// the foremost region.
func (f *Figure) aim(muscles, regions []string) {
	var places []place
	add := func(p place) {
		if p != nowhere && !slices.Contains(places, p) && len(places) < len(shown) {
			places = append(places, p)
		}
	}
	for _, m := range muscles {
		if p, ok := placeOf(m); ok && (f.pose.View != Front || !p.onBack()) {
			add(p)
		}
	}
	for _, m := range muscles {
		if p, ok := placeOf(m); ok && len(places) == 0 {
			add(p) // on the back alone: better there than nowhere
		}
	}
	for _, r := range regions {
		if len(places) == 0 {
			add(regionAt[r])
		}
	}
	for i, p := range places {
		g := glow{place: p, side: f.worked(p), strength: shown[i]}
		switch p {
		case hipFront, thighFront, thighBack, calfBack, shinFront:
			g.layer = onLeg
		case gluteal:
			g.layer = onLeg
		case deltoid, forearmPlace, upperArmPlace:
			g.layer = onArm
		}
		f.glow = append(f.glow, g)
	}
}

// onBack tells whether a place is hidden by the trunk from the front.
func (p place) onBack() bool { return p == blades || p == midBack || p == lowBack }

// worked says which side of a place does the work, -1 for both.
func (f *Figure) worked(p place) int {
	end, start := &f.keys[1].frame, &f.keys[0].frame
	var score func(side int) float64
	hip := func(side int) float64 { return *end.Hip.at(side) }
	knee := func(side int) float64 { return *end.Knee.at(side) }
	switch p {
	case hipFront:
		score = func(side int) float64 { return -hip(side) + 0.01*(*end.Hip.at(side)-*start.Hip.at(side)) }
		if f.pose.first() == Seat { // lifting, not stretching
			score = hip
		}
	case thighFront:
		score = knee
		if hip(left) < -10 || hip(right) < -10 {
			score = func(side int) float64 { return -hip(side) }
		}
	case thighBack:
		score = func(side int) float64 { return hip(side) - knee(side) }
	case calfBack, shinFront:
		score = func(side int) float64 { return -knee(side) }
	case gluteal:
		score = hip
		if f.pose.Camera == Above { // the knees roll over to the other side
			score = func(side int) float64 { return -hip(side) }
		}
	case deltoid, forearmPlace, upperArmPlace:
		score = func(side int) float64 {
			if t := *f.pose.End.Hands.at(1 - side); t == OnElbow || t == OnFingers {
				return 100
			}
			return 0
		}
	case neckSide, trapezius, flank, latissimus:
		if f.pose.View != Front {
			return -1
		}
		lean := end.Torso + end.Spine + end.Neck
		if p == neckSide || p == trapezius {
			lean = end.Neck + 0.1*end.HeadTurn
		}
		score = func(side int) float64 { return -sign(side) * lean }
	default:
		return -1
	}
	if l, r := score(left), score(right); math.Abs(l-r) > 5 {
		if l > r {
			return left
		}
		return right
	}
	return -1
}

// shine draws the glows of a layer.
func (f *Figure) shine(d *drawing, l layer) {
	for _, g := range f.glow {
		if g.layer != l {
			continue
		}
		sides := [2]bool{g.side != right, g.side != left}
		if f.pose.View == Side && g.side < 0 {
			sides[left] = false // behind the near one
		}
		for side, on := range sides {
			if !on {
				continue
			}
			at, r, paired := d.s.spot(g.place, side)
			d.out.shine(at, r, g.strength)
			if !paired {
				break
			}
		}
	}
}

// spot is where a place is and how large; paired places have a left and a
// right.
func (s *skeleton) spot(p place, side int) (at vec, r float64, paired bool) {
	line := s.spine()
	k := 0.0 // across the trunk: to its front in the side view
	front := s.view == Front
	if front {
		k = sign(side)
	}
	on := func(t, depth, across float64) vec {
		at, h := line.at(t)
		if front {
			return at.along(h+90, k*across)
		}
		return at.along(h+90, depth)
	}
	leg, arm := &s.legs[side], &s.arms[side]
	thigh := func(t, out float64) vec { return leg.root.to(leg.mid, t).along(leg.a-90, out) }
	shank := func(t, out float64) vec { return leg.mid.to(leg.end, t).along(leg.b-90, out) }
	limbs := 1.0
	if front {
		limbs = 0
	}
	switch p {
	case neckBack:
		if front {
			return s.chest.along(s.neck, 0.03), 0.07, false
		}
		return s.chest.offset(s.neck, 0.035, -0.024), 0.07, false
	case neckFront:
		return s.chest.offset(s.neck, 0.04, 0.022*(1-math.Abs(k))), 0.06, false
	case neckSide:
		return s.chest.offset(s.neck, 0.03, k*0.03), 0.065, front
	case trapezius:
		if front {
			return s.chest.to(arm.root, 0.55).along(s.upper, 0.02), 0.07, true
		}
		return s.chest.offset(s.upper, -0.005, -0.022), 0.075, false
	case deltoid:
		return arm.root.to(arm.mid, 0.2), 0.07, true
	case pectoral:
		return on(0.74, 0.042, 0.042), 0.075, front
	case blades:
		return on(0.76, -0.042, 0.045), 0.075, front
	case midBack:
		return on(0.6, -0.028, 0), 0.08, false
	case lowBack:
		return on(0.28, -0.028, 0), 0.076, false
	case abdomen:
		return on(0.38, 0.034, 0), 0.085, false
	case flank:
		return on(0.42, 0, 0.06), 0.085, front
	case latissimus:
		return on(0.58, -0.02, 0.068), 0.085, front
	case gluteal:
		if front {
			return leg.root.add(vec{k * 0.036, -0.012}), 0.075, true
		}
		return s.pelvis.offset(s.lower, -0.004, -0.024), 0.072, true
	case hipFront:
		return leg.root.along(leg.a, 0.02).along(leg.a-90, 0.03*limbs), 0.07, true
	case thighFront:
		return thigh(0.5, 0.016*limbs), 0.085, true
	case thighBack:
		return thigh(0.55, -0.018*limbs), 0.085, true
	case calfBack:
		return shank(0.3, -0.014*limbs), 0.075, true
	case shinFront:
		return shank(0.4, 0.012*limbs), 0.065, true
	case forearmPlace:
		return arm.mid.to(arm.end, 0.4), 0.065, true
	case upperArmPlace:
		return arm.root.to(arm.mid, 0.5), 0.065, true
	}
	return s.chest, 0, false
}
