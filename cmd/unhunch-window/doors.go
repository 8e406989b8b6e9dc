package main

import (
	"context"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/ui"
)

// doors is what others may ask of the window.
type doors struct {
	control.NotHere
	w     *ui.Window
	frame fyne.Window
	app   fyne.App
}

// Open shows a screen and comes to the front.
func (d doors) Open(_ context.Context, r control.OpenRequest) error {
	if _, ok := ui.ScreenOf(r.Screen); !ok {
		return &control.Error{Code: control.CodeFailed, Message: "there is no screen " + r.Screen, Hint: "the screens are " + names()}
	}
	ui.OnUI(func() { openHere(d.w, d.frame, r) })
	return nil
}

// Reload shows settings that were changed elsewhere.
func (d doors) Reload(context.Context) error {
	ui.OnUI(d.w.SettingsChanged)
	return nil
}

// Quit closes the window.
func (d doors) Quit(context.Context) error {
	ui.OnUI(d.app.Quit)
	return nil
}
