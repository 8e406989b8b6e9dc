package ui

import (
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// This file is the one crossing between the window's goroutine and all
// others: everything that touches a widget from outside comes through here.

// shut tells that nothing crosses any more.
var shut atomic.Bool

// Shut drops all that is still to run on the window's goroutine from now on. The
// program calls it when its window has closed: soon after, the toolkit is gone,
// and whoever asked it for something would bring the program down.
func Shut() { shut.Store(true) }

// onUI runs f on the window's goroutine, soon.
func onUI(f func()) {
	if !shut.Load() {
		fyne.Do(f)
	}
}

// OnUI runs f on the window's goroutine, soon.
func OnUI(f func()) { onUI(f) }

// off runs job away from the window's goroutine and then, back on it, then.
func (w *Window) off(job func() error, then func(error)) {
	w.run(func() {
		err := job()
		onUI(func() {
			if !w.closed {
				then(err)
			}
		})
	})
}

// fetch runs get away from the window's goroutine and hands what it got to
// then.
func fetch[T any](w *Window, get func() (T, error), then func(T, error)) {
	var got T
	w.off(func() error {
		var err error
		got, err = get()
		return err
	}, func(err error) { then(got, err) })
}

// beat calls f on the window's goroutine at every full second until ctx ends.
func beat(ctx context.Context, f func()) {
	go func() {
		for {
			now := time.Now()
			next := now.Truncate(time.Second).Add(time.Second)
			select {
			case <-ctx.Done():
				return
			case <-time.After(next.Sub(now)):
				onUI(f)
			}
		}
	}()
}

// later calls f on the window's goroutine after d, unless stop is called.
func later(d time.Duration, f func()) (stop func()) {
	t := time.AfterFunc(d, func() { onUI(f) })
	return func() { t.Stop() }
}
