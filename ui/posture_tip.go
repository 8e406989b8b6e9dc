package ui

import (
	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// bigTip is the day's tip, large, and as many more as somebody asks for.
type bigTip struct{ *tipCard }

func newBigTip(w *Window) *bigTip {
	t := &bigTip{makeTipCard(w, 21)}
	another := widgets.NewButton(catalog.L("Another one"), widgets.Plain, t.another)
	another.Hint = catalog.L("Another tip")
	words := t.words()
	words.Add(widgets.NewPad(8, 0, 0, 0, widgets.NewWrap(8, 8, t.toggle, another)))
	t.card = widgets.NewTintedCard(widgets.ColorPrimarySoft, widgets.NewRow(widgets.Row{
		Gap: 24, Center: true, Below: 480, Tracks: []widgets.Track{{Fixed: 168}, {Grow: 1}},
	}, widgets.NewSquare(168, 104, widgets.NewSitter()), words))
	t.card.Padding = 24
	return t
}

// another shows the next tip.
func (t *bigTip) another() {
	t.after++
	t.refresh()
	t.grew()
}
