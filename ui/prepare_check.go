package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// checkRow is one question of the checklist: to answer, or, once it is, a line
// that says how.
type checkRow struct {
	c        *checksCard
	item     safety.ScreeningItem
	box      *fyne.Container
	first    fyne.Focusable // the first thing to press
	key      string
	changing bool // an answer is looked at again
	clearing bool // it is asked who said that it is fine
	who      string
	field    *formField
}

func newCheckRow(c *checksCard) *checkRow { return &checkRow{c: c, box: widgets.NewColumn(0)} }

// set shows the question as it stands.
func (r *checkRow) set(it safety.ScreeningItem) {
	a, old := it.Answer, r.item.Answer
	if !sameInstant(a.At, old.At) || a.Yes != old.Yes || a.ClearedBy != old.ClearedBy {
		r.changing, r.clearing = false, false // it was answered, here or elsewhere
	}
	r.item = it
	key := fmt.Sprint(*it.Question, it.State, it.Because, a.Yes, a.At.Unix(), a.ClearedBy, it.AskAgain, it.AskAt.Unix(), r.changing, r.clearing, r.c.day)
	if key == r.key {
		return
	}
	r.key = key
	r.box.RemoveAll()
	if it.Open() || r.changing || r.clearing {
		r.box.Add(widgets.NewPad(11, 0, 9, 0, r.asked()))
	} else {
		r.box.Add(widgets.NewPad(9, 0, 9, 0, r.told()))
	}
}

// reset shows it again with what is unfolded changed, and the focus in it.
func (r *checkRow) reset(changing, clearing bool) {
	w := r.c.s.w
	r.changing, r.clearing = changing, clearing
	r.set(r.item)
	r.c.s.p.Reflow()
	switch {
	case clearing:
		w.focus(r.field.focus)
	case r.first != nil:
		w.focus(r.first)
	}
	r.c.s.p.BringIn(r.box)
}

// button is a small one that says of which question it is.
func (r *checkRow) button(label string, kind widgets.Kind, do func()) *widgets.Button {
	return smallButton(label, catalog.L("{{.Button}}: {{.Text}}", catalog.D{"Button": label, "Text": r.item.Question.Question}), kind, do)
}

// answer keeps an answer; who cleared it is empty where nobody did.
func (r *checkRow) answer(yes bool, who string) {
	q := r.item.Question
	a := ScreeningAnswer{Question: q.ID, Yes: yes, ClearedBy: who, At: r.c.s.w.now()}
	done := catalog.L("Noted: no.")
	switch {
	case who != "":
		done = catalog.L("Noted: yes, and {{.By}} said that a massage is fine.", catalog.D{"By": who})
	case yes && q.Level == content.StopMassage:
		done = catalog.L("Noted: yes. That speaks against a massage now.")
	case yes && q.Level == content.AskClinician:
		done = catalog.L("Noted: yes. Ask a clinician before the massage.")
	case yes:
		done = catalog.L("Noted: yes. It is on the page for your therapist.")
	}
	r.who = ""
	r.changing, r.clearing = false, false
	r.c.answer(r, a, done)
}

