package figure

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// joint is one angle of a frame and how far a body lets it go.
type joint struct {
	name      string
	low, high float64
	of        func(*Frame) []float64
}

func both(p Pair) []float64 { return []float64{p.Left, p.Right} }

// trunk bends the same seen from anywhere.
var trunk = []joint{
	{"torso", -120, 120, func(f *Frame) []float64 { return []float64{f.Torso} }},
	{"spine", -40, 70, func(f *Frame) []float64 { return []float64{f.Spine} }},
	{"neck", -60, 60, func(f *Frame) []float64 { return []float64{f.Neck} }},
	{"head_shift", -1, 1, func(f *Frame) []float64 { return []float64{f.HeadShift} }},
	{"head_turn", -80, 80, func(f *Frame) []float64 { return []float64{f.HeadTurn} }},
	{"trunk_turn", -70, 70, func(f *Frame) []float64 { return []float64{f.TrunkTurn} }},
	{"head_drop", -40, 40, func(f *Frame) []float64 { return []float64{f.HeadDrop} }},
	{"belly", 0, 1, func(f *Frame) []float64 { return []float64{f.Belly} }},
	{"scap", -1, 1, func(f *Frame) []float64 { return []float64{f.Scap} }},
	{"shrug", 0, 1.1, func(f *Frame) []float64 { return both(f.Shrug) }},
	{"wrist", -90, 90, func(f *Frame) []float64 { return both(f.Wrist) }},
}

// sideways are the limbs seen from the side; kneeling stretches the foot until
// it lies in line with the shank.
var sideways = []joint{
	{"shoulder", -90, 190, func(f *Frame) []float64 { return both(f.Shoulder) }},
	{"elbow", -5, 165, func(f *Frame) []float64 { return both(f.Elbow) }},
	{"hip", -40, 150, func(f *Frame) []float64 { return both(f.Hip) }},
	{"knee", -5, 165, func(f *Frame) []float64 { return both(f.Knee) }},
	{"ankle", -95, 45, func(f *Frame) []float64 { return both(f.Ankle) }},
}

// frontal are the limbs seen from the front, where a segment may also point at
// the viewer and its picture bend further than the joint.
var frontal = []joint{
	{"shoulder", -100, 190, func(f *Frame) []float64 { return both(f.Shoulder) }},
	{"elbow", -170, 180, func(f *Frame) []float64 { return both(f.Elbow) }},
	{"hip", -50, 80, func(f *Frame) []float64 { return both(f.Hip) }},
	{"knee", -100, 165, func(f *Frame) []float64 { return both(f.Knee) }},
	{"ankle", -95, 45, func(f *Frame) []float64 { return both(f.Ankle) }},
}

// check says which angle no body can have.
func (f *Frame) check(view View) error {
	limbs := sideways
	if view == Front {
		limbs = frontal
	}
	for _, set := range [][]joint{trunk, limbs} {
		for _, j := range set {
			for _, v := range j.of(f) {
				if math.IsNaN(v) || v < j.low-1e-9 || v > j.high+1e-9 {
					return fmt.Errorf("%s %.4g is beyond a body's range; hint: between %v and %v", j.name, v, j.low, j.high)
				}
			}
		}
	}
	for _, t := range []Touch{f.Hands.Left, f.Hands.Right} {
		if !slices.Contains(Touches(), string(t)) {
			return fmt.Errorf("hands touch %q; hint: one of %q", t, Touches())
		}
	}
	return nil
}

// keyFrame is check for a frame that somebody wrote, which has to show
// something of each segment; on the way between two of them one may point
// straight at the viewer.
func (f *Frame) keyFrame(view View) error {
	if err := f.check(view); err != nil {
		return err
	}
	seen := []float64{f.Seen.Trunk}
	for _, p := range []Pair{f.Seen.Thigh, f.Seen.Shank, f.Seen.Arm, f.Seen.Upper, f.Seen.Hand} {
		seen = append(seen, p.Left, p.Right)
	}
	for _, v := range seen {
		if !(v >= 0.05 && v <= 1) {
			return fmt.Errorf("foreshorten %v shows no part of a limb; hint: between 0.05 and 1", v)
		}
	}
	return nil
}

// Validate says what about a pose cannot be drawn: angles beyond a body's
// range, and names that are not known.
func (p *Pose) Validate() error {
	if p.View != Side && p.View != Front {
		return fmt.Errorf("the view is %q; hint: side or front", p.View)
	}
	if p.Camera != EyeLevel && p.Camera != Above {
		return fmt.Errorf("the camera is %q; hint: above, or leave it out", p.Camera)
	}
	if p.Loop != "" && p.Loop != Circle {
		return fmt.Errorf("the loop is %q; hint: circle, or leave it out", p.Loop)
	}
	if p.Prop != "" && !slices.Contains(Props(), string(p.Prop)) {
		return fmt.Errorf("the prop is %q; hint: one of %q", p.Prop, Props())
	}
	if len(p.SupportedBy) == 0 {
		return errors.New("nothing bears the body; hint: supported_by names at least one part")
	}
	for _, s := range p.SupportedBy {
		if !slices.Contains(Supports(), string(s)) {
			return fmt.Errorf("the body is supported by %q; hint: one of %q", s, Supports())
		}
	}
	if err := p.Start.keyFrame(p.View); err != nil {
		return fmt.Errorf("start: %w", err)
	}
	if err := p.End.keyFrame(p.View); err != nil {
		return fmt.Errorf("end: %w", err)
	}
	return nil
}
