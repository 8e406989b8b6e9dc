package notify

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/godbus/dbus/v5"
)

// The notification service of the Desktop Notifications Specification 1.3.
const (
	busName = "org.freedesktop.Notifications"
	busPath = dbus.ObjectPath("/org/freedesktop/Notifications")
	appID   = "io.github.unhunch.Unhunch"

	callTimeout  = 5 * time.Second  // a server that is there
	startTimeout = 15 * time.Second // one the bus has to start first
	dyingFor     = 2 * time.Second  // notices a server closes this shortly before it goes were not closed by anybody
)

var errNoServer = errors.New("no notification server is running on the session bus")

// freedesktop speaks to the notification server over a connection of its own.
// It is used from one goroutine.
type freedesktop struct {
	o           Options
	conn        *dbus.Conn
	signals     chan *dbus.Signal // nil while there is no connection; closed when it is lost
	owner       string            // unique name of the running server; empty: none
	activatable bool              // the bus can start one
	info        serverInfo
	err         error // why nothing can be shown now, or the latest refusal

	shown map[string]*onScreen // by key
	ids   map[uint32]string    // key by the server's id
	spent map[string]time.Time // by key: the server took it down, for instance into its history
}

type onScreen struct {
	id      uint32
	actions []string // offered: keys and labels in turn
	token   string
}

// offers tells whether the notice has a button with that key.
func (s *onScreen) offers(action string) bool {
	for i := 0; i < len(s.actions); i += 2 {
		if s.actions[i] == action {
			return true
		}
	}
	return false
}

type serverInfo struct {
	name, vendor, version, spec string
	caps                        []string
}

func (i serverInfo) can(capability string) bool { return slices.Contains(i.caps, capability) }

func newFreedesktop(o Options) *freedesktop {
	return &freedesktop{o: o, shown: map[string]*onScreen{}, ids: map[uint32]string{}, spent: map[string]time.Time{}}
}

// Name implements Backend.
func (f *freedesktop) Name() string { return "freedesktop" }

func (f *freedesktop) connected() bool { return f.conn != nil }

// usable tells whether a notice can be shown, if need be by a server that the
// bus starts for it.
func (f *freedesktop) usable() bool { return f.conn != nil && (f.owner != "" || f.activatable) }

// knows tells whether the server has, or had, the notice with that key.
func (f *freedesktop) knows(key string) bool {
	_, spent := f.spent[key]
	return f.shown[key] != nil || spent
}

// connect dials the bus, listens to the server's signals and asks what it can
// do. The outcome is in f.err.
func (f *freedesktop) connect(ctx context.Context) {
	addr, err := sessionBus(f.o.Address)
	if err != nil {
		f.err = err
		return
	}
	// Cancelling ctx unblocks a bus that does not answer; once connected, the
	// connection outlives ctx so that notices can be taken down at the end.
	own, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, cancel)
	conn, err := dbus.Connect(addr, dbus.WithContext(own), dbus.WithSignalHandler(dbus.NewSequentialSignalHandler()))
	if !stop() || err != nil {
		cancel()
		if err == nil {
			err = context.Cause(ctx)
		}
		f.err = fmt.Errorf("the session bus at %s does not answer: %w", addr, err)
		return
	}
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	f.conn, f.signals = conn, signals
	if err := f.listen(); err != nil {
		_ = conn.Close() // the listening failure is the news
		f.lost()
		f.err = fmt.Errorf("the session bus at %s refuses to pass signals on: %w", addr, err)
		return
	}
	f.lookup()
}

func (f *freedesktop) listen() error {
	for _, m := range [][]dbus.MatchOption{
		{
			dbus.WithMatchSender("org.freedesktop.DBus"), dbus.WithMatchInterface("org.freedesktop.DBus"),
			dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, busName),
		},
		{dbus.WithMatchSender(busName), dbus.WithMatchInterface(busName), dbus.WithMatchObjectPath(busPath)},
	} {
		ctx, cancel := context.WithTimeout(context.Background(), callTimeout)
		err := f.conn.AddMatchSignalContext(ctx, m...)
		cancel()
		if err != nil {
			return err
		}
	}
	return nil
}

