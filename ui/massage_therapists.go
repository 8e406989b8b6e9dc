package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// therapistsCard lists those who give massages.
func (s *massageScreen) therapistsCard() fyne.CanvasObject {
	add := smallButton(catalog.L("Add"), catalog.L("Add a therapist"), widgets.Quiet, func() { s.w.OpenAt(Visit, partTherapist+partNew) })
	box := widgets.NewColumn(4, widgets.NewBar(8, widgets.NewCardTitle(catalog.L("Therapists")), add))
	var archived []Therapist
	shown := 0
	for _, t := range s.known.therapists {
		if t.Archived {
			archived = append(archived, t)
			continue
		}
		if shown++; shown > 1 {
			box.Add(widgets.NewLine())
		}
		box.Add(s.therapistRow(t))
	}
	if shown == 0 {
		box.Add(widgets.NewParagraph(catalog.L("Nobody yet. Add one here, or while you log a visit."), 14, widgets.Regular, widgets.ColorInk2))
	}
	if len(archived) > 0 {
		fold := widgets.NewFolded(catalog.L("Archived ({{.Count}})", catalog.D{"Count": len(archived)}), func() fyne.CanvasObject {
			rows := widgets.NewColumn(0)
			for _, t := range archived {
				rows.Add(s.therapistRow(t))
			}
			return rows
		})
		fold.OnChanged = func(bool) { s.p.Reflow() }
		box.Add(fold)
	}
	return widgets.NewCard(box)
}

// therapistRow is one of them: how many visits, and of what type as a rule.
func (s *massageScreen) therapistRow(t Therapist) fyne.CanvasObject {
	d := catalog.D{"Name": t.Name}
	change := smallButton(catalog.L("Change"), catalog.L("Change {{.Name}}", d), widgets.Plain, func() { s.w.OpenAt(Visit, partTherapist+t.ID) })
	archive := widgets.NewButton(catalog.L("Archive"), widgets.Plain, func() { s.archive(t, true) })
	archive.Hint = catalog.L("Archive {{.Name}}", d)
	if t.Archived {
		archive = widgets.NewButton(catalog.L("Bring back"), widgets.Plain, func() { s.archive(t, false) })
		archive.Hint = catalog.L("Bring {{.Name}} back", d)
	}
	archive.Small = true
	box := widgets.NewColumn(1, widgets.NewRow(headRow,
		widgets.NewPad(4, 0, 0, 0, widgets.NewParagraph(t.Name, 14.5, widgets.SemiBold, widgets.ColorInk)),
		besideTitle(change, archive)))
	if t.Practice != "" {
		box.Add(widgets.NewParagraph(t.Practice, 13, widgets.Regular, widgets.ColorInk2))
	}
	box.Add(widgets.NewParagraph(s.visitsTo(t.ID), 13, widgets.Regular, widgets.ColorInk2))
	return widgets.NewPad(4, 0, 6, 0, box)
}

// visitsTo is "5 visits · Deep tissue massage".
func (s *massageScreen) visitsTo(id string) string {
	n, best := 0, ""
	types := map[string]int{}
	for _, v := range s.known.visits { // of two as usual, the latest
		if v.Therapist != id {
			continue
		}
		n++
		if v.Type == "" {
			continue
		}
		types[v.Type]++
		if types[v.Type] >= types[best] {
			best = v.Type
		}
	}
	text := catalog.N("{{.Count}} visit", "{{.Count}} visits", n)
	if best != "" {
		text += " · " + massageType(s.known.library, best)
	}
	return text
}

// archive takes a therapist out of what is offered, or brings them back.
func (s *massageScreen) archive(t Therapist, on bool) {
	set := func(on bool) func() error {
		return func() error {
			_, _, err := s.w.Visits.ChangeTherapist(t.ID, func(x Therapist) (Therapist, error) {
				x.Archived = on
				return x, nil
			})
			return err
		}
	}
	what, said := catalog.L("Archiving"), catalog.L("Archived: {{.Name}}. Their visits stay.", catalog.D{"Name": t.Name})
	if !on {
		what, said = catalog.L("Bringing back"), catalog.L("Brought back: {{.Name}}.", catalog.D{"Name": t.Name})
	}
	s.w.ask(what, set(on), func() {
		s.shown()
		s.w.offerUndo(said, func() { s.w.ask(catalog.L("Undo"), set(!on), s.shown) })
	})
}
