package session

import (
	"fmt"
	"slices"
	"time"

	"github.com/unhunch/unhunch/content"
)

// Plan is what is done in a session. It holds all a player needs but the
// pictures, so that a saved session goes on as it was when the library has
// changed since.
type Plan struct {
	Routine string        `json:"routine,omitempty"` // its id; empty for a single exercise
	Relaxes string        `json:"relaxes,omitempty"` // the id of the therapy it is, such as pmr; empty for exercises
	Name    string        `json:"name"`              // as a person reads it
	Ready   time.Duration `json:"ready"`             // the countdown before the first exercise
	Rest    time.Duration `json:"rest"`              // between two items
	// Change is for turning to the other side. It comes on top of the length
	// that the library promises: there, the first move of a side includes it.
	Change time.Duration `json:"change,omitempty"`
	Items  []Item        `json:"items"`
}

// Item is one exercise of a plan.
type Item struct {
	Exercise string   `json:"exercise"` // its id
	Name     string   `json:"name"`
	Instead  string   `json:"instead,omitempty"` // the name of the exercise it is done in place of
	Steps    []string `json:"steps,omitempty"`   // how to do it, in order
	Breath   string   `json:"breath,omitempty"`  // how to breathe
	Easier   string   `json:"easier,omitempty"`  // how it is easier
	Harder   string   `json:"harder,omitempty"`  // how it is harder; there is no harder without it
	Needs    []string `json:"needs,omitempty"`   // what has to be at hand, as in the library
	Circle   bool     `json:"circle,omitempty"`  // the movement goes round and not there and back
	Paced    Pacing   `json:"paced,omitempty"`   // what Breath says of moving there and back

	Reps int           `json:"reps"`           // as planned, on each side
	Hold time.Duration `json:"hold,omitempty"` // as planned, in each repetition
	Only Side          `json:"only,omitempty"` // the one side it is done on; Whole for all there are
	// RightFirst tells that First is the right side, and Second the left.
	RightFirst bool          `json:"right_first,omitempty"`
	Move       time.Duration `json:"move"` // there and back, in each repetition; of what is tensed, the letting go

	Way Way `json:"way,omitempty"` // how it is done

	Level int `json:"level,omitempty"` // -2 to 2: how much easier or harder than planned
	// Sets holds, for each side, how long each repetition is held. It is what
	// is played: Easier and Harder change it from where the person is.
	Sets [][]time.Duration `json:"sets"`
}

// Of makes a plan of a routine. The exercises in instead, by the id of those
// they take the place of, come with their own numbers (see
// safety.Judge.Replacements). It fails if an exercise is missing or takes no
// time.
func Of(r *content.Routine, instead map[string]*content.Exercise) (Plan, error) {
	if r == nil {
		return Plan{}, fmt.Errorf("there is no routine to plan; hint: choose one of those that unhunch routine list names")
	}
	p := Plan{Routine: r.ID, Name: r.Name, Ready: GetReady, Rest: seconds(r.RestS)}
	for _, i := range r.Items {
		e := i.Exercise
		if e == nil {
			return Plan{}, fmt.Errorf("routine %q: exercise %q is not in the library; hint: correct its id, or take it out", r.ID, i.ExerciseID)
		}
		if other := instead[i.ExerciseID]; other != nil {
			item := itemOf(other, other.Reps, seconds(other.HoldS), i.SideOf(other))
			item.Instead = e.Name
			p.Items = append(p.Items, item)
			continue
		}
		p.Items = append(p.Items, itemOf(e, i.Reps(), seconds(i.HoldS()), i.SideOf(e)))
	}
	return p, p.Check()
}

// One makes a plan of a single exercise, with its own numbers.
func One(e *content.Exercise) (Plan, error) {
	if e == nil {
		return Plan{}, fmt.Errorf("there is no exercise to plan; hint: choose one of those that unhunch exercise list names")
	}
	p := Plan{Name: e.Name, Ready: GetReady, Items: []Item{itemOf(e, e.Reps, seconds(e.HoldS), content.EachSide)}}
	return p, p.Check()
}

func itemOf(e *content.Exercise, reps int, hold time.Duration, only content.Side) Item {
	i := Item{
		Exercise: e.ID, Name: e.Name, Steps: e.Steps, Breath: e.Breath, Easier: e.Easier, Harder: e.Harder, Needs: e.Equipment,
		Circle: e.Pace(0).Circle,
		Paced:  pacing(e),
		Reps:   reps, Hold: hold, Move: seconds(e.MoveS),
	}
	if e.Sides == content.LeftRight {
		i.RightFirst = e.FirstSide() == content.RightSide
		switch {
		case e.Mirrored(only):
			i.Only = Second
		case only != content.EachSide:
			i.Only = First
		}
	}
	if reps < 1 || reps > mostReps {
		return i // Check tells
	}
	for range e.SidesDone(only) {
		i.Sets = append(i.Sets, slices.Repeat([]time.Duration{hold}, reps))
	}
	return i
}

// Needs are the things to have at hand, each once, in the order they come.
func (p Plan) Needs() []string {
	var out []string
	for _, i := range p.Items {
		for _, n := range i.Needs {
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}

// Length is how long the whole plan takes. Without a Change, that is Ready and
// what content.Routine.TotalS says, or content.Exercise.DurationS.
func (p Plan) Length() time.Duration {
	total := p.Ready + p.Rest*time.Duration(max(len(p.Items)-1, 0))
	for _, i := range p.Items {
		total += i.length() + p.Change*time.Duration(max(len(i.Sets)-1, 0))
	}
	return total
}

// length is how long the item takes without the changes of side.
func (i Item) length() time.Duration {
	total := time.Duration(0)
	for _, set := range i.Sets {
		for _, hold := range set {
			total += hold + i.Move
		}
	}
	return total
}

func seconds(s int) time.Duration { return time.Duration(s) * time.Second }
