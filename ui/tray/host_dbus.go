//go:build (linux || freebsd || openbsd || netbsd) && !android

package tray

import (
	"context"
	"fmt"
	"time"

	"github.com/godbus/dbus/v5"
)

const (
	watcherName = "org.kde.StatusNotifierWatcher"
	watcherPath = "/StatusNotifierWatcher"
)

// host looks for a panel. It has a connection of its own, for as long as it
// waits: systray asks the bus in vain where no panel is, complains on
// standard error, and without a bus ends in a panic.
type host struct {
	conn *dbus.Conn
	came chan *dbus.Signal
}

func newHost(ctx context.Context) (*host, error) {
	conn, err := connect(ctx)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoBus, err)
	}
	h := &host{conn: conn, came: make(chan *dbus.Signal, 4)}
	conn.Signal(h.came)
	err = conn.AddMatchSignalContext(ctx,
		dbus.WithMatchSender("org.freedesktop.DBus"),
		dbus.WithMatchInterface("org.freedesktop.DBus"),
		dbus.WithMatchMember("NameOwnerChanged"),
		dbus.WithMatchArg(0, watcherName),
	)
	if err != nil {
		h.close()
		return nil, fmt.Errorf("%w: %w", ErrNoBus, err)
	}
	return h, nil
}

// busWait is how long a bus may take to greet.
const busWait = 5 * time.Second

// connect never launches a bus, and gives up on one that does not answer. The
// connection ends with ctx.
func connect(ctx context.Context) (*dbus.Conn, error) {
	ctx, cancel := context.WithCancel(ctx)
	late := time.AfterFunc(busWait, cancel)
	conn, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithContext(ctx))
	if err != nil {
		cancel()
		return nil, err
	}
	err = conn.Auth(nil)
	if err == nil {
		err = conn.Hello()
	}
	if err == nil && !late.Stop() {
		err = context.DeadlineExceeded
	}
	if err != nil {
		cancel()
		_ = conn.Close()
		return nil, err
	}
	context.AfterFunc(conn.Context(), cancel)
	return conn, nil
}

// wait returns true once a panel is there, and false when ctx ends or the bus
// goes away.
func (h *host) wait(ctx context.Context) bool {
	there, err := has(ctx, h.conn)
	for !there && err == nil {
		select {
		case <-ctx.Done():
			return false
		case sig, ok := <-h.came:
			if !ok || sig == nil {
				return false
			}
			if len(sig.Body) == 3 {
				owner, _ := sig.Body[2].(string)
				there = owner != ""
			}
		}
	}
	return there && ctx.Err() == nil
}

func (h *host) close() { _ = h.conn.Close() }

func has(ctx context.Context, conn *dbus.Conn) (there bool, err error) {
	err = conn.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.NameHasOwner", 0, watcherName).Store(&there)
	return there, err
}

// Check tells what keeps the icon from showing: ErrNoBus, ErrNoHost, or nil.
func Check(ctx context.Context) error {
	conn, err := connect(ctx)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNoBus, err)
	}
	defer func() { _ = conn.Close() }()
	there, err := has(ctx, conn)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNoBus, err)
	}
	if !there {
		return ErrNoHost
	}
	// A watcher may run without a panel that draws what it watches.
	var v dbus.Variant
	err = conn.Object(watcherName, watcherPath).CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0,
		watcherName, "IsStatusNotifierHostRegistered").Store(&v)
	if drawn, ok := v.Value().(bool); err == nil && ok && !drawn {
		return ErrNoHost
	}
	return nil
}
