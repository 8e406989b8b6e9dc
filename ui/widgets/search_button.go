package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// IconSearch is a magnifying glass.
var IconSearch = Glyph{"M12.8 12.8l4.2 4.2", [][3]float64{{8.6, 8.6, 5.4}}}

// SearchButton looks like a field to type in and opens the search; on a narrow
// window it is the icon alone.
type SearchButton struct {
	control
	Label    string
	Shortcut string
	Narrow   bool
	OnTapped func()
}

// NewSearchButton makes the button.
func NewSearchButton(label, shortcut string, tapped func()) *SearchButton {
	b := &SearchButton{Label: label, Shortcut: shortcut, OnTapped: tapped}
	b.init(b)
	return b
}

// SetNarrow shows the icon alone, or not.
func (b *SearchButton) SetNarrow(on bool) {
	if b.Narrow != on {
		b.Narrow = on
		b.Refresh()
	}
}

// Tapped opens the search.
func (b *SearchButton) Tapped(*fyne.PointEvent) {
	if b.OnTapped != nil {
		b.OnTapped()
	}
}

// TypedKey opens the search on Enter and Space.
func (b *SearchButton) TypedKey(k *fyne.KeyEvent) {
	if b.pressed(k) {
		b.Tapped(nil)
	}
}

// AccessibilityLabel is the label and the keys.
func (b *SearchButton) AccessibilityLabel() string { return b.Label + ", " + b.Shortcut }

// CreateRenderer draws the button.
func (b *SearchButton) CreateRenderer() fyne.WidgetRenderer {
	back, over, ring := &canvas.Rectangle{}, &canvas.Rectangle{}, focusRing()
	icon := NewIcon(IconSearch, 18, ColorInk2)
	label, keys := &canvas.Text{}, &canvas.Text{Alignment: fyne.TextAlignTrailing}
	d := &draw{objects: []fyne.CanvasObject{ring, back, over, icon, label, keys}}
	d.paint = func() {
		back.FillColor, back.CornerRadius = Color(ColorSunk), Px(10)
		over.FillColor, over.CornerRadius, over.Hidden = Color(ColorHover), Px(10), !b.hovered
		label.Text, label.TextSize, label.Color, label.Hidden = b.Label, Px(14), Color(ColorInk2), b.Narrow
		keys.Text, keys.TextSize, keys.Color, keys.Hidden = b.Shortcut, Px(11), Color(ColorInk2), b.Narrow
	}
	d.place = func(s fyne.Size) {
		put(back, 0, 0, s.Width, s.Height)
		put(over, 0, 0, s.Width, s.Height)
		x := Px(13)
		if b.Narrow {
			x = (s.Width - Px(18)) / 2
		}
		put(icon, x, (s.Height-Px(18))/2, Px(18), Px(18))
		put(label, Px(44), 0, label.MinSize().Width, s.Height)
		put(keys, 0, 0, s.Width-Px(10), s.Height)
		keys.Hidden = b.Narrow || Px(44)+label.MinSize().Width+keys.MinSize().Width+Px(14) > s.Width
		b.ring(ring, s, 7)
		put(ring, 0, 0, s.Width, s.Height)
	}
	d.min = func() fyne.Size { return fyne.NewSquareSize(Px(36)) }
	d.paint()
	return d
}
