package widgets

import "fyne.io/fyne/v2"

// Track says how wide one object of a Row is: Fixed pixels of the design, or
// a share of what is left (Grow), or, with neither, its own smallest width.
type Track struct{ Fixed, Grow float32 }

// Row is a layout that puts objects side by side.
type Row struct {
	Gap    float32 // in pixels of the design
	Tracks []Track // one for each object; missing ones are of their own width
	Center bool    // objects keep their own height, centred; otherwise all are as high as the highest
	Below  float32 // narrower than this, in pixels of the design, the row becomes a column
}

// NewRow puts objects side by side.
func NewRow(row Row, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: row, Objects: objects}
}

// NewBar puts objects side by side, centred, the first one taking what the
// others leave.
func NewBar(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return NewRow(Row{Gap: gap, Center: true, Tracks: []Track{{Grow: 1}}}, objects...)
}

func (r Row) track(i int) Track {
	if i < len(r.Tracks) {
		return r.Tracks[i]
	}
	return Track{}
}

func (r Row) stacked(width float32) bool { return r.Below > 0 && width < Px(r.Below) }

// widths shares the width out; a hidden object gets -1.
func (r Row) widths(objects []fyne.CanvasObject, width float32) []float32 {
	out := make([]float32, len(objects))
	left, grow, n := width, float32(0), 0
	for i, o := range objects {
		out[i] = -1
		if !o.Visible() {
			continue
		}
		n++
		switch t := r.track(i); {
		case t.Grow > 0:
			grow += t.Grow
			continue
		case t.Fixed > 0:
			out[i] = Px(t.Fixed)
		default:
			out[i] = o.MinSize().Width
		}
		left -= out[i]
	}
	left = max(left-Px(r.Gap)*float32(max(n-1, 0)), 0)
	for i, o := range objects {
		if t := r.track(i); t.Grow > 0 && o.Visible() {
			out[i] = left * t.Grow / grow
		}
	}
	return out
}

// HeightFor is the highest object's height, or that of the column.
func (r Row) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	if r.stacked(width) {
		return Column{r.Gap}.HeightFor(objects, width)
	}
	var h float32
	for i, w := range r.widths(objects, width) {
		if w >= 0 {
			h = max(h, HeightFor(objects[i], w))
		}
	}
	return h
}

// Layout places the objects from the left.
func (r Row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if r.stacked(size.Width) {
		Column{r.Gap}.Layout(objects, size)
		return
	}
	var x float32
	for i, w := range r.widths(objects, size.Width) {
		if w < 0 {
			continue
		}
		y, h := float32(0), size.Height
		if r.Center {
			h = HeightFor(objects[i], w)
			y = (size.Height - h) / 2
		}
		put(objects[i], x, y, w, h)
		x += w + Px(r.Gap)
	}
}

// MinSize is the sum of the widths, or of a row that can become a column the
// widest.
func (r Row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if r.Below > 0 {
		return Column{r.Gap}.MinSize(objects)
	}
	var s fyne.Size
	n := 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		n++
		m := o.MinSize()
		if t := r.track(i); t.Fixed > 0 {
			m.Width = Px(t.Fixed)
		}
		s = fyne.NewSize(s.Width+m.Width, max(s.Height, m.Height))
	}
	return s.AddWidthHeight(Px(r.Gap)*float32(max(n-1, 0)), 0)
}
