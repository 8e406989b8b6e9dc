package control

import (
	"context"
	"errors"
	"time"
)

// Status asks what is going on.
func (c *Client) Status(ctx context.Context) (Status, error) {
	var st Status
	return st, c.call(ctx, "status", nil, &st)
}

// Pause holds the reminders until an instant; the zero time means until
// Resume.
func (c *Client) Pause(ctx context.Context, until time.Time) error {
	return c.call(ctx, "pause", pauseArgs{until}, nil)
}

// Resume ends a pause.
func (c *Client) Resume(ctx context.Context) error { return c.call(ctx, "resume", nil, nil) }

// Answer answers an open prompt.
func (c *Client) Answer(ctx context.Context, a Answer) (AnswerResult, error) {
	var res AnswerResult
	return res, c.call(ctx, "answer", a, &res)
}

// Begin says that the person does what an open prompt asks for.
func (c *Client) Begin(ctx context.Context, b Begun) error { return c.call(ctx, "begin", b, nil) }

// Did says that the person did what a reminder asks for, asked or not.
func (c *Client) Did(ctx context.Context, d Deed) error { return c.call(ctx, "did", d, nil) }

// Open shows a screen of the window.
func (c *Client) Open(ctx context.Context, r OpenRequest) error {
	return c.call(ctx, "open", r, nil)
}

// Reload tells the agent that settings or records changed.
func (c *Client) Reload(ctx context.Context) error { return c.call(ctx, "reload", nil, nil) }

// Quit stops the program. That it went away before it answered is no error.
func (c *Client) Quit(ctx context.Context) error {
	err := c.call(ctx, "quit", nil, nil)
	if errors.Is(err, &Error{Code: CodeLost}) {
		return nil
	}
	return err
}

// Stop asks whatever version of Unhunch listens at path to quit. It is the
// way out when Dial says that two versions do not fit together.
func Stop(ctx context.Context, path string) error {
	k, err := connect(ctx, path)
	if err != nil {
		return err
	}
	c := newClient(path, k)
	err = c.Quit(ctx)
	_ = c.Close()
	return err
}
