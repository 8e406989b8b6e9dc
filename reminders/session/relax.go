package session

import (
	"math"
	"slices"
	"time"
)

// Way is how an item is done.
type Way string

// The ways. There is no figure to what is tensed or breathed.
const (
	Moved    Way = ""         // from the start of a pose to its end, a hold, and back
	Tensed   Way = "tensed"   // muscles are tensed for as long as it is held, and let go
	Breathed Way = "breathed" // each repetition is a breath, half of it in and half of it out
)

func (w Way) known() bool { return w == Moved || w == Tensed || w == Breathed }

// nameFirst is how long a voice has to name what is tensed next, before it says
// how. The length is ours, as are those in which the drawing follows.
const (
	nameFirst = 2500 * time.Millisecond
	tighten   = 1200 * time.Millisecond
	loosen    = 3 * time.Second
)

// instructTensed shows how to tense in the phases of one side while the muscles
// are tensed, and how to let go each time that is done. What was told in the
// rest before is not told again.
func (i Item) instructTensed(side []Phase, told bool) {
	last := len(i.Steps) - 1
	for f := range side {
		switch {
		case side[f].Kind == LetGo:
			side[f].step = last
			if last > 0 {
				side[f].Shows = []Show{{Step: last}}
			}
		case f == 0 && !told:
			side[f].Shows = []Show{{}}
		}
	}
}

// Tension is how tight the muscles are so long after the phase began, 0 let go
// to 1 tensed.
func (p Phase) Tension(at time.Duration) float64 {
	ease := func(in time.Duration) float64 {
		part := min(1, max(0, float64(at)/float64(min(in, p.Length))))
		return (1 - math.Cos(math.Pi*part)) / 2
	}
	switch p.Kind {
	case Tense:
		return ease(tighten)
	case LetGo:
		return 1 - ease(loosen)
	}
	return 0
}

// breatheAt changes the pace of the breaths that are still to come.
func (s *State) breatheAt(breath time.Duration) {
	if s.Status == Ended || breath <= 0 {
		return
	}
	p := s.phases[s.Phase]
	item := s.Plan.Items[p.Item]
	if item.Way != Breathed || item.Hold == breath {
		return
	}
	done, left := p.Rep, time.Duration(0) // the one under way stays as it is
	for _, b := range item.Sets[0][done:] {
		left += b
	}
	if left == 0 {
		return
	}
	n := max(1, math.Round(float64(left)/float64(breath)))
	if n > mostReps {
		return
	}
	set := append(slices.Clone(item.Sets[0][:done]), slices.Repeat([]time.Duration{breath}, int(n))...)
	item.Sets, item.Hold, item.Reps = [][]time.Duration{set}, breath, len(set)
	plan := s.Plan
	plan.Items = slices.Clone(plan.Items)
	plan.Items[p.Item] = item
	if plan.Check() != nil {
		return // beyond what a plan may take
	}
	s.Plan = plan
	s.lay()
}
