package session

import "time"

// Outcome is what came of a session, or of one exercise in it.
type Outcome string

// The outcomes. A session is Completed, Partly or Abandoned; one of its
// exercises is Completed, Partly, Skipped or Unreached.
const (
	Completed Outcome = "completed" // all of it
	Partly    Outcome = "partly"    // at least one exercise; or a part of this one
	Abandoned Outcome = "abandoned" // no exercise to its end
	Skipped   Outcome = "skipped"
	Unreached Outcome = "not-reached"
)

// Result is what is logged of a session.
type Result struct {
	Outcome   Outcome
	Routine   string    // its id; empty for a single exercise
	Start     time.Time // UTC; on the clock as it was at the end, should it have been set back
	End       time.Time // the same
	Active    time.Duration
	Paused    time.Duration // End - Start - Active: pauses and interruptions
	Exercises []Exercised   // all of the plan, in order
	Feelings  Feelings      // as told afterwards
}

// Exercised is what came of one exercise.
type Exercised struct {
	ID      string
	Name    string
	Outcome Outcome
	Active  time.Duration // rests not counted
}

// Done is how many exercises were completed.
func (r Result) Done() int {
	n := 0
	for _, e := range r.Exercises {
		if e.Outcome == Completed {
			n++
		}
	}
	return n
}

// Result is what came of the session: as it ended, or as if it ended now.
func (s State) Result(now time.Time) Result {
	if len(s.phases) == 0 {
		return Result{Outcome: Abandoned}
	}
	now = within(now)
	s = s.clone()
	s.quiet = true
	s.pass(now)
	s.end(s.Last)
	r := Result{Outcome: Abandoned, Routine: s.Plan.Routine, Start: s.Began, End: s.Over, Active: s.Active}
	r.Paused = max(0, r.End.Sub(r.Start)-r.Active)
	for n, rec := range s.Records {
		e := Exercised{ID: s.Plan.Items[n].Exercise, Name: s.Plan.Items[n].Name, Active: rec.Active, Outcome: Unreached}
		switch {
		case rec.Done:
			e.Outcome = Completed
		case rec.Skipped:
			e.Outcome = Skipped
		case rec.Active > 0:
			e.Outcome = Partly
		}
		r.Exercises = append(r.Exercises, e)
	}
	switch r.Done() {
	case 0:
	case len(r.Exercises):
		r.Outcome = Completed
	default:
		r.Outcome = Partly
	}
	return r
}
