//go:build !windows && !darwin

package presence

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/desktoptest"
)

// fakeLogind is a login manager with one user and two sessions: a console
// ("1") and a graphical one ("2").
type fakeLogind struct {
	conn *dbus.Conn

	mu        sync.Mutex
	props     map[dbus.ObjectPath]map[string]any
	inhibits  int
	inhibitor *os.File // our end of the latest one
	refuse    bool
}

const session2 = dbus.ObjectPath("/org/freedesktop/login1/session/_32")

func newLogind(t *testing.T, addr string) *fakeLogind {
	t.Helper()
	conn, err := dbus.Connect(addr)
	must(t, err)
	f := &fakeLogind{conn: conn, props: map[dbus.ObjectPath]map[string]any{
		loginPath:                             {"PreparingForSleep": false},
		"/org/freedesktop/login1/session/_31": {"Type": "tty", "LockedHint": false},
		session2:                              {"Type": "x11", "LockedHint": false},
		"/org/freedesktop/login1/user/_1": {"Display": struct {
			ID   string
			Path dbus.ObjectPath
		}{"2", session2}},
	}}
	must(t, conn.Export(f, loginPath, loginManager))
	for path := range f.props {
		must(t, conn.Export(propertiesOf{f, path}, path, "org.freedesktop.DBus.Properties"))
	}
	r, err := conn.RequestName(loginName, dbus.NameFlagDoNotQueue)
	must(t, err)
	if r != dbus.RequestNameReplyPrimaryOwner {
		t.Fatal("the name is taken")
	}
	t.Cleanup(f.stop)
	return f
}

func (f *fakeLogind) stop() {
	_ = f.conn.Close()
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.inhibitor != nil {
		_ = f.inhibitor.Close()
		f.inhibitor = nil
	}
}

func (f *fakeLogind) GetSession(id string) (dbus.ObjectPath, *dbus.Error) {
	if id != "1" && id != "2" {
		return "", dbus.NewError("org.freedesktop.login1.NoSuchSession", nil)
	}
	return dbus.ObjectPath("/org/freedesktop/login1/session/_3" + id), nil
}

func (f *fakeLogind) GetSessionByPID(uint32) (dbus.ObjectPath, *dbus.Error) {
	return "", dbus.NewError("org.freedesktop.login1.NoSessionForPID", nil)
}

func (f *fakeLogind) GetUser(uint32) (dbus.ObjectPath, *dbus.Error) {
	return "/org/freedesktop/login1/user/_1", nil
}

func (f *fakeLogind) Inhibit(what, who, why, mode string) (dbus.UnixFD, *dbus.Error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.refuse || what != "sleep" || mode != "delay" || who == "" || why == "" {
		return 0, dbus.NewError("org.freedesktop.DBus.Error.AccessDenied", nil)
	}
	r, w, err := os.Pipe()
	if err != nil {
		return 0, dbus.MakeFailedError(err)
	}
	f.inhibits++
	f.inhibitor = r
	// The reply is sent after this returns; our copy of their end must be
	// closed after that, so that its closing there shows here.
	fd := dbus.UnixFD(w.Fd())
	time.AfterFunc(200*time.Millisecond, func() { _ = w.Close() })
	return fd, nil
}

type propertiesOf struct {
	f    *fakeLogind
	path dbus.ObjectPath
}

func (p propertiesOf) Get(_, name string) (dbus.Variant, *dbus.Error) {
	p.f.mu.Lock()
	defer p.f.mu.Unlock()
	v, ok := p.f.props[p.path][name]
	if !ok {
		return dbus.Variant{}, dbus.NewError("org.freedesktop.DBus.Error.UnknownProperty", nil)
	}
	return dbus.MakeVariant(v), nil
}

func (f *fakeLogind) emit(t *testing.T, path dbus.ObjectPath, signal string, args ...any) {
	t.Helper()
	must(t, f.conn.Emit(path, signal, args...))
}

