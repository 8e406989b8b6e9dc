package safety

import (
	"maps"
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// sign is the warning sign a fact of the person is on the day, empty where it
// is none.
func (j *Judge) sign(fact content.Condition) string {
	f := j.facts[fact]
	if at, told := j.p.Facts[fact]; !told || f.SeriousDays > 0 && j.on.Sub(at) >= time.Duration(f.SeriousDays)*24*time.Hour {
		return ""
	}
	return f.Serious
}

// serious is the page of the warning signs, at the one a reason comes from; nil
// where it comes from none, or is no reason against anything.
func (j *Judge) serious(r Reason) *Instead {
	if sign := j.sign(r.Because); sign != "" && r.Verdict.rank() > Caution.rank() {
		return &Instead{Kind: "serious", ID: sign, Name: catalog.L("Is this serious?")}
	}
	return nil
}

// stopped are the findings of facts that hold back exercises in general.
func (j *Judge) stopped(e *content.Exercise) []finding {
	var out []finding
	for _, c := range slices.Sorted(maps.Keys(j.bears)) {
		f := j.facts[c]
		if f.Stops == nil || !f.Stops.Of(e) {
			continue
		}
		because := j.bears[c]
		out = append(out, finding{
			because: because, verdict: of(f.Stops.Level), sources: f.Sources, everywhere: true,
			say: func() string {
				return catalog.L("{{.Fact}}: {{.Reason}}", catalog.D{"Fact": j.name(because), "Reason": sentences(f.Stops.Why)})
			},
			why: func() string { return sentences(f.Stops.Why) },
		})
	}
	return out
}

// loosened are the findings of what a pack marks milder than Unhunch does,
// because somebody prescribed it.
func (j *Judge) loosened(m *content.Marks) []finding {
	if m == nil {
		return nil
	}
	was := append(j.conditions(m.Conditions, append(slices.Clone(m.Cautions), m.Pregnancy.Note), m.Sources), j.pregnancy(m.Pregnancy, m.Sources)...)
	out := make([]finding, 0, len(was))
	for _, f := range was {
		out = append(out, finding{because: f.because, verdict: Caution, sources: f.sources, say: func() string {
			d := catalog.D{"Reason": f.say()}
			if f.verdict == Held {
				return catalog.L("Your pack says this suits you. Unhunch would hold it back: {{.Reason}}", d)
			}
			return catalog.L("Your pack says this suits you. Unhunch would say: {{.Reason}}", d)
		}})
	}
	return out
}
