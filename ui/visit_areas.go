package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// highestMap is how high the figures of the body map are, in pixels of the
// design.
const highestMap = 280

// areasField are the areas a massage worked on.
func (f *visitForm) areasField() *formField {
	return newAreas(catalog.L("Areas worked"), f.draft.Areas, f.s.p.Reflow, func(list []diary.Region) {
		f.draft.Areas = list
		f.edited("areas")
	}).field
}

// areas are the broad parts of the body as chips, all of them on a body map, and
// all of them as a list.
type areas struct {
	field  *formField
	body   *widgets.BodyMap
	chips  map[diary.Region]*widgets.Chip
	chosen []diary.Region
}

// newAreas shows what is chosen, and tells what becomes of it; grew is called
// when it needs more room or less.
func newAreas(label string, chosen []diary.Region, grew func(), changed func([]diary.Region)) *areas {
	a := &areas{chips: map[diary.Region]*widgets.Chip{}}
	var regions []widgets.BodyRegion
	for _, r := range diary.Regions() {
		regions = append(regions, widgets.BodyRegion{ID: string(r), Name: sentence(catalog.Region(string(r)))})
	}
	a.body = widgets.NewBodyMap(regions, func(ids []string) {
		a.set(asRegions(ids))
		changed(a.chosen)
	})
	a.body.Name, a.body.Highest = label, highestMap
	broad := widgets.NewWrap(7, 7)
	for _, r := range diary.Broad() {
		a.chips[r] = widgets.NewChip(sentence(catalog.Region(string(r))), func(on bool) {
			list := slices.DeleteFunc(slices.Clone(a.chosen), func(x diary.Region) bool { return x == r })
			if on {
				list = append(list, r)
			}
			a.set(list)
			changed(a.chosen)
		})
		broad.Add(a.chips[r])
	}
	list := widgets.NewFolded(catalog.L("All areas as a list"), func() fyne.CanvasObject { return a.body.List() })
	list.OnChanged = func(bool) { grew() }
	a.field = newFormField(label, "", widgets.NewColumn(8, broad, a.body, list), a.body)
	a.set(chosen)
	return a
}

// set chooses these and no others.
func (a *areas) set(list []diary.Region) {
	a.chosen = list
	a.body.SetSelected(regionIDs(list))
	for r, c := range a.chips {
		c.SetOn(slices.Contains(list, r))
	}
}

func asRegions(ids []string) []diary.Region {
	out := make([]diary.Region, len(ids))
	for i, id := range ids {
		out[i] = diary.Region(id)
	}
	return out
}

func regionIDs(list []diary.Region) []string {
	out := make([]string, len(list))
	for i, r := range list {
		out[i] = string(r)
	}
	return out
}
