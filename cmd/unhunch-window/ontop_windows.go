package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

var setWindowPos = windows.NewLazySystemDLL("user32.dll").NewProc("SetWindowPos")

// keepOnTop keeps a window above all others, or no longer.
func keepOnTop(frame fyne.Window, on bool) (done bool) {
	const (
		topmost  = ^uintptr(0) // HWND_TOPMOST, -1
		ordinary = ^uintptr(1) // HWND_NOTOPMOST, -2
		noSize   = 0x1
		noMove   = 0x2
		noFocus  = 0x10
	)
	native, ok := frame.(driver.NativeWindow)
	if !ok {
		return false
	}
	native.RunNative(func(context any) {
		w, ok := context.(driver.WindowsWindowContext)
		if !ok {
			return
		}
		after := ordinary
		if on {
			after = topmost
		}
		r, _, _ := setWindowPos.Call(w.HWND, after, 0, 0, 0, 0, noSize|noMove|noFocus)
		done = r != 0
	})
	return done
}
