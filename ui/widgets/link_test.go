package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestLinkLeadsSomewhere(t *testing.T) {
	newApp(t)
	n := 0
	l := NewLinkOut("Source: a page with a long name", func() { n++ })
	test.Tap(l)
	l.TypedKey(key(fyne.KeyEnter))
	l.TypedKey(key(fyne.KeyTab))
	if n != 2 {
		t.Errorf("followed %d times, want 2", n)
	}
	if l.AccessibilityRole() != fyne.AccessibleRoleLink || l.AccessibilityLabel() != l.Label {
		t.Errorf("a %s named %q", l.AccessibilityRole(), l.AccessibilityLabel())
	}
	l.Hint = "opens the browser"
	if l.AccessibilityLabel() != l.Hint {
		t.Error("the hint is not said")
	}
	if l.HeightFor(100) <= l.HeightFor(1000) {
		t.Error("a long link does not wrap")
	}
	word := NewLink("A few words", nil)
	narrow := word.MinSize().Width
	word.Short = true
	if word.MinSize().Width != word.words.measure(word.Label) || narrow >= word.MinSize().Width {
		t.Errorf("a short link wants %g, a long one %g", word.MinSize().Width, narrow)
	}
	word.Tapped(nil) // leads nowhere
}
