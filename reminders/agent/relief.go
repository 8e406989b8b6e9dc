package agent

import (
	"context"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/safety"
)

// Relief is where heat and cold are kept.
type Relief interface {
	// ReliefState is what they were at when that was last recorded.
	ReliefState(ctx context.Context) (relief.State, error)
	// RecordRelief saves what they are at, and the records that came of it, all
	// or nothing; when it returns nil both are on disk.
	RecordRelief(ctx context.Context, s relief.State, at time.Time, effects []relief.Effect) error
	// Reliefs lists the uses that began from one instant up to another.
	Reliefs(ctx context.Context, from, to time.Time) ([]diary.Relief, error)
	// ReliefFelt keeps how much it hurt before and after a use.
	ReliefFelt(ctx context.Context, id string, before, after *int) (diary.Relief, error)
	// ReliefAnswers are the answers to the questions before a session.
	ReliefAnswers(ctx context.Context) ([]safety.ReliefAnswer, error)
	// CreamsNow are the creams that may keep heat away now.
	CreamsNow(ctx context.Context) ([]diary.Cream, error)
}

// rebuiltFrom is how far back records count where the saved state is lost.
const rebuiltFrom = 48 * time.Hour

// clock is now, as heat and cold are timed.
func (a *Agent) clock() relief.Clock {
	c := relief.Clock{Wall: a.now()}
	if a.o.Uptime != nil {
		c.Boot, c.Up = a.o.Uptime()
	}
	return c
}

// loadRelief restores what heat and cold were at. What is over by now is said.
func (a *Agent) loadRelief(ctx context.Context) {
	if a.o.Relief == nil {
		return
	}
	state, err := a.o.Relief.ReliefState(ctx)
	if err != nil {
		a.o.Log.Error("the heat or cold session could not be read", "err", err)
		a.fixed = append(a.fixed, catalog.L("What heat and cold were at could not be read. If a pack is on your skin, take it off: {{.Problem}}", catalog.D{"Problem": err}))
		state = a.rebuilt(ctx)
	}
	a.relief = state
	standing := map[string]bool{}
	for _, x := range state.Sessions {
		standing[noticeKey(x.Ask, x.ID)] = x.Ask != relief.AskNothing
	}
	for _, e := range a.stepRelief(ctx, relief.Tick{}) {
		delete(standing, noticeKey(e.Ask, e.Session.ID))
	}
	for _, x := range a.relief.Sessions {
		if standing[noticeKey(x.Ask, x.ID)] {
			a.showRelief(x, x.Ask)
		}
	}
}

// rebuilt is what the records of the last days say, where nothing else does.
func (a *Agent) rebuilt(ctx context.Context) relief.State {
	now := a.clock()
	h, err := a.library().HeatCold()
	if err != nil {
		return relief.State{}
	}
	records, err := a.o.Relief.Reliefs(ctx, now.Wall.Add(-rebuiltFrom), now.Wall.Add(time.Hour))
	if err != nil {
		a.o.Log.Error("the uses of heat and cold could not be read", "err", err)
	}
	return relief.Rebuild(now, records, h.Timers)
}

// stepRelief tells heat and cold of an event and does what they ask for. What
// cannot be saved is done all the same: nobody is left with a pack on.
func (a *Agent) stepRelief(ctx context.Context, ev relief.Event) []relief.Effect {
	if a.o.Relief == nil || a.relief.Empty() {
		return nil
	}
	now := a.clock()
	state, effects, wake := a.relief.Step(now, ev)
	if _, tick := ev.(relief.Tick); !tick || len(effects) > 0 {
		_ = a.saveRelief(ctx, state, now.Wall, effects) // the person is told by a notice
	}
	a.takeRelief(state, effects, wake)
	if len(effects) > 0 || len(state.Sessions) > 0 {
		a.publish()
	}
	return effects
}

// attemptRelief is stepRelief for what a person asked for: it takes effect only
// if it could be saved, because it will be acknowledged.
func (a *Agent) attemptRelief(ctx context.Context, ev relief.Event) ([]relief.Effect, error) {
	now := a.clock()
	state, effects, wake := a.relief.Step(now, ev)
	if err := a.saveRelief(ctx, state, now.Wall, effects); err != nil {
		return nil, err
	}
	a.takeRelief(state, effects, wake)
	a.publish()
	return effects, nil
}

