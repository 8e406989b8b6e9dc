package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// diaryRegion is a place of the body.
type diaryRegion = diary.Region

// reliefWhere is the place that heat or cold goes to.
type reliefWhere struct {
	s      *reliefScreen
	card   *widgets.Card
	chips  map[diaryRegion]*widgets.Chip
	other  *widgets.Chip // the place, where none of the chips that always show is it
	region diaryRegion
	told   bool // the person chose it
}

func newReliefWhere(s *reliefScreen) *reliefWhere {
	a := &reliefWhere{s: s, chips: map[diaryRegion]*widgets.Chip{}, region: diary.LowerBack}
	row := func(list []diaryRegion) *fyne.Container {
		box := widgets.NewWrap(7, 7)
		for _, r := range list {
			a.chips[r] = widgets.NewChip(sentence(catalog.Region(string(r))), func(bool) { a.take(r) })
			box.Add(a.chips[r])
		}
		return box
	}
	broad := diary.Broad()
	more := widgets.NewFolded(catalog.L("A smaller place, or another one"), func() fyne.CanvasObject {
		return row(slices.DeleteFunc(diary.Regions(), func(r diaryRegion) bool { return slices.Contains(broad, r) }))
	})
	more.OnChanged = func(bool) { a.mark(); s.p.Reflow() }
	always := row(broad)
	a.other = widgets.NewChip("", func(bool) { a.mark() })
	always.Add(a.other)
	a.card = widgets.NewCard(widgets.NewColumn(4, widgets.NewRow(widgets.Row{Gap: 16, Center: true, Below: 420, Tracks: []widgets.Track{{}, {Grow: 1}}},
		widgets.NewCardTitle(catalog.L("Where?")), always), more))
	a.mark()
	return a
}

// begin takes the place of the last use, unless the person chose one.
func (a *reliefWhere) begin() {
	if !a.told && len(a.s.known.used) > 0 {
		a.region = a.s.known.used[0].Region
	}
	a.mark()
}

func (a *reliefWhere) mark() {
	for r, c := range a.chips {
		c.SetOn(r == a.region)
	}
	a.other.Label = sentence(a.name())
	a.other.Refresh()
	a.other.SetOn(true)
	setVisible(a.other, !slices.Contains(diary.Broad(), a.region))
}

// take chooses a place.
func (a *reliefWhere) take(r diaryRegion) {
	a.region, a.told = r, true
	a.s.heat.asks, a.s.cold.asks = nil, nil // they were about another place
	a.mark()
	a.s.heat.fill()
	a.s.cold.fill()
	a.s.choose.fill()
	a.s.p.Reflow()
}

// name is the place within a sentence.
func (a *reliefWhere) name() string { return catalog.Region(string(a.region)) }
