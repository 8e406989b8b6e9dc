package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Kind is how much a button asks for attention.
type Kind int

// The kinds of button.
const (
	Primary Kind = iota // the one thing to do here
	Quiet               // something else one can do
	Plain               // no background: the least of them
	Raised              // quiet, on a coloured card
)

// Button is something to press. Enter and Space press it.
type Button struct {
	control
	Label    string
	Kind     Kind
	Tone     Tone    // of a Primary one; Neutral is the accent
	Small    bool    // less high, for a row of chips
	Zoom     float32 // how many times larger than usual it is; 0 means 1
	Glyph    *Glyph  // drawn before the label
	Hint     string  // what a screen reader says instead of the label
	OnTapped func()
}

// NewButton makes a button.
func NewButton(label string, kind Kind, tapped func()) *Button {
	b := &Button{Label: label, Kind: kind, OnTapped: tapped}
	b.init(b)
	return b
}

// SetLabel changes what the button says.
func (b *Button) SetLabel(s string) {
	if s != b.Label {
		b.Label = s
		b.Refresh()
	}
}

// Tapped presses the button.
func (b *Button) Tapped(*fyne.PointEvent) {
	if !b.disabled && b.OnTapped != nil {
		b.OnTapped()
	}
}

// TypedKey presses the button on Enter and Space.
func (b *Button) TypedKey(k *fyne.KeyEvent) {
	if b.pressed(k) {
		b.Tapped(nil)
	}
}

// AccessibilityLabel is the label, or the hint if there is one.
func (b *Button) AccessibilityLabel() string {
	if b.Hint != "" {
		return b.Hint
	}
	return b.Label
}

// px turns pixels of the design into those of the button.
func (b *Button) px(n float32) float32 { return Px(n) * zoom(b.Zoom) }

func (b *Button) colors() (back, ink color.Color) {
	switch b.Kind {
	case Quiet:
		back, ink = Color(ColorSunk), Color(ColorInk)
	case Raised:
		back, ink = Color(ColorSurface), Color(ColorInk)
	case Plain:
		back, ink = color.Transparent, Color(ColorPrimaryText)
	default:
		back, ink = Color(ColorPrimary), Color(ColorOnPrimary)
		if b.Tone == Heat || b.Tone == Cold {
			_, fill := b.Tone.soft() // the full colour is too light to be written on
			back = Color(fill)
		}
	}
	if b.disabled {
		if b.Kind == Primary {
			back = Color(ColorSunk)
		}
		ink = Color(ColorInk2)
	}
	return back, ink
}

// Inset is how far from the button's left edge what it shows begins, in pixels
// of the design.
func (b *Button) Inset() float32 {
	switch {
	case b.Small:
		return 14
	case b.Kind == Plain:
		return 8
	}
	return 16
}

// glyphSide is the side of a button's glyph, and the gap behind it.
const (
	glyphSide = 13
	glyphGap  = 5
)

// CreateRenderer draws the button.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	back, over, ring := &canvas.Rectangle{}, &canvas.Rectangle{}, focusRing()
	label := &canvas.Text{TextStyle: SemiBold, Alignment: fyne.TextAlignCenter}
	d := &draw{objects: []fyne.CanvasObject{ring, back, over, label}}
	var icon *Icon
	lead := float32(0) // what the glyph takes
	if b.Glyph != nil {
		icon = NewIcon(*b.Glyph, glyphSide, ColorPrimaryText)
		icon.Line = 2.4
		d.objects = append(d.objects, icon)
		lead = glyphSide + glyphGap
	}
	d.paint = func() {
		back.FillColor, label.Color = b.colors()
		back.CornerRadius, over.CornerRadius = b.px(9), b.px(9)
		over.FillColor = Color(ColorHover)
		over.Hidden = !b.hovered || b.disabled
		label.Text, label.TextSize = b.Label, b.px(14)
	}
	d.place = func(size fyne.Size) {
		put(back, 0, 0, size.Width, size.Height)
		put(over, 0, 0, size.Width, size.Height)
		put(label, b.px(lead), 0, size.Width-b.px(lead), size.Height)
		shrink(label, b.px(14), size.Width-b.px(lead)-b.px(8))
		if icon != nil {
			put(icon, b.px(b.Inset()), (size.Height-b.px(glyphSide))/2, b.px(glyphSide), b.px(glyphSide))
		}
		b.ring(ring, size, 9)
	}
	d.min = func() fyne.Size {
		text := fyne.MeasureText(b.Label, b.px(14), SemiBold)
		up := float32(9)
		if b.Small {
			up = 6
		}
		return text.AddWidthHeight(b.px(2*b.Inset()+lead), b.px(2*up))
	}
	d.paint()
	return d
}
