package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// relaxCards are two cards that lead to what relaxes. They follow the profile:
// a screen makes them once.
func (w *Window) relaxCards() fyne.CanvasObject {
	cards := widgets.NewGrid(widgets.Grid{Narrowest: 330, Most: 2, Gap: 16})
	fill := func() {
		cards.RemoveAll()
		w.fillRelaxCards(cards)
	}
	w.onProfile(fill)
	fill()
	return widgets.NewColumn(10, widgets.NewHeading(catalog.L("Relax"), 16.5, widgets.SemiBold, widgets.ColorInk), cards)
}

func (w *Window) fillRelaxCards(cards *fyne.Container) {
	for _, x := range []struct{ kind, pill, text string }{
		{relax.Breathing, catalog.L("1 to 10 minutes"), catalog.L("A shape that grows and shrinks leads your breath, four to eight times a minute.")},
		{relax.Muscles, catalog.L("about 10 minutes"), catalog.L("Tense one group of muscles gently, let go, notice the difference, move on.")},
	} {
		if t, err := relax.Therapy(w.library(), x.kind); err == nil {
			cards.Add(w.relaxCard(t, x.pill, x.text))
		}
	}
}

func (w *Window) relaxCard(t *content.Therapy, pill, text string) fyne.CanvasObject {
	box := widgets.NewColumn(10,
		widgets.NewRow(widgets.Row{Gap: 10, Center: true, Tracks: []widgets.Track{{Grow: 1}}, Below: 300},
			widgets.NewParagraph(t.Name, 17, widgets.Bold, widgets.ColorInk), widgets.NewWrap(0, 0, widgets.NewPill(pill, widgets.Accent))),
		widgets.NewParagraph(text, 14, widgets.Regular, widgets.ColorInk2))
	a := w.judge().Therapy(t)
	if title, tone := verdictMark(a.Verdict); title != "" {
		box.Add(widgets.NewWrap(8, 6, widgets.NewPill(title, tone)))
	}
	kind := widgets.Primary
	if a.Verdict == safety.Held {
		kind = widgets.Quiet
	}
	open := widgets.NewButton(catalog.L("Choose and begin"), kind, func() { w.OpenAt(Relax, t.ID) })
	open.Hint = catalog.L("{{.Name}}: choose and begin", catalog.D{"Name": t.Name})
	box.Add(widgets.NewPad(2, 0, 0, 0, widgets.NewWrap(0, 0, open)))
	return widgets.NewCard(box)
}
