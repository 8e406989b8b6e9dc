package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Found is one line of what a search found: a name, a sentence below it, and
// perhaps a mark in words. The keyboard's focus stays in the field above it, so
// it takes none; the one that Enter would open is On.
type Found struct {
	widget.BaseWidget
	On       bool
	OnTapped func()
	OnPoint  func() // the pointer came over it

	name, line *Text
	mark       *Pill
	body       *fyne.Container
	high       float32 // at the width and scale it was last asked for
	wide       float32
	scale      float32
}

// NewFound makes an empty line.
func NewFound() *Found {
	f := &Found{
		name: NewParagraph("", 14.5, Medium, ColorInk),
		line: NewText("", 13, Regular, ColorInk2),
		mark: NewPill("", Amber),
	}
	f.name.Leading = 1.3
	f.body = NewRow(Row{Gap: 12, Center: true, Below: 380, Tracks: []Track{{Grow: 1}}},
		NewColumn(1, f.name, f.line), NewWrap(0, 0, f.mark))
	f.ExtendBaseWidget(f)
	return f
}

// Set changes what it says; an empty mark is none.
func (f *Found) Set(name, line, mark string, tone Tone) {
	f.wide = 0
	f.name.SetText(name)
	f.line.SetText(line)
	f.line.Hidden = line == ""
	f.mark.Set(mark, tone)
	f.body.Objects[1].(*fyne.Container).Hidden = mark == ""
}

// Name is the name it shows.
func (f *Found) Name() string { return f.name.Content }

// Mark is the mark it shows, empty if it has none.
func (f *Found) Mark() string { return f.mark.Label() }

// SetOn marks it as the one that Enter opens.
func (f *Found) SetOn(on bool) {
	if f.On != on {
		f.On = on
		f.Refresh()
	}
}

// Tapped opens it.
func (f *Found) Tapped(*fyne.PointEvent) {
	if f.OnTapped != nil {
		f.OnTapped()
	}
}

// MouseIn makes it the one that Enter opens.
func (f *Found) MouseIn(*desktop.MouseEvent) {
	if f.OnPoint != nil {
		f.OnPoint()
	}
}

// MouseMoved does nothing more.
func (f *Found) MouseMoved(*desktop.MouseEvent) {}

// MouseOut leaves it chosen: something always is.
func (f *Found) MouseOut() {}

// Cursor is the pointing hand.
func (f *Found) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel is the name and the mark.
func (f *Found) AccessibilityLabel() string {
	if m := f.Mark(); m != "" {
		return f.Name() + ", " + m
	}
	return f.Name()
}

// AccessibilityRole says that it can be pressed.
func (f *Found) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

const (
	foundSide  = 12
	foundAbove = 7
)

// HeightFor is the height of its texts and the room around them. It is kept, as
// a list is laid out several times at every letter.
func (f *Found) HeightFor(width float32) float32 {
	if scale := Scale(); f.wide != width || f.scale != scale {
		f.high = HeightFor(f.body, width-Px(2*foundSide)) + Px(2*foundAbove)
		f.wide, f.scale = width, scale
	}
	return f.high
}

// CreateRenderer draws the line.
func (f *Found) CreateRenderer() fyne.WidgetRenderer {
	back, bar := &canvas.Rectangle{}, &canvas.Rectangle{}
	d := &draw{objects: []fyne.CanvasObject{back, bar, f.body}}
	d.paint = func() {
		back.FillColor, back.CornerRadius = color.Transparent, Px(10)
		if f.On {
			back.FillColor = Color(ColorPrimarySoft)
		}
		bar.FillColor, bar.CornerRadius, bar.Hidden = Color(ColorPrimary), Px(1.5), !f.On
	}
	d.place = func(s fyne.Size) {
		put(back, 0, 0, s.Width, s.Height)
		put(bar, 0, s.Height*0.25, Px(3), s.Height*0.5)
		put(f.body, Px(foundSide), Px(foundAbove), s.Width-Px(2*foundSide), s.Height-Px(2*foundAbove))
	}
	d.min = func() fyne.Size {
		return f.body.MinSize().AddWidthHeight(Px(2*foundSide), Px(2*foundAbove))
	}
	d.paint()
	return d
}
