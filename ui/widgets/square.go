package widgets

import "fyne.io/fyne/v2"

// Square is a layout that gives its one object a square of its own size, in
// pixels of the design: a picture that is larger in one place than in another.
type Square struct {
	Side  float32
	Alone float32 // its side where it has a line to itself
}

// NewSquare puts an object into a square.
func NewSquare(side, alone float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Square{side, alone}, Objects: []fyne.CanvasObject{o}}
}

func (q Square) side(width float32) float32 {
	if width > Px(q.Side)+1 {
		return Px(q.Alone)
	}
	return min(Px(q.Side), width)
}

// HeightFor is the side at a width.
func (q Square) HeightFor(_ []fyne.CanvasObject, width float32) float32 { return q.side(width) }

// Layout places the object at the left, in the middle of the height.
func (q Square) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := q.side(size.Width)
	for _, o := range objects {
		put(o, 0, max((size.Height-side)/2, 0), side, side)
	}
}

// MinSize is the square.
func (q Square) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(Px(q.Side)) }
