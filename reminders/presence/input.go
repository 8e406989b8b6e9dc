package presence

import (
	"context"
	"errors"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// idleSource is a system's way to tell how long there has been no input.
type idleSource interface {
	// quiet is how long there has been no input.
	quiet() (time.Duration, error)
	// arm asks for one wake when the idle time passes at, upwards or
	// downwards, in place of what was armed before. False: it cannot.
	arm(at time.Duration, rising bool) (bool, error)
	// wakes delivers the alarms, and is closed when the source is lost.
	wakes() <-chan struct{}
}

var errSourceLost = errors.New("the connection was lost")

// watchInput follows a source until it is lost or ctx ends.
func (w *Watcher) watchInput(ctx context.Context, src idleSource) error {
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	for alarmed := false; ; {
		quiet, err := src.quiet()
		if err != nil {
			return err
		}
		p, news := w.sawInput(quiet)
		wakes := src.wakes()
		if alarmed && !news {
			// An alarm that changes nothing must not become a treadmill.
			p, wakes = plan{wait: soonest}, nil
		}
		armed := false
		if p.alarm > 0 {
			if armed, err = src.arm(p.alarm, p.rising); err != nil {
				return err
			}
		}
		if armed {
			timer.Stop()
		} else {
			timer.Reset(p.wait)
		}
		alarmed = false
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-w.nudge:
		case <-timer.C:
		case _, ok := <-wakes:
			if !ok {
				return errSourceLost
			}
			alarmed = true
		}
	}
}

// sawInput takes a look into account and returns when to look again, and
// whether there was news.
func (w *Watcher) sawInput(quiet time.Duration) (p plan, news bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	now := w.now()
	ev, p := w.idle.look(now, quiet)
	w.push(ev, nil)
	wait := w.lock.input(now, now.Add(-quiet))
	unlocked := w.lock.event()
	switch {
	case unlocked != nil:
		w.push(unlocked, nil)
		w.idle.back(now)
	case wait > 0:
		p = plan{wait: wait}
	case !w.lock.asked.IsZero():
		p = plan{wait: returnLook, alarm: max(quiet/2, time.Millisecond)}
	}
	return p, ev != nil || unlocked != nil
}

// lostInput says that input cannot be seen any more.
func (w *Watcher) lostInput() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.push(w.idle.blind(), nil)
	w.lock.blind()
	w.push(w.lock.event(), nil)
}

// changeLock applies what a sensor said about the lock.
func (w *Watcher) changeLock(change func(l *lock, now time.Time, seesInput bool)) {
	w.mu.Lock()
	now := w.now()
	change(&w.lock, now, w.idle.sees())
	ev := w.lock.event()
	w.push(ev, nil)
	if _, ok := ev.(reminders.Unlock); ok {
		w.idle.back(now)
	}
	w.mu.Unlock()
	if ev != nil {
		w.lookAgain()
	}
}

// sleeps says that the machine is about to sleep; taken is called once the
// reader knows.
func (w *Watcher) sleeps(taken func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.asleep {
		return
	}
	w.asleep = true
	w.push(reminders.Suspend{}, taken)
}

// woke says that the machine is awake.
func (w *Watcher) woke() {
	w.mu.Lock()
	if w.asleep {
		w.asleep = false
		w.push(reminders.Resume{}, nil)
		w.idle.back(w.now())
	}
	w.mu.Unlock()
	w.lookAgain()
}

// clockSet says that the wall clock jumped.
func (w *Watcher) clockSet(by time.Duration) {
	w.mu.Lock()
	w.push(reminders.ClockSet{By: by}, nil)
	w.mu.Unlock()
}
