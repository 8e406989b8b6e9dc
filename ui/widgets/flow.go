package widgets

import "fyne.io/fyne/v2"

// Fitted is an object whose height depends on its width, as that of a text
// does. Fyne asks for a smallest size only; the layouts of this package ask
// this first.
type Fitted interface {
	// HeightFor is the height needed at that width, in device-independent
	// pixels.
	HeightFor(width float32) float32
}

// fittedLayout is a layout that knows the same of its objects.
type fittedLayout interface {
	HeightFor(objects []fyne.CanvasObject, width float32) float32
}

// HeightFor is the height any object needs at a width.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	switch v := o.(type) {
	case Fitted:
		return v.HeightFor(width)
	case *fyne.Container:
		if l, ok := v.Layout.(fittedLayout); ok {
			return l.HeightFor(v.Objects, width)
		}
	}
	return o.MinSize().Height
}

// Column is a layout that stacks objects over the full width.
type Column struct {
	Gap float32 // between two objects, in pixels of the design
}

// NewColumn stacks objects with a gap between them.
func NewColumn(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Column{Gap: gap}, Objects: objects}
}

// HeightFor sums the objects up.
func (c Column) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var h float32
	n := 0
	for _, o := range objects {
		if o.Visible() {
			h += HeightFor(o, width)
			n++
		}
	}
	return h + Px(c.Gap)*float32(max(n-1, 0))
}

// Layout places the objects from the top.
func (c Column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := HeightFor(o, size.Width)
		put(o, 0, y, size.Width, h)
		y += h + Px(c.Gap)
	}
}

// MinSize is the widest object's width.
func (c Column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var w float32
	for _, o := range objects {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	return fyne.NewSize(w, c.HeightFor(objects, w))
}

// Wrap is a layout that puts objects side by side in their own size and goes
// on in a next line where the width ends.
type Wrap struct {
	Gap, RowGap float32 // in pixels of the design
}

// NewWrap lines objects up like words.
func NewWrap(gap, rowGap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Wrap{Gap: gap, RowGap: rowGap}, Objects: objects}
}

// walk calls place for each visible object and returns the height.
func (w Wrap) walk(objects []fyne.CanvasObject, width float32, place func(o fyne.CanvasObject, x, y float32, s fyne.Size)) float32 {
	var x, y, line float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		// An object wider than the line may still be able to wrap inside.
		if s.Width > width {
			s = fyne.NewSize(width, HeightFor(o, width))
		}
		if x > 0 && x+s.Width > width+0.5 {
			x, y, line = 0, y+line+Px(w.RowGap), 0
		}
		if place != nil {
			place(o, x, y, s)
		}
		x += s.Width + Px(w.Gap)
		line = max(line, s.Height)
	}
	return y + line
}

// HeightFor is the height of all lines.
func (w Wrap) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return w.walk(objects, width, nil)
}

// Layout places the objects line by line.
func (w Wrap) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w.walk(objects, size.Width, func(o fyne.CanvasObject, x, y float32, s fyne.Size) {
		put(o, x, y, s.Width, s.Height)
	})
}

// MinSize is all objects in one line, as wide as that is.
func (w Wrap) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var width, height float32
	n := 0
	for _, o := range objects {
		if o.Visible() {
			s := o.MinSize()
			width += s.Width
			height = max(height, s.Height)
			n++
		}
	}
	return fyne.NewSize(width+Px(w.Gap)*float32(max(n-1, 0)), height)
}

// Pad is a layout that leaves room around its one object, in pixels of the
// design.
type Pad struct{ Top, Right, Bottom, Left float32 }

// NewPad leaves room around an object.
func NewPad(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Pad{top, right, bottom, left}, Objects: []fyne.CanvasObject{o}}
}

// HeightFor adds the room to the object's height.
func (p Pad) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var h float32
	for _, o := range objects {
		if o.Visible() {
			h = max(h, HeightFor(o, width-Px(p.Left+p.Right)))
		}
	}
	return h + Px(p.Top+p.Bottom)
}

// Layout places the object inside the room.
func (p Pad) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		put(o, Px(p.Left), Px(p.Top), size.Width-Px(p.Left+p.Right), size.Height-Px(p.Top+p.Bottom))
	}
}

// MinSize adds the room to the object's smallest size.
func (p Pad) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		if o.Visible() {
			s = s.Max(o.MinSize())
		}
	}
	return s.AddWidthHeight(Px(p.Left+p.Right), Px(p.Top+p.Bottom))
}
