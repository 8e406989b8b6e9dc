package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Segments is a thin bar in parts of their own, filled one after the other. It
// stands beside words that say the same.
type Segments struct {
	widget.BaseWidget
	of   int     // parts
	at   int     // the one that is being filled
	part float64 // of it, 0 to 1
}

// mostSegments can be told apart; more are drawn as one.
const mostSegments = 24

// NewSegments makes an empty bar.
func NewSegments() *Segments {
	s := &Segments{of: 1}
	s.ExtendBaseWidget(s)
	return s
}

// Set fills it: at parts of so many as a whole, and a part, from 0 to 1, of the
// next.
func (s *Segments) Set(of, at int, part float64) {
	of = max(of, 1)
	at, part = min(max(at, 0), of), min(max(part, 0), 1)
	if s.of != of || s.at != at || s.part != part {
		s.of, s.at, s.part = of, at, part
		s.Refresh()
	}
}

// Filled is how much of a part is filled, from 0 to 1.
func (s *Segments) Filled(i int) float64 {
	switch {
	case i < s.at:
		return 1
	case i == s.at:
		return s.part
	}
	return 0
}

// CreateRenderer draws the parts.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer {
	var tracks, bars []*canvas.Rectangle
	d := &draw{}
	d.place = func(size fyne.Size) {
		n, filled := s.of, s.Filled
		if n > mostSegments {
			n, filled = 1, func(int) float64 { return (float64(s.at) + s.part) / float64(s.of) }
		}
		for len(tracks) < n {
			tracks, bars = append(tracks, &canvas.Rectangle{}), append(bars, &canvas.Rectangle{})
		}
		d.objects = d.objects[:0]
		h, gap := Px(6), Px(6)
		wide := (size.Width - gap*float32(n-1)) / float32(n)
		for i := range n {
			x, y := float32(i)*(wide+gap), (size.Height-h)/2
			tracks[i].FillColor, bars[i].FillColor = Color(ColorSunk), Color(ColorPrimary)
			tracks[i].CornerRadius, bars[i].CornerRadius = h/2, h/2
			put(tracks[i], x, y, wide, h)
			d.objects = append(d.objects, tracks[i])
			if part := float32(filled(i)); part > 0 {
				put(bars[i], x, y, max(wide*part, h), h)
				d.objects = append(d.objects, bars[i])
			}
		}
	}
	d.min = func() fyne.Size { return fyne.NewSize(Px(60), Px(6)) }
	return d
}
