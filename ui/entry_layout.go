package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/ui/widgets"
)

// beside is the layout of an entry: what to do at the left, and at the right,
// 300 pixels of the design wide, a picture and below it what to know. Where
// there is no room, the picture comes first and what to know last.
type beside struct{}

const (
	besideWide  = 300
	besideGap   = 16
	besideBelow = 640 // narrower than this they stand below each other
)

// place calls put for the picture, what to do, and what to know, in that order
// of the objects, and returns the height.
func (beside) place(o []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	gap := widgets.Px(besideGap)
	column := func(x, w float32, objects ...fyne.CanvasObject) float32 {
		var y float32
		for _, o := range objects {
			if h := widgets.HeightFor(o, w); o.Visible() && h > 0 {
				if y > 0 {
					y += gap
				}
				put(o, x, y, w, h)
				y += h
			}
		}
		return y
	}
	if width < widgets.Px(besideBelow) {
		return column(0, width, o...)
	}
	side := widgets.Px(besideWide)
	left := column(0, width-side-gap, o[1])
	return max(left, column(width-side, side, o[0], o[2]))
}

// HeightFor is the higher column's height.
func (b beside) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return b.place(o, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

// Layout places the three.
func (b beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	b.place(o, size.Width, func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	})
}

// MinSize is one column's.
func (b beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	return widgets.Column{Gap: besideGap}.MinSize(o)
}
