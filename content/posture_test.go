package content

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestPostureTipsAreForTheDesk(t *testing.T) {
	tips := mustHave(t, BuiltIn().PostureTips)
	if len(tips) != 37 {
		t.Errorf("%d posture tips, want 37", len(tips))
	}
	tags := map[TipTag]int{}
	seen := map[string]string{}
	for _, tip := range tips {
		if other, twice := seen[tip.Text]; twice {
			t.Errorf("%s says the same as %s", tip.ID, other)
		}
		seen[tip.Text] = tip.ID
		if len(tip.Sources) == 0 {
			t.Errorf("%s has lost its sources", tip.ID)
		}
		for _, tag := range tip.Tags {
			tags[tag]++
			if !slices.Contains(deskTags, tag) && tag != Pregnancy {
				t.Errorf("%s is about %s", tip.ID, tag)
			}
		}
	}
	for _, tag := range deskTags {
		if tags[tag] == 0 {
			t.Errorf("no tip about %s", tag)
		}
	}
}

func TestTipsForPregnancyAreMarked(t *testing.T) {
	var only, not []string
	for _, tip := range mustHave(t, BuiltIn().Tips) {
		switch tip.Pregnancy {
		case OnlyPregnant:
			only = append(only, tip.ID)
		case NotPregnant:
			not = append(not, tip.ID)
		default:
		}
	}
	if !slices.Equal(only, []string{"T43", "T54"}) || !slices.Equal(not, []string{"T38", "T39"}) {
		t.Errorf("only %v, not %v", only, not)
	}
}

func TestNeighboursAreAboutDifferentThings(t *testing.T) {
	tips := mustHave(t, BuiltIn().PostureTips)
	same := 0
	date := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	for n := range tips {
		a, _ := TipOfDay(tips, date, n)
		if b, _ := TipOfDay(tips, date, n+1); a.Tags[0] == b.Tags[0] {
			same++
		}
	}
	if same > len(tips)/2 {
		t.Errorf("%d of %d tips are about the same thing as the one before", same, len(tips))
	}
}

func TestRotationVisitsAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.IntRange(1, 300).Draw(t, "size")
		from := rapid.Int().Draw(t, "from") / 2 // room for what follows
		seen := make([]bool, size)
		for n := from; n < from+size; n++ {
			place := rotate(n, size)
			if seen[place] {
				t.Fatalf("%d of %d comes again", place, size)
			}
			seen[place] = true
		}
	})
}

func TestCallersGetTheirOwnSlice(t *testing.T) {
	a := mustHave(t, BuiltIn().PostureTips)
	a[0] = Tip{}
	if b := mustHave(t, BuiltIn().PostureTips); b[0].ID == "" {
		t.Error("one caller changed the tips of another")
	}
}
