package reminders

import (
	"slices"
	"time"
)

// nextWake is the next instant after now at which something can change by
// itself.
func (s *State) nextWake(now time.Time) time.Time {
	if !s.AsleepSince.IsZero() {
		return time.Time{}
	}
	c := s.config()
	wake := now.Add(longestSleep)
	at := func(t time.Time) {
		if t.After(now) && t.Before(wake) {
			wake = t
		}
	}
	if s.Paused {
		at(s.PausedUntil)
	}
	if edge, ok := c.Hours.Next(now, c.zone()); ok {
		at(edge)
	}
	at(s.SettleUntil)
	if s.Gone && !s.Rested {
		at(s.GoneSince.Add(c.AwayAfter))
	}
	if !s.IdleSince.IsZero() {
		at(s.IdleSince.Add(c.AwayAfter))
	}
	for _, p := range s.Prompts {
		at(p.Until)
	}
	for id, z := range s.Snoozes {
		at(z.Until)
		if id == Upcoming {
			at(z.Prompt.Until)
		}
	}
	for _, o := range s.Waiting {
		at(o.Until)
	}
	if s.counting() {
		for _, r := range c.Reminders {
			if _, open := s.Prompts[r.ID]; r.Enabled && r.Interval() && !open {
				at(now.Add(s.remaining(now, r)))
			}
		}
	}
	for _, o := range s.ahead(now) {
		at(o.Due)
	}
	return wake
}

// ahead lists fixed-time and dated occasions after now: fixed times of the next
// eight days, everything that is known of appointments and visits.
func (s *State) ahead(now time.Time) []Occasion {
	c := s.config()
	out := s.fixed(now, now.Add(8*24*time.Hour))
	for _, a := range c.Appointments {
		if !a.Start.After(now) {
			continue
		}
		for _, l := range c.leadsOf(a) {
			if due := l.Instant(a.Start); due.After(now) && !due.Before(a.Created) {
				out = append(out, Occasion{ID: Upcoming, Due: due, Until: a.Start, Refs: []string{a.UID}})
			}
		}
	}
	for _, o := range s.afterwards() {
		if o.Due.After(now) {
			out = append(out, o)
		}
	}
	return slices.DeleteFunc(out, func(o Occasion) bool { _, done := s.Spoken[o.Key]; return done })
}

// Outlook is what can be said of one reminder's future.
type Outlook struct {
	Reminder     Reminder
	Next         time.Time     // when it is next shown if nothing changes; zero if that can't be said
	Sitting      time.Duration // interval: sitting time counted, at most Every
	SnoozedUntil time.Time     // zero if it is not snoozed
	Waiting      bool          // due, and held back
	Open         bool          // on screen
}

// Outlooks tells of every reminder that has a definition, in the order they
// are listed, and of the dated ones that have something ahead. now must not be
// before the last step.
func (s State) Outlooks(now time.Time) []Outlook {
	s = s.clone()
	c := s.config()
	counted := time.Duration(0)
	if s.counting() {
		counted = max(0, now.Sub(s.Last))
	}
	next := map[ID]time.Time{}
	for _, o := range s.ahead(now) {
		if t, ok := next[o.ID]; !ok || o.Due.Before(t) {
			next[o.ID] = o.Due
		}
	}
	defs := slices.Clone(c.Reminders)
	for _, id := range []ID{Upcoming, VisitLog, FollowUp, Rebook} {
		_, open := s.Prompts[id]
		_, snoozed := s.Snoozes[id]
		if _, ok := next[id]; ok || open || snoozed {
			defs = append(defs, Reminder{ID: id, Enabled: true})
		}
	}
	slices.SortStableFunc(defs, func(a, b Reminder) int { return s.order(a.ID) - s.order(b.ID) })

	var out []Outlook
	for _, r := range defs {
		o := Outlook{Reminder: r, Next: next[r.ID], SnoozedUntil: s.Snoozes[r.ID].Until}
		_, o.Open = s.Prompts[r.ID]
		if r.Interval() {
			s.Clocks[r.ID] += counted
			o.Sitting = min(s.Clocks[r.ID], r.Every)
			o.Next = s.nextInterval(now, r)
			o.Waiting = s.due(now, r)
		} else {
			if !o.SnoozedUntil.IsZero() && (o.Next.IsZero() || o.SnoozedUntil.Before(o.Next)) {
				o.Next = o.SnoozedUntil
				if o.Next.Before(now) { // lapsed while the machine slept
					o.Next = now
				}
			}
			o.Waiting = slices.ContainsFunc(s.Waiting, func(w Occasion) bool { return w.ID == r.ID })
		}
		if !r.Enabled {
			o = Outlook{Reminder: r}
		}
		out = append(out, o)
	}
	return out
}

// nextInterval is when an interval reminder is next shown if the person stays
// at the desk and nothing else happens.
func (s *State) nextInterval(now time.Time, r Reminder) time.Time {
	if _, open := s.Prompts[r.ID]; open || !r.Enabled {
		return time.Time{}
	}
	if s.Gone || len(s.Sources) > 0 && s.due(now, r) || s.Paused && s.PausedUntil.IsZero() {
		return time.Time{}
	}
	c := s.config()
	from := now
	if s.Paused && s.PausedUntil.After(from) {
		from = s.PausedUntil
	}
	left := s.remaining(from, r)
	if !c.Hours.Inside(from, c.zone()) {
		edge, ok := c.Hours.Next(from, c.zone())
		if !ok {
			return time.Time{}
		}
		from, left = edge, r.Every
	}
	at := from.Add(left)
	if at.Before(s.SettleUntil) {
		at = s.SettleUntil
	}
	// A shift that ends first begins again at 0.
	if edge, ok := c.Hours.Next(from, c.zone()); ok && !at.Before(edge) {
		begin, ok := c.Hours.Next(edge, c.zone())
		if !ok {
			return time.Time{}
		}
		return begin.Add(r.Every)
	}
	return at
}

// Presence says in a word what is known of the person: active, idle, locked,
// asleep or unknown.
func (s State) Presence() string {
	switch {
	case !s.AsleepSince.IsZero():
		return "asleep"
	case !s.LockedSince.IsZero():
		return "locked"
	case s.Blind:
		return "unknown"
	case s.Gone:
		return "idle"
	default:
		return "active"
	}
}

// Open lists the prompts on screen in the order reminders are listed.
func (s State) Open() []Prompt {
	out := make([]Prompt, 0, len(s.Prompts))
	for _, p := range s.Prompts {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Prompt) int { return s.order(a.ID) - s.order(b.ID) })
	return out
}

// Config is the configuration in force.
func (s State) Config() Config { return *s.config() }
