package ui

import (
	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
)

// answer keeps the answer to a question, which stays under the pointer though
// the list of what is to be changed grows above it.
func (d *deskCheckUp) answer(r *deskRow, c diary.DeskChoice) {
	d.hold(r.box, func() {
		d.save([]DeskAnswer{{Question: r.q.ID, Choice: c, At: d.w.now()}}, nil)
	})
}

// startOver takes all answers back, which can be undone.
func (d *deskCheckUp) startOver() {
	var old, none []DeskAnswer
	for _, r := range d.rows {
		if a, ok := d.answers[r.q.ID]; ok {
			old = append(old, a)
			none = append(none, DeskAnswer{Question: a.Question, At: d.w.now()})
		}
	}
	d.save(none, func() {
		d.w.offerUndo(catalog.L("The check-up begins anew."), func() { d.save(old, nil) })
	})
	if len(d.rows) > 0 {
		d.show(d.rows[0].choice)
	}
}

// save shows answers at once and keeps them one after the other, so that the
// last one given is the last one kept; then, if all could be.
func (d *deskCheckUp) save(answers []DeskAnswer, then func()) {
	for _, a := range answers {
		if a.Choice == diary.DeskOpen {
			delete(d.answers, a.Question)
		} else {
			d.answers[a.Question] = a
		}
	}
	d.refresh()
	d.grew()
	d.queue = append(d.queue, answers...)
	if then != nil {
		d.then = then
	}
	if !d.saving {
		d.next()
	}
}

// next saves what is first in the queue. If that fails, the rest is dropped
// and what is kept is shown.
func (d *deskCheckUp) next() {
	if len(d.queue) == 0 {
		d.saving = false
		if then := d.then; then != nil {
			d.then = nil
			then()
		}
		return
	}
	d.saving = true
	a := d.queue[0]
	d.queue = d.queue[1:]
	d.w.off(func() error { return d.w.Desk.AnswerDesk(a) }, func(err error) {
		if err == nil {
			d.next()
			return
		}
		d.saving, d.queue, d.then = false, nil, nil
		d.w.shell.toast.show(catalog.L("Saving your answer did not work: {{.Reason}}", catalog.D{"Reason": err.Error()}), "", nil)
		d.load()
	})
}
