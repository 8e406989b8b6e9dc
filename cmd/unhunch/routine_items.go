package main

import (
	"strconv"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// doneItem is what a person does today at one place of a routine.
type doneItem struct {
	*content.Exercise
	reps, holdS int
	side        content.Side
	insteadOf   *content.Exercise // that does not suit them; nil if this is the routine's own
	advised                       // of what is done; with instead of what, the reason says why
}

func (i doneItem) takesS() int { return i.DoneOn(i.side, i.reps, i.holdS) }

// doneOf is a routine as this person does it today, others in the place of what
// does not suit them. One that is not for them stays as it is.
func doneOf(r *content.Routine, me person) []doneItem {
	instead := map[string]*content.Exercise{}
	if me.Routine(r).Suggest() {
		instead = me.Replacements(r)
	}
	out := make([]doneItem, 0, len(r.Items))
	for _, i := range r.Items {
		item := doneItem{i.Exercise, i.Reps(), i.HoldS(), i.SideOf(i.Exercise), nil, adviceOf(me.Exercise(i.Exercise))}
		if other := instead[i.ExerciseID]; other != nil {
			why := item.Reason
			item = doneItem{other, other.Reps, other.HoldS, i.SideOf(other), i.Exercise, adviceOf(me.Exercise(other))}
			if item.Reason != "" {
				why += " " + catalog.L("{{.Exercise}}: {{.Reason}}", catalog.D{"Exercise": other.Name, "Reason": item.Reason})
			}
			item.Reason = why
		}
		out = append(out, item)
	}
	return out
}

// takesS is how long it all takes with the rests between, in seconds.
func takesS(r *content.Routine, items []doneItem) int {
	total := r.RestS * max(len(items)-1, 0)
	for _, i := range items {
		total += i.takesS()
	}
	return total
}

// itemJSON is an exercise of a routine as it is done today.
type itemJSON struct {
	Exercise  string       `json:"exercise"`
	Name      string       `json:"name"`
	Reps      int          `json:"reps"`
	HoldS     int          `json:"hold_s"`
	DurationS int          `json:"duration_s"`
	Side      content.Side `json:"side,omitempty"`       // the only one it is done on
	InsteadOf string       `json:"instead_of,omitempty"` // the exercise it stands for; reason says why
	advised
}

func (i doneItem) json() itemJSON {
	out := itemJSON{i.ID, i.Name, i.reps, i.holdS, i.takesS(), i.side, "", i.advised}
	if i.insteadOf != nil {
		out.InsteadOf = i.insteadOf.ID
	}
	return out
}

// items writes what is done today, in order.
func (p *prose) items(items []doneItem) {
	for n, i := range items {
		parts := []string{i.Name, "(" + i.ID + ")", lengthS(i.takesS())}
		switch i.side {
		case content.LeftSide:
			parts = append(parts, "–", catalog.L("left side only"))
		case content.RightSide:
			parts = append(parts, "–", catalog.L("right side only"))
		default:
		}
		if i.insteadOf != nil {
			parts = append(parts, "–", catalog.L("instead of {{.Name}}", catalog.D{"Name": i.insteadOf.Name}))
		}
		if mark := i.word(); mark != "" { // why is said above
			parts = append(parts, "–", mark)
		}
		p.hang(strconv.Itoa(n+1)+". ", strings.Join(parts, " "))
	}
}
