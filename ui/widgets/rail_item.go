package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/assets/catalog"
)

// RailItem is one place of the left rail: an icon and a name, or on a narrow
// window the icon alone.
type RailItem struct {
	control
	Label    string
	Shortcut string // shown while pointed at or focused
	Glyph    Glyph
	On       bool // the place one is at
	Narrow   bool
	OnTapped func()
}

// NewRailItem makes an item.
func NewRailItem(label, shortcut string, g Glyph, tapped func()) *RailItem {
	r := &RailItem{Label: label, Shortcut: shortcut, Glyph: g, OnTapped: tapped}
	r.init(r)
	return r
}

// Set changes whether one is here, and whether only the icon is shown.
func (r *RailItem) Set(on, narrow bool) {
	if r.On != on || r.Narrow != narrow {
		r.On, r.Narrow = on, narrow
		r.Refresh()
	}
}

// Tapped goes there.
func (r *RailItem) Tapped(*fyne.PointEvent) {
	if r.OnTapped != nil {
		r.OnTapped()
	}
}

// TypedKey goes there on Enter and Space.
func (r *RailItem) TypedKey(k *fyne.KeyEvent) {
	if r.pressed(k) {
		r.Tapped(nil)
	}
}

// AccessibilityLabel is the name, the keys, and whether one is here.
func (r *RailItem) AccessibilityLabel() string {
	places := catalog.D{"Place": r.Label, "Keys": r.Shortcut}
	if r.On {
		return catalog.L("{{.Place}}, {{.Keys}}, current", places)
	}
	return catalog.L("{{.Place}}, {{.Keys}}", places)
}

// CreateRenderer draws the item.
func (r *RailItem) CreateRenderer() fyne.WidgetRenderer {
	back, ring, mark := &canvas.Rectangle{}, focusRing(), &canvas.Rectangle{}
	icon := NewIcon(r.Glyph, 20, ColorInk2)
	label, keys := &canvas.Text{}, &canvas.Text{Alignment: fyne.TextAlignTrailing}
	d := &draw{objects: []fyne.CanvasObject{ring, back, mark, icon, label, keys}}
	d.paint = func() {
		back.FillColor, back.CornerRadius = color.Transparent, Px(10)
		ink := ColorInk2
		label.TextStyle = Medium
		switch {
		case r.On:
			back.FillColor, ink, label.TextStyle = Color(ColorPrimarySoft), ColorPrimaryText, SemiBold
		case r.hovered:
			back.FillColor = Color(ColorSunk)
		}
		// A bar at the side, so that the place one is at does not show by
		// colour alone.
		mark.FillColor, mark.CornerRadius, mark.Hidden = Color(ColorPrimary), Px(1.5), !r.On
		icon.Color = ink
		label.Text, label.TextSize, label.Color = r.Label, Px(14.5), Color(ink)
		keys.Text, keys.TextSize, keys.Color = r.Shortcut, Px(11), Color(ColorInk2)
		label.Hidden = r.Narrow
		keys.Hidden = r.Narrow || (!r.hovered && !r.focused)
	}
	d.place = func(s fyne.Size) {
		put(back, 0, 0, s.Width, s.Height)
		put(mark, 0, s.Height*0.3, Px(3), s.Height*0.4)
		x := Px(12)
		if r.Narrow {
			x = (s.Width - Px(20)) / 2
		}
		put(icon, x, (s.Height-Px(20))/2, Px(20), Px(20))
		put(label, Px(44), 0, label.MinSize().Width, s.Height)
		put(keys, 0, 0, s.Width-Px(10), s.Height)
		// No room for both in large text: the name counts more.
		if Px(44)+label.MinSize().Width+keys.MinSize().Width+Px(14) > s.Width {
			keys.Hidden = true
		}
		r.ring(ring, s, 7)
		put(ring, 0, 0, s.Width, s.Height)
	}
	d.min = func() fyne.Size {
		if r.Narrow {
			return fyne.NewSquareSize(Px(40))
		}
		return fyne.NewSize(Px(44+12)+fyne.MeasureText(r.Label, Px(14.5), SemiBold).Width, Px(40))
	}
	d.paint()
	return d
}
