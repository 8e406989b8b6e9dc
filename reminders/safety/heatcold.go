package safety

import (
	"slices"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// HeatCold judges heat or cold, by the questions the profile answers. Both
// together are as strict as the stricter of the two.
func (j *Judge) HeatCold(m content.Modality) Advice {
	return j.advice(j.heatCold(m), func() *Instead { return j.insteadOfHeatCold(m) })
}

func (j *Judge) heatCold(m content.Modality) []finding {
	h, err := j.lib.HeatCold()
	switch {
	case err != nil:
		return []finding{unjudged()}
	case m == content.HeatAndCold:
		return append(j.heatCold(content.Heat), j.heatCold(content.Cold)...)
	case m != content.Heat && m != content.Cold:
		return []finding{unjudged()}
	}
	found := j.start()
	held := map[content.Condition]bool{}
	for _, q := range h.Screening {
		answer, note := q.Heat, q.HeatNote
		if m == content.Cold {
			answer, note = q.Cold, q.ColdNote
		}
		v := meaning(answer)
		if v == Allowed {
			continue
		}
		for _, fact := range j.who(q.Conditions) {
			held[fact] = held[fact] || v == Held
			found = append(found, finding{because: fact, verdict: v, sources: q.Sources, say: func() string {
				return sentences(outcome(m, v, j.name(fact)), note, q.Note)
			}, why: func() string { return sentences(note, q.Note) }})
		}
	}
	for _, p := range h.Never {
		if p.Modality != m && p.Modality != content.HeatAndCold && p.Modality != "" {
			continue
		}
		for _, fact := range j.who(p.Conditions) {
			if held[fact] {
				continue // a question has said so
			}
			found = append(found, finding{because: fact, verdict: Held, sources: p.Sources, say: func() string {
				return sentences(outcome(m, Held, j.name(fact)), p.Text)
			}})
		}
	}
	return found
}

// meaning is the verdict a yes to a question comes to. A word nobody knows is
// to be asked about.
func meaning(v content.Verdict) Verdict {
	switch v {
	case content.Fine:
		return Allowed
	case content.Limited:
		return Caution
	case content.No:
		return Held
	}
	return Ask
}

// outcome says what a fact means for heat, or for cold.
func outcome(m content.Modality, v Verdict, fact string) string {
	d := catalog.D{"Fact": fact}
	if m == content.Heat {
		switch v {
		case Held:
			return catalog.L("{{.Fact}}: no heat.", d)
		case Ask:
			return catalog.L("{{.Fact}}: ask a clinician before you use heat.", d)
		}
		return catalog.L("{{.Fact}}: heat within limits.", d)
	}
	switch v {
	case Held:
		return catalog.L("{{.Fact}}: no cold.", d)
	case Ask:
		return catalog.L("{{.Fact}}: ask a clinician before you use cold.", d)
	}
	return catalog.L("{{.Fact}}: cold within limits.", d)
}

// Timer judges one way of warming or cooling: as heat or cold is judged, and by
// its own marks. What is not offered at all is held from everybody.
func (j *Judge) Timer(t *content.Timer) Advice {
	if t == nil {
		return j.advice([]finding{unjudged()}, j.guide)
	}
	found := j.heatCold(t.Modality)
	if !t.Offered {
		found = append(found, finding{verdict: Held, sources: t.Sources, say: func() string { return sentences(t.Basis) }})
	}
	if t.Pregnancy == content.NotPregnant && j.p.Pregnancy.Is {
		i := slices.IndexFunc(found, func(f finding) bool { return f.because == content.Pregnant })
		f := finding{because: content.Pregnant, verdict: Held, sources: t.Sources, say: func() string { return plain(j.name(content.Pregnant), Held) }}
		if i >= 0 { // the limits that cannot be kept here
			limits := found[i]
			f.sources = limits.sources
			f.say = func() string { return sentences(plain(j.name(content.Pregnant), Held), limits.short()) }
			f.why = limits.short
		}
		found = append(found, f)
	}
	return j.advice(found, func() *Instead {
		if t.Modality == content.Heat && suggestable(j.heatCold(content.Heat)) {
			return &Instead{Kind: "heat", ID: string(content.Heat), Name: catalog.L("Heat")}
		}
		return j.insteadOfHeatCold(t.Modality)
	})
}

// MaxMin is how long a timer may run for this person, in minutes, whatever is
// typed; 0 for one without a limit of its own.
func (j *Judge) MaxMin(t *content.Timer) int {
	if j.p.Pregnancy.Is && t.PregnancyMaxMin > 0 {
		return min(t.PregnancyMaxMin, t.HardStopMin)
	}
	return t.HardStopMin
}
