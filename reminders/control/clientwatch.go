package control

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
)

// Watch tells what is going on: the status at once, then at each change, and
// the screens a window should show. It has a connection of its own. The
// sequence ends with an error when the connection breaks, and without one
// when ctx ends; to go on, watch again.
func (c *Client) Watch(ctx context.Context) iter.Seq2[Update, error] {
	return watch(ctx, c.path, true)
}

// WatchStatus is Watch for whoever has no window: it is not counted among
// those who can show a screen, and is told of none.
func (c *Client) WatchStatus(ctx context.Context) iter.Seq2[Update, error] {
	return watch(ctx, c.path, false)
}

func watch(ctx context.Context, path string, opens bool) iter.Seq2[Update, error] {
	return func(yield func(Update, error) bool) {
		k, err := connect(ctx, path)
		if err != nil {
			yield(Update{}, err)
			return
		}
		defer func() { _ = k.nc.Close() }()
		if err := k.compatible(); err != nil {
			yield(Update{}, err)
			return
		}
		if err := k.startWatch(ctx, opens); err != nil {
			if !errors.Is(err, context.Canceled) {
				yield(Update{}, err)
			}
			return
		}
		defer k.within(ctx)()
		for {
			u, err := k.update(ctx)
			if ctx.Err() != nil {
				return
			}
			if !yield(u, err) || err != nil {
				return
			}
		}
	}
}

const watchID = 1

func (k *link) startWatch(ctx context.Context, opens bool) error {
	ctx, cancel := context.WithTimeout(ctx, replyWait)
	defer cancel()
	r, err := k.ask(ctx, watchID, "watch", watchArgs{&opens})
	switch {
	case errors.Is(err, errUnsent):
		return ErrNotRunning
	case err != nil:
		return err
	case r.Error != nil:
		return r.Error
	case r.Result == nil:
		return &Error{Code: CodeProtocol, Message: "Unhunch sent an item before its answer"}
	}
	return nil
}

func (k *link) update(ctx context.Context) (Update, error) {
	r, err := k.read(ctx)
	if err != nil {
		return Update{}, err
	}
	if r.Error != nil {
		return Update{}, r.Error
	}
	var u Update
	if err := json.Unmarshal(r.Item, &u); err != nil || r.ID != watchID || (u.Status == nil) == (u.Open == nil) {
		return Update{}, &Error{CodeProtocol, "what Unhunch sends can't be read", "restart Unhunch: unhunch quit, then unhunch"}
	}
	return u, nil
}
