package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Option is one answer of a Choice.
type Option struct {
	Label string
	Tone  Tone // of the answer once it is given
}

// Choice is a question's few answers, of which one can be given; given again,
// it is taken back. It is one stop of the Tab key: arrows move between the
// answers, Enter and Space give the one they are at, and the digits give the
// first, second and so on.
type Choice struct {
	control
	Name      string // what is answered, for a screen reader
	Options   []Option
	Selected  int       // -1: not answered
	OnChanged func(int) // the answer given, -1 where it was taken back
	at        int       // the answer the keys are at
}

// NewChoice makes a choice with no answer given.
func NewChoice(name string, options []Option, changed func(int)) *Choice {
	c := &Choice{Name: name, Options: options, Selected: -1, OnChanged: changed}
	c.init(c)
	return c
}

// Select shows an answer, or with -1 none, without telling OnChanged.
func (c *Choice) Select(n int) {
	if n < -1 || n >= len(c.Options) || n == c.Selected {
		return
	}
	c.Selected = n
	if n >= 0 {
		c.at = n
	}
	c.Refresh()
}

// give gives an answer, or takes it back if it is the one given.
func (c *Choice) give(n int) {
	if c.disabled || n < 0 || n >= len(c.Options) {
		return
	}
	c.at = n
	if n == c.Selected {
		n = -1
	}
	c.Selected = n
	c.Refresh()
	if c.OnChanged != nil {
		c.OnChanged(n)
	}
}

// Tapped gives the answer under the pointer.
func (c *Choice) Tapped(e *fyne.PointEvent) {
	for i, b := range c.boxes(c.Size().Width) {
		if e.Position.X >= b.x && e.Position.X < b.x+b.w && e.Position.Y >= b.y && e.Position.Y < b.y+b.h {
			c.give(i)
		}
	}
}

// TypedKey moves between the answers and gives one.
func (c *Choice) TypedKey(k *fyne.KeyEvent) {
	switch {
	case c.pressed(k):
		c.give(c.at)
	case k.Name == fyne.KeyRight || k.Name == fyne.KeyDown:
		c.at = min(c.at+1, len(c.Options)-1)
	case k.Name == fyne.KeyLeft || k.Name == fyne.KeyUp:
		c.at = max(c.at-1, 0)
	}
	c.Refresh()
}

// TypedRune gives an answer by its number.
func (c *Choice) TypedRune(r rune) { c.give(int(r - '1')) }

// AccessibilityLabel says what is answered, the answer the keys are at, and
// whether it is the one given.
func (c *Choice) AccessibilityLabel() string {
	d := catalog.D{"Question": c.Name, "Answer": c.Options[c.at].Label}
	if c.at == c.Selected {
		return catalog.L("{{.Question}}: {{.Answer}}, chosen", d)
	}
	return catalog.L("{{.Question}}: {{.Answer}}, not chosen", d)
}

const (
	choiceText  = 13
	choiceSide  = 9
	choiceAbove = 8
	choiceTick  = 15
	choiceGap   = 6
)

type choiceBox struct{ x, y, w, h float32 }

// boxes are the places of the answers: side by side, and in a next line where
// the width ends. Each has room for its tick, so that nothing moves when it is
// given.
func (c *Choice) boxes(width float32) []choiceBox {
	out := make([]choiceBox, len(c.Options))
	var x, y float32
	for i, o := range c.Options {
		s := fyne.MeasureText(o.Label, Px(choiceText), SemiBold)
		b := choiceBox{x, y, min(s.Width+Px(2*choiceSide+choiceTick), max(width, 1)), s.Height + Px(2*choiceAbove)}
		if x > 0 && x+b.w > width+0.5 {
			b.x, b.y = 0, y+b.h+Px(choiceGap)
		}
		out[i] = b
		x, y = b.x+b.w+Px(choiceGap), b.y
	}
	return out
}

// HeightFor is the height of the lines at a width.
func (c *Choice) HeightFor(width float32) float32 {
	b := c.boxes(width)
	last := b[len(b)-1]
	return last.y + last.h
}

// CreateRenderer draws the answers.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	ring, tick := focusRing(), newTick()
	d := &draw{objects: []fyne.CanvasObject{ring}}
	backs := make([]*canvas.Rectangle, len(c.Options))
	labels := make([]*canvas.Text, len(c.Options))
	for i := range c.Options {
		backs[i], labels[i] = &canvas.Rectangle{}, &canvas.Text{Alignment: fyne.TextAlignCenter}
		d.objects = append(d.objects, backs[i], labels[i])
	}
	d.objects = append(d.objects, tick)
	d.paint = func() {
		tick.Hidden = c.Selected < 0
		for i, o := range c.Options {
			fill, ink := Neutral.soft()
			labels[i].TextStyle = Medium
			backs[i].StrokeColor, backs[i].StrokeWidth = color.Transparent, 0
			if i == c.Selected {
				fill, ink = o.Tone.soft()
				labels[i].TextStyle = SemiBold
				backs[i].StrokeColor, backs[i].StrokeWidth = Color(ink), 1
				tick.Color = ink
			}
			backs[i].FillColor, labels[i].Color = Color(fill), Color(ink)
			labels[i].Text, labels[i].TextSize = o.Label, Px(choiceText)
		}
	}
	d.place = func(size fyne.Size) {
		for i, b := range c.boxes(size.Width) {
			put(backs[i], b.x, b.y, b.w, b.h)
			backs[i].CornerRadius = b.h / 2
			left := float32(0)
			if i == c.Selected {
				left = Px(choiceTick)
				put(tick, b.x+Px(choiceSide), b.y+(b.h-Px(11))/2, Px(11), Px(11))
			}
			put(labels[i], b.x+left, b.y, b.w-left, b.h)
			if i == c.at {
				c.ring(ring, fyne.NewSize(b.w, b.h), b.h/2/Scale())
				ring.Move(ring.Position().AddXY(b.x, b.y))
			}
		}
	}
	d.min = func() fyne.Size {
		var s fyne.Size
		for i, b := range c.boxes(1 << 20) {
			s = fyne.NewSize(s.Width+b.w, max(s.Height, b.h))
			if i > 0 {
				s.Width += Px(choiceGap)
			}
		}
		return s
	}
	d.paint()
	return d
}
