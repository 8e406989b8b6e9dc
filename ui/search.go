package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// How much a search shows: so many lines in all, and of one kind.
const (
	searchMost    = 28
	searchPerKind = 6
	searchReads   = 200 // so many are ranked, to say how many more there are
)

var searchShortcut = &desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl}

// search is the field and its findings, above the whole window. The window
// below keeps its focus and gets it back.
type search struct {
	widget.BaseWidget
	w     *Window
	field *widgets.SearchField
	list  *fyne.Container
	page  *widgets.Page
	card  *widgets.Card
	rows  []*widgets.Found // made once, filled anew at every letter
	found []content.Findable
	at    int // the one Enter opens
}

func newSearch(w *Window) *search {
	s := &search{w: w, list: widgets.NewColumn(2)}
	s.field = widgets.NewSearchField(catalog.L("Search everything"))
	s.field.OnTyped = s.typed
	s.field.OnKey = s.key
	s.page = widgets.NewPage(widgets.NewPad(2, 12, 12, 12, s.list))
	head := widgets.NewPad(14, 16, 10, 18, widgets.NewRow(widgets.Row{Gap: 12, Center: true, Tracks: []widgets.Track{{}, {Grow: 1}}},
		widgets.NewIcon(widgets.IconSearch, 20, widgets.ColorInk2), s.field))
	s.card = widgets.NewCard(&fyne.Container{Layout: headAndRest{}, Objects: []fyne.CanvasObject{head, widgets.NewLine(), s.page}})
	s.card.Padding, s.card.Floats = 0, true
	s.ExtendBaseWidget(s)
	return s
}

// openSearch shows the search with an empty field, or closes it.
func (w *Window) openSearch() {
	if w.searching() {
		w.closeSearch()
		return
	}
	if w.search == nil {
		w.search = newSearch(w)
	}
	w.win.Canvas().Overlays().Add(w.search)
	w.search.Resize(w.win.Canvas().Size())
	w.search.field.SetText("")
	w.search.typed("")
	w.search.Refresh()
	w.focus(w.search.field)
}

func (w *Window) searching() bool {
	return w.search != nil && w.win.Canvas().Overlays().Top() == fyne.CanvasObject(w.search)
}

// closeSearch gives the window back as it was.
func (w *Window) closeSearch() {
	if w.searching() {
		w.win.Canvas().Overlays().Remove(w.search)
	}
}

// typed shows what fits what was typed.
func (s *search) typed(text string) {
	s.list.RemoveAll()
	s.found, s.at = nil, 0
	hits := s.w.finder().Find(text, searchReads)
	switch {
	case strings.TrimSpace(text) == "":
		s.heading(catalog.L("Good places to start"))
		s.add(s.w.startingPoints(), s.w.judge())
	case len(hits) == 0:
		s.nothing(text)
	default:
		s.groups(hits)
	}
	s.mark(0)
	s.fit()
	s.page.Top()
	s.page.Reflow()
}

// groups shows findings kind by kind, the kind of the best one first.
func (s *search) groups(hits []content.Findable) {
	var order []string
	by := map[string][]content.Findable{}
	for _, h := range hits {
		k, ok := findKind(h.Kind)
		if !ok {
			continue
		}
		if by[k.group] == nil {
			order = append(order, k.group)
		}
		by[k.group] = append(by[k.group], h)
	}
	judge := s.w.judge()
	for _, group := range order {
		list := by[group]
		room := min(searchPerKind, searchMost-len(s.found), len(list))
		if room <= 0 {
			break
		}
		s.heading(group)
		s.add(list[:room], judge)
		if more := len(list) - room; more > 0 {
			s.note(catalog.N("{{.Count}} more: type more to find it.", "{{.Count}} more: type more to find them.", more))
		}
	}
}

func (s *search) heading(text string) {
	s.list.Add(widgets.NewPad(10, 12, 4, 12, widgets.NewText(text, 12.5, widgets.SemiBold, widgets.ColorInk2)))
}

