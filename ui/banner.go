package ui

import (
	"slices"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// banners shows what the person should know above every screen: that the
// reminders are not running, and the agent's notices.
func (w *Window) banners() {
	b := w.shell.banners
	b.RemoveAll()
	if w.down != "" {
		b.Add(banner(widgets.IconPause, catalog.L("Reminders are not running"), w.down,
			widgets.NewButton(catalog.L("Start reminders"), widgets.Primary, func() {
				w.ask(catalog.L("Starting the reminders"), w.Agent.Start, nil)
			})))
	}
	seen := map[string]bool{}
	for _, n := range slices.Concat(w.notices, w.status.Notices) {
		if w.dismissed[n] || seen[n] {
			continue
		}
		seen[n] = true
		ok := widgets.NewButton(catalog.L("Got it"), widgets.Raised, func() {
			w.dismissed[n] = true
			w.banners()
		})
		ok.Hint = catalog.L("Dismiss: {{.Notice}}", catalog.D{"Notice": n})
		b.Add(banner(widgets.IconInfo, "", n, ok))
	}
	if o := w.pausedBanner(); o != nil {
		b.Add(o)
	}
	for _, o := range w.personBanners() {
		b.Add(o)
	}
	w.shell.Refresh()
}

// banner is one line of news with its buttons.
func banner(g widgets.Glyph, title, text string, buttons ...*widgets.Button) *widgets.Card {
	row := widgets.NewWrap(8, 8)
	for _, o := range buttons {
		row.Add(o)
	}
	words := widgets.NewColumn(2)
	if title != "" {
		words.Add(widgets.NewParagraph(title, 14.5, widgets.SemiBold, widgets.ColorInk))
	}
	words.Add(widgets.NewParagraph(text, 13.5, widgets.Regular, widgets.ColorInk))
	below := float32(420)
	if len(buttons) > 1 {
		below = 640
	}
	c := widgets.NewTintedCard(widgets.ColorAmberSoft, widgets.NewRow(widgets.Row{
		Gap: 14, Center: true, Tracks: []widgets.Track{{}, {Grow: 1}},
	}, widgets.NewIcon(g, 22, widgets.ColorAmberText), widgets.NewRow(widgets.Row{
		Gap: 12, Center: true, Below: below, Tracks: []widgets.Track{{Grow: 1}},
	}, words, row)))
	c.Padding = 14
	return c
}
