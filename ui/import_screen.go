package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
)

func newImportScreen(w *Window) screen {
	return newReading(w, catalog.L("Calendar file"), "", func(*fyne.Container) {})
}

// chooseCalendar asks for a calendar file and shows what is in it.
func (w *Window) chooseCalendar() {
	w.files.open(catalog.L("Import a calendar file"), []string{".ics"}, func(path string) { w.OpenAt(Import, path) })
}
