package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// scroller is the window's content where it scrolls what an object stands in.
type scroller interface {
	ScrollAround(fyne.CanvasObject, *fyne.ScrollEvent)
}

// wheel lies over a field and gives what the mouse wheel does there to the page:
// the field keeps it for itself, so that a page would stop under the pointer as
// soon as a field comes by. It takes nothing else.
type wheel struct {
	widget.BaseWidget
	field fyne.CanvasObject
}

func newWheel(field fyne.CanvasObject) *wheel {
	w := &wheel{field: field}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled scrolls the page.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(w.field); c != nil {
		if s, ok := c.Content().(scroller); ok {
			s.ScrollAround(w.field, e)
		}
	}
}

// CreateRenderer shows nothing.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return &draw{place: func(fyne.Size) {}, min: func() fyne.Size { return fyne.Size{} }}
}

// wheeled draws a field with a wheel over it.
type wheeled struct {
	fyne.WidgetRenderer
	over *wheel
}

func (r *wheeled) Objects() []fyne.CanvasObject {
	return append(slices.Clone(r.WidgetRenderer.Objects()), r.over)
}

func (r *wheeled) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.over.Resize(size)
}
