package reminders

import (
	"cmp"
	"slices"
	"time"
)

// lateBy is how much later than planned a step may come before the gap counts
// as a suspend that nobody announced.
const lateBy = 30 * time.Second

// longestSleep bounds the planned sleep, so that there always is a next wake.
const longestSleep = 24 * time.Hour

// Step is what happens at now, given everything before it: the new state, what
// the outside world is to do, in order, and when to step again at the latest
// (the zero time while the machine sleeps). now must be on the wall clock; an
// instant before the last step without a ClockSet event is taken as one.
func (s State) Step(now time.Time, ev Event) (State, []Effect, time.Time) {
	now = now.Round(0)
	s = s.clone()
	var out []Effect

	switch e := ev.(type) {
	case Start:
		out = append(out, s.start(now, e)...)
	case ClockSet:
		// What passed before the jump passed on the old clock.
		s.advance(now.Add(-e.By))
		s.shift(e.By)
	default:
		if !s.Last.IsZero() && now.Before(s.Last) {
			s.shift(now.Sub(s.Last))
		}
		if s.overslept(now) {
			out = append(out, s.vanish(s.Last, now)...)
		}
	}
	s.advance(now)

	switch e := ev.(type) {
	case Start:
		// What else is so at this instant is not known yet.
		out = append(out, s.takeDown(now)...)
	case Answer:
		if _, open := s.Prompts[e.ID]; !open {
			out = append(out, s.evaluate(now)...)
		}
		out = append(out, s.answer(now, e)...)
		out = append(out, s.evaluate(now)...)
	case Begin:
		// It may have come due at this instant, and been begun from there.
		out = append(out, s.evaluate(now)...)
		s.begin(now, e)
	case Did:
		out = append(out, s.did(now, e)...)
		out = append(out, s.evaluate(now)...)
	default:
		out = append(out, s.apply(now, ev)...)
		out = append(out, s.evaluate(now)...)
	}
	s.Wake = s.nextWake(now)
	return s, out, s.Wake
}

// overslept tells whether the machine must have slept since the last step.
func (s *State) overslept(now time.Time) bool {
	return s.AsleepSince.IsZero() && !s.Wake.IsZero() && now.Sub(s.Wake) > lateBy
}

// vanish makes the time between two instants an absence: the machine slept,
// or the agent did not run.
func (s *State) vanish(from, to time.Time) []Effect {
	s.AsleepSince = from
	out := s.attend(from)
	s.advance(to)
	s.AsleepSince = time.Time{}
	s.IdleSince = time.Time{}
	return out
}

// start begins to run, fresh or where a saved state left off.
func (s *State) start(now time.Time, e Start) []Effect {
	c := e.Config
	s.cfg = &c
	if s.Last.IsZero() {
		// A fixed time that still is of use was missed for being off.
		s.Last, s.Seen = now, now.Add(-c.UsefulFor)
		s.DeskSince = now
		s.Blind = true
		s.Working = c.Hours.Inside(now, c.zone())
		return nil
	}
	for id, sat := range s.Clocks {
		s.Clocks[id] = max(0, sat) // a saved state may come from anywhere
	}
	// The clock may have been set while nobody looked.
	if now.Before(s.Last) {
		s.shift(now.Sub(s.Last))
	}
	var out []Effect
	if s.AsleepSince.IsZero() && e.Alive.After(s.Last) && !e.Alive.After(now) {
		s.advance(e.Alive.Round(0))
	}
	if now.Sub(s.Last) >= c.AwayAfter {
		out = append(out, s.vanish(s.Last, now)...)
	}
	// A shorter absence of the agent freezes the clocks and no more. What the
	// sensors said is out of date either way.
	s.Last = now
	s.IdleSince, s.LockedSince, s.AsleepSince, s.Sources, s.Blind = time.Time{}, time.Time{}, time.Time{}, nil, true
	return append(out, s.tidy(now)...)
}

