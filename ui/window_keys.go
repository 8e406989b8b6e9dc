package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// shortcuts are Ctrl and a digit for the screens of the rail, Ctrl+K to search,
// Ctrl+Z to take back and Alt+Left to go back.
func (w *Window) shortcuts(c fyne.Canvas) {
	for _, p := range railPlaces() {
		c.AddShortcut(placeShortcut(p), w.shortcut)
	}
	c.AddShortcut(&fyne.ShortcutUndo{}, w.shortcut)
	c.AddShortcut(backShortcut, w.shortcut)
	c.AddShortcut(searchShortcut, w.shortcut)
	for _, k := range []fyne.Shortcut{saveShortcut, upShortcut, downShortcut} {
		c.AddShortcut(k, w.shortcut)
	}
	c.SetOnTypedKey(func(k *fyne.KeyEvent) {
		if s, ok := w.screens[w.current].(keyed); ok && !w.searching() && s.key(k.Name) {
			return
		}
		if k.Name == fyne.KeyEscape {
			w.escape()
		}
	})
}

// escape closes what lies on top: the search, then the toast, then the
// welcome.
func (w *Window) escape() {
	welcome, _ := w.screens[w.current].(*welcomeScreen)
	switch {
	case w.searching():
		w.closeSearch()
	case w.shell.toast.Visible():
		w.shell.toast.hide()
	case welcome != nil:
		welcome.skip()
	}
}

// shortcut does what one of the window's key combinations means.
func (w *Window) shortcut(s fyne.Shortcut) {
	switch s.ShortcutName() {
	case (&fyne.ShortcutUndo{}).ShortcutName():
		w.undoLast()
		return
	case backShortcut.ShortcutName():
		w.closeSearch()
		w.Back()
		return
	case searchShortcut.ShortcutName():
		w.openSearch()
		return
	}
	if f, ok := w.screens[w.current].(interface{ shortcut(fyne.Shortcut) bool }); ok && !w.searching() && f.shortcut(s) {
		return
	}
	for _, p := range railPlaces() {
		if placeShortcut(p).ShortcutName() == s.ShortcutName() {
			w.Open(p.screen)
		}
	}
}

var backShortcut = &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt}

// placeShortcut are the keys of a place of the rail.
func placeShortcut(p place) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: p.key, Modifier: fyne.KeyModifierControl}
}
