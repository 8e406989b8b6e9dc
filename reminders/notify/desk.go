package notify

import (
	"context"
	"io"
	"slices"
	"sync"
	"time"
)

// Options say how a Desk speaks. The zero value is usable.
type Options struct {
	Terminal     io.Writer                       // where reminders are printed when nothing else can show them; nil: nowhere
	TerminalOnly bool                            // use nothing but the terminal
	Address      string                          // D-Bus address of the session bus; empty: from the environment
	Icon         string                          // icon name or file; empty: the app's own
	OpenLabel    string                          // label of the click on the notice itself; empty: "Open"
	ClickHint    string                          // added to the body where a server has no buttons; empty: "Click to open Unhunch."
	Command      func(key, action string) string // the command printed for a button in the terminal; nil: DefaultCommand
	Now          func() time.Time                // for the time printed in the terminal; nil: time.Now
	backoff      func(attempt int) time.Duration // tests: pause before the next attempt to reach the bus
	system       func(Options) Backend           // tests: the system's own notices
}

// Desk shows notices in the best way there is at the moment, and goes over to
// a better one as soon as it appears. All methods may be called from any
// goroutine; none of them waits for a notification server.
type Desk struct {
	o       Options
	bus     *freedesktop
	system  Backend // beeep; nil where there is none
	term    Backend // nil without Options.Terminal
	replies chan Reply
	wake    chan struct{}
	cancel  context.CancelFunc
	done    chan struct{}

	mu     sync.Mutex
	want   map[string]Notice // what should be on screen
	dirty  []string          // keys whose wish changed since the desk last looked, oldest first
	closed bool
	state  State
}

// Open starts a Desk. It waits a moment for the notification server's first
// answer, so that State and the first Show know where they stand. The Desk
// ends with Close or with ctx.
func Open(ctx context.Context, o Options) *Desk {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Command == nil {
		o.Command = DefaultCommand
	}
	if o.Icon == "" {
		o.Icon = appID
	}
	if o.OpenLabel == "" {
		o.OpenLabel = "Open"
	}
	if o.ClickHint == "" {
		o.ClickHint = "Click to open Unhunch."
	}
	if o.backoff == nil {
		o.backoff = backoff
	}
	if o.system == nil {
		o.system = newSystem
	}
	ctx, cancel := context.WithCancel(ctx)
	d := &Desk{
		o: o, bus: newFreedesktop(o),
		replies: make(chan Reply, 8), wake: make(chan struct{}, 1),
		cancel: cancel, done: make(chan struct{}), want: map[string]Notice{},
	}
	if !o.TerminalOnly {
		d.system = o.system(o)
	}
	if o.Terminal != nil {
		d.term = newTerminal(o)
	}
	ready := make(chan struct{})
	go d.run(ctx, ready)
	t := time.NewTimer(2 * time.Second)
	defer t.Stop()
	select {
	case <-ready:
	case <-t.C:
	}
	return d
}

// Replies delivers what the person did with the notices. It is closed when
// the Desk is.
func (d *Desk) Replies() <-chan Reply { return d.replies }

// Show puts the notice on screen, in place of one with the same key. It
// returns an error only for a notice that makes no sense and after Close;
// a server's refusal shows in State, and the next best backend speaks.
func (d *Desk) Show(n Notice) error {
	if err := check(n); err != nil {
		return err
	}
	n.Actions = slices.Clone(n.Actions)
	return d.change(n.Key, &n)
}

// Withdraw takes the notice with that key off the screen, if it is there.
func (d *Desk) Withdraw(key string) error { return d.change(key, nil) }

// Name is the backend that would show a notice now: "freedesktop", "beeep",
// "terminal", or "none".
func (d *Desk) Name() string { return d.State().Backend }

// Close takes all notices off the screen and ends the Desk.
func (d *Desk) Close() error {
	d.cancel()
	<-d.done
	return nil
}

// change records what should be on screen and nudges the desk. Several
// changes of one key between two looks become one.
func (d *Desk) change(key string, n *Notice) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return ErrClosed
	}
	if n != nil {
		d.want[key] = *n
	} else {
		delete(d.want, key)
	}
	if i := slices.Index(d.dirty, key); i >= 0 {
		d.dirty = slices.Delete(d.dirty, i, i+1)
	}
	d.dirty = append(d.dirty, key)
	select {
	case d.wake <- struct{}{}:
	default:
	}
	return nil
}

// backoff is how long to wait before attempt number n (from 1) to reach the
// bus again: quickly at first, then once in five minutes. A Show does not wait
// for it.
func backoff(n int) time.Duration {
	return min(time.Second<<min(n-1, 9), 5*time.Minute)
}
