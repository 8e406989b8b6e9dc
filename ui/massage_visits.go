package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// visitStep is how many visits are shown at once.
const visitStep = 20

// visitList are the visits, newest first.
type visitList struct {
	s     *massageScreen
	box   *fyne.Container
	limit int
}

func newVisitList(s *massageScreen) *visitList {
	return &visitList{s: s, box: widgets.NewColumn(12), limit: visitStep}
}

// fill shows them. The rows are put in at once: each that came by itself would
// have all measured again.
func (l *visitList) fill() {
	all := l.s.known.visits
	if len(all) == 0 {
		log := widgets.NewButton(catalog.L("Log your first visit"), widgets.Primary, func() { l.s.w.OpenAt(Visit, partNew) })
		l.box.Objects = []fyne.CanvasObject{emptyCard(widgets.IconMassage, catalog.L("No visits yet"),
			catalog.L("Log a massage in half a minute. Unhunch asks how it was a day and three days later, and learns what helps you and for how long."), "", log)}
		return
	}
	rows := []fyne.CanvasObject{widgets.NewBar(8, widgets.NewCardTitle(catalog.L("Visits")),
		widgets.NewHeading(catalog.N("{{.Count}} visit", "{{.Count}} visits", len(all)), 13, widgets.Regular, widgets.ColorInk2))}
	shown := all[max(0, len(all)-l.limit):]
	for i, v := range slices.Backward(shown) {
		if i < len(shown)-1 {
			rows = append(rows, widgets.NewLine())
		}
		rows = append(rows, l.row(v))
	}
	if len(shown) < len(all) {
		rows = append(rows, widgets.NewWrap(0, 0, widgets.NewButton(catalog.L("Show older visits"), widgets.Quiet, func() {
			l.limit += visitStep
			l.fill()
			l.s.p.Reflow()
		})))
	}
	l.box.Objects = []fyne.CanvasObject{widgets.NewCard(widgets.NewColumn(10, rows...))}
}

// row is one visit: when, what, by whom, where, and what it did to the pain.
func (l *visitList) row(v Visited) fyne.CanvasObject {
	w, m := l.s.w, l.s.known
	name, when := massageType(m.library, v.Type), w.visitWhen(v)
	d := catalog.D{"Name": name, "When": when}
	change := smallButton(catalog.L("Change"), catalog.L("Change {{.Name}}, {{.When}}", d), widgets.Plain, func() { w.OpenAt(Visit, v.ID) })
	del := smallButton(catalog.L("Delete"), catalog.L("Delete {{.Name}}, {{.When}}", d), widgets.Plain, func() { l.delete(v, name) })
	box := []fyne.CanvasObject{widgets.NewRow(headRow,
		widgets.NewColumn(1,
			widgets.NewParagraph(when, 13, widgets.Medium, widgets.ColorInk2),
			widgets.NewParagraph(name, 15, widgets.SemiBold, widgets.ColorInk)),
		besideTitle(change, del))}
	line := func(text string) {
		if text != "" {
			box = append(box, widgets.NewParagraph(text, 13.5, widgets.Regular, widgets.ColorInk2))
		}
	}
	line(visitFacts(v, m.therapists))
	line(sentence(regionNames(v.Areas)))
	if pains := visitPains(v); len(pains) > 0 {
		pills := []fyne.CanvasObject{widgets.NewPad(5, 2, 0, 0, widgets.NewText(catalog.L("Pain"), 13, widgets.Regular, widgets.ColorInk2))}
		for _, p := range pains {
			pills = append(pills, widgets.NewPill(p.words, painTone(p.pain)))
		}
		box = append(box, widgets.NewPad(3, 0, 2, 0, widgets.NewWrap(6, 6, pills...)))
	}
	if v.Bruised {
		line(catalog.L("It left bruises."))
	}
	if v.Notes != "" {
		box = append(box, widgets.NewParagraph(v.Notes, 13.5, widgets.Regular, widgets.ColorInk))
	}
	return widgets.NewColumn(3, box...)
}

// besideTitle are the buttons of a headRow; their words end where the row does.
func besideTitle(a, b *widgets.Button) fyne.CanvasObject {
	return widgets.NewColumn(0, widgets.NewPad(0, -b.Inset(), 0, 0, widgets.NewWrap(0, 0, a, b)))
}

// headRow is a title and what one can do with what it stands for.
var headRow = widgets.Row{Gap: 8, Below: 330, Tracks: []widgets.Track{{Grow: 1}}}

func (l *visitList) delete(v Visited, name string) {
	w := l.s.w
	w.deleteUndoably(v.ID, catalog.L("Deleted: {{.Name}}.", catalog.D{"Name": name}), w.Visits.DeleteVisit, w.Visits.UndeleteVisit, w.massageChanged)
}
