package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// seriousScreen is the page "Is this serious?": warning signs by how soon they
// need somebody, what to do, and whom to call.
type seriousScreen struct {
	w       *Window
	p       *widgets.Page
	box     *fyne.Container
	flags   map[string]*flagRow
	country string // the page was made for
	reach   string // the flag to scroll to once the page has its place
}

func newSerious(w *Window) screen {
	s := &seriousScreen{w: w, box: widgets.NewColumn(16)}
	s.p = pageOf(widgets.NewColumn(20,
		widgets.NewColumn(5,
			widgets.NewHeading(catalog.L("Is this serious?"), 25, widgets.Bold, widgets.ColorInk),
			widgets.NewParagraph(catalog.L("Signs that somebody should look at, sorted by how soon. A single one often turns out harmless. Unhunch cannot tell what you have: it does not diagnose."), 14, widgets.Regular, widgets.ColorInk2)),
		s.box))
	s.fill()
	return s
}

func (s *seriousScreen) page() *widgets.Page { return s.p }

// shown makes the page again where the country was changed elsewhere.
func (s *seriousScreen) shown() {
	if s.country != s.w.country() {
		s.fill()
	}
}

// changed scrolls to the flag the page was opened at, once it has its place.
func (s *seriousScreen) changed() {
	if s.reach == "" || !s.p.Laid() {
		return
	}
	if f := s.flags[s.reach]; f != nil {
		f.open(true)
		s.p.BeginAt(f.box)
	}
	s.reach = ""
}

// openAt shows a flag by its id, or the beginning.
func (s *seriousScreen) openAt(part string) {
	s.reach = part
	if part == "" {
		s.p.Top()
	}
	s.changed()
}

func (s *seriousScreen) fill() {
	s.country = s.w.country()
	s.flags = map[string]*flagRow{}
	s.box.RemoveAll()
	r, err := s.w.library().RedFlags()
	if err != nil {
		s.box.Add(emptyCard(widgets.IconWarn, catalog.L("The warning signs cannot be read"), err.Error(),
			catalog.L("If you are worried, do not wait for this page: call your emergency number or a doctor.")))
		s.p.Reflow()
		return
	}
	for _, l := range r.Levels {
		s.box.Add(s.level(l, r.Flags))
	}
	about := widgets.NewColumn(8, widgets.NewCardTitle(catalog.L("About this page")))
	for _, p := range r.Principles {
		// What is our own promise is kept by the program; here stands what is known.
		if p.Ours {
			continue
		}
		about.Add(widgets.NewMeasure(readable, widgets.NewParagraph(p.Text, 14, widgets.Regular, widgets.ColorInk)))
		about.Add(widgets.NewColumn(2, s.w.sourceLinks(p.Sources)...))
	}
	s.box.Add(widgets.NewCard(about))
	s.p.Reflow()
}

// level is a card with what to do first and the signs below it.
func (s *seriousScreen) level(l content.FlagLevel, flags []content.RedFlag) fyne.CanvasObject {
	edge, ink, glyph := widgets.ColorPrimary, widgets.ColorPrimaryText, widgets.IconLeaf
	switch l.Level {
	case content.Emergency:
		edge, ink, glyph = widgets.ColorDanger, widgets.ColorDanger, widgets.IconWarn
	case content.SameDay:
		edge, ink, glyph = widgets.ColorAmber, widgets.ColorAmberText, widgets.IconClock
	case content.BookVisit:
		edge, ink, glyph = widgets.ColorCold, widgets.ColorColdText, widgets.IconAsk
	}
	box := widgets.NewColumn(10,
		widgets.NewRow(widgets.Row{Gap: 10, Center: true, Tracks: []widgets.Track{{}, {Grow: 1}}},
			widgets.NewIcon(glyph, 22, ink), widgets.NewParagraph(l.Name, 17, widgets.Bold, ink)),
		widgets.NewMeasure(readable, widgets.NewParagraph(l.Action, 16.5, widgets.SemiBold, widgets.ColorInk)))
	switch l.Level {
	case content.Emergency:
		box.Add(s.emergency())
	case content.SameDay:
		if line := s.adviceLine(); line != nil {
			box.Add(line)
		}
	case content.SelfCare:
		box.Add(s.ways())
	}
	signs := widgets.NewColumn(0)
	for _, f := range flags {
		if f.Level != l.Level {
			continue
		}
		row := newFlagRow(s.w, f, s.p.Reflow)
		s.flags[f.ID] = row
		signs.Add(widgets.NewLine())
		signs.Add(row.box)
	}
	box.Add(widgets.NewPad(4, 0, 0, 0, signs))
	return widgets.NewEdgeCard(edge, box)
}

// ways lead to what one can do oneself.
func (s *seriousScreen) ways() fyne.CanvasObject {
	to := func(label string, kind widgets.Kind, do func()) fyne.CanvasObject {
		return widgets.NewButton(label, kind, do)
	}
	return widgets.NewWrap(8, 8,
		to(catalog.L("Looking after your back"), widgets.Quiet, func() { s.w.OpenAt(Guide, "self-care") }),
		to(catalog.L("Stretch"), widgets.Quiet, func() { s.w.Open(Stretch) }),
		to(catalog.L("Heat & cold"), widgets.Quiet, func() { s.w.Open(Relief) }))
}
