package packs

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

const (
	exercisesFolder = Mine + "/exercises"
	exercisesFile   = exercisesFolder + "/mine.toml" // for new ones
)

// Exercise is an exercise of the person's own as it is put together. Its texts
// are one line each; line breaks and spaces too many are taken out.
type Exercise struct {
	ID       string // empty for a new one, which gets one made of its name
	Name     string
	Regions  []content.Region
	Position content.Position
	Steps    []string // how to do it, in order
	Breath   string   // may be empty
	Cautions []string // may be none
	Sides    content.Sides
	Reps     int // on each side
	HoldS    int // seconds of holding in each repetition
	MoveS    int // seconds of moving there and back; 0 for as long as the steps take to read, 4 at least
	// Photo is the path of a picture to copy: png, jpg, gif, webp, bmp or svg.
	// Empty keeps the picture, or the pose, an exercise has.
	Photo string
}

// DraftOfExercise is an exercise of the person's own as it can be changed.
func DraftOfExercise(e *content.Exercise) Exercise {
	return Exercise{
		ID: e.ID, Name: e.Name, Regions: slices.Clone(e.Regions), Position: e.Position, Steps: slices.Clone(e.Steps),
		Breath: e.Breath, Cautions: slices.Clone(e.Cautions), Sides: e.Sides, Reps: e.Reps, HoldS: e.HoldS, MoveS: e.MoveS,
	}
}

// CheckExercise tells all that keeps an exercise from being saved, by its
// fields, as CheckRoutine does. It reads the photo.
func CheckExercise(lib *content.Library, e Exercise) Problems {
	c, end, err := look(lib)
	if err != nil {
		return asProblems(err)
	}
	defer end()
	_, err = c.exercise(e)
	return asProblems(err)
}

// SaveExercise writes an exercise into the person's own pack, with a copy of
// its photo, and returns its id. A photo is turned upright, made smaller if it
// is huge, and saved without what it says of where and when it was taken. It is
// otherwise like SaveRoutine.
func SaveExercise(lib *content.Library, e Exercise) (id string, err error) {
	err = apply(lib, func(c *change) (err error) {
		id, err = c.exercise(e)
		return err
	})
	return id, err
}

func (e Exercise) tidied() Exercise {
	all := func(texts []string) []string {
		var out []string
		for _, t := range texts {
			if t = oneLine(t); t != "" {
				out = append(out, t)
			}
		}
		return out
	}
	e.Name, e.Breath, e.Steps, e.Cautions = oneLine(e.Name), oneLine(e.Breath), all(e.Steps), all(e.Cautions)
	return e
}

func (e Exercise) incomplete() Problems {
	var out Problems
	if e.Name == "" {
		out = append(out, Problem{"name", catalog.L("the name is missing"), catalog.L("call it what you like")})
	}
	if len(e.Steps) == 0 {
		out = append(out, Problem{"steps", catalog.L("it does not say how it is done"), catalog.L("write at least one step")})
	}
	if e.Reps == 0 && e.HoldS == 0 {
		out = append(out, Problem{"reps", catalog.L("it does not say how often or how long"), catalog.L("give repetitions, or seconds to hold")})
	}
	if e.ID == "" && e.Photo == "" {
		out = append(out, Problem{"photo", catalog.L("there is no picture of it"), catalog.L("choose a photo or a sketch")})
	}
	return append(out, unwritable(map[string]string{
		"name": e.Name, "breath": e.Breath, "steps": strings.Join(e.Steps, " "), "cautions": strings.Join(e.Cautions, " "),
	})...)
}

// exercise puts an exercise into the change.
func (c *change) exercise(e Exercise) (id string, err error) {
	e = e.tidied()
	bad := e.incomplete()
	var photo picture
	if e.Photo != "" {
		if photo, err = readPicture(e.Photo); err != nil {
			what, hint, _ := strings.Cut(err.Error(), "; hint: ")
			bad = append(bad, Problem{"photo", what, hint})
		}
	}
	if len(bad) > 0 {
		return "", bad
	}
	all, err := c.lib.Exercises()
	if err != nil {
		return "", err
	}
	if err := c.found(); err != nil {
		return "", err
	}
	name, was := exercisesFile, (*content.Exercise)(nil)
	if e.ID != "" {
		if name, err = c.fileOf(e.ID); err != nil {
			return "", err
		}
		if i := slices.IndexFunc(all, func(o content.Exercise) bool { return o.ID == e.ID && IsMine(c.lib, o.Origin) }); i >= 0 {
			was = &all[i]
		}
	}
	err = c.edit(name, "exercise", func(f file) ([]byte, error) {
		if e.ID == "" {
			e.ID = unused(slug(e.Name, "exercise"), func(id string) bool { return f.index(id) >= 0 || c.taken(id) })
			return f.added(c.withPicture(e.write(entryOf([]byte("[[exercise]]\n"), "exercise"), nil), name, e.ID, photo).text), nil
		}
		return f.replaced(e.ID, c.withPicture(e.write(entryOf(f.find(e.ID), "exercise"), was), name, e.ID, photo).text), nil
	})
	if err != nil {
		return "", err
	}
	return e.ID, c.refused("exercise", e.ID, map[string]string{"image": "photo", "pose": "photo"})
}

// withPicture names a new picture in an entry and has it written beside the
// file. The one it had is removed if Unhunch made it.
func (c *change) withPicture(e entry, name, id string, p picture) entry {
	if p.data == nil {
		return e
	}
	old, in := textOf(e.text, "exercise", "image"), path.Dir(name)
	image := p.name(id)
	c.put(path.Join(in, image), p.data)
	if old != image && madeFor(id, old) {
		c.moves = append(c.moves, [2]string{path.Join(in, old), ""})
	}
	return e.without("pose").set("pose", "").set("image", quoted(image), before(exerciseKeys, "image")...)
}

