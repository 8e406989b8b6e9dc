package figure

import "math"

// Pace is how a repetition passes: half of the moving goes there, then comes
// the hold, then half goes back. In a circle all of it goes round.
type Pace struct {
	MoveS, HoldS float64 // seconds
	Circle       bool
}

// breathS is about how long a calm breath takes while holding, in seconds.
const breathS = 5

// Length of a repetition in seconds.
func (p Pace) Length() float64 { return p.MoveS + p.HoldS }

// At is the moment so many seconds into a repetition; before it the figure is
// at its start, after it back there.
func (p Pace) At(s float64) Moment {
	s = clamp(s, 0, p.Length())
	half := p.MoveS / 2
	switch {
	case half <= 0:
		return Moment{Way: 1, Breath: p.breath(s)}
	case p.Circle:
		return Moment{Way: 2 * math.Min(s/p.MoveS, 1)}
	case s < half:
		return Moment{Way: s / half}
	case s > half+p.HoldS:
		return Moment{Way: math.Max(0, 1-(s-half-p.HoldS)/half)}
	}
	return Moment{Way: 1, Breath: p.breath(s - half)}
}

// breath goes in and out in whole breaths, so that it is out when the hold
// begins and ends; a short hold has none.
func (p Pace) breath(s float64) float64 {
	n := math.Round(p.HoldS / breathS)
	if n < 1 {
		return 0
	}
	return (1 - math.Cos(2*math.Pi*n*s/p.HoldS)) / 2
}
