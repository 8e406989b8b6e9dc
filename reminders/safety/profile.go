// Package safety decides what of the library suits a person: given their
// profile and a day, whether an entry is allowed, needs care, needs a
// clinician's word first, or is held back, with the reason, the source and what
// to do instead.
//
// It informs and never diagnoses. It is pure: the profile, the library and the
// day come in, advice comes out.
package safety

import (
	"maps"
	"time"

	"github.com/unhunch/unhunch/content"
)

// Profile is what a person told about themselves. The zero value is somebody
// who was never asked. Its methods return changed copies.
type Profile struct {
	Pregnancy Pregnancy
	// Facts are what applies to the person, with the instant each was noted.
	// The facts there are, their names and groups are content.Library.Facts;
	// pregnancy is not among them.
	Facts   map[content.Condition]time.Time
	AskedAt time.Time // when the questions were last answered or skipped; zero means never
	Skipped bool      // they were skipped then
}

// Pregnancy says whether somebody is pregnant and how far.
type Pregnancy struct {
	Is      bool
	Due     time.Time // the due date, as midnight UTC of that day; zero if not known
	Stage   Trimester // as told, where the due date is not known
	NotedAt time.Time
}

// Trimester is a third of a pregnancy, 1 to 3; 0 is not known.
type Trimester int

// AskAgainAfter is how long a profile counts as current.
const AskAgainAfter = 90 * 24 * time.Hour

// With adds a fact, noted at an instant.
func (p Profile) With(c content.Condition, at time.Time) Profile {
	facts := maps.Clone(p.Facts)
	if facts == nil {
		facts = map[content.Condition]time.Time{}
	}
	facts[c] = at
	p.Facts = facts
	return p
}

// Without takes a fact away.
func (p Profile) Without(c content.Condition) Profile {
	p.Facts = maps.Clone(p.Facts)
	delete(p.Facts, c)
	return p
}

// Has tells whether a fact applies. "pregnancy" applies to whoever is pregnant.
func (p Profile) Has(c content.Condition) bool {
	if c == "pregnancy" {
		return p.Pregnancy.Is
	}
	_, ok := p.Facts[c]
	return ok
}
