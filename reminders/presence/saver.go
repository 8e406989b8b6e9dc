//go:build !windows && !darwin

package presence

import (
	"context"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

// savers are the desktops' screen savers and where they answer. Each lives on
// an interface of its own name.
var savers = map[string][]dbus.ObjectPath{
	"org.freedesktop.ScreenSaver": {"/org/freedesktop/ScreenSaver", "/ScreenSaver"},
	"org.gnome.ScreenSaver":       {"/org/gnome/ScreenSaver"},
	"org.cinnamon.ScreenSaver":    {"/org/cinnamon/ScreenSaver"},
	"org.mate.ScreenSaver":        {"/org/mate/ScreenSaver"},
	"org.xfce.ScreenSaver":        {"/org/xfce/ScreenSaver"},
}

// watchSavers listens to the screen savers on the session bus, for desktops
// that don't tell logind of the lock.
func watchSavers(ctx context.Context, w *Watcher) {
	w.keep(ctx, sensorLock, func(ctx context.Context) error {
		addr, err := sessionBus(w.o.SessionBus)
		if err != nil {
			return err
		}
		conn, signals, err := dial(ctx, addr)
		if err != nil {
			return err
		}
		defer func() { _ = conn.Close() }()
		s := saverWatch{w: w, conn: conn, owner: map[string]string{}, active: map[string]bool{}}
		defer s.tell(true)
		if err := s.begin(ctx); err != nil {
			return err
		}
		for sig := range signals {
			s.signal(ctx, sig)
		}
		return &trouble{"the session bus went away", ""}
	})
}

type saverWatch struct {
	w      *Watcher
	conn   *dbus.Conn
	owner  map[string]string // unique name by saver; those that are running
	active map[string]bool   // by saver
}

func (s *saverWatch) begin(ctx context.Context) error {
	for name := range savers {
		if err := ownerChanges(ctx, s.conn, name); err != nil {
			return err
		}
		err := subscribe(ctx, s.conn, dbus.WithMatchSender(name), dbus.WithMatchInterface(name), dbus.WithMatchMember("ActiveChanged"))
		if err != nil {
			return err
		}
	}
	for name := range savers {
		if o := owner(ctx, s.conn, name); o != "" {
			s.appeared(ctx, name, o)
		}
	}
	s.tell(false)
	return nil
}

func (s *saverWatch) appeared(ctx context.Context, name, owner string) {
	s.owner[name] = owner
	for _, path := range savers[name] {
		var active bool
		if call(ctx, s.conn.Object(owner, path), name+".GetActive").Store(&active) == nil {
			s.active[name] = active
			return
		}
	}
}

func (s *saverWatch) signal(ctx context.Context, sig *dbus.Signal) {
	if name, owner, ok := ownerChanged(sig); ok {
		if savers[name] == nil {
			return
		}
		delete(s.owner, name)
		delete(s.active, name)
		if owner != "" {
			s.appeared(ctx, name, owner)
		}
		s.tell(false)
		return
	}
	name, ok := strings.CutSuffix(sig.Name, ".ActiveChanged")
	if !ok || len(sig.Body) == 0 || s.owner[name] == "" || s.owner[name] != sig.Sender {
		return
	}
	if active, ok := sig.Body[0].(bool); ok {
		s.active[name] = active
		s.tell(false)
	}
}

// tell passes on whether any saver is active; none is once the bus is gone.
func (s *saverWatch) tell(gone bool) {
	locked := false
	var names []string
	for name := range s.owner {
		names = append(names, name)
		locked = locked || s.active[name] && !gone
	}
	if !gone {
		if len(names) > 0 {
			s.w.works(sensorLock, strings.Join(names, ", "))
		} else {
			s.w.missing(sensorLock, &trouble{"no screen saver is running on the session bus", ""})
		}
	}
	s.w.changeLock(func(l *lock, _ time.Time, _ bool) { l.setSaver(locked) })
}
