package notify

import "slices"

// State says how notices are shown now, for `unhunch doctor`.
type State struct {
	Backend      string   // what a notice would go through: "freedesktop", "beeep", "terminal" or "none"
	Server       string   // the notification server's name; empty: none is running
	Vendor       string   // who made it
	Version      string   // of the server
	Spec         string   // version of the specification it follows
	Capabilities []string // as the server reports them
	Actions      bool     // buttons work
	OnDemand     bool     // no server is running, and the bus starts one when it is needed
	Open         int      // notices that should be on screen
	Err          error    // why the desktop cannot show notices, or its latest refusal; nil: all is well
	Hint         string   // what to do about it; empty: nothing
}

// State returns the present state.
func (d *Desk) State() State {
	d.mu.Lock()
	defer d.mu.Unlock()
	s := d.state
	s.Open = len(d.want)
	s.Capabilities = slices.Clone(s.Capabilities)
	return s
}

// report publishes what State returns. Only the desk's goroutine calls it.
func (d *Desk) report() {
	f := d.bus
	s := State{
		Backend: "none", Server: f.info.name, Vendor: f.info.vendor, Version: f.info.version, Spec: f.info.spec,
		Capabilities: f.info.caps, Actions: f.info.can("actions"),
		OnDemand: f.connected() && f.owner == "" && f.activatable, Err: f.err,
	}
	switch {
	case f.usable():
		s.Backend = f.Name()
	case d.system != nil:
		s.Backend = d.system.Name()
	case d.term != nil:
		s.Backend = d.term.Name()
	}
	switch {
	case f.owner != "" && !s.Actions:
		s.Hint = "this notification server shows no buttons; a click on a notice opens the window"
	case s.Backend == "freedesktop" || s.Backend == "beeep":
	case !f.connected():
		s.Hint = "start Unhunch from your desktop session, not from a console, so that it finds the session bus"
	default:
		s.Hint = "install or start a notification server, such as dunst, mako or your desktop's own"
	}
	d.mu.Lock()
	d.state = s
	d.mu.Unlock()
}
