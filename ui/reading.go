package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// reading leads to the topics of the guide that are named.
func (w *Window) reading(ids ...string) fyne.CanvasObject {
	var tiles []fyne.CanvasObject // each put in by itself would have all measured again
	for _, id := range ids {
		for _, t := range w.topics() {
			if t.id == id {
				tiles = append(tiles, w.topicTile(t))
			}
		}
	}
	return widgets.NewColumn(10, widgets.NewHeading(catalog.L("Good to know"), 16.5, widgets.SemiBold, widgets.ColorInk),
		widgets.NewGrid(widgets.Grid{Narrowest: 250, Most: 3, Gap: 14}, tiles...))
}
