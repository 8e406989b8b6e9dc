package session

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"
)

// UnmarshalJSON restores a saved session. It refuses what no session can come
// to, and leaves the state as it was then.
func (s *State) UnmarshalJSON(data []byte) error {
	type plain State // without this method
	var p plain
	if err := json.Unmarshal(data, &p); err != nil {
		return fmt.Errorf("the saved session cannot be read: %w; hint: begin the routine again", err)
	}
	read := State(p)
	if err := read.check(); err != nil {
		return fmt.Errorf("the saved session is damaged: %w; hint: begin the routine again", err)
	}
	*s = read
	return nil
}

// check tells what no session can come to, and lays out its phases.
func (s *State) check() error {
	if s.Version != version {
		return fmt.Errorf("version %d is not %d", s.Version, version)
	}
	if err := s.Plan.Check(); err != nil {
		return err
	}
	s.lay()
	for _, t := range []*time.Time{&s.Due, &s.Last, &s.Began, &s.Since, &s.Over} {
		if *t = t.UTC(); t.Year() < 1 || t.After(latest.Add(longest)) {
			return fmt.Errorf("the year %d is out of range", t.Year())
		}
	}
	if len(s.Records) != len(s.Plan.Items) {
		return errors.New("its records do not fit its exercises")
	}
	for _, cause := range s.Gone {
		if !cause.known() {
			return fmt.Errorf("%q interrupts nothing", cause)
		}
	}
	if slices.Contains([]CueKind{"", CueIn, CueOut}, s.Told) && s.standing() && s.sum() {
		return nil
	}
	return errors.New("its parts contradict each other")
}

// standing tells whether place and times fit the status.
func (s *State) standing() bool {
	p, inside := s.phase()
	if !inside && (s.Phase != len(s.phases) || s.Status != Ended) {
		return false
	}
	if s.Left < 0 || s.Left > p.Length || s.Said < -1 || s.Said > p.Length {
		return false
	}
	if s.Status == Waiting {
		return s.Phase == 0 && s.Left == p.Length && s.Began.IsZero() && s.Since.IsZero() && s.Over.IsZero() && s.Due.IsZero() && len(s.Gone) == 0
	}
	if s.Last.IsZero() || s.Began.IsZero() || s.Began.After(s.Last) || (len(s.Gone) > 0) != (s.Status == Away) {
		return false
	}
	between := func(t time.Time) bool { return !t.Before(s.Began) && !t.After(s.Last) }
	switch s.Status {
	case Running:
		left := s.Due.Sub(s.Last)
		return left > 0 && left <= p.Length && s.Left == 0 && s.Since.IsZero() && s.Over.IsZero()
	case Paused, Away, Interrupted:
		return between(s.Since) && s.Due.IsZero() && s.Over.IsZero()
	case Ended:
		return between(s.Over) && s.Due.IsZero() && s.Since.IsZero()
	}
	return false
}

// sum tells whether the times of the session add up.
func (s *State) sum() bool {
	const most = 1 << 62 // far from overflowing
	in := func(d time.Duration) bool { return d >= 0 && d < most/2 }
	if !in(s.Active) || !in(s.Jumped) || !in(s.Repeated) {
		return false
	}
	exercised := time.Duration(0)
	for _, r := range s.Records {
		if r.Active < 0 || r.Active > s.Active-exercised || r.Done && r.Skipped {
			return false
		}
		exercised += r.Active
	}
	return s.Active <= s.Last.Sub(s.Began) &&
		s.position(s.Last) == s.Active+s.Jumped-s.Repeated
}
