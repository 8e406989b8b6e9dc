package ui

import (
	"slices"

	"github.com/unhunch/unhunch/ui/widgets"
)

// banners shows what the person should know above every screen: that the
// reminders are not running, and the agent's notices.
func (w *Window) banners() {
	b := w.shell.banners
	b.RemoveAll()
	if w.down != "" {
		b.Add(banner(widgets.IconPause, "Reminders are not running", w.down,
			widgets.NewButton("Start reminders", widgets.Primary, func() {
				w.ask("Starting the reminders", w.Agent.Start, nil)
			})))
	}
	seen := map[string]bool{}
	for _, n := range slices.Concat(w.notices, w.status.Notices) {
		if w.dismissed[n] || seen[n] {
			continue
		}
		seen[n] = true
		ok := widgets.NewButton("Got it", widgets.Raised, func() {
			w.dismissed[n] = true
			w.banners()
		})
		ok.Hint = "Dismiss: " + n
		b.Add(banner(widgets.IconInfo, "", n, ok))
	}
	w.shell.Refresh()
}

// banner is one line of news with a button.
func banner(g widgets.Glyph, title, text string, button *widgets.Button) *widgets.Card {
	words := widgets.NewColumn(2)
	if title != "" {
		words.Add(widgets.NewParagraph(title, 14.5, widgets.SemiBold, widgets.ColorInk))
	}
	words.Add(widgets.NewParagraph(text, 13.5, widgets.Regular, widgets.ColorInk))
	c := widgets.NewTintedCard(widgets.ColorAmberSoft, widgets.NewRow(widgets.Row{
		Gap: 14, Center: true, Tracks: []widgets.Track{{}, {Grow: 1}},
	}, widgets.NewIcon(g, 22, widgets.ColorAmberText), widgets.NewRow(widgets.Row{
		Gap: 12, Center: true, Below: 420, Tracks: []widgets.Track{{Grow: 1}},
	}, words, widgets.NewWrap(0, 0, button))))
	c.Padding = 14
	return c
}
