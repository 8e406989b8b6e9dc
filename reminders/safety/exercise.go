package safety

import (
	"maps"
	"slices"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// Exercise judges an exercise. One that is off unless turned on is to be asked
// about by everybody; one of a pack that does not say whom it could harm, by
// whoever told a fact that other exercises heed.
func (j *Judge) Exercise(e *content.Exercise) Advice {
	found := j.exercise(e)
	if e == nil || suggestable(found) {
		return j.advice(found, j.guide)
	}
	instead := j.insteadOfExercise(e)
	a := j.advice(found, func() *Instead { return instead })
	if i := a.Instead; i != nil && i.Kind == "exercise" { // then the words may name another
		a.Reasons = reasons(j.exercise(e.Without(i.ID)))
	} else {
		a.Reasons = reasons(j.exercise(e.Without("")))
	}
	return a
}

func (j *Judge) exercise(e *content.Exercise) []finding {
	if e == nil {
		return []finding{unjudged()}
	}
	cautions := append(slices.Clone(e.Cautions), e.Pregnancy.Note) // some are named there alone
	found := append(j.start(), j.stopped(e)...)
	found = append(found, j.conditions(e.Conditions, cautions, e.Sources)...)
	found = append(found, j.pregnancy(e.Pregnancy, e.Sources)...)
	found = append(found, j.loosened(e.Loosens)...)
	if e.Unmarked {
		for _, fact := range j.who(j.heeded()) {
			found = append(found, finding{because: fact, verdict: Ask, sources: e.Sources, say: func() string {
				return catalog.L("{{.Fact}}: nobody said whether this exercise suits. Ask whoever gave it to you.", catalog.D{"Fact": j.name(fact)})
			}})
		}
	}
	if e.OptIn {
		found = append(found, finding{verdict: Ask, sources: e.Sources, say: func() string {
			off := catalog.L("This exercise is off unless you turn it on.")
			if e.Pack != "" { // somebody's own words, which may say anything
				return off
			}
			return sentences(append([]string{off}, e.Cautions...)...)
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
