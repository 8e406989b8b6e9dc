package session

import (
	"fmt"
	"time"
)

// The limits of a plan, far beyond what a person does. They keep a damaged file
// from filling the memory.
const (
	mostItems = 500
	mostReps  = 10_000
	longest   = 24 * time.Hour // a plan, and each part of it
)

// Check tells what is wrong with a plan: nothing to do, a length below zero or
// beyond a day, a repetition that takes no time.
func (p Plan) Check() error {
	say := func(format string, args ...any) error {
		return fmt.Errorf("routine %q: %s", p.Name, fmt.Sprintf(format, args...))
	}
	if n := len(p.Items); n == 0 || n > mostItems {
		return say("it has %d exercises; hint: choose 1 to %d", n, mostItems)
	}
	for _, d := range []time.Duration{p.Ready, p.Rest, p.Change} {
		if d < 0 || d > longest {
			return say("a rest of %s is out of range; hint: 0 s to a day", d)
		}
	}
	reps, total := 0, time.Duration(0)
	for _, i := range p.Items {
		if err := i.check(); err != nil {
			return say("%v", err)
		}
		for _, set := range i.Sets {
			reps += len(set)
		}
		if total += i.length(); reps > mostReps || total > longest {
			return say("it has %d repetitions and takes %s; hint: at most %d, and a day", reps, total, mostReps)
		}
	}
	if p.Length() > longest {
		return say("it takes %s; hint: a day at most", p.Length())
	}
	return nil
}

func (i Item) check() error {
	say := func(format string, args ...any) error {
		return fmt.Errorf("exercise %q: %s", i.Exercise, fmt.Sprintf(format, args...))
	}
	switch {
	case i.Exercise == "":
		return fmt.Errorf("an exercise has no id; hint: name one of the library")
	case i.Reps < 1 || i.Reps > mostReps:
		return say("%d repetitions; hint: 1 to %d", i.Reps, mostReps)
	case i.Move < 0 || i.Move > longest || i.Hold < 0 || i.Hold > longest:
		return say("moving for %s and holding for %s is out of range; hint: 0 s to a day each", i.Move, i.Hold)
	case i.Level < -mostLevel || i.Level > mostLevel:
		return say("level %d; hint: %d to %d", i.Level, -mostLevel, mostLevel)
	case !i.Way.known():
		return say("done in the way %q, which is unknown; hint: leave it out", i.Way)
	case i.Way == Breathed && (i.Move != 0 || len(i.Sets) != 1):
		return say("breaths that move for %s on %d sides; hint: 0 s, and one", i.Move, len(i.Sets))
	case len(i.Sets) < 1 || len(i.Sets) > 2:
		return say("done on %d sides; hint: one, or two for left and right", len(i.Sets))
	case i.Only < Whole || i.Only > Second || i.Only != Whole && len(i.Sets) != 1:
		return say("done on %d sides and only on side %d; hint: one side, which is 1 or 2", len(i.Sets), i.Only)
	case !i.Paced.known():
		return say("breathing %q is unknown; hint: leave it out", i.Paced)
	}
	for _, set := range i.Sets {
		if len(set) < 1 || len(set) > mostReps {
			return say("a side has %d repetitions; hint: 1 to %d", len(set), mostReps)
		}
		for _, hold := range set {
			if hold < 0 || hold > longest || hold+i.Move <= 0 {
				return say("a repetition moves for %s and holds for %s; hint: more than 0 s in all, less than a day", i.Move, hold)
			}
		}
	}
	return nil
}