// shift moves everything that is elapsed time to a wall clock that jumped. What
// is a time on the clock stays: the end of a pause, fixed times, dates.
func (s *State) shift(by time.Duration) {
	move := func(t *time.Time) {
		if !t.IsZero() {
			*t = t.Add(by)
		}
	}
	for _, t := range []*time.Time{
		&s.Last, &s.Wake, &s.IdleSince, &s.LockedSince, &s.AsleepSince,
		&s.GoneSince, &s.DeskSince, &s.SettleUntil,
	} {
		move(t)
	}
	for id, p := range s.Prompts {
		move(&p.ShownAt)
		if s.isInterval(id) {
			move(&p.Due)
			move(&p.Until)
		}
		s.Prompts[id] = p
	}
	for id, z := range s.Snoozes {
		move(&z.Until)
		s.Snoozes[id] = z
	}
	if by < 0 {
		move(&s.Seen)
	}
}

// advance lets time pass: sitting clocks run, pauses and working hours begin
// and end.
func (s *State) advance(now time.Time) {
	c := s.config()
	if now.Sub(s.Last) > 8*24*time.Hour {
		// Nobody sits that long: skip the days in between.
		clear(s.Clocks)
		s.Last = now
	}
	for s.Last.Before(now) {
		next := now
		if s.Paused && s.PausedUntil.After(s.Last) && s.PausedUntil.Before(next) {
			next = s.PausedUntil
		}
		if edge, ok := c.Hours.Next(s.Last, c.zone()); ok && edge.Before(next) {
			next = edge
		}
		if s.counting() {
			for _, r := range c.Reminders {
				if r.Enabled && r.Interval() {
					s.Clocks[r.ID] += next.Sub(s.Last)
				}
			}
		}
		s.Last = next
		s.turn(next)
	}
	s.turn(now)
}

// turn ends a pause that ran out, and begins or ends working hours.
func (s *State) turn(t time.Time) {
	c := s.config()
	if s.Paused && !s.PausedUntil.IsZero() && !t.Before(s.PausedUntil) {
		s.Paused, s.PausedUntil = false, time.Time{}
	}
	inside := c.Hours.Inside(t, c.zone())
	if inside == s.Working {
		return
	}
	s.Working = inside
	clear(s.Clocks)
}

// dropSnoozes gives up the snoozed prompts of interval reminders.
func (s *State) dropSnoozes() []Effect {
	var out []Effect
	for id, z := range s.Snoozes {
		if s.isInterval(id) {
			delete(s.Snoozes, id)
			out = append(out, Effect{Verb: Close, ID: id, Outcome: Missed, Prompt: z.Prompt})
		}
	}
	s.arrange(out)
	return out
}

// apply takes in an event other than an answer. A sign of life first takes
// stock: what it ends may have become an absence, or a longer one, without a
// step in between.
func (s *State) apply(now time.Time, ev Event) []Effect {
	switch e := ev.(type) {
	case Configure:
		s.cfg = &e.Config
		s.turn(now)
		return s.tidy(now)
	case Active:
		out := s.attend(now)
		s.IdleSince, s.Blind = time.Time{}, false
		return out
	case Idle:
		out := s.attend(now)
		s.IdleSince, s.Blind = e.Since.Round(0), false
		if s.IdleSince.After(now) {
			s.IdleSince = now
		}
		return out
	case Unknown:
		out := s.attend(now)
		s.IdleSince, s.Blind = time.Time{}, true
		return out
	case Lock:
		if s.LockedSince.IsZero() {
			s.LockedSince = now
		}
	case Unlock:
		out := s.attend(now)
		s.LockedSince, s.IdleSince = time.Time{}, time.Time{}
		return out
	case Suspend:
		if s.AsleepSince.IsZero() {
			s.AsleepSince = now
		}
	case Resume:
		out := s.attend(now)
		s.AsleepSince, s.IdleSince = time.Time{}, time.Time{}
		return out
	case Busy:
		s.busy(now, e.Sources)
	case Pause:
		if e.Until.IsZero() || e.Until.After(now) {
			s.Paused, s.PausedUntil = true, e.Until.Round(0)
		}
	case ResumeReminders:
		s.Paused, s.PausedUntil = false, time.Time{}
	}
	return nil
}

