package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/ui/widgets"
)

// itemRows are the exercises of a routine in their order, to be changed.
type itemRows struct {
	w       *Window
	card    *widgets.Card
	list    *fyne.Container
	none    fyne.CanvasObject
	problem *widgets.Text
	rows    []*itemRow
	changed func()
	add     func()
	more    *widgets.Button // opens the list of exercises
}

func newItemRows(w *Window, changed func()) *itemRows {
	l := &itemRows{w: w, list: widgets.NewColumn(0), problem: newProblem(), changed: changed}
	l.more = widgets.NewButton(catalog.L("Add exercises"), widgets.Quiet, func() { l.add() })
	l.more.Small = true
	l.none = widgets.NewPad(4, 0, 2, 0, widgets.NewRow(widgets.Row{Gap: 16, Center: true, Tracks: []widgets.Track{{}, {Grow: 1}}},
		widgets.NewBadge(widgets.IconStretch),
		widgets.NewColumn(2,
			widgets.NewParagraph(catalog.L("Begin with an exercise"), 15, widgets.SemiBold, widgets.ColorInk),
			widgets.NewParagraph(catalog.L("Pick some below, in the order you want to do them. You can change the order, how often and how long afterwards."), 14, widgets.Regular, widgets.ColorInk2))))
	head := widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 320, Tracks: []widgets.Track{{Grow: 1}}},
		widgets.NewHeading(catalog.L("Exercises, in this order"), 16.5, widgets.SemiBold, widgets.ColorInk), widgets.NewWrap(0, 0, l.more))
	l.card = widgets.NewCard(widgets.NewColumn(10, head, l.problem, l.none, l.list))
	return l
}

// fill makes the rows of a draft.
func (l *itemRows) fill(items []packs.Item) {
	l.rows = nil
	for _, i := range items {
		l.rows = append(l.rows, newItemRow(l, i))
	}
	l.place()
}

// draft are the items as they are now.
func (l *itemRows) draft() []packs.Item {
	out := make([]packs.Item, 0, len(l.rows))
	for _, r := range l.rows {
		out = append(out, r.item)
	}
	return out
}

// place puts the rows into their order and numbers them.
func (l *itemRows) place() {
	l.list.Objects = nil
	for i, r := range l.rows {
		if i > 0 {
			l.list.Objects = append(l.list.Objects, widgets.NewLine())
		}
		l.list.Objects = append(l.list.Objects, r.box)
		r.numbered(i, len(l.rows))
	}
	setVisible(l.none, len(l.rows) == 0)
	setVisible(l.list, len(l.rows) > 0)
	l.list.Refresh()
}

// append adds an exercise at the end, as it is usually done.
func (l *itemRows) append(id string) *itemRow {
	r := newItemRow(l, packs.Item{Exercise: id})
	l.insert(len(l.rows), r)
	l.problem.Hide()
	return r
}

func (l *itemRows) insert(at int, r *itemRow) {
	l.rows = slices.Insert(l.rows, min(at, len(l.rows)), r)
	l.place()
	l.changed()
}

// remove takes a row out, and offers to put it back.
func (l *itemRows) remove(r *itemRow) {
	at := slices.Index(l.rows, r)
	l.drop(r)
	l.w.offerUndo(catalog.L("Taken out: {{.Name}}.", catalog.D{"Name": r.name()}), func() {
		l.insert(at, r)
		l.w.focus(r.out)
	})
	if len(l.rows) > 0 {
		l.w.focus(l.rows[min(at, len(l.rows)-1)].out)
	}
}

// drop takes a row out.
func (l *itemRows) drop(r *itemRow) {
	l.rows = slices.DeleteFunc(l.rows, func(x *itemRow) bool { return x == r })
	l.place()
	l.changed()
}

// move puts a row one place up or down. The focus stays with it.
func (l *itemRows) move(r *itemRow, by int) {
	from := slices.Index(l.rows, r)
	to := from + by
	if from < 0 || to < 0 || to >= len(l.rows) {
		return
	}
	focused := l.w.win.Canvas().Focused()
	l.rows[from], l.rows[to] = l.rows[to], l.rows[from]
	l.place()
	l.changed()
	switch { // a button that is out of use cannot keep it
	case focused == fyne.Focusable(r.up) && r.up.Disabled():
		focused = r.down
	case focused == fyne.Focusable(r.down) && r.down.Disabled():
		focused = r.up
	}
	if focused != nil {
		l.w.focus(focused)
		widgets.ShowFocused(focused.(fyne.CanvasObject))
	}
}

// moveFocused moves the row that has the focus; false if none has.
func (l *itemRows) moveFocused(by int) bool {
	focused := l.w.win.Canvas().Focused()
	for _, r := range l.rows {
		if focused != nil && slices.Contains(r.stops(), focused) {
			l.move(r, by)
			return true
		}
	}
	return false
}

// count is how often an exercise is among them.
func (l *itemRows) count(id string) int {
	n := 0
	for _, r := range l.rows {
		if r.item.Exercise == id {
			n++
		}
	}
	return n
}

// summary is how many there are and how long they take with the rests.
func (l *itemRows) summary(restS int) string {
	if len(l.rows) == 0 {
		return catalog.L("No exercises yet")
	}
	return catalog.N("{{.Count}} exercise", "{{.Count}} exercises", len(l.rows)) + " · " + lasts(l.total(restS))
}

// total is how long they take with the rests, in seconds.
func (l *itemRows) total(restS int) int {
	total := restS * max(len(l.rows)-1, 0)
	for _, r := range l.rows {
		total += r.takes()
	}
	return total
}

// renew follows the profile and the library.
func (l *itemRows) renew() {
	for i, r := range l.rows {
		e, ok := exerciseOf(l.w.library(), r.item.Exercise)
		if ok == (r.e != nil) && (!ok || e.Name == r.e.Name && e.Sides == r.e.Sides && e.Position == r.e.Position && e.Image == r.e.Image) {
			r.renew()
			continue
		}
		l.rows[i] = newItemRow(l, r.item) // another one now
	}
	l.place()
}

// clear takes away what was said to be wrong.
func (l *itemRows) clear() {
	l.problem.Hide()
	for _, r := range l.rows {
		r.fail("")
	}
}

// fail puts a problem at the row it is of, by the field's name as
// items[2].reps, and returns what to focus; nil if it is of none.
func (l *itemRows) fail(field, text string) fyne.Focusable {
	for i, r := range l.rows {
		rest, ok := strings.CutPrefix(field, fmt.Sprintf("items[%d]", i))
		if !ok {
			continue
		}
		r.fail(text)
		switch {
		case r.e == nil:
			return r.out
		case strings.HasPrefix(rest, ".hold"):
			return r.hold
		case strings.HasPrefix(rest, ".sides") && r.sides != nil:
			return r.sides
		}
		return r.reps
	}
	return nil
}

// longestS is from how many seconds on something counts as a slip of the
// finger: two hours, as for packs.
const longestS = 2 * 60 * 60

// tooLong says at the exercise that takes longest that all of it takes too
// long, and returns what to focus.
func (l *itemRows) tooLong() fyne.Focusable {
	r := slices.MaxFunc(l.rows, func(a, b *itemRow) int { return a.takes() - b.takes() })
	r.fail(problemText(tooLong()))
	if r.hold == nil {
		return r.out
	}
	return r.hold
}

// tooLong says of something that takes longer than can be right.
func tooLong() packs.Problem {
	return packs.Problem{What: catalog.L("it takes longer than anybody stretches"), Hint: catalog.L("fewer repetitions, or a shorter hold")}
}
