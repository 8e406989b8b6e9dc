// Package tray shows Unhunch in the panel: an icon that tells running, paused
// and waiting for an answer apart, and a menu with what comes next and the
// everyday verbs.
//
// It runs in the agent and is optional: everything works without it. Nothing
// here ticks; the menu changes when the agent's status does.
package tray

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"github.com/unhunch/unhunch/reminders/control"
)

// What keeps the icon from showing, as doctor tells it.
var (
	// ErrNoBus says that there is no D-Bus session bus to show an icon on.
	ErrNoBus = errors.New("there is no D-Bus session bus (hint: start Unhunch from your desktop session)")
	// ErrNoHost says that no panel shows icons now. An icon that waits appears
	// as soon as one does.
	ErrNoHost = errors.New("no panel shows tray icons (hint: on GNOME, install the AppIndicator extension; Unhunch works without an icon)")
	// ErrUnsupported says that this build has no tray: on macOS its library
	// would need the main thread and cgo.
	ErrUnsupported = errors.New("this build of Unhunch has no tray icon (hint: open the window with: unhunch)")
	// ErrOnce says that the process had its tray already: the library under
	// it starts once only.
	ErrOnce = errors.New("the tray icon can be started only once in a process (hint: restart Unhunch)")
)

// Options are what the menu does. A nil function does nothing. They are
// called from goroutines of the tray's own and should return soon.
type Options struct {
	Open   func(screen string)   // show the window: "today" or "stretch"
	Pause  func(until time.Time) // hold the reminders until then
	Resume func()
	// StopPack takes the heat or cold pack off that the headline tells of.
	StopPack func()
	Quit     func()
	Now      func() time.Time // the person's clock and time zone; nil means time.Now
}

// Tray is the icon and its menu.
type Tray struct {
	o      Options
	status chan control.Status // the latest not shown yet
	stop   context.CancelFunc
	ended  chan struct{}
	shown  atomic.Bool
}

var started atomic.Bool

// Run puts the icon into the panel until ctx ends, and returns at once. Where
// no panel shows icons yet, it waits for one without cost. The error is
// ErrNoBus, ErrUnsupported or ErrOnce; the nil Tray that comes with it takes
// updates and does nothing.
func Run(ctx context.Context, o Options) (*Tray, error) {
	h, err := newHost(ctx)
	if err != nil {
		return nil, err
	}
	if !started.CompareAndSwap(false, true) {
		h.close()
		return nil, ErrOnce
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	ctx, stop := context.WithCancel(ctx)
	t := &Tray{o: o, status: make(chan control.Status, 1), stop: stop, ended: make(chan struct{})}
	go func() {
		defer close(t.ended)
		t.run(ctx, h)
	}()
	return t, nil
}

// Update shows a new status. It never waits: of several at once the latest
// counts.
func (t *Tray) Update(st control.Status) {
	if t == nil {
		return
	}
	for {
		select {
		case t.status <- st:
			return
		default:
		}
		select {
		case <-t.status:
		default:
		}
	}
}

// Shown tells whether a panel was there to show the icon.
func (t *Tray) Shown() bool { return t != nil && t.shown.Load() }

// Close takes the icon away and returns when it is gone.
func (t *Tray) Close() {
	if t != nil {
		t.stop()
		<-t.ended
	}
}
