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
}

// NewEntry makes a line to type in.
func NewEntry(label string) *Entry {
	e := &Entry{Label: label}
	e.ExtendBaseWidget(e)
	e.Wrapping = fyne.TextWrapOff
	e.Scroll = fyne.ScrollHorizontalOnly
	e.OnSubmitted = func(string) { e.done() }
	return e
}

// SetText changes what stands there; OnDone does not hear of it.
func (e *Entry) SetText(s string) {
	e.told = s
	if e.Text != s {
		e.Entry.SetText(s)
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
	ShowFocused(e)
}

// FocusLost hands over what was typed.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	e.done()
}

// TypedKey takes back what was typed on Escape.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape && e.OnCancel != nil {
		e.OnCancel()
		return
	}
	e.Entry.TypedKey(k)
}

// TypedShortcut passes the window's own shortcuts on, which the focused line
// would swallow.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok {
		if canvas, ok := fyne.CurrentApp().Driver().CanvasForObject(e).(fyne.Shortcutable); ok {
			canvas.TypedShortcut(c)
			return
		}
	}
	e.Entry.TypedShortcut(s)
}

// AccessibilityLabel is what is typed here, and what stands there.
func (e *Entry) AccessibilityLabel() string { return e.Label + ": " + e.Text }

// AccessibilityRole says that this is text.
func (e *Entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
