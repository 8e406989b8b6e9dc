package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Stat is a big number with a caption below it, and where there is one, the
// whole it is part of: 5 / 6.
type Stat struct {
	widget.BaseWidget
	value, of, caption string
}

// NewStat makes a number.
func NewStat(value, of, caption string) *Stat {
	s := &Stat{value: value, of: of, caption: caption}
	s.ExtendBaseWidget(s)
	return s
}

// Set changes it; of may be empty.
func (s *Stat) Set(value, of, caption string) {
	if s.value != value || s.of != of || s.caption != caption {
		s.value, s.of, s.caption = value, of, caption
		s.Refresh()
	}
}

// AccessibilityLabel says it in one line.
func (s *Stat) AccessibilityLabel() string {
	if s.of != "" {
		return catalog.L("{{.Number}} of {{.All}} {{.What}}", catalog.D{"Number": s.value, "All": s.of, "What": s.caption})
	}
	return s.value + " " + s.caption
}

// AccessibilityRole says that this is text.
func (s *Stat) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer draws the number.
func (s *Stat) CreateRenderer() fyne.WidgetRenderer {
	value := &canvas.Text{TextStyle: Bold}
	of := &canvas.Text{TextStyle: SemiBold}
	caption := &canvas.Text{}
	d := &draw{objects: []fyne.CanvasObject{value, of, caption}}
	d.paint = func() {
		value.Text, value.TextSize, value.Color = s.value, Px(26), Color(ColorInk)
		of.Text, of.TextSize, of.Color = "", Px(15), Color(ColorInk2)
		if s.of != "" {
			of.Text = " / " + s.of
		}
		caption.Text, caption.TextSize, caption.Color = s.caption, Px(13), Color(ColorInk2)
	}
	d.place = func(fyne.Size) {
		v, o, c := value.MinSize(), of.MinSize(), caption.MinSize()
		put(value, 0, 0, v.Width, v.Height)
		// Both numbers stand on one line.
		put(of, v.Width, (v.Height-o.Height)*0.74, o.Width, o.Height)
		put(caption, 0, v.Height+Px(2), c.Width, c.Height)
	}
	d.min = func() fyne.Size {
		d.paint()
		v, o, c := value.MinSize(), of.MinSize(), caption.MinSize()
		return fyne.NewSize(max(v.Width+o.Width, c.Width), v.Height+c.Height+Px(2))
	}
	d.paint()
	return d
}
