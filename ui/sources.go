package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// sourcesStep is how many sources are added to the list at once: as many as can
// be drawn without a wait.
const sourcesStep = 20

// sourcesScreen lists everything the library rests on.
type sourcesScreen struct {
	w      *Window
	p      *widgets.Page
	list   *fyne.Container
	count  *widgets.Text
	filter *widgets.Entry
	kinds  map[content.Tier]*widgets.Chip
	all    []content.Source
	cited  map[string][]content.Reference
	err    error
	limit  int
	marked string // the source the list was opened at; it stands first
	rows   map[string]fyne.CanvasObject
}

func newSources(w *Window) screen {
	s := &sourcesScreen{w: w, limit: sourcesStep, list: widgets.NewColumn(14), kinds: map[content.Tier]*widgets.Chip{}}
	s.count = widgets.NewParagraph("", 13.5, widgets.Regular, widgets.ColorInk2)
	s.filter = widgets.NewEntry(catalog.L("Find a source"))
	s.filter.SetPlaceHolder(catalog.L("Find by a word"))
	s.filter.OnChanged = func(string) { s.begin() }
	s.filter.OnCancel = func() { s.filter.Entry.SetText("") }
	kinds := widgets.NewWrap(7, 7)
	for _, t := range []content.Tier{content.TierA, content.TierB, content.TierC, content.TierD} {
		c := widgets.NewChip(tierName(t), func(bool) { s.begin() })
		s.kinds[t] = c
		kinds.Add(c)
	}
	s.p = pageOf(widgets.NewColumn(18,
		w.subHead(catalog.L("Sources"), catalog.L("Everything Unhunch says rests on these, or says that it is our own choice. They are named, never quoted at length, and none of them endorses Unhunch. Nothing here is signed off by a clinician.")),
		widgets.NewCard(widgets.NewColumn(10, s.filter, kinds, s.count)),
		s.list))
	s.all, s.err = w.library().Sources()
	s.cited, _ = w.library().CitedBy()
	s.fill()
	return s
}

// tierName is what kind of source a tier is.
func tierName(t content.Tier) string {
	switch t {
	case content.TierA:
		return catalog.L("Guidelines and public bodies")
	case content.TierB:
		return catalog.L("Hospitals, professions and trials")
	case content.TierC:
		return catalog.L("Universities and charities")
	default:
		return catalog.L("Others")
	}
}

func (s *sourcesScreen) page() *widgets.Page { return s.p }
func (s *sourcesScreen) shown()              {}
func (s *sourcesScreen) changed()            {}

// openAt shows a source by its id, above all others, or the beginning. It is
// not looked for further down: the list would have to be drawn up to there.
func (s *sourcesScreen) openAt(part string) {
	if !slices.ContainsFunc(s.all, func(c content.Source) bool { return c.ID == part }) {
		part = ""
	}
	if part != "" {
		s.clear()
	}
	if s.marked != part || part != "" {
		s.marked, s.limit = part, sourcesStep
		s.fill()
	}
	s.p.Top()
}

// clear takes the filter away.
func (s *sourcesScreen) clear() {
	for _, c := range s.kinds {
		c.SetOn(false)
	}
	s.filter.Entry.SetText("")
}

// begin lists what fits the filter, from its beginning.
func (s *sourcesScreen) begin() {
	s.limit, s.marked = sourcesStep, ""
	s.fill()
}

// matching are the sources that fit the filter, those of most weight first.
func (s *sourcesScreen) matching() []content.Source {
	typed := strings.Fields(strings.ToLower(s.filter.Text))
	any := true
	for _, c := range s.kinds {
		any = any && !c.On
	}
	var out []content.Source
	for _, c := range s.all {
		text := strings.ToLower(c.ID + " " + c.Name + " " + c.Year + " " + c.Says)
		if (any || s.kinds[c.Tier].On) && !slices.ContainsFunc(typed, func(word string) bool { return !strings.Contains(text, word) }) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b content.Source) int { return strings.Compare(string(a.Tier), string(b.Tier)) })
	return out
}

func (s *sourcesScreen) fill() {
	s.list.RemoveAll()
	s.rows = map[string]fyne.CanvasObject{}
	defer s.p.Reflow()
	if s.err != nil {
		s.list.Add(emptyCard(widgets.IconWarn, catalog.L("The sources cannot be read"), s.err.Error(), ""))
		return
	}
	found := s.matching()
	s.count.SetText(catalog.L("{{.Shown}} of {{.All}} sources", catalog.D{"Shown": len(found), "All": len(s.all)}))
	if len(found) == 0 {
		s.list.Add(emptyCard(widgets.IconBook, catalog.L("No source has these words"), catalog.L("Try a shorter word, or fewer of them."), "",
			widgets.NewButton(catalog.L("Show all"), widgets.Primary, func() {
				s.clear()
				s.begin()
			})))
		return
	}
	if i := slices.IndexFunc(found, func(c content.Source) bool { return c.ID == s.marked }); i >= 0 {
		row := s.row(found[i])
		s.rows[s.marked] = row
		s.list.Add(row)
		found = slices.Delete(found, i, i+1)
	}
	s.add(found, 0)
}

// add lists the sources from one on, up to the limit.
func (s *sourcesScreen) add(found []content.Source, from int) {
	for i := from; i < min(s.limit, len(found)); i++ {
		if i == 0 || found[i].Tier != found[i-1].Tier {
			s.list.Add(widgets.NewPad(8, 0, 0, 0, widgets.NewParagraph(tierName(found[i].Tier), 16.5, widgets.SemiBold, widgets.ColorInk)))
		}
		row := s.row(found[i])
		s.rows[found[i].ID] = row
		s.list.Add(row)
	}
	if s.limit >= len(found) {
		return
	}
	next := min(len(found)-s.limit, sourcesStep)
	more := widgets.NewWrap(0, 0)
	button := widgets.NewButton(catalog.N("Show {{.Count}} more", "Show {{.Count}} more", next), widgets.Quiet, func() {
		at := s.limit
		s.limit += sourcesStep
		s.list.Remove(more)
		s.add(found, at)
		s.p.Reflow()
		s.focusFirst(found[at].ID)
	})
	more.Add(button)
	s.list.Add(more)
}
