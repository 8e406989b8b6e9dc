package safety

import (
	"cmp"
	"slices"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// Routine judges a routine by its own marks and by its exercises. It is as
// strict as its strictest exercise, but for those that Replacements puts
// another in the place of: these make it Caution, and the reason says so. An
// exercise that nothing can replace counts in full.
func (j *Judge) Routine(r *content.Routine) Advice {
	return j.advice(j.routine(r), func() *Instead { return j.someRoutine(r) })
}

func (j *Judge) routine(r *content.Routine) []finding {
	if r == nil {
		return []finding{unjudged()}
	}
	found := j.start()
	for _, i := range r.Items {
		if i.Exercise != nil {
			found = append(found, j.stopped(i.Exercise)...) // said once for all
		}
	}
	found = append(found, j.conditions(r.Conditions, []string{r.When, r.Note}, r.Sources)...)
	found = append(found, j.loosened(r.Loosens)...)
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
			if f.everywhere {
				continue
			}
			if i.Exercise != nil {
				f.say = func() string {
					return catalog.L("{{.Exercise}}: {{.Reason}}", catalog.D{"Exercise": i.Exercise.Name, "Reason": inner.short()})
				}
				f.why = nil
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
	worst := slices.MaxFunc(j.exercise(e.Without(other.ID)), func(a, b finding) int { return cmp.Compare(a.verdict.rank(), b.verdict.rank()) })
	return finding{because: worst.because, verdict: Caution, sources: worst.sources, say: func() string {
		return catalog.L("{{.Exercise}} is replaced by {{.Other}}. {{.Reason}}", catalog.D{"Exercise": e.Name, "Other": other.Name, "Reason": worst.short()})
	}}
}
