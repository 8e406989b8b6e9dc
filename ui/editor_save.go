package ui

import (
	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
)

// takeLibrary makes another library count: the packs in it have changed.
func (w *Window) takeLibrary(lib *content.Library) {
	w.Library = lib
	w.found, w.findable = nil, nil
	if w.current != Sources {
		delete(w.screens, Sources) // it reads them once
	}
	for _, f := range w.about.told {
		f()
	}
}

// reread reads the packs anew. What the screens will ask of them is read here,
// off the window's goroutine.
func (w *Window) reread() (*content.Library, error) {
	lib, err := w.Packs.Library()
	if err != nil {
		return nil, err
	}
	_, err = lib.Routines()
	if err == nil {
		_, err = lib.Exercises()
	}
	return lib, err
}

// keep saves something of the person's own. While that goes on busy is true,
// and it is not begun again.
func keep(w *Window, busy *bool, save func() (id string, undo func() error, err error), fail func(packs.Problems), done func(id string, undo func() error)) {
	if *busy {
		return
	}
	*busy = true
	var id string
	var undo func() error
	var lib *content.Library
	w.off(func() (err error) {
		if id, undo, err = save(); err != nil {
			return err
		}
		lib, err = w.reread()
		return err
	}, func(err error) {
		*busy = false
		if err != nil {
			fail(asPackProblems(err))
			return
		}
		w.takeLibrary(lib)
		done(id, undo)
	})
}

// takeBack undoes a change of the packs; then runs once that is done.
func (w *Window) takeBack(undo func() error, then func()) {
	var lib *content.Library
	w.ask(catalog.L("Undo"), func() (err error) {
		if err := undo(); err != nil {
			return err
		}
		lib, err = w.reread()
		return err
	}, func() {
		w.takeLibrary(lib)
		if then != nil {
			then()
		}
	})
}

// deleteOwn takes something of the person's own out of the library and leads to
// the Stretch screen; undone, it is there again, and so is its page.
func (w *Window) deleteOwn(part, name string, remove func() (undo func() error, err error)) {
	var undo func() error
	var lib *content.Library
	w.ask(catalog.L("Deleting"), func() (err error) {
		if undo, err = remove(); err != nil {
			return err
		}
		lib, err = w.reread()
		return err
	}, func() {
		w.takeLibrary(lib)
		w.leaveFor(Stretch, "")
		w.offerUndo(catalog.L("Deleted: {{.Name}}.", catalog.D{"Name": name}), func() {
			w.takeBack(undo, func() { w.OpenAt(Entry, part) })
		})
	})
}
