package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/ui/widgets"
)

// itemRow is one exercise of a routine that is put together: what it is, how
// often, how long and on which sides, and its place.
type itemRow struct {
	l        *itemRows
	item     packs.Item
	e        *content.Exercise // nil if the library has none of that id
	box      fyne.CanvasObject
	number   *widgets.Number
	mark     *widgets.Pill
	why      *widgets.Text
	time     *widgets.Pill
	reps     *widgets.Stepper
	hold     *widgets.Stepper
	sides    *widgets.Choice // nil if there is nothing to choose
	up, down *widgets.GlyphButton
	out      *widgets.GlyphButton
	problem  *widgets.Text
}

// The most one can ask for.
const (
	mostReps  = 999
	mostHoldS = 3600
	rowFigure = 84 // side of the figure of a row, in pixels of the design
)

func newItemRow(l *itemRows, item packs.Item) *itemRow {
	r := &itemRow{
		l: l, item: item, number: widgets.NewNumber(1), problem: newProblem(),
		mark: widgets.NewPill("", widgets.Neutral), time: widgets.NewPill("", widgets.Neutral),
		why: widgets.NewParagraph("", 13, widgets.Regular, widgets.ColorInk2),
	}
	r.e, _ = exerciseOf(l.w.library(), item.Exercise)
	d := catalog.D{"Name": r.name()}
	r.up = widgets.NewGlyphButton(widgets.IconUp, catalog.L("Move up: {{.Name}}, Alt+Up", d), func() { l.move(r, -1) })
	r.down = widgets.NewGlyphButton(widgets.IconDown, catalog.L("Move down: {{.Name}}, Alt+Down", d), func() { l.move(r, 1) })
	r.out = widgets.NewGlyphButton(widgets.IconClose, catalog.L("Take out: {{.Name}}", d), func() { l.remove(r) })

	words := widgets.NewColumn(3, widgets.NewParagraph(r.name(), 15, widgets.SemiBold, widgets.ColorInk))
	if r.e != nil {
		words.Add(widgets.NewParagraph(worksOn(r.e)+" · "+positionName(string(r.e.Position)), 13, widgets.Regular, widgets.ColorInk2))
	} else {
		words.Add(widgets.NewParagraph(catalog.L("This exercise is no longer in the library. Take it out, or bring its pack back."), 13, widgets.Regular, widgets.ColorInk))
	}
	words.Add(widgets.NewWrap(6, 6, r.time, r.mark))
	words.Add(r.why)
	top := widgets.NewRow(widgets.Row{Gap: 10, Below: 280, Tracks: []widgets.Track{{Grow: 1}}}, words,
		widgets.NewColumn(0, widgets.NewWrap(6, 6, r.up, r.down, r.out)))
	side := widgets.NewColumn(10, top)
	if r.e != nil {
		side.Add(r.controls())
	}
	side.Add(r.problem)
	lead := widgets.NewRow(widgets.Row{Gap: 12, Tracks: []widgets.Track{{Fixed: 28}, {Fixed: rowFigure}}},
		widgets.NewColumn(0, r.number), widgets.NewColumn(0, r.figure()))
	r.box = widgets.NewPad(12, 0, 12, 0, widgets.NewRow(widgets.Row{Gap: 14, Below: 380, Tracks: []widgets.Track{{}, {Grow: 1}}}, lead, side))
	r.renew()
	return r
}

// name is the exercise's, or its id where there is no such any more.
func (r *itemRow) name() string {
	if r.e == nil {
		return r.item.Exercise
	}
	return r.e.Name
}

// figure is the small still figure, or the photo.
func (r *itemRow) figure() fyne.CanvasObject {
	if r.e == nil {
		return widgets.NewColumn(0)
	}
	o, _ := r.l.w.thumb(r.e, rowFigure, r.l.w.reflowEditor)
	return o
}

