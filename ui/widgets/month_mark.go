package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// dayMarkDrawn is what a mark is drawn with: words on a soft ground with a dot
// before them, or the dot alone.
type dayMarkDrawn struct {
	back  *canvas.Rectangle
	sign  *canvas.Rectangle
	label *canvas.Text
}

func newDayMark() dayMarkDrawn {
	return dayMarkDrawn{&canvas.Rectangle{}, &canvas.Rectangle{}, &canvas.Text{TextStyle: Medium, Alignment: fyne.TextAlignLeading}}
}

// words shows a mark's text from x to x+w, shortened where it must be. One
// without a sign has no dot before it.
func (m dayMarkDrawn) words(k Mark, signed bool, x, y, w float32) {
	back, ink := k.Tone.soft()
	if k.Tone == Neutral {
		back = ColorSurface
	}
	m.back.FillColor, m.back.StrokeColor, m.back.StrokeWidth, m.back.CornerRadius = Color(back), color.Transparent, 0, Px(4)
	put(m.back, x, y, w, Px(dayMark-2))
	left := float32(4)
	if m.sign.Hidden = !signed; signed {
		dotAt(m.sign, k.Tone, x+Px(left+dayDot/2), y+Px(dayMark-2)/2, Px(dayDot))
		left += dayDot + 3
	}
	t := Text{Content: k.Text, TextSize: 10.5, Style: Medium}
	room := w - Px(left+3)
	m.label.Text, m.label.TextSize, m.label.Color = t.shown(room)[0], Px(t.TextSize), Color(ink)
	put(m.label, x+Px(left), y, room, Px(dayMark-2))
}

// dot shows a mark without words, around a place.
func (m dayMarkDrawn) dot(tone Tone, x, y, side float32) { dotAt(m.back, tone, x, y, side) }

// dotAt makes a rectangle a tone's dot around a place. Each tone has a shape of
// its own: a disc, a ring, a square, a bar, and a small disc for the neutral one.
func dotAt(b *canvas.Rectangle, tone Tone, x, y, side float32) {
	c := Color(tone.strong())
	b.FillColor, b.StrokeColor, b.StrokeWidth = c, color.Transparent, 0
	w, h, round := side, side, side/2
	switch tone {
	case Cold:
		b.FillColor, b.StrokeColor, b.StrokeWidth = color.Transparent, c, max(side/4, 1)
	case Amber:
		w, h, round = side*0.85, side*0.85, side/8
	case Heat:
		h, round = side*0.5, side/8
	case Neutral:
		w, h, round = side*0.65, side*0.65, side/2
	}
	b.CornerRadius = round
	put(b, x-w/2, y-h/2, w, h)
}

// MarkDot is the dot that stands for a mark where there is no room for words:
// beside what it means, it explains a MonthGrid.
type MarkDot struct {
	widget.BaseWidget
	Tone Tone
}

// NewMarkDot makes the dot of a tone.
func NewMarkDot(tone Tone) *MarkDot {
	m := &MarkDot{Tone: tone}
	m.ExtendBaseWidget(m)
	return m
}

// CreateRenderer draws the dot, a little larger than on a day.
func (m *MarkDot) CreateRenderer() fyne.WidgetRenderer {
	const side = 9
	mark := newDayMark()
	d := &draw{objects: []fyne.CanvasObject{mark.back}}
	d.place = func(s fyne.Size) { mark.dot(m.Tone, s.Width/2, s.Height/2, Px(side)) }
	d.min = func() fyne.Size { return fyne.NewSquareSize(Px(side)) }
	return d
}

// ink gives a dot another colour.
func (m dayMarkDrawn) ink(c color.Color) {
	if m.back.FillColor != color.Transparent {
		m.back.FillColor = c
	}
	if m.back.StrokeWidth > 0 {
		m.back.StrokeColor = c
	}
}
