package main

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/ui"
)

const (
	callWithin = 5 * time.Second
	firstRetry = 200 * time.Millisecond
	lastRetry  = 5 * time.Second
)

// link is the window's way to the agent.
type link struct{}

// call asks the agent something on a connection of its own: calls are rare,
// and an agent that was restarted in between must not matter.
func (l *link) call(ask func(context.Context, *control.Client) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), callWithin)
	defer cancel()
	path, err := control.SocketPath(control.AgentSocket)
	if err != nil {
		return err
	}
	c, err := control.Dial(ctx, path)
	if errors.Is(err, control.ErrNotRunning) {
		return errors.New(catalog.L("the reminders are not running"))
	}
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }()
	return ask(ctx, c)
}

// Pause holds the reminders.
func (l *link) Pause(until time.Time) error {
	return l.call(func(ctx context.Context, c *control.Client) error { return c.Pause(ctx, until) })
}

// Resume ends a pause.
func (l *link) Resume() error {
	return l.call(func(ctx context.Context, c *control.Client) error { return c.Resume(ctx) })
}

// Answer answers a prompt. One that closed meanwhile needs no answer.
func (l *link) Answer(a control.Answer) error {
	return l.call(func(ctx context.Context, c *control.Client) error {
		_, err := c.Answer(ctx, a)
		var known *control.Error
		if errors.As(err, &known) && known.Code == control.CodeNoPrompt {
			return nil
		}
		return err
	})
}

// Begin says that the person does what an open prompt asks for.
func (l *link) Begin(id reminders.ID, most time.Duration) error {
	return l.call(func(ctx context.Context, c *control.Client) error {
		return c.Begin(ctx, control.Begun{Reminder: id, For: control.Seconds(most)})
	})
}

// Did says that the person did what a reminder asks for.
func (l *link) Did(id reminders.ID) error {
	return l.call(func(ctx context.Context, c *control.Client) error {
		return c.Did(ctx, control.Deed{Reminder: id})
	})
}

// Reload makes the agent read the settings again.
func (l *link) Reload() error {
	return l.call(func(ctx context.Context, c *control.Client) error { return c.Reload(ctx) })
}

// Start starts the agent.
func (l *link) Start() error { return startAgent(context.Background()) }

// watch tells the window what the agent does, until ctx ends. An agent that is
// not there when the window opens is started, once: whoever stops it later
// meant to.
func (l *link) watch(ctx context.Context, w *ui.Window, frame fyne.Window) {
	wait, tried := firstRetry, false
	for ctx.Err() == nil {
		err := l.follow(ctx, w, frame, func() { wait, tried = firstRetry, true })
		if ctx.Err() != nil {
			return
		}
		if errors.Is(err, control.ErrNotRunning) && !tried {
			tried = true
			if err = startAgent(ctx); err == nil {
				continue
			}
		}
		ui.OnUI(func() { w.SetDown(why(err)) })
		select {
		case <-ctx.Done():
		case <-time.After(wait):
		}
		wait = min(2*wait, lastRetry)
	}
}

// follow passes on what the agent tells until the connection ends.
func (l *link) follow(ctx context.Context, w *ui.Window, frame fyne.Window, told func()) error {
	path, err := control.SocketPath(control.AgentSocket)
	if err != nil {
		return err
	}
	c, err := control.Dial(ctx, path)
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }()
	for u, err := range c.Watch(ctx) {
		if err != nil {
			return err
		}
		if u.Status != nil {
			told()
			st := *u.Status
			ui.OnUI(func() { w.SetStatus(st) })
		}
		if u.Open != nil {
			r := *u.Open
			ui.OnUI(func() { openHere(w, frame, r) })
		}
	}
	return control.ErrNotRunning
}

// why says in plain words that there are no reminders.
func why(err error) string {
	var known *control.Error
	switch {
	case errors.Is(err, control.ErrNotRunning):
		return catalog.L("Nothing is lost: your settings and your journal are here. Start them when you want to be reminded again.")
	case errors.As(err, &known) && known.Code == control.CodeProtocol:
		return catalog.L("The window and the reminders are of different versions. Stop both with “unhunch quit” and start again.")
	}
	return catalog.L("The reason: {{.Problem}}", catalog.D{"Problem": err})
}

// openHere shows what was asked for and comes to the front.
func openHere(w *ui.Window, frame fyne.Window, r control.OpenRequest) {
	if at, ok := ui.ScreenOf(r.Screen); ok {
		at, part := opens(at, r.Part, r.Routine)
		w.OpenAt(at, part)
	}
	front(frame)
}

// opens is the screen to open, and the part of it: a routine is played.
func opens(screen ui.Screen, part, routine string) (ui.Screen, string) {
	if routine != "" {
		return ui.Playing, routine
	}
	return screen, part
}

// startWithin is how long a started agent has to answer.
const startWithin = 10 * time.Second

func startAgent(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startWithin)
	defer cancel()
	return control.StartAgent(ctx)
}
