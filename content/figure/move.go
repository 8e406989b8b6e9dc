package figure

import "math"

// Figure is a pose made ready to move.
type Figure struct {
	pose    Pose
	set     set
	keys    [2]key
	held    [2]bool // hands that stay on what they touch during the movement
	glow    []glow
	lap     bool
	crossed [2]bool
	over    [2]bool // arms that pass between the body and the viewer
	cam     camera
	sk      skeleton
	now     key
	box     box
	ground  [2]float64 // from where to where the floor is drawn
	scratch []vec
}

// Moment is where in the movement the figure is.
type Moment struct {
	// Way is 0 at the start and 1 at the end of the pose; in a circle it goes
	// on to 2, the start again. It is eased: time may run through it evenly.
	Way float64
	// Breath is 0 breathed out, 1 breathed in.
	Breath float64
}

// ease starts and stops softly and never goes beyond.
func ease(t float64) float64 {
	t = clamp(t, 0, 1)
	return t * t * (3 - 2*t)
}

// mix is the frame a part of the way from a to b.
func mix(a, b *Frame, t float64) Frame {
	pair := func(a, b Pair) Pair { return Pair{lerp(a.Left, b.Left, t), lerp(a.Right, b.Right, t)} }
	f := Frame{
		Torso: lerp(a.Torso, b.Torso, t), Spine: lerp(a.Spine, b.Spine, t), Neck: lerp(a.Neck, b.Neck, t),
		HeadShift: lerp(a.HeadShift, b.HeadShift, t), HeadTurn: lerp(a.HeadTurn, b.HeadTurn, t),
		TrunkTurn: lerp(a.TrunkTurn, b.TrunkTurn, t), HeadDrop: lerp(a.HeadDrop, b.HeadDrop, t),
		Belly: lerp(a.Belly, b.Belly, t), Scap: lerp(a.Scap, b.Scap, t),
		Shoulder: pair(a.Shoulder, b.Shoulder), Elbow: pair(a.Elbow, b.Elbow), Wrist: pair(a.Wrist, b.Wrist),
		Hip: pair(a.Hip, b.Hip), Knee: pair(a.Knee, b.Knee), Ankle: pair(a.Ankle, b.Ankle),
		Shrug: pair(a.Shrug, b.Shrug),
		Seen: Scale{
			Trunk: lerp(a.Seen.Trunk, b.Seen.Trunk, t), Thigh: pair(a.Seen.Thigh, b.Seen.Thigh),
			Shank: pair(a.Seen.Shank, b.Seen.Shank), Arm: pair(a.Seen.Arm, b.Seen.Arm),
			Upper: pair(a.Seen.Upper, b.Seen.Upper), Hand: pair(a.Seen.Hand, b.Seen.Hand),
		},
		Hands: a.Hands,
	}
	if t >= 1 {
		f.Hands = b.Hands
	}
	return f
}

// passOver takes an arm of somebody lying on the side, who is looked down on,
// from before the body to behind it: up towards the viewer, and down again on
// the other side.
func (f *Frame) passOver(end, now *Frame, side int, t float64) {
	from, to := *f.Shoulder.at(side), *end.Shoulder.at(side)
	seen := math.Cos(math.Pi * t)
	*now.Shoulder.at(side) = lerp(from, near(to+180, from), t)
	if seen < 0 {
		*now.Shoulder.at(side) -= 180
	}
	*now.Seen.Arm.at(side) *= math.Abs(seen)
	*now.Seen.Hand.at(side) *= math.Abs(seen)
}

// way is how far between the key frames a moment is, and in a circle how far
// beside the straight way, -1 to 1.
func (f *Figure) way(m Moment) (t, beside float64) {
	if math.IsNaN(m.Way) {
		m.Way = 0
	}
	if f.pose.Loop == Circle {
		m.Way = clamp(m.Way, 0, 2)
		sin, cos := math.Sincos(m.Way * math.Pi)
		return (1 - cos) / 2, sin
	}
	return ease(m.Way), 0
}

// at sets the skeleton for a moment and gives the frame it shows.
func (f *Figure) at(m Moment) *Frame {
	t, beside := f.way(m)
	a, b := &f.keys[0], &f.keys[1]
	now := &f.now
	*now = key{frame: mix(&a.frame, &b.frame, t)}
	fr := &now.frame
	if beside != 0 {
		// Forward on the way there, back on the way home.
		fr.Scap += beside
	}
	for side, over := range f.over {
		if over {
			a.frame.passOver(&b.frame, fr, side, t)
		}
	}
	breath := clamp(m.Breath, 0, 1)
	if math.IsNaN(breath) {
		breath = 0
	}
	fr.Belly = math.Min(1, fr.Belly+0.3*breath)
	fr.Shrug.Left += 0.06 * breath
	fr.Shrug.Right += 0.06 * breath
	s := &f.sk
	s.pose(f.pose.View, fr, vec{})
	switch f.pose.first() {
	case Feet, LeftFoot, RightFoot, Seat:
		now.pelvis = a.pelvis.to(b.pelvis, t)
		side, on := f.pose.onFoot()
		if g, h := a.feet[side], b.feet[side]; on && f.pose.View == Side && g.on && h.on && g.x == h.x {
			// The leg that stands carries the rest, as straight as it is.
			foot := footing{true, g.x, lerp(g.y, h.y, t), lerp(g.tilt, h.tilt, t)}
			now.pelvis = foot.ankle().sub(s.legs[side].end)
		}
	default:
		now.pelvis = f.pose.pelvisAt(s)
	}
	s.move(now.pelvis)
	for side := range 2 {
		g, h := a.feet[side], b.feet[side]
		if !g.on || !h.on {
			continue
		}
		now.feet[side] = footing{true, lerp(g.x, h.x, t), lerp(g.y, h.y, t), lerp(g.tilt, h.tilt, t)}
		if far := math.Abs(h.x - g.x); far > 0.01 {
			now.feet[side].y += math.Min(0.2*far, 0.05) * 4 * t * (1 - t) // a step
		}
	}
	f.plant(now, s)
	f.kneel(now, s)
	for side := range 2 {
		if !f.held[side] {
			*fr.Hands.at(side) = Free
		}
		now.hands[side] = a.hands[side].to(b.hands[side], t)
	}
	f.grip(now, s)
	return fr
}

// New makes a pose ready to move. The targets are the muscles to show, then
// the regions of the body they are in, foremost first. It says what no body
// can do.
func New(p Pose, muscles, regions []string) (*Figure, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	f := &Figure{pose: p}
	f.keys[0].frame, f.keys[1].frame = p.Start, p.End
	for i := range f.keys {
		k := &f.keys[i]
		f.settle(k, &f.sk)
		if i == 1 {
			f.stay()
		}
		f.plant(k, &f.sk)
		k.head = f.sk.head
		f.furnish(k, &f.sk)
	}
	for i := range f.keys {
		k := &f.keys[i]
		f.sk.pose(p.View, &k.frame, k.pelvis)
		f.grip(k, &f.sk)
	}
	for side := range 2 {
		t := *p.Start.Hands.at(side)
		f.held[side] = t != Free && t == *p.End.Hands.at(side)
	}
	f.aim(muscles, regions)
	f.look()
	f.frameView()
	return f, nil
}

// stay leaves a foot where it is if the end puts it down nearly there; what is
// further is a step.
func (f *Figure) stay() {
	a, b := &f.keys[0], &f.keys[1]
	for side := range 2 {
		g, h := a.feet[side], &b.feet[side]
		if g.on && h.on && math.Abs(g.x-h.x) < 0.1 {
			h.x = g.x
		}
	}
}
