package settings

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// KeepOwn writes a reminder of the person's own into the settings file at path,
// a new one or in the place of the one of that name, and returns the settings
// the file holds then. It is one change of the file, and otherwise like Edit:
// comments, order and unknown keys stay, and on an error, a Problem where the
// reminder is to blame, the file is as it was.
func KeepOwn(path string, o Own) (Settings, error) {
	return change(path, func(data []byte) ([]byte, error) { return withOwn(path, data, o) })
}

// withOwn is the content of a settings file with that reminder in it.
func withOwn(name string, data []byte, o Own) ([]byte, error) {
	if err := checkOwnName(o.Name); err != nil {
		return nil, err
	}
	key := "own." + o.Name
	switch every, at := o.Every > 0, len(o.At) > 0; {
	case every && at:
		return nil, Problem{Key: key, Reason: "it has both a length of sitting time and times of day", Hint: "choose one of them"}
	case !every && !at:
		return nil, Problem{Key: key, Reason: "it has no time to come at", Hint: "give it times of day such as 15:00, or a length of sitting time such as 45m"}
	}
	want := Settings{Own: []Own{o}}
	fs := ownFields(o.Name)
	// What makes it come is first: a new one begins with it, and it takes the
	// other's place.
	slices.SortStableFunc(fs, func(a, b field) int { return first(a, &want) - first(b, &want) })
	for _, f := range fs {
		now, _ := Parse(name, data)
		if now.own(o.Name) < 0 {
			now.Own = append(now.Own, newOwn(o.Name))
			now.Own[len(now.Own)-1].Enabled = true // as one that stands in the file
		}
		text := f.text(&want)
		if f.text(&now) == text {
			continue
		}
		var err error
		if text == "" {
			data, err = without(name, data, f.Name)
		} else {
			data, err = edited(name, data, f.Name, text)
		}
		if err != nil {
			return nil, err
		}
	}
	return data, nil
}

// first orders the time a reminder has before everything else.
func first(f field, s *Settings) int {
	if f.rival() != "" && f.text(s) != "" {
		return 0
	}
	return 1
}

// FreeName is a name for a new reminder of one's own: wanted, where it can be
// one and none has it, or else something near it.
func (s Settings) FreeName(wanted string) string {
	wanted = strings.Trim(shortenedName(wanted), "-")
	if !ownName.MatchString(wanted) {
		wanted = "reminder"
	}
	name := wanted
	for n := 2; checkOwnName(name) != nil || s.own(name) >= 0; n++ {
		end := "-" + strconv.Itoa(n)
		name = strings.TrimRight(wanted[:min(len(wanted), maxOwnName-len(end))], "-") + end
	}
	return name
}

func shortenedName(s string) string { return s[:min(len(s), maxOwnName)] }

// OwnNamed is the reminder of one's own of that name, and whether there is one.
func (s Settings) OwnNamed(name string) (Own, bool) {
	i := s.own(name)
	if i < 0 {
		return Own{}, false
	}
	return s.Own[i], true
}

// deletedName is the file deleted reminders are kept in, beside the settings.
const deletedName = "deleted-reminders.toml"

// deletedHeader stands at its top.
const deletedHeader = `# Reminders of your own that you deleted, the last one at the end.
# Bring one back with: unhunch reminder undelete NAME

`

func deletedPath(path string) string { return filepath.Join(filepath.Dir(path), deletedName) }

// DeletedOwn are the reminders that were deleted from the settings file at path
// and can be brought back, the last one at the end.
func DeletedOwn(path string) []Own {
	s, _, err := Load(deletedPath(path))
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(s.Own), func(o Own) bool { return (o.Every > 0) == (len(o.At) > 0) })
}

// DeleteOwn takes a reminder of one's own out of the settings file at path and
// returns it. It is kept beside that file, unless it has no time to come at,
// and UndeleteOwn brings it back. undo brings it back, too: as it stood, with
// its comments and place, if the file was not changed since.
func DeleteOwn(path, name string) (gone Own, undo func() (Settings, error), err error) {
	s, _, err := Load(path)
	if err != nil {
		return Own{}, nil, err
	}
	gone, ok := s.OwnNamed(name)
	if !ok {
		return Own{}, nil, noOwn(name, s.Own)
	}
	kept := gone
	if kept.Every > 0 {
		kept.At = nil
	}
	if kept.Every > 0 || len(kept.At) > 0 {
		if err := keepDeleted(path, kept); err != nil {
			return Own{}, nil, err
		}
	}
	var before, after []byte
	if _, err := change(path, func(data []byte) ([]byte, error) {
		before = bytes.Clone(data)
		after, err = without(path, data, "own."+name)
		return after, err
	}); err != nil {
		return Own{}, nil, err
	}
	undo = func() (Settings, error) {
		s, err := change(path, func(data []byte) ([]byte, error) {
			if bytes.Equal(data, after) {
				return before, nil
			}
			return withOwn(path, data, kept)
		})
		if err == nil {
			_, err = Reset(deletedPath(path), "own."+name)
		}
		return s, err
	}
	return gone, undo, nil
}

// keepDeleted keeps a reminder in the file of the deleted ones, as the last.
func keepDeleted(path string, o Own) error {
	deleted := deletedPath(path)
	_, err := change(deleted, func(data []byte) ([]byte, error) {
		data = removed(data, pathOf("own."+o.Name))
		if s, _ := Parse(deleted, data); len(s.Own) >= maxOwn {
			data = removed(data, pathOf("own."+s.Own[0].Name))
		}
		return withOwn(deleted, data, o)
	})
	return err
}

// UndeleteOwn brings a deleted reminder back into the settings file at path.
func UndeleteOwn(path, name string) (Own, error) {
	all := DeletedOwn(path)
	i := slices.IndexFunc(all, func(o Own) bool { return o.Name == name })
	if i < 0 {
		p := noOwn(name, all)
		p.Reason = fmt.Sprintf("there is no deleted reminder called %s", quoted(name))
		return Own{}, p
	}
	s, _, err := Load(path)
	if err != nil {
		return Own{}, err
	}
	if s.own(name) >= 0 {
		return Own{}, Problem{
			Key: "own." + name, Reason: "there is a reminder of that name again",
			Hint: "delete that one first",
		}
	}
	if _, err := KeepOwn(path, all[i]); err != nil {
		return Own{}, err
	}
	_, err = Reset(deletedPath(path), "own."+name)
	return all[i], err
}

// noOwn says that there is no reminder of that name, and which there are.
func noOwn(name string, of []Own) Problem {
	p := Problem{Reason: fmt.Sprintf("there is no reminder of your own called %s", quoted(name)), Hint: "there is none at all"}
	var names []string
	for _, o := range of {
		names = append(names, o.Name)
	}
	if len(names) > 0 {
		p.Hint = "there is " + strings.Join(names, ", ")
	}
	return p
}