// controls are how often, how long, and on which sides.
func (r *itemRow) controls() fyne.CanvasObject {
	d := catalog.D{"Name": r.e.Name}
	r.reps = widgets.NewStepper(catalog.L("Repetitions of {{.Name}}", d), r.item.Reps, 1, mostReps, func(n int) {
		r.item.Reps = n
		r.edited()
	})
	r.hold = widgets.NewStepper(catalog.L("Seconds to hold {{.Name}}", d), r.item.HoldS, 0, mostHoldS, func(n int) {
		r.item.HoldS = n
		r.edited()
	})
	r.reps.HasOwn, r.hold.HasOwn = true, true
	row := widgets.NewWrap(18, 10, smallLabel(catalog.L("Repetitions"), r.reps), smallLabel(catalog.L("Hold, seconds"), r.hold))
	if r.e.Sides == content.LeftRight {
		r.sides = widgets.NewChoice(catalog.L("Sides of {{.Name}}", d), []widgets.Option{
			{Label: catalog.L("Both sides"), Tone: widgets.Accent}, {Label: catalog.L("Left only"), Tone: widgets.Accent}, {Label: catalog.L("Right only"), Tone: widgets.Accent},
		}, r.onSide)
		r.sides.Select(sideIndex(r.item.Side))
		row.Add(smallLabel(catalog.L("Sides"), r.sides))
	}
	return row
}

// smallLabel puts a small label above a control.
func smallLabel(label string, control fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewColumn(4, widgets.NewHeading(label, 12.5, widgets.Medium, widgets.ColorInk2), control)
}

var sideChoices = []content.Side{content.EachSide, content.LeftSide, content.RightSide}

func sideIndex(s content.Side) int {
	for i, x := range sideChoices {
		if x == s {
			return i
		}
	}
	return 0
}

// onSide takes a side; one is always chosen.
func (r *itemRow) onSide(n int) {
	if n < 0 {
		n = sideIndex(r.item.Side)
		r.sides.Select(n)
		return
	}
	r.item.Side = sideChoices[n]
	r.edited()
}

func (r *itemRow) edited() {
	r.fail("")
	r.told()
	r.l.changed()
}

// takes is how long it takes, in seconds.
func (r *itemRow) takes() int {
	if r.e == nil {
		return 0
	}
	return r.e.DoneOn(r.item.Side, r.reps.Shown(), r.hold.Shown())
}

// told says how long it takes.
func (r *itemRow) told() {
	if r.e == nil {
		r.time.Hide()
		return
	}
	r.time.Set(lasts(r.takes()), widgets.Neutral)
}

// renew follows the profile and the library: what is said of it may have
// changed, and with it what the exercise itself has.
func (r *itemRow) renew() {
	if e, ok := exerciseOf(r.l.w.library(), r.item.Exercise); ok && r.e != nil {
		r.e = e
		r.reps.Own, r.hold.Own = e.Reps, e.HoldS
		r.hold.Least = min(1, e.HoldS)
		r.reps.Refresh()
		r.hold.Refresh()
	}
	r.told()
	r.mark.Hide()
	r.why.Hide()
	if r.e == nil {
		return
	}
	a := r.l.w.judge().Exercise(r.e)
	if mark, tone := verdictMark(a.Verdict); mark != "" {
		r.mark.Set(mark, tone)
		r.mark.Show()
		if reason := a.Reason(); reason != "" && lastness(a.Verdict) > 0 {
			r.why.SetText(reason)
			r.why.Show()
		}
	}
}

// numbered notes its place among so many.
func (r *itemRow) numbered(i, of int) {
	r.number.N = i + 1
	r.number.Refresh()
	for _, b := range []struct {
		button *widgets.GlyphButton
		off    bool
	}{{r.up, i == 0}, {r.down, i == of-1}} {
		if b.off {
			b.button.Disable()
		} else {
			b.button.Enable()
		}
	}
}

// fail says what is wrong with it; empty is nothing.
func (r *itemRow) fail(text string) {
	both := text
	if text != "" && r.problem.Visible() {
		both = strings.Join([]string{r.problem.Content, text}, "\n")
	}
	r.problem.SetText(both)
	setVisible(r.problem, both != "")
}

// stops are all of it that can have the focus.
func (r *itemRow) stops() []fyne.Focusable {
	out := []fyne.Focusable{r.up, r.down, r.out}
	if r.e != nil {
		out = append(out, r.reps, r.hold)
	}
	if r.sides != nil {
		out = append(out, r.sides)
	}
	return out
}
