package packs

import (
	"slices"
	"strings"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
)

// UsualRestS is the rest between two exercises where nobody chose another, in
// seconds.
const UsualRestS = 5

// Routine is a routine of the person's own as it is put together. Its texts are
// one line each; line breaks and spaces too many are taken out.
type Routine struct {
	ID           string // empty for a new one, which gets one made of its name
	Name         string
	PrescribedBy string // whose advice it is; may be empty
	Note         string // may be empty
	RestS        int    // between two items, in seconds
	Items        []Item
	// From is the id of the routine a new one began as: what that one says of
	// when and whom it suits is taken over. Empty for one made from nothing.
	From string
}

// Item is an exercise in its place in a routine.
type Item struct {
	Exercise string       // its id
	Reps     int          // on each side; 0 for the exercise's own
	HoldS    int          // seconds in each repetition; 0 for the exercise's own
	Side     content.Side // the only one; EachSide for all there are
}

// DraftOf is a routine as it can be changed. Only one of the person's own has
// an ID; of any other it is a new one that begins like it (see CopyOf).
func DraftOf(lib *content.Library, r *content.Routine) Routine {
	if !IsMine(lib, r.Origin) {
		return CopyOf(r)
	}
	return draftOf(r)
}

func draftOf(r *content.Routine) Routine {
	d := Routine{ID: r.ID, Name: r.Name, PrescribedBy: r.OwnPrescribedBy, Note: r.Note, RestS: r.RestS}
	for _, i := range r.Items {
		d.Items = append(d.Items, Item{i.ExerciseID, i.OwnReps, i.OwnHoldS, i.OwnSide})
	}
	return d
}

// CopyOf is a new routine that begins like another.
func CopyOf(r *content.Routine) Routine {
	d := draftOf(r)
	d.ID, d.From, d.PrescribedBy = "", r.ID, r.Origin.PrescribedBy
	d.Name = catalog.L("{{.Name}} (copy)", catalog.D{"Name": r.Name})
	return d
}

// IsMine tells whether an entry is of the pack that Unhunch writes.
func IsMine(lib *content.Library, o content.Origin) bool { return FolderOf(lib, o) == Mine }

// FolderOf is the folder of the pack an entry is from; empty for what is built
// in.
func FolderOf(lib *content.Library, o content.Origin) string {
	for _, p := range lib.Packs() {
		if o.Pack != "" && p.Name == o.Pack {
			return p.Folder
		}
	}
	return ""
}

// tidied is the draft with each text on one line.
func (r Routine) tidied() Routine {
	r.Name, r.PrescribedBy, r.Note = oneLine(r.Name), oneLine(r.PrescribedBy), oneLine(r.Note)
	return r
}

// oneLine is a text as it stands in a pack.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// toml is an item as it stands in a pack.
func (i Item) toml() string {
	parts := []string{"exercise = " + quoted(i.Exercise)}
	if i.Reps != 0 {
		parts = append(parts, "reps = "+number(i.Reps))
	}
	if i.HoldS != 0 {
		parts = append(parts, "hold_s = "+number(i.HoldS))
	}
	if i.Side != content.EachSide {
		parts = append(parts, "sides = "+quoted(string(i.Side)))
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// routineKeys are the keys of a routine in the order they are written.
var routineKeys = []string{"id", "name", "prescribed_by", "note", "when", "pregnancy", "conditions", "rest_s", "items"}

// write writes into an entry what a draft changes of the routine in it; was is
// nil for all of it.
func (r Routine) write(e entry, was *Routine) entry {
	put := func(key, value string, changed bool) {
		if was == nil || changed {
			e = e.set(key, value, before(routineKeys, key)...)
		}
	}
	var old Routine
	if was != nil {
		old = *was
	}
	put("id", quoted(r.ID), false)
	put("name", quoted(r.Name), r.Name != old.Name)
	put("prescribed_by", optional(r.PrescribedBy), r.PrescribedBy != old.PrescribedBy)
	put("note", optional(r.Note), r.Note != old.Note)
	put("rest_s", number(r.RestS), r.RestS != old.RestS)
	if was == nil || !slices.Equal(r.Items, old.Items) {
		items := make([]string, len(r.Items))
		for i, one := range r.Items {
			items[i] = one.toml()
		}
		e = e.without("items")
		put("items", lines(items), true)
		put("target_s", "", true) // worked out from them
		put("place", "", true)
	} else if r.RestS != old.RestS {
		put("target_s", "", true)
	}
	return e
}

// before are the keys that come before one, the last first.
func before(keys []string, key string) []string {
	i := slices.Index(keys, key)
	if i < 0 {
		return nil
	}
	out := slices.Clone(keys[:i])
	slices.Reverse(out)
	return out
}

// optional is a text that is left out where it is empty.
func optional(text string) string {
	if text == "" {
		return ""
	}
	return quoted(text)
}
