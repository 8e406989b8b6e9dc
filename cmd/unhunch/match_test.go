package main

import (
	"strings"
	"testing"

	"github.com/unhunch/unhunch/content"
)

func shelves(t *testing.T) []shelf {
	t.Helper()
	var out []shelf
	for _, make := range []func(*content.Library) (shelf, error){exerciseShelf, routineShelf, tipShelf} {
		s, err := make(content.BuiltIn())
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	topics, err := guideTopics(content.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	keys, err := keysOf(content.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	return append(out, shelf{entries: topics}, keys.shelf)
}

func TestEverythingIsFoundByItsIdAndItsName(t *testing.T) {
	for _, s := range shelves(t) {
		for i, e := range s.entries {
			for _, typed := range []string{e.id, strings.ToUpper(e.id), strings.ReplaceAll(e.id, "-", "_"), " " + strings.ReplaceAll(e.id, "-", " "), e.name} {
				if got, err := s.find(typed); err != nil || got != i {
					t.Errorf("%q is %d, %v; want %s", typed, got, err, e.id)
				}
			}
		}
	}
}

func TestFindingIsNeverAGuess(t *testing.T) {
	s := shelf{
		command: "unhunch fruit list", missing: func(typed string) string { return "there is no fruit " + typed },
		entries: []entry{
			{id: "apple", name: "Apple", also: []string{"pome"}},
			{id: "apple-pie", name: "Apple pie"},
			{id: "pear", name: "Pear", also: []string{"Pome"}},
			{id: "plum", name: "Plum", text: "Grows on trees."},
		},
	}
	for typed, want := range map[string]int{"apple": 0, "APPLE  PIE": 1, "apple-p": 1, "pe": 2, "plu": 3} {
		if got, err := s.find(typed); err != nil || got != want {
			t.Errorf("%q: %d, %v; want %d", typed, got, err, want)
		}
	}
	for typed, want := range map[string]string{
		"":       "the name is missing; hint: unhunch fruit list lists them",
		" -- ":   "the name is missing; hint: unhunch fruit list lists them",
		"app":    `"app" could be apple or apple-pie; hint: name one of them`,
		"pome":   `"pome" could be apple or pear; hint: name one of them`,
		"aple":   `there is no fruit "aple"; hint: did you mean apple or apple-pie? unhunch fruit list lists them all`,
		"trees":  `there is no fruit "trees"; hint: did you mean plum? unhunch fruit list lists them all`,
		"carrot": `there is no fruit "carrot"; hint: unhunch fruit list lists them`,
	} {
		if _, err := s.find(typed); err == nil || err.Error() != want || exitCode(err) != exitUsage {
			t.Errorf("%q: %v, want %s", typed, err, want)
		}
	}
}
