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
	*history
	w    *Window
	box  *fyne.Container
	list []Stretched // of the last months, newest first
	grew func()
	hide bool // filters ask for something else
}

// fewStretches are shown until more are asked for.
const fewStretches = 3

func newStretchHistory(w *Window, grew func()) *stretchHistory {
	h := &stretchHistory{w: w, grew: grew}
	h.history = newHistory(fewStretches, widgets.NewHeading("", 13, widgets.Regular, widgets.ColorInk2), func() {
		h.fill()
		h.grew()
	})
	h.box = widgets.NewColumn(12, widgets.NewPad(8, 0, 0, 0, h.head()), h.card())
	h.box.Hide()
	return h
}

// load reads the history.
func (h *stretchHistory) load() {
	now := h.w.now()
	fetch(h.w, func() ([]Stretched, error) { return h.w.Stretches.Stretches(now.Add(-looksBack), now.Add(skewed)) }, func(list []Stretched, err error) {
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
	setVisible(h.box, !h.hide && len(h.list) > 0)
}

func (h *stretchHistory) fill() {
	now := h.w.now()
	week := 0
	for _, x := range h.list {
		if daysBetween(x.Start, now) < 7 {
			week++
		}
	}
	h.sum.SetText(catalog.N("{{.Count}} time in the last seven days", "{{.Count}} times in the last seven days", week))
	h.lay(len(h.list), func(i int) fyne.CanvasObject { return h.row(h.list[i]) })
	h.show()
}

// row is one session: when, what, how much of it, and how it was.
func (h *stretchHistory) row(x Stretched) fyne.CanvasObject {
	when := h.w.dayAndTime(x.Start)
	sum := catalog.L("{{.When}} · {{.Done}} of {{.All}} · {{.Length}}", catalog.D{
		"When": when, "Done": x.Done(), "All": len(x.Exercises), "Length": lasts(int(x.Active.Round(time.Second) / time.Second)),
	})
	tail := widgets.NewWrap(6, 6)
	if felt, tone := feltWord(x.How); felt != "" {
		tail.Add(widgets.NewPill(felt, tone))
	}
	if x.After != nil {
		tail.Add(widgets.NewPill(catalog.L("Pain {{.Intensity}}", catalog.D{"Intensity": *x.After}), widgets.Neutral))
	}
	d := catalog.D{"Name": x.Name, "When": when}
	if part := playable(h.w, x); part != "" {
		tail.Add(smallButton(catalog.L("Again"), catalog.L("Play {{.Name}} again", d), widgets.Plain, func() { h.w.OpenAt(Playing, part) }))
	}
	tail.Add(smallButton(catalog.L("Delete"), catalog.L("Delete {{.Name}}, {{.When}}", d), widgets.Plain, func() { h.delete(x) }))
	return historyRow(nameOver(x.Name, sum), tail)
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
	h.w.deleteUndoably(x.ID, catalog.L("Deleted: {{.Name}}.", catalog.D{"Name": x.Name}),
		h.w.Stretches.DeleteStretch, h.w.Stretches.UndeleteStretch, h.load)
}
