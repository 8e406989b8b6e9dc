package main

import (
	"strings"
	"testing"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
)

func TestParseItem(t *testing.T) {
	lib := content.BuiltIn()
	for typed, want := range map[string]packs.Item{
		"chin-tuck":            {Exercise: "chin-tuck"},
		"Chin tuck":            {Exercise: "chin-tuck"},
		"chin-tuck:8":          {Exercise: "chin-tuck", Reps: 8},
		"neck-turn:3x10":       {Exercise: "neck-turn", Reps: 3, HoldS: 10},
		"neck-turn:3 × 10s":    {Exercise: "neck-turn", Reps: 3, HoldS: 10},
		"neck-turn:x10":        {Exercise: "neck-turn", HoldS: 10},
		"neck-turn:LEFT":       {Exercise: "neck-turn", Side: content.LeftSide},
		"neck-turn:right:2":    {Exercise: "neck-turn", Reps: 2, Side: content.RightSide},
		"neck-turn:2x5s:right": {Exercise: "neck-turn", Reps: 2, HoldS: 5, Side: content.RightSide},
		"neck-turn:both":       {Exercise: "neck-turn"},
	} {
		if got, err := parseItem(lib, typed); err != nil || got != want {
			t.Errorf("%s: %+v, %v", typed, got, err)
		}
	}
	for _, typed := range []string{"", ":", ":8", "handstand", "chin-tuck:", "chin-tuck:-1", "chin-tuck:x", "chin-tuck:3x", "chin-tuck:3x0", "chin-tuck:1.5", "chin-tuck:8:9", "neck-turn:left:left", "chin-tuck:99999999999"} {
		if got, err := parseItem(lib, typed); err == nil || !strings.Contains(err.Error(), "; hint: ") {
			t.Errorf("%q is read as %+v, %v", typed, got, err)
		}
	}
}

// FuzzItem reads exercises as anybody might type them.
func FuzzItem(f *testing.F) {
	for _, typed := range []string{"chin-tuck:8", "neck-turn:3x10s:left", "neck turn : ×5", "::x", "x:x:x"} {
		f.Add(typed)
	}
	lib := content.BuiltIn()
	f.Fuzz(func(t *testing.T, typed string) {
		i, err := parseItem(lib, typed)
		if err == nil && (i.Exercise == "" || i.Reps < 0 || i.HoldS < 0 || i.Side != "" && i.Side != content.LeftSide && i.Side != content.RightSide) {
			t.Errorf("%q is read as %+v", typed, i)
		}
	})
}
