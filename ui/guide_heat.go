package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// heatCold is which one in which situation, how long, and who must not.
func (l *leaf) heatCold(t topic) {
	h, err := l.lib.HeatCold()
	if err != nil {
		l.unread(err)
		return
	}
	for _, m := range []struct {
		modality content.Modality
		name     string
	}{{content.Heat, catalog.L("Heat")}, {content.Cold, catalog.L("Cold")}} {
		if v := l.verdict(m.name, l.judge.HeatCold(m.modality)); v != nil {
			l.box.Add(v)
		}
	}
	var known []fyne.CanvasObject
	for _, p := range h.Points {
		known = append(known, dotted(l.say(p.Text, p.Cited, ours(p.Ours)...)))
	}
	l.mark("heat-cold", "points", l.section(catalog.L("What is known"), known...))
	l.choices(h)
	l.timers(h)
	l.precautionList(catalog.L("Warm, never hot"), "heat-cold.precaution", h.Precautions)
	l.skinCheck(h.SkinCheck)
	l.precautionList(catalog.L("Never"), "heat-cold.never", h.Never)
	l.whoMustNot(h)
	var rules []fyne.CanvasObject
	for _, r := range h.Rules {
		rules = append(rules, dotted(l.say(r.Text, r.Cited, ours(r.Ours)...)))
	}
	l.mark("heat-cold", "rules", l.section(catalog.L("How the timers behave"), rules...))
	l.article(t, true)
}

// choices are which one to try in which situation.
func (l *leaf) choices(h *content.HeatCold) {
	var rows []fyne.CanvasObject
	for i, c := range h.Choices {
		box := widgets.NewColumn(8)
		if i > 0 {
			box.Add(widgets.NewLine())
		}
		why := widgets.NewColumn(2)
		if c.Advice != "" {
			why.Add(widgets.NewParagraph(sentence(c.Advice), 14, widgets.Medium, widgets.ColorInk))
		}
		why.Add(l.say(c.Why, c.Cited))
		box.Add(widgets.NewRow(widgets.Row{Gap: 14, Below: 520, Tracks: []widgets.Track{{Grow: 1.1}, {Fixed: 92}, {Grow: 1.3}}},
			widgets.NewParagraph(c.Situation, 14.5, widgets.SemiBold, widgets.ColorInk),
			widgets.NewWrap(0, 0, l.suggestion(c.Suggest)), why))
		rows = append(rows, l.mark("heat-cold.choice", c.ID, box))
	}
	l.section(catalog.L("Which one"), rows...)
}

// suggestion is what a situation suggests. What is held back is not suggested.
func (l *leaf) suggestion(s content.Suggestion) *widgets.Pill {
	switch s {
	case "heat":
		if !l.judge.HeatCold(content.Heat).Suggest() {
			return widgets.NewPill(catalog.L("Not heat"), widgets.Amber)
		}
		return widgets.NewPill(catalog.L("Heat"), widgets.Heat)
	case "cold":
		if !l.judge.HeatCold(content.Cold).Suggest() {
			return widgets.NewPill(catalog.L("Not cold"), widgets.Amber)
		}
		return widgets.NewPill(catalog.L("Cold"), widgets.Cold)
	case "stop":
		return widgets.NewPill(catalog.L("Stop"), widgets.Amber)
	default:
		return widgets.NewPill(catalog.L("Either"), widgets.Neutral)
	}
}

