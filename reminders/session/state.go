package session

import (
	"slices"
	"time"
)

// version is that of the JSON of a State.
const version = 1

// Status says whether a session runs.
type Status string

// The statuses.
const (
	Waiting     Status = "waiting"     // not begun; shows what is needed
	Running     Status = "running"     //
	Paused      Status = "paused"      // by the person
	Away        Status = "away"        // interrupted, and not over yet
	Interrupted Status = "interrupted" // somebody is back; waits for Resume
	Ended       Status = "ended"
)

// State is where a person stands in a plan. It is saved and restored as JSON
// with instants in UTC, at any point, and goes on the same. The zero value is
// no session: nothing happens to it.
type State struct {
	Version int    `json:"version"`
	Plan    Plan   `json:"plan"` // as it is played now, see Item.Sets
	Status  Status `json:"status"`

	Phase int           `json:"phase"`         // of Plan.Phases; behind the last at the end of all
	Due   time.Time     `json:"due,omitzero"`  // when it ends, while Running
	Left  time.Duration `json:"left"`          // what is left of it, while not Running
	Last  time.Time     `json:"last,omitzero"` // the last step

	Began time.Time `json:"began,omitzero"`
	Since time.Time `json:"since,omitzero"` // stopped since: paused, away or interrupted
	Over  time.Time `json:"over,omitzero"`  // when it ended
	Gone  []Cause   `json:"gone,omitempty"` // what keeps it Away

	Active   time.Duration `json:"active"`   // Running, rests and countdown included
	Jumped   time.Duration `json:"jumped"`   // of the plan, passed over by Skip
	Repeated time.Duration `json:"repeated"` // of the plan, gone back over
	Records  []Record      `json:"records"`  // one for each item

	// What was already cued of the phase since it was entered: everything up
	// to Said after its beginning (less than 0: nothing), the half, and the
	// direction of the last breath.
	Said time.Duration `json:"said"`
	Half bool          `json:"half,omitempty"`
	Told CueKind       `json:"told,omitempty"`

	phases []Phase         // of the plan
	starts []time.Duration // of each phase since the beginning, and the end of all
	quiet  bool            // a copy to look at: nobody hears its cues
}

// Record is what came of one item.
type Record struct {
	Done    bool          `json:"done,omitempty"`    // played to its end
	Skipped bool          `json:"skipped,omitempty"` // passed over by Skip before that
	Active  time.Duration `json:"active"`            // spent in it, rests not counted
}

// New is a session that waits for Start.
func New(p Plan) (State, error) {
	if err := p.Check(); err != nil {
		return State{}, err
	}
	s := State{Version: version, Plan: p, Status: Waiting, Records: make([]Record, len(p.Items)), Said: -1}
	s.lay()
	s.Left = s.phases[0].Length
	return s, nil
}

// lay works out the phases of the plan.
func (s *State) lay() {
	s.phases = s.Plan.Phases()
	s.starts = make([]time.Duration, len(s.phases)+1)
	for n, p := range s.phases {
		s.starts[n+1] = s.starts[n] + p.Length
	}
}

// clone copies what a step may change. What is worked out from the plan is
// shared: it is replaced, never changed.
func (s State) clone() State {
	s.Records = slices.Clone(s.Records)
	s.Gone = slices.Clone(s.Gone)
	return s
}

// phase is the one the session is in; after the last there is none.
func (s *State) phase() (Phase, bool) {
	if s.Phase < 0 || s.Phase >= len(s.phases) {
		return Phase{}, false
	}
	return s.phases[s.Phase], true
}

// elapsed is how long the phase has run at an instant.
func (s *State) elapsed(now time.Time) time.Duration {
	p, ok := s.phase()
	if !ok {
		return 0
	}
	left := s.Left
	if s.Status == Running {
		left = s.Due.Sub(now)
	}
	return min(p.Length, max(0, p.Length-left))
}

// position is how much of the plan lies behind.
func (s *State) position(now time.Time) time.Duration { return s.starts[s.Phase] + s.elapsed(now) }

// length is how long the plan takes as it is played now.
func (s *State) length() time.Duration { return s.starts[len(s.starts)-1] }

// stopped tells whether the session began and waits for somebody.
func (s *State) stopped() bool {
	return s.Status == Paused || s.Status == Away || s.Status == Interrupted
}
