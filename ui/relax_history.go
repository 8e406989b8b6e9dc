package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/ui/widgets"
)

// relaxHistory is what relaxed of late, newest first.
type relaxHistory struct {
	*history
	w    *Window
	box  *fyne.Container
	list []Relaxed // of the last months, newest first
	grew func()
}

// fewRelaxed are shown until more are asked for.
const fewRelaxed = 4

func newRelaxHistory(w *Window, grew func()) *relaxHistory {
	h := &relaxHistory{w: w, grew: grew}
	h.history = newHistory(fewRelaxed, widgets.NewHeading("", 13, widgets.Regular, widgets.ColorInk2), func() {
		h.fill()
		h.grew()
	})
	h.box = widgets.NewColumn(12, h.head(), h.card())
	h.box.Hide()
	return h
}

// load reads the history, and then tells of it.
func (h *relaxHistory) load(then func()) {
	h.w.loadRelaxed(func(list []Relaxed) {
		slices.Reverse(list)
		h.list = list
		h.fill()
		if then != nil {
			then()
		}
		h.grew()
	})
}

// last is the newest of a kind, nil if there is none.
func (h *relaxHistory) last(kind string) *Relaxed {
	for i := range h.list {
		if h.list[i].Kind == kind {
			return &h.list[i]
		}
	}
	return nil
}

func (h *relaxHistory) fill() {
	h.box.Hidden = len(h.list) == 0
	now := h.w.now()
	week, long := 0, time.Duration(0)
	for _, x := range h.list {
		if daysBetween(x.Start, now) < 7 {
			week++
			long += x.Active
		}
	}
	h.sum.SetText(catalog.N("{{.Count}} time in the last seven days, {{.Minutes}} min in all", "{{.Count}} times in the last seven days, {{.Minutes}} min in all", week,
		catalog.D{"Minutes": int(long.Round(time.Minute) / time.Minute)}))
	h.lay(len(h.list), func(i int) fyne.CanvasObject { return h.row(h.list[i]) })
}

// row is one of them: when, what, how long, and how calm one was.
func (h *relaxHistory) row(x Relaxed) fyne.CanvasObject {
	when := h.w.dayAndTime(x.Start)
	d := catalog.D{"When": when, "Length": lasts(int(x.Active.Round(time.Second) / time.Second)), "Pace": x.PerMinute, "Done": x.Done, "All": x.Groups, "Name": x.Name}
	sum := catalog.L("{{.When}} · {{.Length}}", d)
	switch {
	case x.PerMinute > 0:
		sum = catalog.L("{{.When}} · {{.Length}} · {{.Pace}} breaths a minute", d)
	case x.Groups > 0:
		sum = catalog.L("{{.When}} · {{.Length}} · {{.Done}} of {{.All}} groups", d)
	}
	tail := widgets.NewWrap(6, 6)
	if calm := calmPill(x); calm != nil {
		tail.Add(calm)
	}
	if !x.Full {
		tail.Add(widgets.NewPill(catalog.L("Ended early"), widgets.Neutral))
	}
	if x.Kind == relax.Breathing {
		tail.Add(smallButton(catalog.L("Again"), catalog.L("{{.Name}} as on {{.When}}, again", d), widgets.Plain, func() { h.again(x) }))
	}
	tail.Add(smallButton(catalog.L("Delete"), catalog.L("Delete {{.Name}}, {{.When}}", d), widgets.Plain, func() { h.delete(x) }))
	return historyRow(nameOver(x.Name, sum), tail)
}

// again breathes the same once more.
func (h *relaxHistory) again(x Relaxed) {
	minutes := relax.ClampMinutes(int(x.Active.Round(time.Minute) / time.Minute))
	h.w.startRelaxing(relax.Wish{Kind: x.Kind, PerMinute: x.PerMinute, Minutes: minutes}, nil, false)
}

func (h *relaxHistory) delete(x Relaxed) {
	h.w.deleteUndoably(x.ID, catalog.L("Deleted: {{.Name}}.", catalog.D{"Name": x.Name}),
		h.w.Relaxations.DeleteRelaxation, h.w.Relaxations.UndeleteRelaxation, func() { h.load(nil) })
}
