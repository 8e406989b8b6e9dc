package safety

import (
	"slices"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
)

// told tells whether the profile, as it was last gone through, still says that
// nothing of it applies. What passes is asked again when it may have come.
func (s reliefScreening) told(q *content.HeatColdScreen) bool {
	age := s.on.Sub(s.p.AskedAt)
	return !s.p.AskedAt.IsZero() && !s.p.Skipped && age >= -24*time.Hour && age < s.interval(q)
}

// interval is how long an answer about the person counts.
func (s reliefScreening) interval(q *content.HeatColdScreen) time.Duration {
	least := s.every
	for _, f := range s.facts {
		if f.PassingDays > 0 && slices.Contains(q.Conditions, f.ID) {
			least = min(least, time.Duration(f.PassingDays)*24*time.Hour)
		}
	}
	return least
}

// answer is the answer that counts; ok is false where the question is to be
// asked.
func (s reliefScreening) answer(q *content.HeatColdScreen, scope ReliefScope) (a ReliefAnswer, ok bool) {
	var list []ReliefAnswer
	for _, x := range s.known.Answers {
		// A date in the future, from a clock that was wrong, counts as never.
		if x.Question == q.ID && x.At.Sub(s.on) < 5*time.Minute && s.counts(q, scope, x) {
			list = append(list, x)
		}
	}
	slices.SortStableFunc(list, func(x, y ReliefAnswer) int { return x.At.Compare(y.At) })
	for i, x := range slices.Backward(list) {
		switch {
		case scope != OnPlace:
			return x, true
		case x.Yes && x.Region.Overlaps(s.region):
			denied := slices.ContainsFunc(list[i+1:], func(later ReliefAnswer) bool { return !later.Yes && covers(later.Region, x.Region) })
			if !denied {
				return x, true
			}
		}
	}
	for _, x := range slices.Backward(list) {
		if !x.Yes && covers(x.Region, s.region) {
			return x, true
		}
	}
	return ReliefAnswer{}, false
}

// covers tells whether what is said of one place is said of another, too.
func covers(said, of diary.Region) bool { return said == of || of.In(said) }

// counts tells whether an answer still does.
func (s reliefScreening) counts(q *content.HeatColdScreen, scope ReliefScope, a ReliefAnswer) bool {
	age := s.on.Sub(a.At)
	switch {
	case len(q.Conditions) == 0 && !a.Yes: // whom it is for
		return age < s.every
	case scope == AtStart:
		return age < startWithin
	case scope == OnPlace && a.Yes && slices.Contains(q.Conditions, "fresh-injury"):
		return age < freshFor
	case scope == OnPlace && !a.Yes:
		y, m, d := s.on.Date()
		return !a.At.Before(time.Date(y, m, d, 0, 0, 0, 0, s.on.Location()))
	case scope == OnPlace:
		return age < s.interval(q)
	case a.Yes && a.ClearedBy == "":
		return true // until it is answered again
	}
	return age < s.interval(q)
}
