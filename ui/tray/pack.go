package tray

import (
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/control"
)

// packHead is what there is to know of heat and cold on the skin: one that is
// over before one that counts down. Empty where nothing is on.
func packHead(st control.Status, now time.Time) string {
	for _, s := range st.Sessions {
		if s.State == control.SessionOver {
			return catalog.L("{{.Name}}: take it off, over since {{.Time}}", catalog.D{"Name": s.Name, "Time": when(s.EndsAt, now, false)})
		}
	}
	s := st.Session
	if s == nil {
		return ""
	}
	// A status comes whenever another full minute is left.
	left := s.Left.Duration()
	d := catalog.D{"Name": s.Name, "Left": catalog.Length((left + time.Minute - 1).Truncate(time.Minute)), "Time": when(s.EndsAt, now, false)}
	if left < time.Minute {
		d["Left"] = catalog.Length(left)
	}
	switch {
	case s.State == control.SessionPaused:
		return catalog.L("{{.Name}} paused, {{.Left}} left", d)
	case s.Ask != "":
		return catalog.L("{{.Name}}: look at your skin, {{.Left}} left", d)
	}
	return catalog.L("{{.Name}}: {{.Left}} left, until {{.Time}}", d)
}

// stopText is the line that takes a pack off.
func stopText(st control.Status) string {
	if st.Session != nil && st.Session.Kind == "cold" {
		return catalog.L("Stop cold")
	}
	return catalog.L("Stop heat")
}

// asks tells whether a pack waits for an answer.
func asks(st control.Status) bool {
	for _, s := range st.Sessions {
		if s.Ask != "" {
			return true
		}
	}
	return false
}
