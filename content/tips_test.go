package content

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestBuiltInTipsAreSound(t *testing.T) {
	tips, err := PostureTips()
	if err != nil {
		t.Fatal(err)
	}
	if len(tips) < 30 {
		t.Fatalf("%d tips, want a month's worth", len(tips))
	}
	tags := map[TipTag]int{}
	texts := map[string]string{}
	for _, tip := range tips {
		if n := utf8.RuneCountInString(tip.Text); n > MaxTipText {
			t.Errorf("%s: %d characters", tip.ID, n)
		}
		if other, twice := texts[tip.Text]; twice {
			t.Errorf("%s says the same as %s", tip.ID, other)
		}
		texts[tip.Text] = tip.ID
		for _, tag := range tip.Tags {
			tags[tag]++
		}
		for _, s := range tip.Sources {
			if forbidden[s.ID] {
				t.Errorf("%s cites %s", tip.ID, s.ID)
			}
			if s.URL == "" && !s.General {
				t.Errorf("%s: source %s leads nowhere", tip.ID, s.ID)
			}
		}
		// Wording that promises what no source supports.
		for _, word := range []string{"cure", "guarantee", "prevents back pain", "perfect posture"} {
			if strings.Contains(strings.ToLower(tip.Text+" "+tip.How), word) {
				t.Errorf("%s says %q", tip.ID, word)
			}
		}
	}
	for _, tag := range tipTags {
		if tags[tag] == 0 {
			t.Errorf("no tip about %s", tag)
		}
	}
}

func TestEverySourceIsUsed(t *testing.T) {
	sources, err := readSources("sources.toml", sourcesFile)
	if err != nil {
		t.Fatal(err)
	}
	tips, err := PostureTips()
	if err != nil {
		t.Fatal(err)
	}
	for _, tip := range tips {
		for _, s := range tip.Sources {
			delete(sources, s.ID)
		}
	}
	for id := range sources {
		t.Errorf("source %s is cited by nothing", id)
	}
}

func TestGeneralAdviceIsMarked(t *testing.T) {
	tips, err := PostureTips()
	if err != nil {
		t.Fatal(err)
	}
	var general []string
	for _, tip := range tips {
		if tip.General() {
			general = append(general, tip.ID)
		}
	}
	if strings.Join(general, " ") != "T13" {
		t.Errorf("general advice: %v, want T13 alone", general)
	}
}

func TestTipsRotate(t *testing.T) {
	tips, err := PostureTips()
	if err != nil {
		t.Fatal(err)
	}
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
	a, err := PostureTips()
	if err != nil {
		t.Fatal(err)
	}
	a[0] = Tip{}
	if b, _ := PostureTips(); b[0].ID == "" {
		t.Error("one caller changed the tips of another")
	}
}

func BenchmarkLoadTips(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		sources, err := readSources("sources.toml", sourcesFile)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := readTips("tips.toml", tipsFile, sources); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTipOf(b *testing.B) {
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		n++
		_ = TipOf(n)
	}
}
