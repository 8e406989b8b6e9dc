package ui

import (
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/session"
)

// breathing is the exercise one breathes by.
const breathing = "belly-breathing"

// breathe plans an exercise for about a length of time, such as 4m, in place of
// its own number of repetitions.
func breathe(e *content.Exercise, length string) (session.Plan, error) {
	d, err := reminders.ParseDuration(length)
	if err != nil {
		return session.Plan{}, err
	}
	breath := time.Duration(e.MoveS+e.HoldS) * time.Second
	long := *e
	if breath > 0 {
		long.Reps = max(1, int((d+breath/2)/breath))
	}
	return session.One(&long)
}
