package control

import (
	"context"
	"encoding/json"
	"errors"
	"sync/atomic"
	"time"
)

const (
	dialWait  = 2 * time.Second        // to connect and be greeted
	replyWait = callWait + time.Second // for an answer: a little longer than the server grants itself
)

// Client talks to one server. Its methods may be called from several
// goroutines; they take turns. A connection that broke while nothing was
// being asked, because the agent was restarted, is made again by the next
// call.
type Client struct {
	path string
	turn chan struct{} // one call at a time; holds its token
	link *link
	id   uint64

	hello atomic.Pointer[hello] // of the latest link
}

// Dial connects to the socket at path. The error is ErrNotRunning if nobody
// listens there, and CodeProtocol if whoever does speaks another version. It
// takes at most two seconds, or less if ctx says so.
func Dial(ctx context.Context, path string) (*Client, error) {
	k, err := connect(ctx, path)
	if err != nil {
		return nil, err
	}
	if err := k.compatible(); err != nil {
		_ = k.nc.Close()
		return nil, err
	}
	return newClient(path, k), nil
}

func newClient(path string, k *link) *Client {
	c := &Client{path: path, turn: make(chan struct{}, 1), link: k}
	c.hello.Store(&k.hello)
	return c
}

// Version is the server's version.
func (c *Client) Version() string { return c.hello.Load().Version }

// PID is the server's process id.
func (c *Client) PID() int { return c.hello.Load().PID }

// Close ends the connection. Watches end by their own contexts.
func (c *Client) Close() error {
	c.turn <- struct{}{}
	defer func() { <-c.turn }()
	if c.link == nil {
		return nil
	}
	err := c.link.nc.Close()
	c.link = nil
	return err
}

// call sends a verb and waits for its answer, at most replyWait.
func (c *Client) call(ctx context.Context, verb string, args, result any) error {
	ctx, cancel := context.WithTimeout(ctx, replyWait)
	defer cancel()
	select {
	case c.turn <- struct{}{}:
		defer func() { <-c.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	fresh := c.link == nil
	if fresh {
		if err := c.redial(ctx); err != nil {
			return err
		}
	}
	err := c.ask(ctx, verb, args, result)
	if errors.Is(err, errUnsent) && !fresh {
		// The server went away since the last call and has seen nothing of
		// this one: asking its successor can't do the verb twice.
		if err := c.redial(ctx); err != nil {
			return err
		}
		err = c.ask(ctx, verb, args, result)
	}
	if errors.Is(err, errUnsent) {
		return ErrNotRunning
	}
	return err
}

func (c *Client) redial(ctx context.Context) error {
	c.drop()
	k, err := connect(ctx, c.path)
	if err != nil {
		return err
	}
	if err := k.compatible(); err != nil {
		_ = k.nc.Close()
		return err
	}
	c.link = k
	c.hello.Store(&k.hello)
	return nil
}

func (c *Client) drop() {
	if c.link != nil {
		_ = c.link.nc.Close()
		c.link = nil
	}
}

// ask does one exchange on the present link, and drops the link whenever its
// state is no longer known.
func (c *Client) ask(ctx context.Context, verb string, args, result any) error {
	c.id++
	r, err := c.link.ask(ctx, c.id, verb, args)
	if err != nil || c.link.stale {
		c.drop()
	}
	switch {
	case err != nil:
		return err
	case r.ID != c.id:
		c.drop()
		if r.Error != nil {
			return r.Error // about the connection
		}
		return &Error{Code: CodeProtocol, Message: "Unhunch answered another question"}
	case r.Error != nil:
		return r.Error
	case r.Result == nil:
		c.drop()
		return &Error{Code: CodeProtocol, Message: "Unhunch sent an item that was not asked for"}
	case result == nil:
		return nil
	}
	if err := json.Unmarshal(r.Result, result); err != nil {
		return &Error{CodeProtocol, "Unhunch's answer can't be read: " + err.Error(), "restart Unhunch: unhunch quit, then unhunch"}
	}
	return nil
}
