package content

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Exercise is a stretch, a movement or a rest, with how to do it and its pose.
type Exercise struct {
	ID         string   `toml:"id"`
	Name       string   `toml:"name"`
	AlsoCalled []string `toml:"also_called" content:"optional"`
	Regions    []Region `toml:"regions"` // the first one foremost
	Muscles    []string `toml:"muscles" content:"built-in"`
	Position   Position `toml:"position"`
	Also       []string `toml:"also" content:"optional"`      // other positions it can be done in
	Equipment  []string `toml:"equipment" content:"optional"` // what has to be at hand

	Sides     Sides    `toml:"sides"`
	Drawn     Side     `toml:"drawn" content:"optional"`  // the side its pose or picture shows, see FirstSide
	Reps      int      `toml:"reps"`                      // repetitions, on each side
	HoldS     int      `toml:"hold_s" content:"optional"` // seconds of holding in a repetition
	MoveS     int      `toml:"move_s"`                    // seconds of moving there and back
	DurationS int      `toml:"duration_s"`                // sides x reps x (hold + move)
	Steps     []string `toml:"steps"`
	Breath    string   `toml:"breath" content:"built-in"`
	Mistakes  []string `toml:"mistakes" content:"built-in"`
	Easier    string   `toml:"easier" content:"built-in"`
	Harder    string   `toml:"harder" content:"optional"` // a rest has none

	Cautions   []string            `toml:"cautions" content:"built-in"`   // in words, to be shown
	Conditions map[Condition]Level `toml:"conditions" content:"optional"` // the same for screening
	Pregnancy  Trimesters          `toml:"pregnancy"`
	Instead    []Alternative       `toml:"instead" content:"optional"` // what Cautions and the note of Pregnancy name
	Tags       []string            `toml:"tags" content:"built-in"`
	Evidence   Evidence            `toml:"evidence" content:"built-in"`   // empty in a pack that does not say
	OptIn      bool                `toml:"opt_in" content:"optional"`     // off unless turned on
	DoseBasis  string              `toml:"dose_basis" content:"built-in"` // where the numbers come from
	Cited

	// Either a pose to draw or a picture, whose file is beside the exercises.
	Pose  *Pose  `toml:"-"`
	Image string `toml:"image" content:"optional"`
	at    string // the path of the image, which Picture reads

	// Unmarked tells that it is a pack's and says nothing about conditions:
	// nobody thought of whom it could harm.
	Unmarked bool `toml:"-"`
}

// exerciseEntry is an exercise as it stands in a file.
type exerciseEntry struct {
	Exercise
	PoseEntry *poseEntry `toml:"pose" content:"optional"`
}

// Alternative is what the words of an exercise say to do in its place.
type Alternative struct {
	For       []Condition `toml:"for"`                          // to whom
	Exercises []string    `toml:"exercises" content:"optional"` // the best first; none for another way to do the same
	Words     string      `toml:"words"`                        // as they stand in a caution or the note
}

// Without is the exercise without the words that name something else to do than
// what comes in its place, which is an exercise or none.
func (e *Exercise) Without(chosen string) *Exercise {
	told := *e
	told.Cautions = slices.Clone(e.Cautions)
	for _, a := range e.Instead {
		if slices.Contains(a.Exercises, chosen) {
			continue
		}
		told.Pregnancy.Note = cut(told.Pregnancy.Note, a.Words)
		for i := range told.Cautions {
			told.Cautions[i] = cut(told.Cautions[i], a.Words)
		}
	}
	return &told
}

// cut takes some words out of a text, with what joined them to the rest.
func cut(text, words string) string {
	before, after, found := strings.Cut(text, words)
	if !found {
		return text
	}
	return strings.TrimSpace(strings.TrimRight(before, " ;,–") + after)
}

// says tells whether words stand in the cautions or the note of an exercise.
func (e *Exercise) says(words string) bool {
	return strings.Contains(e.Pregnancy.Note, words) ||
		slices.ContainsFunc(e.Cautions, func(c string) bool { return strings.Contains(c, words) })
}

type exercisesFile struct {
	Exercise []exerciseEntry `toml:"exercise"`
}

// Region is a part of the body.
type Region string

func (Region) choices() []string {
	return []string{"neck", "shoulders", "chest", "upper-back", "lower-back", "arms", "hips", "legs", "whole-body"}
}

// Position is how an exercise is mainly done.
type Position string

func (Position) choices() []string { return []string{"seated", "standing", "floor"} }

// Sides says whether an exercise is done once, or on the left and the right.
type Sides string

// The two ways.
const (
	Both      Sides = "both"
	LeftRight Sides = "left-right"
)

func (Sides) choices() []string { return []string{string(Both), string(LeftRight)} }

// Count is how often the set is played: 1, or 2 for left and right.
func (s Sides) Count() int {
	if s == LeftRight {
		return 2
	}
	return 1
}

// Side is the one side an exercise of a routine is done on.
type Side string

// The sides.
const (
	EachSide  Side = "" // all there are
	LeftSide  Side = "left"
	RightSide Side = "right"
)

func (Side) choices() []string { return []string{string(LeftSide), string(RightSide)} }

// Evidence says how good the sources of an exercise are.
type Evidence string

