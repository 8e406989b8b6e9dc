package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

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
		key += fmt.Sprint(o.Reminder, o.ShownAt.Unix(), ";")
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
	snooze := p.w.Prefs.Current().Snooze
	send := func(a control.Answer, what string) func() {
		a.Reminder = id
		return func() {
			p.w.ask(what, func() error { return p.w.Agent.Answer(a) }, nil)
		}
	}
	done := widgets.NewButton("Done", widgets.Primary, send(control.Answer{Outcome: reminders.Done}, "Answering"))
	text := "Shown at " + clock(o.ShownAt.In(p.w.now().Location())) + "."
	switch id {
	case reminders.Posture:
		done.SetLabel("Sitting well")
		text = "Feet supported, back against the chair, shoulders loose?"
	case reminders.Stretch:
		text = "A few minutes away from the screen: stand up, move, breathe."
	case reminders.Checkin:
		done.SetLabel("Answer below")
		done.OnTapped = p.answer
		text = "Pick a number below; it goes into your journal."
	}
	later := widgets.NewButton("Snooze "+brief(snooze), widgets.Raised, send(control.Answer{Outcome: reminders.Snoozed}, "Snoozing"))
	skip := widgets.NewButton("Skip", widgets.Plain, send(control.Answer{Outcome: reminders.Skipped}, "Skipping"))
	for _, b := range []*widgets.Button{done, later, skip} {
		b.Hint = title + ": " + b.Label
	}
	return widgets.NewTintedCard(widgets.ColorPrimarySoft, widgets.NewRow(widgets.Row{
		Gap: 16, Center: true, Below: 620, Tracks: []widgets.Track{{Grow: 1}},
	},
		widgets.NewColumn(2,
			widgets.NewParagraph(title, 16.5, widgets.SemiBold, widgets.ColorInk),
			widgets.NewParagraph(text, 13.5, widgets.Regular, widgets.ColorInk)),
		widgets.NewWrap(8, 8, done, later, skip)))
}
