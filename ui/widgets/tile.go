package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Tile is a card one can press as a whole, to go where it tells of. What
// stands in it only tells.
type Tile struct {
	control
	Label    string // what a screen reader says
	Content  fyne.CanvasObject
	Fill     fyne.ThemeColorName // the card's colour; empty is none, for a row of a list
	Padding  float32             // in pixels of the design
	OnTapped func()
}

// NewTile makes a card to press.
func NewTile(label string, content fyne.CanvasObject, tapped func()) *Tile {
	t := &Tile{Label: label, Content: content, Fill: ColorSurface, Padding: CardPadding, OnTapped: tapped}
	t.init(t)
	return t
}

// NewRowTile makes a row of a list to press.
func NewRowTile(label string, content fyne.CanvasObject, tapped func()) *Tile {
	t := NewTile(label, content, tapped)
	t.Fill, t.Padding = "", 8
	return t
}

// Tapped goes there.
func (t *Tile) Tapped(*fyne.PointEvent) {
	if t.OnTapped != nil {
		t.OnTapped()
	}
}

// TypedKey goes there on Enter and Space.
func (t *Tile) TypedKey(k *fyne.KeyEvent) {
	if t.pressed(k) {
		t.Tapped(nil)
	}
}

// AccessibilityLabel is what the tile leads to.
func (t *Tile) AccessibilityLabel() string { return t.Label }

// HeightFor is the content's height and the padding.
func (t *Tile) HeightFor(width float32) float32 {
	return HeightFor(t.Content, width-Px(2*t.Padding)) + Px(2*t.Padding)
}

// CreateRenderer draws the tile.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer {
	back, over, ring := &canvas.Rectangle{}, &canvas.Rectangle{}, focusRing()
	d := &draw{objects: []fyne.CanvasObject{ring, back, over, t.Content}}
	radius := func() float32 {
		if t.Fill == "" {
			return 9
		}
		return 14
	}
	d.paint = func() {
		back.FillColor, back.CornerRadius, over.CornerRadius = color.Transparent, Px(radius()), Px(radius())
		back.StrokeColor, back.StrokeWidth = color.Transparent, 0
		if t.Fill != "" {
			back.FillColor = Color(t.Fill)
		}
		if t.Fill == ColorSurface {
			back.StrokeColor, back.StrokeWidth = Color(ColorLine), 1
		}
		over.FillColor, over.Hidden = Color(ColorHover), !t.hovered || t.disabled
	}
	d.place = func(s fyne.Size) {
		put(back, 0, 0, s.Width, s.Height)
		put(over, 0, 0, s.Width, s.Height)
		p := Px(t.Padding)
		put(t.Content, p, p, s.Width-2*p, s.Height-2*p)
		t.ring(ring, s, radius())
	}
	d.min = func() fyne.Size { return t.Content.MinSize().AddWidthHeight(Px(2*t.Padding), Px(2*t.Padding)) }
	d.paint()
	return d
}