func (s *search) note(text string) {
	s.list.Add(widgets.NewPad(3, 12, 4, 12, widgets.NewParagraph(text, 12.5, widgets.Regular, widgets.ColorInk2)))
}

// add shows findings, those held back with a mark in words.
func (s *search) add(list []content.Findable, judge *safety.Judge) {
	for _, f := range list {
		n := len(s.found)
		if n == len(s.rows) {
			row := widgets.NewFound()
			row.OnTapped = func() { s.open(n) }
			row.OnPoint = func() { s.mark(n) }
			s.rows = append(s.rows, row)
		}
		mark, tone := verdictMark(adviceOn(s.w.library(), judge, f.Kind, f.ID).Verdict)
		s.rows[n].Set(f.Name, sentence(f.Line), mark, tone)
		s.found = append(s.found, f)
		s.list.Add(s.rows[n])
	}
}

// nothing says what can be looked for, and where worry should go first.
func (s *search) nothing(text string) {
	serious := widgets.NewButton(catalog.L("Is this serious?"), widgets.Quiet, func() {
		s.w.closeSearch()
		s.w.Open(Serious)
	})
	s.list.Add(widgets.NewPad(16, 12, 10, 12, widgets.NewColumn(8,
		widgets.NewParagraph(catalog.L("Nothing fits “{{.Text}}”.", catalog.D{"Text": text}), 16.5, widgets.SemiBold, widgets.ColorInk),
		widgets.NewParagraph(catalog.L("You can look for exercises and routines, posture tips, types of massage, heat and cold, other therapies, warning signs, sources, settings and places of this window."), 14, widgets.Regular, widgets.ColorInk),
		widgets.NewParagraph(catalog.L("If something worries you, this page says when back pain needs somebody to look at it:"), 14, widgets.Regular, widgets.ColorInk2),
		widgets.NewWrap(0, 0, serious))))
}

// mark chooses the line that Enter opens.
func (s *search) mark(n int) {
	if len(s.found) == 0 {
		s.field.Chosen = ""
		return
	}
	s.at = min(max(n, 0), len(s.found)-1)
	for i, r := range s.rows[:len(s.found)] {
		r.SetOn(i == s.at)
	}
	s.field.Chosen = catalog.L("{{.Name}}, {{.At}} of {{.Count}}", catalog.D{
		"Name": s.rows[s.at].AccessibilityLabel(), "At": s.at + 1, "Count": len(s.found),
	})
}

// key moves between the lines, opens one, or closes the search.
func (s *search) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyDown:
		s.walk(1)
	case fyne.KeyUp:
		s.walk(-1)
	case fyne.KeyPageDown:
		s.walk(searchPerKind)
	case fyne.KeyPageUp:
		s.walk(-searchPerKind)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.open(s.at)
	case fyne.KeyEscape:
		s.w.closeSearch()
	default:
		return false
	}
	return true
}

// walk moves by so many lines: round and round one by one, to the ends
// otherwise.
func (s *search) walk(by int) {
	n := len(s.found)
	if n == 0 {
		return
	}
	to := s.at + by
	if by == 1 || by == -1 {
		to = (to + n) % n
	}
	s.mark(to)
	s.page.BringIn(s.rows[s.at])
}

// reveal scrolls what got the focus into view, where it can scroll.
func (s *search) reveal(o fyne.CanvasObject) {
	if o != fyne.CanvasObject(s.field) {
		s.page.Reveal(o)
	}
}

// open shows a finding's own place.
func (s *search) open(n int) {
	if n >= len(s.found) {
		return
	}
	f := s.found[n]
	s.w.closeSearch()
	s.w.OpenEntry(f.Kind, f.ID)
}

// Tapped closes the search when it is beside the card.
func (s *search) Tapped(e *fyne.PointEvent) {
	at, size := s.card.Position(), s.card.Size()
	in := e.Position.Subtract(at)
	if in.X < 0 || in.Y < 0 || in.X >= size.Width || in.Y >= size.Height {
		s.w.closeSearch()
	}
}
