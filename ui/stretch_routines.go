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

// routineCards are all routines. A few are shown until all are asked for, or
// those that fit the filters.
type routineCards struct {
	w     *Window
	box   *fyne.Container
	grid  *fyne.Container
	all   *widgets.Button
	open  bool
	last  *stretchFilters
	cards []routineCard
	grew  func()
	above func(id string) bool // it is among the suggestions already
}

type routineCard struct {
	r       content.Routine
	verdict safety.Verdict
	card    fyne.CanvasObject
}

// fewRoutines is how many are shown at first.
const fewRoutines = 3

func newRoutineCards(w *Window) *routineCards {
	c := &routineCards{w: w, grid: widgets.NewGrid(routineGrid)}
	c.all = widgets.NewButton("", widgets.Quiet, func() {
		c.open = !c.open
		c.filter(c.last)
		c.grew()
	})
	c.all.Small = true
	head := widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 400, Tracks: []widgets.Track{{Grow: 1}}},
		widgets.NewHeading(catalog.L("Routines"), 17, widgets.SemiBold, widgets.ColorInk), widgets.NewWrap(0, 0, c.all))
	c.box = widgets.NewColumn(12, widgets.NewPad(8, 0, 0, 0, head), c.grid)
	return c
}

// routineGrid is the layout of cards of routines.
var routineGrid = widgets.Grid{Narrowest: 250, Most: 3, Gap: 16}

// fill makes the cards anew.
func (c *routineCards) fill(judge *safety.Judge) {
	c.cards = c.cards[:0]
	c.grid.Objects = nil
	for _, r := range c.w.allRoutines() {
		a := judge.Routine(&r)
		c.cards = append(c.cards, routineCard{r, a.Verdict, c.w.routineCard(judge, &r, nil, a)})
	}
	slices.SortStableFunc(c.cards, func(a, b routineCard) int {
		return cmp.Or(lastness(a.verdict)-lastness(b.verdict), c.unliked(a)-c.unliked(b), ownFirst(&a.r)-ownFirst(&b.r))
	})
	for _, x := range c.cards {
		c.grid.Objects = append(c.grid.Objects, x.card)
	}
}

// unliked orders favourites before the rest.
func (c *routineCards) unliked(x routineCard) int {
	if c.w.likes("routine:" + x.r.ID) {
		return 0
	}
	return 1
}

// ownFirst orders routines of packs before those that are built in: somebody
// made them, or had them made, for themselves.
func ownFirst(r *content.Routine) int {
	if r.Pack != "" {
		return 0
	}
	return 1
}

// filter shows what is asked for.
func (c *routineCards) filter(f *stretchFilters) {
	c.last = f
	shown := 0
	for i := range c.cards {
		x := &c.cards[i]
		first := shown < fewRoutines && !c.above(x.r.ID)
		if f.routine(&x.r) && (f.any() || c.open || first) {
			x.card.Show()
			shown++
		} else {
			x.card.Hide()
		}
	}
	c.box.Hide()
	if shown > 0 {
		c.box.Show()
	}
	c.all.Hide()
	if !f.any() && len(c.cards) > fewRoutines {
		c.all.Show()
	}
	c.all.SetLabel(catalog.L("All {{.Count}} routines", catalog.D{"Count": len(c.cards)}))
	if c.open {
		c.all.SetLabel(catalog.L("Fewer routines"))
	}
}

// routineCard is a card of a routine: perhaps why it is shown, its name, how
// long it takes and where, and the way to its page.
func (w *Window) routineCard(judge *safety.Judge, r *content.Routine, why *widgets.Text, a safety.Advice) fyne.CanvasObject {
	show := widgets.NewLink(catalog.L("What is in it"), func() { w.OpenAt(Entry, "routine:"+r.ID) })
	show.Short, show.Hint = true, catalog.L("Show {{.Name}}", catalog.D{"Name": r.Name})
	start := w.startButton("routine:"+r.ID, r.Name, a.Verdict)
	start.Small = true
	words := widgets.NewColumn(3)
	if why != nil {
		start.Kind = widgets.Primary
		words.Add(why)
	}
	words.Add(widgets.NewParagraph(r.Name, 16, widgets.SemiBold, widgets.ColorInk))
	parts := []string{
		catalog.Minutes(max(1, (routineSeconds(judge, r)+30)/60)),
		catalog.N("{{.Count}} exercise", "{{.Count}} exercises", len(r.Items)),
	}
	if r.Place != "" {
		parts = append(parts, positionName(r.Place))
	}
	words.Add(widgets.NewParagraph(strings.Join(parts, " · "), 13, widgets.Regular, widgets.ColorInk2))
	foot := widgets.NewRow(widgets.Row{Gap: 6, Center: true, Tracks: []widgets.Track{{Grow: 1}}}, widgets.NewWrap(0, 0, show), start)
	if w.likes("routine:" + r.ID) {
		words.Add(widgets.NewPad(3, 0, 0, 0, widgets.NewWrap(0, 0, widgets.NewPill(catalog.L("Favourite"), widgets.Accent))))
	}
	if mark, tone := verdictMark(a.Verdict); mark != "" {
		words.Add(widgets.NewPad(3, 0, 0, 0, widgets.NewWrap(0, 0, widgets.NewPill(mark, tone))))
		if reason := a.Reason(); reason != "" && lastness(a.Verdict) > 0 {
			words.Add(widgets.NewParagraph(reason, 12.5, widgets.Regular, widgets.ColorInk2))
		}
	}
	words.Add(widgets.NewPad(2, 0, 0, 0, foot))
	card := widgets.NewCard(words)
	card.Padding = 16
	return card
}

// startButton plays an entry. What is held back cannot be started.
func (w *Window) startButton(part, name string, v safety.Verdict) *widgets.Button {
	start := widgets.NewButton(catalog.L("Start"), widgets.Quiet, func() { w.OpenAt(Playing, part) })
	start.Hint = catalog.L("Start {{.Name}}", catalog.D{"Name": name})
	if v == safety.Held {
		start.Disable()
	}
	return start
}

// routineSeconds is how long a routine takes as this person does it, with others
// in the place of what does not suit them.
func routineSeconds(judge *safety.Judge, r *content.Routine) int {
	instead := judge.Replacements(r)
	seconds := r.RestS * max(len(r.Items)-1, 0)
	for _, item := range r.Items {
		if other := instead[item.ExerciseID]; other != nil {
			seconds += other.DoneOn(item.SideOf(other), other.Reps, other.HoldS)
			continue
		}
		seconds += item.DurationS()
	}
	return seconds
}
