package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestCheckIsTickedByKeyAndClick(t *testing.T) {
	newApp(t)
	var heard []bool
	c := NewCheck("Fever", "Or chills.", func(on bool) { heard = append(heard, on) })
	if got := c.AccessibilityLabel(); got != "Fever, not ticked" {
		t.Errorf("a screen reader hears %q", got)
	}
	test.Tap(c)
	c.TypedKey(key(fyne.KeySpace))
	c.TypedKey(key(fyne.KeyReturn))
	c.TypedKey(key(fyne.KeyEscape))
	c.SetOn(false)
	if len(heard) != 3 || !heard[0] || heard[1] || !heard[2] || c.On {
		t.Errorf("heard %v", heard)
	}
	c.Disable()
	test.Tap(c)
	if c.On {
		t.Error("ticked though it is disabled")
	}
	if narrow, wide := c.HeightFor(60), c.HeightFor(400); narrow <= wide {
		t.Errorf("as high narrow (%.0f) as wide (%.0f)", narrow, wide)
	}
}

func TestFoundIsMeasuredAnew(t *testing.T) {
	newApp(t)
	f := NewFound()
	f.Set("Short", "", "", Neutral)
	low := f.HeightFor(300)
	if again := f.HeightFor(300); again != low {
		t.Errorf("%.0f, then %.0f", low, again)
	}
	f.Set("A name so long that it cannot stand in one line of three hundred pixels", "And a line", "Held back", Heat)
	if high := f.HeightFor(300); high <= low {
		t.Errorf("still %.0f high", high)
	}
	if f.AccessibilityLabel() != f.Name()+", Held back" {
		t.Errorf("a screen reader hears %q", f.AccessibilityLabel())
	}
}

func TestSearchFieldGivesKeysAway(t *testing.T) {
	newApp(t)
	f := NewSearchField("Search")
	typed, keys := "", 0
	f.OnTyped = func(s string) { typed = s }
	f.OnKey = func(k fyne.KeyName) bool { keys++; return k == fyne.KeyDown }
	test.Type(f, "ab")
	f.TypedKey(key(fyne.KeyDown))
	f.TypedKey(key(fyne.KeyBackspace))
	if typed != "a" || keys != 2 {
		t.Errorf("typed %q, %d keys", typed, keys)
	}
	if got := f.AccessibilityLabel(); got != "Search: a" {
		t.Errorf("a screen reader hears %q", got)
	}
	f.Chosen = "Neck turn, 1 of 3"
	if got := f.AccessibilityLabel(); got != "Search: a; Neck turn, 1 of 3" {
		t.Errorf("a screen reader hears %q", got)
	}
}
