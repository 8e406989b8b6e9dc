package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Meter is a thin bar that is part full. It stands beside words that say the
// same.
type Meter struct {
	widget.BaseWidget
	part float64
}

// NewMeter makes an empty one.
func NewMeter() *Meter {
	m := &Meter{}
	m.ExtendBaseWidget(m)
	return m
}

// Set fills it, from 0 to 1.
func (m *Meter) Set(part float64) {
	if part = min(max(part, 0), 1); part != m.part {
		m.part = part
		m.Refresh()
	}
}

// Part is how full it is, from 0 to 1.
func (m *Meter) Part() float64 { return m.part }

// CreateRenderer draws the bar.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer {
	track, bar := &canvas.Rectangle{}, &canvas.Rectangle{}
	d := &draw{objects: []fyne.CanvasObject{track, bar}}
	d.paint = func() {
		track.FillColor, bar.FillColor = Color(ColorSunk), Color(ColorPrimary)
		bar.Hidden = m.part <= 0
	}
	d.place = func(s fyne.Size) {
		h := Px(8)
		y := (s.Height - h) / 2
		track.CornerRadius, bar.CornerRadius = h/2, h/2
		put(track, 0, y, s.Width, h)
		put(bar, 0, y, max(s.Width*float32(m.part), h), h)
	}
	d.min = func() fyne.Size { return fyne.NewSize(Px(60), Px(8)) }
	d.paint()
	return d
}
