package safety

import (
	"slices"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
)

// reason says what a yes means.
func (s reliefScreening) reason(it ReliefItem) ReliefReason {
	q := it.Question
	note := q.HeatNote
	if s.kind == content.Cold {
		note = q.ColdNote
	}
	r := ReliefReason{Reason: Reason{Because: it.Because, Verdict: it.Verdict, Sources: q.Sources}, Question: q.ID, Until: it.Until}
	switch {
	case it.State == ScreenCleared:
		r.Verdict = Caution
		r.Text = sentences(catalog.L("Yes to “{{.Question}}”, and {{.By}} said that it is fine.", catalog.D{"Question": q.Question, "By": it.Answer.ClearedBy}), note, q.Note)
	case it.Cream != nil:
		r.Text = sentences(outcome(s.kind, it.Verdict, creamName(*it.Cream)), note, q.Note)
	case it.Because != "":
		r.Text = sentences(outcome(s.kind, it.Verdict, s.name(it.Because)), note, q.Note)
	default:
		r.Text = sentences(answered(s.kind, it.Verdict, q.Question), note, q.Note)
	}
	return r
}

// creamName is what was put on, as a reason begins.
func creamName(c diary.Cream) string {
	switch c.Kind {
	case diary.MuscleGel:
		return catalog.L("Muscle gel on the skin")
	case diary.MuscleSpray:
		return catalog.L("Muscle spray on the skin")
	case diary.MusclePatch:
		return catalog.L("Patch on the skin")
	}
	return catalog.L("Muscle cream on the skin")
}

// answered says what a yes to a question means for heat, or for cold.
func answered(m content.Modality, v Verdict, question string) string {
	d := catalog.D{"Question": question}
	if m == content.Heat {
		switch v {
		case Held:
			return catalog.L("Yes to “{{.Question}}”: no heat now.", d)
		case Ask:
			return catalog.L("Yes to “{{.Question}}”: ask a clinician before you use heat.", d)
		}
		return catalog.L("Yes to “{{.Question}}”: heat within limits.", d)
	}
	switch v {
	case Held:
		return catalog.L("Yes to “{{.Question}}”: no cold now.", d)
	case Ask:
		return catalog.L("Yes to “{{.Question}}”: ask a clinician before you use cold.", d)
	}
	return catalog.L("Yes to “{{.Question}}”: cold within limits.", d)
}

// nevers adds what the library warns of and no question asks for.
func (s reliefScreening) nevers(c *ReliefCheck, h *content.HeatCold) {
	for _, p := range h.Never {
		if p.Modality != s.kind && p.Modality != content.HeatAndCold && p.Modality != "" {
			continue
		}
		for _, fact := range s.who(p.Conditions) {
			if !slices.ContainsFunc(c.Stop, func(r ReliefReason) bool { return r.Because == fact }) {
				c.add(ReliefReason{Reason: Reason{Because: fact, Verdict: Held, Sources: p.Sources, Text: sentences(outcome(s.kind, Held, s.name(fact)), p.Text)}})
			}
		}
	}
}

// elsewhere is the reason against any other place than the low back in a
// pregnancy, which is the only one the sources speak of.
func (s reliefScreening) elsewhere(c ReliefCheck) ReliefReason {
	r := ReliefReason{Reason: Reason{Because: content.Pregnant, Verdict: Held}}
	for _, it := range c.Items {
		if it.yes() && slices.Contains(it.Question.Conditions, content.Pregnant) {
			r.Question, r.Sources = it.Question.ID, it.Question.Sources
		}
	}
	d := catalog.D{"Region": catalog.Region(string(s.region))}
	r.Text = catalog.L("Pregnancy: heat on the lower back only, not here: {{.Region}}.", d)
	if s.kind == content.Cold {
		r.Text = catalog.L("Pregnancy: cold on the lower back only, not here: {{.Region}}.", d)
	}
	return r
}

// timer adds what speaks against the timer itself, and how long it may run.
func (s reliefScreening) timer(c *ReliefCheck, t *content.Timer) {
	pregnant := slices.ContainsFunc(c.Items, func(it ReliefItem) bool {
		return it.yes() && slices.Contains(it.Question.Conditions, content.Pregnant)
	})
	c.MaxMin = t.HardStopMin
	if pregnant && t.PregnancyMaxMin > 0 {
		c.MaxMin = min(c.MaxMin, t.PregnancyMaxMin)
	}
	switch {
	case !t.Offered:
		c.add(ReliefReason{Reason: Reason{Verdict: Held, Sources: t.Sources, Text: sentences(t.Basis)}})
	case pregnant && t.Pregnancy == content.NotPregnant:
		c.add(ReliefReason{Reason: Reason{Because: content.Pregnant, Verdict: Held, Sources: t.Sources, Text: plain(catalog.L("Pregnancy"), Held)}})
	}
}

// warning is the page of the warning signs, where a reason is one.
func (s reliefScreening) warning(r ReliefReason) *Instead {
	if i := s.serious(r.Reason); i != nil || r.Because != "" || r.Verdict.rank() <= Caution.rank() {
		return i
	}
	h, err := s.lib.HeatCold()
	if err != nil {
		return nil
	}
	for _, q := range h.Screening {
		if q.ID != r.Question {
			continue
		}
		for _, f := range s.facts {
			if f.Serious != "" && slices.Contains(q.Conditions, f.ID) {
				return &Instead{Kind: "serious", ID: f.Serious, Name: catalog.L("Is this serious?")}
			}
		}
	}
	return nil
}

// instead is the other of heat and cold, where nothing is said against it, or
// an exercise to rest by.
func (s reliefScreening) instead(h *content.HeatCold) *Instead {
	other := s
	other.kind = content.Heat
	if s.kind == content.Heat {
		other.kind = content.Cold
	}
	if c := other.check(h); len(c.Stop)+len(c.Ask) == 0 {
		if other.kind == content.Heat {
			return &Instead{Kind: "heat", ID: string(content.Heat), Name: catalog.L("Heat")}
		}
		return &Instead{Kind: "cold", ID: string(content.Cold), Name: catalog.L("Cold")}
	}
	return s.restful()
}
