// Package relief is heat and cold on the skin as a pure state machine: when to
// look at the skin, when it is over, what must not begin yet, and which of the
// two to choose.
//
// It never forgets how long a pack has been on: through pauses, restarts, a
// sleeping machine and a clock that is set, nothing runs past its hard stop as
// far as can be known. What cannot be known counts as time on the skin.
package relief

import (
	"slices"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
)

const (
	// MostPaused is how long a pack may be off the skin within one session,
	// all pauses together. Then the session ends: what is put on later is a new
	// one. The number is our own choice.
	MostPaused = 10 * time.Minute

	// RemindFor is how long an end that nobody answers goes on reminding:
	// people fall asleep on packs.
	RemindFor = 15 * time.Minute

	endEvery   = time.Minute     // between two reminders of an end
	checkEvery = 2 * time.Minute // and of a look at the skin
	mostAtOnce = 4               // sessions, each on a place of its own

	// touched is how short a use does not keep the other of heat and cold from
	// the place: nothing got warm or cold yet.
	touched = time.Minute

	// memory is how long a use is kept in mind at least: longer than any gap,
	// and than the longest day.
	memory = 48 * time.Hour
)

// Clock is an instant as two clocks tell it.
type Clock struct {
	// Wall is the clock on the wall, in the person's time zone. It may be set
	// at any time.
	Wall time.Time
	// Boot names the run of the machine, and Up is how long that has lasted,
	// sleep included; nobody can set it. An empty Boot is that there is no such
	// clock.
	Boot string
	Up   time.Duration
}

// Limits are the bounds of one timer for one person.
type Limits struct {
	Default  time.Duration   `json:"default"`
	HardStop time.Duration   `json:"hard_stop"` // never longer on the skin
	Gap      time.Duration   `json:"gap"`       // off the skin until the next at the same place
	PerDay   int             `json:"per_day"`   // at most so many a day at one place; 0 is that no source names a number
	Checks   []time.Duration `json:"checks"`    // time on the skin after which to look at it
}

// LimitsOf are the limits of a timer. maxMin is how many minutes suit the person
// at most, as safety.Judge.MaxMin says; 0 is that nothing but the timer bounds
// it.
func LimitsOf(t content.Timer, maxMin int) Limits {
	minutes := func(n int) time.Duration { return time.Duration(n) * time.Minute }
	most := t.HardStopMin
	if maxMin > 0 {
		most = min(most, maxMin)
	}
	l := Limits{Default: minutes(min(t.DefaultMin, most)), HardStop: minutes(most), Gap: minutes(t.GapMin), PerDay: t.MaxPerDay}
	for _, m := range t.SkinCheckAtMin {
		l.Checks = append(l.Checks, minutes(m))
	}
	slices.Sort(l.Checks)
	return l
}

// Want is a session somebody wants to begin.
type Want struct {
	Timer  content.Timer
	Region diary.Region
	Length time.Duration // on the skin; 0 is the timer's default
	MaxMin int           // for this person; see LimitsOf
	Before *int          // how much it hurts, 0 to 10; nil if not told
}

// Use is a session that has ended, for as long as it keeps the next from
// beginning.
type Use struct {
	ID     string           `json:"id"`
	Kind   content.Modality `json:"kind"`
	Timer  string           `json:"timer"`
	Region diary.Region     `json:"region"`
	Day    string           `json:"day"`   // the local date it began on
	Since  time.Duration    `json:"since"` // how long ago it began
	Rested time.Duration    `json:"rested"`
	Worn   time.Duration    `json:"worn"` // how long it may have been on the skin, an unanswered end included
	Gap    time.Duration    `json:"gap"`
	Skin   diary.Skin       `json:"skin,omitempty"`
}

// State is what heat and cold are at between two steps. The zero value is that
// there was none yet. It is saved and restored as JSON.
type State struct {
	Sessions []Session     `json:"sessions,omitempty"`
	Recent   []Use         `json:"recent,omitempty"`
	Wall     time.Time     `json:"wall,omitzero"` // the last step
	Boot     string        `json:"boot,omitempty"`
	Up       time.Duration `json:"up,omitempty"`
}

// Empty tells whether nothing needs to be watched or kept in mind.
func (s State) Empty() bool { return len(s.Sessions) == 0 && len(s.Recent) == 0 }

// Find is the session with an id.
func (s State) Find(id string) (Session, bool) {
	i := s.index(id)
	if i < 0 {
		return Session{}, false
	}
	return s.Sessions[i], true
}

// On is the session on a place, or on one that overlaps it.
func (s State) On(r diary.Region) (Session, bool) {
	for _, x := range s.Sessions {
		if x.Region.Overlaps(r) {
			return x, true
		}
	}
	return Session{}, false
}

func (s State) index(id string) int {
	return slices.IndexFunc(s.Sessions, func(x Session) bool { return x.ID == id })
}

// clone copies what a step may change.
func (s State) clone() State {
	s.Sessions, s.Recent = slices.Clone(s.Sessions), slices.Clone(s.Recent)
	return s
}

// passed is how much time went by since the last step: by the clock nobody can
// set where both steps know it, else by the one on the wall, which does not run
// backwards here.
func (s State) passed(at Clock) time.Duration {
	switch {
	case s.Wall.IsZero():
		return 0
	case at.Boot != "" && at.Boot == s.Boot:
		return max(0, at.Up-s.Up)
	}
	return max(0, at.Wall.Round(0).Sub(s.Wall.Round(0)))
}

// Rebuild is the state after records alone, where what was kept in mind is lost:
// a session that ran is lost with it, and gaps and uses of the day are not.
// timers are the library's.
func Rebuild(at Clock, records []diary.Relief, timers []content.Timer) State {
	s := State{Wall: at.Wall.Round(0), Boot: at.Boot, Up: at.Up}
	for _, r := range records {
		u := Use{
			ID: r.ID, Kind: content.Modality(r.Kind), Timer: r.Timer, Region: r.Region, Day: day(r.Start.In(at.Wall.Location())),
			Since: max(0, at.Wall.Sub(r.Start)), Rested: max(0, at.Wall.Sub(r.End)), Worn: r.Used, Skin: r.Skin,
		}
		if i := slices.IndexFunc(timers, func(t content.Timer) bool { return t.ID == r.Timer }); i >= 0 {
			u.Gap = LimitsOf(timers[i], 0).Gap
		}
		s.Recent = append(s.Recent, u)
	}
	return s
}
