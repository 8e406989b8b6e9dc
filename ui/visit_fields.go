package ui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// longestMassage is how far the length can be stepped, in minutes.
const longestMassage = 480

func (f *visitForm) dateField() *formField {
	when := textField(catalog.L("When it began"), f.draft.when, func(s string) { f.draft.when = s; f.edited("date") })
	return newFormField(catalog.L("When it began"), catalog.L("As 2026-11-26 17:30, or 17:30 alone."), when, when)
}

// typeField are the library's types, and a line for one's own words.
func (f *visitForm) typeField() *formField {
	var ids, names []string
	minutes := map[string]int{}
	if m := f.known.library; m != nil {
		for _, t := range m.Types {
			ids, names, minutes[t.ID] = append(ids, t.ID), append(names, t.Name), t.DefaultMin
		}
	}
	var kinds *oneOf
	own := textField(catalog.L("Type in your own words"), "", nil)
	own.SetPlaceHolder(catalog.L("Or in your own words"))
	kinds = newOneOf(false, func() {
		f.draft.Type = ""
		if kinds.chosen >= 0 {
			f.draft.Type = ids[kinds.chosen]
			own.SetText("")
			f.draft.Type = ids[kinds.chosen] // the emptied line spoke of none
			f.usualLength(minutes[f.draft.Type])
		}
		f.edited("type")
	}, names...)
	kinds.set(slices.Index(ids, f.draft.Type))
	if kinds.chosen < 0 {
		own.SetText(f.draft.Type)
	}
	own.OnChanged = func(s string) {
		if strings.TrimSpace(s) != "" {
			kinds.set(-1)
		}
		f.draft.Type = s
		f.edited("type")
	}
	return newFormField(catalog.L("Type"), "", widgets.NewColumn(8, kinds.box(), own), own)
}

// usualLength takes the length that goes with a type, unless the person gave
// one.
func (f *visitForm) usualLength(minutes int) {
	if !f.timed && minutes > 0 && f.length != nil {
		f.draft.Length = time.Duration(minutes) * time.Minute
		f.length.SetValue(minutes)
	}
}

// therapistField are those who are known, and a line for the name of a new one.
func (f *visitForm) therapistField() *formField {
	var ids, names []string
	for _, t := range f.known.therapists {
		if !t.Archived || t.ID == f.draft.Therapist {
			ids, names = append(ids, t.ID), append(names, t.Name)
		}
	}
	var who *oneOf
	name := textField(catalog.L("Name of a new therapist"), "", nil)
	name.SetPlaceHolder(catalog.L("Their name, or the practice’s"))
	box := widgets.NewColumn(8)
	show := func(on bool) {
		setVisible(name, on)
		f.s.p.Reflow()
	}
	who = newOneOf(false, func() {
		fresh := who.chosen == len(ids)
		f.draft.Therapist, f.draft.fresh = "", fresh
		if who.chosen >= 0 && !fresh {
			f.draft.Therapist = ids[who.chosen]
		}
		show(fresh)
		if fresh {
			f.s.w.focus(name)
		}
		f.edited("therapist_id")
	}, append(names, catalog.L("New therapist"))...)
	who.set(slices.Index(ids, f.draft.Therapist))
	name.OnChanged = func(s string) {
		f.draft.name = s
		f.edited("therapist_id")
	}
	name.Hide()
	box.Add(who.box())
	box.Add(name)
	return newFormField(catalog.L("Therapist"), "", box, name)
}

func (f *visitForm) lengthField() *formField {
	f.length = widgets.NewStepper(catalog.L("Length in minutes"), int(f.draft.Length/time.Minute), 0, longestMassage, func(n int) {
		f.draft.Length, f.timed = time.Duration(n)*time.Minute, true
		f.edited("duration_s")
	})
	f.length.By = 5
	return newFormField(catalog.L("Minutes"), "", widgets.NewWrap(0, 0, f.length), f.length)
}

func (f *visitForm) pressureField() *formField {
	var words []string
	for n := diary.MinPressure; n <= diary.MaxPressure; n++ {
		words = append(words, sentence(pressureWord(n)))
	}
	var firm *oneOf
	firm = newOneOf(false, func() {
		f.draft.Pressure = firm.chosen + diary.MinPressure
		if firm.chosen < 0 {
			f.draft.Pressure = 0
		}
		f.edited("pressure")
	}, words...)
	firm.set(f.draft.Pressure - diary.MinPressure)
	return newFormField(catalog.L("Pressure"), "", firm.box(), firm.chips[0])
}

// techniquesField are the library's techniques; those in own words stay.
func (f *visitForm) techniquesField() *formField {
	row := widgets.NewWrap(7, 7)
	add := func(id, name string) {
		chip := widgets.NewChip(name, func(on bool) {
			f.draft.Techniques = slices.DeleteFunc(slices.Clone(f.draft.Techniques), func(x string) bool { return x == id })
			if on {
				f.draft.Techniques = append(f.draft.Techniques, id)
			}
			f.edited("techniques")
		})
		chip.SetOn(slices.Contains(f.draft.Techniques, id))
		row.Add(chip)
	}
	var known []string
	if m := f.known.library; m != nil {
		for _, t := range m.Techniques {
			add(t.ID, t.Name)
			known = append(known, t.ID)
		}
	}
	for _, t := range f.draft.Techniques {
		if !slices.Contains(known, t) {
			add(t, t)
		}
	}
	var first fyne.Focusable
	if len(row.Objects) > 0 {
		first, _ = row.Objects[0].(fyne.Focusable)
	}
	return newFormField(catalog.L("What was done"), "", row, first)
}

func (f *visitForm) painField(field, label string, to **int) {
	scale := widgets.NewPainScale(func(n int) {
		*to = nil
		if n >= 0 {
			*to = &n
		}
		f.edited(field)
	})
	scale.Name, scale.Optional = label, true
	if *to != nil {
		scale.Selected = **to
	}
	f.fields[field] = newFormField(label, "", scale, scale)
}

func (f *visitForm) costField() *formField {
	cost := textField(catalog.L("Cost"), f.draft.cost, func(s string) { f.draft.cost = strings.TrimSpace(s); f.edited("cost") })
	cost.SetPlaceHolder(catalog.L("Such as: 65 EUR"))
	return newFormField(catalog.L("Cost, if you like"), "", cost, cost)
}

func (f *visitForm) notesField() *formField {
	notes := linesField(catalog.L("Notes"), f.draft.Notes, 3, f.s.p.Reflow, func(s string) { f.draft.Notes = s; f.edited("notes") })
	return newFormField(catalog.L("Notes, if you like"), "", notes, notes)
}
