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
