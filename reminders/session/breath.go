package session

import (
	"math"
	"time"

	"github.com/unhunch/unhunch/content"
)

// Breath is a direction of breathing.
type Breath string

// The directions. Free is not told: people breathe as they like.
const (
	Free Breath = ""
	In   Breath = "in"
	Out  Breath = "out"
	slow Breath = "slow" // in and out by turns, as in a rest
)

// Pacing is what an exercise says of breathing with its movement: on the way
// there and on the way back.
type Pacing string

// The pacings. Nothing is told of what the library leaves free.
const (
	Unpaced   Pacing = ""
	OutThere  Pacing = "out"
	OutAndIn  Pacing = "out-in"
	InThere   Pacing = "in"
	InAndOut  Pacing = "in-out"
	SlowHolds Pacing = "slow" // a rest: five counts in and five out
)

func (p Pacing) known() bool {
	switch p {
	case Unpaced, OutThere, OutAndIn, InThere, InAndOut, SlowHolds:
		return true
	}
	return false
}

func (p Pacing) out() Breath {
	switch p {
	case OutThere, OutAndIn:
		return Out
	case InThere, InAndOut:
		return In
	}
	return Free
}

func (p Pacing) hold() Breath {
	if p == SlowHolds {
		return slow
	}
	return Free
}

func (p Pacing) back() Breath {
	switch p {
	case OutAndIn:
		return In
	case InAndOut:
		return Out
	}
	return Free
}

// paced are the built-in exercises whose text on breathing speaks of the whole
// way there, or of both ways; the others are left free, and so are those too
// quick to follow. It is our reading of the field "breath".
var paced = map[string]Pacing{
	"arm-raises": OutAndIn, "cat": OutAndIn, "pelvic-tilt": OutAndIn, "shoulder-blade-squeeze": OutAndIn, "slump-and-tall": OutAndIn,

	"bird-dog": OutThere, "bottom-to-heels": OutThere, "bridge": OutThere, "doorway-chest": OutThere, "double-knee-hug": OutThere,
	"heel-raises": OutThere, "hip-flexor-lunge": OutThere, "knee-rolls": OutThere, "knee-to-chest": OutThere, "levator-stretch": OutThere,
	"lying-figure-four": OutThere, "neck-forward": OutThere, "neck-side-tilt": OutThere, "neck-turn": OutThere, "prone-prop": OutThere,
	"seated-figure-four": OutThere, "seated-hamstring": OutThere, "seated-knee-hug": OutThere, "sit-to-stand": OutThere,
	"step-hamstring": OutThere, "wall-pelvic-tilt": OutThere,

	"back-bend-standing": InAndOut, "belly-breathing": InAndOut, "chair-thoracic-extension": InAndOut, "hip-hinge": InAndOut,
	"shrug-release": InAndOut, "wall-angel": InAndOut,

	"seated-chest-lift": InThere,

	"rest-90-90": SlowHolds,
}

// pacing is the pacing of an exercise. What a pack says is not ours to read.
func pacing(e *content.Exercise) Pacing {
	if e.Pack != "" || e.Breath == "" {
		return Unpaced
	}
	return paced[e.ID]
}

// How long a breath takes. The slow one is the library's; the easy one is only
// ever drawn, and ours.
const (
	slowBreath = 10 * time.Second
	easyBreath = 6 * time.Second
)

// breathe lays breaths over the phases so that they go on from one to the next
// without a jump: each begins where the one before ended, and a breath that is
// told finds the lungs as it needs them.
func breathe(all []Phase) {
	full := false
	for n := range all {
		f := &all[n]
		f.full = full
		odd := n+1 < len(all) && needs(all[n+1].breath, full) != full
		switch f.breath {
		case In, Out:
			f.full = f.breath == Out // as it is already, but at the very beginning
			f.breaths = 1
		case slow:
			f.breaths = halves(f.Length, slowBreath, odd)
		default:
			f.breaths = halves(f.Length, easyBreath, odd)
		}
		full = f.full != (f.breaths%2 == 1)
	}
}

// needs is whether the lungs have to be full for a breath to begin; where it
// does not matter they may be as they are.
func needs(b Breath, are bool) bool {
	switch b {
	case In, slow:
		return false
	case Out:
		return true
	}
	return are
}

// halves is how many half breaths fit, an odd or an even number of them.
func halves(length, breath time.Duration, odd bool) int {
	n := float64(length) / float64(breath)
	if odd {
		return 1 + 2*int(math.Round(max(0, n-0.5)))
	}
	return 2 * int(math.Round(n))
}

// Lungs is how full the lungs are so long after the phase began, 0 breathed out
// to 1 breathed in.
func (p Phase) Lungs(at time.Duration) float64 {
	swing := (1 - math.Cos(math.Pi*float64(p.breaths)*p.part(at))) / 2
	if p.full {
		return 1 - swing
	}
	return swing
}

// Breath is the direction to breathe in so long after the phase began, Free
// where none is told.
func (p Phase) Breath(at time.Duration) Breath {
	if p.breath != slow || p.breaths == 0 {
		if p.breath == slow {
			return Free
		}
		return p.breath
	}
	half := min(int(p.part(at)*float64(p.breaths)), p.breaths-1)
	if p.full == (half%2 == 0) {
		return Out
	}
	return In
}
