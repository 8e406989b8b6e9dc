package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// readingScreen is a screen whose own tools come later. It leads to what there
// is to read, and says what of it is not for this person.
type readingScreen struct {
	w       *Window
	p       *widgets.Page
	verdict *fyne.Container
	judge   func(*fyne.Container) // fills in what suits the person
}

// newReading makes such a screen; cards stand below what suits the person.
func newReading(w *Window, title, sub string, judge func(*fyne.Container), cards ...fyne.CanvasObject) *readingScreen {
	s := &readingScreen{w: w, judge: judge, verdict: widgets.NewColumn(16)}
	guide := widgets.NewButton(catalog.L("Guide"), widgets.Quiet, func() { w.Open(Guide) })
	words := widgets.NewColumn(5, widgets.NewHeading(title, 25, widgets.Bold, widgets.ColorInk))
	if sub != "" {
		words.Add(widgets.NewParagraph(sub, 14, widgets.Regular, widgets.ColorInk2))
	}
	s.p = pageOf(widgets.NewColumn(20,
		widgets.NewRow(widgets.Row{Gap: 12, Below: 420, Tracks: []widgets.Track{{Grow: 1}}}, words, widgets.NewColumn(0, widgets.NewWrap(0, 0, guide))),
		widgets.NewColumn(16, append([]fyne.CanvasObject{s.verdict}, cards...)...)))
	w.onProfile(s.fill)
	s.fill()
	return s
}

func (s *readingScreen) page() *widgets.Page { return s.p }
func (s *readingScreen) shown()              { s.fill() }
func (s *readingScreen) changed()            {}

func (s *readingScreen) fill() {
	s.verdict.RemoveAll()
	s.judge(s.verdict)
	s.verdict.Hidden = len(s.verdict.Objects) == 0
	s.p.Reflow()
}

// reading leads to the topics of the guide that are named.
func (w *Window) reading(ids ...string) fyne.CanvasObject {
	var tiles []fyne.CanvasObject // each put in by itself would have all measured again
	for _, id := range ids {
		for _, t := range w.topics() {
			if t.id == id {
				tiles = append(tiles, w.topicTile(t))
			}
		}
	}
	return widgets.NewColumn(10, widgets.NewHeading(catalog.L("Good to know"), 16.5, widgets.SemiBold, widgets.ColorInk),
		widgets.NewGrid(widgets.Grid{Narrowest: 250, Most: 3, Gap: 14}, tiles...))
}

// logPain leads to where one says how one's back is.
func (w *Window) logPain() {
	w.Open(Today)
	if t, ok := w.screens[Today].(*todayScreen); ok {
		t.answerPain()
	}
}