func (f *fakeLogind) setHint(t *testing.T, path dbus.ObjectPath, locked bool) {
	t.Helper()
	f.mu.Lock()
	f.props[path]["LockedHint"] = locked
	f.mu.Unlock()
	f.emit(t, path, "org.freedesktop.DBus.Properties.PropertiesChanged", loginSession,
		map[string]dbus.Variant{"LockedHint": dbus.MakeVariant(locked)}, []string{})
}

// held tells whether somebody delays sleep.
func (f *fakeLogind) held() (n int, held bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.inhibitor == nil {
		return f.inhibits, false
	}
	_ = f.inhibitor.SetReadDeadline(time.Now().Add(20 * time.Millisecond))
	_, err := f.inhibitor.Read(make([]byte, 1))
	return f.inhibits, os.IsTimeout(err)
}

func watchFake(t *testing.T, o Options) (*Watcher, *fakeLogind, func()) {
	t.Helper()
	addr, kill := newBus(t)
	t.Setenv("XDG_SESSION_ID", "2")
	f := newLogind(t, addr)
	o.SystemBus = addr
	w := watch(t, o)
	if o.Display == "" {
		expect(t, w, reminders.Unknown{})
	} else {
		expect(t, w, reminders.Active{})
	}
	desktoptest.Until(t, "logind", func() bool { return sensor(w, sensorSession).State == OK })
	return w, f, kill
}

func TestSleep(t *testing.T) {
	w, f, _ := watchFake(t, Options{})
	if n, held := f.held(); n != 1 || !held {
		t.Fatalf("inhibitor: %d taken, held %v", n, held)
	}
	f.emit(t, loginPath, loginManager+".PrepareForSleep", true)
	time.Sleep(400 * time.Millisecond)
	if _, held := f.held(); !held {
		t.Error("sleep may begin though nobody has read of it")
	}
	expect(t, w, reminders.Suspend{})
	desktoptest.Until(t, "the inhibitor to be released", func() bool { _, held := f.held(); return !held })
	f.emit(t, loginPath, loginManager+".PrepareForSleep", true) // said twice
	f.emit(t, loginPath, loginManager+".PrepareForSleep", false)
	expect(t, w, reminders.Resume{})
	f.emit(t, loginPath, loginManager+".PrepareForSleep", false)
	desktoptest.Until(t, "a new inhibitor", func() bool { n, held := f.held(); return n == 2 && held })
	f.emit(t, loginPath, loginManager+".PrepareForSleep")
	f.emit(t, loginPath, loginManager+".PrepareForSleep", "yes")
	silent(t, w, 300*time.Millisecond)
	must(t, w.Close())
	if _, held := f.held(); held {
		t.Error("closed, and still delaying sleep")
	}
}

func TestSleepMissed(t *testing.T) {
	w, f, _ := watchFake(t, Options{})
	f.emit(t, loginPath, loginManager+".PrepareForSleep", true)
	expect(t, w, reminders.Suspend{})
	f.stop() // restarted while asleep: its word of waking is lost
	desktoptest.Until(t, "logind to be missed", func() bool { return sensor(w, sensorSession).State == Missing })
	newLogind(t, w.o.SystemBus)
	expect(t, w, reminders.Resume{})
}

func TestLockedHint(t *testing.T) {
	w, f, _ := watchFake(t, Options{})
	f.setHint(t, session2, true)
	expect(t, w, reminders.Lock{})
	f.setHint(t, session2, true)
	f.emit(t, session2, loginSession+".Lock")
	f.setHint(t, "/org/freedesktop/login1/session/_31", false) // another session's
	silent(t, w, 200*time.Millisecond)
	f.emit(t, session2, loginSession+".Unlock")
	f.setHint(t, session2, false)
	expect(t, w, reminders.Unlock{})
	silent(t, w, 200*time.Millisecond)
	// A value that is only declared out of date is read.
	f.mu.Lock()
	f.props[session2]["LockedHint"] = true
	f.mu.Unlock()
	f.emit(t, session2, "org.freedesktop.DBus.Properties.PropertiesChanged", loginSession, map[string]dbus.Variant{}, []string{"LockedHint"})
	expect(t, w, reminders.Lock{})
	// The session ends without a word.
	f.mu.Lock()
	f.props["/org/freedesktop/login1/user/_1"] = map[string]any{}
	f.mu.Unlock()
	t.Setenv("XDG_SESSION_ID", "gone")
	f.emit(t, loginPath, loginManager+".SessionRemoved", "2", session2)
	expect(t, w, reminders.Unlock{})
}

