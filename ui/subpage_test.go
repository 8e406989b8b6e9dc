package ui

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/ui/widgets"
)

// The chevron of the way back begins where the title below it does.
func TestTheWayBackStandsAboveTheTitle(t *testing.T) {
	for _, text := range []int{80, 100, 200} {
		s := newStage(t, Sources, func(s *stage) { s.prefs.now.Window.TextSize = text })
		var title float32
		walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) {
			if w, ok := o.(*widgets.Text); ok && w.Content == "Sources" {
				title = at.X
			}
		})
		back := s.button(t, "Back")
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(back).X + widgets.Px(back.Inset()-chevronBegins)
		if math.Abs(float64(at-title)) > 0.5 {
			t.Errorf("at %d %% the chevron begins at %.1f, the title at %.1f", text, at, title)
		}
	}
}
