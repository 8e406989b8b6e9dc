package ui

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// exerciseCards are all exercises, each with its figure. What is held back
// comes last and says why.
type exerciseCards struct {
	w     *Window
	box   *fyne.Container
	count *widgets.Text
	grid  *fyne.Container
	apart *fyne.Container   // the heading and grid of what is held back
	held  *fyne.Container   // its grid
	none  fyne.CanvasObject // shown where nothing is left
	cards []exerciseCard
	grew  func()
	clear func() // takes the filters away
}

type exerciseCard struct {
	e       *content.Exercise
	verdict safety.Verdict
	tile    *widgets.FigureTile
	liked   *widgets.Pill
}

// tallestThumb is how high a figure is at most, in pixels of the design.
const tallestThumb = 190

// newExerciseCards makes the part; filters stand beside its heading.
func newExerciseCards(w *Window, filters fyne.CanvasObject) *exerciseCards {
	x := &exerciseCards{w: w, grid: widgets.NewGrid(widgets.Grid{Narrowest: 140, Gap: 14})}
	x.held = widgets.NewGrid(widgets.Grid{Narrowest: 190, Gap: 14}) // wider: there are reasons to read
	x.apart = widgets.NewColumn(12, widgets.NewPad(8, 0, 0, 0,
		widgets.NewHeading(catalog.L("Ask first, or leave out"), 17, widgets.SemiBold, widgets.ColorInk)), x.held)
	x.count = widgets.NewHeading("", 13, widgets.Regular, widgets.ColorInk2)
	again := widgets.NewButton(catalog.L("Show all"), widgets.Quiet, func() { x.clear() })
	x.none = emptyCard(widgets.IconStretch, catalog.L("No exercise fits all of this"), catalog.L("Leave out one of the choices, or begin anew."), "", again)
	x.none.Hide()
	head := widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 560, Tracks: []widgets.Track{{Grow: 1}}},
		widgets.NewColumn(1, widgets.NewHeading(catalog.L("Exercises"), 17, widgets.SemiBold, widgets.ColorInk), x.count), filters)
	x.box = widgets.NewColumn(12, widgets.NewPad(8, 0, 0, 0, head), x.grid, x.none, x.apart)
	return x
}

// fill makes the cards anew.
func (x *exerciseCards) fill(judge *safety.Judge) {
	x.cards = x.cards[:0]
	x.grid.Objects, x.held.Objects = nil, nil
	all, err := x.w.library().Exercises()
	if err != nil {
		x.grid.Objects = []fyne.CanvasObject{widgets.NewParagraph(catalog.L("The exercises could not be read."), 14, widgets.Regular, widgets.ColorInk2)}
		return
	}
	for i := range all {
		e := &all[i]
		a := judge.Exercise(e)
		liked := widgets.NewPill(catalog.L("Favourite"), widgets.Accent)
		x.cards = append(x.cards, exerciseCard{e, a.Verdict, x.card(e, a, liked), liked})
	}
	slices.SortStableFunc(x.cards, func(a, b exerciseCard) int {
		return cmp.Or(lastness(a.verdict)-lastness(b.verdict), downBody(a.e)-downBody(b.e))
	})
	x.mark()
	for _, c := range x.cards {
		grid := x.grid
		if lastness(c.verdict) > 0 {
			grid = x.held
		}
		grid.Objects = append(grid.Objects, c.tile)
	}
}

// mark shows which are favourites.
func (x *exerciseCards) mark() {
	for _, c := range x.cards {
		if x.w.likes("exercise:" + c.e.ID) {
			c.liked.Show()
		} else {
			c.liked.Hide()
		}
	}
}

// lastness orders what is held back behind what is to be asked about, and that
// behind the rest.
func lastness(v safety.Verdict) int {
	switch v {
	case safety.Held:
		return 2
	case safety.Ask:
		return 1
	}
	return 0
}

// downBody orders exercises from the neck down, by what they work foremost.
func downBody(e *content.Exercise) int {
	order := []content.Region{"neck", "shoulders", "chest", "upper-back", "lower-back", "hips", "legs", "arms"}
	if len(e.Regions) > 0 {
		if i := slices.Index(order, e.Regions[0]); i >= 0 {
			return i
		}
	}
	return len(order)
}

// filter shows what is asked for.
func (x *exerciseCards) filter(f *stretchFilters) {
	n := 0
	x.apart.Hide()
	for _, c := range x.cards {
		if !f.exercise(c.e) {
			c.tile.Hide()
			continue
		}
		c.tile.Show()
		n++
		if lastness(c.verdict) > 0 {
			x.apart.Show()
		}
	}
	x.count.SetText(catalog.N("{{.Count}} exercise", "{{.Count}} exercises", n))
	x.none.Hide()
	if n == 0 && len(x.cards) > 0 {
		x.none.Show()
	}
}

func (x *exerciseCards) card(e *content.Exercise, a safety.Advice, liked *widgets.Pill) *widgets.FigureTile {
	pills := widgets.NewWrap(6, 6, widgets.NewPill(positionName(string(e.Position)), widgets.Neutral), liked)
	mark, tone := verdictMark(a.Verdict)
	if mark != "" {
		pills.Add(widgets.NewPill(mark, tone))
	}
	var figure *widgets.FigureView
	var top fyne.CanvasObject
	if e.Pose != nil {
		figure = x.w.figure(e, thumbHoldS)
		figure.Highest = tallestThumb
		top = figure
	} else {
		top = x.photo(e)
	}
	box := widgets.NewColumn(0,
		top,
		widgets.NewPad(9, 0, 0, 0, widgets.NewParagraph(e.Name, 14.5, widgets.SemiBold, widgets.ColorInk)),
		widgets.NewParagraph(worksOn(e), 13, widgets.Regular, widgets.ColorInk2),
		widgets.NewPad(9, 0, 0, 0, pills))
	label := catalog.L("{{.Name}}, {{.Position}}", catalog.D{"Name": e.Name, "Position": positionName(string(e.Position))})
	if lastness(a.Verdict) > 0 {
		if why := a.Reason(); why != "" {
			box.Add(widgets.NewPad(8, 0, 0, 0, widgets.NewParagraph(why, 12.5, widgets.Regular, widgets.ColorInk2)))
		}
		label = catalog.L("{{.Name}}: {{.Verdict}}", catalog.D{"Name": e.Name, "Verdict": mark})
	}
	return widgets.NewFigureTile(label, figure, box, func() { x.w.OpenAt(Entry, "exercise:"+e.ID) })
}

// worksOn are the parts of the body, as "Neck, shoulders".
func worksOn(e *content.Exercise) string {
	var parts []string
	for _, r := range e.Regions {
		parts = append(parts, catalog.Region(string(r)))
	}
	return sentence(strings.Join(parts, catalog.L(", ")))
}

// photo is the picture of an exercise of a pack, which comes a moment later.
func (x *exerciseCards) photo(e *content.Exercise) fyne.CanvasObject {
	box := widgets.NewColumn(0)
	if e.Image == "" {
		return box
	}
	lib := x.w.library()
	fetch(x.w, func() (*canvas.Image, error) { return pictureOf(lib, e) }, func(img *canvas.Image, err error) {
		if err != nil {
			return // the exercise's page says why
		}
		box.Add(widgets.NewPicture(img, 1, catalog.L("Picture of {{.Name}}", catalog.D{"Name": e.Name})))
		x.grew()
	})
	return box
}
