package widgets

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Brand is the mark and the name of the program.
type Brand struct {
	widget.BaseWidget
	Name   string
	Narrow bool // the mark alone, centred
}

// NewBrand makes the mark with a name beside it.
func NewBrand(name string) *Brand {
	b := &Brand{Name: name}
	b.ExtendBaseWidget(b)
	return b
}

func brandPicture(w, h int) image.Image {
	k := newInk(w, h, 26, 0, 0)
	k.box(0, 0, 26, 26, 8)
	k.paint(Color(ColorPrimary))
	k.stroke(trace("M13 5.5c3.2 2.3-2.6 4.6 0 7.4s-2.4 4.6.4 7.6"), 2.4)
	k.paint(color.White)
	return k.img
}

// CreateRenderer draws the mark and the name.
func (b *Brand) CreateRenderer() fyne.WidgetRenderer {
	mark := canvas.NewRaster(brandPicture)
	name := &canvas.Text{TextStyle: Bold}
	d := &draw{objects: []fyne.CanvasObject{mark, name}}
	d.paint = func() {
		name.Text, name.TextSize, name.Color, name.Hidden = b.Name, Px(19), Color(ColorInk), b.Narrow
	}
	d.place = func(s fyne.Size) {
		side := Px(26)
		x := Px(12)
		if b.Narrow {
			x = (s.Width - side) / 2
		}
		put(mark, x, (s.Height-side)/2, side, side)
		put(name, x+side+Px(9), 0, name.MinSize().Width, s.Height)
	}
	d.min = func() fyne.Size { return fyne.NewSquareSize(Px(26)) }
	d.paint()
	return d
}
