package safety

import (
	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// Massage judges massage as such, by the questions the profile answers. What
// the therapist only has to be told is Caution.
func (j *Judge) Massage() Advice {
	return j.advice(j.massage(false), func() *Instead { return j.someRoutine(nil) })
}

// massage asks the questions before a massage, of somebody alone or with a
// therapist to tell.
func (j *Judge) massage(alone bool) []finding {
	m, err := j.lib.Massage()
	if err != nil {
		return []finding{unjudged()}
	}
	found := j.start()
	for _, q := range m.Screening {
		v := asked(q.Level)
		for _, fact := range j.who(q.Conditions) {
			if fact == content.Pregnant && !j.inWeeks(q.FromWeek, q.ToWeek) {
				continue
			}
			found = append(found, finding{because: fact, verdict: v, sources: q.Sources, say: func() string {
				return sentences(beforeMassage(v, alone, j.name(fact)), q.Note)
			}})
		}
	}
	return found
}

// inWeeks tells whether the pregnancy may be in these weeks; 0 is open.
func (j *Judge) inWeeks(from, to int) bool {
	first, last := j.p.Pregnancy.Weeks(j.on)
	return last >= from && (to == 0 || first <= to)
}

// asked is the verdict a yes to a question before a massage comes to. A word
// nobody knows is to be asked about.
func asked(l content.ScreeningLevel) Verdict {
	switch l {
	case content.StopMassage:
		return Held
	case content.TellFirst:
		return Caution
	}
	return Ask
}

func beforeMassage(v Verdict, alone bool, fact string) string {
	d := catalog.D{"Fact": fact}
	switch {
	case v == Held:
		return catalog.L("{{.Fact}}: no massage now.", d)
	case v == Ask:
		return catalog.L("{{.Fact}}: ask a clinician before a massage.", d)
	case alone:
		return plain(fact, Caution)
	}
	return catalog.L("Tell the therapist: {{.Fact}}.", d)
}

// MassageType judges one type of massage: as massage is judged, by what the
// type is to be avoided with, and as heat where it warms.
func (j *Judge) MassageType(t *content.MassageType) Advice {
	if t == nil {
		return j.advice([]finding{unjudged()}, j.guide)
	}
	return j.advice(j.massageType(t), func() *Instead { return j.insteadOfMassage(t.ID) })
}

func (j *Judge) massageType(t *content.MassageType) []finding {
	found := append(j.massage(t.ByOneself), j.warming(t.NeedsScreen)...)
	for _, fact := range j.who(t.Avoid) {
		found = append(found, finding{because: fact, verdict: Held, sources: t.Sources, say: func() string {
			return catalog.L("{{.Fact}}: not this type of massage. When to avoid it: {{.Text}}.", catalog.D{"Fact": j.name(fact), "Text": t.AvoidWhen})
		}})
	}
	return found
}

// Technique judges something a therapist does: as massage is judged, by what it
// is to be avoided with, and as heat where it warms.
func (j *Judge) Technique(t *content.Technique) Advice {
	if t == nil {
		return j.advice([]finding{unjudged()}, j.guide)
	}
	found := append(j.massage(false), j.warming(t.NeedsScreen)...)
	for _, fact := range j.who(t.Avoid) {
		found = append(found, finding{because: fact, verdict: Held, sources: t.Sources, say: func() string {
			return catalog.L("{{.Fact}}: not this technique. When to avoid it: {{.Text}}.", catalog.D{"Fact": j.name(fact), "Text": t.AvoidWhen})
		}})
	}
	return j.advice(found, func() *Instead { return j.insteadOfMassage("") })
}

// warming are the findings of heat for what needs its questions answered; those
// of pregnancy are among the questions before a massage.
func (j *Judge) warming(screen string) []finding {
	if screen != "heat" {
		return nil
	}
	return j.heatCold(content.Heat)
}

// Aftercare judges something to do after a massage: by the routine it speaks
// of, if it does.
func (j *Judge) Aftercare(a *content.Aftercare) Advice {
	switch {
	case a == nil:
		return j.advice([]finding{unjudged()}, j.guide)
	case a.Routine == "":
		return Advice{Verdict: Allowed}
	}
	all, err := j.lib.Routines()
	if err == nil {
		for i := range all.Routine {
			if all.Routine[i].ID == a.Routine {
				return j.Routine(&all.Routine[i])
			}
		}
	}
	return j.advice([]finding{unjudged()}, j.guide)
}
