package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// favourites are the routines and exercises the person marked, by entries such
// as routine:low-back-10.
type favourites struct {
	marked map[string]bool
	told   []func()
}

// loadFavourites reads what was marked.
func (w *Window) loadFavourites() {
	fetch(w, w.Stretches.Favourites, func(list []string, err error) {
		if err != nil {
			return // the next window tries again
		}
		w.liked.marked = map[string]bool{}
		for _, entry := range list {
			w.liked.marked[entry] = true
		}
		w.tellMarked()
	})
}

// likes tells whether an entry is marked.
func (w *Window) likes(entry string) bool { return w.liked.marked[entry] }

// onMarked calls f whenever other entries are marked than before.
func (w *Window) onMarked(f func()) { w.liked.told = append(w.liked.told, f) }

func (w *Window) tellMarked() {
	for _, f := range w.liked.told {
		f()
	}
}

// mark makes an entry a favourite, or none again.
func (w *Window) mark(entry string, on bool) {
	set := func(on bool) {
		if w.liked.marked == nil {
			w.liked.marked = map[string]bool{}
		}
		w.liked.marked[entry] = on
		w.tellMarked()
	}
	set(on)
	w.off(func() error { return w.Stretches.Mark(entry, on) }, func(err error) {
		if err != nil {
			set(!on)
			w.shell.toast.show(catalog.L("Saving did not work: {{.Reason}}", catalog.D{"Reason": err.Error()}), "", nil)
		}
	})
}

// likeAndStart are the chip that marks an entry and the button that plays it.
func (w *Window) likeAndStart(entry string, start *widgets.Button) fyne.CanvasObject {
	return widgets.NewRow(widgets.Row{Gap: 10, Center: true}, w.favouriteChip(entry), start)
}

// favouriteChip marks an entry.
func (w *Window) favouriteChip(entry string) *widgets.Chip {
	c := widgets.NewChip(catalog.L("Favourite"), func(on bool) { w.mark(entry, on) })
	c.On = w.likes(entry)
	return c
}
