//go:build !windows && !darwin

package presence

import (
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/desktoptest"
)

type fakeSaver struct {
	conn   *dbus.Conn
	active bool
}

func (f *fakeSaver) GetActive() (bool, *dbus.Error) { return f.active, nil }

func newSaver(t *testing.T, addr, name string, path dbus.ObjectPath, active bool) *fakeSaver {
	t.Helper()
	conn, err := dbus.Connect(addr)
	must(t, err)
	t.Cleanup(func() { _ = conn.Close() })
	f := &fakeSaver{conn, active}
	must(t, conn.Export(f, path, name))
	_, err = conn.RequestName(name, dbus.NameFlagDoNotQueue)
	must(t, err)
	return f
}

func TestScreenSavers(t *testing.T) {
	addr, kill := newBus(t)
	const gnome, kde = "org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver"
	g := newSaver(t, addr, gnome, "/org/gnome/ScreenSaver", false)
	w := watch(t, Options{SessionBus: addr})
	expect(t, w, reminders.Unknown{})
	desktoptest.Until(t, "the saver", func() bool { return sensor(w, sensorLock).State == OK })
	must(t, g.conn.Emit("/org/gnome/ScreenSaver", gnome+".ActiveChanged", true))
	expect(t, w, reminders.Lock{})
	must(t, g.conn.Emit("/org/gnome/ScreenSaver", gnome+".ActiveChanged", true))
	// Somebody else cannot speak in its name.
	other, err := dbus.Connect(addr)
	must(t, err)
	defer other.Close()
	must(t, other.Emit("/org/gnome/ScreenSaver", gnome+".ActiveChanged", false))
	must(t, g.conn.Emit("/org/gnome/ScreenSaver", gnome+".ActiveChanged", "no"))
	must(t, g.conn.Emit("/org/gnome/ScreenSaver", gnome+".ActiveChanged"))
	silent(t, w, 200*time.Millisecond)
	must(t, g.conn.Emit("/org/gnome/ScreenSaver", gnome+".ActiveChanged", false))
	expect(t, w, reminders.Unlock{})

	k := newSaver(t, addr, kde, "/ScreenSaver", true) // active as it appears
	expect(t, w, reminders.Lock{})
	must(t, k.conn.Close()) // crashed
	expect(t, w, reminders.Unlock{})

	must(t, g.conn.Emit("/org/gnome/ScreenSaver", gnome+".ActiveChanged", true))
	expect(t, w, reminders.Lock{})
	kill()
	expect(t, w, reminders.Unlock{})
	desktoptest.Until(t, "the bus to be missed", func() bool { return sensor(w, sensorLock).State == Missing })
}
