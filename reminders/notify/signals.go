package notify

import (
	"time"

	"github.com/godbus/dbus/v5"
)

// Why a notification was closed, as the specification numbers it.
const closedByPerson = 2

// signal takes one signal of the bus. It returns the person's reply, if it is
// one (else the Key is empty), and whether a server came or went.
func (f *freedesktop) signal(sig *dbus.Signal) (r Reply, changed bool) {
	if sig.Name == "org.freedesktop.DBus.NameOwnerChanged" {
		return Reply{}, f.ownerChanged(sig)
	}
	// Only the server that shows our notices has anything to say about them:
	// the ids of another one mean something else.
	if f.owner == "" || sig.Sender != f.owner || sig.Path != busPath || len(sig.Body) < 2 {
		return Reply{}, false
	}
	id, ok := sig.Body[0].(uint32)
	key, ours := f.ids[id]
	if !ok || !ours {
		return Reply{}, false
	}
	switch sig.Name {
	case busName + ".ActivationToken":
		f.shown[key].token, _ = sig.Body[1].(string)
	case busName + ".ActionInvoked":
		action, _ := sig.Body[1].(string)
		if !f.shown[key].offers(action) {
			return Reply{}, false
		}
		r = Reply{Key: key, Action: action, ActivationToken: f.shown[key].token}
		// Whether a server closes a notice after a click differs; a refusal
		// means that this one did.
		_ = f.Withdraw(key)
	case busName + ".NotificationClosed":
		reason, _ := sig.Body[1].(uint32)
		token := f.shown[key].token
		f.forget(key)
		switch {
		case reason != closedByPerson:
			// Into the server's history, or away with a server that ends.
			f.spent[key] = time.Now()
		case f.info.can("actions"):
			r = Reply{Key: key, Action: Closed}
		default:
			// Without actions a click only ever closes: it is the one thing
			// the person can say, and the body told them what it does.
			r = Reply{Key: key, Action: Default, ActivationToken: token}
		}
	}
	return r, false
}

func (f *freedesktop) ownerChanged(sig *dbus.Signal) bool {
	if sig.Sender != "org.freedesktop.DBus" || len(sig.Body) != 3 || sig.Body[0] != busName {
		return false
	}
	owner, _ := sig.Body[2].(string)
	if owner == f.owner {
		return false // seen already: we had it started
	}
	if f.owner != "" {
		f.vanished()
	}
	if owner != "" {
		f.appeared(owner)
	}
	return true
}
