package massage

import (
	"slices"
	"strings"
	"testing"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
)

func TestShortNames(t *testing.T) {
	day := monday
	p := safety.Profile{Pregnancy: safety.Pregnancy{Is: true, Stage: 3, NotedAt: day}}.With("blood-thinners", day).With("varicose-veins", day)
	c, err := safety.For(content.BuiltIn(), p, day).Screening([]safety.ScreeningAnswer{
		{Question: "meds", Yes: true, At: day}, {Question: "fever", Yes: true, At: day}, {Question: "surgery", Yes: true, At: day, ClearedBy: "my GP"},
	})
	if err != nil {
		t.Fatal(err)
	}
	facts, err := content.BuiltIn().Facts()
	if err != nil {
		t.Fatal(err)
	}
	for v, want := range map[safety.Verdict][]string{
		safety.Held:    {"Fever, flu, COVID or another infection today"},
		safety.Ask:     {"Blood thinners", "Pregnancy"},
		safety.Caution: {"Operation in the last six weeks, or a new implant, line or pump", "Varicose veins", "Strong painkillers in the last hours", "Pregnancy"},
	} {
		if got := Short(facts, c, v); !slices.Equal(got, want) {
			t.Errorf("%v: %q, want %q", v, got, want)
		}
	}
}

// Every question of the library has a name to be called by.
func TestEveryQuestionHasAShortName(t *testing.T) {
	m, err := content.BuiltIn().Massage()
	if err != nil {
		t.Fatal(err)
	}
	for i := range m.Screening {
		name := shortName(nil, safety.ScreeningItem{Question: &m.Screening[i]})
		if name == "" || strings.ContainsAny(name, "?()") || name != strings.TrimSpace(name) {
			t.Errorf("%s is called %q", m.Screening[i].ID, name)
		}
	}
}
