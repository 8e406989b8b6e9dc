package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/ui/widgets"
)

// Everything of a topic can be reached and followed with the keys, and what has
// the focus is in view.
func TestTopicsByKeyboard(t *testing.T) {
	s := newStage(t, Guide)
	s.frame.Resize(Smallest)
	for _, id := range []string{"massage-types", "heat-and-cold", topicTherapist} {
		s.OpenAt(Guide, id)
		sources, next := 0, 0
		for _, f := range s.tabThrough(t) {
			name := named(f)
			if strings.TrimSpace(name) == "" {
				t.Errorf("%s: %T has no name", id, f)
			}
			if strings.HasPrefix(name, "Source ") {
				sources++
			}
			if strings.HasPrefix(name, "Next: ") {
				next++
			}
			s.canvas.Focus(f)
			o := f.(fyne.CanvasObject)
			top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
			if top < 0 || top+o.Size().Height > Smallest.Height {
				t.Errorf("%s: %q has the focus out of sight, at %.0f", id, name, top)
			}
		}
		if want := len(s.guide().leaf.sources); sources != want || next != 1 {
			t.Errorf("%s: the keys reach %d of %d sources, and %d ways on", id, sources, want, next)
		}
	}
}

// A link of the table leads to the card, by Enter as by the mouse.
func TestTheTableLeadsToTheCards(t *testing.T) {
	s := newStage(t, Guide)
	s.OpenAt(Guide, "massage-types")
	var link *widgets.Link
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if l, ok := o.(*widgets.Link); ok && l.Label == "Thai massage" {
			link = l
		}
	})
	link.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	y := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.guide().leaf.at["massage.type:thai"]).Y
	if y < 0 || y > 200 {
		t.Errorf("the card stands at %.0f", y)
	}
}

// A window that is made at a part of the guide scrolls there once it has a size.
func TestGuideOpenedBeforeTheWindowHasASize(t *testing.T) {
	s := newStage(t, Today)
	g := newGuide(s.Window).(*guideScreen)
	g.openAt("massage.type:thai")
	if g.reach == "" {
		t.Fatal("it does not wait for its place")
	}
	s.screens[Guide] = g
	s.Open(Massage)
	s.OpenAt(Guide, "massage.type:thai")
	if g.reach != "" {
		t.Error("it still waits")
	}
}
