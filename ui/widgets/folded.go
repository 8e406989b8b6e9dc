package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Folded is the head of an Opener with what it opens below it, made when it is
// first asked for.
type Folded struct {
	widget.BaseWidget
	OnChanged func(open bool)
	head      *Opener
	content   fyne.CanvasObject
	fill      func() fyne.CanvasObject
	box       *fyne.Container
}

// NewFolded makes a fold that is shut. What is in it is made by fill when it is
// first opened.
func NewFolded(label string, fill func() fyne.CanvasObject) *Folded {
	f := &Folded{fill: fill}
	f.head = NewOpener(label, "", Neutral, f.show)
	f.box = NewColumn(0, f.head)
	f.ExtendBaseWidget(f)
	return f
}

// Open tells whether what is in it is shown.
func (f *Folded) Open() bool { return f.head.Open }

// SetOpen opens or shuts the fold.
func (f *Folded) SetOpen(open bool) {
	if f.head.Open != open {
		f.head.Tapped(nil)
	}
}

// show shows or hides what is in it.
func (f *Folded) show(open bool) {
	if open && f.content == nil {
		f.content = f.fill()
		f.box.Add(f.content)
	}
	f.content.Hide()
	if open {
		f.content.Show()
	}
	f.Refresh()
	if f.OnChanged != nil {
		f.OnChanged(open)
	}
}

// HeightFor is the heading's height, and the content's where it is open.
func (f *Folded) HeightFor(width float32) float32 { return HeightFor(f.box, width) }

// CreateRenderer lays the fold out.
func (f *Folded) CreateRenderer() fyne.WidgetRenderer {
	d := &draw{objects: []fyne.CanvasObject{f.box}}
	d.place = func(s fyne.Size) { put(f.box, 0, 0, s.Width, s.Height) }
	d.min = func() fyne.Size { return f.box.MinSize() }
	return d
}