// exerciseKeys are the keys of an exercise in the order they are written.
var exerciseKeys = []string{"id", "name", "regions", "position", "sides", "reps", "hold_s", "move_s", "steps", "breath", "cautions", "image"}

// write writes into an entry what a draft changes of the exercise in it; was is
// nil for all of it.
func (e Exercise) write(to entry, was *content.Exercise) entry {
	put := func(key, value string, changed bool) {
		if was == nil || changed {
			to = to.set(key, value, before(exerciseKeys, key)...)
		}
	}
	var old Exercise
	if was != nil {
		old = DraftOfExercise(was)
	}
	list := func(texts []string) string {
		if len(texts) == 0 {
			return ""
		}
		all := make([]string, len(texts))
		for i, t := range texts {
			all[i] = quoted(t)
		}
		return lines(all)
	}
	count := func(n int) string {
		if n == 0 {
			return "" // worked out
		}
		return number(n)
	}
	put("id", quoted(e.ID), false)
	put("name", quoted(e.Name), e.Name != old.Name)
	regions := ""
	if len(e.Regions) > 0 {
		regions = quotedList(e.Regions)
	}
	put("regions", regions, !slices.Equal(e.Regions, old.Regions))
	put("position", optional(string(e.Position)), e.Position != old.Position)
	put("sides", optional(string(e.Sides)), e.Sides != old.Sides)
	put("reps", count(e.Reps), e.Reps != old.Reps)
	put("hold_s", count(e.HoldS), e.HoldS != old.HoldS)
	put("move_s", count(e.MoveS), e.MoveS != old.MoveS)
	put("steps", list(e.Steps), !slices.Equal(e.Steps, old.Steps))
	put("breath", optional(e.Breath), e.Breath != old.Breath)
	put("cautions", list(e.Cautions), !slices.Equal(e.Cautions, old.Cautions))
	if was != nil && (e.Sides != old.Sides || e.Reps != old.Reps || e.HoldS != old.HoldS || e.MoveS != old.MoveS) {
		put("duration_s", "", true)
	}
	return to
}

// fileOf is the file of the person's own pack that an exercise is in.
func (c *change) fileOf(id string) (string, error) {
	if c.under != nil {
		list, err := fs.ReadDir(c.under, exercisesFolder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", unreadable(err)
		}
		for _, e := range list {
			if e.IsDir() || strings.HasPrefix(e.Name(), ".") || !strings.EqualFold(path.Ext(e.Name()), ".toml") {
				continue
			}
			name, found := exercisesFolder+"/"+e.Name(), false
			err := c.edit(name, "exercise", func(f file) ([]byte, error) {
				found = f.find(id) != nil
				return f.text, nil
			})
			if found || err != nil {
				return name, err
			}
		}
	}
	return "", c.notMine("exercise", id)
}

// DeleteExercise takes an exercise out of the person's own pack. One that
// routines still use stays, and they are named. It is kept aside with its
// picture: undo, or UndeleteExercise, brings it back.
func DeleteExercise(lib *content.Library, id string) (undo func() error, err error) {
	err = apply(lib, func(c *change) error {
		name, err := c.fileOf(id)
		if err != nil {
			return err
		}
		if by := c.usedBy(id); len(by) > 0 {
			return fmt.Errorf("%s; hint: %s", catalog.L("it is still in {{.Routines}}", catalog.D{"Routines": strings.Join(by, ", ")}), catalog.L("take it out there first"))
		}
		image, err := c.imageOf(name, id)
		if err != nil {
			return err
		}
		if madeFor(id, image) {
			c.moves = append(c.moves, [2]string{path.Join(path.Dir(name), image), path.Join(Mine, removed, image)})
		}
		return c.remove("exercise", name, id)
	})
	return func() error { return UndeleteExercise(lib, id) }, err
}

func (c *change) imageOf(name, id string) (image string, err error) {
	err = c.edit(name, "exercise", func(f file) ([]byte, error) {
		image = textOf(f.find(id), "exercise", "image")
		return f.text, nil
	})
	return image, err
}

// usedBy are the names of the packs' routines that would miss an exercise. One
// that takes the place of a built-in exercise leaves that one.
func (c *change) usedBy(id string) []string {
	var out []string
	built, err := c.base.Exercises()
	if err == nil && slices.ContainsFunc(built, func(e content.Exercise) bool { return e.ID == id && e.Pack == "" }) {
		return nil
	}
	all, err := c.lib.Routines()
	if err != nil {
		return nil
	}
	for _, r := range all.Routine {
		if slices.ContainsFunc(r.Items, func(i content.RoutineItem) bool { return i.ExerciseID == id }) {
			out = append(out, r.Name)
		}
	}
	return out
}

// UndeleteExercise brings back an exercise that was deleted, with its picture.
func UndeleteExercise(lib *content.Library, id string) error {
	return apply(lib, func(c *change) error {
		image, err := c.imageOf(bin("exercise"), id)
		if err != nil {
			return err
		}
		if madeFor(id, image) {
			b, err := c.read(path.Join(Mine, removed, image))
			if err != nil {
				return err
			}
			if b != nil {
				c.put(path.Join(exercisesFolder, image), b)
				c.moves = append(c.moves, [2]string{path.Join(Mine, removed, image), ""})
			}
		}
		return c.bringBack("exercise", exercisesFile, id)
	})
}
