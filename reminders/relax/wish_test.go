package relax_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/relax"
)

func TestWishesAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := relax.Wish{Kind: relax.Breathing, PerMinute: rapid.IntRange(0, 20).Draw(t, "pace"), Minutes: rapid.IntRange(0, 20).Draw(t, "minutes")}
		if rapid.Bool().Draw(t, "muscles") {
			w = relax.Wish{Kind: relax.Muscles, Choices: relax.Choices{
				Rounds: rapid.IntRange(0, 5).Draw(t, "rounds"), Half: rapid.Bool().Draw(t, "half"), Imagine: rapid.Bool().Draw(t, "imagine"),
				Spared: rapid.SliceOfN(rapid.StringMatching(`[a-z&=?+%-]{1,9}`), 0, 3).Draw(t, "spared"),
			}}
			if len(w.Spared) == 0 {
				w.Spared = nil
			}
		}
		if got, ok := relax.WishOf(w.String()); !ok || !reflect.DeepEqual(got, w) {
			t.Fatalf("%q is read as %+v, want %+v", w, got, w)
		}
		if p, err := w.Plan(content.BuiltIn()); err != nil || p.Relaxes != w.Kind {
			t.Fatalf("%q: %v", w, err)
		}
	})
}

func TestOddWishesAreRefused(t *testing.T) {
	for _, text := range []string{"", "yoga", "breathing?pace=x", "breathing?pace=0", "breathing?pace=6&pace=7", "breathing?half=1", "pmr?pace=6", "pmr?%zz", "pmr?half=no", "Breathing"} {
		if w, ok := relax.WishOf(text); ok {
			t.Errorf("%q is read as %+v", text, w)
		}
	}
	if _, err := (relax.Wish{Kind: "yoga"}).Plan(content.BuiltIn()); err == nil {
		t.Error("yoga is breathed")
	}
	if _, err := (relax.Wish{Kind: "x"}).Plan(content.BuiltIn()); err == nil {
		t.Error("nothing is breathed")
	}
}

func FuzzWishOf(f *testing.F) {
	f.Add("breathing?pace=6&minutes=4")
	f.Add("pmr?rounds=2&half=1&imagine=1&spare=belly+feet")
	f.Fuzz(func(t *testing.T, text string) {
		w, ok := relax.WishOf(text)
		if !ok {
			return
		}
		if again, ok := relax.WishOf(w.String()); !ok || !reflect.DeepEqual(again.String(), w.String()) {
			t.Errorf("%q becomes %q", w, again)
		}
		if p, err := w.Plan(content.BuiltIn()); err == nil {
			if err := p.Check(); err != nil {
				t.Error(err)
			}
		}
	})
}
