package safety

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
)

func facts(t testing.TB) []content.Fact {
	t.Helper()
	all, err := content.BuiltIn().Facts()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func with(conditions ...content.Condition) Profile {
	var p Profile
	for _, c := range conditions {
		p = p.With(c, today)
	}
	return p
}

func TestProfilesAreCopied(t *testing.T) {
	a := with("fever")
	b := a.With("cancer", today)
	c := b.Without("fever")
	if !a.Has("fever") || a.Has("cancer") || !b.Has("fever") || !b.Has("cancer") || c.Has("fever") || !c.Has("cancer") {
		t.Errorf("%v, %v, %v", a, b, c)
	}
	if (Profile{}).Has("fever") || (Profile{}).Without("fever").Has("fever") || !(Profile{}).Empty() || a.Empty() {
		t.Error("the empty profile has something")
	}
	p := Profile{Pregnancy: Pregnancy{Is: true}}
	if !p.Has(content.Pregnant) || a.Has(content.Pregnant) || p.Empty() {
		t.Error("pregnancy is not seen")
	}
}

func TestAskAgain(t *testing.T) {
	for _, c := range []struct {
		name string
		p    Profile
		want bool
	}{
		{"never asked", Profile{}, true},
		{"today", Profile{AskedAt: today}, false},
		{"skipped today", Profile{AskedAt: today, Skipped: true}, false},
		{"89 days ago", Profile{AskedAt: today.AddDate(0, 0, -89)}, false},
		{"90 days ago", Profile{AskedAt: today.AddDate(0, 0, -90)}, true},
		{"an hour ahead", Profile{AskedAt: today.Add(time.Hour)}, false},
		{"years ahead", Profile{AskedAt: today.AddDate(5, 0, 0)}, true},
		{"pregnancy over", Profile{AskedAt: today, Pregnancy: due(45, 0)}, true},
		{"pregnancy going on", Profile{AskedAt: today, Pregnancy: due(41, 0)}, false},
	} {
		if got := c.p.AskAgain(today); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestLapsed(t *testing.T) {
	ago := func(h int) time.Time { return today.Add(-time.Duration(h) * time.Hour) }
	p := Profile{}.With("osteoporosis", ago(24*365)).With("muscle-cream", ago(24)).With("drowsy", ago(23)).
		With("fever", ago(73)).With("fresh-injury", ago(48)).With("made-up", ago(24*365)).With("wound", time.Time{})
	want := []content.Condition{"fever", "fresh-injury", "wound", "muscle-cream"}
	if got := p.Lapsed(today, facts(t)); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := (Profile{}).Lapsed(today, facts(t)); got != nil {
		t.Errorf("%v of nobody", got)
	}
	// Nobody said that the fever has passed.
	if a := For(content.BuiltIn(), p, today).HeatCold(content.Heat); a.Verdict != Held {
		t.Errorf("heat is %s", a.Verdict)
	}
}

func TestValidate(t *testing.T) {
	all := facts(t)
	for name, p := range map[string]Profile{
		"empty": {}, "facts": with("fever", "over-65"), "due": {Pregnancy: due(20, 0)}, "stage": {Pregnancy: told(2, 0)},
	} {
		if err := p.Validate(all); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for want, p := range map[string]Profile{
		`fact "boredom" is not known`:      with("boredom"),
		"has a place of its own":           with("pregnancy"),
		"trimester 4 is none":              {Pregnancy: told(4, 0)},
		"without a pregnancy":              {Pregnancy: Pregnancy{Stage: 2}},
		"the due date 2026-11-23T10:00:00": {Pregnancy: Pregnancy{Is: true, Due: today}},
	} {
		err := p.Validate(all)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "hint: ") {
			t.Errorf("%v, want %s", err, want)
		}
	}
	several := with("boredom", "gloom", "pregnancy")
	several.Pregnancy.Stage = 9
	if err := several.Validate(all); err == nil || strings.Count(err.Error(), "hint: ") != 4 {
		t.Errorf("not all is told: %v", err)
	}
}
