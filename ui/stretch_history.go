package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// stretchHistory is what was stretched of late, newest first.
type stretchHistory struct {
	w    *Window
	box  *fyne.Container
	sum  *widgets.Text
	rows *fyne.Container
	more *widgets.Button
	all  bool
	list []Stretched // of the last months, newest first
	grew func()
	hide bool // filters ask for something else
}

const (
	fewStretches = 3
	// looksBack is how far the history goes here; the journal has all.
	looksBack = 90 * 24 * time.Hour
)

func newStretchHistory(w *Window, grew func()) *stretchHistory {
	h := &stretchHistory{w: w, grew: grew, rows: widgets.NewColumn(0), sum: widgets.NewHeading("", 13, widgets.Regular, widgets.ColorInk2)}
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
	h.box = widgets.NewColumn(12, widgets.NewPad(8, 0, 0, 0, head), card)
	h.box.Hide()
	return h
}

// load reads the history.
func (h *stretchHistory) load() {
	now := h.w.now()
	fetch(h.w, func() ([]Stretched, error) { return h.w.Stretches.Stretches(now.Add(-looksBack), now.Add(time.Hour)) }, func(list []Stretched, err error) {
		if err != nil {
			return // what was there stays
		}
		slices.Reverse(list)
		// What was given up at once is in the log, and nothing one did.
		h.list = slices.DeleteFunc(list, func(x Stretched) bool { return !x.Counts() })
		h.fill()
		h.grew()
	})
}

// showFor leaves the history out while something else is asked for.
func (h *stretchHistory) showFor(f *stretchFilters) {
	h.hide = f.any()
	h.show()
}

func (h *stretchHistory) show() {
	if h.hide || len(h.list) == 0 {
		h.box.Hide()
	} else {
		h.box.Show()
	}
}

func (h *stretchHistory) fill() {
	h.rows.RemoveAll()
	now := h.w.now()
	week := 0
	for _, x := range h.list {
		if daysBetween(x.Start, now) < 7 {
			week++
		}
	}
	h.sum.SetText(catalog.N("{{.Count}} time in the last seven days", "{{.Count}} times in the last seven days", week))
	shown := h.list
	if !h.all {
		shown = shown[:min(len(shown), fewStretches)]
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
	if len(h.list) > fewStretches {
		h.more.Show()
	} else {
		h.more.Hide()
	}
	h.show()
}

// row is one session: when, what, how much of it, and how it was.
func (h *stretchHistory) row(x Stretched) fyne.CanvasObject {
	now := h.w.now()
	at := x.Start.In(now.Location())
	when := catalog.L("{{.Day}}, {{.Time}}", catalog.D{"Day": sentence(h.w.dates.heading(at, now)), "Time": clock(at)})
	sum := catalog.L("{{.When}} · {{.Done}} of {{.All}} · {{.Length}}", catalog.D{
		"When": when, "Done": x.Done(), "All": len(x.Exercises), "Length": lasts(int(x.Active.Round(time.Second) / time.Second)),
	})
	words := widgets.NewColumn(1,
		widgets.NewParagraph(x.Name, 14, widgets.SemiBold, widgets.ColorInk),
		widgets.NewParagraph(sum, 13, widgets.Regular, widgets.ColorInk2))
	tail := widgets.NewWrap(6, 6)
	if felt, tone := feltWord(x.How); felt != "" {
		tail.Add(widgets.NewPill(felt, tone))
	}
	if x.After != nil {
		tail.Add(widgets.NewPill(catalog.L("Pain {{.Intensity}}", catalog.D{"Intensity": *x.After}), widgets.Neutral))
	}
	d := catalog.D{"Name": x.Name, "When": when}
	if part := playable(h.w, x); part != "" {
		again := widgets.NewButton(catalog.L("Again"), widgets.Plain, func() { h.w.OpenAt(Playing, part) })
		again.Small, again.Hint = true, catalog.L("Play {{.Name}} again", d)
		tail.Add(again)
	}
	del := widgets.NewButton(catalog.L("Delete"), widgets.Plain, func() { h.delete(x) })
	del.Small, del.Hint = true, catalog.L("Delete {{.Name}}, {{.When}}", d)
	tail.Add(del)
	return widgets.NewPad(6, 0, 6, 0, widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 520, Tracks: []widgets.Track{{Grow: 1}}}, words, tail))
}

// playable is the part that plays a session's routine or exercise once more,
// empty where it is not in the library any more.
func playable(w *Window, x Stretched) string {
	if x.Routine != "" {
		if _, ok := routineOf(w.library(), x.Routine); ok {
			return "routine:" + x.Routine
		}
		return ""
	}
	if len(x.Exercises) == 1 {
		if _, ok := exerciseOf(w.library(), x.Exercises[0].ID); ok {
			return "exercise:" + x.Exercises[0].ID
		}
	}
	return ""
}

// feltWord is how a session was.
func feltWord(f Feeling) (string, widgets.Tone) {
	switch f {
	case diary.Better:
		return catalog.L("Better"), widgets.Accent
	case diary.Same:
		return catalog.L("The same"), widgets.Neutral
	case diary.Worse:
		return catalog.L("Worse"), widgets.Heat
	}
	return "", widgets.Neutral
}

func (h *stretchHistory) delete(x Stretched) {
	h.w.ask(catalog.L("Deleting"), func() error { return h.w.Stretches.DeleteStretch(x.ID) }, func() {
		h.load()
		h.w.offerUndo(catalog.L("Deleted: {{.Name}}.", catalog.D{"Name": x.Name}), func() {
			h.w.ask(catalog.L("Bringing it back"), func() error { return h.w.Stretches.UndeleteStretch(x.ID) }, h.load)
		})
	})
}
