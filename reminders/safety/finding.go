package safety

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// finding is a reason in the making: its sentence is only put together when
// somebody is going to read it.
type finding struct {
	because    content.Condition
	verdict    Verdict
	sources    []content.Source
	say        func() string
	why        func() string // the same without its fact, for where another sentence names it; nil if that is all of it
	everywhere bool          // it is of exercises in general, and says nothing of the one at hand
}

// short is why, or all of it.
func (f finding) short() string {
	if f.why != nil {
		if s := f.why(); s != "" {
			return s
		}
	}
	return f.say()
}

// order are the verdicts from the mildest to the strictest.
var order = []Verdict{Allowed, Caution, Ask, Held}

func (v Verdict) rank() int { return slices.Index(order, v) }

// of is the verdict a level of an entry comes to. What is no level cannot be
// judged, and is to be asked about.
func of(l content.Level) Verdict {
	switch l {
	case content.OK:
		return Allowed
	case content.Caution:
		return Caution
	case content.Avoid:
		return Held
	}
	return Ask
}

// strictest is what findings come to together.
func strictest(found []finding) Verdict {
	v := Allowed
	for _, f := range found {
		if f.verdict.rank() > v.rank() {
			v = f.verdict
		}
	}
	return v
}

// suggestable is Advice.Suggest before there is any advice.
func suggestable(found []finding) bool { return strictest(found).rank() <= Caution.rank() }

// unjudged is what stands in for what cannot be read.
func unjudged() finding {
	return finding{verdict: Ask, say: func() string {
		return catalog.L("This could not be checked against what you told us, because part of the library cannot be read. Ask a clinician first.")
	}}
}

// reasons puts the findings into words, the strictest first. A fact may have
// several; what only says the same again from the same fact is left out.
func reasons(found []finding) []Reason {
	sorted := slices.Clone(found)
	slices.SortStableFunc(sorted, func(a, b finding) int { return cmp.Compare(b.verdict.rank(), a.verdict.rank()) })
	type said struct {
		because content.Condition
		text    string
	}
	before := map[said]bool{}
	var out []Reason
	for _, f := range sorted {
		if f.verdict == Allowed {
			continue
		}
		text, short := said{f.because, f.say()}, said{f.because, f.short()}
		if !before[text] && !before[short] {
			out = append(out, Reason{Because: f.because, Verdict: f.verdict, Text: text.text, Sources: f.sources})
		}
		before[text], before[short] = true, true
	}
	return out
}

// advice is what findings come to, with what to do instead where something is
// not to be suggested. Where a warning sign is behind that, it is the page of
// those signs.
func (j *Judge) advice(found []finding, instead func() *Instead) Advice {
	a := Advice{Verdict: strictest(found), Reasons: reasons(found)}
	if a.Suggest() {
		return a
	}
	for _, r := range a.Reasons {
		if a.Instead = j.serious(r); a.Instead != nil {
			return a
		}
	}
	a.Instead = instead()
	return a
}

// plain says in general what a verdict means for a fact, where the entry has no
// words of its own.
func plain(fact string, v Verdict) string {
	d := catalog.D{"Fact": fact}
	switch v {
	case Held:
		return catalog.L("{{.Fact}}: leave this out.", d)
	case Ask:
		return catalog.L("{{.Fact}}: ask a clinician first.", d)
	}
	return catalog.L("{{.Fact}}: take this with care.", d)
}

// sentences puts texts of the library one after the other, each begun and ended
// as a sentence is. Empty ones are left out.
func sentences(texts ...string) string {
	var out []string
	for _, s := range texts {
		s = strings.TrimSpace(s)
		if s == "" {
			continue
		}
		if r, n := utf8.DecodeRuneInString(s); unicode.IsLower(r) {
			s = string(unicode.ToUpper(r)) + s[n:]
		}
		if !strings.ContainsAny(s[len(s)-1:], ".!?") {
			s += "."
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}
