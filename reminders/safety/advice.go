package safety

import "github.com/unhunch/unhunch/content"

// Verdict says whether something may be suggested to a person.
type Verdict string

// The verdicts, from the mildest to the strictest. What is Held is never
// suggested; what needs a clinician (Ask) is never suggested unasked either,
// but shown, with the reason, where somebody looks for it.
const (
	Allowed Verdict = "allowed"
	Caution Verdict = "caution" // smaller, slower, or as the reason says
	Ask     Verdict = "ask"     // ask a clinician first
	Held    Verdict = "held"    // not now
)

// Advice is what safety says of one entry.
type Advice struct {
	Verdict Verdict
	Reasons []Reason // the strictest first; none where it is allowed
	Instead *Instead // what to do instead of something held back or to be asked about; nil if nothing is
}

// Reason is why an entry is not simply allowed.
type Reason struct {
	Because content.Condition // the fact behind it, such as osteoporosis
	Verdict Verdict           // what this reason alone comes to
	Text    string            // a sentence to show
	Sources []content.Source  // where it comes from
}

// Instead names an entry of the library to do instead.
type Instead struct {
	// Kind is exercise, routine, heat, cold, massage, guide, tip, or serious: the
	// page "Is this serious?", where ID is the sign of red-flags.toml.
	Kind string
	ID   string
	Name string // as a person reads it
}

// Suggest tells whether the app may offer the entry by itself.
func (a Advice) Suggest() bool { return a.Verdict == Allowed || a.Verdict == Caution }

// Reason is the strictest reason's sentence, empty where there is none.
func (a Advice) Reason() string {
	if len(a.Reasons) == 0 {
		return ""
	}
	return a.Reasons[0].Text
}
