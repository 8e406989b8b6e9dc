package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

const (
	// looksBack is how far a history goes here; the journal has all.
	looksBack = 90 * 24 * time.Hour
	// skewed is how far ahead of now an entry may be: clocks differ.
	skewed = time.Hour
)

// history is the rows of what was done of late, newest first: a few, and all
// of them once they are asked for.
type history struct {
	few  int
	all  bool
	sum  *widgets.Text // what they come to
	rows *fyne.Container
	more *widgets.Button
}

// newHistory makes one of which a few rows are shown. turned is called when
// more or fewer are asked for.
func newHistory(few int, sum *widgets.Text, turned func()) *history {
	h := &history{few: few, sum: sum, rows: widgets.NewColumn(0)}
	h.more = widgets.NewButton("", widgets.Quiet, func() {
		h.all = !h.all
		turned()
	})
	h.more.Small = true
	return h
}

// head is the heading, with the sum below it and the button beside it.
func (h *history) head() fyne.CanvasObject {
	return widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 400, Tracks: []widgets.Track{{Grow: 1}}},
		widgets.NewColumn(1, widgets.NewHeading(catalog.L("What you did"), 17, widgets.SemiBold, widgets.ColorInk), h.sum),
		widgets.NewWrap(0, 0, h.more))
}

// card holds the rows.
func (h *history) card() fyne.CanvasObject {
	card := widgets.NewCard(h.rows)
	card.Padding = 14
	return card
}

// lay shows rows of as many entries as there are.
func (h *history) lay(entries int, row func(i int) fyne.CanvasObject) {
	h.rows.RemoveAll()
	shown := entries
	if !h.all {
		shown = min(entries, h.few)
	}
	for i := range shown {
		if i > 0 {
			h.rows.Add(widgets.NewLine())
		}
		h.rows.Add(row(i))
	}
	h.more.SetLabel(catalog.L("All of the last three months"))
	if h.all {
		h.more.SetLabel(catalog.L("Fewer"))
	}
	setVisible(h.more, entries > h.few)
}

// historyRow is an entry: its name and when it was, and behind that what it did
// and what can be done with it.
func historyRow(words, tail fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewPad(6, 0, 6, 0, widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 520, Tracks: []widgets.Track{{Grow: 1}}}, words, tail))
}

// nameOver is a name above what there is to say of it.
func nameOver(name, text string) *fyne.Container {
	return widgets.NewColumn(1,
		widgets.NewParagraph(name, 14, widgets.SemiBold, widgets.ColorInk),
		widgets.NewParagraph(text, 13, widgets.Regular, widgets.ColorInk2))
}

// dayAndTime is "Thursday, 12 November, 17:30".
func (w *Window) dayAndTime(at time.Time) string {
	now := w.now()
	at = at.In(now.Location())
	return catalog.L("{{.Day}}, {{.Time}}", catalog.D{"Day": sentence(w.dates.heading(at, now)), "Time": clock(at)})
}

// deleteUndoably deletes the entry with an id, says so, and offers to bring it
// back. reload is called after either.
func (w *Window) deleteUndoably(id, done string, remove, back func(id string) error, reload func()) {
	w.ask(catalog.L("Deleting"), func() error { return remove(id) }, func() {
		reload()
		w.offerUndo(done, func() {
			w.ask(catalog.L("Bringing it back"), func() error { return back(id) }, reload)
		})
	})
}
