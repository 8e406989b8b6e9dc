package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/massage"
	"github.com/unhunch/unhunch/ui/widgets"
)

// rhythmOver is how far back the rhythm is read from, as the agent does.
const rhythmOver = 366 * 24 * time.Hour

// rhythmCard says how often somebody goes, whether it helps, what that suggests
// and what it costs. It is nil before the first visit.
func (s *massageScreen) rhythmCard() fyne.CanvasObject {
	m, now := s.known.library, s.w.now()
	s.due = time.Time{}
	if len(s.known.visits) == 0 || m == nil {
		return nil
	}
	recent := s.known.recent(now)
	r := massage.RhythmOf(m, recent, s.known.pains, now.Location())
	s.due = r.Due
	box := widgets.NewColumn(8)
	title := fyne.CanvasObject(widgets.NewCardTitle(catalog.L("Your rhythm")))
	if !r.Due.IsZero() {
		pill := widgets.NewPill(catalog.L("on track"), widgets.Accent)
		if !now.Before(r.Due) {
			pill.Set(catalog.L("due"), widgets.Amber)
		}
		title = widgets.NewBar(8, title, pill)
	}
	box.Add(title)
	if r.Known && r.Every > 0 {
		box.Add(widgets.NewParagraph(catalog.N("About every day", "About every {{.Count}} days", r.Every), 16.5, widgets.SemiBold, widgets.ColorInk))
	}
	for _, words := range []string{r.Words(), massage.ReviewOf(m.Frequency, s.known.visits).Words(), s.spentWords()} {
		if words != "" {
			box.Add(widgets.NewParagraph(words, 14, widgets.Regular, widgets.ColorInk2))
		}
	}
	for _, x := range massage.Adjust(m.Rules, recent, s.known.pains) {
		box.Add(s.suggestion(x))
	}
	if next := s.bookNext(); next != nil {
		box.Add(next)
	}
	return widgets.NewCard(box)
}

// spentWords is what massages cost this month; empty if nothing is known.
func (s *massageScreen) spentWords() string {
	now := s.w.now()
	text := ""
	for _, b := range diary.Budget(s.known.visits, now.Location()) {
		if b.Year == now.Year() && b.Month == now.Month() {
			text = joinLines(text, catalog.N("This month: {{.Cost}} for {{.Count}} visit.", "This month: {{.Cost}} for {{.Count}} visits.",
				b.Visits, catalog.D{"Cost": b.Cost.String()}))
		}
	}
	return text
}

// suggestion is a rule that holds: what to do, why, and what that rests on.
func (s *massageScreen) suggestion(x massage.Suggestion) fyne.CanvasObject {
	fill, ink := widgets.ColorPrimarySoft, widgets.ColorPrimaryText
	switch x.Rule.ID {
	case massage.PauseAndCall:
		fill, ink = widgets.ColorHeatSoft, widgets.ColorHeatText
	case massage.Lighter, massage.TalkOrSwitch:
		fill, ink = widgets.ColorAmberSoft, widgets.ColorAmberText
	}
	box := widgets.NewColumn(5,
		widgets.NewParagraph(x.Rule.Then, 14.5, widgets.SemiBold, ink),
		widgets.NewParagraph(x.Because, 14, widgets.Regular, widgets.ColorInk),
		widgets.NewParagraph(x.Rule.Basis, 13, widgets.Regular, widgets.ColorInk2))
	if len(x.Rule.Sources) > 0 {
		for _, l := range s.w.sourceLinks(x.Rule.Sources) {
			box.Add(l)
		}
	}
	if x.Rule.ID == massage.PauseAndCall {
		serious := widgets.NewButton(catalog.L("Is this serious?"), widgets.Raised, func() { s.w.Open(Serious) })
		box.Add(widgets.NewPad(4, 0, 0, 0, widgets.NewWrap(0, 0, serious)))
	}
	c := widgets.NewTintedCard(fill, box)
	c.Padding = 14
	return c
}
