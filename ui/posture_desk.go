package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// deskCheckUp is the desk check-up: questions whose answers are kept, what
// there is to change, and when to look again.
type deskCheckUp struct {
	w       *Window
	box     *fyne.Container
	body    *fyne.Container // the questions, or why there are none
	status  *deskStatus
	short   *deskSummary
	rows    []*deskRow
	check   *content.DeskCheck
	answers map[string]DeskAnswer
	queue   []DeskAnswer // still to be saved, in the order they were given
	saving  bool
	then    func() // once the queue is empty
	grew    func()
	show    func(fyne.Focusable) // brings something into view
	hold    func(fyne.CanvasObject, func())
}

func newDeskCheckUp(w *Window) *deskCheckUp {
	d := &deskCheckUp{
		w: w, body: widgets.NewColumn(16), answers: map[string]DeskAnswer{},
		grew: func() {}, show: func(fyne.Focusable) {}, hold: func(_ fyne.CanvasObject, change func()) { change() },
	}
	d.status, d.short = newDeskStatus(d), newDeskSummary(d)
	head := widgets.NewParagraph(catalog.L("Desk check-up"), 19, widgets.Bold, widgets.ColorInk)
	d.box = widgets.NewColumn(12, head, d.body)
	check, err := w.library().DeskCheck()
	if err != nil {
		d.body.Add(emptyCard(widgets.IconWarn, catalog.L("The check-up cannot be read"),
			catalog.L("Your answers are kept. The reason: {{.Reason}}", catalog.D{"Reason": err.Error()}), ""))
		return d
	}
	d.check = check
	intro := widgets.NewColumn(4, widgets.NewParagraph(check.Intro.Text, 14.5, widgets.Regular, widgets.ColorInk))
	for _, l := range w.sourceLinks(check.Intro.Sources) {
		intro.Add(l)
	}
	d.box.Objects = []fyne.CanvasObject{head, widgets.NewMeasure(readable, intro), d.body}
	for _, q := range check.Questions {
		d.rows = append(d.rows, newDeskRow(d, q))
	}
	d.layOut()
	d.refresh()
	return d
}

// load reads the answers.
func (d *deskCheckUp) load() {
	if d.check != nil && !d.saving {
		fetch(d.w, d.w.Desk.DeskAnswers, d.take)
	}
}

func (d *deskCheckUp) take(answers []DeskAnswer, err error) {
	if d.saving {
		return // what was given meanwhile is newer
	}
	defer d.grew()
	if err != nil {
		d.body.RemoveAll()
		d.body.Add(emptyCard(widgets.IconWarn, catalog.L("Your answers cannot be read"),
			catalog.L("Nothing in them was changed. The reason: {{.Reason}}", catalog.D{"Reason": err.Error()}), "",
			widgets.NewButton(catalog.L("Try again"), widgets.Primary, d.load)))
		d.short.unknown()
		return
	}
	d.answers = map[string]DeskAnswer{}
	for _, a := range answers {
		d.answers[a.Question] = a
	}
	d.layOut()
	d.refresh()
}

// layOut puts the questions on the page, those of one part of the desk in a
// card, unless they stand there.
func (d *deskCheckUp) layOut() {
	if len(d.body.Objects) > 1 {
		return
	}
	d.body.RemoveAll()
	d.body.Add(d.status.card)
	var card *fyne.Container
	var part content.DeskPart
	for _, r := range d.rows {
		if r.q.Part != part {
			part = r.q.Part
			card = widgets.NewColumn(0, widgets.NewPad(0, 0, 4, 0, widgets.NewCardTitle(partName(part))))
			d.body.Add(widgets.NewCard(card))
		} else {
			card.Add(widgets.NewLine())
		}
		card.Add(r.box)
	}
}

// partName is how a part of the desk is called.
func partName(p content.DeskPart) string {
	switch p {
	case content.DeskChair:
		return catalog.L("The chair")
	case content.DeskHands:
		return catalog.L("Keyboard, mouse and reach")
	case content.DeskScreen:
		return catalog.L("The screen")
	default:
		return catalog.L("Around the desk")
	}
}

// refresh shows the answers.
func (d *deskCheckUp) refresh() {
	for _, r := range d.rows {
		r.set(d.answers[r.q.ID].Choice)
	}
	p := d.progress()
	d.status.set(p)
	d.short.set(p)
}

// progress is how far the check-up is.
type progress struct {
	done, all int
	change    []*deskRow
	last      time.Time // when something was last looked at; zero means never
	again     time.Time // when to look again
	due       bool      // that is over
}

func (d *deskCheckUp) progress() progress {
	p := progress{all: len(d.rows)}
	for _, r := range d.rows {
		a := d.answers[r.q.ID]
		if a.Choice == diary.DeskOpen {
			continue
		}
		p.done++
		if a.Choice == diary.DeskChange {
			p.change = append(p.change, r)
		}
		if a.At.After(p.last) {
			p.last = a.At
		}
	}
	if !p.last.IsZero() {
		now := d.w.now()
		p.last = p.last.In(now.Location())
		p.again = p.last.AddDate(0, 0, d.check.Again.DefaultDays)
		p.due = !p.again.After(now)
	}
	return p
}
