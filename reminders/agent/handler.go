package agent

import (
	"context"
	"time"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
)

var _ control.Handler = (*Agent)(nil)

// call runs f in the loop and waits for it. It returns false if the agent has
// stopped.
func (a *Agent) call(f func()) bool {
	ran := make(chan struct{})
	select {
	case a.calls <- func() { defer close(ran); f() }:
		<-ran
		return true
	case <-a.done:
		return false
	}
}

// errStopping is the answer to whoever asks while the agent stops.
var errStopping = &control.Error{Code: control.CodeNotRunning, Message: "Unhunch is stopping", Hint: "start it again with: unhunch"}

// do runs f in the loop and returns its error.
func (a *Agent) do(f func() error) (err error) {
	if !a.call(func() { err = f() }) {
		return errStopping
	}
	return err
}

// Status tells what is going on.
func (a *Agent) Status(context.Context) (s control.Status, err error) {
	err = a.do(func() error { s = a.status(); return nil })
	return s, err
}

// Pause holds the reminders until an instant; the zero time means until
// Resume.
func (a *Agent) Pause(ctx context.Context, until time.Time) error {
	return a.do(func() error {
		if !until.IsZero() && !until.After(a.now()) {
			return &control.Error{Code: control.CodeBadArgs, Message: "the pause would end before it begins", Hint: "give a time in the future, as in: unhunch pause until 18:00"}
		}
		return a.attempt(ctx, reminders.Pause{Until: until})
	})
}

// Resume ends a pause.
func (a *Agent) Resume(ctx context.Context) error {
	return a.do(func() error { return a.attempt(ctx, reminders.ResumeReminders{}) })
}

// Begin keeps an open prompt while the person does what it asks for. The
// notification goes: they are at it.
func (a *Agent) Begin(ctx context.Context, b control.Begun) error {
	return a.do(func() error {
		a.reloadIfChanged(ctx)
		if err := a.attempt(ctx, reminders.Begin{ID: b.Reminder, Until: a.now().Add(b.For.Duration())}); err != nil {
			return err
		}
		a.withdrawBegun(b.Reminder)
		return nil
	})
}

// Did starts a reminder's clock again, or answers its prompt.
func (a *Agent) Did(ctx context.Context, d control.Deed) error {
	return a.do(func() error {
		a.reloadIfChanged(ctx)
		return a.attempt(ctx, reminders.Did{ID: d.Reminder})
	})
}

// withdrawBegun takes the notification of something begun off the screen. Its
// prompt stays open.
func (a *Agent) withdrawBegun(id reminders.ID) {
	if p, open := a.state.Prompts[id]; !open || !p.Begun {
		return
	}
	if err := a.o.Desktop.Withdraw(string(id)); err != nil {
		a.o.Log.Warn("a notification could not be withdrawn", "reminder", id, "err", err)
	}
}

// Answer answers an open prompt.
func (a *Agent) Answer(ctx context.Context, ans control.Answer) (res control.AnswerResult, err error) {
	err = a.do(func() (err error) { res, err = a.answer(ctx, ans); return err })
	return res, err
}

// Open shows a screen of the window.
func (a *Agent) Open(_ context.Context, r control.OpenRequest) error { return a.o.Open(r) }

// Reload reads the settings again.
func (a *Agent) Reload(ctx context.Context) error {
	return a.do(func() error { return a.reload(ctx) })
}

// Quit stops the agent.
func (a *Agent) Quit(context.Context) error {
	return a.do(func() error { a.stop(); return nil })
}
