package calendar

import "time"

// Pattern is a rule in parts, for whoever says it in words.
type Pattern struct {
	Unit      PatternUnit
	Every     int // units from one to the next
	Days      []PatternDay
	MonthDays []int // from the end if negative
	Months    []time.Month
	Odd       bool // it picks its days in yet another way
	Count     int  // occurrences; 0 means not counted
	Ends      bool // Last is the last day it may fall on
	Last      Wall
}

// PatternUnit is what a pattern counts.
type PatternUnit int

// The units.
const (
	ByDay PatternUnit = iota
	ByWeek
	ByMonth
	ByYear
)

// PatternDay is a day of the week; Nth of its month or year, from the end if
// negative, and 0 is every one.
type PatternDay struct {
	Nth int
	Day time.Weekday
}

// Pattern is how a series repeats; false where it does not by a rule.
func (a Appointment) Pattern() (Pattern, bool) {
	r, err := ParseRule(a.Rule)
	zone, err2 := a.Location()
	if a.Rule == "" || err != nil || err2 != nil {
		return Pattern{}, false
	}
	return r.Pattern(zone), true
}

// Pattern takes the rule of a series apart whose clocks are in a zone.
func (r Rule) Pattern(zone *time.Location) Pattern {
	p := Pattern{Unit: PatternUnit(r.freq), Every: r.interval, MonthDays: r.byMonthDay, Count: r.count, Odd: len(r.byYearDay)+len(r.bySetPos) > 0}
	for _, d := range r.byDay {
		p.Days = append(p.Days, PatternDay{d.n, d.day})
	}
	for _, m := range r.byMonth {
		p.Months = append(p.Months, time.Month(m))
	}
	if r.untilIs != untilNone {
		p.Ends, p.Last = true, r.lastWall(zone).Midnight()
	}
	return p
}
