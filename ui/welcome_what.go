package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// whatItDoes is the first step: what Unhunch is for, what massage can and
// cannot do, and where the data stays.
func (s *welcomeScreen) whatItDoes() fyne.CanvasObject {
	lines := widgets.NewColumn(16)
	for _, l := range []struct {
		glyph widgets.Glyph
		text  string
	}{
		{widgets.IconPosture, catalog.L("It reminds you kindly, at the right moment, to notice how you sit and to move.")},
		{widgets.IconStretch, catalog.L("It shows what to do step by step, each with its source, and holds back what does not suit you.")},
		{widgets.IconJournal, catalog.L("It keeps a journal of how your back is, so that you see over weeks what helps.")},
	} {
		lines.Add(widgets.NewRow(widgets.Row{Gap: 16, Center: true, Tracks: []widgets.Track{{Fixed: 56}, {Grow: 1}}},
			widgets.NewBadge(l.glyph), widgets.NewParagraph(l.text, 16, widgets.Medium, widgets.ColorInk)))
	}
	cards := widgets.NewColumn(16, widgets.NewCard(lines))
	if c := s.massageCard(); c != nil {
		cards.Add(c)
	}
	cards.Add(laterCard(widgets.IconCheck, catalog.L("Everything stays on this machine"),
		catalog.L("No account, no cloud. Your answers and your journal are plain files of yours, to copy, back up or delete.")))
	return cards
}

// shownFindings is how many findings about massage the welcome shows.
const shownFindings = 2

// massageCard says honestly what is known about massage; nil if it cannot be
// read.
func (s *welcomeScreen) massageCard() fyne.CanvasObject {
	m, err := s.w.library().Massage()
	if err != nil {
		return nil
	}
	box := widgets.NewColumn(12, widgets.NewParagraph(m.Headline, 18, widgets.SemiBold, widgets.ColorInk))
	for _, f := range m.Evidence[:min(shownFindings, len(m.Evidence))] {
		box.Add(widgets.NewColumn(3, append([]fyne.CanvasObject{said(f.Text)}, s.w.sourceLinks(f.Sources)...)...))
	}
	more := widgets.NewButton(catalog.L("Read more"), widgets.Quiet, func() { s.w.OpenAt(Guide, "massage-what-it-can-do") })
	more.Hint = catalog.L("Read more about what massage can and cannot do")
	box.Add(widgets.NewWrap(0, 0, more))
	title := widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 420, Tracks: []widgets.Track{{Grow: 1}}},
		widgets.NewParagraph(catalog.L("What massage can and cannot do"), 14, widgets.SemiBold, widgets.ColorInk2),
		widgets.NewWrap(0, 0, widgets.NewPill(catalog.L("Weak evidence"), widgets.Amber)))
	return widgets.NewCard(widgets.NewColumn(10, title, box))
}
