package content

import (
	"reflect"
	"strings"
	"testing"
)

func TestBlocks(t *testing.T) {
	g := Guide{Body: "First line\nand its end. [A]\n\n## A **heading**\n\n- one [A] [B_2]\n- two\n* three\n\nBold **words** here, [x] not.\n![a picture](p.png)"}
	want := []Block{
		{Paragraph, []Span{{Text: "First line and its end. "}, {Source: "A"}}},
		{Heading, []Span{{Text: "A "}, {Text: "heading", Bold: true}}},
		{Item, []Span{{Text: "one "}, {Source: "A"}, {Text: " "}, {Source: "B_2"}}},
		{Item, []Span{{Text: "two"}}},
		{Item, []Span{{Text: "three"}}},
		{Paragraph, []Span{{Text: "Bold "}, {Text: "words", Bold: true}, {Text: " here, [x] not."}}},
	}
	got := g.Blocks()
	if len(got) != len(want) {
		t.Fatalf("%d blocks, want %d: %+v", len(got), len(want), got)
	}
	for i := range want {
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Errorf("block %d is %+v, want %+v", i, got[i], want[i])
		}
	}
	if text := got[0].Text(); text != "First line and its end." {
		t.Errorf("the text is %q", text)
	}
}

// Whatever a guide says stands in its blocks, and so does every source.
func TestNothingOfAGuideIsLeftOut(t *testing.T) {
	for _, g := range mustHave(t, BuiltIn().Guides) {
		var words, refs []string
		for _, b := range g.Blocks() {
			words = append(words, b.Text())
			for _, s := range b.Spans {
				if s.Source != "" {
					refs = append(refs, s.Source)
				}
			}
		}
		bare := func(s string) string {
			return strings.Join(strings.Fields(strings.NewReplacer("#", "", "- ", "", "**", "").Replace(s)), "")
		}
		if got, want := bare(strings.Join(words, " ")), bare(reference.ReplaceAllString(g.Body, "")); got != want {
			t.Errorf("%s: the blocks say\n%s\nwant\n%s", g.ID, got, want)
		}
		if want := len(reference.FindAllString(g.Body, -1)); len(refs) != want {
			t.Errorf("%s: %d references, want %d", g.ID, len(refs), want)
		}
	}
}

func FuzzBlocks(f *testing.F) {
	f.Add("## a\n- b **c** [D]\n\ne")
	f.Add("**[A]**- *#")
	f.Fuzz(func(t *testing.T, body string) {
		for _, b := range (Guide{Body: body}).Blocks() {
			for _, s := range b.Spans {
				if s.Source != "" && s.Text != "" {
					t.Fatalf("%+v is words and a reference", s)
				}
			}
		}
	})
}
