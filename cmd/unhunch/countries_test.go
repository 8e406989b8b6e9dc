package main

import (
	"strings"
	"testing"

	"github.com/unhunch/unhunch/content"
)

func TestEveryCountryReadsRightInASentence(t *testing.T) {
	all, err := content.BuiltIn().EmergencyNumbers()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all.Countries {
		if !isCountry(c.ID) {
			t.Errorf("%s is no country", c.ID)
		}
		if got := inCountry(c); strings.TrimPrefix(strings.TrimPrefix(got, "in "), "the ") != c.Name {
			t.Errorf("%s: %q", c.ID, got)
		}
		// What is not known by name has no words in other languages.
		if inCountry(content.EmergencyCountry{ID: c.ID, Name: "?"}) == "in ?" {
			t.Errorf("%s (%s) has no words of its own", c.ID, c.Name)
		}
	}
	for _, id := range []string{"", "X", "XX", "UK", "A D", "gb", "D "} {
		if isCountry(id) {
			t.Errorf("%q is a country", id)
		}
	}
}
