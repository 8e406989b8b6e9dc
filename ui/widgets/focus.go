package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// revealer is the window's content where it can scroll an object into view.
type revealer interface{ Reveal(fyne.CanvasObject) }

// control is what every widget one can operate shares: focus, hover, and
// being disabled.
type control struct {
	widget.BaseWidget
	self     fyne.Widget
	focused  bool
	hovered  bool
	disabled bool
}

func (c *control) init(self fyne.Widget) {
	c.self = self
	c.ExtendBaseWidget(self)
}

// FocusGained shows the focus ring and brings the widget into view.
func (c *control) FocusGained() {
	c.focused = true
	c.self.Refresh()
	ShowFocused(c.self)
}

// FocusLost takes the focus ring away.
func (c *control) FocusLost() {
	c.focused = false
	c.self.Refresh()
}

// TypedRune does nothing: these widgets take keys, not text.
func (c *control) TypedRune(rune) {}

// MouseIn marks the widget as pointed at.
func (c *control) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.self.Refresh()
}

// MouseMoved does nothing more.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends MouseIn.
func (c *control) MouseOut() {
	c.hovered = false
	c.self.Refresh()
}

// Cursor is the pointing hand, where pressing does something.
func (c *control) Cursor() desktop.Cursor {
	if c.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// Disabled tells whether pressing does nothing for now.
func (c *control) Disabled() bool { return c.disabled }

// Disable makes pressing do nothing and says so by its look.
func (c *control) Disable() { c.setDisabled(true) }

// Enable ends Disable.
func (c *control) Enable() { c.setDisabled(false) }

func (c *control) setDisabled(off bool) {
	if c.disabled != off {
		c.disabled = off
		c.self.Refresh()
	}
}

// AccessibilityRole says that it can be pressed.
func (c *control) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// ShowFocused brings an object that got the focus into view, where the
// window's content knows how.
func ShowFocused(o fyne.CanvasObject) {
	app := fyne.CurrentApp()
	if app == nil {
		return
	}
	if c := app.Driver().CanvasForObject(o); c != nil {
		if r, ok := c.Content().(revealer); ok {
			r.Reveal(o)
		}
	}
}

// pressed tells whether a key means "press": Enter or Space.
func pressed(k *fyne.KeyEvent) bool {
	return k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter || k.Name == fyne.KeySpace
}

// pressed tells whether a key presses the widget. Any other means nothing to
// it, but perhaps to the window.
func (c *control) pressed(k *fyne.KeyEvent) bool {
	if !pressed(k) {
		passOn(c.self, k)
		return false
	}
	return true
}

// passOn gives the window a key that the focused object has no use for.
func passOn(o fyne.CanvasObject, k *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(k)
	}
}

// focusRing is the line around a widget that has the keyboard's focus.
func focusRing() *canvas.Rectangle {
	return &canvas.Rectangle{FillColor: color.Transparent}
}

// ringGap is how far outside a widget the focus ring runs.
const ringGap = 4

// ring paints and places a focus ring a little outside a widget.
func (c *control) ring(r *canvas.Rectangle, size fyne.Size, radius float32) {
	r.Hidden = !c.focused
	r.StrokeColor, r.StrokeWidth = Color(ColorFocus), Px(2)
	r.CornerRadius = Px(radius + ringGap)
	put(r, -Px(ringGap), -Px(ringGap), size.Width+Px(2*ringGap), size.Height+Px(2*ringGap))
}
