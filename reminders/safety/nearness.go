package safety

import (
	"slices"

	"github.com/unhunch/unhunch/content"
)

// inPlaceOf are the exercises that may be suggested in the place of e, the best
// first: what e itself names for this person; then, of those that are no
// rougher, what is allowed without care, then the gentlest, then the nearest.
// Only so many tiers of nearness are taken.
func (j *Judge) inPlaceOf(all []content.Exercise, e *content.Exercise, tiers int) []*content.Exercise {
	named, others := j.named(e)
	type candidate struct {
		e    *content.Exercise
		rank [5]int
	}
	var can []candidate
	for i := range all {
		o := &all[i]
		t, at := tier(e, o), slices.Index(named, o.ID)
		if o.ID == e.ID || at < 0 && !slices.Contains(others, o.ID) && (t >= tiers || rough(o) > rough(e)) {
			continue
		}
		v := j.verdict(o)
		if v.rank() > Caution.rank() {
			continue
		}
		if at >= 0 {
			can = append(can, candidate{o, [5]int{at - len(named)}})
		} else {
			can = append(can, candidate{o, [5]int{0, v.rank(), rough(o), t, -shared(o, e)}})
		}
	}
	slices.SortStableFunc(can, func(a, b candidate) int { return slices.Compare(a.rank[:], b.rank[:]) })
	out := make([]*content.Exercise, len(can))
	for i, c := range can {
		out[i] = c.e
	}
	return out
}

// named are the exercises e names itself, the best first: for this person, and
// for others. The latter are as good as any: one more fact must never be what
// opens a way out.
func (j *Judge) named(e *content.Exercise) (own, others []string) {
	for _, a := range e.Instead {
		if len(j.who(a.For)) > 0 {
			own = append(own, a.Exercises...)
		} else {
			others = append(others, a.Exercises...)
		}
	}
	return own, others
}

// verdict is what an exercise comes to, without the words.
func (j *Judge) verdict(e *content.Exercise) Verdict { return strictest(j.exercise(e)) }

// rough is how much an exercise asks of a body: 0 for what is gentle or a rest,
// 2 for strength, 1 for the rest.
func rough(e *content.Exercise) int {
	switch {
	case slices.Contains(e.Tags, "gentle") || slices.Contains(e.Tags, "relax"):
		return 0
	case slices.Contains(e.Tags, "strength"):
		return 2
	}
	return 1
}

// shared is how many tags two exercises have in common.
func shared(a, b *content.Exercise) int {
	n := 0
	for _, tag := range a.Tags {
		if slices.Contains(b.Tags, tag) {
			n++
		}
	}
	return n
}

func tier(e, other *content.Exercise) int {
	same := other.Position == e.Position
	switch {
	case len(e.Regions) == 0 || len(other.Regions) == 0:
		return 4
	case other.Regions[0] == e.Regions[0] && same:
		return 0
	case other.Regions[0] == e.Regions[0]:
		return 1
	case !slices.ContainsFunc(other.Regions, func(r content.Region) bool { return slices.Contains(e.Regions, r) }):
		return 4
	case same:
		return 2
	}
	return 3
}
