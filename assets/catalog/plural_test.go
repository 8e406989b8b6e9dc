package catalog

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// TestPluralRules compares every language's rule with go-i18n, which has them
// from the Unicode locale data.
func TestPluralRules(t *testing.T) {
	var all []string
	for _, r := range rules {
		all = append(all, strings.Fields(r.languages)...)
	}
	// Those without a rule of their own here tell one from other.
	all = append(all, "de", "en", "es", "it", "nl", "sv", "da", "nb", "fi", "et", "el", "hu", "tr", "bg", "ca", "eu", "gl", "ka", "ta", "te", "ur", "sw", "eo")
	messages := map[string]map[string]string{"x": {}}
	for _, name := range formNames {
		messages["x"][name] = name
	}
	file, err := json.Marshal(messages)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range all {
		tag, err := language.Parse(l)
		if err != nil {
			t.Errorf("%s: %v", l, err)
			continue
		}
		bundle := i18n.NewBundle(tag)
		if _, err := bundle.ParseMessageFileBytes(file, l+".json"); err != nil {
			t.Errorf("%s: %v", l, err)
			continue
		}
		they := i18n.NewLocalizer(bundle, l)
		ours := ruleOf(l)
		for n := range 1200 {
			want, err := they.Localize(&i18n.LocalizeConfig{MessageID: "x", PluralCount: n})
			if err != nil {
				t.Fatalf("%s: %d: %v", l, n, err)
			}
			if got := formNames[ours(n)]; got != want {
				t.Errorf("%s: %d is %q, want %q", l, n, got, want)
				break
			}
		}
	}
}

func TestPluralOfRegion(t *testing.T) {
	for l, want := range map[string]form{"pt-BR": formOne, "pt-PT": formOther, "fr-CA": formOne, "de-AT": formOther, "xx": formOther} {
		if got := ruleOf(l)(0); got != want {
			t.Errorf("%s: 0 is %s, want %s", l, formNames[got], formNames[want])
		}
	}
	if got := ruleOf("ru")(-21); got != formOne {
		t.Errorf("-21 in Russian is %s", formNames[got])
	}
}
