package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/ui/widgets"
)

// skewed is how far ahead of now an entry may be: clocks differ.
const skewed = time.Hour

// relaxHistory is what relaxed of late, newest first.
type relaxHistory struct {
	w    *Window
	box  *fyne.Container
	sum  *widgets.Text
	rows *fyne.Container
	more *widgets.Button
	all  bool
	list []Relaxed // of the last months, newest first
	grew func()
}

// fewRelaxed are shown until more are asked for.
const fewRelaxed = 4

func newRelaxHistory(w *Window, grew func()) *relaxHistory {
	h := &relaxHistory{w: w, grew: grew, rows: widgets.NewColumn(0), sum: widgets.NewHeading("", 13, widgets.Regular, widgets.ColorInk2)}
	h.more = widgets.NewButton("", widgets.Quiet, func() {
		h.all = !h.all
		h.fill()
		h.grew()
	})
	h.more.Small = true
	head := widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 400, Tracks: []widgets.Track{{Grow: 1}}},
		widgets.NewColumn(1, widgets.NewHeading(catalog.L("What you did"), 17, widgets.SemiBold, widgets.ColorInk), h.sum),
		widgets.NewWrap(0, 0, h.more))
	card := widgets.NewCard(h.rows)
	card.Padding = 14
	h.box = widgets.NewColumn(12, head, card)
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
	h.rows.RemoveAll()
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
	shown := h.list
	if !h.all {
		shown = shown[:min(len(shown), fewRelaxed)]
	}
	for i, x := range shown {
		if i > 0 {
			h.rows.Add(widgets.NewLine())
		}
		h.rows.Add(h.row(x))
	}
	h.more.SetLabel(catalog.L("All of the last three months"))
	if h.all {
		h.more.SetLabel(catalog.L("Fewer"))
	}
	h.more.Hidden = len(h.list) <= fewRelaxed
}

// row is one of them: when, what, how long, and how calm one was.
func (h *relaxHistory) row(x Relaxed) fyne.CanvasObject {
	now := h.w.now()
	at := x.Start.In(now.Location())
	when := catalog.L("{{.Day}}, {{.Time}}", catalog.D{"Day": sentence(h.w.dates.heading(at, now)), "Time": clock(at)})
	d := catalog.D{"When": when, "Length": lasts(int(x.Active.Round(time.Second) / time.Second)), "Pace": x.PerMinute, "Done": x.Done, "All": x.Groups, "Name": x.Name}
	sum := catalog.L("{{.When}} · {{.Length}}", d)
	switch {
	case x.PerMinute > 0:
		sum = catalog.L("{{.When}} · {{.Length}} · {{.Pace}} breaths a minute", d)
	case x.Groups > 0:
		sum = catalog.L("{{.When}} · {{.Length}} · {{.Done}} of {{.All}} groups", d)
	}
	words := widgets.NewColumn(1,
		widgets.NewParagraph(x.Name, 14, widgets.SemiBold, widgets.ColorInk),
		widgets.NewParagraph(sum, 13, widgets.Regular, widgets.ColorInk2))
	tail := widgets.NewWrap(6, 6)
	if calm := calmPill(x); calm != nil {
		tail.Add(calm)
	}
	if !x.Full {
		tail.Add(widgets.NewPill(catalog.L("Ended early"), widgets.Neutral))
	}
	if x.Kind == relax.Breathing {
		again := widgets.NewButton(catalog.L("Again"), widgets.Plain, func() { h.again(x) })
		again.Small, again.Hint = true, catalog.L("{{.Name}} as on {{.When}}, again", d)
		tail.Add(again)
	}
	del := widgets.NewButton(catalog.L("Delete"), widgets.Plain, func() { h.delete(x) })
	del.Small, del.Hint = true, catalog.L("Delete {{.Name}}, {{.When}}", d)
	tail.Add(del)
	return widgets.NewPad(6, 0, 6, 0, widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 520, Tracks: []widgets.Track{{Grow: 1}}}, words, tail))
}

// again breathes the same once more.
func (h *relaxHistory) again(x Relaxed) {
	minutes := relax.ClampMinutes(int(x.Active.Round(time.Minute) / time.Minute))
	h.w.startRelaxing(relax.Wish{Kind: x.Kind, PerMinute: x.PerMinute, Minutes: minutes}, nil, false)
}

func (h *relaxHistory) delete(x Relaxed) {
	h.w.ask(catalog.L("Deleting"), func() error { return h.w.Relaxations.DeleteRelaxation(x.ID) }, func() {
		h.load(nil)
		h.w.offerUndo(catalog.L("Deleted: {{.Name}}.", catalog.D{"Name": x.Name}), func() {
			h.w.ask(catalog.L("Bringing it back"), func() error { return h.w.Relaxations.UndeleteRelaxation(x.ID) }, func() { h.load(nil) })
		})
	})
}
