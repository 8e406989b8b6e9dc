package main

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/ui"
)

// doors is what others may ask of the window.
type doors struct {
	control.NotHere
	w       *ui.Window
	frame   fyne.Window
	closing <-chan struct{} // closed once the window is going
	asked   *time.Time      // when it was last asked for; of the window's goroutine
	going   *bool           // it was told to close, and will; of the window's goroutine
}

// leave closes the window. Who asks for it from now on is told to start another.
func (d doors) leave() {
	*d.going = true
	d.frame.Close()
}

// Open shows a screen and comes to the front. It answers once that is done: a
// window that is being closed would only lose the wish.
func (d doors) Open(ctx context.Context, r control.OpenRequest) error {
	if _, ok := ui.ScreenOf(r.Screen); !ok {
		return &control.Error{Code: control.CodeFailed, Message: catalog.L("there is no screen {{.Given}}", catalog.D{"Given": r.Screen}), Hint: catalog.L("the screens are {{.Screens}}", catalog.D{"Screens": names()})}
	}
	shown := make(chan struct{})
	ui.OnUI(func() {
		if *d.going {
			return // it closes before it could be seen
		}
		*d.asked = now()
		openHere(d.w, d.frame, r)
		close(shown)
	})
	select {
	case <-shown:
		return nil
	case <-d.closing:
		return control.ErrNotRunning
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Reload shows settings that were changed elsewhere.
func (d doors) Reload(context.Context) error {
	ui.OnUI(d.w.SettingsChanged)
	return nil
}

// Quit closes the window.
func (d doors) Quit(context.Context) error {
	ui.OnUI(d.leave)
	return nil
}
