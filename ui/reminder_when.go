package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// when are the fields that say when it comes: at times of day on some days, or
// after sitting.
func (f *reminderForm) when() fyne.CanvasObject {
	d := &f.draft
	at := widgets.NewColumn(16, f.timesField(), f.daysField())
	sitting := widgets.NewColumn(16, f.everyField())
	var how *oneOf
	show := func() {
		setVisible(at, !d.sitting)
		setVisible(sitting, d.sitting)
	}
	how = newOneOf(true, func() {
		d.sitting = how.chosen == 1
		show()
		f.touched()
		f.s.p.Reflow()
	}, catalog.L("At times of day"), catalog.L("After sitting"))
	if d.sitting {
		how.set(1)
	}
	show()
	return widgets.NewColumn(12, newFormField(catalog.L("When it comes"), "", how.box(), how.chips[0]).box, at, sitting)
}

// timesField are the times of day, and a line to add one.
func (f *reminderForm) timesField() fyne.CanvasObject {
	d := &f.draft
	entry := textField(catalog.L("Time to add"), d.time, func(s string) { d.time = s; f.edited("at") })
	entry.SetPlaceHolder(catalog.L("Such as 15:00"))
	chips := widgets.NewWrap(7, 7)
	fill := func() {
		chips.RemoveAll()
		for _, t := range d.At {
			b := widgets.NewButton(t.String(), widgets.Quiet, nil)
			b.Small, b.Glyph, b.Hint = true, &widgets.IconClose, catalog.L("Remove {{.Time}}", catalog.D{"Time": t})
			b.OnTapped = func() {
				d.At = slices.DeleteFunc(slices.Clone(d.At), func(x reminders.TimeOfDay) bool { return x == t })
				f.timesChanged()
				f.s.w.focus(entry)
			}
			chips.Add(b)
		}
		setVisible(chips, len(d.At) > 0)
	}
	add := func() {
		times, err := f.times()
		if err != nil {
			failFields(&f.formHead, f.fields, []*diary.FieldError{err})
			return
		}
		d.At, d.time = times, ""
		entry.SetText("")
		f.timesChanged()
		f.s.w.focus(entry)
	}
	entry.OnSubmitted = func(string) { add() }
	button := smallButton(catalog.L("Add"), catalog.L("Add the time"), widgets.Quiet, add)
	f.timesChanged = func() {
		fill()
		f.edited("at")
		f.s.p.Reflow()
	}
	fill()
	f.fields["at"] = newFormField(catalog.L("Times of day"), "", widgets.NewColumn(8, chips,
		widgets.NewRow(widgets.Row{Gap: 8, Center: true, Tracks: []widgets.Track{{Fixed: 150}, {}}}, entry, button)), entry)
	return f.fields["at"].box
}

// times are the times of day with those that are typed and not added yet.
func (f *reminderForm) times() ([]reminders.TimeOfDay, *diary.FieldError) {
	times := slices.Clone(f.draft.At)
	for _, word := range strings.FieldsFunc(f.draft.time, func(r rune) bool { return r == ',' || r == ';' || r == ' ' }) {
		t, err := reminders.ParseTimeOfDay(word)
		if err != nil || t >= reminders.Clock(24, 0, 0) {
			return nil, &diary.FieldError{
				Field: "at", Problem: catalog.L("“{{.Given}}” is not a time of day", catalog.D{"Given": shortText(word, 20)}),
				Hint: catalog.L("write it as 15:00; midnight is 00:00"),
			}
		}
		if !slices.Contains(times, t) {
			times = append(times, t)
		}
	}
	if len(times) > mostTimes {
		return nil, &diary.FieldError{
			Field: "at", Problem: catalog.L("{{.Count}} times a day are the most", catalog.D{"Count": mostTimes}),
			Hint: catalog.L("remove some, or let it come after sitting"),
		}
	}
	slices.Sort(times)
	return times, nil
}

// mostTimes is how often a day a reminder can come at a time of day.
const mostTimes = 48

// shortText is a text of at most so many characters.
func shortText(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// daysField are the days of the week, with every day and the working days in
// one press.
func (f *reminderForm) daysField() fyne.CanvasObject {
	d := &f.draft
	var days *daysInput
	var presets *oneOf
	sets := []reminders.Weekdays{reminders.EveryDay, workdays}
	show := func() {
		days.show(d.Days.String())
		presets.set(slices.Index(sets, d.Days&reminders.EveryDay))
	}
	days = newDaysInput(func(v string) {
		if set, err := reminders.ParseWeekdays(v); err == nil {
			d.Days = set
		}
		show()
		f.edited("days")
	})
	presets = newOneOf(false, func() {
		if presets.chosen >= 0 {
			d.Days = sets[presets.chosen]
		}
		show()
		f.edited("days")
	}, catalog.L("Every day"), catalog.L("Weekdays"))
	show()
	f.fields["days"] = newFormField(catalog.L("Days"), "", widgets.NewColumn(8, presets.box(), days.object()), presets.chips[0])
	return f.fields["days"].box
}

// everyField is how long one sits until it comes.
func (f *reminderForm) everyField() fyne.CanvasObject {
	d := &f.draft
	lengths := []string{"20 min", "30 min", "45 min", "1 h", "1 h 30 min", "2 h"}
	var few *oneOf
	entry := textField(catalog.L("Sitting time"), d.every, nil)
	few = newOneOf(false, func() {
		if few.chosen >= 0 {
			d.every = lengths[few.chosen]
			entry.SetText(d.every)
		}
		few.set(slices.Index(lengths, d.every))
		f.edited("every")
	}, lengths...)
	few.set(slices.Index(lengths, d.every))
	entry.OnChanged = func(s string) {
		d.every = s
		few.set(slices.Index(lengths, strings.TrimSpace(s)))
		f.edited("every")
	}
	f.fields["every"] = newFormField(catalog.L("After sitting for"), catalog.L("Counts only while you are at your desk."),
		widgets.NewColumn(8, widgets.NewRow(widgets.Row{Tracks: []widgets.Track{{Fixed: 150}}}, entry), few.box()), entry)
	return f.fields["every"].box
}
