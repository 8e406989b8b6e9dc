package session

import "time"

// early is within how much of a side Back means the one before.
const early = 3 * time.Second

// movable tells whether the person can go elsewhere in the plan.
func (s *State) movable() bool { return s.Status == Running || s.stopped() }

// skip goes on to the next exercise, and out of a rest into it.
func (s *State) skip(now time.Time) []Cue {
	if !s.movable() {
		return nil
	}
	p, to := s.phases[s.Phase], s.Phase+1
	if p.Kind != Ready && p.Kind != Rest {
		for to < len(s.phases) && s.phases[to].Item == p.Item {
			to++
		}
		r := &s.Records[p.Item]
		switch last := (p.Kind == MoveBack || p.Kind == LetGo) && s.Phase+1 == to; {
		case last:
			r.Done, r.Skipped = true, false // all there was left is to come back, or to rest
		case !r.Done:
			r.Skipped = true
		}
	}
	s.Jumped += s.starts[to] - s.position(now)
	s.enter(to, now)
	if to == len(s.phases) {
		return []Cue{s.finish(now)}
	}
	return nil
}

// back goes to the beginning of the side, or of the one before.
func (s *State) back(now time.Time) {
	if !s.movable() {
		return
	}
	to := s.Phase
	switch s.phases[to].Kind {
	case Ready:
	case Rest:
		to = s.begin(to - 1)
	default:
		to = s.begin(to)
		if s.position(now)-s.starts[to] <= early {
			to = s.before(to)
		}
	}
	s.Repeated += s.position(now) - s.starts[to]
	s.enter(to, now)
	s.Records[s.phases[to].Item].Skipped = false // it is being done after all
}

// begin is the first phase of the side of an exercise that a phase is in.
func (s *State) begin(phase int) int {
	p := s.phases[phase]
	for phase > 0 {
		b := s.phases[phase-1]
		if b.Kind == Ready || b.Kind == Rest || b.Item != p.Item || b.Side != p.Side {
			break
		}
		phase--
	}
	return phase
}

// before is the beginning of the side before the one that begins with a phase;
// the first one has none before it.
func (s *State) before(phase int) int {
	for n := phase - 1; n >= 0; n-- {
		if k := s.phases[n].Kind; k != Ready && k != Rest {
			return s.begin(n)
		}
	}
	return phase
}
