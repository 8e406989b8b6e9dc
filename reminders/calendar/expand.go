package calendar

import (
	"slices"
	"time"
)

// Why not a library: the one there is for rules runs on to the year 9999 when
// a rule never comes true, and cannot be stopped. Here the work is bounded by
// the window that is asked for. The tests compare the two.

// starts calls yield with the starts by the rule from start on, in order, up
// to and including last, until it returns false. Those before first may be left
// out. The start itself is one of them, whatever the rule says.
func (r Rule) starts(start, first, last Wall, zone *time.Location, yield func(Wall) bool) {
	left := r.count
	give := func(w Wall) bool {
		if w > last || w > start && r.endsBefore(w, zone) || !yield(w) {
			return false
		}
		left--
		return left != 0
	}
	if !give(start) {
		return
	}
	n := 0
	if r.count == 0 {
		n = r.periodsBefore(start, first)
	} else {
		last = min(last, start.AddDays(countedDays))
		if r.oncePerPeriod(start) {
			n = r.periodsBefore(start, first)
			if left -= max(n-1, 0); left <= 0 {
				return
			}
		}
	}
	r = r.filled(start)
	for ; ; n++ {
		from, days := r.period(start, n)
		if from > last {
			return
		}
		for _, d := range r.chosen(from, days) {
			if w := d + start.sinceMidnight(); w > start && !give(w) {
				return
			}
		}
	}
}

// oncePerPeriod tells whether there is exactly one start in each period, so that
// those left out need not be gone through to be counted.
func (r Rule) oncePerPeriod(start Wall) bool {
	if len(r.byMonth)+len(r.byMonthDay)+len(r.byYearDay)+len(r.bySetPos) > 0 {
		return false
	}
	own := len(r.byDay) == 1 && r.byDay[0] == (weekday{0, start.Weekday()})
	return r.freq == daily && len(r.byDay) == 0 || r.freq == weekly && (len(r.byDay) == 0 || own)
}

// countedDays is after how many days, 40 years, a series with a count ends at
// the latest: it has to be counted from its start.
const countedDays = 40 * 366

// longest is how many days a period has at most.
var longest = [...]int64{daily: 1, weekly: 7, monthly: 31, yearly: 366}

// periodsBefore is a number of periods from start that surely end before w.
func (r Rule) periodsBefore(start, w Wall) int {
	days := int64((w - start) / day)
	return int(max(0, days/(longest[r.freq]*int64(r.interval))-2))
}

// period is the nth period of the rule: its first midnight, and how many days
// it has.
func (r Rule) period(start Wall, n int) (from Wall, days int) {
	n *= r.interval
	switch r.freq {
	case daily:
		return start.Midnight().AddDays(n), 1
	case weekly:
		back := (int(start.Weekday()) - int(r.weekStart) + 7) % 7
		return start.Midnight().AddDays(7*n - back), 7
	case monthly:
		y, m, _ := start.Date()
		from = WallOf(y, m+time.Month(n), 1, 0, 0, 0)
		return from, daysIn(from)
	default:
		y, _, _ := start.Date()
		from = WallOf(y+n, time.January, 1, 0, 0, 0)
		return from, int((WallOf(y+n+1, time.January, 1, 0, 0, 0) - from) / day)
	}
}

// daysIn is how many days the month that begins at from has.
func daysIn(from Wall) int {
	y, m, _ := from.Date()
	return int((WallOf(y, m+1, 1, 0, 0, 0) - from) / day)
}

// chosen are the days of a period the rule names, as midnights.
func (r Rule) chosen(from Wall, days int) []Wall {
	var out []Wall
	for i := range days {
		w := from.AddDays(i)
		if r.names(w, i, days) {
			out = append(out, w)
		}
	}
	if len(r.bySetPos) == 0 {
		return out
	}
	var picked []Wall
	for _, pos := range r.bySetPos {
		if pos > 0 {
			pos--
		} else {
			pos += len(out)
		}
		if pos >= 0 && pos < len(out) {
			picked = append(picked, out[pos])
		}
	}
	slices.Sort(picked)
	return slices.Compact(picked)
}

// filled is the rule with what the start says where it names no day.
func (r Rule) filled(start Wall) Rule {
	_, m, d := start.Date()
	switch {
	case len(r.byDay)+len(r.byMonthDay)+len(r.byYearDay) > 0:
	case r.freq == weekly || len(r.byWeekNo) > 0:
		r.byDay = []weekday{{0, start.Weekday()}}
	case r.freq == yearly:
		if len(r.byMonth) == 0 {
			r.byMonth = []int{int(m)}
		}
		r.byMonthDay = []int{d}
	case r.freq == monthly:
		r.byMonthDay = []int{d}
	}
	return r
}

// names tells whether the rule names a day, the ith of a period that has so
// many.
func (r Rule) names(w Wall, i, days int) bool {
	_, m, d := w.Date()
	if len(r.byMonth) > 0 && !slices.Contains(r.byMonth, int(m)) {
		return false
	}
	if len(r.byYearDay) > 0 && !slices.Contains(r.byYearDay, i+1) && !slices.Contains(r.byYearDay, i-days) {
		return false
	}
	if len(r.byWeekNo) > 0 {
		n, of := weekOf(w, r.weekStart)
		if !slices.Contains(r.byWeekNo, n) && !slices.Contains(r.byWeekNo, n-of-1) {
			return false
		}
	}
	if len(r.byMonthDay) == 0 && len(r.byDay) == 0 {
		return true
	}
	long := daysIn(w.AddDays(1 - d).Midnight())
	if len(r.byMonthDay) > 0 && !slices.Contains(r.byMonthDay, d) && !slices.Contains(r.byMonthDay, d-long-1) {
		return false
	}
	if len(r.byDay) == 0 {
		return true
	}
	// Weeks are counted in the month, except in a yearly rule without months.
	at, of := d-1, long
	if r.freq == yearly && len(r.byMonth) == 0 {
		at, of = i, days
	}
	return slices.ContainsFunc(r.byDay, func(x weekday) bool {
		return x.day == w.Weekday() && (x.n == 0 || x.n == at/7+1 || x.n == -((of-1-at)/7+1))
	})
}

// weekOf is which week of how many a day is in. A week is of the year that four
// or more of its days are in, so that the first days of January may be in the
// last one of the year before.
func weekOf(w Wall, begins time.Weekday) (n, of int) {
	fourth := w.Midnight().AddDays(3 - (int(w.Weekday())-int(begins)+7)%7) // day of that week
	year, _, _ := fourth.Date()
	from, next := WallOf(year, time.January, 1, 0, 0, 0), WallOf(year+1, time.January, 1, 0, 0, 0)
	// The year has as many weeks as it has fourth days.
	n = int((fourth-from)/day)/7 + 1
	return n, n + int((next-day-fourth)/day)/7
}
