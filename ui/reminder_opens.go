package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

// opensChoice is something a reminder can open.
type opensChoice struct {
	label  string
	action settings.Action
}

// opensChoices are the screens, and from actsFrom on what Start can begin.
func (f *reminderForm) opensChoices() (all []opensChoice, actsFrom int) {
	screens := []Screen{Today, Posture, Stretch, Relief, Massage, Journal}
	if f.draft.action == (settings.Action{Screen: string(Settings)}) {
		screens = append(screens, Settings)
	}
	for _, s := range screens {
		all = append(all, opensChoice{screenName(s), settings.Action{Screen: string(s)}})
	}
	actsFrom = len(all)
	for _, x := range []struct {
		label string
		act   settings.Act
	}{
		{catalog.L("Heat timer"), settings.ActHeat}, {catalog.L("Cold timer"), settings.ActCold}, {catalog.L("Breathing"), settings.ActBreathing},
	} {
		a, err := settings.ParseAction(string(x.act))
		if err == nil {
			all = append(all, opensChoice{x.label, a})
		}
	}
	return append(all, opensChoice{catalog.L("A routine"), settings.Action{Screen: string(Stretch), Act: settings.ActRoutine}}), actsFrom
}

// opens is the field that says what the reminder opens.
func (f *reminderForm) opens() fyne.CanvasObject {
	all, actsFrom := f.opensChoices()
	var labels []string
	for _, c := range all {
		labels = append(labels, c.label)
	}
	more := widgets.NewColumn(12)
	var what *oneOf
	what = newOneOf(true, func() {
		if a := all[what.chosen].action; a.Act == "" || a.Act != f.draft.action.Act {
			f.draft.action = a
		}
		f.fillMore(more)
		f.edited("opens")
		f.s.p.Reflow()
	}, labels...)
	for i, c := range all {
		if a := f.draft.action; c.action.Act == a.Act && (a.Act != "" || c.action.Screen == a.Screen) {
			what.set(i)
		}
	}
	row := func(from, to int) fyne.CanvasObject {
		w := widgets.NewWrap(8, 8)
		for _, c := range what.chips[from:to] {
			w.Add(c)
		}
		return w
	}
	small := func(text string) fyne.CanvasObject {
		return widgets.NewParagraph(text, 13, widgets.Regular, widgets.ColorInk2)
	}
	f.fillMore(more)
	f.fields["opens"] = newFormField(catalog.L("What it opens"), "", widgets.NewColumn(8,
		small(catalog.L("A screen, when you click the reminder:")), row(0, actsFrom),
		widgets.NewPad(6, 0, 0, 0, small(catalog.L("Or something its Start button begins:"))), row(actsFrom, len(all)), more), what.chips[0])
	return f.fields["opens"].box
}

// fillMore asks what has to be known of what Start begins.
func (f *reminderForm) fillMore(box *fyne.Container) {
	box.RemoveAll()
	switch f.draft.action.Act {
	case settings.ActHeat, settings.ActCold:
		f.fillLength(box)
	case settings.ActBreathing:
		f.fillLength(box)
		box.Add(widgets.NewParagraph(catalog.L("Belly breathing, guided on screen."), 13, widgets.Regular, widgets.ColorInk2))
	case settings.ActRoutine:
		f.fillRoutines(box)
	}
	setVisible(box, len(box.Objects) > 0)
}

// longestAsked is the longest that can be asked for, in minutes.
const longestAsked = 60

// fillLength asks for how long, and says where heat and cold are stopped.
func (f *reminderForm) fillLength(box *fyne.Container) {
	w, a := f.s.w, &f.draft.action
	note := widgets.NewParagraph("", 13, widgets.Medium, widgets.ColorInk2)
	say := func() {
		text := w.stopNote(*a)
		note.SetText(text)
		setVisible(note, text != "")
	}
	minutes := widgets.NewStepper(catalog.L("Minutes"), int(a.Length/time.Minute), 1, longestAsked, func(n int) {
		a.Length = time.Duration(n) * time.Minute
		say()
		f.edited("opens")
		f.s.p.Reflow()
	})
	say()
	box.Add(widgets.NewRow(widgets.Row{Gap: 12, Center: true, Tracks: []widgets.Track{{}, {Grow: 1}}},
		widgets.NewWrap(0, 0, minutes), widgets.NewParagraph(catalog.L("minutes"), 14, widgets.Regular, widgets.ColorInk)))
	box.Add(note)
	m := modalityOf(a.Act)
	if m == "" {
		return
	}
	if v := w.verdictCard("", w.judge().HeatCold(m)); v != nil {
		box.Add(v)
	}
	more := widgets.NewLink(catalog.L("How to do it safely, with the sources"), func() { w.OpenAt(Guide, "heat-and-cold") })
	box.Add(more)
}

// stopNote says where heat or cold is stopped, whatever is asked for.
func (w *Window) stopNote(a settings.Action) string {
	most := w.longestTimer(a.Act)
	d := catalog.D{"Length": catalog.Length(a.Length), "Most": catalog.Length(most)}
	switch {
	case most == 0:
		return ""
	case a.Length > most:
		return catalog.L("You ask for {{.Length}}. It will be held to {{.Most}}: no longer is safe by the sources of our library.", d)
	}
	return catalog.L("At most {{.Most}}, by the sources of our library.", d)
}

// fillRoutines offers the routines there are.
func (f *reminderForm) fillRoutines(box *fyne.Container) {
	a := &f.draft.action
	var ids, names []string
	at := -1
	for _, r := range f.s.w.allRoutines() {
		if r.ID == a.Routine {
			at = len(ids)
		}
		ids, names = append(ids, r.ID), append(names, r.Name)
	}
	if at < 0 && a.Routine != "" {
		at = len(ids)
		ids, names = append(ids, a.Routine), append(names, catalog.L("{{.Name}}, which is not there now", catalog.D{"Name": a.Routine}))
	}
	var which *oneOf
	which = newOneOf(false, func() {
		a.Routine = ""
		if which.chosen >= 0 {
			a.Routine = ids[which.chosen]
		}
		f.edited("opens")
	}, names...)
	which.set(at)
	box.Add(widgets.NewPad(6, 0, 0, 0, widgets.NewColumn(8,
		widgets.NewParagraph(catalog.L("Which routine"), 13.5, widgets.Medium, widgets.ColorInk), which.box())))
}
