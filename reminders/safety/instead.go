package safety

import (
	"cmp"
	"slices"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// fallback is the guide that is always there to read.
const fallback = "self-care"

// byNearness are the exercises like e, the nearest first, without e: the same
// foremost region in the same position; the same foremost region; some region
// in common in the same position; some region in common; the rest. Only the
// first so many of these tiers are taken. Within one, those that share most tags
// come first, so that something gentle stands for something gentle.
func byNearness(all []content.Exercise, e *content.Exercise, tiers int) []*content.Exercise {
	var near [5][]*content.Exercise
	for i := range all {
		if other := &all[i]; other.ID != e.ID {
			t := tier(e, other)
			near[t] = append(near[t], other)
		}
	}
	for _, t := range near[:tiers] {
		slices.SortStableFunc(t, func(a, b *content.Exercise) int { return cmp.Compare(shared(b, e), shared(a, e)) })
	}
	return slices.Concat(near[:tiers]...)
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

func (j *Judge) insteadOfExercise(e *content.Exercise) *Instead {
	all, err := j.lib.Exercises()
	if err != nil || e == nil {
		return j.guide()
	}
	for _, other := range byNearness(all, e, 5) {
		if suggestable(j.exercise(other)) {
			return &Instead{Kind: "exercise", ID: other.ID, Name: other.Name}
		}
	}
	return j.guide()
}

func (j *Judge) insteadOfTip(t content.Tip) *Instead {
	all, err := j.lib.Tips()
	if err != nil {
		return nil
	}
	for _, other := range all {
		if other.ID != t.ID && topic(other) == topic(t) && j.Meant(other.Pregnancy) && suggestable(j.tip(other)) {
			return &Instead{Kind: "tip", ID: other.ID, Name: other.Text}
		}
	}
	return nil
}

// topic is what a tip is foremost about; somebody's own may be about nothing.
func topic(t content.Tip) content.TipTag {
	if len(t.Tags) == 0 {
		return ""
	}
	return t.Tags[0]
}

// someRoutine is a routine in the place of r, or of something that is none (r
// is nil then): what was made for this person first, then the same place, then
// the nearest in length.
func (j *Judge) someRoutine(r *content.Routine) *Instead {
	all, err := j.lib.Routines()
	if err != nil {
		return j.guide()
	}
	var can []*content.Routine
	for i := range all.Routine {
		other := &all.Routine[i]
		if j.Meant(other.Pregnancy) && suggestable(j.routine(other)) { // r itself is not
			can = append(can, other)
		}
	}
	if len(can) == 0 {
		return j.guide()
	}
	far := func(o *content.Routine) (n int) {
		if o.Pregnancy != content.OnlyPregnant && len(j.who(o.Suits)) == 0 {
			n += 1 << 20
		}
		if r == nil {
			return n
		}
		if o.Place != r.Place {
			n += 1 << 19
		}
		return n + max(o.TargetS-r.TargetS, r.TargetS-o.TargetS)
	}
	best := slices.MinFunc(can, func(a, b *content.Routine) int { return cmp.Compare(far(a), far(b)) })
	return &Instead{Kind: "routine", ID: best.ID, Name: best.Name}
}

// guide is something to read where nothing can be done; nil if the guides
// cannot be read either.
func (j *Judge) guide() *Instead {
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
	all, err := j.lib.Exercises()
	if err != nil {
		return j.guide()
	}
	for i := range all {
		if slices.Contains(all[i].Tags, "relax") && suggestable(j.exercise(&all[i])) {
			return &Instead{Kind: "exercise", ID: all[i].ID, Name: all[i].Name}
		}
	}
	return j.guide()
}

// insteadOfMassage is another type of massage than the one named, or a routine.
func (j *Judge) insteadOfMassage(id string) *Instead {
	m, err := j.lib.Massage()
	if err != nil {
		return j.someRoutine(nil)
	}
	for i := range m.Types {
		if t := &m.Types[i]; t.ID != id && suggestable(j.massageType(t)) {
			return &Instead{Kind: "massage", ID: t.ID, Name: t.Name}
		}
	}
	return j.someRoutine(nil)
}
