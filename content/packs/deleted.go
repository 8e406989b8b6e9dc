package packs

import (
	"fmt"
	"path"
	"slices"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// keptDeleted is how many deleted entries of a kind can come back.
const keptDeleted = 20

// Deleted is an entry that was deleted and can come back.
type Deleted struct{ ID, Name string }

// DeletedRoutines are the routines that UndeleteRoutine can bring back, the
// last one first.
func DeletedRoutines() []Deleted { return deletedOf("routine") }

// DeletedExercises are the same of exercises.
func DeletedExercises() []Deleted { return deletedOf("exercise") }

func deletedOf(kind string) []Deleted {
	c, end, err := look(content.BuiltIn())
	if err != nil {
		return nil
	}
	defer end()
	return c.deleted(kind)
}

// bin is the file that keeps the deleted entries of a kind.
func bin(kind string) string { return path.Join(Mine, removed, kind+"s.toml") }

func (c *change) deleted(kind string) []Deleted {
	var out []Deleted
	text, err := c.read(bin(kind))
	if err != nil {
		return nil
	}
	f, err := fileOf(bin(kind), text, kind)
	if err != nil {
		return nil
	}
	for _, e := range f.entries {
		out = append(out, Deleted{e.ID, textOf(f.find(e.ID), kind, "name")})
	}
	slices.Reverse(out)
	return out
}

// DeleteRoutine takes a routine out of the person's own pack. It is kept aside:
// undo, or UndeleteRoutine, brings it back.
func DeleteRoutine(lib *content.Library, id string) (undo func() error, err error) {
	err = apply(lib, func(c *change) error { return c.remove("routine", routinesFile, id) })
	return func() error { return UndeleteRoutine(lib, id) }, err
}

// UndeleteRoutine brings back a routine that was deleted.
func UndeleteRoutine(lib *content.Library, id string) error {
	return apply(lib, func(c *change) error { return c.bringBack("routine", routinesFile, id) })
}

// remove moves an entry of a file to those that were deleted.
func (c *change) remove(kind, name, id string) error {
	var entry, dropped []byte
	var rest []byte
	err := c.edit(name, kind, func(f file) ([]byte, error) {
		if f.find(id) == nil {
			return nil, c.notMine(kind, id)
		}
		rest, entry = f.cut(id)
		return f.text, nil
	})
	if err != nil {
		return err
	}
	err = c.edit(bin(kind), kind, func(f file) ([]byte, error) {
		if f.find(id) != nil {
			rest, _ := f.cut(id)
			f, _ = fileOf(name, rest, kind)
		}
		for len(f.entries) >= keptDeleted {
			var rest []byte
			rest, dropped = f.cut(f.entries[0].ID)
			f, _ = fileOf(name, rest, kind)
		}
		return f.added(entry), nil
	})
	if err != nil {
		return err
	}
	if image := textOf(dropped, kind, "image"); image != "" {
		c.moves = append(c.moves, [2]string{path.Join(Mine, removed, image), ""})
	}
	return c.edit(name, kind, func(file) ([]byte, error) { return rest, nil })
}

// bringBack moves an entry that was deleted to the end of a file.
func (c *change) bringBack(kind, name, id string) error {
	var entry, rest []byte
	err := c.edit(bin(kind), kind, func(f file) ([]byte, error) {
		if f.find(id) == nil {
			return nil, fmt.Errorf("%s", catalog.L("nothing with the id {{.ID}} was deleted", catalog.D{"ID": id}))
		}
		rest, entry = f.cut(id)
		return f.text, nil
	})
	if err != nil {
		return err
	}
	if err := c.found(); err != nil {
		return err
	}
	err = c.edit(name, kind, func(f file) ([]byte, error) {
		if f.find(id) != nil {
			return nil, fmt.Errorf("%s; hint: %s", catalog.L("there is another one with the id {{.ID}} now", catalog.D{"ID": id}), catalog.L("delete that one first"))
		}
		return f.added(entry), nil
	})
	if err != nil {
		return err
	}
	return c.edit(bin(kind), kind, func(file) ([]byte, error) { return rest, nil })
}

// notMine says why an entry cannot be deleted.
func (c *change) notMine(kind, id string) error {
	d := catalog.D{"ID": id}
	if kind == "routine" {
		return fmt.Errorf("%s", catalog.L("there is no routine of your own with the id {{.ID}}", d))
	}
	return fmt.Errorf("%s", catalog.L("there is no exercise of your own with the id {{.ID}}", d))
}
