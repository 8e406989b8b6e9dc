package content

import (
	"fmt"
	"math"
)

// Routines are the routines and the rules that hold for all of them.
type Routines struct {
	Rule    []RoutineRule `toml:"rule"`
	Routine []Routine     `toml:"routine"`
}

// RoutineRule is something to heed before, during or after a routine.
type RoutineRule struct {
	When      RuleTime `toml:"when"`
	Statement `content:"optional"`
}

// RuleTime says when a rule of routines holds.
type RuleTime string

func (RuleTime) choices() []string { return []string{"before", "during", "after", "how-often"} }

// Routine is exercises in order. Which ones and in which order is ours; single
// exercises carry their own sources.
type Routine struct {
	ID        string       `toml:"id"`
	Name      string       `toml:"name"`
	Place     string       `toml:"place"`                     // seated, standing, floor or mixed
	When      string       `toml:"when" content:"built-in"`   // when it suits
	TargetS   int          `toml:"target_s"`                  // the length its name promises, seconds
	RestS     int          `toml:"rest_s" content:"built-in"` // seconds between two items
	Note      string       `toml:"note" content:"optional"`
	Pregnancy ForPregnancy `toml:"pregnancy" content:"optional"`
	// Conditions are those the routine as such has, as When and Note say them;
	// its exercises have their own.
	Conditions map[Condition]Level `toml:"conditions" content:"optional"`
	Suits      []Condition         `toml:"suits" content:"optional"`    // whom it was made for
	Optional   []string            `toml:"optional" content:"optional"` // exercises that are off unless turned on
	Items      []RoutineItem       `toml:"items"`
	// OwnPrescribedBy is who prescribed this one routine of a pack, whoever
	// prescribed the others. Origin has who it is in the end.
	OwnPrescribedBy string `toml:"prescribed_by" content:"optional"`
	Cited           `content:"optional"`
}

// RoutineItem is an exercise in a routine, perhaps with numbers of its own.
type RoutineItem struct {
	ExerciseID string    `toml:"exercise"`
	OwnReps    int       `toml:"reps" content:"optional"`
	OwnHoldS   int       `toml:"hold_s" content:"optional"`
	OwnSide    Side      `toml:"sides" content:"optional"` // the only one; of an exercise done left and right
	Exercise   *Exercise `toml:"-"`
}

// Reps is how often the item is done on each side.
func (i RoutineItem) Reps() int {
	if i.OwnReps > 0 {
		return i.OwnReps
	}
	return i.Exercise.Reps
}

// HoldS is how long a repetition is held, in seconds.
func (i RoutineItem) HoldS() int {
	if i.OwnHoldS > 0 {
		return i.OwnHoldS
	}
	return i.Exercise.HoldS
}

// SideOf is the only side on which an exercise is done in the item's place, be
// it the item's own or another.
func (i RoutineItem) SideOf(e *Exercise) Side {
	if e.Sides == LeftRight {
		return i.OwnSide
	}
	return EachSide
}

// DurationS is how long the item takes, in seconds.
func (i RoutineItem) DurationS() int {
	return i.Exercise.DoneOn(i.SideOf(i.Exercise), i.Reps(), i.HoldS())
}

// TotalS is how long the routine takes, in seconds: its items and the rests
// between them.
func (r *Routine) TotalS() int {
	total := r.RestS * (len(r.Items) - 1)
	for _, i := range r.Items {
		total += i.DurationS()
	}
	return total
}

// roundedBy is how far a routine's total may be from the length its name
// promises: a tenth.
const roundedBy = 0.1

func (r *Routine) check(say report) {
	if !slug(r.ID) {
		say("id", "id %q has to be small letters, digits and hyphens; hint: as low-back-10", r.ID)
	}
	switch r.Place {
	case "", "seated", "standing", "floor", "mixed":
	default:
		say("place", "place %q is unknown; hint: one of seated, standing, floor, mixed", r.Place)
	}
}

// resolve puts the exercises in their places and checks what follows from them.
func (r *Routine) resolve(known map[string]*Exercise, say report) {
	if r.link(known, say) {
		r.readable(say)
		r.addsUp(say)
	}
}

// link puts the exercises in their places, and tells whether all are there.
func (r *Routine) link(known map[string]*Exercise, say report) bool {
	found := true
	for i := range r.Items {
		item := &r.Items[i]
		at := indexed("items", i)
		item.Exercise = known[item.ExerciseID]
		switch {
		case item.Exercise == nil:
			found = false
			say(at, "exercise %q is not in the library; hint: correct its id, or mend it where it stands", item.ExerciseID)
		case item.Exercise.OptIn:
			say(at, "exercise %q is off unless turned on; hint: name it under optional", item.ExerciseID)
		case item.OwnSide != EachSide && item.Exercise.Sides != LeftRight:
			say(join(at, "sides"), "exercise %q is not done on the left and on the right, so that it has no %s side; hint: remove sides here", item.ExerciseID, item.OwnSide)
		}
	}
	for i, id := range r.Optional {
		if known[id] == nil {
			say(indexed("optional", i), "exercise %q is not in the library; hint: correct its id, or mend it where it stands", id)
		}
	}
	return found
}

// readable checks that the steps can be read while they are done.
func (r *Routine) readable(say report) {
	for i := range r.Items {
		item := &r.Items[i]
		e := item.Exercise
		at := indexed("items", i)
		once, all := float64(item.HoldS()+e.MoveS), 0.0
		for _, s := range e.Steps {
			all += ReadingS(s)
			if ReadingS(s) > once {
				say(at, "exercise %q has a step that takes %.1f s to read, its repetition here only %.0f s; hint: hold it longer", e.ID, ReadingS(s), once)
			}
		}
		if room := float64(item.DurationS() + r.RestS); all > room {
			say(at, "exercise %q has steps that take %.1f s to read, the item with its rest only %.0f s; hint: more repetitions", e.ID, all, room)
		}
	}
}

// addsUp checks the length the name promises.
func (r *Routine) addsUp(say report) {
	if total := r.TotalS(); math.Abs(float64(total-r.TargetS)) > roundedBy*float64(r.TargetS) {
		say("target_s", "target_s is %d, but the items and rests add up to %d, more than a tenth off; hint: change an item or the target", r.TargetS, total)
	}
}

// Routines returns the routines with their exercises in place; a pack's own
// come after what is built in, and its exercises take their places in both.
func (l *Library) Routines() (*Routines, error) {
	if l.packs != nil {
		return l.packs.routines()
	}
	return l.routines.get(func() (*Routines, error) {
		known, err := l.exercisesByID()
		if err != nil {
			return nil, err
		}
		d, err := l.open("routines.toml")
		if err != nil {
			return nil, err
		}
		out := &Routines{}
		if d.decode(out) {
			d.check(out)
			for i := range out.Routine {
				r := &out.Routine[i]
				r.resolve(known, func(key, format string, args ...any) {
					d.add(d.line(join(indexed("routine", i), key)), fmt.Sprintf("routine %q", r.ID), fmt.Sprintf(format, args...))
				})
			}
		}
		return out, d.err()
	})
}

func (l *Library) exercisesByID() (map[string]*Exercise, error) {
	all, err := l.Exercises()
	if err != nil {
		return nil, err
	}
	return exercisesByID(all), nil
}

func exercisesByID(all []Exercise) map[string]*Exercise {
	known := make(map[string]*Exercise, len(all))
	for i := range all {
		known[all[i].ID] = &all[i]
	}
	return known
}
