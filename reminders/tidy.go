package reminders

import (
	"slices"
	"time"
)

// tidy makes the state fit a configuration that changed: prompts of reminders
// that were turned off, of appointments that were cancelled or moved, and of
// visits that were logged have nothing more to say.
func (s *State) tidy(now time.Time) []Effect {
	c := s.config()
	var out []Effect
	for id, p := range s.Prompts {
		keep, until, outcome := s.stillMeant(id, p)
		if len(keep) == 0 && !s.enabled(id) {
			out = append(out, s.close(id, outcome))
			continue
		}
		p.Refs, p.Until = keep, until
		s.Prompts[id] = p
	}
	for id, z := range s.Snoozes {
		keep, until, _ := s.stillMeant(id, z.Prompt)
		if len(keep) == 0 && !s.enabled(id) {
			delete(s.Snoozes, id)
			continue
		}
		z.Prompt.Refs, z.Prompt.Until = keep, until
		s.Snoozes[id] = z
	}
	s.Waiting = slices.DeleteFunc(s.Waiting, func(o Occasion) bool {
		keep, _, _ := s.stillMeant(o.ID, Prompt{Refs: o.Refs, Due: o.Due, Until: o.Until})
		return len(keep) == 0 && !s.enabled(o.ID)
	})
	for id := range s.Clocks {
		if r, ok := c.Reminder(id); !ok || !r.Enabled || !r.Interval() {
			delete(s.Clocks, id)
		}
	}
	s.arrange(out)
	return out
}

// enabled tells whether a reminder with a definition is on.
func (s *State) enabled(id ID) bool {
	r, ok := s.config().Reminder(id)
	return ok && r.Enabled
}

// stillMeant returns those appointments or visits a prompt speaks of that
// still call for it, until when, and how the prompt ended if none do.
func (s *State) stillMeant(id ID, p Prompt) (keep []string, until time.Time, end Outcome) {
	c := s.config()
	until, end = p.Until, Skipped
	for _, ref := range p.Refs {
		switch id {
		case Upcoming:
			i := slices.IndexFunc(c.Appointments, func(a Appointment) bool { return a.UID == ref })
			if i < 0 || len(c.leadsOf(c.Appointments[i])) == 0 {
				continue
			}
			if start := c.Appointments[i].Start; len(keep) == 0 || start.Before(until) {
				until = start
			}
		case VisitLog:
			if c.logged(ref) {
				end = Done
				continue
			}
			if !slices.ContainsFunc(c.Appointments, func(a Appointment) bool { return a.UID == ref }) {
				continue
			}
		case FollowUp:
			i := slices.IndexFunc(c.Visits, func(v Visit) bool { return v.UID == ref })
			if i < 0 {
				continue
			}
			if c.answered(c.Visits[i], p.Due) {
				end = Done
				continue
			}
		case Rebook:
			if c.Rebook.At.IsZero() || c.Rebook.Visit != ref {
				continue
			}
			if c.booked() {
				end = Done
				continue
			}
		}
		keep = append(keep, ref)
	}
	return keep, until, end
}
