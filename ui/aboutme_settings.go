package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// aboutCard leads from Settings to what was told about the person, and to what
// everything rests on.
func (w *Window) aboutCard() fyne.CanvasObject {
	line := func(title, text, button string, at Screen) fyne.CanvasObject {
		open := widgets.NewButton(button, widgets.Quiet, func() { w.Open(at) })
		return widgets.NewPad(11, 0, 11, 0, widgets.NewRow(widgets.Row{Gap: 18, Center: true, Below: 420, Tracks: []widgets.Track{{Grow: 1}}},
			widgets.NewColumn(3,
				widgets.NewParagraph(title, 14.5, widgets.Medium, widgets.ColorInk),
				widgets.NewParagraph(text, 13, widgets.Regular, widgets.ColorInk2)),
			widgets.NewWrap(0, 0, open)))
	}
	return widgets.NewCard(widgets.NewColumn(0,
		widgets.NewHeading(catalog.L("You and the library"), 16.5, widgets.SemiBold, widgets.ColorInk),
		line(catalog.L("About you"), catalog.L("What you told decides what Unhunch holds back from you."), catalog.L("Look or change"), AboutMe),
		widgets.NewLine(),
		line(catalog.L("Welcome"), catalog.L("What Unhunch does, and why reminders begin as they do."), catalog.L("See it again"), Welcome),
		widgets.NewLine(),
		line(catalog.L("Sources"), catalog.L("Everything Unhunch says, and where it comes from."), catalog.L("See all sources"), Sources)))
}