func (a *Agent) saveRelief(ctx context.Context, s relief.State, at time.Time, effects []relief.Effect) error {
	return a.saved(a.o.Relief.RecordRelief(ctx, s, at, effects))
}

// takeRelief makes a step's outcome the present.
func (a *Agent) takeRelief(s relief.State, effects []relief.Effect, wake time.Time) {
	a.relief, a.reliefWake = s, wake
	for _, e := range effects {
		switch e.Verb {
		case relief.Show:
			a.showRelief(e.Session, e.Ask)
		case relief.Close:
			a.withdraw(noticeKey(e.Ask, e.Session.ID))
		case relief.Log, relief.Told: // for the store
		}
	}
	if in, counting := a.nextMinute(); counting && (wake.IsZero() || a.now().Add(in).Before(wake)) {
		a.reliefWake = a.now().Add(in) // for whoever shows the countdown
	}
}

// nextMinute is how long until the countdown of a session that runs shows
// another minute.
func (a *Agent) nextMinute() (in time.Duration, counting bool) {
	for _, x := range a.relief.Sessions {
		if x.Phase != relief.Running {
			continue
		}
		left := x.Left() % time.Minute
		if left == 0 {
			left = time.Minute
		}
		if !counting || left < in {
			in, counting = left, true
		}
	}
	return in, counting
}

func (a *Agent) withdraw(key string) {
	if err := a.o.Desktop.Withdraw(key); err != nil {
		a.o.Log.Warn("a notification could not be withdrawn", "key", key, "err", err)
	}
}

// sessions are the packs as they are now, for programs; the first is the one
// that ends first of those that are not over.
func (a *Agent) sessions() (running *control.Session, all []control.Session) {
	if a.o.Relief == nil {
		return nil, nil
	}
	return Sessions(a.relief, a.clock())
}

// Sessions describes heat and cold for programs, as they are at an instant.
func Sessions(state relief.State, at relief.Clock) (running *control.Session, all []control.Session) {
	now, _, _ := state.Step(at, relief.Tick{})
	for _, x := range now.Sessions {
		all = append(all, describe(x, at.Wall))
	}
	for i, s := range all {
		if s.State != control.SessionOver && (running == nil || s.EndsAt.Before(running.EndsAt)) {
			running = &all[i]
		}
	}
	return running, all
}

// describe is a session as of its last step, which was at an instant.
func describe(x relief.Session, at time.Time) control.Session {
	s := control.Session{
		ID: x.ID, Kind: string(x.Kind), Region: string(x.Region), EndsAt: *instant(x.Ends(at), at.Location()), State: string(x.Phase),
		Timer: x.Timer, Name: x.Name, StartedAt: *instant(x.Started, at.Location()), Length: control.Seconds(x.Length), Left: control.Seconds(x.Left()),
		HardStop: control.Seconds(x.Limits.HardStop), Ask: string(x.Ask), Before: x.Before,
	}
	if c := x.NextCheck(); c > 0 && x.Phase == relief.Running {
		s.NextCheck = instant(at.Add(c-x.Used), at.Location())
	}
	if x.Phase == relief.Paused {
		s.ResumeBy = instant(at.Add(relief.MostPaused-x.Off), at.Location())
	}
	return s
}

// reliefCheck goes through the questions before a session.
func (a *Agent) reliefCheck(ctx context.Context, t *content.Timer, region diary.Region) (safety.ReliefCheck, error) {
	var profile safety.Profile
	answers, err := a.o.Relief.ReliefAnswers(ctx)
	if err != nil {
		return safety.ReliefCheck{}, err
	}
	creams, err := a.o.Relief.CreamsNow(ctx)
	if err != nil {
		return safety.ReliefCheck{}, err
	}
	if a.o.Person != nil {
		if profile, err = a.o.Person.Profile(ctx); err != nil {
			return safety.ReliefCheck{}, err
		}
	}
	return safety.For(a.library(), profile, a.now()).Relief(t, region, safety.ReliefKnown{Answers: answers, Creams: creams})
}
