package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/ui/widgets"
)

// reliefChooser asks two questions and suggests heat, cold, either or neither.
type reliefChooser struct {
	s      *reliefScreen
	card   *widgets.Card
	fresh  *oneOf
	ache   *oneOf
	second *fyne.Container
	answer *fyne.Container
}

var (
	freshAnswers = []relief.Fresh{relief.Knock, relief.Inflamed, relief.NotFresh, relief.Worsens}
	acheAnswers  = []relief.Ache{relief.Spasm, relief.Standing, relief.Before}
)

func newReliefChooser(s *reliefScreen) *reliefChooser {
	c := &reliefChooser{s: s, answer: widgets.NewColumn(0)}
	again := func() {
		c.fill()
		s.p.Reflow()
	}
	c.fresh = newOneOf(false, again, catalog.L("A knock or strain of the last two days"), catalog.L("It flared up after doing something"),
		catalog.L("Neither"), catalog.L("I tried one, and it got worse"))
	c.ache = newOneOf(false, again, catalog.L("Cramped or tight"), catalog.L("A long-standing ache, or stiff in the morning"), catalog.L("Nothing much: before stretching or exercise"))
	ask := func(text string, o *oneOf) *fyne.Container {
		return widgets.NewColumn(7, widgets.NewParagraph(text, 14, widgets.Medium, widgets.ColorInk), o.box())
	}
	c.second = ask(catalog.L("What is it like?"), c.ache)
	c.card = widgets.NewCard(widgets.NewColumn(14, widgets.NewCardTitle(catalog.L("Heat or cold?")),
		ask(catalog.L("Is it fresh, hot, puffy or bruised?"), c.fresh), c.second, c.answer))
	c.second.Hide()
	c.answer.Hide()
	return c
}

// situation is what was answered so far.
func (c *reliefChooser) situation() (in relief.Situation) {
	if n := c.fresh.chosen; n >= 0 {
		in.Fresh = freshAnswers[n]
	}
	if n := c.ache.chosen; n >= 0 && in.Fresh == relief.NotFresh {
		in.Ache = acheAnswers[n]
	}
	return in
}

// fill shows the second question where it matters, and what the answers come to.
func (c *reliefChooser) fill() {
	in := c.situation()
	setVisible(c.second, in.Fresh == relief.NotFresh)
	c.answer.RemoveAll()
	if c.s.known.read && in.Fresh != "" && (in.Fresh != relief.NotFresh || in.Ache != "") {
		if s, ok := relief.Choose(c.s.known.page, in, c.may); ok {
			c.answer.Add(c.suggestion(s))
		}
	}
	setVisible(c.answer, len(c.answer.Objects) > 0)
}

// may tells whether nothing speaks against heat, or cold, at the place.
func (c *reliefChooser) may(m content.Modality) bool {
	card := c.s.card(m)
	t, ok := card.chosen()
	if !ok {
		return false
	}
	check, err := c.s.check(&t, c.s.where.region)
	return err == nil && len(check.Stop)+len(check.Ask) == 0
}

// card is the one that starts heat, or cold.
func (s *reliefScreen) card(m content.Modality) *reliefCard {
	if m == content.Cold {
		return s.cold
	}
	return s.heat
}

// suggestion is what to try, why, and how well that is known.
func (c *reliefChooser) suggestion(s relief.Suggestion) fyne.CanvasObject {
	title, fill := catalog.L("Not now"), widgets.ColorAmberSoft
	switch s.Try {
	case content.Suggestion(content.Heat):
		title, fill = catalog.L("Try heat"), widgets.ColorHeatSoft
	case content.Suggestion(content.Cold):
		title, fill = catalog.L("Try cold"), widgets.ColorColdSoft
	case relief.NotNow, "stop":
	default:
		title, fill = catalog.L("Either: what feels good"), widgets.ColorPrimarySoft
	}
	box := widgets.NewColumn(6, widgets.NewParagraph(title, 16.5, widgets.Bold, widgets.ColorInk))
	if a := s.Because.Advice; a != "" {
		box.Add(widgets.NewParagraph(sentence(a)+".", 14, widgets.Medium, widgets.ColorInk))
	}
	box.Add(widgets.NewParagraph(sentence(s.Because.Why)+".", 14, widgets.Regular, widgets.ColorInk))
	for _, m := range s.Held {
		box.Add(widgets.NewParagraph(catalog.L("{{.Kind}} would be suggested, but not for you now: see below why.", catalog.D{"Kind": relief.Kind(m)}), 14, widgets.Medium, widgets.ColorInk))
	}
	for _, p := range s.Evidence {
		box.Add(toned(widgets.Neutral, widgets.NewParagraph(p.Text, 13.5, widgets.Regular, widgets.ColorInk)))
	}
	sources := slices.Clone(s.Because.Sources)
	for _, p := range s.Evidence {
		sources = append(sources, p.Sources...)
	}
	if fold := c.s.sources(sources); fold != nil {
		box.Add(fold)
	}
	row := widgets.NewWrap(8, 8)
	for _, m := range []content.Modality{content.Heat, content.Cold} {
		if s.Try == content.Suggestion(m) || s.Try == "either" && c.may(m) {
			card := c.s.card(m)
			start := widgets.NewButton(catalog.L("Start heat"), widgets.Primary, card.ask)
			if m == content.Cold {
				start.SetLabel(catalog.L("Start cold"))
			}
			start.Tone, start.Small = card.tone, true
			start.Hint = catalog.L("{{.Start}}: {{.Region}}", catalog.D{"Start": start.Label, "Region": c.s.where.name()})
			row.Add(start)
		}
	}
	if len(row.Objects) > 0 {
		box.Add(widgets.NewPad(4, 0, 0, 0, row))
	} else {
		serious := widgets.NewButton(catalog.L("Is this serious?"), widgets.Raised, func() { c.s.w.Open(Serious) })
		serious.Small = true
		box.Add(widgets.NewPad(4, 0, 0, 0, widgets.NewWrap(0, 0, serious)))
	}
	card := widgets.NewTintedCard(fill, box)
	card.Padding = 16
	return card
}

// sources is a fold with every source once; nil where there is none.
func (s *reliefScreen) sources(list []content.Source) fyne.CanvasObject {
	var once []content.Source
	for _, x := range list {
		if !slices.ContainsFunc(once, func(y content.Source) bool { return x.ID == y.ID }) {
			once = append(once, x)
		}
	}
	if len(once) == 0 {
		return nil
	}
	fold := widgets.NewFolded(catalog.N("{{.Count}} source", "{{.Count}} sources", len(once)), func() fyne.CanvasObject {
		return widgets.NewColumn(3, s.w.sourceLinks(once)...)
	})
	fold.OnChanged = func(bool) { s.p.Reflow() }
	return fold
}
