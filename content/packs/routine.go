package packs

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

const routinesFile = Mine + "/routines.toml"

// CheckRoutine tells all that keeps a routine from being saved, by its fields:
// what Unhunch refuses of a pack it refuses here. It writes nothing. The
// library is that of the caller; the packs are read as they are now.
func CheckRoutine(lib *content.Library, r Routine) Problems {
	c, end, err := look(lib)
	if err != nil {
		return asProblems(err)
	}
	defer end()
	_, err = c.routine(r)
	return asProblems(err)
}

// asProblems are the problems an error is.
func asProblems(err error) Problems {
	var several Problems
	if err == nil || errors.As(err, &several) {
		return several
	}
	what, hint, _ := strings.Cut(err.Error(), "; hint: ")
	return Problems{{What: what, Hint: hint}}
}

// SaveRoutine writes a routine into the person's own pack and returns its id.
// With an ID it takes the place of that one, of which all that a draft does
// not hold stays, comments too; without one it is added. What is wrong with it
// are Problems, and then nothing was written.
func SaveRoutine(lib *content.Library, r Routine) (id string, err error) {
	err = apply(lib, func(c *change) (err error) {
		id, err = c.routine(r)
		return err
	})
	return id, err
}

// routine puts a routine into the change.
func (c *change) routine(r Routine) (id string, err error) {
	r = r.tidied()
	if bad := r.incomplete(); len(bad) > 0 {
		return "", bad
	}
	all, err := c.lib.Routines()
	if err != nil {
		return "", err
	}
	if err := c.found(); err != nil {
		return "", err
	}
	err = c.edit(routinesFile, "routine", func(f file) ([]byte, error) {
		if r.ID != "" {
			return c.changed(f, r, all)
		}
		r.ID = unused(slug(r.Name, "routine"), func(id string) bool { return f.index(id) >= 0 || c.taken(id) })
		e := r.write(entryOf([]byte("[[routine]]\n"), "routine"), nil)
		if i := slices.IndexFunc(all.Routine, func(o content.Routine) bool { return o.ID == r.From }); i >= 0 && r.From != "" {
			e = heeding(e, &all.Routine[i])
		}
		return f.added(e.text), nil
	})
	if err != nil {
		return "", err
	}
	return r.ID, c.refused("routine", r.ID, nil)
}

// changed is the file with a routine in it changed.
func (c *change) changed(f file, r Routine, all *content.Routines) ([]byte, error) {
	text := f.find(r.ID)
	if text == nil {
		return nil, Problems{{
			What: catalog.L("there is no routine of your own with the id {{.ID}}", catalog.D{"ID": r.ID}),
			Hint: catalog.L("save it as a new one"),
		}}
	}
	var was *Routine
	if i := slices.IndexFunc(all.Routine, func(o content.Routine) bool { return o.ID == r.ID && IsMine(c.lib, o.Origin) }); i >= 0 {
		d := draftOf(&all.Routine[i])
		was = &d
	}
	return f.replaced(r.ID, r.write(entryOf(text, "routine"), was).text), nil
}

// heeding takes over from the routine that one began as when and whom it suits.
func heeding(e entry, from *content.Routine) entry {
	set := func(key, value string) {
		if value != "" {
			e = e.set(key, value, before(routineKeys, key)...)
		}
	}
	set("when", optional(from.When))
	set("pregnancy", optional(string(from.Pregnancy)))
	if len(from.Conditions) > 0 {
		var marks []string
		for _, c := range slices.Sorted(maps.Keys(from.Conditions)) {
			marks = append(marks, fmt.Sprintf("%s = %s", quoted(string(c)), quoted(string(from.Conditions[c]))))
		}
		set("conditions", "{ "+strings.Join(marks, ", ")+" }")
	}
	return e
}

// incomplete tells what is missing, before the reader is asked.
func (r Routine) incomplete() Problems {
	var out Problems
	if r.Name == "" {
		out = append(out, Problem{"name", catalog.L("the name is missing"), catalog.L("call it what you like")})
	}
	if len(r.Items) == 0 {
		out = append(out, Problem{"items", catalog.L("there is no exercise in it"), catalog.L("choose at least one")})
	}
	for i, one := range r.Items {
		if one.Exercise == "" {
			out = append(out, Problem{fmt.Sprintf("items[%d].exercise", i), catalog.L("the exercise is missing"), catalog.L("choose one")})
		}
	}
	return append(out, unwritable(map[string]string{"name": r.Name, "prescribed_by": r.PrescribedBy, "note": r.Note})...)
}

// unwritable tells of texts that no file can hold.
func unwritable(texts map[string]string) Problems {
	var out Problems
	for _, field := range slices.Sorted(maps.Keys(texts)) {
		if !utf8.ValidString(texts[field]) {
			out = append(out, Problem{field, catalog.L("it holds something that is no text"), catalog.L("write it anew")})
		}
	}
	return out
}

// taken tells whether a routine or an exercise has an id, also one that was
// deleted and can come back.
func (c *change) taken(id string) bool {
	if all, err := c.lib.Routines(); err == nil && slices.ContainsFunc(all.Routine, func(r content.Routine) bool { return r.ID == id }) {
		return true
	}
	if all, err := c.lib.Exercises(); err == nil && slices.ContainsFunc(all, func(e content.Exercise) bool { return e.ID == id }) {
		return true
	}
	return slices.ContainsFunc(c.deleted("routine"), func(d Deleted) bool { return d.ID == id }) ||
		slices.ContainsFunc(c.deleted("exercise"), func(d Deleted) bool { return d.ID == id })
}

// refused is what the reader would refuse of the change, as an error. An entry
// it would pass over in silence, because too much else is wrong around it, is
// refused too.
func (c *change) refused(kind, id string, renamed map[string]string) error {
	after := c.after()
	if err := fields(fresh(c.lib.PackProblems(), after.PackProblems()), fmt.Sprintf("%s %q", kind, id), renamed).Err(); err != nil {
		return err
	}
	there := false
	if all, err := after.Routines(); err == nil && kind == "routine" {
		there = slices.ContainsFunc(all.Routine, func(r content.Routine) bool { return r.ID == id && IsMine(after, r.Origin) })
	}
	if all, err := after.Exercises(); err == nil && kind == "exercise" {
		there = slices.ContainsFunc(all, func(e content.Exercise) bool { return e.ID == id && IsMine(after, e.Origin) })
	}
	if !there {
		return Problems{{
			What: catalog.L("too much is wrong with the pack it belongs into, so that it would not be read"),
			Hint: catalog.L("mend first what unhunch doctor lists"),
		}}
	}
	return nil
}
