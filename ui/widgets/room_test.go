package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// TestLabelsGetSmallerWhereThereIsNoRoom: a button and a chip cannot wrap.
func TestLabelsGetSmallerWhereThereIsNoRoom(t *testing.T) {
	newApp(t)
	for name, w := range map[string]fyne.Widget{
		"button": NewButton("Guidelines and public bodies", Primary, nil),
		"chip":   NewChip("Guidelines and public bodies", nil),
	} {
		usual := w.MinSize()
		for _, part := range []float32{1, 0.85} {
			size := fyne.NewSize(usual.Width*part, usual.Height)
			w.Resize(size)
			for _, o := range test.WidgetRenderer(w).Objects() {
				if l, ok := o.(*canvas.Text); ok && l.MinSize().Width > size.Width {
					t.Errorf("%s at %.2f: the label needs %.0f of %.0f", name, part, l.MinSize().Width, size.Width)
				}
			}
		}
	}
}

// TestPlaceholderIsShortened, and comes back when there is room again.
func TestPlaceholderIsShortened(t *testing.T) {
	newApp(t)
	e := NewEntry("Find")
	e.Resize(fyne.NewSize(5, 30))
	if e.PlaceHolder != "" {
		t.Errorf("none became %q", e.PlaceHolder)
	}
	const whole = "Find in the list, such as knee or warfarin"
	e.SetPlaceHolder(whole)
	e.Resize(fyne.NewSize(120, 30))
	if p := e.PlaceHolder; p == whole || !strings.HasSuffix(p, "…") {
		t.Errorf("in 120 pixels it says %q", p)
	}
	e.Resize(fyne.NewSize(900, 30))
	if e.PlaceHolder != whole {
		t.Errorf("in 900 pixels it says %q", e.PlaceHolder)
	}
}

// TestHeadingWraps: a heading asks for one line and takes several where it must.
func TestHeadingWraps(t *testing.T) {
	newApp(t)
	h := NewHeading("Tuesday, 24 November", 25, Bold, ColorInk)
	one := h.MinSize()
	if got := h.HeightFor(one.Width); got != one.Height {
		t.Errorf("with room it is %.0f high, want %.0f", got, one.Height)
	}
	if got := h.HeightFor(one.Width * 0.7); got != 2*one.Height {
		t.Errorf("without room it is %.0f high, want two lines of %.0f", got, one.Height)
	}
}

// TestRingBreaksItsSmallText into two lines inside the circle.
func TestRingBreaksItsSmallText(t *testing.T) {
	newApp(t)
	r := NewRing(158, 13, 34)
	for text, want := range map[string]string{
		"34 of 60 min sitting":                    "34 of 60 min sitting|",
		"34 von 60 Minuten am Schreibtisch":       "34 von 60 Minuten|am Schreibtisch",
		"Donaudampfschifffahrtsgesellschaftssitz": "Donaudampfschifffahrtsgesellschaftssitz|",
	} {
		r.Set(0.5, "25:04", text)
		first, second, size := r.fit(Px(118))
		if got := first + "|" + second; got != want {
			t.Errorf("%q becomes %q", text, got)
		}
		if size > Px(13) || size < Px(7.5) {
			t.Errorf("%q is written at %.1f", text, size)
		}
	}
}
