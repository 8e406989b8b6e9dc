package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Number is a step's number in a soft disc.
type Number struct {
	widget.BaseWidget
	N int
}

// NewNumber makes one.
func NewNumber(n int) *Number {
	o := &Number{N: n}
	o.ExtendBaseWidget(o)
	return o
}

// numberSide is the disc's width.
const numberSide = 28

// CreateRenderer draws the disc and the number.
func (o *Number) CreateRenderer() fyne.WidgetRenderer {
	disc := &canvas.Circle{}
	label := &canvas.Text{TextStyle: SemiBold, Alignment: fyne.TextAlignCenter}
	d := &draw{objects: []fyne.CanvasObject{disc, label}}
	d.paint = func() {
		disc.FillColor, label.Color = Color(ColorPrimarySoft), Color(ColorPrimaryText)
		label.Text, label.TextSize = strconv.Itoa(o.N), Px(14)
	}
	d.place = func(fyne.Size) {
		put(disc, 0, 0, Px(numberSide), Px(numberSide))
		put(label, 0, 0, Px(numberSide), Px(numberSide))
	}
	d.min = func() fyne.Size { return fyne.NewSquareSize(Px(numberSide)) }
	d.paint()
	return d
}
