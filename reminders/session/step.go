package session

import (
	"slices"
	"time"
)

// Step is what happens at now, given everything before it: the new state, and
// the cues since the last step, in order. A running session wants a step at
// Next at the latest.
//
// The clock may be set in between. An instant before the last step is taken
// for one at which no time has passed since; one that is more than Unseen
// later for an interruption nobody announced.
func (s State) Step(now time.Time, ev Event) (State, []Cue) {
	if len(s.phases) == 0 {
		return s, nil
	}
	now = within(now)
	s = s.clone()
	cues := s.pass(now)
	if personal(ev) {
		s.comeBack(now, "")
	}
	switch e := ev.(type) {
	case Start:
		if s.Status == Waiting {
			s.Began = now
			s.run(now)
		}
	case Pause:
		if s.Status == Running {
			s.stop(now, Paused)
		}
	case Resume:
		if s.Status == Paused || s.Status == Interrupted {
			s.run(now)
		}
	case Back:
		s.back(now)
	case Skip:
		cues = append(cues, s.skip(now)...)
	case Easier:
		cues = append(cues, s.adjust(now, -1)...)
	case Harder:
		cues = append(cues, s.adjust(now, 1)...)
	case Breathe:
		s.breatheAt(e.Breath)
	case End:
		s.end(now)
	case Interrupt:
		s.leave(now, e.By)
	case Return:
		s.comeBack(now, e.From)
	}
	if s.Status == Running {
		cues = append(cues, s.play(now)...)
	}
	return s, cues
}

// within is an instant as it is kept: in UTC, of the wall clock, in years that
// can be written down.
func within(now time.Time) time.Time {
	now = now.Round(0).UTC()
	if now.Before(earliest) {
		return earliest
	}
	if now.After(latest) {
		return latest
	}
	return now
}

var (
	earliest = time.Date(1970, time.January, 1, 0, 0, 0, 0, time.UTC)
	latest   = time.Date(9000, time.January, 1, 0, 0, 0, 0, time.UTC)
)

// pass lets time pass since the last step.
func (s *State) pass(now time.Time) []Cue {
	if s.Status == Ended {
		return nil
	}
	if s.Last.IsZero() {
		s.Last = now
	}
	if now.Before(s.Last) {
		s.shift(now)
	}
	var cues []Cue
	switch {
	case s.Status == Running && now.Sub(s.Last) > Unseen:
		s.stop(s.Last, Interrupted)
		s.again()
		s.giveUp(now)
	case s.Status == Running:
		cues = s.play(now)
	case s.stopped():
		s.giveUp(now)
	}
	s.Last = now
	return cues
}

// shift moves everything to a clock that was set back to now: no time has
// passed.
func (s *State) shift(now time.Time) {
	for _, t := range []*time.Time{&s.Due, &s.Began, &s.Since, &s.Over} {
		if !t.IsZero() {
			*t = now.Add(t.Sub(s.Last))
		}
	}
	s.Last = now
}

// play runs through the phases until now and gives their cues.
func (s *State) play(now time.Time) []Cue {
	var cues []Cue
	for s.Status == Running {
		p := s.phases[s.Phase]
		upto := now
		if s.Due.Before(now) {
			upto = s.Due
		}
		if passed := upto.Sub(s.Last); passed > 0 {
			s.Active += passed
			if p.Exercising() {
				s.Records[p.Item].Active += passed
			}
			s.Last = upto
		}
		cues = append(cues, s.tell(now)...)
		if now.Before(s.Due) {
			break
		}
		cues = append(cues, s.turn(now)...)
	}
	s.Last = now
	return cues
}

// turn ends the phase at its deadline and begins the next.
func (s *State) turn(now time.Time) []Cue {
	at, p := s.Due, s.phases[s.Phase]
	if p.Exercising() && (s.Phase+1 == len(s.phases) || s.phases[s.Phase+1].Item != p.Item) {
		s.Records[p.Item].Done, s.Records[p.Item].Skipped = true, false
	}
	s.enter(s.Phase+1, at)
	if s.Phase < len(s.phases) {
		return nil
	}
	return []Cue{s.finish(at)}
}

// enter begins a phase. While the session does not run, it waits there.
func (s *State) enter(phase int, at time.Time) {
	s.Phase = phase
	s.Said, s.Half, s.Told = -1, false, ""
	p, ok := s.phase()
	if s.Left = p.Length; ok && s.Status == Running {
		s.Due, s.Left = at.Add(p.Length), 0
	}
}

// again goes back to the beginning of the phase, or of the breath.
func (s *State) again() {
	to := s.Phase
	if to > 0 && s.phases[to].Kind == Exhale {
		to--
	}
	s.Repeated += s.position(s.Last) - s.starts[to]
	s.enter(to, s.Last)
}

// run goes on from where the session waits.
func (s *State) run(now time.Time) {
	s.Status, s.Since = Running, time.Time{}
	s.Due, s.Left = now.Add(s.Left), 0
}

// stop halts a running session.
func (s *State) stop(at time.Time, as Status) {
	s.Left = s.phases[s.Phase].Length - s.elapsed(at)
	s.Status, s.Since, s.Due = as, at, time.Time{}
}

// leave notes that nobody sees the session for a while.
func (s *State) leave(now time.Time, by Cause) {
	if s.Status == Running && by.known() {
		s.stop(now, Away)
	}
	if s.Status == Away && by.known() && !slices.Contains(s.Gone, by) {
		s.Gone = append(s.Gone, by)
	}
}

// comeBack notes that a cause is over, or all of them. If it was the last one,
// a short interruption goes on by itself, and a longer one waits at the
// beginning of its phase.
func (s *State) comeBack(now time.Time, from Cause) {
	if s.Status != Away {
		return
	}
	s.Gone = slices.DeleteFunc(s.Gone, func(c Cause) bool { return from == "" || c == from })
	switch {
	case len(s.Gone) > 0:
	case now.Sub(s.Since) > Unseen:
		s.Status = Interrupted
		s.again()
	default:
		s.run(now)
	}
}

// giveUp ends a session that nobody came back to.
func (s *State) giveUp(now time.Time) {
	if now.Sub(s.Since) >= KeepFor {
		s.end(s.Since)
	}
}

// end ends the session where it is.
func (s *State) end(at time.Time) {
	if s.Status == Ended {
		return
	}
	if s.Began.IsZero() {
		s.Began = at
	}
	if s.Status == Running {
		s.stop(at, Ended)
	}
	s.Status, s.Over, s.Since, s.Gone = Ended, at, time.Time{}, nil
}

// finish ends the session at the end of its plan.
func (s *State) finish(at time.Time) Cue {
	s.Status, s.Over, s.Since, s.Due, s.Left, s.Gone = Ended, at, time.Time{}, time.Time{}, 0, nil
	return Cue{Kind: CueEnd, At: at, Item: len(s.Plan.Items) - 1, Text: s.Plan.Name}
}

func (c Cause) known() bool { return c == Locked || c == Asleep || c == Closed }
