package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// IconClose is a cross.
var IconClose = Glyph{Path: "M5 5l10 10M15 5L5 15"}

// GlyphButton is a small button that is a drawing alone. Hint says in words
// what it does.
type GlyphButton struct {
	control
	Glyph    Glyph
	Hint     string
	OnTapped func()
}

// NewGlyphButton makes one.
func NewGlyphButton(g Glyph, hint string, tapped func()) *GlyphButton {
	b := &GlyphButton{Glyph: g, Hint: hint, OnTapped: tapped}
	b.init(b)
	return b
}

// Tapped presses the button.
func (b *GlyphButton) Tapped(*fyne.PointEvent) {
	if !b.disabled && b.OnTapped != nil {
		b.OnTapped()
	}
}

// TypedKey presses the button on Enter and Space.
func (b *GlyphButton) TypedKey(k *fyne.KeyEvent) {
	if b.pressed(k) {
		b.Tapped(nil)
	}
}

// AccessibilityLabel says what it does.
func (b *GlyphButton) AccessibilityLabel() string { return b.Hint }

// glyphButtonSide is its width and height, in pixels of the design.
const glyphButtonSide = 34

// CreateRenderer draws the button.
func (b *GlyphButton) CreateRenderer() fyne.WidgetRenderer {
	back, over, ring := &canvas.Rectangle{}, &canvas.Rectangle{}, focusRing()
	icon := NewIcon(b.Glyph, 14, ColorInk)
	icon.Line = 2.2
	d := &draw{objects: []fyne.CanvasObject{ring, back, over, icon}}
	d.paint = func() {
		back.FillColor, back.CornerRadius, over.CornerRadius = Color(ColorSunk), Px(9), Px(9)
		over.FillColor, over.Hidden = Color(ColorHover), !b.hovered || b.disabled
		icon.Color = ColorInk
		if b.disabled {
			icon.Color = theme.ColorNameDisabled
		}
	}
	d.place = func(size fyne.Size) {
		put(back, 0, 0, size.Width, size.Height)
		put(over, 0, 0, size.Width, size.Height)
		put(icon, (size.Width-Px(14))/2, (size.Height-Px(14))/2, Px(14), Px(14))
		b.ring(ring, size, 9)
	}
	d.min = func() fyne.Size { return fyne.NewSquareSize(Px(glyphButtonSide)) }
	d.paint()
	return d
}
