package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// relaxScreen is where one chooses how to relax. Its part is breathing or pmr.
type relaxScreen struct {
	w       *Window
	p       *widgets.Page
	kind    string // of the two
	head    *fyne.Container
	box     *fyne.Container
	calm    *int // how calm one is now; nil if not told
	history *relaxHistory
	chips   map[string]*widgets.Chip // by their labels

	pace    int // breaths a minute; 0 until chosen
	minutes int // of breathing; 0 until chosen
	choices relax.Choices
	halved  bool // half strength was chosen, or not
}

func newRelax(w *Window) screen {
	s := &relaxScreen{w: w, kind: relax.Breathing, head: widgets.NewColumn(0), box: widgets.NewColumn(16)}
	s.history = newRelaxHistory(w, func() { s.p.Reflow() })
	s.p = pageOf(widgets.NewColumn(20, s.head, s.box, s.history.box))
	w.onProfile(s.fill)
	s.fill()
	return s
}

func (s *relaxScreen) page() *widgets.Page { return s.p }
func (s *relaxScreen) changed()            {}

// shown asks anew how calm one is, and takes up what was done meanwhile.
func (s *relaxScreen) shown() {
	s.calm = nil
	s.fill()
	s.history.load(s.fill)
}

// openAt shows one of the two ways to relax.
func (s *relaxScreen) openAt(part string) {
	if part == relax.Breathing || part == relax.Muscles {
		s.kind = part
	}
	s.fill()
}

// fill writes the screen anew.
func (s *relaxScreen) fill() {
	s.chips = map[string]*widgets.Chip{}
	s.head.RemoveAll()
	s.box.RemoveAll()
	s.head.Add(s.w.subHead(catalog.L("Relax"), catalog.L("With calm breaths, or muscle by muscle."), s.ways()...))
	t, err := relax.Therapy(s.w.library(), s.kind)
	switch {
	case err != nil:
		s.box.Add(emptyCard(widgets.IconWarn, catalog.L("This cannot be shown"), err.Error(), ""))
	case s.kind == relax.Muscles:
		s.fillMuscles(t)
	default:
		s.fillBreathing(t)
	}
	s.p.Reflow()
}

// ways are the two ways to relax, the one that is shown marked.
func (s *relaxScreen) ways() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, x := range []struct{ kind, label string }{{relax.Breathing, catalog.L("Breathing")}, {relax.Muscles, catalog.L("Muscles")}} {
		c := s.chip(x.label, s.kind == x.kind, func(bool) { s.w.OpenAt(Relax, x.kind) })
		c.Zoom = 1.15
		out = append(out, c)
	}
	return out
}

// chip is one of the chips that make the screen anew. It keeps the focus.
func (s *relaxScreen) chip(label string, on bool, chosen func(on bool)) *widgets.Chip {
	c := widgets.NewChip(label, func(on bool) {
		chosen(on)
		if again := s.chips[label]; again != nil {
			s.w.focus(again)
		}
	})
	c.On = on
	s.chips[label] = c
	return c
}

// put shows a way to relax, and before it what speaks against it for this
// person.
func (s *relaxScreen) put(a safety.Advice, words fyne.CanvasObject) {
	if v := s.w.verdictCard("", a); v != nil {
		s.box.Add(v)
	}
	s.box.Add(s.card(words))
}

// cautions are what everybody heeds.
func (s *relaxScreen) cautions(t *content.Therapy) fyne.CanvasObject {
	list := widgets.NewColumn(5, widgets.NewParagraph(catalog.L("Before you begin"), 14, widgets.SemiBold, widgets.ColorAmberText))
	for _, c := range t.Cautions {
		list.Add(toned(widgets.Amber, widgets.NewParagraph(sentence(c)+".", 14, widgets.Regular, widgets.ColorInk)))
	}
	card := widgets.NewTintedCard(widgets.ColorAmberSoft, list)
	card.Padding = 14
	return card
}

// start begins, unless it is held back. Where a clinician has to be asked first
// the button says that this was done.
func (s *relaxScreen) start(a safety.Advice, label string, wish func() relax.Wish) fyne.CanvasObject {
	if a.Verdict == safety.Held {
		return widgets.NewParagraph(catalog.L("It is held back for you, and the reason is above."), 14, widgets.Medium, widgets.ColorInk2)
	}
	asked := a.Verdict == safety.Ask
	if asked {
		label = catalog.L("I have asked: start")
	}
	return widgets.NewWrap(10, 10, widgets.NewButton(label, widgets.Primary, func() { s.w.startRelaxing(wish(), s.calm, asked) }))
}

// calmNow asks how calm one is before it.
func (s *relaxScreen) calmNow() fyne.CanvasObject {
	scale := widgets.NewCalmScale(catalog.L("How calm you are before it"), func(n int) {
		s.calm = nil
		if n >= 0 {
			s.calm = &n
		}
	})
	if s.calm != nil {
		scale.Selected = *s.calm
	}
	return widgets.NewColumn(8, widgets.NewParagraph(catalog.L("How calm are you now? Only if you like to note it."), 14, widgets.SemiBold, widgets.ColorInk2),
		widgets.NewMeasure(520, scale))
}

// sources leads to where it comes from.
func (s *relaxScreen) sources(t *content.Therapy) fyne.CanvasObject {
	more := widgets.NewLink(catalog.L("More, with the sources"), func() { s.w.OpenAt(Guide, "therapy:"+t.ID) })
	more.Hint = catalog.L("{{.Name}}: more, with the sources", catalog.D{"Name": t.Name})
	return more
}
