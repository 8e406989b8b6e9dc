package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/massage"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// knowsThem tells whether the person was at the therapist of the next
// appointment before.
func (s *prepareScreen) knowsThem() bool {
	next, booked := s.next()
	return booked && next.Therapist != "" &&
		slices.ContainsFunc(s.known.visits, func(v Visited) bool { return v.Therapist == next.Therapist })
}

// fillQuestions shows what to ask somebody new; folded where they are not.
func (s *prepareScreen) fillQuestions() {
	m := s.known.library
	if m == nil {
		s.refill(s.ask, "", func() fyne.CanvasObject { return nil })
		return
	}
	list, knows := massage.Questions(m, s.w.about.profile), s.knowsThem()
	s.refill(s.ask, fmt.Sprint(len(list), knows), func() fyne.CanvasObject {
		rows := func() fyne.CanvasObject {
			box := widgets.NewColumn(8)
			var sources []safety.Reason
			for _, q := range list {
				box.Add(dotted(said(q.Text)))
				sources = append(sources, safety.Reason{Sources: q.Sources})
			}
			if o := s.w.reasonSources(safety.Advice{Reasons: sources}); o != nil {
				box.Add(widgets.NewPad(4, 0, 0, 0, o))
			}
			return widgets.NewMeasure(readable, box)
		}
		title := catalog.L("Questions to ask a therapist you do not know")
		if !knows {
			return widgets.NewCard(widgets.NewColumn(10, sectionTitle(title), rows()))
		}
		fold := widgets.NewFolded(title, rows)
		fold.OnChanged = func(bool) { s.p.Reflow() }
		card := widgets.NewCard(fold)
		card.Padding = 8
		card.Content = widgets.NewPad(0, 10, 0, 10, fold)
		return card
	})
}

// fillPregnancy shows what holds for a massage in a pregnancy.
func (s *prepareScreen) fillPregnancy() {
	p, m := s.w.about.profile.Pregnancy, s.known.library
	var hold []safety.ScreeningItem
	for _, it := range s.list.Items {
		if slices.Contains(it.Question.Conditions, content.Pregnant) && it.Verdict() != safety.Allowed {
			hold = append(hold, it)
		}
	}
	if m == nil || !p.Is && len(hold) == 0 {
		s.refill(s.pregnancy, "", func() fyne.CanvasObject { return nil })
		return
	}
	words := ""
	if p.Is {
		words = p.Words(s.w.now())
	}
	key := words
	for _, it := range hold {
		key += ";" + it.Question.ID
	}
	s.refill(s.pregnancy, key, func() fyne.CanvasObject {
		box := widgets.NewColumn(8, sectionTitle(catalog.L("In pregnancy")))
		if words != "" {
			box.Add(aside(words))
		}
		var cited []safety.Reason
		for _, it := range hold {
			if it.Question.Note != "" {
				box.Add(dotted(said(it.Question.Note)))
				cited = append(cited, safety.Reason{Sources: it.Question.Sources})
			}
		}
		for _, t := range m.Types {
			if t.NeedsScreen == "pregnancy" {
				box.Add(dotted(said(catalog.L("{{.Name}}: {{.Text}}", catalog.D{"Name": t.Name, "Text": t.What}))))
				cited = append(cited, safety.Reason{Sources: t.Sources})
			}
		}
		length := catalog.L("To begin with: {{.Length}}.", catalog.D{"Length": catalog.Minutes(m.Session.PregnancyMin)})
		if slices.Contains(m.Session.Ours, "pregnancy_min") {
			length += " " + catalog.L("That number is our own choice.")
		}
		box.Add(dotted(said(length)))
		if o := s.w.reasonSources(safety.Advice{Reasons: cited}); o != nil {
			box.Add(o)
		}
		box.Add(widgets.NewLink(catalog.L("What I told about me"), func() { s.w.Open(AboutMe) }))
		return widgets.NewCard(widgets.NewMeasure(readable, box))
	})
}

// fillReading leads to what there is to read before a massage.
func (s *prepareScreen) fillReading() {
	ids := []string{"massage-precautions", "massage-techniques", topicTherapist, topicAfterwards}
	if s.w.about.profile.Pregnancy.Is {
		ids = append(ids, "massage-pregnancy")
	}
	s.refill(s.reading, fmt.Sprint(ids), func() fyne.CanvasObject { return s.w.reading(ids...) })
}
