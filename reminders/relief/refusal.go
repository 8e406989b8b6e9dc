package relief

import (
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
)

// Code names why a session must not begin.
type Code string

// The codes.
const (
	NotTimed   Code = "not-timed"    // there is no timer for it: a wrap is worn as its leaflet says
	BadRegion  Code = "region"       // no such place
	BadLength  Code = "length"       // nothing, or over the hard stop
	BadPain    Code = "pain"         // off the scale
	TooMany    Code = "too-many"     // as many at once as can be watched over
	RunsThere  Code = "runs"         // one is on that place
	Unanswered Code = "unanswered"   // one there is over, and nobody said that the pack is off
	SkinBadNow Code = "skin"         // the skin there was not fine today
	InGap      Code = "gap"          // too soon after the last one there
	EnoughNow  Code = "enough"       // as often as it should be on one day
	longestAny      = 24 * time.Hour // no timer has a longer gap
)

// Refusal is why a session must not begin.
type Refusal struct {
	Code   Code
	Timer  content.Timer
	Region diary.Region
	Until  time.Time     // from when on it may; zero where that is up to the person
	Most   time.Duration // BadLength: the most there may be
	Other  string        // RunsThere and Unanswered: the session's ID
	Kind   content.Modality
	Used   int // EnoughNow: how often it was used today
}

// Mistake tells whether it is one of whoever asked, and no time changes it.
func (r *Refusal) Mistake() bool {
	switch r.Code {
	case NotTimed, BadRegion, BadLength, BadPain:
		return true
	}
	return false
}

// Check tells what keeps a session from beginning; nil if nothing does. Of
// several reasons it is the one that lasts longest. What the person told about
// themselves is not looked at: see package safety.
func (s State) Check(at Clock, w Want) *Refusal {
	s = s.clone()
	s.pass(at)
	s.settle(new([]Effect))
	return s.check(at.Wall, w)
}

func (s *State) check(now time.Time, w Want) *Refusal {
	limits := LimitsOf(w.Timer, w.MaxMin)
	refuse := func(c Code) *Refusal {
		return &Refusal{Code: c, Timer: w.Timer, Region: w.Region, Kind: w.Timer.Modality, Most: limits.HardStop}
	}
	switch {
	case !w.Region.Known():
		return refuse(BadRegion)
	case w.Timer.Untimed || !w.Timer.Offered || limits.HardStop <= 0 || w.Timer.Modality != content.Heat && w.Timer.Modality != content.Cold:
		return refuse(NotTimed)
	case w.Length < 0 || w.Length > 0 && w.Length < time.Second || w.Length > limits.HardStop:
		return refuse(BadLength)
	case w.Before != nil && (*w.Before < 0 || *w.Before > diary.MaxIntensity):
		return refuse(BadPain)
	}
	if x, is := s.On(w.Region); is {
		r := refuse(RunsThere)
		if x.Phase == Over {
			r.Code = Unanswered
		}
		r.Other, r.Kind = x.ID, x.Kind
		return r
	}
	if len(s.Sessions) >= mostAtOnce {
		return refuse(TooMany)
	}
	return s.resting(now, w, refuse)
}

// resting is what earlier uses of the place hold back, for as long as any does.
func (s *State) resting(now time.Time, w Want, refuse func(Code) *Refusal) *Refusal {
	var worst *Refusal
	hold := func(c Code, kind content.Modality, until time.Time, used int) {
		if worst == nil || until.After(worst.Until) {
			worst = refuse(c)
			worst.Until, worst.Kind, worst.Used = until, kind, used
		}
	}
	midnight := tomorrow(now)
	used := 0
	for _, u := range s.Recent {
		if !u.Region.Overlaps(w.Region) {
			continue
		}
		if left := min(u.Gap, longestAny) - u.Rested; left > 0 && (u.Kind == w.Timer.Modality || u.Worn >= touched) {
			hold(InGap, u.Kind, now.Add(left), 0)
		}
		if !u.today(now) {
			continue
		}
		if u.Skin == diary.SkinBad {
			hold(SkinBadNow, u.Kind, midnight, 0)
		}
		if u.Kind == w.Timer.Modality {
			used++
		}
	}
	if most := w.Timer.MaxPerDay; most > 0 && used >= most {
		hold(EnoughNow, w.Timer.Modality, midnight, used)
	}
	return worst
}

// today tells whether a use counts for the day of now: by its date, and by how
// long ago it began, so that setting the clock begins no new day.
func (u Use) today(now time.Time) bool {
	y, m, d := now.Date()
	begun := time.Date(y, m, d, 0, 0, 0, 0, now.Location())
	return u.Day == day(now) || u.Since <= now.Round(0).Sub(begun)
}

// tomorrow is when the next day begins.
func tomorrow(now time.Time) time.Time {
	y, m, d := now.Date()
	return time.Date(y, m, d+1, 0, 0, 0, 0, now.Location())
}
