package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// stretchFilters narrow down what the Stretch screen shows: by a part of the
// body, a position, and what little time and equipment there is.
type stretchFilters struct {
	box       fyne.CanvasObject
	more      fyne.CanvasObject // those for exercises alone
	region    *oneOf
	position  *oneOf
	brief     *widgets.Chip
	chair     *widgets.Chip
	liked     *widgets.Chip
	likes     func(entry string) bool
	positions []string
	regions   [][]content.Region
}

// briefS is the most an exercise may take, in seconds, to count as one for
// little time.
const briefS = 60

func newStretchFilters(likes func(entry string) bool, changed func()) *stretchFilters {
	f := &stretchFilters{
		likes:     likes,
		positions: []string{"seated", "standing", "floor"},
		regions: [][]content.Region{
			nil, {"neck"}, {"shoulders"}, {"upper-back", "chest"}, {"lower-back"}, {"hips", "legs"}, {"arms"},
		},
	}
	f.region = newOneOf(true, changed, catalog.L("All"), catalog.L("Neck"), catalog.L("Shoulders"), catalog.L("Upper back"),
		catalog.L("Lower back"), catalog.L("Hips & legs"), catalog.L("Arms"))
	f.position = newOneOf(false, changed, catalog.L("Seated"), catalog.L("Standing"), catalog.L("Floor"))
	f.brief = widgets.NewChip(catalog.L("Up to a minute"), func(bool) { changed() })
	f.chair = widgets.NewChip(catalog.L("A chair is enough"), func(bool) { changed() })
	f.box = widgets.NewRow(widgets.Row{Gap: 8, Below: 835, Tracks: []widgets.Track{{Grow: 1}}}, f.region.box(), f.position.box())
	f.liked = widgets.NewChip(catalog.L("Favourites"), func(bool) { changed() })
	f.more = widgets.NewWrap(8, 8, f.liked, f.brief, f.chair)
	return f
}

// any tells whether anything is asked for.
func (f *stretchFilters) any() bool {
	return f.region.chosen > 0 || f.position.chosen >= 0 || f.brief.On || f.chair.On || f.liked.On
}

// clear asks for everything again.
func (f *stretchFilters) clear() {
	f.brief.SetOn(false)
	f.chair.SetOn(false)
	f.liked.SetOn(false)
	f.position.set(-1)
	f.region.choose(0)
}

// exercise tells whether an exercise is asked for.
func (f *stretchFilters) exercise(e *content.Exercise) bool {
	if f.liked.On && !f.likes("exercise:"+e.ID) {
		return false
	}
	if f.brief.On && e.DurationS > briefS {
		return false
	}
	if f.chair.On && slices.ContainsFunc(e.Equipment, func(s string) bool { return s != "chair" && s != "desk" }) {
		return false
	}
	if i := f.position.chosen; i >= 0 && string(e.Position) != f.positions[i] && !slices.Contains(e.Also, f.positions[i]) {
		return false
	}
	return f.works(e)
}

// works tells whether an exercise works the part of the body asked for.
func (f *stretchFilters) works(e *content.Exercise) bool {
	want := f.regions[f.region.chosen]
	return want == nil || slices.ContainsFunc(e.Regions, func(r content.Region) bool {
		return r == "whole-body" || slices.Contains(want, r)
	})
}

// routine tells whether a routine is asked for: it is done in the position, and
// the part of the body is what its first exercises or most of them work.
func (f *stretchFilters) routine(r *content.Routine) bool {
	if f.liked.On && !f.likes("routine:"+r.ID) {
		return false
	}
	if i := f.position.chosen; i >= 0 && r.Place != f.positions[i] {
		return false
	}
	if f.brief.On && r.TargetS > briefS {
		return false
	}
	hits := 0
	for _, item := range r.Items {
		if f.chair.On && slices.ContainsFunc(item.Exercise.Equipment, func(s string) bool { return s != "chair" && s != "desk" }) {
			return false
		}
		if f.works(item.Exercise) {
			hits++
		}
	}
	return 2*hits >= len(r.Items)
}

// oneOf are chips of which at most one is chosen.
type oneOf struct {
	chips   []*widgets.Chip
	chosen  int  // -1 is none
	always  bool // one is: the first, where no other is
	changed func()
}

func newOneOf(always bool, changed func(), labels ...string) *oneOf {
	o := &oneOf{chosen: -1, always: always, changed: changed}
	for i, l := range labels {
		o.chips = append(o.chips, widgets.NewChip(l, func(on bool) {
			if !on {
				i = -1
			}
			o.choose(i)
		}))
	}
	if always {
		o.set(0)
	}
	return o
}

// choose chooses one, or none with -1, and tells.
func (o *oneOf) choose(i int) {
	o.set(i)
	o.changed()
}

func (o *oneOf) set(i int) {
	if i < 0 && o.always {
		i = 0
	}
	o.chosen = i
	for n, c := range o.chips {
		c.SetOn(n == i)
	}
}

// name says to a screen reader what the chips are a choice of.
func (o *oneOf) name(of string) {
	for _, c := range o.chips {
		c.Of = of
	}
}

func (o *oneOf) box() fyne.CanvasObject {
	row := widgets.NewWrap(8, 8)
	for _, c := range o.chips {
		row.Add(c)
	}
	return row
}
