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
	w.lately(func(pain *diary.Pain, recent []Stretched) {
		now := w.situation()
		now.Pain, now.Recent = pain, recent
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

// lately reads the last pain entry, nil if there is none, and what was
// stretched in the last day.
func (w *Window) lately(then func(pain *diary.Pain, recent []Stretched)) {
	now := w.now()
	type got struct {
		pain   *diary.Pain
		recent []Stretched
	}
	fetch(w, func() (g got, err error) {
		pain, ok, err := w.Diary.LastPain()
		if ok {
			g.pain = &pain
		}
		var err2 error
		g.recent, err2 = w.Stretches.Stretches(now.AddDate(0, 0, -1), now.Add(time.Hour))
		return g, errors.Join(err, err2)
	}, func(g got, _ error) { then(g.pain, g.recent) })
}
