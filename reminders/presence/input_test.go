package presence

import (
	"context"
	"errors"
	"reflect"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// desk is an input source on a bubble's clock: somebody types at given
// instants.
type desk struct {
	mu     sync.Mutex
	last   time.Time
	alarms bool
	looks  int
	wake   chan struct{}
	rising time.Duration
	stop   func() bool
}

func (d *desk) quiet() (time.Duration, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.looks++
	return time.Since(d.last), nil
}

func (d *desk) wakes() <-chan struct{} { return d.wake }

func (d *desk) arm(at time.Duration, rising bool) (bool, error) {
	if !d.alarms {
		return false, nil
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.disarm()
	d.rising = 0
	if rising {
		d.rising = at
		d.set()
	}
	return true, nil
}

// set has the alarm ring when the idle time gets there, as the server does.
func (d *desk) set() {
	t := time.AfterFunc(time.Until(d.last.Add(d.rising)), d.ring)
	d.stop = t.Stop
}

func (d *desk) disarm() {
	if d.stop != nil {
		d.stop()
	}
}

func (d *desk) ring() {
	select {
	case d.wake <- struct{}{}:
	default:
	}
}

// typed is input now; away tells whether the source waits for it.
func (d *desk) typed(away bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.last = time.Now()
	switch {
	case d.rising > 0:
		d.disarm()
		d.set()
	case d.alarms && away:
		d.ring()
	}
}

// looked is how often it was looked at since the last time.
func (d *desk) looked() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	defer func() { d.looks = 0 }()
	return d.looks
}

// follow runs a watcher on the desk in a bubble.
func follow(t *testing.T, d *desk, story func(w *Watcher)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		d.last, d.wake = time.Now(), make(chan struct{}, 1)
		ctx, cancel := context.WithCancel(context.Background())
		w := &Watcher{
			o: Options{Now: time.Now}, cancel: cancel, events: make(chan reminders.Event),
			nudge: make(chan struct{}, 1), pushed: make(chan struct{}, 1), idle: idle{awayAfter: 5 * time.Minute},
		}
		w.wg.Go(func() { w.deliver(ctx) })
		w.wg.Go(func() {
			if err := w.watchInput(ctx, d); err != nil && !errors.Is(err, context.Canceled) {
				w.lostInput()
			}
		})
		story(w)
		must(t, w.Close())
		d.disarm()
	})
}

func TestLooksAreFew(t *testing.T) {
	for name, c := range map[string]struct {
		alarms  bool
		at, off int // looks in an hour at the desk, and in an hour away
	}{"alarm": {true, 1, 2}, "asking": {false, 25, 740}} {
		t.Run(name, func(t *testing.T) {
			d := &desk{alarms: c.alarms}
			follow(t, d, func(w *Watcher) {
				if ev := <-w.Events(); ev != (reminders.Active{}) {
					t.Fatalf("got %v", ev)
				}
				for range 240 {
					time.Sleep(15 * time.Second)
					d.typed(false)
				}
				synctest.Wait()
				if n := d.looked(); n > c.at {
					t.Errorf("%d looks in an hour of typing, want at most %d", n, c.at)
				}
				gone := time.Now()
				ev := <-w.Events()
				if !reflect.DeepEqual(ev, reminders.Idle{Since: gone.Round(0)}) || time.Since(gone) > 5*time.Minute+time.Second {
					t.Errorf("got %v after %v", ev, time.Since(gone))
				}
				time.Sleep(time.Hour)
				synctest.Wait()
				if n := d.looked(); n > c.off {
					t.Errorf("%d looks in an hour away, want at most %d", n, c.off)
				}
				d.typed(true)
				back := time.Now()
				if ev := <-w.Events(); ev != (reminders.Active{}) || time.Since(back) > returnLook {
					t.Errorf("got %v after %v", ev, time.Since(back))
				}
			})
		})
	}
}

func TestWakingTwiceADay(t *testing.T) {
	d := &desk{alarms: true}
	follow(t, d, func(w *Watcher) {
		<-w.Events()
		time.Sleep(4 * time.Minute)
		w.sleeps(nil)
		w.woke()
		for _, want := range []reminders.Event{reminders.Suspend{}, reminders.Resume{}} {
			if ev := <-w.Events(); ev != want {
				t.Fatalf("got %v, want %v", ev, want)
			}
		}
		woke := time.Now().Round(0)
		if ev := <-w.Events(); !reflect.DeepEqual(ev, reminders.Idle{Since: woke}) {
			t.Errorf("got %v, want idle since %v", ev, woke)
		}
		if time.Since(woke) > 5*time.Minute+time.Second {
			t.Errorf("told after %v", time.Since(woke))
		}
	})
}

func TestAnAlarmThatNeverStops(t *testing.T) {
	d := &desk{alarms: true}
	follow(t, d, func(w *Watcher) {
		<-w.Events()
		end := time.Now().Add(time.Minute)
		for time.Now().Before(end) {
			d.ring()
			time.Sleep(time.Millisecond)
			d.typed(false)
		}
		if n := d.looked(); n > 150 {
			t.Errorf("%d looks in a minute", n)
		}
	})
}

func TestSourceLost(t *testing.T) {
	d := &desk{}
	follow(t, d, func(w *Watcher) {
		<-w.Events()
		close(d.wake)
		if ev := <-w.Events(); ev != (reminders.Unknown{}) {
			t.Errorf("got %v", ev)
		}
	})
}
