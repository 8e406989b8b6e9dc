package coach

import (
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/session"
)

// Entry is what the diary keeps of a session that came to an end: of its plan,
// what was done, and what the person told of it. The diary gives it its id.
func Entry(p session.Plan, r session.Result) diary.Stretch {
	s := diary.Stretch{
		Routine: r.Routine, Name: p.Name, Start: r.Start, End: r.End, Active: r.Active,
		Outcome: diary.StretchOutcome(r.Outcome), How: diary.Feeling(r.Feelings.How),
		Before: r.Feelings.Before, After: r.Feelings.After,
	}
	for _, e := range r.Exercises {
		s.Exercises = append(s.Exercises, diary.Exercised{ID: e.ID, Name: e.Name, Outcome: diary.StretchOutcome(e.Outcome)})
	}
	return s
}
