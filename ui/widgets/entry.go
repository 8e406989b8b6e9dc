package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is a line to type in. What was typed is handed over once, on Enter or
// when the focus moves on; Escape takes it back.
type Entry struct {
	widget.Entry
	Label    string // what is typed here, for a screen reader
	OnDone   func(string)
	OnCancel func()
	told     string // what OnDone heard last
	typed    bool   // since it was filled in
	whole    string // the placeholder
	self     fyne.CanvasObject
}

// NewEntry makes a line to type in.
func NewEntry(label string) *Entry {
	e := &Entry{Label: label}
	e.self = e
	e.ExtendBaseWidget(e)
	e.Wrapping = fyne.TextWrapOff
	e.Scroll = fyne.ScrollHorizontalOnly
	e.OnSubmitted = func(string) { e.done() }
	return e
}

// SetText changes what stands there; OnDone does not hear of it.
func (e *Entry) SetText(s string) {
	e.told, e.typed = s, false
	if e.Text != s {
		if e.SelectedText() != "" {
			e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) // what was marked is gone: typing must not replace it
		}
		e.Entry.SetText(s)
	}
}

// SetPlaceHolder changes what stands there while nothing is typed.
func (e *Entry) SetPlaceHolder(s string) {
	e.whole = s
	e.Entry.SetPlaceHolder(s)
}

// CreateRenderer draws the line as the toolkit does.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	return &wheeled{WidgetRenderer: e.Entry.CreateRenderer(), over: newWheel(e.self)}
}

// Resize shortens the placeholder to what there is room for.
func (e *Entry) Resize(size fyne.Size) {
	e.Entry.Resize(size)
	if e.whole == "" {
		e.whole = e.PlaceHolder
	}
	if e.whole == "" {
		return
	}
	line := Text{Content: e.whole, TextSize: 14, Style: e.TextStyle}
	if fits := line.shown(size.Width - Px(24))[0]; fits != e.PlaceHolder {
		e.Entry.SetPlaceHolder(fits)
	}
}

func (e *Entry) done() {
	if e.Text == e.told {
		return
	}
	e.told = e.Text
	if e.OnDone != nil {
		e.OnDone(e.Text)
	}
}

// FocusGained brings the line into view.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	ShowFocused(e.self)
}

// FocusLost hands over what was typed.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	e.done()
}

// TypedRune types a letter.
func (e *Entry) TypedRune(r rune) {
	e.typed = true
	e.Entry.TypedRune(r)
}

// TypedKey takes back what was typed on Escape.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		if e.OnCancel != nil {
			e.OnCancel()
		} else {
			passOn(e.self, k)
		}
		return
	}
	was := e.Text
	e.Entry.TypedKey(k)
	e.typed = e.typed || e.Text != was
}

// TypedShortcut passes the window's own shortcuts on, which the focused line
// would swallow. Those that edit, such as Ctrl+Left, it keeps.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if !e.Edits(s) && e.passUp(s) {
		return
	}
	was := e.Text
	e.Entry.TypedShortcut(s)
	e.typed = e.typed || e.Text != was
}

// passUp gives the window a combination.
func (e *Entry) passUp(s fyne.Shortcut) bool {
	c, ok := fyne.CurrentApp().Driver().CanvasForObject(e.self).(fyne.Shortcutable)
	if ok {
		c.TypedShortcut(s)
	}
	return ok
}

// Edits tells whether a combination means something to the line: cut and
// paste, moving or deleting by words, and undo once something was typed.
func (e *Entry) Edits(s fyne.Shortcut) bool {
	if _, undo := s.(*fyne.ShortcutUndo); undo {
		return e.typed
	}
	c, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return true
	}
	if c.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return false
	}
	switch c.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	}
	return false
}

// AccessibilityLabel is what is typed here, and what stands there.
func (e *Entry) AccessibilityLabel() string { return e.Label + ": " + e.Text }

// AccessibilityRole says that this is text.
func (e *Entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
