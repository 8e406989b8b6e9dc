package safety

import (
	"cmp"
	"slices"

	"github.com/unhunch/unhunch/content"
)

// Replacements are what is done in a routine in the place of its exercises that
// are not to be suggested, by the id of the one replaced. Each is suggestable
// itself and comes once, keeps to the place of the routine (to its chair, or off
// the floor), and is what the exercise itself names, or works the same foremost
// region no more roughly. An exercise without one has no entry, nor has one that
// a warning sign holds back, or that does not say whom it could harm: that is
// for whoever gave it to answer.
func (j *Judge) Replacements(r *content.Routine) map[string]*content.Exercise {
	var needed []*content.Exercise
	comes := map[string]bool{}
	for _, i := range r.Items {
		if e := i.Exercise; e != nil && !comes[i.ExerciseID] && j.replaceable(e) {
			needed = append(needed, e)
		}
		comes[i.ExerciseID] = true
	}
	out := map[string]*content.Exercise{}
	if len(needed) == 0 {
		return out
	}
	all, err := j.lib.Exercises()
	if err != nil {
		return out
	}
	// What is held back is seen to first, so that one more fact never makes room
	// for a replacement there was none for.
	slices.SortStableFunc(needed, func(a, b *content.Exercise) int {
		return cmp.Compare(j.verdict(b).rank(), j.verdict(a).rank())
	})
	m := matching{choices: make([][]*content.Exercise, len(needed)), taker: map[string]int{}}
	for n, e := range needed {
		m.choices[n] = slices.DeleteFunc(j.inPlaceOf(all, e, 2), func(o *content.Exercise) bool {
			return comes[o.ID] || !fits(r.Place, o.Position)
		})
		m.seat(n, map[string]bool{})
	}
	for n, e := range needed {
		for _, o := range m.choices[n] {
			if taker, taken := m.taker[o.ID]; taken && taker == n {
				out[e.ID] = o
			}
		}
	}
	return out
}

// replaceable tells whether an exercise is not to be suggested, and another may
// come in its place.
func (j *Judge) replaceable(e *content.Exercise) bool {
	found := j.exercise(e)
	return !e.Unmarked && !suggestable(found) && !slices.ContainsFunc(found, func(f finding) bool {
		return f.verdict.rank() > Caution.rank() && j.sign(f.because) != ""
	})
}

// matching gives each of several their own of what they may choose from.
type matching struct {
	choices [][]*content.Exercise // the best first
	taker   map[string]int        // exercise -> whose it is
}

// seat finds one for n, if need be by giving others their next best.
func (m *matching) seat(n int, tried map[string]bool) bool {
	for _, o := range m.choices[n] {
		if tried[o.ID] {
			continue
		}
		tried[o.ID] = true
		if other, taken := m.taker[o.ID]; !taken || m.seat(other, tried) {
			m.taker[o.ID] = n
			return true
		}
	}
	return false
}

// fits tells whether an exercise can be done where a routine is.
func fits(place string, p content.Position) bool {
	switch place {
	case "seated":
		return p == "seated"
	case "standing":
		return p != "floor"
	}
	return true
}
