package widgets

import "fyne.io/fyne/v2"

// WideOnly is a layout that leaves its one object out where there is little
// width, as the headings of columns that became a list.
type WideOnly struct {
	From float32 // the least width, in pixels of the design
}

// NewWideOnly shows an object only from a width on.
func NewWideOnly(from float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: WideOnly{from}, Objects: []fyne.CanvasObject{o}}
}

// HeightFor is the object's height, or nothing.
func (w WideOnly) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	if width < Px(w.From) {
		return 0
	}
	return HeightFor(objects[0], width)
}

// Layout places the object, or hides it.
func (w WideOnly) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.Width < Px(w.From) {
		objects[0].Hide()
		return
	}
	objects[0].Show()
	put(objects[0], 0, 0, size.Width, size.Height)
}

// MinSize is nothing: it can always be left out.
func (WideOnly) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
