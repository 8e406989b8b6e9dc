package ui

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

// ownReminders is the card of the Settings screen that lists the person's own
// reminders.
type ownReminders struct {
	w    *Window
	card *widgets.Card
	add  *widgets.Button
	list *rowList
	rows map[string]ownRow
}

// ownRow is one of them.
type ownRow struct {
	on   *widgets.Switch
	next *widgets.Text
}

// partOwn is the part of the Settings screen where they are.
const partOwn = "own"

func newOwnReminders(w *Window) *ownReminders {
	c := &ownReminders{w: w, list: newRowList()}
	c.add = widgets.NewButton(catalog.L("New reminder"), widgets.Quiet, func() { w.OpenAt(Reminder, partNew) })
	c.card = widgets.NewCard(widgets.NewColumn(6,
		widgets.NewRow(widgets.Row{Gap: 12, Below: 420, Tracks: []widgets.Track{{Grow: 1}}},
			widgets.NewColumn(3,
				widgets.NewHeading(catalog.L("Reminders of your own"), 16.5, widgets.SemiBold, widgets.ColorInk),
				widgets.NewParagraph(catalog.L("A heat pack at three, a glass of water, your medicine: whatever you like."), 13.5, widgets.Regular, widgets.ColorInk2)),
			widgets.NewColumn(0, widgets.NewWrap(0, 0, c.add))),
		c.list.box))
	c.show(w.Prefs.Current())
	return c
}

// show lists them as they are now.
func (c *ownReminders) show(now settings.Settings) {
	key := ""
	for _, o := range now.Own {
		o.Enabled = false // the switches show that
		key += fmt.Sprintf("%+v %s\n", o, c.w.opensWords(o.Action()))
	}
	if key != c.list.key || c.rows == nil {
		c.list.key, c.rows = key, map[string]ownRow{}
		c.list.box.RemoveAll()
		for i, o := range now.Own {
			if i > 0 {
				c.list.box.Add(widgets.NewLine())
			}
			c.list.box.Add(c.row(o))
		}
		if len(now.Own) == 0 {
			c.list.box.Add(c.none())
		}
	}
	for _, o := range now.Own {
		c.rows[o.Name].on.SetOn(o.Enabled)
	}
	c.changed()
}

// none is shown where there are none: what to begin with.
func (c *ownReminders) none() fyne.CanvasObject {
	begin := widgets.NewWrap(8, 8)
	for _, t := range reminderTemplates() {
		b := smallButton(t.label, catalog.L("New reminder: {{.Name}}", catalog.D{"Name": t.label}), widgets.Quiet, func() { c.w.OpenAt(Reminder, partNew+":"+t.own.Name) })
		begin.Add(b)
	}
	return widgets.NewPad(6, 0, 0, 0, widgets.NewColumn(10,
		widgets.NewParagraph(catalog.L("None yet. Begin with one of these, or with an empty one."), 14, widgets.Regular, widgets.ColorInk2), begin))
}

func (c *ownReminders) row(o settings.Own) fyne.CanvasObject {
	d := catalog.D{"Name": o.Called()}
	next := widgets.NewParagraph("", 13, widgets.Medium, widgets.ColorPrimaryText)
	on := widgets.NewSwitch(o.Called(), func(on bool) { c.switched(o, on) })
	c.rows[o.Name] = ownRow{on, next}
	change := smallButton(catalog.L("Edit"), catalog.L("Edit {{.Name}}", d), widgets.Plain, func() { c.w.OpenAt(Reminder, partOfOwn(o.Name)) })
	del := smallButton(catalog.L("Delete"), catalog.L("Delete {{.Name}}", d), widgets.Plain, func() { c.delete(o) })

	words := widgets.NewColumn(2, widgets.NewParagraph(o.Called(), 14.5, widgets.SemiBold, widgets.ColorInk))
	if o.Text != "" {
		words.Add(widgets.NewParagraph(o.Text, 13, widgets.Regular, widgets.ColorInk2))
	}
	when := sentence(whenOf(o))
	if a := o.Action(); a != (settings.Action{Screen: string(Today)}) {
		when += " · " + c.w.opensWords(a)
	}
	words.Add(widgets.NewParagraph(when, 13, widgets.Regular, widgets.ColorInk2))
	words.Add(next)
	return widgets.NewPad(9, 0, 9, 0, widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 430, Tracks: []widgets.Track{{Grow: 1}}},
		words, widgets.NewRow(widgets.Row{Gap: 10, Center: true, Tracks: []widgets.Track{{}, {}}}, widgets.NewWrap(2, 0, change, del), on)))
}

