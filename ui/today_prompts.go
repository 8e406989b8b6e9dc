package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/ui/widgets"
)

// promptCards shows the prompts that are open, with buttons to answer them.
type promptCards struct {
	w      *Window
	box    *fyne.Container
	key    string
	answer func()         // leads to where "how is your back?" is answered
	only   []reminders.ID // of these alone; none means all
}

func newPromptCards(w *Window, answer func(), only ...reminders.ID) *promptCards {
	p := &promptCards{w: w, box: widgets.NewColumn(12), answer: answer, only: only}
	p.box.Hide()
	return p
}

// changed rebuilds the cards where there are other prompts than before, and
// returns what they are.
func (p *promptCards) changed() string {
	var open []control.OpenPrompt
	for _, o := range p.w.status.Prompts {
		if p.w.live() && (len(p.only) == 0 || slices.Contains(p.only, reminders.ID(o.Reminder))) {
			open = append(open, o)
		}
	}
	key := ""
	for _, o := range open {
		key += fmt.Sprint(o.Reminder, o.ShownAt.Unix(), o.Text, ";")
	}
	if key == p.key {
		return key
	}
	p.key = key
	p.box.RemoveAll()
	for _, o := range open {
		p.box.Add(p.card(o))
	}
	if len(open) == 0 {
		p.box.Hide()
	} else {
		p.box.Show()
	}
	return key
}

func (p *promptCards) card(o control.OpenPrompt) fyne.CanvasObject {
	id := reminders.ID(o.Reminder)
	title := o.Title
	if title == "" {
		title = reminderName(id)
	}
	send := func(a control.Answer, what string) func() {
		a.Reminder = id
		return func() {
			p.w.ask(what, func() error { return p.w.Agent.Answer(a) }, nil)
		}
	}
	done := widgets.NewButton(catalog.L("Done"), widgets.Primary, send(control.Answer{Outcome: reminders.Done}, catalog.L("Answering")))
	var buttons []*widgets.Button
	switch id {
	case reminders.Posture:
		done.SetLabel(catalog.L("Sitting well"))
	case reminders.Checkin:
		done.SetLabel(catalog.L("Answer below"))
		done.OnTapped = p.answer
	case reminders.FollowUp:
		if o.Part != "" { // one click on the scale there closes it
			done.SetLabel(catalog.L("Answer"))
			done.OnTapped = func() { p.w.OpenAt(Massage, o.Part) }
		}
	case reminders.VisitLog:
		if o.Part != "" { // what is saved there closes it
			done.SetLabel(catalog.L("Log a visit"))
			done.OnTapped = func() { p.w.OpenAt(Massage, o.Part) }
		}
	case reminders.Stretch:
		start := widgets.NewButton(catalog.L("Start"), widgets.Primary, func() { p.w.OpenAt(Playing, control.Suggested) })
		done.Kind = widgets.Raised // perhaps they did it without the screen
		buttons = append(buttons, start)
	}
	buttons = append(buttons, p.w.beginOwn(o, done, send(control.Answer{Outcome: reminders.Done}, catalog.L("Answering")))...)
	snooze := catalog.L("Snooze {{.Length}}", catalog.D{"Length": catalog.Length(p.w.Prefs.Current().Snooze)})
	buttons = append(buttons, done,
		widgets.NewButton(snooze, widgets.Raised, send(control.Answer{Outcome: reminders.Snoozed}, catalog.L("Snoozing"))),
		widgets.NewButton(catalog.L("Skip"), widgets.Plain, send(control.Answer{Outcome: reminders.Skipped}, catalog.L("Skipping"))),
	)
	if how := p.w.howOf(o); how != nil {
		buttons = append(buttons, how)
	}
	row := widgets.NewWrap(8, 8)
	for _, b := range buttons {
		b.Hint = catalog.L("{{.Reminder}}: {{.Button}}", catalog.D{"Reminder": title, "Button": b.Label})
		row.Add(b)
	}
	return widgets.NewTintedCard(widgets.ColorPrimarySoft, widgets.NewRow(widgets.Row{
		Gap: 16, Center: true, Below: 700, Tracks: []widgets.Track{{Grow: 1}},
	},
		widgets.NewColumn(2,
			widgets.NewParagraph(title, 16.5, widgets.SemiBold, widgets.ColorInk),
			widgets.NewParagraph(p.text(o), 14, widgets.Regular, widgets.ColorInk)),
		row))
}

// text is what a prompt says: a posture check the tip it carries.
func (p *promptCards) text(o control.OpenPrompt) string {
	switch reminders.ID(o.Reminder) {
	case reminders.Posture:
		if o.Text != "" {
			return o.Text
		}
		return catalog.L("A moment for your back: how are you sitting?")
	case reminders.Stretch:
		return catalog.L("A few minutes away from the screen: stand up, move, breathe.")
	case reminders.Checkin:
		return catalog.L("Pick a number below; it goes into your journal.")
	}
	if o.Text != "" {
		return o.Text
	}
	return catalog.L("Shown at {{.Time}}.", catalog.D{"Time": clock(o.ShownAt.In(p.w.now().Location()))})
}

// howOf leads from a posture check to more about the tip it carries.
func (w *Window) howOf(o control.OpenPrompt) *widgets.Button {
	if reminders.ID(o.Reminder) != reminders.Posture || o.Part == "" {
		return nil
	}
	return widgets.NewButton(catalog.L("How"), widgets.Plain, func() { w.OpenAt(Posture, o.Part) })
}
