package relief

import (
	"strings"

	"github.com/unhunch/unhunch/content"
)

// Situation is what the chooser asks: two questions, or three.
type Situation struct {
	Fresh Fresh
	Ache  Ache // asked unless Fresh is Knock or Worse
}

// Fresh is the answer to "is it fresh?".
type Fresh string

// The answers.
const (
	Knock    Fresh = "knock"     // a strain or knock of the last two days, hot, puffy or bruised
	Inflamed Fresh = "inflamed"  // a flare after doing something
	NotFresh Fresh = "not-fresh" // neither
	Worsens  Fresh = "worse"     // one of the two was tried, and it throbs or hurts more
)

// Ache is the answer to "what is it like?".
type Ache string

// The answers.
const (
	Spasm    Ache = "spasm"    // cramped or tight, without swelling
	Standing Ache = "standing" // a long-standing ache, or stiffness in the morning
	Before   Ache = "exercise" // none to speak of: it is before stretching or exercise
)

// Suggestion is what the chooser comes to.
type Suggestion struct {
	// Try is heat, cold, either, or empty: not now.
	Try content.Suggestion
	// Because is the situation of the library it comes from: why, and its
	// sources.
	Because content.Choice
	// Evidence says honestly how well the suggestion is known, with sources.
	Evidence []content.Statement
	// Held are those of heat and cold the situation suggests, and this person
	// must not use now. The reasons are safety's.
	Held []content.Modality
}

// NotNow is a Suggestion of neither.
const NotNow content.Suggestion = ""

// Choose suggests heat, cold, either or neither. may tells whether this person
// may use one of them. ok is false where the library knows no such situation.
func Choose(h *content.HeatCold, in Situation, may func(content.Modality) bool) (s Suggestion, ok bool) {
	id := situation(in)
	for _, c := range h.Choices {
		if c.ID == id && id != "" {
			s, ok = Suggestion{Try: c.Suggest, Because: c}, true
		}
	}
	if !ok {
		return Suggestion{}, false
	}
	var left []content.Modality
	for _, m := range []content.Modality{content.Heat, content.Cold} {
		if string(s.Try) != string(m) && s.Try != "either" {
			continue
		}
		if may(m) {
			left = append(left, m)
		} else {
			s.Held = append(s.Held, m)
		}
	}
	switch len(left) {
	case 0:
		s.Try = NotNow
	case 1:
		s.Try = content.Suggestion(left[0])
	}
	s.Evidence = evidence(h, s)
	return s, true
}

// situation is the library's name for what was answered.
func situation(in Situation) string {
	switch in.Fresh {
	case Knock:
		return "fresh-knock"
	case Inflamed:
		return "flare"
	case Worsens:
		return "made-it-worse"
	case NotFresh:
		return map[Ache]string{Spasm: "spasm", Standing: "long-standing", Before: "before-exercise"}[in.Ache]
	}
	return ""
}

// evidence are the points of the library on what is suggested: those that begin
// with heat or cold speak of one, the others of both.
func evidence(h *content.HeatCold, s Suggestion) []content.Statement {
	var out []content.Statement
	for _, p := range h.Points {
		text := strings.ToLower(p.Text)
		heat, cold := strings.HasPrefix(text, "heat "), strings.HasPrefix(text, "for cold ")
		both := !heat && !cold && strings.Contains(text, "better than the other")
		if heat && s.Try != "cold" || cold && s.Try != "heat" || both {
			out = append(out, p)
		}
	}
	return out
}
