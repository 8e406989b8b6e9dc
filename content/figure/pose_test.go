package figure_test

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/content/figure"
)

func standing() figure.Pose {
	p := figure.Pose{View: figure.Side, SupportedBy: []figure.Support{figure.Feet}, Start: figure.Whole(), End: figure.Whole()}
	p.End.Neck = 20
	return p
}

func TestWhatNoBodyCanDo(t *testing.T) {
	for want, spoil := range map[string]func(*figure.Pose){
		`the view is "top"; hint`:                   func(p *figure.Pose) { p.View = "top" },
		`the camera is "below"; hint`:               func(p *figure.Pose) { p.Camera = "below" },
		`the loop is "square"; hint`:                func(p *figure.Pose) { p.Loop = "square" },
		`the prop is "sofa"; hint`:                  func(p *figure.Pose) { p.Prop = "sofa" },
		"nothing bears the body; hint":              func(p *figure.Pose) { p.SupportedBy = nil },
		`supported by "wings"; hint`:                func(p *figure.Pose) { p.SupportedBy = []figure.Support{"wings"} },
		"start: knee 170 is beyond a body's range":  func(p *figure.Pose) { p.Start.Knee.Right = 170 },
		"end: hip -41 is beyond a body's range":     func(p *figure.Pose) { p.End.Hip.Left = -41 },
		"end: neck NaN is beyond a body's range":    func(p *figure.Pose) { p.End.Neck = math.NaN() },
		"end: elbow +Inf is beyond a body's range":  func(p *figure.Pose) { p.End.Elbow.Left = math.Inf(1) },
		"start: foreshorten 0 shows no part":        func(p *figure.Pose) { p.Start.Seen.Trunk = 0 },
		`end: hands touch "sky"; hint`:              func(p *figure.Pose) { p.End.Hands.Left = "sky" },
		"start: elbow -20 is beyond a body's range": func(p *figure.Pose) { p.Start.Elbow.Left = -20 },
	} {
		p := standing()
		spoil(&p)
		f, err := figure.New(p, nil, nil)
		if f != nil || err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	p := standing()
	p.View, p.Start.Elbow.Left = figure.Front, -20 // folded back, seen from the front
	if _, err := figure.New(p, nil, nil); err != nil {
		t.Error(err)
	}
}

// Whatever is within a body's range can be drawn, however odd it looks.
func TestAnythingAllowedIsDrawn(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		p := figure.Pose{
			View:   rapid.SampledFrom([]figure.View{figure.Side, figure.Front}).Draw(r, "view"),
			Camera: rapid.SampledFrom([]figure.Camera{figure.EyeLevel, figure.Above}).Draw(r, "camera"),
			Prop:   figure.Prop(rapid.SampledFrom(append(figure.Props(), "")).Draw(r, "prop")),
			Loop:   rapid.SampledFrom([]figure.Loop{"", figure.Circle}).Draw(r, "loop"),
		}
		p.SupportedBy = []figure.Support{figure.Support(rapid.SampledFrom(figure.Supports()).Draw(r, "support"))}
		p.Start, p.End = frame(r), frame(r)
		if p.Validate() != nil {
			return
		}
		f, err := figure.New(p, []string{"trapezius", "hamstrings", "no such muscle"}, []string{"neck"})
		if err != nil {
			r.Fatal(err)
		}
		var s figure.Scene
		for i := range 5 {
			way := rapid.OneOf(rapid.Just(float64(i)/2), rapid.Float64(), rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), math.Inf(-1)})).Draw(r, "way")
			f.Draw(&s, figure.Moment{Way: way, Breath: rapid.SampledFrom([]float64{0, 0.5, 1, math.NaN(), math.Inf(1)}).Draw(r, "breath")})
			if len(s.Shapes) < 20 {
				r.Fatalf("only %d shapes", len(s.Shapes))
			}
			for _, sh := range s.Shapes {
				for _, v := range []float32{sh.Min.X, sh.Min.Y, sh.Max.X, sh.Max.Y} {
					if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
						r.Fatalf("role %d is nowhere", sh.Role)
					}
				}
			}
		}
	})
}

func frame(r *rapid.T) figure.Frame {
	num := func(low, high float64) float64 { return rapid.Float64Range(low, high).Draw(r, "angle") }
	two := func(low, high float64) figure.Pair {
		return figure.Pair{Left: num(low, high), Right: num(low, high)}
	}
	touch := func() figure.Touch { return figure.Touch(rapid.SampledFrom(figure.Touches()).Draw(r, "touch")) }
	return figure.Frame{
		Torso: num(-120, 120), Spine: num(-40, 70), Neck: num(-60, 60), HeadShift: num(-1, 1), HeadTurn: num(-80, 80),
		TrunkTurn: num(-70, 70), HeadDrop: num(-40, 40), Belly: num(0, 1), Scap: num(-1, 1), Shoulder: two(-90, 190),
		Elbow: two(-5, 165), Wrist: two(-90, 90), Hip: two(-40, 80), Knee: two(-5, 165), Ankle: two(-95, 45), Shrug: two(0, 1),
		Seen:  figure.Scale{Trunk: num(0.05, 1), Thigh: two(0.05, 1), Shank: two(0.05, 1), Arm: two(0.05, 1), Upper: two(0.05, 1), Hand: two(0.05, 1)},
		Hands: figure.Hands{Left: touch(), Right: touch()},
	}
}

// Every muscle an exercise names first is somewhere on the body, or rests.
func TestEveryForemostMuscleHasItsPlace(t *testing.T) {
	for _, e := range exercises(t) {
		for i, m := range e.Muscles {
			if known := figure.KnowsMuscle(m); !known {
				t.Errorf("%s: muscle %d, %q, has no place on the body", e.ID, i+1, m)
			}
		}
	}
	if figure.KnowsMuscle("tail wagger") {
		t.Error("a muscle nobody has is known")
	}
}
