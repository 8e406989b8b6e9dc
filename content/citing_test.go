package content

import (
	"slices"
	"testing"
)

// TestCitedBy finds every source that anything cites, and no other.
func TestCitedBy(t *testing.T) {
	l := BuiltIn()
	by := mustHave(t, l.CitedBy)
	index := mustHave(t, l.Index)
	for _, s := range mustHave(t, l.Sources) {
		if got := len(by[s.ID]) > 0; got == s.Background {
			t.Errorf("%s: cited %v, background %v", s.ID, got, s.Background)
		}
		for i, r := range by[s.ID] {
			if r.ID != "" && r.Kind != "emergency" && r.Kind != "fact" && !index.Has(r.Kind, r.ID) {
				t.Errorf("%s is cited by %s:%s, which is not there", s.ID, r.Kind, r.ID)
			}
			if slices.Contains(by[s.ID][:i], r) {
				t.Errorf("%s is cited by %s:%s twice", s.ID, r.Kind, r.ID)
			}
		}
	}
	if !slices.Contains(by["THAI_2017"], Reference{"massage.type", "thai", "Thai massage"}) {
		t.Errorf("THAI_2017 is cited by %v", by["THAI_2017"])
	}
}
