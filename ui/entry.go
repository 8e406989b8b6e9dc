package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// entryScreen is one exercise or routine, with everything the library knows
// of it. Its part is exercise:ID or routine:ID.
type entryScreen struct {
	w    *Window
	p    *widgets.Page
	box  *fyne.Container
	part string
}

func newEntry(w *Window) screen {
	s := &entryScreen{w: w, box: widgets.NewColumn(0)}
	s.p = pageOf(s.box)
	w.onProfile(s.fill)
	return s
}

func (s *entryScreen) page() *widgets.Page { return s.p }
func (s *entryScreen) shown()              {}
func (s *entryScreen) changed()            {}

// openAt shows an entry.
func (s *entryScreen) openAt(part string) {
	s.part = part
	s.fill()
	s.p.Top()
}

// fill builds the page of the entry; advice changes with the profile.
func (s *entryScreen) fill() {
	kind, id, _ := strings.Cut(s.part, ":")
	s.box.RemoveAll()
	switch kind {
	case "exercise":
		if e, ok := exerciseOf(s.w.library(), id); ok {
			s.box.Add(s.exercise(e))
			s.p.Reflow()
			return
		}
	case "routine":
		if r, ok := routineOf(s.w.library(), id); ok {
			s.box.Add(s.routine(r))
			s.p.Reflow()
			return
		}
	}
	s.box.Add(s.missing())
	s.p.Reflow()
}

// missing is shown where there is no such entry: a pack may have been removed.
func (s *entryScreen) missing() fyne.CanvasObject {
	search := widgets.NewButton(catalog.L("Search"), widgets.Primary, s.w.openSearch)
	stretch := widgets.NewButton(catalog.L("All stretches"), widgets.Quiet, func() { s.w.Open(Stretch) })
	text := catalog.L("Look for it, or choose another one.")
	if s.part != "" {
		text = catalog.L("It may belong to a pack that was removed. Look for it, or choose another one.")
	}
	return widgets.NewColumn(20, s.w.subHead(catalog.L("Exercises and routines"), ""),
		emptyCard(widgets.IconStretch, catalog.L("Nothing to show here"), text, "", search, stretch))
}

// frame puts a page together: head, advice, a picture, what to do, and what to
// know. picture may be nil; a figure will stand in its place.
func (s *entryScreen) frame(head, advice, picture fyne.CanvasObject, do, know []fyne.CanvasObject) fyne.CanvasObject {
	page := widgets.NewColumn(16, widgets.NewPad(0, 0, 4, 0, head))
	if advice != nil {
		page.Add(advice)
	}
	if picture == nil {
		picture = widgets.NewColumn(0)
	}
	page.Add(&fyne.Container{Layout: beside{}, Objects: []fyne.CanvasObject{
		picture, widgets.NewColumn(besideGap, do...), widgets.NewColumn(besideGap, know...),
	}})
	return page
}

// amount is a big number or length of time with what belongs to it below;
// empty lines are left out.
func amount(big string, lines ...string) fyne.CanvasObject {
	box := widgets.NewColumn(1, widgets.NewParagraph(big, 26, widgets.Bold, widgets.ColorInk))
	for _, l := range lines {
		if l != "" {
			box.Add(widgets.NewParagraph(l, 14, widgets.Regular, widgets.ColorInk2))
		}
	}
	return box
}

// titled is a card with a small heading.
func titled(title string, content ...fyne.CanvasObject) *widgets.Card {
	return widgets.NewCard(widgets.NewColumn(10, append([]fyne.CanvasObject{widgets.NewCardTitle(title)}, content...)...))
}

// said is a plain sentence of a card.
func said(text string) *widgets.Text {
	return widgets.NewParagraph(text, 14.5, widgets.Regular, widgets.ColorInk)
}

// bullets are sentences with a dot before each.
func bullets(list []string, tone widgets.Tone) fyne.CanvasObject {
	box := widgets.NewColumn(7)
	for _, text := range list {
		box.Add(toned(tone, said(text)))
	}
	return box
}

// sourcesCard says what an entry rests on; notes come first.
func (s *entryScreen) sourcesCard(notes []string, cited content.Cited) fyne.CanvasObject {
	box := widgets.NewColumn(8)
	for _, n := range notes {
		box.Add(said(n))
	}
	if len(cited.Sources) > 0 || cited.Origin.Pack != "" || len(notes) == 0 {
		box.Add(widgets.NewColumn(5, s.w.whence(cited)...))
	}
	return titled(catalog.L("Where this comes from"), box)
}

// fromPack are the lines that say which pack an entry comes from and whose
// advice that is; none for what is built in.
func fromPack(o content.Origin) []string {
	if o.Pack == "" {
		return nil
	}
	d := catalog.D{"Pack": o.Pack, "Who": o.PrescribedBy}
	lines := []string{catalog.L("From your pack “{{.Pack}}”.", d)}
	if o.PrescribedBy != "" {
		lines[0] = catalog.L("From your pack “{{.Pack}}”, prescribed by {{.Who}}.", d)
	}
	if o.Overrides {
		lines = append(lines, catalog.L("It takes the place of Unhunch's own."))
	}
	return lines
}