// asked is the question with what can be answered.
func (r *checkRow) asked() fyne.CanvasObject {
	it, q := r.item, r.item.Question
	buttons := widgets.NewWrap(7, 7)
	r.first = nil
	add := func(b *widgets.Button) {
		if r.first == nil {
			r.first = b
		}
		buttons.Add(b)
	}
	if it.Because == "" { // the profile would say otherwise
		add(r.button(catalog.L("No"), widgets.Quiet, func() { r.answer(false, "") }))
	}
	add(r.button(catalog.L("Yes"), widgets.Quiet, func() { r.answer(true, "") }))
	if q.Level != content.TellFirst && !r.clearing {
		fine := r.button(catalog.L("Yes, cleared"), widgets.Quiet, func() { r.reset(r.changing, true) })
		fine.Hint = catalog.L("Yes, and a clinician said it is fine: {{.Text}}", catalog.D{"Text": q.Question})
		add(fine)
	}
	words := widgets.NewColumn(3, widgets.NewParagraph(q.Question, 15, widgets.Medium, widgets.ColorInk))
	for _, line := range []string{r.again(), q.Note} {
		if line != "" {
			words.Add(aside(line))
		}
	}
	if r.changing {
		words.Add(aside(catalog.L("So far: {{.Answer}}", catalog.D{"Answer": r.answered()})))
	}
	box := widgets.NewColumn(6, widgets.NewRow(widgets.Row{Gap: 16, Below: 520, Tracks: []widgets.Track{{Grow: 1}}},
		words, widgets.NewColumn(0, buttons)))
	more := widgets.NewWrap(4, 4)
	if r.changing && !r.clearing {
		if it.Answer.Question != "" {
			more.Add(r.button(catalog.L("Take the answer back"), widgets.Plain, func() { r.forget() }))
		}
		more.Add(r.button(catalog.L("Leave it so"), widgets.Plain, func() { r.reset(false, false) }))
	}
	if len(more.Objects) > 0 {
		box.Add(widgets.NewPad(0, 0, 0, -14, more)) // the words begin where those above do
	}
	if r.clearing {
		box.Add(r.clear())
	}
	return box
}

// again is why it is asked again; empty for what was never answered.
func (r *checkRow) again() string {
	it := r.item
	if !it.AskAgain {
		return ""
	}
	d := catalog.D{"Day": r.day()}
	switch grown := it.Outgrown(r.c.s.w.now()); {
	case grown && it.Answer.Yes:
		return catalog.L("Asked again: you told something new about you since you said yes ({{.Day}}).", d)
	case grown:
		return catalog.L("Asked again: you told something new about you since you said no ({{.Day}}).", d)
	case it.Answer.Yes:
		return catalog.L("Asked again: you said yes ({{.Day}}), and that may have changed.", d)
	}
	return catalog.L("Asked again: you said no ({{.Day}}), and that may have changed.", d)
}

// day is when it was answered.
func (r *checkRow) day() string {
	now := r.c.s.w.now()
	return r.c.s.w.dates.day(r.item.Answer.At.In(now.Location()), now)
}

// clear asks who said that it is fine.
func (r *checkRow) clear() fyne.CanvasObject {
	who := textField(catalog.L("Who said that a massage is fine?"), r.who, func(s string) { r.who = s })
	who.SetPlaceHolder(catalog.L("Such as: my GP, on the phone"))
	who.OnSubmitted = func(string) { r.cleared() }
	who.OnCancel = func() { r.reset(r.changing, false) }
	r.field = newFormField(catalog.L("Who said that a massage is fine?"), "", who, who)
	return widgets.NewColumn(8, r.field.box, widgets.NewWrap(8, 8,
		r.button(catalog.L("Save"), widgets.Primary, r.cleared),
		r.button(catalog.L("Cancel"), widgets.Plain, func() { r.reset(r.changing, false) })))
}

// cleared keeps that somebody said so, or says what is wrong with it.
func (r *checkRow) cleared() {
	w, who := r.c.s.w, strings.TrimSpace(r.who)
	a := ScreeningAnswer{Question: r.item.Question.ID, Yes: true, ClearedBy: who, At: w.now()}
	problem := ""
	if who == "" {
		problem = catalog.L("Not saved: it is not said who. Write it in a few words, such as: my GP.")
	} else if err := a.Validate(w.now()); err != nil {
		problem = catalog.L("Not saved: this is too long, or no plain line of text. Say who it was in a few words.")
	}
	if problem != "" {
		r.field.fail(problem)
		r.c.s.p.Reflow()
		w.focus(r.field.focus)
		r.c.s.p.BringIn(r.box)
		return
	}
	r.answer(true, who)
}

// forget takes the answer back: the question is open again.
func (r *checkRow) forget() {
	r.changing = false
	r.c.s.p.Hold(r.box, func() { r.c.keep.forget(r.item.Question.ID, catalog.L("The answer was taken back.")) })
	if r.first != nil {
		r.c.s.w.focus(r.first)
	}
}