// LowAuthority has to be shown: no public body was found behind the numbers.
const (
	Authoritative Evidence = "authoritative"
	LowAuthority  Evidence = "low-authority"
)

func (Evidence) choices() []string { return []string{string(Authoritative), string(LowAuthority)} }

// Trimesters says whether something suits each third of a pregnancy.
type Trimesters struct {
	T1   Level  `toml:"t1"`
	T2   Level  `toml:"t2"`
	T3   Level  `toml:"t3"`
	Note string `toml:"note" content:"optional"`
}

// DoneFor is how long a set takes, in seconds, with other repetitions and hold
// than the exercise's own.
func (e *Exercise) DoneFor(reps, holdS int) int { return e.DoneOn(EachSide, reps, holdS) }

// DoneOn is how long a set takes if it is done on one side only, in seconds.
func (e *Exercise) DoneOn(only Side, reps, holdS int) int {
	return e.SidesDone(only) * reps * (holdS + e.MoveS)
}

// FirstSide is the side that is done first where both are, and that is drawn as
// the pose is: the one that is stretched or works, or that one turns or leans
// to. It is the left unless the data say otherwise. The other one is mirrored.
func (e *Exercise) FirstSide() Side {
	if e.Drawn == RightSide {
		return RightSide
	}
	return LeftSide
}

// Mirrored tells whether an exercise done on one side only is drawn mirrored.
func (e *Exercise) Mirrored(only Side) bool { return only != EachSide && only != e.FirstSide() }

// SidesDone is how often the set is played if it is done on one side only.
func (e *Exercise) SidesDone(only Side) int {
	if only != EachSide {
		return 1
	}
	return e.Sides.Count()
}

func (e *exerciseEntry) check(say report) {
	if !slug(e.ID) {
		say("id", "id %q has to be small letters, digits and hyphens; hint: as chin-tuck", e.ID)
	}
	if want := e.DoneFor(e.Reps, e.HoldS); e.DurationS != want && e.DurationS != 0 {
		say("duration_s", "duration_s is %d, but sides x reps x (hold_s + move_s) is %d; hint: correct one of them", e.DurationS, want)
	}
	once := float64(e.HoldS + e.MoveS)
	all := 0.0
	for _, s := range e.Steps {
		r := ReadingS(s)
		all += r
		if r > once {
			say("steps", "step %q takes %.1f s to read, a repetition only %.0f s; hint: shorten it", s, r, once)
		}
	}
	if all > float64(e.DurationS) {
		say("steps", "steps take %.1f s to read, the exercise only %d s; hint: shorten them", all, e.DurationS)
	}
	for i, a := range e.Instead {
		if !e.says(a.Words) {
			say(indexed("instead", i), "words %q stand in no caution and not in the note; hint: copy them from there", a.Words)
		}
	}
	switch {
	case e.PoseEntry == nil && e.Image == "" && e.Pose == nil:
		say("image", "has neither a pose nor an image; hint: add one of them")
	case e.PoseEntry != nil && e.Image != "":
		say("image", "has a pose and an image; hint: keep one of them")
	case e.PoseEntry != nil:
		e.Pose = e.PoseEntry.pose(say)
	}
}

// slug tells whether an id is small letters, digits and hyphens.
func slug(id string) bool {
	return id != "" && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// Exercises returns every exercise, file by file; a pack's own come after what
// is built in. The slice is shared: read it only.
func (l *Library) Exercises() ([]Exercise, error) {
	if l.packs != nil {
		return l.packs.exercises()
	}
	return l.exercises.get(func() ([]Exercise, error) {
		files, err := fs.Glob(l.files, "exercises/*.toml")
		if err != nil || len(files) == 0 {
			return nil, &Problem{File: "exercises", What: "holds no file with exercises; hint: put one there"}
		}
		var out []Exercise
		var bad []error
		in := map[string]string{}
		for _, name := range files {
			var file exercisesFile
			if err := l.read(name, &file); err != nil {
				bad = append(bad, err)
				continue
			}
			for _, e := range file.Exercise {
				if other, twice := in[e.ID]; twice {
					bad = append(bad, &Problem{File: name, Item: "exercise \"" + e.ID + "\"", What: "id is used in " + other + " too; hint: give one of the two another"})
				}
				in[e.ID] = name
				bad = append(bad, l.checkImage(name, e.Image))
				if e.Image != "" {
					e.at = path.Join(path.Dir(name), e.Image)
				}
				out = append(out, e.Exercise)
			}
		}
		return out, errors.Join(bad...)
	})
}

// pictures are the kinds of file an image may be.
var pictures = []string{".png", ".jpg", ".jpeg", ".svg"}

// checkImage tells whether a picture named in a file is there, beside it.
func (l *Library) checkImage(file, image string) error {
	if image == "" {
		return nil
	}
	at := path.Join(path.Dir(file), image)
	if !fs.ValidPath(image) || !slices.Contains(pictures, strings.ToLower(path.Ext(image))) {
		return &Problem{File: file, What: "image \"" + image + "\" is no picture in this folder; hint: name a png, jpg or svg file beside this one"}
	}
	if _, err := fs.Stat(l.files, at); err != nil {
		return &Problem{File: file, What: "image \"" + image + "\" is not there; hint: put the picture beside this file"}
	}
	return nil
}