func (s *State) busy(now time.Time, sources []string) {
	was, is := len(s.Sources) > 0, len(sources) > 0
	s.Sources = slices.Clone(sources)
	switch {
	case is && !was:
		s.AfterBusy = true
	case was && !is:
		s.settle(now)
	}
}

func (s *State) settle(now time.Time) {
	if until := now.Add(s.config().Settle); until.After(s.SettleUntil) {
		s.SettleUntil = until
	}
}

// answer closes a prompt as the person said. An answer to nothing changes
// nothing.
func (s *State) answer(now time.Time, a Answer) []Effect {
	p, open := s.Prompts[a.ID]
	if !open || (a.Outcome == Snoozed && a.For <= 0) {
		return nil
	}
	switch a.Outcome {
	case Done:
		if a.ID == Stretch {
			s.Clocks[Posture] = 0
		}
	case Skipped:
	case Snoozed:
		s.Snoozes[a.ID] = Snooze{Until: now.Add(a.For), Prompt: p}
	default:
		return nil
	}
	return []Effect{s.close(a.ID, a.Outcome)}
}

// begin keeps a prompt open for as long as the person is at it.
func (s *State) begin(now time.Time, e Begin) {
	p, open := s.Prompts[e.ID]
	if !open || !s.isInterval(e.ID) || !e.Until.After(now) {
		return
	}
	p.Begun, p.Until = true, e.Until.Round(0)
	s.Prompts[e.ID] = p
}

// did starts a clock again for what was done unasked.
func (s *State) did(now time.Time, e Did) []Effect {
	if _, open := s.Prompts[e.ID]; open {
		return s.answer(now, Answer{ID: e.ID, Outcome: Done})
	}
	if !s.isInterval(e.ID) {
		return nil
	}
	s.Clocks[e.ID] = 0
	if e.ID == Stretch {
		s.Clocks[Posture] = 0
	}
	delete(s.Snoozes, e.ID) // its prompt closed when it was snoozed
	return nil
}

// close takes a prompt off the screen; its reminder's clock starts again.
func (s *State) close(id ID, o Outcome) Effect {
	p := s.Prompts[id]
	delete(s.Prompts, id)
	s.Clocks[id] = 0
	if !s.isInterval(id) {
		delete(s.Clocks, id)
	}
	return Effect{Verb: Close, ID: id, Outcome: o, Prompt: p}
}

// takeDown closes what is no longer to be seen.
func (s *State) takeDown(now time.Time) []Effect {
	closes := s.attend(now)
	if !s.AsleepSince.IsZero() {
		return closes
	}
	closes = append(closes, s.expire(now)...)
	s.arrange(closes)
	return closes
}

// evaluate brings prompts in line with the state: closes first, then shows.
func (s *State) evaluate(now time.Time) []Effect {
	closes := s.takeDown(now)
	if !s.AsleepSince.IsZero() {
		return closes
	}
	c, shows := s.dated(now)
	closes = append(closes, c...)
	c, more := s.intervals(now)
	closes = append(closes, c...)
	shows = append(shows, more...)
	s.arrange(closes)
	s.arrange(shows)
	return append(closes, shows...)
}

// arrange puts effects of one instant in the order reminders are listed.
func (s *State) arrange(e []Effect) {
	slices.SortStableFunc(e, func(a, b Effect) int { return cmp.Compare(s.order(a.ID), s.order(b.ID)) })
}

// expire closes prompts that nobody answered in time.
func (s *State) expire(now time.Time) []Effect {
	var out []Effect
	for id, p := range s.Prompts {
		if !now.Before(p.Until) {
			out = append(out, s.close(id, Expired))
		}
	}
	return out
}
