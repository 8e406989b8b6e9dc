package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
)

func newPrepareScreen(w *Window) screen {
	return newReading(w, catalog.L("Before a massage"), "", func(*fyne.Container) {})
}

// beforeYouGo are the lines of the checklist on the next appointment's card.
func (s *massageScreen) beforeYouGo() []fyne.CanvasObject { return nil }
