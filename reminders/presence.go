package reminders

import "time"

// absence tells whether the person is away at now, and since when: locked and
// asleep at once, without input once AwayAfter has passed. Unknown counts as
// at the desk.
func (s *State) absence(now time.Time) (since time.Time, away bool) {
	earliest := func(t time.Time) {
		if !away || t.Before(since) {
			since, away = t, true
		}
	}
	if !s.AsleepSince.IsZero() {
		earliest(s.AsleepSince)
	}
	if !s.LockedSince.IsZero() {
		earliest(s.LockedSince)
	}
	if !s.IdleSince.IsZero() && now.Sub(s.IdleSince) >= s.config().AwayAfter {
		earliest(s.IdleSince)
	}
	return since, away
}

// attend notices that somebody left, that an absence has become a rest, and
// that somebody came back.
func (s *State) attend(now time.Time) []Effect {
	var out []Effect
	since, away := s.absence(now)
	if away && !s.Gone {
		s.Gone, s.GoneSince, s.Rested = true, since, false
		for id, p := range s.Prompts {
			if s.isInterval(id) && !p.Begun {
				out = append(out, s.close(id, Missed))
			}
		}
	}
	if away && since.Before(s.GoneSince) {
		s.GoneSince = since
	}
	// While the machine sleeps nobody is there to notice: a suspend is judged
	// when it is over.
	if s.Gone && !s.Rested && s.AsleepSince.IsZero() && now.Sub(s.GoneSince) >= s.config().AwayAfter {
		out = append(out, s.rest()...)
	}
	if !away && s.Gone {
		s.Gone, s.Rested, s.GoneSince = false, false, time.Time{}
		if s.DeskSince.IsZero() {
			s.DeskSince = now
		}
		s.settle(now)
	}
	s.arrange(out)
	return out
}

// rest credits an absence: every sitting clock returns to 0 and nobody is to
// be reminded of what they put off.
func (s *State) rest() []Effect {
	s.Rested = true
	clear(s.Clocks)
	out := s.dropSnoozes()
	if !s.DeskSince.IsZero() && s.GoneSince.After(s.DeskSince) {
		out = append(out, Effect{Verb: Sat, From: s.DeskSince, To: s.GoneSince})
	}
	s.DeskSince = time.Time{}
	return out
}
