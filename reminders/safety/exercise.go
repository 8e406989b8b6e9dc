package safety

import (
	"cmp"
	"maps"
	"slices"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// Exercise judges an exercise. One that is off unless turned on is to be asked
// about by everybody; one of a pack that does not say whom it could harm, by
// whoever told a fact that other exercises heed.
func (j *Judge) Exercise(e *content.Exercise) Advice {
	return advice(j.exercise(e), func() *Instead { return j.insteadOfExercise(e) })
}

func (j *Judge) exercise(e *content.Exercise) []finding {
	if e == nil {
		return []finding{unjudged()}
	}
	cautions := append(slices.Clone(e.Cautions), e.Pregnancy.Note) // some are named there alone
	found := append(j.start(), j.conditions(e.Conditions, cautions, e.Sources)...)
	found = append(found, j.pregnancy(e.Pregnancy, e.Sources)...)
	if e.Unmarked {
		for _, fact := range j.who(j.heeded()) {
			found = append(found, finding{because: fact, verdict: Ask, sources: e.Sources, say: func() string {
				return catalog.L("{{.Fact}}: nobody said whether this exercise suits. Ask whoever gave it to you.", catalog.D{"Fact": j.name(fact)})
			}})
		}
	}
	if e.OptIn {
		found = append(found, finding{verdict: Ask, sources: e.Sources, say: func() string {
			return sentences(append([]string{catalog.L("This exercise is off unless you turn it on.")}, e.Cautions...)...)
		}})
	}
	return found
}

// heeded are the conditions exercises heed, other than pregnancy, which every
// exercise speaks of.
func (j *Judge) heeded() []content.Condition {
	if len(j.p.Facts) == 0 {
		return nil
	}
	all, err := j.lib.Exercises()
	if err != nil { // then any of them may matter
		return slices.Sorted(maps.Keys(j.p.Facts))
	}
	var out []content.Condition
	for i := range all {
		for c := range all[i].Conditions {
			if c != content.Pregnant && !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	slices.Sort(out)
	return out
}

// Routine judges a routine by its own marks and by its exercises. It is as
// strict as its strictest exercise, but for those that Replacements puts
// another in the place of: these make it Caution, and the reason says so. An
// exercise that nothing can replace counts in full.
func (j *Judge) Routine(r *content.Routine) Advice {
	return advice(j.routine(r), func() *Instead { return j.someRoutine(r) })
}

func (j *Judge) routine(r *content.Routine) []finding {
	if r == nil {
		return []finding{unjudged()}
	}
	found := append(j.start(), j.conditions(r.Conditions, []string{r.When, r.Note}, r.Sources)...)
	if v := whom(r.Pregnancy); v != Allowed && j.p.Pregnancy.Is {
		found = append(found, finding{because: content.Pregnant, verdict: v, sources: r.Sources, say: func() string {
			if v == Caution {
				return sentences(r.When)
			}
			return sentences(plain(j.name(content.Pregnant), v), r.Note)
		}})
	}
	instead := j.Replacements(r)
	seen := map[string]bool{}
	for _, i := range r.Items {
		if i.Exercise != nil && seen[i.ExerciseID] {
			continue
		}
		seen[i.ExerciseID] = true
		if other := instead[i.ExerciseID]; other != nil {
			found = append(found, j.replaced(i.Exercise, other))
			continue
		}
		for _, f := range j.exercise(i.Exercise) {
			inner := f
			if i.Exercise != nil {
				f.say = func() string {
					return catalog.L("{{.Exercise}}: {{.Reason}}", catalog.D{"Exercise": i.Exercise.Name, "Reason": inner.short()})
				}
			}
			found = append(found, f)
		}
	}
	return found
}

// whom is what a mark for pregnancy means for whoever is pregnant: what is made
// for them has a word on when it suits.
func whom(p content.ForPregnancy) Verdict {
	switch p {
	case content.Anybody:
		return Allowed
	case content.OnlyPregnant:
		return Caution
	}
	return Held
}

func (j *Judge) replaced(e, other *content.Exercise) finding {
	worst := slices.MaxFunc(j.exercise(e), func(a, b finding) int { return cmp.Compare(a.verdict.rank(), b.verdict.rank()) })
	return finding{because: worst.because, verdict: Caution, sources: worst.sources, say: func() string {
		return catalog.L("{{.Exercise}} is replaced by {{.Other}}. {{.Reason}}", catalog.D{"Exercise": e.Name, "Other": other.Name, "Reason": worst.short()})
	}}
}

// Replacements are what is done in a routine in the place of its exercises that
// are not to be suggested, by the id of the one replaced. Each is suggestable
// itself, works the same foremost region, keeps to the place of the routine (to
// its chair, or off the floor) and comes once. An exercise without one has no
// entry, nor has one that does not say whom it could harm: that is for whoever
// gave it to answer.
func (j *Judge) Replacements(r *content.Routine) map[string]*content.Exercise {
	var needed []*content.Exercise
	taken := map[string]bool{}
	for _, i := range r.Items {
		if i.Exercise != nil && !i.Exercise.Unmarked && !taken[i.ExerciseID] && !suggestable(j.exercise(i.Exercise)) {
			needed = append(needed, i.Exercise)
		}
		taken[i.ExerciseID] = true
	}
	out := map[string]*content.Exercise{}
	if len(needed) == 0 {
		return out
	}
	all, err := j.lib.Exercises()
	if err != nil {
		return out
	}
	// The order of the choices does not depend on the profile. That keeps one
	// more fact from ever making room for a replacement there was none for.
	for _, e := range needed {
		for _, other := range byNearness(all, e, 2) {
			if !taken[other.ID] && fits(r.Place, other.Position) && suggestable(j.exercise(other)) {
				taken[other.ID] = true
				out[e.ID] = other
				break
			}
		}
	}
	return out
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
