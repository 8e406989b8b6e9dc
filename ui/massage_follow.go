package ui

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// When a follow-up is asked here, after a visit began: a little before its time,
// for those who look in early.
const (
	nextDayFrom  = 20 * time.Hour
	thirdDayFrom = 68 * time.Hour
	followUntil  = 5 * 24 * time.Hour
)

// followCards ask how the back is some time after a visit.
type followCards struct {
	s      *massageScreen
	box    *fyne.Container
	key    string
	asked  string // the question one came here for, as ID:24h
	keys   bool   // it is to have the keys once it is there
	severe bool   // the last answer was a lot of pain
	scales map[string]*widgets.PainScale
}

func newFollowCards(s *massageScreen) *followCards {
	f := &followCards{s: s, box: widgets.NewColumn(12)}
	f.box.Hide()
	return f
}

// followUp is one question.
type followUp struct {
	visit Visited
	which FollowUp
}

func (q followUp) key() string { return q.visit.ID + ":" + string(q.which) }

// open are the questions to ask now, the latest visit's first: of each visit the
// one it is time for.
func (f *followCards) open() []followUp {
	var out []followUp
	all := f.s.known.visits
	for i := len(all) - 1; i >= 0; i-- {
		v := all[i]
		day, third := followUp{v, diary.AfterADay}, followUp{v, diary.AfterThreeDays}
		switch {
		case f.asked == day.key() && v.NextDay == nil:
			out = append(out, day)
		case f.asked == third.key() && v.ThirdDay == nil:
			out = append(out, third)
		case f.s.ago(v, followUntil):
		case f.s.ago(v, thirdDayFrom):
			if v.ThirdDay == nil {
				out = append(out, third)
			}
		case f.s.ago(v, nextDayFrom) && v.NextDay == nil:
			out = append(out, day)
		}
	}
	return out
}

// changed rebuilds the cards where there are other questions than before.
func (f *followCards) changed() {
	open := f.open()
	key := fmt.Sprint(f.severe)
	for _, q := range open {
		key += ";" + q.key()
	}
	if key == f.key {
		return
	}
	f.key = key
	for _, scale := range f.scales {
		if f.s.w.win.Canvas().Focused() == fyne.Focusable(scale) {
			f.s.w.win.Canvas().Unfocus() // keys must not reach what is gone
		}
	}
	f.box.RemoveAll()
	f.scales = map[string]*widgets.PainScale{}
	if f.severe {
		f.box.Add(f.help())
	}
	for _, q := range open {
		f.box.Add(f.card(q))
	}
	setVisible(f.box, len(f.box.Objects) > 0)
	f.s.p.Reflow()
	if scale := f.scales[f.asked]; f.keys && scale != nil {
		f.keys = false
		f.s.w.focus(scale)
	}
}

// ask shows a question, and the keys answer it: at once, or when the visits are
// read.
func (f *followCards) ask(id string, which FollowUp) {
	f.asked, f.keys = id+":"+string(which), true
	f.key = ""
	f.changed()
	f.s.p.Top()
}

// left forgets what was asked for and said.
func (f *followCards) left() {
	f.asked, f.keys, f.severe = "", false, false
	f.changed()
}

func (f *followCards) card(q followUp) fyne.CanvasObject {
	w := f.s.w
	title := catalog.L("How is it a day after your massage?")
	if q.which == diary.AfterThreeDays {
		title = catalog.L("How is it three days after your massage?")
	}
	scale := widgets.NewPainScale(nil)
	scale.Name = title
	save := func() { f.answer(q, scale.Selected) }
	scale.OnPicked, scale.OnSubmit = save, save
	about := catalog.L("{{.Type}}, {{.When}}", catalog.D{"Type": massageType(f.s.known.library, q.visit.Type), "When": w.dates.ago(q.visit.At.In(w.now().Location()), w.now())})
	f.scales[q.key()] = scale
	return widgets.NewTintedCard(widgets.ColorPrimarySoft, widgets.NewColumn(10,
		widgets.NewColumn(2,
			widgets.NewParagraph(title, 16.5, widgets.SemiBold, widgets.ColorInk),
			widgets.NewParagraph(about, 14, widgets.Regular, widgets.ColorInk)),
		scale,
		widgets.NewParagraph(catalog.L("One click saves it; with the keys, Enter does."), 13, widgets.Regular, widgets.ColorInk2)))
}

// help stands where an answer was a lot of pain.
func (f *followCards) help() fyne.CanvasObject {
	serious := widgets.NewButton(catalog.L("Is this serious?"), widgets.Raised, func() { f.s.w.Open(Serious) })
	c := widgets.NewTintedCard(widgets.ColorAmberSoft, widgets.NewColumn(6,
		widgets.NewParagraph(catalog.L(diary.SevereAdvice), 14, widgets.Medium, widgets.ColorInk),
		widgets.NewParagraph(catalog.L(diary.SevereSources), 12.5, widgets.Regular, widgets.ColorInk2),
		widgets.NewWrap(0, 0, serious)))
	c.Padding = 16
	return c
}

// answer keeps an answer, closes the agent's question and offers to take it all
// back.
func (f *followCards) answer(q followUp, pain int) {
	w := f.s.w
	fetch(w, func() (Visited, error) {
		was, _, err := w.Visits.FollowUp(q.visit.ID, q.which, &pain)
		return was, err
	}, func(was Visited, err error) {
		if err != nil {
			w.shell.toast.show(catalog.L("This was not saved: {{.Problem}}", catalog.D{"Problem": plain(err)}), "", nil)
			return
		}
		f.severe = pain >= diary.Severe
		if w.open(reminders.FollowUp) {
			w.ask(catalog.L("Closing the question"), func() error {
				return w.Agent.Answer(control.Answer{Reminder: reminders.FollowUp, Outcome: reminders.Done})
			}, nil)
		}
		w.massageChanged()
		w.offerUndo(catalog.L("Saved: {{.Intensity}}. Thank you.", catalog.D{"Intensity": pain}), func() {
			w.ask(catalog.L("Taking it back"), func() error {
				_, _, err := w.Visits.FollowUp(q.visit.ID, q.which, was.Answer(q.which))
				return err
			}, func() {
				f.severe = false
				w.massageChanged()
			})
		})
	})
}
