package widgets

import "fyne.io/fyne/v2"

// Grid is a layout of equally wide columns, as many as fit; all objects of a
// row are as high as the highest.
type Grid struct {
	Narrowest float32 // of a column, in pixels of the design
	Most      int     // columns; 0 means any
	Gap       float32 // in pixels of the design
}

// NewGrid puts objects into columns.
func NewGrid(g Grid, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: g, Objects: objects}
}

// walk calls place for each visible object and returns the height.
func (g Grid) walk(objects []fyne.CanvasObject, width float32, place func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	var seen []fyne.CanvasObject
	for _, o := range objects {
		if o.Visible() {
			seen = append(seen, o)
		}
	}
	gap := Px(g.Gap)
	n := max(int((width+gap+0.5)/(Px(g.Narrowest)+gap)), 1)
	if g.Most > 0 {
		n = min(n, g.Most)
	}
	w := (width - gap*float32(n-1)) / float32(n)
	var y float32
	for at := 0; at < len(seen); at += n {
		row := seen[at:min(at+n, len(seen))]
		var h float32
		for _, o := range row {
			h = max(h, HeightFor(o, w))
		}
		if at > 0 {
			y += gap
		}
		for i, o := range row {
			if place != nil {
				place(o, float32(i)*(w+gap), y, w, h)
			}
		}
		y += h
	}
	return y
}

// HeightFor is the height of all rows.
func (g Grid) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return g.walk(objects, width, nil)
}

// Layout places the objects row by row.
func (g Grid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	g.walk(objects, size.Width, put)
}

// MinSize is that of a single column.
func (g Grid) MinSize(objects []fyne.CanvasObject) fyne.Size { return Column{g.Gap}.MinSize(objects) }

// Measure is a layout that keeps its one object no wider than reads well.
type Measure struct {
	Most float32 // in pixels of the design
}

// NewMeasure keeps an object no wider than most, at the left.
func NewMeasure(most float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Measure{most}, Objects: []fyne.CanvasObject{o}}
}

// HeightFor is the object's height at its own width.
func (m Measure) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return Column{}.HeightFor(objects, min(width, Px(m.Most)))
}

// Layout places the object at the left.
func (m Measure) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		put(o, 0, 0, min(size.Width, Px(m.Most)), size.Height)
	}
}

// MinSize is the object's.
func (m Measure) MinSize(objects []fyne.CanvasObject) fyne.Size { return Column{}.MinSize(objects) }
