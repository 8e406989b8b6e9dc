package content

import (
	"math"
	"slices"
)

// Pose is what the figure shows: from Start to End and back. The angles are
// approximate teaching poses of our own, not measurements from a source.
type Pose struct {
	View        View
	Camera      Camera
	Prop        Prop
	SupportedBy string // what touches; the lowest of it stands on the floor
	Loop        Loop
	Start, End  Frame
}

// Pair is left and right of the figure, not of the viewer.
type Pair struct{ Left, Right float64 }

// Frame is one key frame: angles in degrees, as data/README.md describes.
type Frame struct {
	Torso, Spine, Neck            float64
	HeadShift                     float64 // in head radii, + forward
	HeadTurn, TrunkTurn, HeadDrop float64 // turns + to the figure's left
	Belly, Scap                   float64 // 0 to 1; -1 together to 1 apart
	Shoulder, Elbow, Wrist        Pair
	Hip, Knee, Ankle              Pair
	Shrug                         Pair  // 0 to 1
	Seen                          Scale // segments seen end-on
}

// Scale is how much of a segment's length is seen, from 0 to 1.
type Scale struct {
	Trunk             float64
	Thigh, Shank, Arm Pair
}

// View is where the figure is seen from.
type View string

// Seen from its right side, or from the front.
const (
	Side  View = "side"
	Front View = "front"
)

func (View) choices() []string { return []string{string(Side), string(Front)} }

// Camera is where a drawing looks from: level, or down on somebody lying.
type Camera string

// Level with the figure unless it says above.
const (
	EyeLevel Camera = ""
	Above    Camera = "above"
)

func (Camera) choices() []string { return []string{"above"} }

// Prop is what is drawn with the figure; empty is nothing.
type Prop string

func (Prop) choices() []string {
	return []string{"chair", "chair_front", "chair_legs", "desk", "doorframe", "mat", "step", "wall_back", "wall_front"}
}

// Loop says how the movement goes on; empty is there and back.
type Loop string

// Circle goes round from start to end to start without a stop.
const Circle Loop = "circle"

func (Loop) choices() []string { return []string{string(Circle)} }

type poseEntry struct {
	View        View       `toml:"view"`
	Camera      Camera     `toml:"camera" content:"optional"`
	Prop        Prop       `toml:"prop" content:"optional"`
	SupportedBy string     `toml:"supported_by"`
	Loop        Loop       `toml:"loop" content:"optional"`
	Start       frameEntry `toml:"start" content:"own"`
	End         frameEntry `toml:"end" content:"own"`
}

// frameEntry is a key frame as written: in start what is left out is 0, in end
// it is as in start.
type frameEntry struct {
	Torso     *float64 `toml:"torso"`
	Spine     *float64 `toml:"spine"`
	Neck      *float64 `toml:"neck"`
	HeadShift *float64 `toml:"head_shift"`
	HeadTurn  *float64 `toml:"head_turn"`
	TrunkTurn *float64 `toml:"trunk_turn"`
	HeadDrop  *float64 `toml:"head_drop"`
	Belly     *float64 `toml:"belly"`
	Scap      *float64 `toml:"scap"`

	Shoulder []float64 `toml:"shoulder"`
	Elbow    []float64 `toml:"elbow"`
	Wrist    []float64 `toml:"wrist"`
	Hip      []float64 `toml:"hip"`
	Knee     []float64 `toml:"knee"`
	Ankle    []float64 `toml:"ankle"`
	Shrug    []float64 `toml:"shrug"`

	Foreshorten map[string]float64 `toml:"foreshorten"`
}

func (p *poseEntry) pose(say report) *Pose {
	whole := Frame{Seen: Scale{1, Pair{1, 1}, Pair{1, 1}, Pair{1, 1}}}
	out := &Pose{View: p.View, Camera: p.Camera, Prop: p.Prop, SupportedBy: p.SupportedBy, Loop: p.Loop}
	out.Start = p.Start.over(whole, func(key, f string, a ...any) { say(join("pose.start", key), f, a...) })
	out.End = p.End.over(out.Start, func(key, f string, a ...any) { say(join("pose.end", key), f, a...) })
	if out.Start == out.End {
		say("pose.end", "the end of the pose is its start; hint: change at least one angle")
	}
	return out
}

// over lays what is written over a frame, and refuses what no body can do.
func (e *frameEntry) over(f Frame, say report) Frame {
	one := func(key string, v *float64, into *float64, low, high float64) {
		if v != nil {
			*into = within(key, *v, low, high, say)
		}
	}
	one("torso", e.Torso, &f.Torso, -120, 120)
	one("spine", e.Spine, &f.Spine, -40, 70)
	one("neck", e.Neck, &f.Neck, -60, 60)
	one("head_shift", e.HeadShift, &f.HeadShift, -1, 1)
	one("head_turn", e.HeadTurn, &f.HeadTurn, -80, 80)
	one("trunk_turn", e.TrunkTurn, &f.TrunkTurn, -70, 70)
	one("head_drop", e.HeadDrop, &f.HeadDrop, -40, 40)
	one("belly", e.Belly, &f.Belly, 0, 1)
	one("scap", e.Scap, &f.Scap, -1, 1)
	two := func(key string, v []float64, into *Pair, low, high float64) {
		switch {
		case v == nil:
		case len(v) != 2:
			say(key, "%s has %d numbers; hint: write [left, right]", key, len(v))
		default:
			*into = Pair{within(key, v[0], low, high, say), within(key, v[1], low, high, say)}
		}
	}
	two("shoulder", e.Shoulder, &f.Shoulder, -90, 190)
	two("elbow", e.Elbow, &f.Elbow, -160, 180)
	two("wrist", e.Wrist, &f.Wrist, -90, 90)
	two("hip", e.Hip, &f.Hip, -50, 150)
	two("knee", e.Knee, &f.Knee, -100, 165)
	two("ankle", e.Ankle, &f.Ankle, -95, 45)
	two("shrug", e.Shrug, &f.Shrug, 0, 1)
	if e.Foreshorten != nil {
		f.Seen = e.seen(say)
	}
	return f
}

func within(key string, v, low, high float64, say report) float64 {
	if math.IsNaN(v) || v < low || v > high {
		say(key, "%s %v is beyond a body's range; hint: between %v and %v", key, v, low, high)
		return 0
	}
	return v
}

// seen reads foreshorten: a segment, or one side of it with _l or _r.
func (e *frameEntry) seen(say report) Scale {
	s := Scale{1, Pair{1, 1}, Pair{1, 1}, Pair{1, 1}}
	into := map[string][]*float64{
		"trunk": {&s.Trunk},
		"thigh": {&s.Thigh.Left, &s.Thigh.Right}, "thigh_l": {&s.Thigh.Left}, "thigh_r": {&s.Thigh.Right},
		"shank": {&s.Shank.Left, &s.Shank.Right}, "shank_l": {&s.Shank.Left}, "shank_r": {&s.Shank.Right},
		"arm": {&s.Arm.Left, &s.Arm.Right}, "arm_l": {&s.Arm.Left}, "arm_r": {&s.Arm.Right},
	}
	keys := make([]string, 0, len(e.Foreshorten))
	for key := range e.Foreshorten {
		keys = append(keys, key)
	}
	slices.Sort(keys) // both sides first, then one of them
	for _, key := range keys {
		if into[key] == nil {
			say("foreshorten", "foreshorten names %q; hint: trunk, thigh, shank or arm, the last three with _l or _r for one side", key)
			continue
		}
		for _, p := range into[key] {
			*p = within("foreshorten", e.Foreshorten[key], 0, 1, say)
		}
	}
	return s
}
