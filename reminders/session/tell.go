package session

import (
	"slices"
	"time"
)

// tell gives the cues of the running phase that came up to the last instant it
// has run to. What is too late for its time is left out.
func (s *State) tell(now time.Time) []Cue {
	if s.quiet {
		return nil
	}
	var out []Cue
	p := s.phases[s.Phase]
	upto := s.elapsed(s.Last)
	begin := s.Due.Add(-p.Length)
	for _, c := range s.cues(s.Phase) {
		if c.from <= s.Said || c.from > upto {
			continue
		}
		switch c.Kind {
		case CueHalf:
			if s.Half {
				continue
			}
			s.Half = true
		case CueIn, CueOut:
			if s.Told == c.Kind {
				continue
			}
			s.Told = c.Kind
		}
		if c.At = begin.Add(c.from); now.Sub(c.At) <= Fresh {
			out = append(out, c.Cue)
		}
	}
	s.Said = max(s.Said, upto)
	slices.SortStableFunc(out, func(a, b Cue) int { return a.At.Compare(b.At) })
	return out
}

// Next is when a session wants its next step, at the latest: for a cue, the end
// of a phase, or because somebody may be gone. The zero time means that nothing
// happens by itself. A player that draws steps more often.
func (s State) Next(now time.Time) time.Time {
	if len(s.phases) == 0 {
		return time.Time{}
	}
	switch {
	case s.stopped():
		return s.Since.Add(KeepFor)
	case s.Status != Running:
		return time.Time{}
	}
	now = within(now)
	next := now.Add(Beat)
	if s.Due.Before(next) {
		next = s.Due
	}
	begin := s.Due.Add(-s.phases[s.Phase].Length)
	for _, c := range s.cues(s.Phase) {
		if at := begin.Add(c.from); c.from > s.Said && at.Before(next) {
			next = at
		}
	}
	return next
}
