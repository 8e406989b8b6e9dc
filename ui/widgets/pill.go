package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Pill is a chip that only tells something.
type Pill struct {
	widget.BaseWidget
	chip Chip
}

// Set changes what the pill says.
func (p *Pill) Set(label string, tone Tone) {
	if p.chip.Label != label || p.chip.Tone != tone {
		p.chip.Label, p.chip.Tone = label, tone
		p.Refresh()
	}
}

// SetZoom makes the pill so many times larger than usual, from the next Refresh
// on.
func (p *Pill) SetZoom(z float32) { p.chip.Zoom = z }

// Label is what the pill says.
func (p *Pill) Label() string { return p.chip.Label }

// AccessibilityLabel is the label.
func (p *Pill) AccessibilityLabel() string { return p.chip.Label }

// AccessibilityRole says that this is text.
func (p *Pill) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer draws the pill.
func (p *Pill) CreateRenderer() fyne.WidgetRenderer { return drawChip(&p.chip) }

// Dot is a small filled circle in a tone's full colour.
type Dot struct {
	widget.BaseWidget
	Tone Tone
}

// NewDot makes a dot.
func NewDot(tone Tone) *Dot {
	o := &Dot{Tone: tone}
	o.ExtendBaseWidget(o)
	return o
}

// CreateRenderer draws the dot.
func (o *Dot) CreateRenderer() fyne.WidgetRenderer {
	c := &canvas.Circle{}
	d := &draw{objects: []fyne.CanvasObject{c}}
	d.paint = func() { c.FillColor = Color(o.Tone.strong()) }
	d.place = func(s fyne.Size) { put(c, 0, (s.Height-Px(9))/2, Px(9), Px(9)) }
	d.min = func() fyne.Size { return fyne.NewSquareSize(Px(9)) }
	d.paint()
	return d
}

// Line is a hairline between two rows.
type Line struct{ widget.BaseWidget }

// NewLine makes a hairline.
func NewLine() *Line {
	l := &Line{}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer draws the hairline.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	r := &canvas.Rectangle{}
	d := &draw{objects: []fyne.CanvasObject{r}}
	d.paint = func() { r.FillColor = Color(ColorLine) }
	d.place = func(s fyne.Size) { put(r, 0, 0, s.Width, s.Height) }
	d.min = func() fyne.Size { return fyne.NewSize(1, 1) }
	d.paint()
	return d
}
