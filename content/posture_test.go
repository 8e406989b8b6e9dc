package content

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestPostureTipsAreForTheDesk(t *testing.T) {
	tips := mustHave(t, PostureTips)
	if len(tips) != 36 {
		t.Errorf("%d posture tips, want 36", len(tips))
	}
	tags := map[TipTag]int{}
	seen := map[string]string{}
	for _, tip := range tips {
		if other, twice := seen[tip.Text]; twice {
			t.Errorf("%s says the same as %s", tip.ID, other)
		}
		seen[tip.Text] = tip.ID
		if tip.Pregnancy == OnlyPregnant || tip.Has(Pregnancy) {
			t.Errorf("%s is for pregnancy only", tip.ID)
		}
		if len(tip.Sources) == 0 {
			t.Errorf("%s has lost its sources", tip.ID)
		}
		for _, tag := range tip.Tags {
			tags[tag]++
			if !slices.Contains(deskTags, tag) {
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

func TestTipsRotate(t *testing.T) {
	tips := mustHave(t, PostureTips)
	seen := map[string]bool{}
	for n := range tips {
		tip := TipOf(n)
		if tip.ID == "" || seen[tip.ID] {
			t.Fatalf("check %d shows %q again", n, tip.ID)
		}
		seen[tip.ID] = true
	}
	same := 0
	for n := range tips {
		if TipOf(n).Tags[0] == TipOf(n + 1).Tags[0] {
			same++
		}
	}
	if same > len(tips)/2 {
		t.Errorf("%d of %d tips are about the same thing as the one before", same, len(tips))
	}
	if TipOf(-1).ID == "" || TipOf(len(tips)).ID != TipOf(0).ID {
		t.Error("the rotation is no circle")
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
	a := mustHave(t, PostureTips)
	a[0] = Tip{}
	if b := mustHave(t, PostureTips); b[0].ID == "" {
		t.Error("one caller changed the tips of another")
	}
}
