package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/ui/widgets"
)

// bookedRows are the rows that are shown, for the keys to stay where they are
// when all are made anew.
type bookedRows struct {
	w     *Window
	of    map[fyne.Focusable]string  // the rows buttons belong to
	turns map[string]*widgets.Button // a row's button to stay at
	order []string
	at    string // the row the keys were at; empty means none
	after string // the row after which they are to go on; empty means none
}

// begin forgets the rows, and remembers the one the keys are at.
func (r *bookedRows) begin(w *Window) {
	r.w = w
	if f := w.win.Canvas().Focused(); f != nil {
		r.at = r.of[f]
	}
	r.of, r.turns, r.order = map[fyne.Focusable]string{}, map[string]*widgets.Button{}, nil
}

// add tells of a row: its buttons, and the one to stay at.
func (r *bookedRows) add(id string, turn *widgets.Button, buttons ...*widgets.Button) {
	for _, b := range buttons {
		r.of[b] = id
	}
	r.turns[id] = turn
	r.order = append(r.order, id)
}

// end brings the keys back to the row they were at, or to the one they are to go
// on at, and away from what is gone.
func (r *bookedRows) end() {
	if r.w == nil {
		return
	}
	to := r.at
	if i := slices.Index(r.order, r.after); r.after != "" && i+1 < len(r.order) {
		to = r.order[i+1]
	}
	if b := r.turns[to]; b != nil {
		r.w.focus(b)
	} else if to != "" {
		r.w.win.Canvas().Unfocus()
	}
	r.at, r.after = "", ""
}