// lookup finds out who the server is.
func (f *freedesktop) lookup() {
	f.owner, f.activatable = "", false
	bus := f.conn.BusObject()
	var names []string
	if call(bus, callTimeout, "org.freedesktop.DBus.ListActivatableNames").Store(&names) == nil {
		f.activatable = slices.Contains(names, busName)
	}
	var owner string
	if call(bus, callTimeout, "org.freedesktop.DBus.GetNameOwner", busName).Store(&owner) != nil {
		if f.err = errNoServer; f.activatable {
			f.err = nil
		}
		return
	}
	f.appeared(owner)
}

// appeared takes note of a server that is running.
func (f *freedesktop) appeared(owner string) {
	f.owner, f.info, f.err = owner, serverInfo{}, nil
	var i serverInfo
	obj := f.conn.Object(owner, busPath)
	if err := call(obj, callTimeout, busName+".GetServerInformation").Store(&i.name, &i.vendor, &i.version, &i.spec); err != nil {
		f.err = fmt.Errorf("the notification server does not say who it is: %w", err)
	}
	if err := call(obj, callTimeout, busName+".GetCapabilities").Store(&i.caps); err != nil {
		f.err = fmt.Errorf("the notification server does not say what it can do: %w", err)
	}
	f.info = i
}

// vanished takes note that the server is gone, and everything it showed.
func (f *freedesktop) vanished() {
	f.owner, f.info = "", serverInfo{}
	clear(f.shown)
	clear(f.ids)
	for key, at := range f.spent {
		if time.Since(at) < dyingFor {
			delete(f.spent, key)
		}
	}
	if f.err = errNoServer; f.activatable {
		f.err = nil
	}
}

// lost takes note that the connection is gone.
func (f *freedesktop) lost() {
	f.vanished()
	f.conn, f.signals, f.activatable = nil, nil, false
	f.err = errors.New("the session bus went away")
}

// Show implements Backend.
func (f *freedesktop) Show(n Notice) error {
	if !f.usable() {
		if f.err == nil {
			return errNoServer
		}
		return f.err
	}
	if f.owner == "" {
		// What it can do is only known once it runs.
		if err := f.start(); err != nil {
			f.err = err
			return err
		}
	}
	var replaces uint32
	if s := f.shown[n.Key]; s != nil {
		replaces = s.id
	}
	var id uint32
	p := parameters(n, f.info, f.o)
	err := call(f.conn.Object(busName, busPath), callTimeout, busName+".Notify",
		p.app, replaces, p.icon, p.summary, p.body, p.actions, p.hints, p.expire).Store(&id)
	if err != nil {
		f.err = fmt.Errorf("the notification server refused a notice: %w", err)
		return f.err
	}
	f.err = nil
	f.forget(n.Key)
	f.shown[n.Key] = &onScreen{id: id, actions: p.actions}
	f.ids[id] = n.Key
	return nil
}

// start has the bus start a server.
func (f *freedesktop) start() error {
	var result uint32
	err := call(f.conn.BusObject(), startTimeout, "org.freedesktop.DBus.StartServiceByName", busName, uint32(0)).Store(&result)
	if err != nil {
		return fmt.Errorf("the notification server does not start: %w", err)
	}
	var owner string
	if err := call(f.conn.BusObject(), callTimeout, "org.freedesktop.DBus.GetNameOwner", busName).Store(&owner); err != nil {
		return errNoServer
	}
	f.appeared(owner)
	return nil
}

// Withdraw implements Backend.
func (f *freedesktop) Withdraw(key string) error {
	s := f.shown[key]
	f.forget(key)
	if s == nil || f.owner == "" {
		return nil
	}
	return call(f.conn.Object(f.owner, busPath), callTimeout, busName+".CloseNotification", s.id).Err
}

func (f *freedesktop) forget(key string) {
	if s := f.shown[key]; s != nil {
		delete(f.ids, s.id)
		delete(f.shown, key)
	}
	delete(f.spent, key)
}

// Close implements Backend: it takes everything down and disconnects.
func (f *freedesktop) Close() error {
	if f.conn == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if f.owner != "" {
		obj := f.conn.Object(f.owner, busPath)
		for _, s := range f.shown {
			_ = obj.CallWithContext(ctx, busName+".CloseNotification", dbus.FlagNoAutoStart, s.id).Err // gone already
		}
	}
	err := f.conn.Close()
	f.lost()
	f.err = ErrClosed
	return err
}

func call(obj dbus.BusObject, timeout time.Duration, method string, args ...any) *dbus.Call {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	return obj.CallWithContext(ctx, method, dbus.FlagNoAutoStart, args...)
}
