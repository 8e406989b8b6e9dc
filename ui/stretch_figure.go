package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// How long a figure holds, in seconds: on a card just long enough to see where
// it went, on a page for one breath.
const (
	thumbHoldS = 2
	pageHoldS  = 5
)

// figure shows how an exercise is done. It holds at most so many seconds.
func (w *Window) figure(e *content.Exercise, holdS int) *widgets.FigureView {
	f := widgets.NewFigureView(e.Figure, e.Pace(min(holdS, e.HoldS)))
	f.Alt = catalog.L("Picture of {{.Name}}", catalog.D{"Name": e.Name})
	f.Now, f.Calm = w.Now, w.motionLess
	return f
}

// tallestFigure is how high the figure of a page is at most, in pixels of the
// design.
const tallestFigure = 280

// movesFor is how long the figure of a page moves by itself. A page may be left
// open all day.
const movesFor = 90 * time.Second

// figureCard is the moving figure of an exercise's page.
func (s *entryScreen) figureCard(e *content.Exercise) fyne.CanvasObject {
	f := s.w.figure(e, pageHoldS)
	f.Highest = tallestFigure
	f.Enough = movesFor
	f.PlayGently()
	var play *widgets.Button
	name := func() string {
		if f.Moving() {
			return catalog.L("Pause")
		}
		return catalog.L("Play")
	}
	hint := func() string {
		if f.Moving() {
			return catalog.L("Pause the figure")
		}
		return catalog.L("Let the figure move")
	}
	told := func() {
		play.Hint = hint()
		play.SetLabel(name())
		s.p.Reflow()
	}
	play = widgets.NewButton(name(), widgets.Quiet, func() {
		if f.Moving() {
			f.Halt()
		} else {
			f.Play()
		}
		told()
	})
	f.OnRest = told
	play.Small, play.Hint = true, hint()
	row := widgets.NewWrap(8, 8, play)
	if e.Sides == content.LeftRight {
		other := smallButton(catalog.L("Other side"), catalog.L("Show the other side"), widgets.Quiet, func() { f.Mirror(!f.Mirrored()) })
		row.Add(other)
	}
	card := widgets.NewCard(widgets.NewColumn(10, f, centred(row)))
	card.Padding = 10
	return card
}
