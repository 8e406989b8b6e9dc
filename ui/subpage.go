package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// chevronBegins is how far the chevron's lines stand from the left of its
// square, so that they begin where the title does.
const chevronBegins = -3

// subHead heads a screen that stands in no rail: the way back, its title, and
// a line below it.
func (w *Window) subHead(title, sub string, actions ...fyne.CanvasObject) fyne.CanvasObject {
	back := widgets.NewButton(catalog.L("Back"), widgets.Plain, w.Back)
	back.Glyph = &widgets.IconLeft
	back.Hint = catalog.L("Back, Alt+Left")
	words := widgets.NewColumn(3, widgets.NewPad(0, 0, 0, chevronBegins-back.Inset(), widgets.NewWrap(0, 0, back)), widgets.NewHeading(title, 25, widgets.Bold, widgets.ColorInk))
	if sub != "" {
		words.Add(widgets.NewParagraph(sub, 14, widgets.Regular, widgets.ColorInk2))
	}
	if len(actions) == 0 {
		return words
	}
	return widgets.NewRow(widgets.Row{Gap: 12, Below: 560, Tracks: []widgets.Track{{Grow: 1}}},
		words, widgets.NewColumn(0, widgets.NewWrap(8, 8, actions...)))
}
