package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/ui/widgets"
)

// importExtras are what a calendar file does not say: the kind of massage and who
// gives it, for all that is picked.
type importExtras struct {
	box             fyne.CanvasObject
	kind, therapist string // empty leaves it as the file has it
}

// newImportExtras is nil where there is nothing to say it about.
func newImportExtras(f *calendarForm) *importExtras {
	e := &importExtras{}
	if calendar.Todo(f.file.steps) == 0 {
		return nil
	}
	fold := widgets.NewFolded(catalog.L("Kind of massage and therapist, for all that are ticked"), func() fyne.CanvasObject {
		box := widgets.NewColumn(14)
		if m := f.file.library; m != nil {
			var ids, names []string
			for _, t := range m.Types {
				ids, names = append(ids, t.ID), append(names, t.Name)
			}
			box.Add(labelled(catalog.L("Type"), choiceOf(ids, names, func(id string) { e.kind = id })))
		}
		var ids, names []string
		for _, t := range f.file.therapists {
			if !t.Archived {
				ids, names = append(ids, t.ID), append(names, t.Name)
			}
		}
		if len(ids) > 0 {
			box.Add(labelled(catalog.L("Therapist"), choiceOf(ids, names, func(id string) { e.therapist = id })))
		}
		return widgets.NewPad(4, 0, 10, 0, box)
	})
	fold.OnChanged = func(bool) { f.s.p.Reflow() }
	e.box = foldedCard(fold)
	return e
}

// foldedCard is a card around a fold, which has room of its own.
func foldedCard(fold *widgets.Folded) fyne.CanvasObject {
	card := widgets.NewCard(widgets.NewPad(0, 12, 0, 12, fold))
	card.Padding = 6
	return card
}

// choiceOf are chips of which at most one is chosen; set hears its id.
func choiceOf(ids, names []string, set func(id string)) fyne.CanvasObject {
	var o *oneOf
	o = newOneOf(false, func() {
		if o.chosen < 0 {
			set("")
		} else {
			set(ids[o.chosen])
		}
	}, names...)
	return o.box()
}

// say puts them into the events of a file.
func (e *importExtras) say(p *calendar.Parsed) {
	if e == nil {
		return
	}
	for i := range p.Events {
		a := &p.Events[i].Appointment
		if e.kind != "" {
			a.Type = e.kind
		}
		if e.therapist != "" {
			a.Therapist = e.therapist
		}
	}
}
