package ui

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// exercisePicker are all exercises, to be added to a routine by pressing them.
// It stays open; each says how often it is in the routine already.
type exercisePicker struct {
	w       *Window
	f       *routineForm
	box     *fyne.Container
	card    *widgets.Card
	find    *widgets.SearchField
	filters *stretchFilters
	said    *widgets.Text
	grid    *fyne.Container
	none    fyne.CanvasObject
	tiles   []*pickTile
}

// pickTile is one exercise to add.
type pickTile struct {
	e    *content.Exercise
	v    safety.Verdict
	tile *widgets.FigureTile
	in   *widgets.Pill
	name string // what a screen reader says, but for how often it is in
	text string // in which words are looked for
}

func newExercisePicker(w *Window, f *routineForm) *exercisePicker {
	p := &exercisePicker{w: w, f: f, grid: widgets.NewGrid(widgets.Grid{Narrowest: 140, Gap: 14})}
	p.find = widgets.NewSearchField(catalog.L("Find an exercise, such as chin or lunge"))
	p.find.OnTyped = func(string) { p.filter() }
	p.find.OnKey = p.key
	p.find.OnCancel = func() { p.find.SetText(""); p.filter() }
	p.filters = newStretchFilters(w.likes, p.filter)
	p.said = widgets.NewParagraph("", 13, widgets.Medium, widgets.ColorPrimaryText)
	own := widgets.NewButton(catalog.L("Add own exercise"), widgets.Quiet, func() {
		w.editor().exerciseFor = f
		w.OpenAt(Editor, partNewExercise)
	})
	shut := widgets.NewButton(catalog.L("Close"), widgets.Plain, func() {
		p.setOpen(false)
		w.focus(f.items.more)
	})
	shut.Small, shut.Hint = true, catalog.L("Close the list of exercises")
	p.said.Hide()
	p.none = widgets.NewColumn(10, widgets.NewParagraph(catalog.L("No exercise fits all of this. Leave out a word or a choice, or add one of your own."), 14, widgets.Regular, widgets.ColorInk2))
	p.none.Hide()
	p.card = widgets.NewCard(widgets.NewColumn(14,
		widgets.NewRow(widgets.Row{Gap: 12, Center: true, Tracks: []widgets.Track{{Grow: 1}}},
			widgets.NewHeading(catalog.L("Add exercises"), 16.5, widgets.SemiBold, widgets.ColorInk), shut),
		widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 420, Tracks: []widgets.Track{{Grow: 1}}}, p.find, own),
		p.filters.box, p.said, p.none, p.grid))
	p.box = widgets.NewColumn(0, p.card)
	p.fill()
	return p
}

// fill makes the tiles anew; what is held back comes last.
func (p *exercisePicker) fill() {
	p.tiles, p.grid.Objects = nil, nil
	all, err := p.w.library().Exercises()
	if err != nil {
		p.grid.Objects = []fyne.CanvasObject{widgets.NewParagraph(catalog.L("The exercises could not be read."), 14, widgets.Regular, widgets.ColorInk2)}
		return
	}
	judge := p.w.judge()
	for i := range all {
		if !all[i].OptIn { // routines only offer those
			p.tiles = append(p.tiles, p.tile(&all[i], judge.Exercise(&all[i])))
		}
	}
	slices.SortStableFunc(p.tiles, func(a, b *pickTile) int {
		return cmp.Or(lastness(a.v)-lastness(b.v), downBody(a.e)-downBody(b.e))
	})
	for _, t := range p.tiles {
		p.grid.Objects = append(p.grid.Objects, t.tile)
	}
	p.sync()
	p.filter()
}

func (p *exercisePicker) tile(e *content.Exercise, a safety.Advice) *pickTile {
	t := &pickTile{e: e, v: a.Verdict, in: widgets.NewPill("", widgets.Accent)}
	pills := widgets.NewWrap(6, 6, t.in, widgets.NewPill(positionName(string(e.Position)), widgets.Neutral))
	t.name = catalog.L("Add {{.Name}}, {{.Position}}", catalog.D{"Name": e.Name, "Position": positionName(string(e.Position))})
	if mark, tone := verdictMark(a.Verdict); mark != "" {
		pills.Add(widgets.NewPill(mark, tone))
		t.name += ", " + mark
	}
	picture, figure := p.w.thumb(e, tallestThumb, p.w.reflowEditor)
	box := widgets.NewColumn(0, picture,
		widgets.NewPad(9, 0, 0, 0, widgets.NewParagraph(e.Name, 14.5, widgets.SemiBold, widgets.ColorInk)),
		widgets.NewParagraph(worksOn(e), 13, widgets.Regular, widgets.ColorInk2),
		widgets.NewPad(9, 0, 0, 0, pills))
	t.tile = widgets.NewFigureTile(t.name, figure, box, func() { p.add(t) })
	t.text = strings.ToLower(strings.Join([]string{e.Name, strings.Join(e.AlsoCalled, " "), worksOn(e), strings.Join(e.Muscles, " "), positionName(string(e.Position))}, " "))
	return t
}

// add puts an exercise at the end of the routine. What was pressed stays where
// it is, though the routine above becomes longer.
func (p *exercisePicker) add(t *pickTile) {
	var row *itemRow
	p.f.s.p.Hold(t.tile, func() {
		row = p.f.items.append(t.e.ID)
		p.say(catalog.L("Added: {{.Name}}. {{.Sum}}.", catalog.D{"Name": t.e.Name, "Sum": p.f.items.summary(p.f.draft.RestS)}))
	})
	p.w.offerUndo(catalog.L("Added: {{.Name}}.", catalog.D{"Name": t.e.Name}), func() {
		p.f.items.drop(row)
		p.say("")
	})
}

// say tells what was just done, above the exercises.
func (p *exercisePicker) say(text string) {
	p.said.SetText(text)
	setVisible(p.said, text != "")
	p.f.s.p.Reflow()
}

// key adds the first exercise found on Enter.
func (p *exercisePicker) key(k fyne.KeyName) bool {
	if k != fyne.KeyReturn && k != fyne.KeyEnter {
		return false
	}
	for _, t := range p.tiles {
		if t.tile.Visible() && strings.TrimSpace(p.find.Text) != "" {
			p.add(t)
			p.find.SetText("")
			p.filter()
			return true
		}
	}
	return true
}

// filter shows what is asked for.
func (p *exercisePicker) filter() {
	words := strings.Fields(strings.ToLower(p.find.Text))
	n := 0
	for _, t := range p.tiles {
		fits := p.filters.exercise(t.e) && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(t.text, w) })
		setVisible(t.tile, fits)
		if fits {
			n++
		}
	}
	setVisible(p.none, n == 0 && len(p.tiles) > 0)
	p.f.s.p.Reflow()
}

// sync says at each exercise how often it is in the routine.
func (p *exercisePicker) sync() {
	for _, t := range p.tiles {
		n := p.f.items.count(t.e.ID)
		label := catalog.L("In it")
		if n > 1 {
			label = catalog.L("In it {{.Count}} times", catalog.D{"Count": n})
		}
		t.tile.Label = t.name
		if n > 0 {
			t.in.Set(label, widgets.Accent)
			t.tile.Label += ", " + label
		}
		setVisible(t.in, n > 0)
	}
}

func (p *exercisePicker) setOpen(on bool) {
	setVisible(p.card, on)
	p.f.s.p.Reflow()
}

// open shows the picker and brings it into view.
func (p *exercisePicker) open(focus bool) {
	p.setOpen(true)
	if focus {
		p.w.focus(p.find)
		p.f.s.p.BeginAt(p.card)
	}
}
