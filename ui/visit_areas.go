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

// areasField are the broad parts of the body as chips, all of them on a body
// map, and all of them as a list.
func (f *visitForm) areasField() *formField {
	var regions []widgets.BodyRegion
	for _, r := range diary.Regions() {
		regions = append(regions, widgets.BodyRegion{ID: string(r), Name: sentence(catalog.Region(string(r)))})
	}
	chips := map[diary.Region]*widgets.Chip{}
	body := widgets.NewBodyMap(regions, func(ids []string) {
		f.draft.Areas = asRegions(ids)
		for r, c := range chips {
			c.SetOn(slices.Contains(f.draft.Areas, r))
		}
		f.edited("areas")
	})
	body.Name, body.Highest = catalog.L("Areas worked"), highestMap
	body.SetSelected(regionIDs(f.draft.Areas))
	broad := widgets.NewWrap(7, 7)
	for _, r := range diary.Broad() {
		c := widgets.NewChip(sentence(catalog.Region(string(r))), func(on bool) {
			f.draft.Areas = slices.DeleteFunc(slices.Clone(f.draft.Areas), func(x diary.Region) bool { return x == r })
			if on {
				f.draft.Areas = append(f.draft.Areas, r)
			}
			body.SetSelected(regionIDs(f.draft.Areas))
			f.edited("areas")
		})
		c.SetOn(slices.Contains(f.draft.Areas, r))
		chips[r] = c
		broad.Add(c)
	}
	list := widgets.NewFolded(catalog.L("All areas as a list"), func() fyne.CanvasObject { return body.List() })
	list.OnChanged = func(bool) { f.s.p.Reflow() }
	return newFormField(catalog.L("Areas worked"), "", widgets.NewColumn(8, broad, body, list), body)
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
