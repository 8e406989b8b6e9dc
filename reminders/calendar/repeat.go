package calendar

import (
	"slices"
	"time"
)

// Unit is the period a rule counts in.
type Unit string

// The units.
const (
	UnitDay   Unit = "day"
	UnitWeek  Unit = "week"
	UnitMonth Unit = "month"
	UnitYear  Unit = "year"
)

// Repeat is a rule taken apart, so that it can be said in words.
type Repeat struct {
	Unit   Unit
	Every  int         // 2 is every other one
	Days   []RepeatDay // empty means as the start says
	Dates  []int       // days of the month, from its end if negative
	Count  int         // how many times; 0 is not counted
	Ends   bool        // there is a last day
	Last   Wall        // Ends: the midnight of the last day it may fall on
	Intact bool        // this is all that the rule says
}

// RepeatDay is a day of the week: every one, or the nth of its month.
type RepeatDay struct {
	Nth int // 0 is every one; -1 is the last
	Day time.Weekday
}

// Repeat takes the rule of a series apart whose clocks are in a zone.
func (r Rule) Repeat(zone *time.Location) Repeat {
	out := Repeat{
		Unit: [...]Unit{daily: UnitDay, weekly: UnitWeek, monthly: UnitMonth, yearly: UnitYear}[max(r.freq, daily)], Every: r.interval,
		Dates: slices.Clone(r.byMonthDay), Count: r.count,
		Intact: r.freq >= daily && len(r.byMonth)+len(r.byYearDay)+len(r.bySetPos) == 0,
	}
	for _, w := range r.byDay {
		out.Days = append(out.Days, RepeatDay{w.n, w.day})
	}
	if r.untilIs != untilNone {
		out.Ends, out.Last = true, r.lastWall(zone).Midnight()
	}
	return out
}
