package ui

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// An exercise of a pack that has a picture instead of a pose shows it.
func TestStretchShowsThePicturesOfPacks(t *testing.T) {
	s := newStage(t, Today)
	s.Library = content.OpenWith(content.BuiltIn(), os.DirFS("../content/testdata/packs"))
	s.Open(Stretch)
	for _, c := range s.stretch(t).exercises.cards {
		if c.e.ID != "towel-turn" {
			continue
		}
		var picture *widgets.Picture
		walk(c.tile, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
			if p, ok := o.(*widgets.Picture); ok {
				picture = p
			}
		})
		if picture == nil || picture.Size().Height < 60 || c.tile.Figure != nil {
			t.Error("its sketch is not shown")
		}
		c.tile.Tapped(nil)
		s.mustSay(t, "Turn with a towel")
		return
	}
	t.Error("the exercise of the pack has no card")
}
