package diary

import (
	"testing"

	"github.com/unhunch/unhunch/assets/catalog"
)

// TestParseRegionInTheirLanguage: what a list shows can be typed, and so can
// English, which scripts use.
func TestParseRegionInTheirLanguage(t *testing.T) {
	t.Cleanup(func() { _ = catalog.Use() })
	if err := catalog.Use("de"); err != nil {
		t.Fatal(err)
	}
	for _, r := range regions {
		for _, typed := range []string{string(r.id), r.name, catalog.Region(string(r.id))} {
			if got, err := ParseRegion(typed); err != nil || got != r.id {
				t.Errorf("%q: %q, %v; want %s", typed, got, err, r.id)
			}
		}
	}
	if catalog.Region(string(LowerBack)) == "lower back" {
		t.Error("the names are English")
	}
	if got, err := ParseRegion("Nirgendwo"); err == nil {
		t.Error(got)
	}
}
