package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// fillAbout says which appointment it is for, and what is to be done before.
func (s *prepareScreen) fillAbout() {
	w := s.w
	next, booked := s.next()
	lines := w.readyLines(s.known)
	when := ""
	if booked {
		when = w.occurrenceWhen(next)
	}
	s.refill(s.about, fmt.Sprint(when, s.known.occurrenceFacts(next), lines), func() fyne.CanvasObject {
		box := widgets.NewColumn(6)
		if booked {
			box.Add(widgets.NewCardTitle(catalog.L("Next appointment")))
			box.Add(widgets.NewParagraph(when, 17.5, widgets.SemiBold, widgets.ColorInk))
			box.Add(aside(s.known.occurrenceFacts(next)))
		} else {
			book := widgets.NewButton(catalog.L("New appointment"), widgets.Quiet, func() { w.OpenAt(Booking, partNew) })
			box.Add(widgets.NewCardTitle(catalog.L("No appointment is booked")))
			box.Add(said(catalog.L("All of this works without one, too: for a massage you did not put in here, or to see what would speak against one.")))
			box.Add(widgets.NewPad(2, 0, 4, 0, widgets.NewWrap(8, 8, book)))
		}
		todo := widgets.NewColumn(8)
		for _, l := range lines {
			todo.Add(l.object(s.goTo))
		}
		box.Add(widgets.NewPad(6, 0, 0, 0, todo))
		return widgets.NewCard(widgets.NewMeasure(readable, box))
	})
}

// fillVerdict says what the checklist comes to.
func (s *prepareScreen) fillVerdict() {
	c := s.list
	_, booked := s.next()
	key := fmt.Sprint(s.unlisted, booked, c.Open(), texts(c.Stop), texts(c.Ask), s.cleared())
	s.refill(s.verdict, key, func() fyne.CanvasObject {
		if s.unlisted != nil {
			return emptyCard(widgets.IconWarn, catalog.L("The checklist cannot be read"),
				catalog.L("So nothing here can say whether a massage is fine; ask a clinician if you are not sure. The reason: {{.Problem}}", catalog.D{"Problem": s.unlisted}), "")
		}
		box := widgets.NewColumn(12)
		if c.Blocked() {
			box.Add(s.w.stopCard(c, s.stopButtons()))
		}
		if len(c.Ask) > 0 {
			box.Add(s.w.amberCard(catalog.L("Ask first"), c.Ask,
				catalog.L("Ask your doctor, midwife or pharmacist before you go. Note at the question who said that it is fine.")))
		}
		if o := s.otherwise(); o != nil {
			box.Add(o)
		}
		return box
	})
}

// stopButtons are what one can do where something speaks against it.
func (s *prepareScreen) stopButtons() fyne.CanvasObject {
	w := s.w
	row := widgets.NewWrap(8, 8)
	if next, booked := s.next(); booked {
		when := w.occurrenceWhen(next)
		off := widgets.NewButton(catalog.L("Call off"), widgets.Raised, func() { w.callOff(next, when) })
		off.Hint = catalog.L("Call off {{.When}}", catalog.D{"When": when})
		move := widgets.NewButton(catalog.L("Move"), widgets.Raised, func() { w.OpenAt(Booking, next.Ref()) })
		move.Hint = catalog.L("Move {{.When}}", catalog.D{"When": when})
		row.Add(off)
		row.Add(move)
	}
	row.Add(widgets.NewButton(catalog.L("Is this serious?"), widgets.Raised, func() { w.Open(Serious) }))
	return row
}

// otherwise says how far the checklist is, that nothing is against a massage,
// and what a clinician cleared; nil where there is nothing of that to say.
func (s *prepareScreen) otherwise() fyne.CanvasObject {
	c, cleared := s.list, s.cleared()
	free := !c.Blocked() && len(c.Ask) == 0
	box := widgets.NewColumn(7)
	glyph, ink, fill := widgets.IconCheck, widgets.ColorPrimaryText, widgets.ColorPrimarySoft
	title := func(text string) { box.Add(widgets.NewParagraph(text, 16, widgets.SemiBold, ink)) }
	switch {
	case c.Open() > 0:
		glyph, ink, fill = iconTodo, widgets.ColorInk, widgets.ColorSurface
		title(catalog.N("{{.Count}} question is open", "{{.Count}} questions are open", c.Open()))
		if free {
			box.Add(said(catalog.L("Nothing you told speaks against a massage so far.")))
		}
	case free:
		title(catalog.L("Nothing speaks against it"))
		box.Add(said(catalog.L("So say your answers. Should something change before you go, change it here.")))
	case len(cleared) == 0:
		return nil
	}
	for _, line := range cleared {
		box.Add(dotted(said(line)))
	}
	card := widgets.NewTintedCard(fill, widgets.NewRow(widgets.Row{Gap: 12, Tracks: []widgets.Track{{Fixed: 20}, {Grow: 1}}},
		widgets.NewColumn(0, widgets.NewPad(1, 0, 0, 0, widgets.NewIcon(glyph, 20, ink))), widgets.NewMeasure(readable, box)))
	card.Padding = 16
	return card
}

// cleared are what a clinician said to be fine, and who.
func (s *prepareScreen) cleared() (out []string) {
	now := s.w.now()
	for _, it := range s.list.Items {
		if it.State == safety.ScreenCleared {
			out = append(out, catalog.L("“{{.Question}}” {{.By}} said that a massage is fine ({{.Day}}).", catalog.D{
				"Question": it.Question.Question, "By": it.Answer.ClearedBy, "Day": s.w.dates.day(it.Answer.At.In(now.Location()), now),
			}))
		}
	}
	return out
}

func texts(list []safety.Reason) (out []string) {
	for _, r := range list {
		out = append(out, r.Text)
	}
	return out
}
