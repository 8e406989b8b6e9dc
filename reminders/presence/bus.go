//go:build !windows && !darwin

package presence

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

// callTimeout is how long a service may take to answer.
const callTimeout = 5 * time.Second

// systemBus and sessionBus are addresses of buses that exist. The D-Bus
// library is never left to look for one: it would start a daemon.
func systemBus(override string) (string, error) {
	if override != "" {
		return override, nil
	}
	if a := os.Getenv("DBUS_SYSTEM_BUS_ADDRESS"); a != "" {
		return a, nil
	}
	for _, sock := range []string{"/run/dbus/system_bus_socket", "/var/run/dbus/system_bus_socket"} {
		if isSocket(sock) {
			return "unix:path=" + sock, nil
		}
	}
	return "", &trouble{"there is no system bus", "without it nothing tells when the machine sleeps; a gap in the clock still shows it"}
}

func sessionBus(override string) (string, error) {
	if override != "" {
		return override, nil
	}
	if a := os.Getenv("DBUS_SESSION_BUS_ADDRESS"); a != "" && !strings.HasPrefix(a, "autolaunch:") {
		return a, nil
	}
	if dir := os.Getenv("XDG_RUNTIME_DIR"); dir != "" {
		if sock := filepath.Join(dir, "bus"); isSocket(sock) {
			return "unix:path=" + dbus.EscapeBusAddressValue(sock), nil
		}
	}
	return "", &trouble{"there is no session bus", "start Unhunch from your desktop session"}
}

func isSocket(path string) bool {
	fi, err := os.Stat(path)
	return err == nil && fi.Mode()&os.ModeSocket != 0
}

// dial connects to a bus and returns its signals, whose channel is closed
// when the connection is lost or ctx ends.
func dial(ctx context.Context, addr string) (*dbus.Conn, <-chan *dbus.Signal, error) {
	conn, err := dbus.Connect(addr, dbus.WithContext(ctx), dbus.WithSignalHandler(dbus.NewSequentialSignalHandler()))
	if err != nil {
		return nil, nil, fmt.Errorf("the bus at %s does not answer: %w", addr, err)
	}
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	return conn, signals, nil
}

// call calls a method of a service that is running.
func call(ctx context.Context, obj dbus.BusObject, method string, args ...any) *dbus.Call {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	return obj.CallWithContext(ctx, method, dbus.FlagNoAutoStart, args...)
}

// property reads a property into value.
func property(ctx context.Context, obj dbus.BusObject, iface, name string, value any) error {
	var v dbus.Variant
	if err := call(ctx, obj, "org.freedesktop.DBus.Properties.Get", iface, name).Store(&v); err != nil {
		return err
	}
	return v.Store(value)
}

// subscribe asks the bus for signals.
func subscribe(ctx context.Context, conn *dbus.Conn, options ...dbus.MatchOption) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	if err := conn.AddMatchSignalContext(ctx, options...); err != nil {
		return fmt.Errorf("the bus refuses to pass signals on: %w", err)
	}
	return nil
}

// owner is the unique name of the program that serves name now; empty: none.
func owner(ctx context.Context, conn *dbus.Conn, name string) string {
	var o string
	if call(ctx, conn.BusObject(), "org.freedesktop.DBus.GetNameOwner", name).Store(&o) != nil {
		return ""
	}
	return o
}

// ownerChanges asks for word when somebody takes or leaves name.
func ownerChanges(ctx context.Context, conn *dbus.Conn, name string) error {
	return subscribe(ctx, conn, dbus.WithMatchSender("org.freedesktop.DBus"),
		dbus.WithMatchInterface("org.freedesktop.DBus"), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, name))
}

// ownerChanged reads a NameOwnerChanged signal.
func ownerChanged(sig *dbus.Signal) (name, owner string, ok bool) {
	if sig.Name != "org.freedesktop.DBus.NameOwnerChanged" || sig.Sender != "org.freedesktop.DBus" || len(sig.Body) != 3 {
		return "", "", false
	}
	name, ok1 := sig.Body[0].(string)
	owner, ok2 := sig.Body[2].(string)
	return name, owner, ok1 && ok2
}
