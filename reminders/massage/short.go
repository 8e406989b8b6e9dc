package massage

import (
	"regexp"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
)

// aside is what a question says in brackets, between blanks or at its end.
var aside = regexp.MustCompile(`\s*\([^()]*\)`)

// Short names what of the checklist comes to a verdict, in a few words each and
// each once: by the fact of the profile that says so, else by the question
// without its asides and its mark.
func Short(facts []content.Fact, c safety.Checklist, v safety.Verdict) []string {
	var out []string
	said := map[string]bool{}
	for _, it := range c.Items {
		if it.Verdict() != v {
			continue
		}
		if name := shortName(facts, it); !said[name] {
			said[name] = true
			out = append(out, name)
		}
	}
	return out
}

func shortName(facts []content.Fact, it safety.ScreeningItem) string {
	if it.Because == content.Pregnant {
		return catalog.L("Pregnancy")
	}
	for _, f := range facts {
		if f.ID == it.Because {
			return f.Name
		}
	}
	return strings.TrimRight(aside.ReplaceAllString(it.Question.Question, ""), "?\u00a0 ")
}
