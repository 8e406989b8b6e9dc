package relief

import (
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// Words puts a refusal into a sentence without its final dot, and what to do
// about it, which may be empty. when writes an instant as a person reads it.
func (r *Refusal) Words(when func(time.Time) string) (problem, todo string) {
	d := catalog.D{"Name": r.Timer.Name, "Region": catalog.Region(string(r.Region)), "Most": catalog.Length(r.Most), "Kind": Kind(r.Kind)}
	if !r.Until.IsZero() {
		d["Time"] = when(r.Until)
	}
	switch r.Code {
	case NotTimed:
		return catalog.L("{{.Name}} has no timer", d), r.Timer.Advice
	case BadRegion:
		return catalog.L("{{.Given}} is no place of the body", catalog.D{"Given": string(r.Region)}), catalog.L("say where it goes, such as lower back")
	case BadLength:
		return catalog.L("{{.Name}}: {{.Most}} is the most, whatever is typed", d), catalog.L("choose from 1 second to {{.Most}}", d)
	case BadPain:
		return catalog.L("pain is a whole number from 0 to 10"), ""
	case TooMany:
		return catalog.L("more packs at once than can be watched over"), catalog.L("take one off first")
	case RunsThere:
		return catalog.L("{{.Kind}} is on already: {{.Region}}", d), catalog.L("stop it first")
	case Unanswered:
		return catalog.L("{{.Kind}} is over there, and it is not said how the skin is: {{.Region}}", d), catalog.L("take the pack off and answer that first")
	case SkinBadNow:
		return catalog.L("the skin was not fine there today: again from {{.Time}} ({{.Region}})", d), catalog.L("let the skin recover; with a blister or a lasting change of colour ask a pharmacist or doctor")
	case EnoughNow:
		return catalog.N("{{.Count}} time today is enough: {{.Name}} again from {{.Time}} ({{.Region}})", "{{.Count}} times today are enough: {{.Name}} again from {{.Time}} ({{.Region}})", r.Used, d), ""
	}
	return catalog.L("the skin rests: {{.Name}} again from {{.Time}} ({{.Region}})", d), ""
}

// Error is the same without a zone of one's own, for logs.
func (r *Refusal) Error() string {
	problem, _ := r.Words(func(t time.Time) string { return t.Format("15:04") })
	return problem
}

// Kind is heat or cold as a person reads it.
func Kind(m content.Modality) string {
	switch m {
	case content.Heat:
		return catalog.L("Heat")
	case content.Cold:
		return catalog.L("Cold")
	}
	return string(m)
}

// Again is the short form of a refusal that ends by itself, as "again from
// 15:40"; empty where it does not.
func (r *Refusal) Again(when func(time.Time) string) string {
	if r == nil || r.Until.IsZero() {
		return ""
	}
	return catalog.L("again from {{.Time}}", catalog.D{"Time": when(r.Until)})
}

// Question is what an ask says: a title and a text. now is the step's, by which
// the session stands.
func Question(x Session, a Ask, now time.Time, clock func(time.Time) string) (title, body string) {
	d := catalog.D{"Kind": Kind(x.Kind), "Region": catalog.Region(string(x.Region)), "Name": x.Name, "Length": catalog.Length(x.Length), "Time": clock(x.Ends(now))}
	if a == AskCheck {
		return catalog.L("{{.Kind}}: look at your skin", d),
			catalog.L("Lift the pack ({{.Region}}), look and feel. Stop if the skin is white, grey, blotchy or bright red, if it blisters, burns, stings or goes numb.", d)
	}
	title = catalog.L("{{.Kind}}: time is over", d)
	if x.Since >= time.Minute {
		return catalog.L("{{.Kind}}: time was over at {{.Time}}", d),
			catalog.L("Take it off now ({{.Region}}): {{.Length}} are over since {{.Time}}. Is the skin fine? Press Stop if it is white, grey, blotchy, blistered, burning or numb.", d)
	}
	return title, catalog.L("Take it off ({{.Region}}): {{.Length}} are over. Is the skin fine? Press Stop if it is white, grey, blotchy, blistered, burning or numb.", d)
}
