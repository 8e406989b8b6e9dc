package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestOpenerOpensAndShuts(t *testing.T) {
	newApp(t)
	var heard []bool
	o := NewOpener("A tip", "With care", Amber, func(open bool) { heard = append(heard, open) })
	o.TypedKey(key(fyne.KeySpace))
	if got := o.AccessibilityLabel(); got != "A tip With care, open" {
		t.Errorf("named %q", got)
	}
	test.Tap(o)
	o.TypedKey(key(fyne.KeyLeft))
	o.SetOpen(true)
	if !slices.Equal(heard, []bool{true, false}) || !o.Open {
		t.Errorf("heard %v", heard)
	}
	if narrow, wide := NewOpener("a long text of many words", "", Neutral, nil).HeightFor(90), NewOpener("a long text of many words", "", Neutral, nil).HeightFor(900); narrow <= wide {
		t.Errorf("%g high where narrow, %g where wide", narrow, wide)
	}
}

// The window has a use for Escape, whatever has the focus.
func TestEscapeIsPassedOn(t *testing.T) {
	newApp(t)
	for _, o := range []fyne.Focusable{
		NewOpener("A tip", "", Neutral, nil), NewLink("A link", nil), NewTile("A tile", NewLine(), nil), NewButton("A button", Quiet, nil),
		NewChoice("A question", []Option{{Label: "Yes"}}, nil), NewChip("A chip", nil), NewCheck("A check", "", nil), NewPainScale(nil),
	} {
		w := test.NewTempWindow(t, o.(fyne.CanvasObject))
		passed := false
		w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { passed = true })
		o.TypedKey(key(fyne.KeyEscape))
		if !passed {
			t.Errorf("%T keeps Escape to itself", o)
		}
	}
}
