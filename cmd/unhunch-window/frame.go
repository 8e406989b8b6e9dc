package main

import "fyne.io/fyne/v2"

// outside is the window's frame.
type outside struct{ frame fyne.Window }

// FullScreen fills the screen, or gives the window its frame again.
func (o *outside) FullScreen(on bool) { o.frame.SetFullScreen(on) }

// OnTop keeps the window above all others. False means that it cannot here.
func (o *outside) OnTop(on bool) bool { return keepOnTop(o.frame, on) }
