package main

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
)

// longestStretch is how long the reminders wait at most for somebody who began.
const longestStretch = 2 * time.Hour

// stretchReminder tells the running reminders, if they run, that somebody
// stretches. Without them it does nothing.
type stretchReminder struct {
	a     *app
	ctx   context.Context // of the one stretch it is about
	tells sync.WaitGroup
}

func (a *app) stretchReminder(ctx context.Context) *stretchReminder {
	return &stretchReminder{a: a, ctx: context.WithoutCancel(ctx)}
}

// begin lets an open prompt wait for so long from now. It does not wait for the
// answer.
func (r *stretchReminder) begin(left time.Duration) {
	r.tells.Go(func() {
		r.tell(r.ctx, func(ctx context.Context, c *control.Client) error {
			return c.Begin(ctx, control.Begun{Reminder: reminders.Stretch, For: control.Seconds(min(longestStretch, left))})
		})
	})
}

// ended answers the reminder: with done if something was done to its end, and
// otherwise, if it waits, with skipped.
func (r *stretchReminder) ended(ctx context.Context, did bool) {
	r.tells.Wait()
	r.tell(ctx, func(ctx context.Context, c *control.Client) error {
		if did {
			return errors.Join(c.Did(ctx, control.Deed{Reminder: reminders.Stretch}), c.Reload(ctx))
		}
		_, err := c.Answer(ctx, control.Answer{Reminder: reminders.Stretch, Outcome: reminders.Skipped})
		if errors.Is(err, &control.Error{Code: control.CodeNoPrompt}) {
			err = nil
		}
		return errors.Join(err, c.Reload(ctx))
	})
}

// tell says something to the reminders; that it did not reach them costs
// nothing that was logged.
func (r *stretchReminder) tell(ctx context.Context, f func(context.Context, *control.Client) error) {
	c, err := r.a.dial(ctx)
	if errors.Is(err, control.ErrNotRunning) {
		return
	}
	if err == nil {
		defer func() { _ = c.Close() }()
		err = f(ctx, c)
	}
	if err != nil {
		r.a.warn(catalog.L("the running reminders did not take the stretch in: {{.Problem}}", catalog.D{"Problem": sentence(err)}))
	}
}
