package main

import (
	"strings"
	"testing"

	"github.com/unhunch/unhunch/content"
)

// Every question of the library stands in its guide.
func TestGuidesAskEveryQuestion(t *testing.T) {
	lib := content.BuiltIn()
	h, err := lib.HeatCold()
	if err != nil {
		t.Fatal(err)
	}
	m, err := lib.Massage()
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{}
	for _, q := range h.Screening {
		want[heatGuide] = append(want[heatGuide], q.Question, q.HeatNote, q.ColdNote, q.Note)
	}
	for _, q := range m.Screening {
		want[precautionsGuide] = append(want[precautionsGuide], q.Question, q.Note)
	}
	for guide, texts := range want {
		var said register
		p := &prose{width: 1 << 20}
		if err := p.screening(lib, guide, &said); err != nil {
			t.Fatal(err)
		}
		for _, text := range texts {
			if !strings.Contains(p.b.String(), text) {
				t.Errorf("%s: %q is missing", guide, text)
			}
		}
		if list, err := screening(lib, guide); err != nil || len(list) < 15 || len(said.said) == 0 {
			t.Errorf("%s: %d questions, %d sources, %v", guide, len(list), len(said.said), err)
		}
	}
	// No guide that speaks of a judged thing is left out, and none is made up.
	guides, err := lib.Guides()
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]bool{}
	for _, g := range guides {
		have[g.ID] = true
	}
	for _, id := range []string{heatGuide, therapiesGuide, typesGuide, techniquesGuide, pregnancyGuide, precautionsGuide} {
		if !have[id] {
			t.Errorf("there is no guide %s", id)
		}
	}
}
