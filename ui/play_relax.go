package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/coach"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/ui/player"
	"github.com/unhunch/unhunch/ui/widgets"
)

// relaxPart begins the parts of the player that relax, as relax:breathing?pace=6.
const relaxPart = "relax:"

// startRelaxing plays a relaxation. calm is how calm somebody is before it, nil
// if not told; asked says that a clinician was asked where one has to be.
func (w *Window) startRelaxing(wish relax.Wish, calm *int, asked bool) {
	s, ok := w.playing()
	if !ok {
		return
	}
	s.end() // another one of the same begins anew
	s.calm, s.asked = calm, asked
	w.OpenAt(Playing, relaxPart+wish.String())
}

// relaxes tells whether what is played relaxes.
func (s *playScreen) relaxes() bool { return s.play != nil && s.play.State().Plan.Relaxes != "" }

// beginRelaxing finds what is to be played, and what safety says of it.
func (s *playScreen) beginRelaxing(part, text string) {
	asked := s.asked
	s.asked = false
	wish, ok := relax.WishOf(text)
	if !ok {
		s.missing(part)
		return
	}
	plan, err := wish.Plan(s.w.library())
	if err != nil {
		s.put(s.sorry(catalog.L("This cannot be played"), err.Error()))
		return
	}
	t, err := relax.Therapy(s.w.library(), wish.Kind)
	if err != nil {
		s.put(s.sorry(catalog.L("This cannot be played"), err.Error()))
		return
	}
	a := s.judge.Therapy(t)
	if asked && a.Verdict == safety.Ask {
		a = safety.Advice{}
	}
	s.gate(t.Name, a, plan, nil)
}

// relaxOptions are what a player needs for a relaxation.
func (s *playScreen) relaxOptions(o *player.Options, kind string) {
	w := s.w
	o.Before = func() *int { return s.calm }
	o.Care = func(string) string { return s.careOf(kind) }
	o.Felt = func(_ session.Feeling, after *int) { s.keep.calm(s.calm, after) }
	o.Ended = func(r session.Result) {
		s.keep.relaxed(s.play.State().Plan, r, s.calm)
		w.banners()
	}
	o.Paces = func() relax.Limits {
		t, err := relax.Therapy(w.library(), relax.Breathing)
		if err != nil {
			return relax.LimitsOf(nil)
		}
		return relax.LimitsOf(t.Pacer)
	}
	if w.Sounds != nil {
		o.Chimes = func() bool { return w.Prefs.Current().Player.Chimes }
		o.SetChimes = func(on bool) { w.setHeard("player.chimes", on) }
	}
}

// careOf is what this person is to heed while relaxing.
func (s *playScreen) careOf(kind string) string {
	t, err := relax.Therapy(s.w.library(), kind)
	if err != nil {
		return ""
	}
	if a := s.judge.Therapy(t); a.Verdict == safety.Caution {
		return catalog.L("With care: {{.Reason}}", catalog.D{"Reason": a.Reason()})
	}
	return ""
}

// relaxed keeps what came of a relaxation. One that was given up at once is none.
func (k *keeper) relaxed(plan session.Plan, r session.Result, before *int) {
	kept := coach.Relaxed(plan, r)
	kept.Before = before
	k.latest, k.told = nil, session.Ended
	k.add(func() error {
		k.id, k.calming = "", true
		if kept.Counts() {
			done, err := k.w.Relaxations.AddRelaxation(kept)
			if err != nil {
				return err
			}
			k.id = done.ID
		}
		return k.w.Stretches.SaveSession(nil)
	})
}

// calm keeps how calm somebody was before and after what ended last.
func (k *keeper) calm(before, after *int) {
	k.add(func() error {
		if k.id == "" {
			return nil
		}
		return k.w.Relaxations.FeltCalm(k.id, before, after)
	})
}

// loadRelaxed reads what relaxed of late, in order.
func (w *Window) loadRelaxed(then func([]Relaxed)) {
	now := w.now()
	fetch(w, func() ([]Relaxed, error) {
		return w.Relaxations.Relaxations(now.Add(-looksBack), now.Add(skewed))
	}, func(list []Relaxed, err error) {
		if err == nil { // what was there stays
			then(list)
		}
	})
}

// calmPill is how calm somebody was, before and after.
func calmPill(x diary.Relaxation) fyne.CanvasObject {
	switch {
	case x.Before != nil && x.After != nil:
		return widgets.NewPill(catalog.L("Calm {{.Before}} → {{.After}}", catalog.D{"Before": *x.Before, "After": *x.After}), widgets.Accent)
	case x.After != nil:
		return widgets.NewPill(catalog.L("Calm {{.After}} after", catalog.D{"After": *x.After}), widgets.Neutral)
	case x.Before != nil:
		return widgets.NewPill(catalog.L("Calm {{.Before}} before", catalog.D{"Before": *x.Before}), widgets.Neutral)
	}
	return nil
}

// over keeps what came of a session that ended while no window was there.
func (k *keeper) over(plan session.Plan, r session.Result) {
	if plan.Relaxes != "" {
		k.relaxed(plan, r, nil)
		return
	}
	k.ended(plan, r)
}

// belongs is the item of the rail that what is played belongs to.
func (s *playScreen) belongs() Screen {
	if s.relaxes() {
		return Relief
	}
	return Stretch
}

// place marks in the rail where the screen that is shown belongs.
func (w *Window) place() {
	if s := w.player(); s != nil && w.current == Playing {
		w.shell.rail.set(s.belongs())
	}
}
