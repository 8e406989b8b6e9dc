package ui

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"github.com/unhunch/unhunch/assets/catalog"
)

// files lets the person choose a file.
type files interface {
	// open asks for a file that ends in one of these ways, such as .png.
	open(title string, ends []string, then func(path string))
	// save asks where to write a file, and for its name.
	save(title, name string, then func(to io.WriteCloser, path string))
}

// fileDialogs asks inside the window.
type fileDialogs struct {
	w    *Window
	last fyne.ListableURI // the folder chosen from last
}

func (d *fileDialogs) open(title string, ends []string, then func(string)) {
	back := d.w.win.Canvas().Focused()
	ask := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		d.refocus(back)
		if err != nil {
			d.w.shell.toast.show(catalog.L("This file cannot be opened: {{.Reason}}", catalog.D{"Reason": err.Error()}), "", nil)
			return
		}
		if r == nil {
			return // nothing was chosen
		}
		at := r.URI()
		_ = r.Close() // it is read by its path
		d.remember(at)
		then(at.Path())
	}, d.w.win)
	var both []string
	for _, e := range ends {
		both = append(both, e, strings.ToUpper(e))
	}
	ask.SetFilter(storage.NewExtensionFileFilter(both))
	ask.SetConfirmText(catalog.L("Choose"))
	d.show(ask, title)
}

func (d *fileDialogs) save(title, name string, then func(io.WriteCloser, string)) {
	back := d.w.win.Canvas().Focused()
	ask := dialog.NewFileSave(func(to fyne.URIWriteCloser, err error) {
		d.refocus(back)
		if err != nil {
			d.w.shell.toast.show(catalog.L("This file cannot be written: {{.Reason}}", catalog.D{"Reason": err.Error()}), "", nil)
			return
		}
		if to == nil {
			return // nothing was chosen
		}
		d.remember(to.URI())
		then(to, to.URI().Path())
	}, d.w.win)
	ask.SetFileName(name)
	ask.SetFilter(storage.NewExtensionFileFilter([]string{filepath.Ext(name)}))
	ask.SetConfirmText(catalog.L("Save"))
	d.show(ask, title)
}

// show puts a dialog over most of the window.
func (d *fileDialogs) show(ask *dialog.FileDialog, title string) {
	ask.SetTitleText(title)
	ask.SetDismissText(catalog.L("Cancel"))
	if d.last != nil {
		ask.SetLocation(d.last)
	}
	ask.Show() // before that it has no size to change
	size := d.w.win.Canvas().Size()
	ask.Resize(fyne.NewSize(min(size.Width-48, 900), min(size.Height-48, 640)))
}

// remember begins in the same folder next time.
func (d *fileDialogs) remember(at fyne.URI) {
	if dir, err := storage.Parent(at); err == nil {
		if l, err := storage.ListerForURI(dir); err == nil {
			d.last = l
		}
	}
}

// refocus gives the focus back to what was there before the dialog.
func (d *fileDialogs) refocus(o fyne.Focusable) {
	if o != nil {
		d.w.focus(o)
	}
}

// dropped takes files that were dropped on the window: calendar files, a pack, or
// the picture of the exercise that is being written down.
func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	if len(uris) == 0 || w.droppedCalendars(uris) {
		return
	}
	if w.Packs == nil {
		w.shell.toast.show(catalog.L("Nothing here takes this file. Drop a calendar file (.ics)."), "", nil)
		return
	}
	at := uris[0].Path()
	end := strings.ToLower(filepath.Ext(at))
	if f, ok := w.editor().forms[w.editor().part].(*exerciseForm); ok && w.current == Editor && slices.Contains(pictureEnds, end) {
		f.photo.take(at)
		return
	}
	if end == ".zip" {
		w.lookAtPack(at)
		return
	}
	w.shell.toast.show(catalog.L("Nothing here takes this file. Drop a calendar file (.ics), a pack (.zip), or a picture while you write down an exercise of your own."), "", nil)
}
