package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Badge is a glyph in a soft round square: the picture of an empty place.
type Badge struct {
	widget.BaseWidget
	icon *Icon
}

// NewBadge makes a badge.
func NewBadge(g Glyph) *Badge {
	b := &Badge{icon: NewIcon(g, 28, ColorPrimaryText)}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer draws the badge.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	back := &canvas.Rectangle{}
	d := &draw{objects: []fyne.CanvasObject{back, b.icon}}
	d.paint = func() { back.FillColor, back.CornerRadius = Color(ColorPrimarySoft), Px(16) }
	d.place = func(fyne.Size) {
		put(back, 0, 0, Px(56), Px(56))
		put(b.icon, 0, 0, Px(56), Px(56))
	}
	d.min = func() fyne.Size { return fyne.NewSquareSize(Px(56)) }
	d.paint()
	return d
}
