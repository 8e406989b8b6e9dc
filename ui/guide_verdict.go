package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// verdict is verdictCard with its sources as numbers of the page.
func (l *leaf) verdict(name string, a safety.Advice) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, r := range a.Reasons {
		runs := append([]widgets.Run{{Text: r.Text}}, l.numbered(r.Sources)...)
		rows = append(rows, widgets.NewProse(14.5, widgets.ColorInk, l.follow, runs...))
	}
	return l.w.verdictBox(name, a, rows)
}

// onEntry is what an entry's own card says of it. Reasons that stand at the top
// of the page already are not repeated; where there are no others, a mark is
// enough.
func (l *leaf) onEntry(a safety.Advice) fyne.CanvasObject {
	title, tone := verdictMark(a.Verdict)
	if title == "" {
		return nil
	}
	own := a
	own.Reasons = slices.DeleteFunc(slices.Clone(a.Reasons), func(r safety.Reason) bool {
		return slices.ContainsFunc(l.general.Reasons, func(g safety.Reason) bool { return g.Text == r.Text })
	})
	if len(own.Reasons) == 0 {
		return widgets.NewWrap(0, 0, widgets.NewPill(title, tone))
	}
	return l.verdict("", own)
}

// entryCard is an entry's card: its name, the mark of what safety says of it,
// and the rest.
func (l *leaf) entryCard(kind, id, name string, a safety.Advice, rows ...fyne.CanvasObject) *widgets.Card {
	box := widgets.NewColumn(10, widgets.NewParagraph(name, 16.5, widgets.SemiBold, widgets.ColorInk))
	if v := l.onEntry(a); v != nil {
		box.Add(v)
	}
	for _, r := range rows {
		box.Add(widgets.NewMeasure(readable, r))
	}
	card := widgets.NewCard(box)
	l.mark(kind, id, card)
	return card
}
