package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/ui/widgets"
)

// nextLine says when an interval reminder comes.
func (w *Window) nextLine(id reminders.ID) string {
	r, ok := w.reminder(id)
	now := w.now()
	switch {
	case !w.live():
		return catalog.L("The reminders are not running.")
	case !ok || !r.Enabled:
		return catalog.L("Switched off in Settings.")
	case w.open(id):
		return catalog.L("It is on screen now.")
	case w.status.Paused:
		return catalog.L("Paused.")
	case !w.status.InHours:
		return catalog.L("Outside working hours.")
	case r.Waiting:
		return catalog.L("Due, and waiting for a good moment.")
	case r.SnoozedUntil != nil:
		return catalog.L("Snoozed until {{.Time}}.", catalog.D{"Time": clock(r.SnoozedUntil.In(now.Location()))})
	case r.Next != nil && r.Every != nil:
		return catalog.L("At {{.Time}}, if you stay seated; every {{.Length}} of sitting.", catalog.D{
			"Time": w.dates.coming(r.Next.In(now.Location()), now), "Length": often(r.Every.Duration()),
		})
	case r.Every != nil:
		return catalog.L("After {{.Length}} of sitting.", catalog.D{"Length": often(r.Every.Duration())})
	}
	return catalog.L("Nothing planned.")
}

func (w *Window) placePage(title, sub string, cards ...fyne.CanvasObject) *widgets.Page {
	head := widgets.NewColumn(5, widgets.NewHeading(title, 25, widgets.Bold, widgets.ColorInk))
	if sub != "" {
		head.Add(widgets.NewParagraph(sub, 14, widgets.Regular, widgets.ColorInk2))
	}
	return pageOf(widgets.NewColumn(20, head, widgets.NewColumn(16, cards...)))
}

func (w *Window) nextCard(title string, next *widgets.Text) fyne.CanvasObject {
	change := widgets.NewButton(catalog.L("Change"), widgets.Quiet, func() { w.Open(Settings) })
	return widgets.NewCard(widgets.NewRow(widgets.Row{Gap: 16, Center: true, Below: 360, Tracks: []widgets.Track{{Grow: 1}}},
		widgets.NewColumn(4, widgets.NewCardTitle(title), next), widgets.NewWrap(0, 0, change)))
}

// laterCard says what is not there yet.
func laterCard(g widgets.Glyph, title, text string) fyne.CanvasObject {
	return widgets.NewTintedCard(widgets.ColorPrimarySoft, widgets.NewRow(widgets.Row{
		Gap: 16, Center: true, Tracks: []widgets.Track{{}, {Grow: 1}},
	}, widgets.NewIcon(g, 30, widgets.ColorPrimaryText), widgets.NewColumn(3,
		widgets.NewHeading(title, 14, widgets.SemiBold, widgets.ColorPrimaryText),
		widgets.NewParagraph(text, 14, widgets.Regular, widgets.ColorInk))))
}

// emptyCard is a friendly card for a place with nothing in it yet.
func emptyCard(g widgets.Glyph, head, text, today string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	box := widgets.NewColumn(10,
		widgets.NewBadge(g),
		widgets.NewParagraph(head, 19, widgets.Bold, widgets.ColorInk),
		widgets.NewParagraph(text, 14.5, widgets.Regular, widgets.ColorInk))
	if today != "" {
		box.Add(widgets.NewParagraph(today, 14.5, widgets.Regular, widgets.ColorInk2))
	}
	if len(buttons) > 0 {
		box.Add(widgets.NewPad(6, 0, 0, 0, widgets.NewWrap(8, 8, buttons...)))
	}
	c := widgets.NewCard(box)
	c.Padding = 30
	return c
}
