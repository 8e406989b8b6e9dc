package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Dots show a range on a short scale: as many rings as the scale has steps,
// those of the range filled. Words beside them say the same.
type Dots struct {
	widget.BaseWidget
	From, To, Of int
	Label        string // what a screen reader says
}

// NewDots makes dots for from up to to, both counted from 1.
func NewDots(from, to, of int, label string) *Dots {
	d := &Dots{From: from, To: to, Of: of, Label: label}
	d.ExtendBaseWidget(d)
	return d
}

// AccessibilityLabel is the range in words.
func (d *Dots) AccessibilityLabel() string { return d.Label }

// AccessibilityRole says that this is text.
func (d *Dots) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer draws the dots.
func (d *Dots) CreateRenderer() fyne.WidgetRenderer {
	const side, gap = 10, 5
	r := &draw{}
	for range d.Of {
		r.objects = append(r.objects, &canvas.Circle{})
	}
	r.paint = func() {
		for i, o := range r.objects {
			c := o.(*canvas.Circle)
			c.StrokeColor, c.StrokeWidth, c.FillColor = Color(ColorPrimary), Px(1.4), color.Transparent
			if i+1 >= d.From && i+1 <= d.To {
				c.FillColor = Color(ColorPrimary)
			} else {
				c.StrokeColor = Color(ColorInk2)
			}
		}
	}
	r.place = func(s fyne.Size) {
		for i, o := range r.objects {
			put(o, Px(float32(i)*(side+gap)), (s.Height-Px(side))/2, Px(side), Px(side))
		}
	}
	r.min = func() fyne.Size { return fyne.NewSize(Px(float32(d.Of)*(side+gap)-gap), Px(side+2)) }
	r.paint()
	return r
}