// changed says when each comes next.
func (c *ownReminders) changed() {
	for _, o := range c.w.Prefs.Current().Own {
		r, ok := c.rows[o.Name]
		if !ok {
			continue
		}
		text := c.w.nextOfOwn(o)
		if text != r.next.Content || (text != "") != r.next.Visible() {
			r.next.SetText(text)
			setVisible(r.next, text != "")
			if s, ok := c.w.screens[Settings]; ok {
				s.page().Reflow()
			}
		}
	}
}

// nextOfOwn is when a reminder comes next, as far as that is known.
func (w *Window) nextOfOwn(o settings.Own) string {
	if !o.Enabled {
		return catalog.L("Paused: it is switched off.")
	}
	if !w.live() {
		return ""
	}
	now := w.now()
	for _, r := range w.status.Reminders {
		switch {
		case r.ID != o.Name || !r.Enabled:
		case r.SnoozedUntil != nil:
			return catalog.L("Snoozed until {{.Time}}", catalog.D{"Time": w.dates.coming(r.SnoozedUntil.In(now.Location()), now)})
		case r.Waiting:
			return catalog.L("Due, and waits for a good moment")
		case r.Next != nil:
			return catalog.L("Next: {{.Time}}", catalog.D{"Time": w.dates.coming(r.Next.In(now.Location()), now)})
		}
	}
	return ""
}

func (c *ownReminders) switched(o settings.Own, on bool) {
	if _, err := c.w.Prefs.Set("own."+o.Name+".enabled", fmt.Sprint(on)); err != nil {
		c.rows[o.Name].on.SetOn(!on)
		c.w.unsavedOwn(err)
		return
	}
	c.w.ownChanged()
}

func (c *ownReminders) delete(o settings.Own) {
	undo, err := c.w.Prefs.DeleteOwn(o.Name)
	if err != nil {
		c.w.unsavedOwn(err)
		return
	}
	c.w.ownChanged()
	c.w.focus(c.add)
	c.w.offerUndo(catalog.L("Deleted: {{.Name}}.", catalog.D{"Name": o.Called()}), func() {
		if _, err := undo(); err != nil {
			c.w.unsavedOwn(err)
			return
		}
		c.w.ownChanged()
	})
}

// unsavedOwn says that a reminder could not be saved.
func (w *Window) unsavedOwn(err error) {
	w.shell.toast.show(catalog.L("{{.What}} did not work: {{.Problem}}", catalog.D{"What": catalog.L("Saving the reminder"), "Problem": err}), "", nil)
}

// ownChanged makes reminders that were saved count: in the window and in the
// agent.
func (w *Window) ownChanged() {
	if s, ok := w.screens[Settings].(*settingsScreen); ok {
		s.reload()
	}
	if w.live() {
		w.ask(catalog.L("Telling the reminders"), w.Agent.Reload, nil)
	}
}

// partOfOwn is the part of the Reminder screen where one is changed.
func partOfOwn(name string) string {
	if name == partNew {
		return partChange + name
	}
	return name
}

// whenOf is when a reminder comes, in words.
func whenOf(o settings.Own) string {
	if (o.Every > 0) == (len(o.At) > 0) {
		return catalog.L("it has no time, so it never comes")
	}
	var times []string
	for _, t := range o.At {
		times = append(times, catalog.ClockAt(time.Duration(t)*time.Second))
	}
	return catalog.When(o.Every, times, o.Days.Has)
}

// opensWords is what a reminder opens, in words.
func (w *Window) opensWords(a settings.Action) string {
	d := catalog.D{"Length": catalog.Length(a.Length)}
	switch a.Act {
	case settings.ActHeat:
		return w.held(a, catalog.L("heat for {{.Length}}", d))
	case settings.ActCold:
		return w.held(a, catalog.L("cold for {{.Length}}", d))
	case settings.ActBreathing:
		return catalog.L("breathing for {{.Length}}", d)
	case settings.ActRoutine:
		name := a.Routine
		if r, ok := routineOf(w.library(), a.Routine); ok {
			name = r.Name
		}
		return catalog.L("routine: {{.Name}}", catalog.D{"Name": name})
	}
	return catalog.L("opens {{.Screen}}", catalog.D{"Screen": screenName(Screen(a.Screen))})
}

// held adds where the timer stops, if that is earlier than is asked for.
func (w *Window) held(a settings.Action, text string) string {
	most := w.longestTimer(a.Act)
	if most == 0 || a.Length <= most {
		return text
	}
	return catalog.L("{{.What}}, held to {{.Most}}", catalog.D{"What": text, "Most": catalog.Length(most)})
}
