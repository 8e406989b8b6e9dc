package notify

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/godbus/dbus/v5"
)

// loop is what run keeps to itself: one goroutine owns it.
type loop struct {
	*Desk
	pending []Reply     // not yet taken by the reader
	retry   *time.Timer // the next attempt to reach the bus, or to wake a server that went away
	tries   int
	last    time.Time // of the latest attempt to reach the bus
	gone    time.Time // when the server last went away
}

// run owns the bus connection and everything on screen.
func (d *Desk) run(ctx context.Context, ready chan<- struct{}) {
	defer close(d.done)
	defer close(d.replies)
	defer d.leave()
	defer d.cancel()
	l := &loop{Desk: d, retry: time.NewTimer(time.Hour)}
	l.retry.Stop()
	defer l.retry.Stop()
	l.reach(ctx)
	close(ready)
	for ctx.Err() == nil {
		var out chan<- Reply
		var next Reply
		if len(l.pending) > 0 {
			out, next = d.replies, l.pending[0]
		}
		select {
		case <-ctx.Done():
		case out <- next:
			l.pending = l.pending[1:]
		case <-l.retry.C:
			l.reach(ctx)
		case <-d.wake:
			// A reminder is a good reason to look for the bus at once.
			if !d.bus.connected() && time.Since(l.last) > time.Second {
				l.reach(ctx)
			}
			l.settle()
			d.report()
		case sig, ok := <-d.bus.signals:
			if ok {
				l.signal(sig)
				continue
			}
			d.bus.lost()
			l.later()
			d.report()
		}
	}
}

// reach connects to the bus if need be, and shows there what should be shown.
func (l *loop) reach(ctx context.Context) {
	if l.o.TerminalOnly {
		l.report()
		return
	}
	if !l.bus.connected() {
		l.last = time.Now()
		if l.bus.connect(ctx); l.bus.connected() {
			l.tries = 0
		}
	}
	if l.bus.connected() {
		l.retry.Stop()
		l.again()
	} else {
		l.later()
	}
	l.report()
}

// later plans the next attempt, later each time until all has been well for a
// while.
func (l *loop) later() {
	if l.bus.connected() && time.Since(l.gone) > 10*time.Minute {
		l.tries = 0
	}
	l.tries++
	l.retry.Reset(l.o.backoff(l.tries))
}

// signal takes one signal of the bus: a reply of the person, or a server that
// came or went.
func (l *loop) signal(sig *dbus.Signal) {
	r, changed := l.bus.signal(sig)
	switch {
	case changed && l.bus.owner != "":
		l.again()
	case changed && l.bus.activatable:
		l.later() // the bus starts it again when we ask, but not in a tight circle
		l.gone = time.Now()
	case r.Key != "":
		l.mu.Lock()
		if !slices.Contains(l.dirty, r.Key) { // else a newer one is on its way
			delete(l.want, r.Key)
		}
		l.mu.Unlock()
		l.pending = append(l.pending, r)
	}
	l.report()
}

// settle brings the screen in line with what changed, in the order in which
// it was asked for.
func (l *loop) settle() {
	l.mu.Lock()
	keys := l.dirty
	l.dirty = nil
	l.mu.Unlock()
	for _, key := range keys {
		l.mu.Lock()
		n, ok := l.want[key]
		l.mu.Unlock()
		if ok {
			l.speak(n)
		} else {
			l.withdraw(key)
		}
	}
}

// speak shows through the best backend that succeeds. What only a fallback
// said is shown properly as soon as a server appears.
func (l *loop) speak(n Notice) {
	for _, b := range []Backend{l.bus, l.system, l.term} {
		if b != nil && b.Show(n) == nil {
			return
		}
	}
}

func (l *loop) withdraw(key string) {
	for _, b := range []Backend{l.bus, l.system, l.term} {
		if b != nil {
			_ = b.Withdraw(key) // gone already or not reachable: it is not on screen either way
		}
	}
}

// again shows what should be on screen to a server that does not have it.
func (l *loop) again() {
	l.mu.Lock()
	var missing []Notice
	for key, n := range l.want {
		if !l.bus.knows(key) && !slices.Contains(l.dirty, key) {
			missing = append(missing, n)
		}
	}
	l.mu.Unlock()
	slices.SortFunc(missing, func(a, b Notice) int { return cmp.Compare(a.Key, b.Key) })
	for _, n := range missing {
		_ = l.bus.Show(n) // the failure shows in State; a fallback has spoken already
	}
}

// leave takes everything down.
func (d *Desk) leave() {
	d.mu.Lock()
	d.closed = true
	clear(d.want)
	d.mu.Unlock()
	for _, b := range []Backend{d.bus, d.system, d.term} {
		if b != nil {
			_ = b.Close() // nothing is left to be done about it
		}
	}
	d.report()
}
