package diary

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Cream is something with a warming or numbing ingredient on the skin: a muscle
// cream, gel, spray or patch.
type Cream struct {
	ID      string     `json:"id"`
	Kind    CreamKind  `json:"kind"`
	Region  Region     `json:"region,omitempty"` // empty if not told
	At      time.Time  `json:"at"`               // when it was put on
	Removed *time.Time `json:"removed,omitempty"`
	Note    string     `json:"note,omitempty"` // such as its name
}

// CreamKind is what it is.
type CreamKind string

// The kinds.
const (
	MuscleCream CreamKind = "cream"
	MuscleGel   CreamKind = "gel"
	MuscleSpray CreamKind = "spray"
	MusclePatch CreamKind = "patch"
)

// CreamKinds are all of them.
func CreamKinds() []CreamKind { return []CreamKind{MuscleCream, MuscleGel, MuscleSpray, MusclePatch} }

// creamLocks is how long something on the skin keeps heat away at least, should
// the day end sooner. The number is our own choice; the library says "today".
const creamLocks = 8 * time.Hour

// Locks tells until when it keeps heat away: to the end of the day it was put
// on, or taken off where it is a patch, and for eight hours at least. The day is
// one of zone. A patch that is still worn keeps it away for as long as it is:
// worn is true then, and the instant the earliest there can be.
func (c Cream) Locks(now time.Time) (until time.Time, worn bool) {
	from := c.At
	if c.Kind == MusclePatch {
		switch {
		case c.Removed == nil:
			from, worn = now, true
		case c.Removed.After(from):
			from = *c.Removed
		}
	}
	y, m, d := from.In(now.Location()).Date()
	until = time.Date(y, m, d+1, 0, 0, 0, 0, now.Location())
	if later := from.Add(creamLocks).In(now.Location()); later.After(until) {
		until = later
	}
	return until, worn
}

// CreamLock is the one of several that keeps heat away longest at now, and until
// when. ok is false where none does. Those of the future do not count.
func CreamLock(list []Cream, now time.Time) (c Cream, until time.Time, ok bool) {
	for _, one := range list {
		if one.At.After(now.Add(clockSkew)) {
			continue
		}
		end, worn := one.Locks(now)
		if (worn || end.After(now)) && (!ok || end.After(until)) {
			c, until, ok = one, end, true
		}
	}
	return c, until, ok
}

// Validate tells what is wrong with an entry made at now: the first thing, as a
// *FieldError.
func (c Cream) Validate(now time.Time) error {
	switch {
	case !slices.Contains(CreamKinds(), c.Kind):
		return &FieldError{"kind", fmt.Sprintf("%.40q is none", c.Kind), "one of cream, gel, spray, patch"}
	case c.Region != "" && !c.Region.Known():
		return unknownRegion(string(c.Region))
	case c.At.IsZero() || c.At.Before(earliest):
		return &FieldError{"at", "the time is missing or before 1900", "say when it was put on"}
	case c.At.After(now.Add(clockSkew)):
		return &FieldError{"at", c.At.In(now.Location()).Format("2006-01-02 15:04") + " is in the future", "check the date and the time"}
	case c.Removed != nil && c.Removed.Before(c.At):
		return &FieldError{"removed", "it came off before it was put on", "give a later time"}
	case c.Removed != nil && c.Removed.After(now.Add(clockSkew)):
		return &FieldError{"removed", "it comes off in the future", "say so once it is off"}
	}
	return validateNote(c.Note)
}

// Tidy is the entry as it is kept: without blanks around the note.
func (c Cream) Tidy() Cream {
	c.Note = strings.TrimSpace(strings.ReplaceAll(c.Note, "\r\n", "\n"))
	return c
}

// ParseCreamKind reads a kind as people write it; empty is a cream.
func ParseCreamKind(s string) (CreamKind, error) {
	k := CreamKind(strings.ToLower(strings.TrimSpace(s)))
	switch k {
	case "":
		return MuscleCream, nil
	case "ointment", "rub", "lotion", "balm":
		return MuscleCream, nil
	case "plaster":
		return MusclePatch, nil
	}
	if slices.Contains(CreamKinds(), k) {
		return k, nil
	}
	return "", &FieldError{"kind", catalog.L("{{.Given}} is no kind of cream", catalog.D{"Given": fmt.Sprintf("%.40q", s)}), catalog.L("one of {{.Names}}", catalog.D{"Names": "cream, gel, spray, patch"})}
}
