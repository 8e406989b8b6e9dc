package coach

import (
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/session"
)

// Relaxed is what the diary keeps of a relaxation that came to an end. The diary
// gives it its id.
func Relaxed(p session.Plan, r session.Result) diary.Relaxation {
	out := diary.Relaxation{
		Kind: p.Relaxes, Name: p.Name, Start: r.Start, End: r.End, Active: r.Active, Full: r.Outcome == session.Completed,
	}
	for n, i := range p.Items {
		switch i.Way {
		case session.Breathed:
			out.PerMinute = int((time.Minute + i.Hold/2) / max(i.Hold, 1))
		case session.Tensed:
			out.Groups++
			if r.Exercises[n].Outcome == session.Completed {
				out.Done++
			}
		}
	}
	// The countdown before it is no relaxation.
	done := time.Duration(0)
	for _, e := range r.Exercises {
		done += e.Active
	}
	if out.Groups == 0 {
		out.Active = min(out.Active, done)
	}
	return out
}
