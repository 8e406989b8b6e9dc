package ui

import (
	"encoding/json"
	"strconv"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/coach"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/ui/widgets"
)

// player is the screen of the guided session, nil until one was needed.
func (w *Window) player() *playScreen {
	s, _ := w.screens[Playing].(*playScreen)
	return s
}

// loadSession takes up the session that an earlier window left, if there is
// one. One that nobody came back to has ended meanwhile, and counts for what
// was done.
func (w *Window) loadSession() {
	fetch(w, w.Stretches.Session, func(data []byte, err error) {
		if err != nil || len(data) == 0 || w.player() != nil && w.player().under() {
			return
		}
		s, ok := w.playing()
		if !ok {
			return
		}
		var state session.State
		if err := json.Unmarshal(data, &state); err != nil {
			w.Notice(catalog.L("The session you left cannot be read, so it cannot go on: {{.Problem}}", catalog.D{"Problem": err}))
			s.keep.add(func() error { return w.Stretches.SaveSession(nil) })
			return
		}
		state, _ = state.Step(w.now(), session.Tick{})
		switch state.Status {
		case session.Ended:
			s.keep.over(state.Plan, state.Result(w.now()))
		case session.Waiting:
			s.keep.add(func() error { return w.Stretches.SaveSession(nil) })
		default:
			s.part = partOf(state.Plan)
			s.load(state)
			w.banners()
		}
	})
}

// partOf is the part that plays the same as a plan.
func partOf(p session.Plan) string {
	switch {
	case p.Relaxes != "":
		return "" // what was chosen is not known any more
	case p.Routine != "":
		return "routine:" + p.Routine
	}
	return "exercise:" + p.Items[0].Exercise
}

// playing is the screen of the guided session, made if there is none yet.
func (w *Window) playing() (*playScreen, bool) {
	if w.screens[Playing] == nil {
		w.screens[Playing] = newPlay(w)
	}
	s := w.player()
	return s, s != nil
}

// stopPlaying interrupts a session because the window goes, and keeps it at
// once.
func (w *Window) stopPlaying() {
	s := w.player()
	if s == nil || !s.under() || w.closed {
		return
	}
	state := s.play.Stop()
	if data, err := json.Marshal(state); err == nil && state.Status != session.Ended {
		_ = w.Stretches.SaveSession(data) // nobody is left to be told
	}
	if w.live() && !s.relaxes() {
		if answer := s.keep.answer(state.Result(w.now())); answer != nil {
			_ = answer()
		}
	}
}

// pausedBanner leads back to a session that waits, from every other screen.
func (w *Window) pausedBanner() fyne.CanvasObject {
	s := w.player()
	if s == nil || !s.under() || w.current == Playing {
		return nil
	}
	v := s.play.State().At(w.now())
	d := catalog.D{"Name": s.play.State().Plan.Name, "Number": v.Phase.Item + 1, "All": v.Items, "Left": coach.Length(v.Left)}
	on := widgets.NewButton(catalog.L("Go on"), widgets.Primary, func() { w.Open(Playing) })
	on.Hint = catalog.L("Go on with {{.Name}}", d)
	end := widgets.NewButton(catalog.L("End it"), widgets.Raised, func() {
		s.end()
		s.nothing()
		w.banners()
	})
	end.Hint = catalog.L("End {{.Name}}; what was done counts", d)
	text := catalog.L("At exercise {{.Number}} of {{.All}}, {{.Left}} to go.", d)
	if s.relaxes() {
		text = catalog.L("{{.Left}} to go.", d)
	}
	return banner(widgets.IconPause, catalog.L("{{.Name}} is paused", d), text, on, end)
}

// leavePlayer goes from a session that is over to where it was chosen.
func (w *Window) leavePlayer() {
	if s := w.player(); s != nil && s.relaxes() {
		w.OpenAt(Relax, s.play.State().Plan.Relaxes)
		return
	}
	w.Open(Stretch)
}

// fullScreen fills the screen with the session alone, or shows the window as
// usual.
func (w *Window) fullScreen(on bool) {
	w.shell.setBare(on)
	w.Frame.FullScreen(on)
}

// setVoice keeps whether cues are spoken.
func (w *Window) setVoice(on bool) { w.setHeard("player.voice", on) }

// setHeard keeps whether something of a session is heard.
func (w *Window) setHeard(key string, on bool) {
	if _, err := w.Prefs.Set(key, strconv.FormatBool(on)); err != nil {
		w.shell.toast.show(catalog.L("Saving did not work: {{.Reason}}", catalog.D{"Reason": err.Error()}), "", nil)
		return
	}
	if w.Sounds != nil {
		w.Sounds.Hush()
	}
	if s, ok := w.screens[Settings].(*settingsScreen); ok {
		s.reload()
	}
}
