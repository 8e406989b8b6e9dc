package ui

import (
	"bytes"
	"errors"
	"io"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/ui/widgets"
)

// editorButtons lead to the editor from the head of the Stretch screen; none
// where nothing can be saved.
func (w *Window) editorButtons() []fyne.CanvasObject {
	if w.Packs == nil {
		return nil
	}
	take := widgets.NewButton(catalog.L("Import a pack"), widgets.Quiet, func() { w.OpenAt(Editor, partImport) })
	create := widgets.NewButton(catalog.L("New routine"), widgets.Primary, func() { w.OpenAt(Editor, partNew) })
	return []fyne.CanvasObject{take, create}
}

// tool is a small button of an entry's page.
func tool(label, name string, do func()) *widgets.Button {
	b := widgets.NewButton(label, widgets.Quiet, do)
	b.Small = true
	b.Hint = catalog.L("{{.What}}: {{.Name}}", catalog.D{"What": label, "Name": name})
	return b
}

// withTools puts buttons below the head of an entry's page.
func withTools(head fyne.CanvasObject, tools []fyne.CanvasObject) fyne.CanvasObject {
	if len(tools) == 0 {
		return head
	}
	return widgets.NewColumn(12, head, widgets.NewWrap(8, 8, tools...))
}

// routineTools are what one can do with a routine besides doing it.
func (w *Window) routineTools(r *content.Routine) []fyne.CanvasObject {
	if w.Packs == nil {
		return nil
	}
	lib := w.library()
	var out []fyne.CanvasObject
	add := func(label string, do func()) { out = append(out, tool(label, r.Name, do)) }
	mine := packs.IsMine(lib, r.Origin)
	if mine {
		add(catalog.L("Change"), func() { w.OpenAt(Editor, "routine:"+r.ID) })
	}
	add(catalog.L("Duplicate and change"), func() { w.OpenAt(Editor, "copy:"+r.ID) })
	if w.Print != nil {
		add(catalog.L("Print"), func() { w.printRoutine(r) })
	}
	if r.Pack != "" {
		add(catalog.L("Export"), func() { w.exportRoutine(r) })
	}
	if mine {
		add(catalog.L("Delete"), func() {
			w.deleteOwn("routine:"+r.ID, r.Name, func() (func() error, error) { return w.Packs.DeleteRoutine(r.ID) })
		})
	}
	return out
}

// exerciseTools are what one can do with an exercise of one's own.
func (w *Window) exerciseTools(e *content.Exercise) []fyne.CanvasObject {
	if w.Packs == nil || !packs.IsMine(w.library(), e.Origin) {
		return nil
	}
	return []fyne.CanvasObject{
		tool(catalog.L("Change"), e.Name, func() { w.OpenAt(Editor, "exercise:"+e.ID) }),
		tool(catalog.L("Delete"), e.Name, func() {
			w.deleteOwn("exercise:"+e.ID, e.Name, func() (func() error, error) { return w.Packs.DeleteExercise(e.ID) })
		}),
	}
}

// exportRoutine writes a routine into a file to hand on.
func (w *Window) exportRoutine(r *content.Routine) {
	w.export(r.Name, func(to io.Writer) error { return w.Packs.ExportRoutine(r.ID, to) })
}

// export makes something and asks for a file to write it into: what cannot be
// made takes the place of no file.
func (w *Window) export(name string, write func(io.Writer) error) {
	var made bytes.Buffer
	doing := catalog.L("Exporting")
	w.ask(doing, func() error { return write(&made) }, func() {
		w.files.save(catalog.L("Export {{.Name}}", catalog.D{"Name": name}), packs.ExportName(name), func(to io.WriteCloser, path string) {
			w.ask(doing, func() error {
				_, err := made.WriteTo(to)
				return errors.Join(err, to.Close())
			}, func() {
				w.shell.toast.show(catalog.L("Exported to {{.File}}.", catalog.D{"File": path}), "", nil)
			})
		})
	})
}
