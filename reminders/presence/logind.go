//go:build !windows && !darwin

package presence

import (
	"context"
	"os"
	"slices"
	"time"

	"github.com/godbus/dbus/v5"
)

const (
	loginName    = "org.freedesktop.login1"
	loginPath    = dbus.ObjectPath("/org/freedesktop/login1")
	loginManager = loginName + ".Manager"
	loginSession = loginName + ".Session"

	// settleDown is how long the machine is kept awake once the reader knows
	// that it is about to sleep: enough to write that down.
	settleDown = 250 * time.Millisecond
)

// watchLogind listens to systemd's or elogind's login manager: sleep and
// lock.
func watchLogind(ctx context.Context, w *Watcher) {
	w.keep(ctx, sensorSession, func(ctx context.Context) error {
		addr, err := systemBus(w.o.SystemBus)
		if err != nil {
			return err
		}
		conn, signals, err := dial(ctx, addr)
		if err != nil {
			return err
		}
		defer func() { _ = conn.Close() }()
		l := logind{w: w, conn: conn, manager: conn.Object(loginName, loginPath), taken: make(chan struct{}, 1)}
		defer l.letSleep()
		// Once nobody can tell, a lock must not last for ever.
		defer l.hint(false)
		if err := l.begin(ctx); err != nil {
			return err
		}
		return l.follow(ctx, signals)
	})
}

type logind struct {
	w       *Watcher
	conn    *dbus.Conn
	manager dbus.BusObject
	owner   string          // unique name; empty: not running
	session dbus.ObjectPath // ours; empty: not found
	awake   *os.File        // while it is open, sleep waits for us
	taken   chan struct{}   // the reader knows about the sleep
}

func (l *logind) begin(ctx context.Context) error {
	if err := ownerChanges(ctx, l.conn, loginName); err != nil {
		return err
	}
	for _, member := range []string{"PrepareForSleep", "SessionNew", "SessionRemoved"} {
		err := subscribe(ctx, l.conn, dbus.WithMatchSender(loginName), dbus.WithMatchObjectPath(loginPath),
			dbus.WithMatchInterface(loginManager), dbus.WithMatchMember(member))
		if err != nil {
			return err
		}
	}
	l.appeared(ctx, owner(ctx, l.conn, loginName))
	return nil
}

// appeared takes up with a login manager that is running, or notes that none
// is.
func (l *logind) appeared(ctx context.Context, owner string) {
	l.owner = owner
	if owner == "" {
		l.letSleep()
		l.unfollow(ctx)
		l.w.missing(sensorSession, &trouble{
			"no login manager is running on the system bus",
			"systemd-logind or elogind tells when the machine sleeps or the screen is locked",
		})
		return
	}
	l.stayAwake(ctx)
	var preparing bool
	if property(ctx, l.manager, loginManager, "PreparingForSleep", &preparing) == nil && !preparing {
		l.w.woke() // we may have missed it
	}
	l.findSession(ctx)
}

func (l *logind) follow(ctx context.Context, signals <-chan *dbus.Signal) error {
	grace := time.NewTimer(time.Hour)
	grace.Stop()
	defer grace.Stop()
	for {
		select {
		case <-l.taken:
			grace.Reset(settleDown)
		case <-grace.C:
			l.letSleep()
		case sig, ok := <-signals:
			if !ok {
				return &trouble{"the system bus went away", ""}
			}
			if name, owner, ok := ownerChanged(sig); ok && name == loginName {
				l.appeared(ctx, owner)
			} else if l.owner != "" && sig.Sender == l.owner {
				l.signal(ctx, sig)
			}
		}
	}
}

func (l *logind) signal(ctx context.Context, sig *dbus.Signal) {
	switch sig.Name {
	case loginManager + ".PrepareForSleep":
		if len(sig.Body) != 1 {
			return
		}
		switch sig.Body[0] {
		case true:
			l.w.sleeps(func() {
				select {
				case l.taken <- struct{}{}:
				default:
				}
			})
		case false:
			l.w.woke()
			l.stayAwake(ctx)
		}
		return
	case loginManager + ".SessionNew", loginManager + ".SessionRemoved":
		l.findSession(ctx)
		return
	}
	if sig.Path != l.session {
		return
	}
	switch sig.Name {
	case loginSession + ".Lock":
		l.w.changeLock((*lock).request)
	case loginSession + ".Unlock":
		l.w.changeLock(func(k *lock, _ time.Time, _ bool) { k.release() })
	case "org.freedesktop.DBus.Properties.PropertiesChanged":
		l.properties(ctx, sig.Body)
	}
}

// properties reads a PropertiesChanged signal of our session.
func (l *logind) properties(ctx context.Context, body []any) {
	if len(body) != 3 || body[0] != loginSession {
		return
	}
	changed, _ := body[1].(map[string]dbus.Variant)
	stale, _ := body[2].([]string)
	if v, ok := changed["LockedHint"]; ok {
		if locked, ok := v.Value().(bool); ok {
			l.hint(locked)
		}
	} else if slices.Contains(stale, "LockedHint") {
		l.readHint(ctx)
	}
}

func (l *logind) readHint(ctx context.Context) {
	var locked bool
	if property(ctx, l.conn.Object(loginName, l.session), loginSession, "LockedHint", &locked) == nil {
		l.hint(locked)
	}
}

func (l *logind) hint(locked bool) {
	l.w.changeLock(func(k *lock, _ time.Time, _ bool) { k.setHint(locked) })
}

// stayAwake asks that sleep wait until the reader knows of it: an event that
// arrives only after the sleep would come too late by its whole length.
// Without the permission we do without.
func (l *logind) stayAwake(ctx context.Context) {
	if l.awake != nil {
		return
	}
	var fd dbus.UnixFD
	err := call(ctx, l.manager, loginManager+".Inhibit", "sleep", "Unhunch", "Noting the time before sleep", "delay").Store(&fd)
	if err == nil && fd >= 0 {
		l.awake = os.NewFile(uintptr(fd), "sleep inhibitor")
	}
}

// letSleep gives up the delay.
func (l *logind) letSleep() {
	if l.awake != nil {
		_ = l.awake.Close() // closing is all there is to it
		l.awake = nil
	}
}
