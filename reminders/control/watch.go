package control

import (
	"context"
	"encoding/json"
	"sync"
)

// Update is one item of a watch: exactly one of its fields is set.
type Update struct {
	Status *Status      `json:"status,omitempty"` // what is going on changed
	Open   *OpenRequest `json:"open,omitempty"`   // the window should show this
}

// maxOpens is how many screens wait for a window that does not read.
const maxOpens = 8

// watcher is the mailbox of one watching client: the latest status and a few
// screens to open, never more, so that a client that does not read costs
// nothing.
type watcher struct {
	id    uint64
	opens bool // it is a window, and wants to be told what to open
	wake  chan struct{}
	stop  chan struct{}
	once  sync.Once

	mu      sync.Mutex
	status  json.RawMessage // the latest that was not sent yet
	fresh   bool            // some status was put in
	pending []json.RawMessage
}

type watchArgs struct {
	Opens *bool `json:"opens"`
}

// watch begins to send updates: the status now, then at each change.
func (c *conn) watch(ctx context.Context, r request) error {
	var a watchArgs
	if err := decodeArgs(r, &a, "opens"); err != nil {
		return err
	}
	w := &watcher{
		id:    r.id,
		opens: a.Opens == nil || *a.Opens,
		wake:  make(chan struct{}, 1),
		stop:  make(chan struct{}),
	}
	c.mu.Lock()
	switch {
	case c.closing:
		c.mu.Unlock()
		return &Error{Code: CodeFailed, Message: "Unhunch is stopping"}
	case c.w != nil:
		c.mu.Unlock()
		return badArgs("one watch a connection is enough", "watch: this connection watches already")
	}
	c.w = w
	c.mu.Unlock()

	// It is registered before the status is asked for, so that no change
	// between the two is lost.
	st, err := c.s.h.Status(ctx)
	var item json.RawMessage
	if err == nil {
		item, err = json.Marshal(Update{Status: &st})
	}
	if err != nil {
		c.mu.Lock()
		c.w = nil
		c.mu.Unlock()
		return err
	}
	w.putFirst(item)
	c.begin = w
	return nil
}

// run sends what comes in until the connection ends.
func (w *watcher) run(c *conn) {
	for {
		select {
		case <-w.stop:
			return
		case <-w.wake:
		}
		status, opens := w.take()
		if status != nil {
			opens = append(opens, status)
		}
		for _, item := range opens {
			if !c.reply(reply{ID: w.id, Item: item}) {
				return
			}
		}
	}
}

func (w *watcher) putFirst(item json.RawMessage) {
	w.mu.Lock()
	if !w.fresh { // a published one is newer
		w.status, w.fresh = item, true
	}
	w.mu.Unlock()
	w.ring()
}

func (w *watcher) putStatus(item json.RawMessage) {
	w.mu.Lock()
	w.status, w.fresh = item, true
	w.mu.Unlock()
	w.ring()
}

// putOpen queues a screen, and tells whether the client will see it.
func (w *watcher) putOpen(item json.RawMessage) bool {
	if !w.opens {
		return false
	}
	w.mu.Lock()
	ok := len(w.pending) < maxOpens
	if ok {
		w.pending = append(w.pending, item)
	}
	w.mu.Unlock()
	w.ring()
	return ok
}

func (w *watcher) take() (status json.RawMessage, opens []json.RawMessage) {
	w.mu.Lock()
	defer w.mu.Unlock()
	status, opens = w.status, w.pending
	w.status, w.pending = nil, nil
	return status, opens
}

func (w *watcher) ring() {
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

func (w *watcher) end() { w.once.Do(func() { close(w.stop) }) }
