package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// tipRow is a tip that opens to tell how, and what it rests on.
type tipRow struct {
	l      *tipList
	tip    content.Tip
	advice safety.Advice
	meant  bool // for somebody like this person
	box    *fyne.Container
	head   *widgets.Opener
	more   *fyne.Container // made when first opened
}

func newTipRow(l *tipList, t content.Tip, j *safety.Judge) *tipRow {
	r := &tipRow{l: l, tip: t, advice: j.Tip(t), meant: j.Meant(t.Pregnancy), more: widgets.NewColumn(10)}
	mark, tone := verdictMark(r.advice.Verdict)
	if !r.meant {
		mark, tone = catalog.L("For pregnancy"), widgets.Neutral
	}
	r.head = widgets.NewOpener(t.Text, mark, tone, func(open bool) {
		r.open(open)
		l.grew()
	})
	inside := widgets.NewPad(4, 0, 16, 0, widgets.NewMeasure(readable, r.more))
	inside.Hide()
	r.box = widgets.NewColumn(0, r.head, inside)
	return r
}

// held tells whether the tip is not suggested to this person.
func (r *tipRow) held() bool { return !r.advice.Suggest() || !r.meant }

// open shows or hides how to do it.
func (r *tipRow) open(open bool) {
	r.head.SetOpen(open)
	if !open {
		r.box.Objects[1].Hide()
		return
	}
	if len(r.more.Objects) == 0 {
		r.fill()
	}
	r.box.Objects[1].Show()
}

func (r *tipRow) fill() {
	w := r.l.w
	if why := w.verdictCard("", r.advice); why != nil {
		r.more.Add(why)
	}
	if r.tip.How != "" {
		r.more.Add(widgets.NewParagraph(r.tip.How, 14, widgets.Regular, widgets.ColorInk))
	}
	if name := w.routineName(r.tip.Routine); name != "" {
		r.more.Add(widgets.NewLink(catalog.L("The routine: {{.Name}}", catalog.D{"Name": name}), func() {
			w.OpenAt(Entry, "routine:"+r.tip.Routine)
		}))
	}
	r.more.Add(widgets.NewColumn(2, w.whence(r.tip.Cited)...))
}

// routineName is a routine's name; empty if there is no such.
func (w *Window) routineName(id string) string {
	if r, ok := routineOf(w.library(), id); ok {
		return r.Name
	}
	return ""
}
