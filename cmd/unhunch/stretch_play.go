package main

import (
	"context"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/coach"
	"github.com/unhunch/unhunch/reminders/session"
)

// guide plays a session in a terminal, or into a pipe.
type guide struct {
	now    func() time.Time
	keys   <-chan stretchKey // nil without a keyboard
	stage  *stage
	sounds sounds
	begin  func(left time.Duration) // somebody is at it, for so long to come; it does not wait
	still  bool                     // nothing is to move

	state session.State
	shown time.Time // until when the note below is
	note  string    // of a moment, beside the countdown
}

// play plays a plan to its end, and returns how it was left. When ctx is done
// it ends early.
func (g *guide) play(ctx context.Context, plan session.Plan) (session.State, error) {
	s, err := session.New(plan)
	if err != nil {
		return s, err
	}
	g.state = s
	g.step(session.Start{})
	g.begin(g.left())
	timer := time.NewTimer(0)
	defer timer.Stop()
	for g.state.Status != session.Ended {
		timer.Stop()
		if at := g.wake(); !at.IsZero() {
			timer.Reset(at.Sub(g.now()))
		}
		select {
		case <-ctx.Done():
			g.step(session.End{})
		case k, some := <-g.keys:
			if some {
				g.press(k)
				continue
			}
			if g.keys = nil; g.stopped() {
				g.step(session.End{}) // nobody can say any more that it goes on
			}
		case <-timer.C:
			g.step(session.Tick{})
		}
	}
	g.stage.clear()
	return g.state, nil
}

// wake is when something has to be done without a key: the next step of the
// session, or the next second of its countdown. The zero time means never.
func (g *guide) wake() time.Time {
	now := g.now()
	next := g.state.Next(now)
	if g.state.Status != session.Running || !g.stage.terminal() {
		return next
	}
	v := g.state.At(now)
	left := v.Remaining % time.Second
	if breathing(v) && !g.still {
		// The clock of what is left is written with the bar.
		left = nextColumn(v, g.bar())
	} else if left == 0 {
		left = time.Second
	}
	if at := now.Add(left); at.Before(next) {
		return at
	}
	return next
}

// press does what a key asks for.
func (g *guide) press(k stretchKey) {
	if k == keyHelp {
		g.stage.line(keysHelp(g.state.Plan))
		g.draw()
		return
	}
	switch k {
	case keyFaster:
		g.faster(1)
		return
	case keySlower:
		g.faster(-1)
		return
	}
	if ev := k.event(g.state.Status); ev != nil {
		g.step(ev)
	}
}

// step takes the session on and shows what came of it.
func (g *guide) step(ev session.Event) {
	before := g.state
	now := g.now()
	after, cues := g.state.Step(now, ev)
	g.state = after
	for _, c := range cues {
		g.cue(c)
	}
	if before.Status != after.Status {
		g.turned(before.Status)
	}
	g.answered(ev, before)
	g.draw()
}

// answered says what came of a key where no cue does.
func (g *guide) answered(ev session.Event, before session.State) {
	v := g.state.At(g.now())
	switch ev.(type) {
	case session.Easier, session.Harder:
		if was := before.At(before.Last); was.Phase.Item == v.Phase.Item && was.Exercise.Level == v.Exercise.Level {
			g.stage.line(catalog.L("There is no more of that for this exercise."))
		} else if g.stopped() {
			kind := session.CueEasier
			if _, up := ev.(session.Harder); up {
				kind = session.CueHarder
			}
			g.stage.detail(adjusted(kind, v.Exercise.Advice()))
		}
	case session.Skip, session.Back:
		if g.stopped() {
			g.stage.line(catalog.L("From here: {{.Exercise}}", catalog.D{"Exercise": v.Exercise.Name}))
		}
	}
}

// stopped tells whether the session waits for somebody to go on.
func (g *guide) stopped() bool {
	return g.state.Status == session.Paused || g.state.Status == session.Interrupted
}

// turned says that the session stopped, or goes on.
func (g *guide) turned(from session.Status) {
	switch g.state.Status {
	case session.Paused:
		g.sounds.Hush()
		g.stage.line(catalog.L("Paused. Space goes on."))
	case session.Interrupted:
		g.sounds.Hush()
		if g.keys == nil { // nobody can say so
			g.stage.line(catalog.L("You were away. It goes on from the beginning of this part."))
			g.step(session.Resume{})
			return
		}
		g.stage.line(catalog.L("You were away; Enter goes on."))
	case session.Running:
		if from == session.Paused || from == session.Interrupted {
			g.stage.line(catalog.L("Going on."))
			g.begin(g.left())
		}
	case session.Ended:
		if g.state.Phase < len(g.state.Plan.Phases()) {
			g.sounds.Hush()
		}
	}
}

// left is how long the session takes from here on, with the longest stop.
func (g *guide) left() time.Duration { return g.state.At(g.now()).Left + session.KeepFor }

// cue lets somebody hear and read a cue.
func (g *guide) cue(c session.Cue) {
	item := g.state.Plan.Items[c.Item]
	if ring := coach.Ring(c, item); ring != "" {
		g.sounds.Chime(ring)
	}
	text, important := coach.Say(c)
	if text != "" {
		g.sounds.Say(text, important)
	}
	switch {
	case g.lasting(c, item):
	case !g.stage.terminal():
		g.stage.detail(g.passing(c, item))
	case c.Kind == session.CueHalf:
		g.note, g.shown = strings.TrimRight(text, ".。"), c.At.Add(halfShown)
	}
}

// halfShown is how long "half way" stands beside the countdown.
const halfShown = 2 * time.Second
