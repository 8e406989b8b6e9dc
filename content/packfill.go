package content

import (
	"maps"
	"math"
	"path"
	"reflect"
	"slices"
	"strings"
)

// usualMoveS is how long a pack's exercise moves there and back where it does
// not say, in seconds, if its steps need no longer to be read.
const usualMoveS = 4

// fill fills in what a pack need not say. has tells which keys stand in the
// file; old is the built-in exercise this one takes the place of, or nil.
func (e *exerciseEntry) fill(old *Exercise, file string, has func(string) bool, say report) {
	e.Unmarked = old == nil && !has("conditions")
	if old != nil {
		e.inherit(old, has)
	}
	if e.Evidence == Authoritative && len(e.SourceIDs) == 0 {
		say("evidence", "evidence is %q, but there are no sources; hint: name them, or leave evidence out", e.Evidence)
	}
	for key, n := range map[string]*int{"reps": &e.Reps, "hold_s": &e.HoldS, "move_s": &e.MoveS} {
		if *n < 0 { // what follows from it would be told as well
			say(key, "%s is negative; hint: write a number above 0", key)
			*n = 1
		}
	}
	switch {
	case e.Reps == 0 && has("reps"):
		say("reps", "reps is 0; hint: write 1 or more, or leave it out")
	case e.Reps == 0 && e.HoldS == 0:
		say("reps", "reps and hold_s are missing; hint: say how often, or for how many seconds to hold")
	}
	if e.Reps == 0 {
		e.Reps = 1
	}
	if e.Sides == "" {
		e.Sides = Both
	}
	e.place(file)
	for _, t := range []*Level{&e.Pregnancy.T1, &e.Pregnancy.T2, &e.Pregnancy.T3} {
		if *t == "" {
			*t = Ask // nobody said that it suits
		}
	}
	if !has("move_s") {
		e.MoveS = max(e.MoveS, usualMoveS, e.readingMoveS())
	}
	if !has("duration_s") {
		e.DurationS = e.DoneFor(e.Reps, e.HoldS)
	}
}

// notInherited are what rests on the numbers and texts of the exercise that
// was replaced, or is worked out again.
var notInherited = []string{"id", "image", "evidence", "dose_basis", "duration_s", "conditions", "pregnancy", "instead"}

// inherit takes over what the file leaves out. What screening knows of the
// built-in exercise stays, unless the file speaks of the very same condition
// or third of a pregnancy.
func (e *exerciseEntry) inherit(old *Exercise, has func(string) bool) {
	to, from := reflect.ValueOf(&e.Exercise).Elem(), reflect.ValueOf(old).Elem()
	for _, f := range planOf(from.Type()).fields {
		if !f.embeds && !f.cited && !slices.Contains(notInherited, f.name) && !has(f.name) {
			to.Field(f.index).Set(from.Field(f.index))
		}
	}
	e.Conditions = stillHeeded(old.Conditions, e.Conditions)
	p := old.Pregnancy
	for _, t := range []struct{ own, was *Level }{{&e.Pregnancy.T1, &p.T1}, {&e.Pregnancy.T2, &p.T2}, {&e.Pregnancy.T3, &p.T3}} {
		if *t.own == "" {
			*t.own = *t.was
		}
	}
	if !has("pregnancy") {
		e.Pregnancy.Note = p.Note
	}
	if !has("instead") { // as far as the words still stand there
		e.Instead = slices.DeleteFunc(slices.Clone(old.Instead), func(a Alternative) bool { return !e.says(a.Words) })
	}
	if !has("pose") && !has("image") {
		e.Pose, e.Image, e.at = old.Pose, old.Image, old.at
	}
	if !has("sources") && !has("steps") { // they still stand behind the steps
		e.SourceIDs = old.SourceIDs
	}
}

// stillHeeded are the conditions of an entry that takes the place of a built-in
// one: that one's, but for those it names itself.
func stillHeeded(old, own map[Condition]Level) map[Condition]Level {
	if len(old) == 0 {
		return own
	}
	all := maps.Clone(old)
	maps.Copy(all, own)
	return all
}

// place finds out where an exercise works and how it is done, if it does not
// say: by the name of its file, or by what its pose moves and what is drawn
// with it.
func (e *exerciseEntry) place(file string) {
	pose := e.Pose
	if e.PoseEntry != nil {
		pose = e.PoseEntry.pose(func(string, string, ...any) {}) // check tells what is wrong with it
	}
	if len(e.Regions) == 0 {
		name := strings.TrimSuffix(strings.ToLower(file), path.Ext(strings.ToLower(file)))
		if slices.Contains(Region("").choices(), name) {
			e.Regions = []Region{Region(name)}
		} else {
			e.Regions = pose.regions()
		}
	}
	if e.Position == "" {
		e.Position = "standing"
		if pose != nil {
			e.Position = pose.position()
		}
	}
}

// readingMoveS is how long a repetition has to move so that there is time to
// read every step, in seconds.
func (e *Exercise) readingMoveS() int {
	slowest, all := 0.0, 0.0
	for _, s := range e.Steps {
		slowest, all = max(slowest, ReadingS(s)), all+ReadingS(s)
	}
	sets := float64(e.Sides.Count()) * float64(max(e.Reps, 1))
	return int(math.Ceil(max(slowest, all/sets) - float64(max(e.HoldS, 0))))
}

// wholeBody is the region of what works nowhere in particular.
const wholeBody Region = "whole-body"

// regions are the parts of the body a pose moves.
func (p *Pose) regions() []Region {
	if p == nil {
		return []Region{wholeBody}
	}
	a, b := p.Start, p.End
	var out []Region
	for _, r := range []struct {
		region Region
		moves  bool
	}{
		{"neck", a.Neck != b.Neck || a.HeadShift != b.HeadShift || a.HeadTurn != b.HeadTurn || a.HeadDrop != b.HeadDrop},
		{"shoulders", a.Shoulder != b.Shoulder || a.Shrug != b.Shrug},
		{"upper-back", a.Spine != b.Spine || a.Scap != b.Scap},
		{"lower-back", a.Torso != b.Torso || a.TrunkTurn != b.TrunkTurn},
		{"arms", a.Elbow != b.Elbow || a.Wrist != b.Wrist},
		{"hips", a.Hip != b.Hip},
		{"legs", a.Knee != b.Knee || a.Ankle != b.Ankle},
	} {
		if r.moves {
			out = append(out, r.region)
		}
	}
	if len(out) == 0 || len(out) > 3 {
		return []Region{wholeBody}
	}
	return out
}

// position is how a pose is held, by what is drawn with it.
func (p *Pose) position() Position {
	switch p.Prop {
	case "chair", "desk":
		return "seated"
	case "mat", "chair_legs":
		return "floor"
	}
	return "standing"
}
