package safety

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// Judge says what of a library suits one person on one day. What cannot be
// judged, because a section of the library cannot be read, is Ask, never
// Allowed. It does not change once it is made, so that it may be asked from
// anywhere at once.
type Judge struct {
	lib    *content.Library
	p      Profile
	on     time.Time
	facts  map[content.Condition]content.Fact
	bears  map[content.Condition]content.Condition // condition -> the fact of the person behind it
	unread bool                                    // the facts could not be read, though some are needed
}

// For makes a judge. The day is on's in on's zone. Sections of the library are
// read when an entry of theirs is first judged; those who told nothing need
// none.
func For(lib *content.Library, p Profile, on time.Time) *Judge {
	j := &Judge{lib: lib, p: p, on: on}
	if p.Empty() {
		return j
	}
	all, err := lib.Facts()
	j.unread = err != nil
	j.facts = make(map[content.Condition]content.Fact, len(all))
	for _, f := range all {
		j.facts[f.ID] = f
	}
	j.bears = map[content.Condition]content.Condition{}
	told := slices.Sorted(maps.Keys(p.Facts))
	for _, c := range told {
		j.bears[c] = c
	}
	if p.Pregnancy.Is {
		j.bears[content.Pregnant] = content.Pregnant
	}
	for _, c := range told {
		j.bring(c, c)
	}
	if _, pregnant := j.bears[content.Pregnant]; pregnant && !p.Pregnancy.Is {
		// Something told is only of a pregnancy: then there is one, of unknown stage.
		j.bears[content.Pregnant] = content.Pregnant
		j.p.Pregnancy = Pregnancy{Is: true}
	}
	return j
}

// bring notes what a fact brings with it, and what that brings.
func (j *Judge) bring(fact, c content.Condition) {
	for _, more := range j.facts[c].CountsAs {
		if _, known := j.bears[more]; !known {
			j.bears[more] = fact
			j.bring(fact, more)
		}
	}
}

// who are the facts of the person behind any of the conditions, each once.
func (j *Judge) who(conditions []content.Condition) []content.Condition {
	var out []content.Condition
	for _, c := range conditions {
		if fact, is := j.bears[c]; is && !slices.Contains(out, fact) {
			out = append(out, fact)
		}
	}
	return out
}

// name is a fact as a person reads it.
func (j *Judge) name(c content.Condition) string {
	if c == content.Pregnant {
		return j.p.Pregnancy.label(j.on, j.p.Pregnancy.latest(j.on))
	}
	if f, known := j.facts[c]; known {
		return f.Name
	}
	return string(c)
}

// start is where all findings begin: with what keeps from judging.
func (j *Judge) start() []finding {
	if j.unread {
		return []finding{unjudged()}
	}
	return nil
}

// conditions judges an entry by the conditions it names. Its cautions say why:
// the first that has one of the condition's words.
func (j *Judge) conditions(marks map[content.Condition]content.Level, cautions []string, sources []content.Source) []finding {
	var out []finding
	if len(j.bears) == 0 {
		return nil
	}
	for _, c := range slices.Sorted(maps.Keys(marks)) {
		fact, is := j.bears[c]
		v := of(marks[c])
		if !is || v == Allowed {
			continue
		}
		out = append(out, finding{because: fact, verdict: v, sources: sources, say: func() string {
			caution := j.caution(c, cautions)
			switch {
			case caution == "":
				return plain(j.name(fact), v)
			case fact != c:
				return catalog.L("{{.Fact}}: {{.Caution}}", catalog.D{"Fact": j.name(fact), "Caution": sentences(caution)})
			}
			return sentences(caution)
		}, why: func() string { return sentences(j.caution(c, cautions)) }})
	}
	return out
}

// caution finds the caution that speaks of a condition, empty if none does.
func (j *Judge) caution(c content.Condition, cautions []string) string {
	for _, text := range cautions {
		for _, word := range j.facts[c].Words {
			if strings.Contains(strings.ToLower(text), strings.ToLower(word)) {
				return text
			}
		}
	}
	return ""
}

// pregnancy judges an entry by its marks for each third of a pregnancy.
func (j *Judge) pregnancy(marks content.Trimesters, sources []content.Source) []finding {
	if !j.p.Pregnancy.Is {
		return nil
	}
	v, at := Allowed, Trimester(0)
	for _, t := range j.p.Pregnancy.trimesters(j.on) {
		if of(in(marks, t)).rank() > v.rank() {
			v, at = of(in(marks, t)), t
		}
	}
	if v == Allowed {
		return nil
	}
	return []finding{{because: content.Pregnant, verdict: v, sources: sources, say: func() string {
		return sentences(plain(j.p.Pregnancy.label(j.on, at), v), marks.Note)
	}, why: func() string { return sentences(marks.Note) }}}
}

// Meant tells whether an entry is for this person at all: what is only for
// pregnancy would be odd for others, though it would do no harm.
func (j *Judge) Meant(whom content.ForPregnancy) bool {
	return whom != content.OnlyPregnant || j.p.Pregnancy.Is
}

// Tip judges a tip.
func (j *Judge) Tip(t content.Tip) Advice {
	return j.advice(j.tip(t), func() *Instead { return j.insteadOfTip(t) })
}

func (j *Judge) tip(t content.Tip) []finding {
	found := append(j.start(), j.conditions(t.Conditions, nil, t.Sources)...)
	if t.Pregnancy == content.NotPregnant && j.p.Pregnancy.Is {
		found = append(found, finding{because: content.Pregnant, verdict: Held, sources: t.Sources, say: func() string {
			return sentences(plain(j.name(content.Pregnant), Held), t.PregnancyNote)
		}})
	}
	return append(found, j.loosened(t.Loosens)...)
}

// Therapy judges another therapy.
func (j *Judge) Therapy(t *content.Therapy) Advice {
	if t == nil {
		return j.advice([]finding{unjudged()}, j.guide)
	}
	found := append(j.start(), j.conditions(t.Conditions, t.Cautions, t.Sources)...)
	if t.NotAdvised {
		found = append(found, finding{verdict: Held, sources: t.Sources, say: func() string {
			return catalog.L("Guidelines advise against it: {{.Text}}", catalog.D{"Text": sentences(t.Text)})
		}})
	}
	if t.Pregnancy != nil {
		found = append(found, j.pregnancy(*t.Pregnancy, t.Sources)...)
	}
	return j.advice(found, func() *Instead { return j.someRoutine(nil) })
}
