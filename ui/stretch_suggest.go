package ui

import (
	"slices"

	"github.com/unhunch/unhunch/reminders/suggest"
)

// situation is what the window knows of the moment, to suggest a routine for.
// What comes from the store is filled in by whoever has read it.
func (w *Window) situation() suggest.Situation {
	s := suggest.Situation{Now: w.now(), Profile: w.about.profile}
	away := slices.Contains([]string{"idle", "locked", "asleep"}, w.status.Presence)
	if w.live() && w.status.DeskSince != nil && !away {
		s.Desk = s.Now.Sub(*w.status.DeskSince)
	}
	return s
}
