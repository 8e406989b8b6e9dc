package content

import (
	"fmt"
	"math"
	"slices"

	"github.com/unhunch/unhunch/content/figure"
)

// Pose is what the figure shows: from Start to End and back. The angles are
// approximate teaching poses of our own, not measurements from a source.
type Pose struct{ figure.Pose }

// Figure makes an exercise ready to be drawn, or its other side if mirrored.
// The error says that there is a picture instead of a pose.
func (e *Exercise) Figure(mirrored bool) (*figure.Figure, error) {
	if e.Pose == nil {
		return nil, fmt.Errorf("exercise %q has no pose; hint: show its image %q", e.ID, e.Image)
	}
	p := e.Pose.Pose
	if mirrored {
		p = p.Mirrored()
	}
	regions := make([]string, len(e.Regions))
	for i, r := range e.Regions {
		regions[i] = string(r)
	}
	return figure.New(p, e.Muscles, regions)
}

// Pace is how one repetition of an exercise passes when it holds so long, in
// seconds.
func (e *Exercise) Pace(holdS int) figure.Pace {
	return figure.Pace{
		MoveS: float64(e.MoveS), HoldS: float64(holdS),
		Circle: e.Pose != nil && e.Pose.Loop == figure.Circle,
	}
}

// The words a pose may use.
type (
	viewWord    string
	cameraWord  string
	propWord    string
	supportWord string
	loopWord    string
)

func (viewWord) choices() []string    { return []string{string(figure.Side), string(figure.Front)} }
func (cameraWord) choices() []string  { return []string{string(figure.Above)} }
func (propWord) choices() []string    { return figure.Props() }
func (supportWord) choices() []string { return figure.Supports() }
func (loopWord) choices() []string    { return []string{string(figure.Circle)} }

type poseEntry struct {
	View        viewWord      `toml:"view"`
	Camera      cameraWord    `toml:"camera" content:"optional"`
	Prop        propWord      `toml:"prop" content:"optional"`
	SupportedBy []supportWord `toml:"supported_by"`
	Loop        loopWord      `toml:"loop" content:"optional"`
	Start       frameEntry    `toml:"start" content:"own"`
	End         frameEntry    `toml:"end" content:"own"`
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

	Hands       []string           `toml:"hands"`
	Foreshorten map[string]float64 `toml:"foreshorten"`
}

func (p *poseEntry) pose(say report) *Pose {
	out := &Pose{figure.Pose{View: figure.View(p.View), Camera: figure.Camera(p.Camera), Prop: figure.Prop(p.Prop), Loop: figure.Loop(p.Loop)}}
	for _, s := range p.SupportedBy {
		out.SupportedBy = append(out.SupportedBy, figure.Support(s))
	}
	bad := false
	in := func(frame string) report {
		return func(key, f string, a ...any) {
			bad = true
			say(join(frame, key), f, a...)
		}
	}
	out.Start = p.Start.over(figure.Whole(), in("pose.start"))
	out.End = p.End.over(out.Start, in("pose.end"))
	// What is missing or unknown has been told for its own line.
	if err := out.Validate(); err != nil && !bad && known(p.View) && len(p.SupportedBy) > 0 {
		say("pose", "%v", err)
	}
	if out.Start == out.End {
		say("pose.end", "the end of the pose is its start; hint: change at least one angle")
	}
	return out
}

func known(v viewWord) bool { return slices.Contains(v.choices(), string(v)) }

// over lays what is written over a frame, and refuses what no body can do.
func (e *frameEntry) over(f figure.Frame, say report) figure.Frame {
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
	two := func(key string, v []float64, into *figure.Pair, low, high float64) {
		switch {
		case v == nil:
		case len(v) != 2:
			say(key, "%s has %d numbers; hint: write [left, right]", key, len(v))
		default:
			*into = figure.Pair{Left: within(key, v[0], low, high, say), Right: within(key, v[1], low, high, say)}
		}
	}
	two("shoulder", e.Shoulder, &f.Shoulder, -90, 190)
	two("elbow", e.Elbow, &f.Elbow, -160, 180)
	two("wrist", e.Wrist, &f.Wrist, -90, 90)
	two("hip", e.Hip, &f.Hip, -50, 150)
	two("knee", e.Knee, &f.Knee, -100, 165)
	two("ankle", e.Ankle, &f.Ankle, -95, 45)
	two("shrug", e.Shrug, &f.Shrug, 0, 1)
	if e.Hands != nil {
		f.Hands = e.hands(say)
	}
	if e.Foreshorten != nil {
		f.Seen = e.seen(say)
	}
	return f
}

// hands reads what the hands touch, left and right.
func (e *frameEntry) hands(say report) figure.Hands {
	if len(e.Hands) != 2 {
		say("hands", "hands has %d words; hint: write [left, right]", len(e.Hands))
		return figure.Hands{}
	}
	var touch [2]figure.Touch
	for i, word := range e.Hands {
		if word == "free" {
			continue
		}
		touch[i] = figure.Touch(word)
		if word == "" || !slices.Contains(figure.Touches(), word) {
			say("hands", "a hand touches %q; hint: free, or one of %q", word, figure.Touches()[1:])
		}
	}
	return figure.Hands{Left: touch[0], Right: touch[1]}
}

func within(key string, v, low, high float64, say report) float64 {
	if math.IsNaN(v) || v < low || v > high {
		say(key, "%s %v is beyond a body's range; hint: between %v and %v", key, v, low, high)
		return 0
	}
	return v
}

// seen reads foreshorten: a segment, or one side of it with _l or _r.
func (e *frameEntry) seen(say report) figure.Scale {
	s := figure.Whole().Seen
	into := map[string][]*float64{
		"trunk": {&s.Trunk},
		"thigh": {&s.Thigh.Left, &s.Thigh.Right}, "thigh_l": {&s.Thigh.Left}, "thigh_r": {&s.Thigh.Right},
		"shank": {&s.Shank.Left, &s.Shank.Right}, "shank_l": {&s.Shank.Left}, "shank_r": {&s.Shank.Right},
		"arm": {&s.Arm.Left, &s.Arm.Right}, "upper_arm": {&s.Upper.Left, &s.Upper.Right}, "arm_l": {&s.Arm.Left}, "arm_r": {&s.Arm.Right},
	}
	keys := make([]string, 0, len(e.Foreshorten))
	for key := range e.Foreshorten {
		keys = append(keys, key)
	}
	slices.Sort(keys) // both sides first, then one of them
	for _, key := range keys {
		if into[key] == nil {
			say("foreshorten", "foreshorten names %q; hint: trunk, upper_arm, thigh, shank or arm, the last three with _l or _r for one side", key)
			continue
		}
		for _, p := range into[key] {
			*p = within("foreshorten", e.Foreshorten[key], 0.05, 1, say)
		}
	}
	return s
}
