package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Tone is the colour family of a pill or a dot.
type Tone int

// The tones. Each stands beside words that say the same.
const (
	Neutral Tone = iota
	Accent
	Heat
	Cold
	Amber
)

// soft are the tone's background and a text colour to be read on it.
func (t Tone) soft() (back, ink fyne.ThemeColorName) {
	switch t {
	case Accent:
		return ColorPrimarySoft, ColorPrimaryText
	case Heat:
		return ColorHeatSoft, ColorHeatText
	case Cold:
		return ColorColdSoft, ColorColdText
	case Amber:
		return ColorAmberSoft, ColorAmberText
	default:
		return ColorSunk, ColorInk2
	}
}

// strong is the tone's full colour.
func (t Tone) strong() fyne.ThemeColorName {
	switch t {
	case Accent:
		return ColorPrimary
	case Heat:
		return ColorHeat
	case Cold:
		return ColorCold
	case Amber:
		return ColorAmber
	default:
		return ColorInk2
	}
}

const (
	chipText  = 12.5
	chipSide  = 11
	chipAbove = 6
)

// Chip is a small label with round ends: a status to read, or, with
// OnChanged, something to switch on and off. One that is on has a tick.
type Chip struct {
	control
	Label     string
	Of        string // what it is a choice of, for a screen reader, where the label does not say; may be empty
	Tone      Tone   // of one that only tells, or of one that is on
	On        bool
	Zoom      float32 // how many times larger than usual it is; 0 means 1
	OnChanged func(on bool)
}

// NewPill makes a chip that only tells.
func NewPill(label string, tone Tone) *Pill {
	p := &Pill{chip: Chip{Label: label, Tone: tone}}
	p.ExtendBaseWidget(p)
	return p
}

// NewChip makes a chip one can switch.
func NewChip(label string, changed func(on bool)) *Chip {
	c := &Chip{Label: label, OnChanged: changed}
	c.init(c)
	return c
}

// SetOn switches the chip without telling OnChanged.
func (c *Chip) SetOn(on bool) {
	if c.On != on {
		c.On = on
		c.Refresh()
	}
}

// Tapped switches the chip.
func (c *Chip) Tapped(*fyne.PointEvent) {
	if c.disabled {
		return
	}
	c.SetOn(!c.On)
	if c.OnChanged != nil {
		c.OnChanged(c.On)
	}
}

// TypedKey switches the chip on Enter and Space.
func (c *Chip) TypedKey(k *fyne.KeyEvent) {
	if c.pressed(k) {
		c.Tapped(nil)
	}
}

// AccessibilityLabel is the label and whether it is on.
func (c *Chip) AccessibilityLabel() string {
	label := c.Label
	if c.Of != "" {
		label = catalog.L("{{.What}}: {{.Choice}}", catalog.D{"What": c.Of, "Choice": label})
	}
	if c.On {
		return catalog.L("{{.Label}}, chosen", catalog.D{"Label": label})
	}
	return catalog.L("{{.Label}}, not chosen", catalog.D{"Label": label})
}

// CreateRenderer draws the chip.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer { return drawChip(c) }

// px turns pixels of the design into those of the chip.
func (c *Chip) px(n float32) float32 { return Px(n) * zoom(c.Zoom) }

func drawChip(c *Chip) fyne.WidgetRenderer {
	back, over, ring := &canvas.Rectangle{}, &canvas.Rectangle{}, focusRing()
	label := &canvas.Text{Alignment: fyne.TextAlignCenter}
	tick := newTick()
	d := &draw{objects: []fyne.CanvasObject{ring, back, over, tick, label}}
	style := func() fyne.TextStyle {
		if c.On {
			return SemiBold
		}
		return Medium
	}
	d.paint = func() {
		fill, ink := c.Tone.soft()
		switch {
		case c.On && (c.Tone == Heat || c.Tone == Cold):
			fill, ink = ink, ColorOnPrimary
		case c.On:
			fill, ink = Accent.soft()
		}
		tick.Color = ink
		back.FillColor, label.Color = Color(fill), Color(ink)
		over.FillColor, over.Hidden = Color(ColorHover), !c.hovered || c.disabled
		tick.Hidden = !c.On
		label.Text, label.TextSize, label.TextStyle = c.Label, c.px(chipText), style()
	}
	d.place = func(size fyne.Size) {
		put(back, 0, 0, size.Width, size.Height)
		put(over, 0, 0, size.Width, size.Height)
		back.CornerRadius, over.CornerRadius = size.Height/2, size.Height/2
		x := float32(0)
		if c.On {
			x = c.px(13)
			put(tick, c.px(9), (size.Height-c.px(11))/2, c.px(11), c.px(11))
		}
		put(label, x, 0, size.Width-x, size.Height)
		shrink(label, c.px(chipText), size.Width-x-c.px(8))
		c.ring(ring, size, size.Height/2/Scale())
	}
	d.min = func() fyne.Size {
		s := fyne.MeasureText(c.Label, c.px(chipText), style()).AddWidthHeight(c.px(2*chipSide), c.px(2*chipAbove))
		if c.On {
			s.Width += c.px(13)
		}
		return s
	}
	d.paint()
	return d
}
