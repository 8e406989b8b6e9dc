package widgets

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/assets/catalog"
)

// PainScale is the numeric rating scale: eleven boxes from 0, no pain, to 10,
// the worst pain imaginable. Arrows move, digits choose, Home and End jump.
type PainScale struct {
	control
	Name      string // what is told, for a screen reader; empty is pain
	Optional  bool   // what is chosen can be taken back: by choosing it again, and with Delete
	Selected  int    // -1: nothing chosen yet
	OnChanged func(int)
	OnSubmit  func() // Enter, once something is chosen
	OnPicked  func() // a box was clicked on
	under     int    // the box pointed at, or -1
	low, high *Text  // what the ends mean
	calm      bool   // it is of calm, and not of pain
}

// NewPainScale makes a scale with nothing chosen.
func NewPainScale(changed func(int)) *PainScale {
	s := &PainScale{Selected: -1, OnChanged: changed, under: -1}
	s.low = NewHeading(catalog.L("no pain"), 12, Regular, ColorInk2)
	s.high = NewHeading(catalog.L("worst imaginable"), 12, Regular, ColorInk2)
	s.high.Align = fyne.TextAlignTrailing
	s.init(s)
	return s
}

const (
	scaleSteps  = 11
	scaleGap    = 5
	scaleHeight = 34
)

// Select chooses a number, or with -1 none, and tells OnChanged.
func (s *PainScale) Select(n int) {
	n = min(max(n, -1), scaleSteps-1)
	if n == s.Selected {
		return
	}
	s.Selected = n
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(n)
	}
}

// Tapped chooses the box under the pointer.
func (s *PainScale) Tapped(e *fyne.PointEvent) {
	if s.disabled {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil && c.Focused() != fyne.Focusable(s) {
		c.Focus(s)
	}
	n := s.at(e.Position.X)
	if n < 0 {
		return
	}
	if s.Optional && n == s.Selected {
		n = -1
	}
	s.Select(n)
	if n >= 0 && s.OnPicked != nil {
		s.OnPicked()
	}
}

// at is the box at x: gaps belong to the box before them.
func (s *PainScale) at(x float32) int {
	w := s.Size().Width + s.gap(s.Size().Width)
	if w <= 0 || x < 0 || x >= w {
		return -1
	}
	return min(int(x/w*scaleSteps), scaleSteps-1)
}

// gap is the room between two boxes: less where there is little.
func (s *PainScale) gap(width float32) float32 {
	return min(Px(scaleGap), width/scaleSteps*0.12)
}

// TypedKey moves the choice.
func (s *PainScale) TypedKey(k *fyne.KeyEvent) {
	if s.disabled {
		return
	}
	switch k.Name {
	case fyne.KeyEscape:
		passOn(s, k)
	case fyne.KeyRight, fyne.KeyUp:
		s.Select(s.Selected + 1)
	case fyne.KeyLeft, fyne.KeyDown:
		s.Select(max(s.Selected-1, 0))
	case fyne.KeyHome:
		s.Select(0)
	case fyne.KeyEnd:
		s.Select(scaleSteps - 1)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if s.Optional {
			s.Select(-1)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.Selected >= 0 && s.OnSubmit != nil {
			s.OnSubmit()
		}
	}
}

// TypedRune chooses by digit: 1 and then 0 is 10.
func (s *PainScale) TypedRune(r rune) {
	switch {
	case s.disabled || r < '0' || r > '9':
	case r == '0' && s.Selected == 1:
		s.Select(10)
	default:
		s.Select(int(r - '0'))
	}
}

// AccessibilityLabel says what is chosen and what the ends mean.
func (s *PainScale) AccessibilityLabel() string {
	d := catalog.D{"Name": s.Name, "Intensity": s.Selected}
	switch {
	case s.calm:
		return s.calmLabel()
	case s.Name != "" && s.Selected < 0:
		return catalog.L("{{.Name}}: nothing chosen, 0 is no pain, 10 the worst imaginable", d)
	case s.Name != "":
		return catalog.L("{{.Name}}: {{.Intensity}}, 0 is no pain, 10 the worst imaginable", d)
	}
	if s.Selected < 0 {
		return catalog.L("Pain: nothing chosen, 0 is no pain, 10 the worst imaginable")
	}
	return catalog.L("Pain: {{.Intensity}}, 0 is no pain, 10 the worst imaginable", catalog.D{"Intensity": s.Selected})
}

// HeightFor is the height of the boxes and of what their ends mean.
func (s *PainScale) HeightFor(width float32) float32 {
	return Px(scaleHeight+4) + max(s.low.HeightFor(width/2), s.high.HeightFor(width/2))
}

// CreateRenderer draws the boxes and what their ends mean.
func (s *PainScale) CreateRenderer() fyne.WidgetRenderer {
	ring := focusRing()
	low, high := s.low, s.high
	d := &draw{objects: []fyne.CanvasObject{ring, low, high}}
	var boxes [scaleSteps]*canvas.Rectangle
	var digits [scaleSteps]*canvas.Text
	for i := range boxes {
		boxes[i] = &canvas.Rectangle{}
		digits[i] = &canvas.Text{Text: strconv.Itoa(i), Alignment: fyne.TextAlignCenter}
		d.objects = append(d.objects, boxes[i], digits[i])
	}
	d.paint = func() {
		for i, b := range boxes {
			b.FillColor, b.CornerRadius = Color(ColorSunk), Px(8)
			b.StrokeWidth, b.StrokeColor = 0, color.Transparent
			digits[i].Color, digits[i].TextStyle = Color(ColorInk2), SemiBold
			if i == s.Selected {
				b.FillColor = Color(ColorAmber)
				digits[i].Color, digits[i].TextStyle = Color(ColorOnAmber), Bold
				if s.calm {
					b.FillColor, digits[i].Color = Color(ColorPrimary), Color(ColorOnPrimary)
				}
			}
		}
	}
	d.place = func(size fyne.Size) {
		gap := s.gap(size.Width)
		step := (size.Width + gap) / scaleSteps
		for i, b := range boxes {
			put(b, float32(i)*step, 0, step-gap, Px(scaleHeight))
			put(digits[i], float32(i)*step, 0, step-gap, Px(scaleHeight))
			digits[i].TextSize = Px(13)
			if i == s.Selected {
				digits[i].TextSize = Px(15)
			}
			// Large text on a small window: "10" must still fit its box.
			for digits[i].TextSize > 8 && digits[i].MinSize().Width > step-gap {
				digits[i].TextSize--
			}
		}
		at := max(s.Selected, 0)
		s.ring(ring, fyne.NewSize(step-gap, Px(scaleHeight)), 8)
		ring.Move(fyne.NewPos(float32(at)*step-Px(ringGap), -Px(ringGap)))
		y := Px(scaleHeight + 4)
		put(low, 0, y, size.Width/2, low.HeightFor(size.Width/2))
		put(high, size.Width/2, y, size.Width/2, high.HeightFor(size.Width/2))
	}
	d.min = func() fyne.Size {
		return fyne.NewSize(Px(11*21), Px(scaleHeight+4)+low.MinSize().Height)
	}
	d.paint()
	return d
}