// timers are how long, how often, and where the numbers come from.
func (l *leaf) timers(h *content.HeatCold) {
	var rows []fyne.CanvasObject
	for i, t := range h.Timers {
		box := widgets.NewColumn(5)
		if i > 0 {
			box.Add(widgets.NewPad(0, 0, 6, 0, widgets.NewLine()))
		}
		box.Add(widgets.NewParagraph(t.Name, 14.5, widgets.SemiBold, widgets.ColorInk))
		own := func(field string) bool { return slices.Contains(t.Ours, field) }
		switch {
		case !t.Offered:
			box.Add(widgets.NewWrap(0, 0, widgets.NewPill(catalog.L("Not offered"), widgets.Neutral)))
		case t.Untimed:
			box.Add(said(t.Advice))
		default:
			box.Add(fact(catalog.L("To begin with"), minutesOf(t.DefaultMin), own("default_min")))
			box.Add(fact(catalog.L("Never longer than"), minutesOf(t.HardStopMin), own("hard_stop_min")))
			box.Add(fact(catalog.L("Until the next at the same place"), minutesOf(t.GapMin), own("gap_min")))
			if t.MaxPerDay > 0 {
				box.Add(fact(catalog.L("In a day at most"), catalog.N("{{.Count}} time", "{{.Count}} times", t.MaxPerDay), own("max_per_day")))
			}
			if t.PregnancyMaxMin > 0 {
				box.Add(fact(catalog.L("In pregnancy at most"), minutesOf(t.PregnancyMaxMin), own("pregnancy_max_min")))
			}
		}
		basis := l.say(t.Basis, t.Cited)
		basis.TextSize, basis.Color = 13, widgets.ColorInk2
		box.Add(basis)
		rows = append(rows, l.mark("heat-cold.timer", t.ID, box))
	}
	l.section(catalog.L("How long"), rows...)
}

func (l *leaf) precautionList(title, kind string, list []content.Precaution) {
	var rows []fyne.CanvasObject
	for _, p := range list {
		rows = append(rows, l.mark(kind, p.ID, dotted(l.say(p.Text, p.Cited))))
	}
	l.section(title, rows...)
}

// skinCheck is how to look at the skin.
func (l *leaf) skinCheck(c content.SkinCheck) {
	rows := []fyne.CanvasObject{
		l.say(sentence(c.At)+".", c.Cited),
		widgets.NewParagraph(catalog.L("This is fine"), 13.5, widgets.SemiBold, widgets.ColorInk2),
	}
	for _, s := range c.Fine {
		rows = append(rows, dotted(said(s)))
	}
	rows = append(rows, widgets.NewParagraph(catalog.L("Stop at"), 13.5, widgets.SemiBold, widgets.ColorInk2))
	for _, s := range c.Stop {
		rows = append(rows, dotted(said(s)))
	}
	rows = append(rows, said(c.Then),
		labelled(catalog.L("On brown or black skin"), said(c.BrownOrBlackSkin)))
	l.mark("heat-cold", "skin-check", l.section(catalog.L("Look at the skin"), rows...))
}

// whoMustNot are the questions that come before heat or cold.
func (l *leaf) whoMustNot(h *content.HeatCold) {
	rows := []fyne.CanvasObject{widgets.NewParagraph(catalog.L("What a yes means:"), 13.5, widgets.Regular, widgets.ColorInk2)}
	for _, s := range h.Screening {
		box := widgets.NewColumn(5, widgets.NewLine(), l.say(s.Question, s.Cited), widgets.NewWrap(8, 6,
			answer(catalog.L("Heat"), s.Heat), answer(catalog.L("Cold"), s.Cold)))
		for _, n := range []string{s.HeatNote, s.ColdNote, s.Note} {
			if n != "" {
				box.Add(widgets.NewParagraph(n, 13.5, widgets.Regular, widgets.ColorInk2))
			}
		}
		rows = append(rows, l.mark("heat-cold.screening", s.ID, box))
	}
	l.section(catalog.L("Who must not, and who asks first"), rows...)
}

// answer says what a yes means for heat, or for cold.
func answer(what string, v content.Verdict) *widgets.Pill {
	d := catalog.D{"What": what}
	switch v {
	case content.No:
		return widgets.NewPill(catalog.L("{{.What}}: no", d), widgets.Amber)
	case content.AskFirst:
		return widgets.NewPill(catalog.L("{{.What}}: ask first", d), widgets.Amber)
	case content.Limited:
		return widgets.NewPill(catalog.L("{{.What}}: within limits", d), widgets.Amber)
	default:
		return widgets.NewPill(catalog.L("{{.What}}: fine", d), widgets.Accent)
	}
}
