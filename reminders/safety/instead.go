package safety

import (
	"maps"
	"slices"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// fallback is the guide that is always there to read.
const fallback = "self-care"

func (j *Judge) insteadOfExercise(e *content.Exercise) *Instead {
	all, err := j.lib.Exercises()
	if err != nil || e == nil {
		return j.guide()
	}
	can := j.inPlaceOf(all, e, 5)
	if len(can) == 0 {
		return j.guide()
	}
	return &Instead{Kind: "exercise", ID: can[0].ID, Name: can[0].Name}
}

func (j *Judge) insteadOfTip(t content.Tip) *Instead {
	all, err := j.lib.Tips()
	if err != nil {
		return nil
	}
	var best *Instead
	least := Ask
	for _, other := range all {
		if other.ID == t.ID || topic(other) != topic(t) || !j.Meant(other.Pregnancy) {
			continue
		}
		if v := strictest(j.tip(other)); v.rank() < least.rank() {
			best, least = &Instead{Kind: "tip", ID: other.ID, Name: other.Text}, v
		}
	}
	return best
}

// topic is what a tip is foremost about; somebody's own may be about nothing.
func topic(t content.Tip) content.TipTag {
	if len(t.Tags) == 0 {
		return ""
	}
	return t.Tags[0]
}

// someRoutine is a routine in the place of r, or of something that is none (r
// is nil then), and no rougher than r: what was made for this person first, then
// what is allowed without care, then the gentlest, the same place, the nearest
// in length.
func (j *Judge) someRoutine(r *content.Routine) *Instead {
	all, err := j.lib.Routines()
	if err != nil {
		return j.guide()
	}
	var best *content.Routine
	var least [5]int
	for i := range all.Routine {
		o := &all.Routine[i]
		if !j.Meant(o.Pregnancy) || r != nil && (o.ID == r.ID || roughShare(o) > roughShare(r)) {
			continue
		}
		v := strictest(j.routine(o))
		if v.rank() > Caution.rank() {
			continue
		}
		far := [5]int{1, v.rank(), roughShare(o)}
		if o.Pregnancy == content.OnlyPregnant || len(j.who(o.Suits)) > 0 {
			far[0] = 0
		}
		if r != nil {
			if o.Place != r.Place {
				far[3] = 1
			}
			far[4] = max(o.TargetS-r.TargetS, r.TargetS-o.TargetS)
		}
		if best == nil || slices.Compare(far[:], least[:]) < 0 {
			best, least = o, far
		}
	}
	if best == nil {
		return j.guide()
	}
	return &Instead{Kind: "routine", ID: best.ID, Name: best.Name}
}

// roughShare is how rough the exercises of a routine are on average, in
// hundredths.
func roughShare(r *content.Routine) int {
	sum := 0
	for _, i := range r.Items {
		if i.Exercise != nil {
			sum += rough(i.Exercise)
		}
	}
	return 100 * sum / max(1, len(r.Items))
}

// guide is something to read where nothing can be done: about the warning sign
// somebody told, if there is one. It is nil if the guides cannot be read either.
func (j *Judge) guide() *Instead {
	for _, c := range slices.Sorted(maps.Keys(j.p.Facts)) {
		if i := j.serious(Reason{Because: c, Verdict: Held}); i != nil {
			return i
		}
	}
	all, err := j.lib.Guides()
	i := slices.IndexFunc(all, func(g content.Guide) bool { return g.ID == fallback })
	if err != nil || i < 0 {
		return nil
	}
	return &Instead{Kind: "guide", ID: all[i].ID, Name: all[i].Title}
}

// insteadOfHeatCold is the other of the two, or an exercise to rest by.
func (j *Judge) insteadOfHeatCold(m content.Modality) *Instead {
	switch {
	case m != content.Heat && suggestable(j.heatCold(content.Heat)):
		return &Instead{Kind: "heat", ID: string(content.Heat), Name: catalog.L("Heat")}
	case m != content.Cold && suggestable(j.heatCold(content.Cold)):
		return &Instead{Kind: "cold", ID: string(content.Cold), Name: catalog.L("Cold")}
	}
	return j.restful()
}

// restful is an exercise to rest by.
func (j *Judge) restful() *Instead {
	all, err := j.lib.Exercises()
	if err != nil {
		return j.guide()
	}
	var best *content.Exercise
	least := Ask
	for i := range all {
		e := &all[i]
		if v := j.verdict(e); slices.Contains(e.Tags, "relax") && v.rank() < least.rank() {
			best, least = e, v
		}
	}
	if best == nil {
		return j.guide()
	}
	return &Instead{Kind: "exercise", ID: best.ID, Name: best.Name}
}

// insteadOfMassage is another type of massage than the one named, and no firmer,
// or a routine.
func (j *Judge) insteadOfMassage(id string) *Instead {
	m, err := j.lib.Massage()
	if err != nil {
		return j.someRoutine(nil)
	}
	most := 5
	for _, t := range m.Types {
		if t.ID == id && len(t.PressureOf5) == 2 {
			most = t.PressureOf5[1]
		}
	}
	var best *Instead
	least := Ask
	for i := range m.Types {
		t := &m.Types[i]
		made := t.NeedsScreen != string(content.Pregnant) || j.p.Pregnancy.Is
		if t.ID == id || !made || len(t.PressureOf5) == 2 && t.PressureOf5[1] > most {
			continue
		}
		if v := strictest(j.massageType(t)); v.rank() < least.rank() {
			best, least = &Instead{Kind: "massage", ID: t.ID, Name: t.Name}, v
		}
	}
	if best == nil {
		return j.someRoutine(nil)
	}
	return best
}
