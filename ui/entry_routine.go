package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// routine is the page of one routine.
func (s *entryScreen) routine(r *content.Routine) fyne.CanvasObject {
	do := []fyne.CanvasObject{s.itemsCard(r)}
	if len(r.Optional) > 0 {
		do = append(do, s.optionalCard(r))
	}
	var know []fyne.CanvasObject
	if r.Note != "" {
		know = append(know, titled(catalog.L("Good to know"), said(r.Note)))
	}
	if rules := s.rulesCard(); rules != nil {
		know = append(know, rules)
	}
	notes := []string{}
	if r.Pack == "" {
		notes = append(notes, catalog.L("Which exercises and in which order is our own choice, not tested as a set. Each exercise names its own sources."))
	}
	do = append(do, s.sourcesCard(notes, r.Cited))
	sub := ""
	if r.When != "" {
		sub = catalog.L("Good for: {{.When}}", catalog.D{"When": r.When})
	}
	advice := s.w.judge().Routine(r)
	start := s.w.startButton("routine:"+r.ID, r.Name, advice.Verdict)
	start.Kind = widgets.Primary
	head := s.w.subHead(r.Name, sub, s.w.likeAndStart("routine:"+r.ID, start))
	return s.frame(withTools(head, s.w.routineTools(r)), s.w.verdictCard("", advice), nil, do, know)
}

// itemsCard is how long it takes, and the exercises in order, each leading to
// its own page.
func (s *entryScreen) itemsCard(r *content.Routine) fyne.CanvasObject {
	place, rest := "", ""
	if r.Place != "" {
		place = positionName(r.Place)
	}
	if r.RestS > 0 {
		rest = catalog.L("{{.Time}} of rest between two", catalog.D{"Time": lasts(r.RestS)})
	}
	rows, seconds := s.items(r)
	box := widgets.NewColumn(0,
		amount(lasts(seconds), catalog.N("{{.Count}} exercise", "{{.Count}} exercises", len(r.Items)), place, rest),
		widgets.NewPad(12, 0, 0, 0, widgets.NewLine()))
	if r.Pregnancy == content.OnlyPregnant {
		box.Objects = append([]fyne.CanvasObject{widgets.NewPad(0, 0, 8, 0, widgets.NewWrap(0, 0, widgets.NewPill(catalog.L("For pregnancy"), widgets.Accent)))}, box.Objects...)
	}
	for i, row := range rows {
		if i > 0 {
			box.Add(widgets.NewLine())
		}
		box.Add(row)
	}
	return titled(catalog.L("What to do"), box)
}

// items are the rows of a routine as this person does it, others in the place
// of what does not suit them, and how long that takes with the rests, in
// seconds.
func (s *entryScreen) items(r *content.Routine) (rows []fyne.CanvasObject, seconds int) {
	judge := s.w.judge()
	instead := judge.Replacements(r)
	seconds = r.RestS * max(len(r.Items)-1, 0)
	for i, item := range r.Items {
		e, reps, hold, note := item.Exercise, item.Reps(), item.HoldS(), ""
		if other := instead[item.ExerciseID]; other != nil {
			note = catalog.L("instead of {{.Name}}", catalog.D{"Name": e.Name})
			e, reps, hold = other, other.Reps, other.HoldS
		}
		side := item.SideOf(e)
		takes := e.DoneOn(side, reps, hold)
		seconds += takes
		mark, tone := verdictMark(judge.Exercise(e).Verdict)
		rows = append(rows, s.itemRow(i+1, e, sided(e, side, dose(reps, hold)), note, takes, mark, tone))
	}
	return rows, seconds
}

// itemRow is one exercise of a routine; note stands below it.
func (s *entryScreen) itemRow(n int, e *content.Exercise, amount, note string, seconds int, mark string, tone widgets.Tone) fyne.CanvasObject {
	name := widgets.NewLink(e.Name, func() { s.w.OpenAt(Entry, "exercise:"+e.ID) })
	words := widgets.NewColumn(2, name, widgets.NewParagraph(amount, 13, widgets.Regular, widgets.ColorInk2))
	if note != "" {
		words.Add(widgets.NewParagraph(note, 13, widgets.Regular, widgets.ColorInk2))
	}
	tail := widgets.NewWrap(6, 6)
	if mark != "" {
		tail.Add(widgets.NewPill(mark, tone))
	}
	tail.Add(widgets.NewPill(lasts(seconds), widgets.Neutral))
	return widgets.NewPad(10, 0, 10, 0, widgets.NewRow(widgets.Row{Gap: 14, Center: true, Tracks: []widgets.Track{{Fixed: 28}, {Grow: 1}}},
		widgets.NewNumber(n),
		widgets.NewRow(widgets.Row{Gap: 8, Center: true, Below: 340, Tracks: []widgets.Track{{Grow: 1}}}, words, tail)))
}

// optionalCard are exercises one may add.
func (s *entryScreen) optionalCard(r *content.Routine) fyne.CanvasObject {
	box := widgets.NewColumn(8, said(catalog.L("Left out unless you turn them on:")))
	for _, id := range r.Optional {
		if e, ok := exerciseOf(s.w.library(), id); ok {
			box.Add(widgets.NewLink(e.Name, func() { s.w.OpenAt(Entry, "exercise:"+e.ID) }))
		}
	}
	return titled(catalog.L("If you like"), box)
}

// rulesCard is what holds for every routine; nil if it cannot be read.
func (s *entryScreen) rulesCard() fyne.CanvasObject {
	all, err := s.w.library().Routines()
	if err != nil || len(all.Rule) == 0 {
		return nil
	}
	box := widgets.NewColumn(16)
	for _, part := range []struct {
		when  content.RuleTime
		title string
	}{
		{"before", catalog.L("Before")},
		{"during", catalog.L("During")},
		{"after", catalog.L("Afterwards")},
		{"how-often", catalog.L("How often")},
	} {
		group := widgets.NewColumn(8, widgets.NewParagraph(part.title, 13, widgets.SemiBold, widgets.ColorInk2))
		for _, rule := range all.Rule {
			if rule.When != part.when {
				continue
			}
			links := []fyne.CanvasObject{said(rule.Text)}
			if len(rule.Sources) > 0 {
				links = append(links, s.w.sourceLinks(rule.Sources)...)
			} else if rule.Ours {
				links = append(links, widgets.NewParagraph(catalog.L("Our own rule"), 13, widgets.Regular, widgets.ColorInk2))
			}
			group.Add(widgets.NewColumn(2, links...))
		}
		box.Add(group)
	}
	return titled(catalog.L("Every routine"), box)
}
