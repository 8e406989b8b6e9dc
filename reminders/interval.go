package reminders

import "time"

// due tells whether an interval reminder wants to be shown: its sitting time
// is up, or a snooze ran out. A pending snooze outranks the clock.
func (s *State) due(now time.Time, r Reminder) bool {
	if _, open := s.Prompts[r.ID]; open || !r.Enabled || !r.Interval() {
		return false
	}
	return s.remaining(now, r) <= 0
}

// remaining is how long until an interval reminder is due if nothing changes:
// sitting time, or the rest of a snooze.
func (s *State) remaining(now time.Time, r Reminder) time.Duration {
	if z, ok := s.Snoozes[r.ID]; ok {
		return max(0, z.Until.Sub(now))
	}
	return max(0, r.Every-s.Clocks[r.ID])
}

// intervals decides which interval reminders speak now, which hold back, and
// which another one speaks for.
func (s *State) intervals(now time.Time) (closes, shows []Effect) {
	c := s.config()
	stretch, _ := c.Reminder(Stretch)
	posture, _ := c.Reminder(Posture)
	_, stretchOpen := s.Prompts[Stretch]

	if stretchOpen && s.due(now, posture) {
		closes = append(closes, s.merge(Posture))
	}
	if !s.allowed(now) {
		return closes, nil
	}

	var ready []Reminder
	if s.due(now, stretch) {
		ready = append(ready, stretch)
		if s.due(now, posture) {
			closes = append(closes, s.merge(Posture))
		}
	} else if s.due(now, posture) && !s.held(now, stretch, stretchOpen) {
		ready = append(ready, posture)
	}
	for _, r := range c.Reminders {
		if r.ID != Stretch && r.ID != Posture && s.due(now, r) {
			ready = append(ready, r)
		}
	}
	if s.AfterBusy {
		// What piled up behind busy is one prompt; it speaks for the others.
		for len(ready) > 1 {
			closes = append(closes, s.merge(ready[len(ready)-1].ID))
			ready = ready[:len(ready)-1]
		}
		s.AfterBusy = false
	}
	for _, r := range ready {
		delete(s.Snoozes, r.ID)
		shows = append(shows, s.show(Prompt{ID: r.ID, ShownAt: now, Due: now, Until: now.Add(c.ExpireAfter)}))
	}
	return closes, shows
}

// held tells whether a posture check waits for a stretch that is about to come.
func (s *State) held(now time.Time, stretch Reminder, stretchOpen bool) bool {
	return stretch.Enabled && stretch.Interval() && !stretchOpen &&
		s.remaining(now, stretch) <= s.config().MergeWindow
}

// merge closes a check that another prompt speaks for, shown or not.
func (s *State) merge(id ID) Effect {
	e := Effect{Verb: Close, ID: id, Outcome: Merged, Prompt: s.Snoozes[id].Prompt}
	e.Prompt.ID = id
	delete(s.Snoozes, id)
	s.Clocks[id] = 0
	return e
}
