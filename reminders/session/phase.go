package session

import "time"

// Kind says what is done in a phase.
type Kind string

// The kinds of phase. An exercise is moving there, holding and moving back; a
// phase that would take no time is left out.
const (
	Ready    Kind = "ready"     // the countdown before the first exercise
	Rest     Kind = "rest"      // before another exercise: get into its position
	Change   Kind = "change"    // turn to the other side
	MoveOut  Kind = "move-out"  // from the start of the pose to its end
	Hold     Kind = "hold"      // stay at the end
	MoveBack Kind = "move-back" // back to the start

	Tense  Kind = "tense"       // tighten the muscles, and keep them tight
	LetGo  Kind = "let-go"      // let go of them, and notice the difference
	Inhale Kind = "breathe-in"  // the first half of a breath
	Exhale Kind = "breathe-out" // the other one
)

// Side is which side of the body an exercise is done on.
type Side int

// The sides, in the order they are done. The pose is drawn as it is for First
// and mirrored for Second.
const (
	Whole  Side = iota // both at once
	First              // left or right, as the pose is drawn
	Second             // the other
)

// Phase is a part of a session in which one thing is done.
type Phase struct {
	Kind   Kind
	Item   int           // of Plan.Items; of Ready and Rest the one they lead to
	Side   Side          // of Ready and Rest the one that comes
	Rep    int           // from 1; 0 where nothing is repeated
	Of     int           // repetitions on this side
	Length time.Duration // more than 0
	Shows  []Show        // the instructions that begin in it, in order

	step    int  // the instruction that goes on when it begins
	circle  bool // the movement goes round
	breath  Breath
	full    bool // the lungs are when it begins
	breaths int  // half breaths in it
}

// Show is when an instruction begins to be shown.
type Show struct {
	Step int           // of Item.Steps
	From time.Duration // since the phase began
}

// Exercising tells whether the phase is a part of an exercise itself.
func (p Phase) Exercising() bool {
	switch p.Kind {
	case MoveOut, Hold, MoveBack, Tense, LetGo, Inhale, Exhale:
		return true
	}
	return false
}

// Pose is where the figure is so long after the phase began: 0 at the start of
// the pose, 1 at its end. In a circle it goes on to 2, the start again. It
// passes evenly; the figure eases it.
func (p Phase) Pose(at time.Duration) float64 {
	switch p.Kind {
	case MoveOut:
		return p.part(at)
	case Hold:
		return 1
	case MoveBack:
		if p.circle {
			return 1 + p.part(at)
		}
		return 1 - p.part(at)
	}
	return 0
}

// Step is the instruction to show so long after the phase began, as an index of
// Item.Steps.
func (p Phase) Step(at time.Duration) int {
	step := p.step
	for _, s := range p.Shows {
		if s.From <= at {
			step = s.Step
		}
	}
	return step
}

// part is how much of the phase is over, 0 to 1.
func (p Phase) part(at time.Duration) float64 {
	return min(1, max(0, float64(at)/float64(p.Length)))
}

// Phases lays the plan out in order. Their lengths add up to Length.
func (p Plan) Phases() []Phase {
	var out []Phase
	add := func(f Phase) {
		if f.Length > 0 {
			out = append(out, f)
		}
	}
	for n, i := range p.Items {
		lead := Phase{Kind: Rest, Item: n, Side: i.side(0), Length: p.Rest}
		if n == 0 {
			lead.Kind, lead.Length = Ready, p.Ready
		}
		if i.Way == Tensed && len(i.Steps) > 0 && lead.Length > 0 {
			lead.Shows = []Show{{From: min(nameFirst, lead.Length/2)}}
		}
		add(lead)
		for s, set := range i.Sets {
			if s > 0 {
				add(Phase{Kind: Change, Item: n, Side: i.side(s), Length: p.Change})
			}
			begin := len(out)
			for r, hold := range set {
				for _, f := range i.repetition(hold) {
					f.Item, f.Side, f.Rep, f.Of, f.circle = n, i.side(s), r+1, len(set), i.Circle
					add(f)
				}
			}
			i.instruct(out[begin:], s > 0 || len(lead.Shows) > 0)
		}
	}
	breathe(out)
	return out
}

// repetition are the phases of one repetition that is held for so long.
func (i Item) repetition(hold time.Duration) []Phase {
	half := hold / 2
	switch i.Way {
	case Tensed:
		return []Phase{{Kind: Tense, Length: hold}, {Kind: LetGo, Length: i.Move}}
	case Breathed:
		return []Phase{{Kind: Inhale, Length: half, breath: In}, {Kind: Exhale, Length: hold - half, breath: Out}}
	}
	there := i.Move / 2
	return []Phase{
		{Kind: MoveOut, Length: there, breath: i.Paced.out()},
		{Kind: Hold, Length: hold, breath: i.Paced.hold()},
		{Kind: MoveBack, Length: i.Move - there, breath: i.Paced.back()},
	}
}

// side is the side of a set.
func (i Item) side(set int) Side {
	if len(i.Sets) < 2 {
		return i.Only
	}
	return First + Side(set)
}
