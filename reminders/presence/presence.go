// Package presence watches whether somebody is at the desk: input going quiet,
// the session locked, the machine asleep, the clock set. It tells the
// scheduler as events, the moment the system does.
//
// Every sensor may be missing, and may come and go while the agent runs. What
// cannot be known is reported as unknown, never guessed: a reminder at the
// wrong moment is a nuisance, one that never comes is a failure.
package presence

import (
	"context"
	"sync"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// Options say what to watch. The zero value watches the session the program
// runs in.
type Options struct {
	AwayAfter  time.Duration    // no input for this long is being away; zero: five minutes, at least a second
	Display    string           // X display; empty: $DISPLAY, unless the session is a Wayland one
	SystemBus  string           // D-Bus address; empty: DBUS_SYSTEM_BUS_ADDRESS or the system's own socket
	SessionBus string           // D-Bus address; empty: from the environment
	Now        func() time.Time // nil: time.Now

	backoff func(attempt int) time.Duration // tests: pause before the next attempt to reach what is missing
	ask     bool                            // tests: ask for X's idle time instead of setting alarms
}

// Watcher watches until it is closed. Its methods may be called from any
// goroutine.
type Watcher struct {
	o      Options
	events chan reminders.Event
	cancel context.CancelFunc
	wg     sync.WaitGroup
	nudge  chan struct{} // have the idle sensor look again

	mu      sync.Mutex
	queue   queue
	pushed  chan struct{}
	idle    idle
	lock    lock
	asleep  bool
	sensors []SensorState
}

// Open starts watching. The first events say how things stand: Active, Idle or
// Unknown, and Lock if the session is locked. It ends with Close or with ctx.
func Open(ctx context.Context, o Options) *Watcher {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.AwayAfter == 0 {
		o.AwayAfter = reminders.DefaultConfig().AwayAfter
	}
	if o.backoff == nil {
		o.backoff = backoff
	}
	ctx, cancel := context.WithCancel(ctx)
	w := &Watcher{
		o: o, cancel: cancel,
		events: make(chan reminders.Event), nudge: make(chan struct{}, 1), pushed: make(chan struct{}, 1),
		idle: idle{awayAfter: atLeastASecond(o.AwayAfter)},
	}
	for _, name := range []string{sensorIdle, sensorSession, sensorLock, sensorClock} {
		w.sensors = append(w.sensors, SensorState{Name: name, State: Missing, Detail: "not looked at yet"})
	}
	w.wg.Go(func() { w.deliver(ctx) })
	for _, watch := range watches {
		w.wg.Go(func() { watch(ctx, w) })
	}
	return w
}

// Events delivers what happened, in order; the latest comes even to a reader
// that was slow. It is closed when the Watcher is.
func (w *Watcher) Events() <-chan reminders.Event { return w.events }

// SetAwayAfter changes how long without input counts as being away.
func (w *Watcher) SetAwayAfter(d time.Duration) {
	w.mu.Lock()
	w.idle.awayAfter = atLeastASecond(d)
	w.mu.Unlock()
	w.lookAgain()
}

// Close stops watching and waits for everything it started to end.
func (w *Watcher) Close() error {
	w.cancel()
	w.wg.Wait()
	return nil
}

func atLeastASecond(d time.Duration) time.Duration { return max(d, time.Second) }

func (w *Watcher) lookAgain() {
	select {
	case w.nudge <- struct{}{}:
	default:
	}
}

// deliver hands the queue to the reader.
func (w *Watcher) deliver(ctx context.Context) {
	defer close(w.events)
	for {
		w.mu.Lock()
		first, ok := w.queue.first()
		w.mu.Unlock()
		var out chan<- reminders.Event
		if ok {
			out = w.events
		}
		select {
		case <-ctx.Done():
			return
		case <-w.pushed: // the first may have changed: look again
		case out <- first.event:
			w.mu.Lock()
			w.queue.took(first)
			w.mu.Unlock()
			if first.taken != nil {
				first.taken()
			}
		}
	}
}

// push queues an event. The caller holds mu.
func (w *Watcher) push(ev reminders.Event, taken func()) {
	if ev == nil {
		return
	}
	w.queue.push(ev, taken)
	select {
	case w.pushed <- struct{}{}:
	default:
	}
}

// now is the wall clock alone: a monotonic reading would stand still while
// the machine sleeps.
func (w *Watcher) now() time.Time { return w.o.Now().Round(0) }

// backoff is how long to wait before attempt number n (from 1) to reach what
// is missing: two seconds at first, ten minutes in the end.
func backoff(n int) time.Duration {
	return min(2*time.Second<<min(n-1, 9), 10*time.Minute)
}

// keep runs a sensor's session again and again, reporting it missing in
// between. session returns when the sensor is lost, and why.
func (w *Watcher) keep(ctx context.Context, name string, session func(context.Context) error) {
	for attempt := 1; ; attempt++ {
		began := time.Now()
		err := session(ctx)
		if ctx.Err() != nil {
			return
		}
		w.missing(name, err)
		if time.Since(began) > time.Minute {
			attempt = 1
		}
		t := time.NewTimer(w.o.backoff(attempt))
		select {
		case <-ctx.Done():
			t.Stop()
			return
		case <-t.C:
		}
	}
}
