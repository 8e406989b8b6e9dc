package packs

import (
	"path"
	"slices"

	"github.com/unhunch/unhunch/content"
)

// KeepRoutine saves a routine as SaveRoutine does, and returns what takes that
// back: the routine is again what it was, to the letter, or a new one is
// deleted.
func KeepRoutine(lib *content.Library, r Routine) (id string, undo func() error, err error) {
	var was kept
	err = apply(lib, func(c *change) (err error) {
		if r.ID != "" {
			if was, err = c.keep("routine", routinesFile, r.ID); err != nil {
				return err
			}
		}
		id, err = c.routine(r)
		return err
	})
	return id, func() error {
		if r.ID == "" {
			_, err := DeleteRoutine(lib, id)
			return err
		}
		return apply(lib, func(c *change) error { return c.putBack("routine", id, was) })
	}, err
}

// KeepExercise is the same for SaveExercise. The picture comes back too.
func KeepExercise(lib *content.Library, e Exercise) (id string, undo func() error, err error) {
	var was kept
	err = apply(lib, func(c *change) (err error) {
		if e.ID != "" {
			name, err := c.fileOf(e.ID)
			if err != nil {
				return err
			}
			if was, err = c.keep("exercise", name, e.ID); err != nil {
				return err
			}
		}
		id, err = c.exercise(e)
		return err
	})
	return id, func() error {
		if e.ID == "" {
			_, err := DeleteExercise(lib, id)
			return err
		}
		return apply(lib, func(c *change) error { return c.putBack("exercise", id, was) })
	}, err
}

// Photo reads a picture from anywhere and returns it as SaveExercise would save
// it, and the end of its name. The error says what keeps it from being one.
func Photo(at string) (data []byte, ext string, err error) {
	p, err := readPicture(at)
	return p.data, p.ext, err
}

// kept is an entry as it was before it was changed.
type kept struct {
	name    string // of its file
	entry   []byte // nil if there was none
	image   string // its picture, if Unhunch made it
	picture []byte
}

func (c *change) keep(kind, name, id string) (kept, error) {
	was := kept{name: name}
	err := c.edit(name, kind, func(f file) ([]byte, error) {
		was.entry = slices.Clone(f.find(id))
		return f.text, nil
	})
	if err != nil {
		return was, err
	}
	if image := textOf(was.entry, kind, "image"); madeFor(id, image) {
		was.image = image
		was.picture, err = c.read(path.Join(path.Dir(name), image))
	}
	return was, err
}

// putBack writes an entry as it was. The picture it has now goes, if Unhunch
// made it.
func (c *change) putBack(kind, id string, was kept) error {
	if was.picture != nil {
		c.put(path.Join(path.Dir(was.name), was.image), was.picture)
	}
	return c.edit(was.name, kind, func(f file) ([]byte, error) {
		now := f.find(id)
		if now == nil {
			return nil, c.notMine(kind, id)
		}
		if image := textOf(now, kind, "image"); image != was.image && madeFor(id, image) {
			c.moves = append(c.moves, [2]string{path.Join(path.Dir(was.name), image), ""})
		}
		return f.replaced(id, was.entry), nil
	})
}
