package session

import (
	"slices"
	"time"
)

// The bounds of Easier and Harder. The upper ones are the most that the
// library's own words on harder versions come to for stretches and movements;
// the lower ones are ours.
const (
	mostLevel    = 2
	shortestHold = 3 * time.Second
	longestHold  = 30 * time.Second
	stretchFrom  = 5 * time.Second // a shorter hold is a movement: repetitions count
	mostAgain    = 10              // repetitions
)

// dose is how often and how long the exercise is done at a level. Each level
// down halves the hold, to 3 seconds at least, or where it is too short for
// that takes a quarter of the repetitions away, at least one. Each level up
// makes the hold of a stretch half as long again, to 30 seconds at most, and
// adds a quarter to the repetitions of a movement, to 10 at most.
func (i Item) dose(level int) (reps int, hold time.Duration) {
	reps, hold = i.Reps, i.Hold
	for range -level {
		if hold >= 2*shortestHold {
			hold = (hold / 2).Truncate(time.Second)
		} else {
			reps = max(1, reps-max(1, reps/4))
		}
	}
	for range level {
		if hold >= stretchFrom {
			hold = max(hold, min(longestHold, (hold*3/2).Truncate(time.Second)))
		} else {
			reps = max(reps, min(mostAgain, reps+max(1, reps/4)))
		}
	}
	return reps, hold
}

// CanEasier tells whether Easier would change something, be it only what is
// advised.
func (i Item) CanEasier() bool {
	if i.Way != Moved {
		return false
	}
	if i.Level > 0 {
		return true
	}
	return i.Level > -mostLevel && (i.differs(i.Level, i.Level-1) || i.Level == 0 && i.Easier != "")
}

// CanHarder is the same of Harder. What has no words for a harder version is
// not made harder than planned.
func (i Item) CanHarder() bool {
	if i.Way != Moved {
		return false
	}
	if i.Level < 0 {
		return true
	}
	return i.Level < mostLevel && i.Harder != "" && (i.Level == 0 || i.differs(i.Level, i.Level+1))
}

func (i Item) differs(a, b int) bool {
	reps, hold := i.dose(a)
	others, other := i.dose(b)
	return reps != others || hold != other
}

// Advice is how to do the exercise at its level, in the library's words; empty
// as planned.
func (i Item) Advice() string {
	switch {
	case i.Level < 0:
		return i.Easier
	case i.Level > 0:
		return i.Harder
	}
	return ""
}

// adjust makes the exercise easier or harder from here on. What lies behind
// stays as it was done, and a hold that is counted down already ends as it
// would have.
func (s *State) adjust(now time.Time, by int) []Cue {
	if !s.movable() {
		return nil
	}
	p, passed := s.phases[s.Phase], s.elapsed(now)
	item := s.Plan.Items[p.Item]
	if by < 0 && !item.CanEasier() || by > 0 && !item.CanHarder() {
		return nil
	}
	item.Level += by
	item.Sets = item.from(p, passed)
	plan := s.Plan
	plan.Items = slices.Clone(plan.Items)
	plan.Items[p.Item] = item
	if plan.Check() != nil {
		return nil // beyond what a plan may take
	}
	s.Plan = plan
	s.lay()
	p = s.phases[s.Phase]
	if left := p.Length - passed; s.Status == Running {
		s.Due = now.Add(left)
	} else {
		s.Left = left
	}
	kind := CueEasier
	if by > 0 {
		kind = CueHarder
	}
	if s.Status != Running {
		return nil // it is seen at once, and nobody is following
	}
	return []Cue{{Kind: kind, At: now, Item: p.Item, Side: p.Side, Rep: p.Rep, Of: p.Of, Text: item.Advice()}}
}

// from are the sets at the item's level, with what was done up to a point in a
// phase as it was.
func (i Item) from(p Phase, passed time.Duration) [][]time.Duration {
	reps, hold := i.dose(i.Level)
	at := 0
	if p.Side == Second && len(i.Sets) > 1 {
		at = 1
	}
	sets := slices.Clone(i.Sets)
	for n := at; n < len(sets); n++ {
		set := slices.Repeat([]time.Duration{hold}, reps)
		if n == at && p.Rep > 0 {
			now := i.Sets[n][p.Rep-1]
			switch {
			case p.Kind == MoveOut:
				now = hold
			case p.Kind == Hold && now-passed > lastSeconds*time.Second:
				now = max(hold, passed)
			}
			set = append(slices.Clone(i.Sets[n][:p.Rep-1]), now)
			for len(set) < reps {
				set = append(set, hold)
			}
		}
		sets[n] = set
	}
	return sets
}
