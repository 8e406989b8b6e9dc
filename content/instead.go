package content

import (
	"fmt"
	"slices"
)

// unknownInstead are the exercises an exercise names to do in its place that
// are not there.
func unknownInstead(e *Exercise, known func(id string) bool) []string {
	var out []string
	for _, a := range e.Instead {
		for _, id := range a.Exercises {
			if !known(id) || id == e.ID {
				out = append(out, id)
			}
		}
	}
	return out
}

func notThere(id string) string {
	return fmt.Sprintf("instead names the exercise %q, which is not another of the library; hint: correct its id", id)
}

// checkInstead tells of what the library says to do instead, and does not have.
func (l *Library) checkInstead() error {
	exercises, err := l.Exercises()
	facts, unread := l.Facts()
	flags, none := l.RedFlags()
	if err := together(err, unread, none); err != nil {
		return err
	}
	var bad []error
	for i := range exercises {
		for _, id := range unknownInstead(&exercises[i], func(id string) bool {
			return slices.ContainsFunc(exercises, func(e Exercise) bool { return e.ID == id })
		}) {
			bad = append(bad, &Problem{File: "exercises", Item: fmt.Sprintf("exercise %q", exercises[i].ID), What: notThere(id)})
		}
	}
	for _, f := range facts {
		if f.Serious != "" && !slices.ContainsFunc(flags.Flags, func(r RedFlag) bool { return r.ID == f.Serious }) {
			bad = append(bad, &Problem{File: "profile.toml", Item: fmt.Sprintf("fact %q", f.ID), What: fmt.Sprintf("serious names %q, which is no sign of red-flags.toml; hint: correct its id", f.Serious)})
		}
	}
	return together(bad...)
}
