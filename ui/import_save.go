package ui

import (
	"errors"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
)

// errMeanwhile says that what is booked is not what the person saw.
var errMeanwhile = errors.New("the appointments changed meanwhile")

// save imports what is ticked: all of it, or nothing.
func (f *calendarForm) save() {
	if f.saving || f.rows == nil || f.rows.picked() == 0 {
		return
	}
	w, now := f.s.w, f.s.w.now()
	on := map[int]bool{}
	for _, row := range f.rows.all {
		on[row.at] = row.on
	}
	picked := f.file.parsed.Only(func(i int) bool { return on[i] })
	f.extras.say(&picked)
	seen := calendar.Plan(f.file.stored, picked, now)
	f.saving = true
	var kept []calendar.Step
	w.off(func() error {
		return w.Calendar.ReviseAppointments(func(all []Booked) ([]Booked, []string, error) {
			steps := calendar.Plan(all, picked, now)
			if !calendar.Alike(steps, seen) {
				return nil, nil, errMeanwhile
			}
			kept = calendar.Kept(steps)
			var put []Booked
			for _, s := range kept {
				put = append(put, s.Appointment)
			}
			return put, nil, nil
		})
	}, func(err error) {
		f.saving = false
		if err != nil {
			f.failed(err)
			return
		}
		w.replan()
		f.s.next(f.path)
		w.offerUndo(catalog.N("One appointment imported.", "{{.Count}} appointments imported.", calendar.Todo(seen)), func() { w.takeBackImport(kept) })
	})
}

// failed says why nothing was imported. Where the appointments changed meanwhile,
// what would be done is shown anew.
func (f *calendarForm) failed(err error) {
	text := catalog.L("Nothing was imported: {{.Problem}}", catalog.D{"Problem": plainCalendar(err)})
	if errors.Is(err, errMeanwhile) {
		text = catalog.L("Nothing was imported yet: your appointments changed meanwhile. This is what would be done now.")
		f.ticked = f.rows.ticks()
		f.load()
	}
	f.problem.SetText(text)
	f.problem.Show()
	f.s.p.Reflow()
	f.s.p.Top()
}

// plainCalendar is an error without the field's technical name.
func plainCalendar(err error) string {
	var f *calendar.FieldError
	if errors.As(err, &f) {
		return catalog.L("{{.Problem}}; {{.Hint}}", catalog.D{"Problem": f.Problem, "Hint": f.Hint})
	}
	return strings.Replace(err.Error(), "; hint: ", "; ", 1)
}

// takeBackImport undoes an import. What was changed since stays as it is.
func (w *Window) takeBackImport(kept []calendar.Step) {
	stay := 0
	w.ask(catalog.L("Undo"), func() error {
		return w.Calendar.ReviseAppointments(func(all []Booked) (put []Booked, gone []string, err error) {
			put, gone, stay = calendar.TakeBack(all, kept)
			return put, gone, nil
		})
	}, func() {
		w.massageChanged()
		if stay > 0 {
			w.shell.toast.show(catalog.N("One of them was changed since, and stays as it is.", "{{.Count}} of them were changed since, and stay as they are.", stay), "", nil)
		}
	})
}
