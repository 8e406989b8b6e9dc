// Package safety decides what of the library suits a person: given their
// profile and a day, whether an entry is allowed, needs care, needs a
// clinician's word first, or is held back, with the reason, the source and what
// to do instead.
//
// It informs and never diagnoses. It is pure: the profile, the library and the
// day come in, advice comes out.
package safety

import (
	"errors"
	"fmt"
	"maps"
	"slices"
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
	if c == content.Pregnant {
		return p.Pregnancy.Is
	}
	_, ok := p.Facts[c]
	return ok
}

// Empty tells whether nothing in it could hold anything back.
func (p Profile) Empty() bool { return !p.Pregnancy.Is && len(p.Facts) == 0 }

// AskAgain tells whether the questions are due on a day: they were never asked,
// 90 days ago or more, or the pregnancy must be over by now. A date in the
// future, from a clock that was wrong, counts as never.
func (p Profile) AskAgain(on time.Time) bool {
	age := on.Sub(p.AskedAt)
	return p.AskedAt.IsZero() || age < -24*time.Hour || age >= AskAgainAfter || p.Pregnancy.Overdue(on)
}

// Lapsed are the passing facts that are to be asked about again on a day, in
// the order of facts, which are those of content.Library.Facts. Until somebody
// says that they have passed they go on to count.
func (p Profile) Lapsed(on time.Time, facts []content.Fact) []content.Condition {
	var out []content.Condition
	for _, f := range facts {
		at, has := p.Facts[f.ID]
		if has && f.PassingDays > 0 && on.Sub(at) >= time.Duration(f.PassingDays)*24*time.Hour {
			out = append(out, f.ID)
		}
	}
	return out
}

// Validate tells all that is wrong with a profile: facts that are not among
// facts, which are those of content.Library.Facts, and what contradicts itself.
func (p Profile) Validate(facts []content.Fact) error {
	var bad []error
	for _, c := range slices.Sorted(maps.Keys(p.Facts)) {
		switch {
		case c == content.Pregnant:
			bad = append(bad, errors.New("pregnancy stands among the facts; hint: it has a place of its own"))
		case !slices.ContainsFunc(facts, func(f content.Fact) bool { return f.ID == c }):
			bad = append(bad, fmt.Errorf("fact %q is not known; hint: profile.toml of the library lists those that are", c))
		}
	}
	g := p.Pregnancy
	switch {
	case g.Stage < 0 || g.Stage > 3:
		bad = append(bad, fmt.Errorf("trimester %d is none; hint: 1 to 3, or 0 if it is not known", g.Stage))
	case !g.Is && (g.Stage != 0 || !g.Due.IsZero()):
		bad = append(bad, errors.New("a stage or due date is given without a pregnancy; hint: remove it, or say that there is one"))
	case !g.Due.IsZero() && !g.Due.Equal(midnight(g.Due.UTC())):
		bad = append(bad, fmt.Errorf("the due date %s is no day; hint: midnight UTC of the day", g.Due.Format(time.RFC3339)))
	}
	return errors.Join(bad...)
}
