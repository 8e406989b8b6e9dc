package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// thumb is a small picture of an exercise: its figure, which is returned by
// itself too, or its photo, which comes a moment later; grew is called then.
// highest is in pixels of the design.
func (w *Window) thumb(e *content.Exercise, highest float32, grew func()) (fyne.CanvasObject, *widgets.FigureView) {
	if e.Pose != nil {
		f := w.figure(e, thumbHoldS)
		f.Highest = highest
		return f, f
	}
	box := widgets.NewColumn(0)
	if e.Image == "" {
		return box, nil
	}
	lib := w.library()
	fetch(w, func() (*canvas.Image, error) { return pictureOf(lib, e) }, func(img *canvas.Image, err error) {
		if err != nil {
			return // the exercise's page says why
		}
		box.Add(widgets.NewPicture(img, 1, catalog.L("Picture of {{.Name}}", catalog.D{"Name": e.Name})))
		grew()
	})
	return box, nil
}

// reflowEditor lays the editor's page out anew.
func (w *Window) reflowEditor() { w.editorPage(func(s *editorScreen) { s.p.Reflow() }) }

// editorPage does something with the editor if it is there.
func (w *Window) editorPage(do func(*editorScreen)) {
	if s, ok := w.screens[Editor].(*editorScreen); ok {
		do(s)
	}
}
