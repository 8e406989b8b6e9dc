package content

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// Every question rests on tips that are in the library, and cites nothing they
// do not: the check-up says nothing of its own.
func TestDeskCheckSaysWhatTheTipsSay(t *testing.T) {
	c := mustHave(t, BuiltIn().DeskCheck)
	if n := len(c.Questions); n != 14 {
		t.Errorf("%d questions, want 14", n)
	}
	parts := []DeskPart{}
	for _, q := range c.Questions {
		if len(q.Tips) != len(q.TipIDs) || q.General() {
			t.Errorf("%s has %d of %d tips, sources %v", q.ID, len(q.Tips), len(q.TipIDs), q.SourceIDs)
		}
		for _, id := range q.SourceIDs {
			if !slices.ContainsFunc(q.Tips, func(tip Tip) bool { return slices.Contains(tip.SourceIDs, id) }) {
				t.Errorf("%s cites %s, which none of its tips does", q.ID, id)
			}
		}
		for _, tip := range q.Tips {
			if tip.Pregnancy != Anybody {
				t.Errorf("%s refers to %s, which is not for everybody", q.ID, tip.ID)
			}
		}
		if !strings.HasSuffix(q.Ask, "?") {
			t.Errorf("%s asks %q", q.ID, q.Ask)
		}
		if len(parts) == 0 || parts[len(parts)-1] != q.Part {
			parts = append(parts, q.Part)
		}
	}
	if want := []DeskPart{DeskChair, DeskHands, DeskScreen, DeskAround}; !slices.Equal(parts, want) {
		t.Errorf("parts in the order %v, want %v, each once", parts, want)
	}
}

func TestDeskCheckIsHonest(t *testing.T) {
	c := mustHave(t, BuiltIn().DeskCheck)
	if !strings.Contains(c.Intro.Text, "no one right way to sit") || !slices.Contains(c.Intro.SourceIDs, "SLATER_2019") {
		t.Errorf("the beginning is %q, %v", c.Intro.Text, c.Intro.SourceIDs)
	}
	if c.Again.DefaultDays != 90 || !slices.Contains(c.Again.Ours, "default_days") || !c.LookAgain.Ours {
		t.Errorf("look again after %d days, ours %v", c.Again.DefaultDays, c.Again.Ours)
	}
}

func TestBrokenDeskChecksAreRefused(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{`tips = ["T02"]`, `tips = ["T99"]`, `desk-check.toml:25: question "feet": tip "T99" is not in the library; hint: correct its id`},
		{`sources = ["OSHA_ETOOL", "YALE_ERGO"]`, `sources = ["NOBODY"]`, `desk-check.toml:26: question "feet": source "NOBODY" is not in the register`},
		{`sources = ["OSHA_ETOOL", "YALE_ERGO"]`, `sources = ["ACEMIND_DUMAS"]`, `source "ACEMIND_DUMAS" must not be cited`},
		{`id = "seat"`, `id = "feet"`, `question "feet": id is used twice`},
		{`id = "seat"`, `id = "The Seat"`, `id "The Seat" has to be small letters, digits and hyphens`},
		{`part = "chair"`, `part = "sofa"`, `question "feet": part "sofa" is unknown; hint: one of chair, hands, screen, around`},
		{`name = "Seat depth"`, `name = ""`, `question "seat": name is missing`},
		{`tips = ["T03"]`, `tips = []`, `question "shoulders": tips is missing`},
		{`again = "workstation-review"`, `again = "posture-check"`, `desk-check.toml:9: again "posture-check" is no default with default_days; hint: as workstation-review`},
		{`again = "workstation-review"`, ``, `desk-check.toml:1: again is missing`},
		{`ours = true`, ``, `sources are missing; hint: name some of sources.toml, or write ours = true`},
	} {
		_, err := changed(t, "desk-check.toml", c.old, c.new).DeskCheck()
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s:\ngot  %v\nwant %s", c.new, err, c.want)
		}
	}
	_, err := Open(fstest.MapFS{
		"sources.toml": {Data: []byte(goodSource)}, "tips.toml": {Data: []byte(goodTip)},
		"defaults.toml": {Data: []byte("[honesty]\ntext = \"x\"\nours = true\n[[default]]\nid = \"d\"\nwhat = \"w\"\ndefault_days = 3\ngrade = \"practice\"\nbasis = \"b\"\nsources = [\"S\"]\n[[etiquette]]\ntext = \"x\"\nours = true\n")},
	}).DeskCheck()
	if err == nil || !strings.HasPrefix(err.Error(), "desk-check.toml: cannot be read") {
		t.Errorf("a missing file: %v", err)
	}
}

// A pack's tip in place of a built-in one stands in the check-up too.
func TestDeskCheckWithAPack(t *testing.T) {
	l := inPack(map[string]string{"tips.toml": "[[tip]]\nid = \"T02\"\ntags = [\"sitting\"]\ntext = \"My own footrest.\"\n"})
	noProblems(t, l)
	if got := mustHave(t, l.DeskCheck).Questions[0].Tips[0]; got.Text != "My own footrest." || got.Pack == "" {
		t.Errorf("the tip is %+v", got)
	}
}