func TestLockSignalWithoutInputCountsForNothing(t *testing.T) {
	w, f, _ := watchFake(t, Options{})
	f.emit(t, session2, loginSession+".Lock") // nothing might ever end it
	silent(t, w, 300*time.Millisecond)
}

func TestLockSignalWithInput(t *testing.T) {
	dpy, kill := display(t, "")
	touch(t, dpy)
	w, f, _ := watchFake(t, Options{Display: dpy, AwayAfter: time.Hour})
	f.emit(t, session2, loginSession+".Lock")
	expect(t, w, reminders.Lock{})
	f.emit(t, session2, loginSession+".Unlock")
	expect(t, w, reminders.Unlock{})
	// A locker that tells nobody: the next input after a moment ends it.
	f.emit(t, session2, loginSession+".Lock")
	expect(t, w, reminders.Lock{})
	touch(t, dpy) // the keys that locked
	silent(t, w, grace+500*time.Millisecond)
	touch(t, dpy)
	expect(t, w, reminders.Unlock{})
	// Where input is lost, so is the word of such a lock.
	f.emit(t, session2, loginSession+".Lock")
	expect(t, w, reminders.Lock{})
	kill()
	expect(t, w, reminders.Unknown{}, reminders.Unlock{})
}

func TestLockedFromTheStart(t *testing.T) {
	addr, kill := newBus(t)
	t.Setenv("XDG_SESSION_ID", "1") // a console: the graphical session counts
	f := newLogind(t, addr)
	f.mu.Lock()
	f.props[session2]["LockedHint"] = true
	f.refuse = true
	f.mu.Unlock()
	w := watch(t, Options{SystemBus: addr})
	got := map[string]bool{word(next(t, w)): true, word(next(t, w)): true}
	if !got[word(reminders.Lock{})] || !got[word(reminders.Unknown{})] {
		t.Errorf("got %v", got)
	}
	desktoptest.Until(t, "logind", func() bool { return sensor(w, sensorSession).State == OK })
	if s := sensor(w, sensorSession); s.Detail != "logind, without leave to delay sleep" {
		t.Errorf("sensor %+v", s)
	}
	kill()
	desktoptest.Until(t, "the bus to be missed", func() bool { return sensor(w, sensorSession).State == Missing })
	expect(t, w, reminders.Unlock{}) // nobody could tell any more
}

func TestLogindComesLater(t *testing.T) {
	addr, _ := newBus(t)
	t.Setenv("XDG_SESSION_ID", "")
	w := watch(t, Options{SystemBus: addr})
	expect(t, w, reminders.Unknown{})
	desktoptest.Until(t, "the reason", func() bool { return sensor(w, sensorSession).Hint != "" })
	f := newLogind(t, addr)
	desktoptest.Until(t, "logind", func() bool { return sensor(w, sensorSession).State == OK })
	f.setHint(t, session2, true)
	expect(t, w, reminders.Lock{})
}

// TestNoBusIsLaunched checks that a missing bus stays missing: the library
// would start one with dbus-launch.
func TestNoBusIsLaunched(t *testing.T) {
	dir := t.TempDir()
	trap := filepath.Join(dir, "launched")
	must(t, os.WriteFile(filepath.Join(dir, "dbus-launch"), []byte("#!/bin/sh\ntouch "+trap+"\n"), 0o700))
	t.Setenv("PATH", dir)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "autolaunch:")
	t.Setenv("XDG_RUNTIME_DIR", dir)
	if a, err := sessionBus(""); err == nil {
		t.Errorf("found a bus at %q", a)
	}
	w := watch(t, Options{})
	expect(t, w, reminders.Unknown{})
	must(t, w.Close())
	if _, err := os.Stat(trap); err == nil {
		t.Error("a bus was launched")
	}
}
