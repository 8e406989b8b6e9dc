package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Check is something that applies or does not: a box to tick, what it is, and
// a sentence that explains it. Enter, Space and a click anywhere on it tick it.
type Check struct {
	control
	Label     string
	On        bool
	OnChanged func(on bool)
	name      *Text
	help      *Text
	words     *fyne.Container
}

// NewCheck makes one that is not ticked; help may be empty.
func NewCheck(label, help string, changed func(on bool)) *Check {
	c := &Check{
		Label: label, OnChanged: changed,
		name: NewParagraph(label, 14.5, Medium, ColorInk),
		help: NewParagraph(help, 13, Regular, ColorInk2),
	}
	c.name.Leading, c.help.Leading = 1.3, 1.3
	c.words = NewColumn(1, c.name)
	if help != "" {
		c.words.Add(c.help)
	}
	c.init(c)
	return c
}

// SetOn ticks it or not, without telling OnChanged.
func (c *Check) SetOn(on bool) {
	if c.On != on {
		c.On = on
		c.Refresh()
	}
}

// Tapped ticks it, or takes the tick away.
func (c *Check) Tapped(*fyne.PointEvent) {
	if c.disabled {
		return
	}
	c.SetOn(!c.On)
	if c.OnChanged != nil {
		c.OnChanged(c.On)
	}
}

// TypedKey ticks it on Enter and Space.
func (c *Check) TypedKey(k *fyne.KeyEvent) {
	if c.pressed(k) {
		c.Tapped(nil)
	}
}

// AccessibilityLabel is what it is and whether it is ticked.
func (c *Check) AccessibilityLabel() string {
	if c.On {
		return catalog.L("{{.What}}, ticked", catalog.D{"What": c.Label})
	}
	return catalog.L("{{.What}}, not ticked", catalog.D{"What": c.Label})
}

const (
	checkSide  = 20
	checkLeft  = 8 // to the left of the box
	checkText  = 38
	checkAbove = 8
)

// HeightFor is the height of the words and the room around them.
func (c *Check) HeightFor(width float32) float32 {
	return max(HeightFor(c.words, width-Px(checkText+checkLeft)), Px(checkSide)) + Px(2*checkAbove)
}

// CreateRenderer draws the box and the words.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	over, ring, box, tick := &canvas.Rectangle{}, focusRing(), &canvas.Rectangle{}, newTick()
	tick.Side, tick.Color = 13, ColorOnPrimary
	d := &draw{objects: []fyne.CanvasObject{over, ring, box, tick, c.words}}
	d.paint = func() {
		over.CornerRadius, over.FillColor = Px(10), color.Transparent
		switch {
		case c.On:
			over.FillColor = Color(ColorPrimarySoft)
		case c.hovered:
			over.FillColor = Color(ColorHover)
		}
		box.CornerRadius, box.StrokeWidth = Px(6), max(Px(1.5), 1)
		box.FillColor, box.StrokeColor = Color(ColorSurface), Color(ColorInk2)
		if c.On {
			box.FillColor, box.StrokeColor = Color(ColorPrimary), Color(ColorPrimary)
		}
		tick.Hidden = !c.On
	}
	d.place = func(s fyne.Size) {
		put(over, 0, 0, s.Width, s.Height)
		c.ring(ring, s, 6)
		put(ring, 0, 0, s.Width, s.Height)
		put(box, Px(checkLeft), Px(checkAbove), Px(checkSide), Px(checkSide))
		put(tick, Px(checkLeft+3.5), Px(checkAbove+3.5), Px(13), Px(13))
		put(c.words, Px(checkText), Px(checkAbove), s.Width-Px(checkText+checkLeft), s.Height-Px(2*checkAbove))
	}
	d.min = func() fyne.Size {
		return c.words.MinSize().AddWidthHeight(Px(checkText+checkLeft), Px(2*checkAbove))
	}
	d.paint()
	return d
}
