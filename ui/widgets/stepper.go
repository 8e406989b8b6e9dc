package widgets

import (
	"strconv"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Stepper is a number one can make smaller and larger, or type. It is one stop
// of the Tab key: the arrows step, digits are typed, Backspace takes one away.
type Stepper struct {
	control
	Name        string // what is counted, for a screen reader
	Value       int
	Own         int  // what counts while Value is 0, shown faintly
	HasOwn      bool // there is an Own
	Least, Most int
	By          int // how far a step goes; 0 means 1
	OnChanged   func(int)
	typing      bool // the next digit goes behind those that stand there
}

// NewStepper makes one that shows a number.
func NewStepper(name string, value, least, most int, changed func(int)) *Stepper {
	s := &Stepper{Name: name, Value: value, Least: least, Most: most, OnChanged: changed}
	s.init(s)
	return s
}

// SetValue shows a number without telling OnChanged.
func (s *Stepper) SetValue(n int) {
	if s.Value != n {
		s.Value = n
		s.Refresh()
	}
}

// Shown is the number that counts.
func (s *Stepper) Shown() int {
	if s.Value == 0 && s.HasOwn {
		return s.Own
	}
	return s.Value
}

// faint tells whether the number shown is not the person's.
func (s *Stepper) faint() bool { return s.Value == 0 && s.HasOwn }

func (s *Stepper) set(n int) {
	if n == s.Value {
		return
	}
	s.Value = n
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(n)
	}
}

// step goes so many steps up, or down.
func (s *Stepper) step(n int) {
	by := max(s.By, 1)
	s.typing = false
	s.set(min(max(s.Shown()+n*by, s.Least), s.Most))
}

// FocusGained shows the focus ring; a digit then begins a new number.
func (s *Stepper) FocusGained() {
	s.typing = false
	s.control.FocusGained()
}

// Tapped steps at the signs, and takes the focus.
func (s *Stepper) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
	switch side := Px(stepperSign); {
	case e.Position.X < side:
		s.step(-1)
	case e.Position.X >= s.Size().Width-side:
		s.step(1)
	}
}

// TypedRune takes a digit, and + and -.
func (s *Stepper) TypedRune(r rune) {
	switch {
	case r == '+':
		s.step(1)
	case r == '-' || r == '−':
		s.step(-1)
	case !unicode.IsDigit(r) || r > '9':
	case !s.typing:
		s.typing = true
		s.set(int(r - '0'))
	case s.Value < 1000: // four digits, whatever they mean
		s.set(s.Value*10 + int(r-'0'))
	}
}

// TypedKey steps with the arrows and takes digits away.
func (s *Stepper) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyUp, fyne.KeyRight:
		s.step(1)
	case fyne.KeyDown, fyne.KeyLeft:
		s.step(-1)
	case fyne.KeyBackspace:
		s.typing = true
		s.set(s.Value / 10)
	case fyne.KeyDelete:
		s.typing = true
		s.set(0)
	default:
		passOn(s, k)
	}
}

// AccessibilityLabel says what is counted and how many there are.
func (s *Stepper) AccessibilityLabel() string {
	d := catalog.D{"Name": s.Name, "Number": s.Shown()}
	if s.faint() {
		return catalog.L("{{.Name}}: {{.Number}}, as the exercise has it", d)
	}
	return catalog.L("{{.Name}}: {{.Number}}", d)
}

const (
	stepperSign = 30 // width of a sign's place
	stepperWide = 112
	stepperHigh = 34
)

// The signs of a stepper.
var (
	glyphMinus = Glyph{Path: "M4 10h12"}
	glyphPlus  = Glyph{Path: "M4 10h12M10 4v12"}
)

// CreateRenderer draws the number between its signs.
func (s *Stepper) CreateRenderer() fyne.WidgetRenderer {
	back, over, ring := &canvas.Rectangle{}, &canvas.Rectangle{}, focusRing()
	label := &canvas.Text{Alignment: fyne.TextAlignCenter}
	minus, plus := NewIcon(glyphMinus, 12, ColorPrimaryText), NewIcon(glyphPlus, 12, ColorPrimaryText)
	minus.Line, plus.Line = 2.6, 2.6
	d := &draw{objects: []fyne.CanvasObject{ring, back, over, minus, plus, label}}
	d.paint = func() {
		back.FillColor, back.CornerRadius, over.CornerRadius = Color(ColorSunk), Px(9), Px(9)
		over.FillColor, over.Hidden = Color(ColorHover), !s.hovered
		label.Text, label.TextSize, label.TextStyle, label.Color = strconv.Itoa(s.Shown()), Px(15), SemiBold, Color(ColorInk)
		if s.faint() {
			label.TextStyle, label.Color = Regular, Color(ColorInk2)
		}
		minus.Color, plus.Color = ColorPrimaryText, ColorPrimaryText
		if s.Shown() <= s.Least {
			minus.Color = theme.ColorNameDisabled
		}
		if s.Shown() >= s.Most {
			plus.Color = theme.ColorNameDisabled
		}
	}
	d.place = func(size fyne.Size) {
		put(back, 0, 0, size.Width, size.Height)
		put(over, 0, 0, size.Width, size.Height)
		side := Px(stepperSign)
		put(minus, (side-Px(12))/2+Px(2), (size.Height-Px(12))/2, Px(12), Px(12))
		put(plus, size.Width-side+(side-Px(12))/2-Px(2), (size.Height-Px(12))/2, Px(12), Px(12))
		put(label, side, 0, size.Width-2*side, size.Height)
		s.ring(ring, size, 9)
	}
	d.min = func() fyne.Size { return fyne.NewSize(Px(stepperWide), Px(stepperHigh)) }
	d.paint()
	return d
}
