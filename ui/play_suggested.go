package ui

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/suggest"
	"github.com/unhunch/unhunch/ui/widgets"
)

// suggested plays what suits best now. Where nothing does, it says why.
func (s *playScreen) suggested() {
	w := s.w
	w.lately(func(l lately) {
		now := l.in(w.situation())
		picked := suggest.Routines(w.allRoutines(), w.judge(), now)
		if len(picked) == 0 {
			s.put(s.unsuggested(now.Severe()))
			return
		}
		s.part = "routine:" + picked[0].Routine.ID
		s.begin(s.part)
	})
}

// unsuggested is shown where nothing suits.
func (s *playScreen) unsuggested(severe bool) fyne.CanvasObject {
	title, text := catalog.L("Nothing suits right now"), catalog.L("By what you told about you, no routine can be suggested. All of them are on the Stretch screen, with what speaks against each.")
	buttons := []fyne.CanvasObject{widgets.NewButton(catalog.L("All stretches"), widgets.Primary, func() { s.w.Open(Stretch) })}
	if severe {
		title, text = catalog.L("You logged a lot of pain"), catalog.L("So nothing is suggested for now. Stop at anything that hurts, and look whether a warning sign fits.")
		buttons = append([]fyne.CanvasObject{widgets.NewButton(catalog.L("Is this serious?"), widgets.Primary, func() { s.w.Open(Serious) })}, buttons...)
		buttons[1].(*widgets.Button).Kind = widgets.Quiet
	}
	return &fyne.Container{Layout: margins{}, Objects: []fyne.CanvasObject{emptyCard(widgets.IconStretch, title, text, "", buttons...)}}
}

// lately is what the diary knows of late.
type lately struct {
	pain    *diary.Pain // the last entry; nil if there is none
	recent  []Stretched // of the last day
	massage time.Time   // when the last one began; zero if there is none
}

// in is a situation with that in it.
func (l lately) in(s suggest.Situation) suggest.Situation {
	s.Pain, s.Recent, s.Massage = l.pain, l.recent, l.massage
	return s
}

// lately reads it. What cannot be read is not known.
func (w *Window) lately(then func(lately)) {
	now := w.now()
	fetch(w, func() (l lately, err error) {
		pain, ok, err := w.Diary.LastPain()
		if ok {
			l.pain = &pain
		}
		recent, err2 := w.Stretches.Stretches(now.AddDate(0, 0, -1), now.Add(time.Hour))
		last, ok, err3 := w.Visits.LastVisit()
		if ok {
			l.massage = last.At
		}
		l.recent = recent
		return l, errors.Join(err, err2, err3)
	}, func(l lately, _ error) { then(l) })
}
