//go:build !windows && !darwin

package presence

import (
	"context"
	"os"

	"github.com/godbus/dbus/v5"
)

// findSession finds the login session whose lock concerns us and follows it.
func (l *logind) findSession(ctx context.Context) {
	path := l.ownSession(ctx)
	if path != l.session {
		l.unfollow(ctx)
		l.session = path
		if path != "" && l.followSession(ctx) != nil {
			l.session = ""
		}
	}
	if l.session == "" {
		l.w.works(sensorSession, "logind tells of sleep; no session of ours was found, so not of locking")
		return
	}
	detail := "logind"
	if l.awake == nil {
		detail += ", without leave to delay sleep"
	}
	l.w.works(sensorSession, detail)
	l.readHint(ctx)
}

// ownSession is the session we run in if it is a graphical one, else the
// person's graphical session: an agent started by a service manager or from a
// console belongs to that all the same. Empty: none.
func (l *logind) ownSession(ctx context.Context) dbus.ObjectPath {
	var own dbus.ObjectPath
	if id := os.Getenv("XDG_SESSION_ID"); id != "" {
		_ = call(ctx, l.manager, loginManager+".GetSession", id).Store(&own) // gone: the next way
	}
	if own == "" {
		_ = call(ctx, l.manager, loginManager+".GetSessionByPID", uint32(os.Getpid())).Store(&own) //nolint:gosec // a pid fits
	}
	if own != "" {
		var kind string
		_ = property(ctx, l.conn.Object(loginName, own), loginSession, "Type", &kind) // unknown: not graphical
		if kind == "x11" || kind == "wayland" || kind == "mir" {
			return own
		}
	}
	var user dbus.ObjectPath
	if call(ctx, l.manager, loginManager+".GetUser", uint32(os.Getuid())).Store(&user) == nil { //nolint:gosec // a uid fits
		var display struct {
			ID   string
			Path dbus.ObjectPath
		}
		if property(ctx, l.conn.Object(loginName, user), loginName+".User", "Display", &display) == nil && display.ID != "" {
			return display.Path
		}
	}
	return own
}

// sessionMatches are the signals of one session that concern us.
func sessionMatches(path dbus.ObjectPath) [][]dbus.MatchOption {
	from := []dbus.MatchOption{dbus.WithMatchSender(loginName), dbus.WithMatchObjectPath(path)}
	var out [][]dbus.MatchOption
	for _, m := range [][]dbus.MatchOption{
		{dbus.WithMatchInterface(loginSession), dbus.WithMatchMember("Lock")},
		{dbus.WithMatchInterface(loginSession), dbus.WithMatchMember("Unlock")},
		{dbus.WithMatchInterface("org.freedesktop.DBus.Properties"), dbus.WithMatchMember("PropertiesChanged")},
	} {
		out = append(out, append(m, from...))
	}
	return out
}

func (l *logind) followSession(ctx context.Context) error {
	for _, m := range sessionMatches(l.session) {
		if err := subscribe(ctx, l.conn, m...); err != nil {
			return err
		}
	}
	return nil
}

// unfollow lets go of a session that ended: nobody will say that it is
// unlocked.
func (l *logind) unfollow(ctx context.Context) {
	if l.session == "" {
		return
	}
	for _, m := range sessionMatches(l.session) {
		_ = l.conn.RemoveMatchSignalContext(ctx, m...) // the connection is gone, and the rule with it
	}
	l.session = ""
	l.hint(false)
}
