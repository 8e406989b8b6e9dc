package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
)

func newBookingScreen(w *Window) screen {
	return newReading(w, catalog.L("Appointment"), "", func(*fyne.Container) {})
}
