package calendar

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// frequency is how long one period of a rule is.
type frequency int

const (
	daily frequency = iota
	weekly
	monthly
	yearly
)

var frequencies = map[string]frequency{"DAILY": daily, "WEEKLY": weekly, "MONTHLY": monthly, "YEARLY": yearly}

func (f frequency) String() string { return [...]string{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}[f] }

// What a rule may be at most.
const (
	maxRule     = 500  // bytes
	maxCount    = 5000 // occurrences
	maxInterval = 500  // periods from one to the next
)

// untilKind is how the end of a rule is written.
type untilKind int

const (
	untilNone    untilKind = iota
	untilDate              // the whole of that day
	untilWall              // by the series' own clock
	untilInstant           // in UTC
)

// place of a weekday: the nth of its month or year, from the end if negative;
// 0 is every one.
type weekday struct {
	n   int
	day time.Weekday
}

// Rule is how a series repeats: a recurrence rule of RFC 5545 that names days.
// Rules that name hours, minutes or seconds are refused.
type Rule struct {
	freq       frequency
	interval   int
	count      int // 0 is without end
	until      Wall
	untilIs    untilKind
	weekStart  time.Weekday
	byDay      []weekday
	byMonth    []int
	byMonthDay []int
	byYearDay  []int
	byWeekNo   []int
	bySetPos   []int

	clock [3]int // BYHOUR, BYMINUTE, BYSECOND; -1 where not given
}

// Weekly is the rule of something every so many weeks.
func Weekly(weeks int) Rule {
	return Rule{freq: weekly, interval: weeks, weekStart: time.Monday}.plain()
}

// Monthly is the rule of something every month on the same weekday as start:
// the second Thursday, say, and the last where start is in the fifth week.
// Therapists work by the week: the same date would fall on every day of it.
func Monthly(start Wall) Rule {
	_, _, d := start.Date()
	n := (d-1)/7 + 1
	if n == 5 {
		n = -1
	}
	return Rule{freq: monthly, interval: 1, weekStart: time.Monday, byDay: []weekday{{n, start.Weekday()}}}.plain()
}

// Until is the rule that ends with that date, which is the last it may fall on.
func (r Rule) Until(date Wall) Rule {
	r.count, r.until, r.untilIs = 0, date.Midnight(), untilDate
	return r
}

func (r Rule) plain() Rule {
	r.clock = [3]int{-1, -1, -1}
	return r
}

func badRule(problem, hint string) error { return &FieldError{"rule", problem, hint} }

// ParseRule reads a rule. The error is a *FieldError.
func ParseRule(text string) (Rule, error) {
	r := Rule{freq: -1, interval: 1, weekStart: time.Monday}.plain()
	if len(text) > maxRule {
		return r, badRule(fmt.Sprintf("it has %d bytes, and %d are the most", len(text), maxRule), "write it shorter")
	}
	text = strings.ToUpper(strings.Join(strings.Fields(text), ""))
	text = strings.TrimPrefix(text, "RRULE:")
	seen := map[string]bool{}
	for part := range strings.SplitSeq(strings.Trim(text, ";"), ";") {
		name, value, ok := strings.Cut(part, "=")
		if !ok || value == "" {
			return r, badRule(fmt.Sprintf("%q is no part of a rule", short(part)), "write it as FREQ=WEEKLY;INTERVAL=2")
		}
		if seen[name] {
			return r, badRule(name+" is given twice", "give it once")
		}
		seen[name] = true
		if err := r.part(name, value); err != nil {
			return r, err
		}
	}
	return r, r.check()
}

// check tells whether the parts go together.
func (r Rule) check() error {
	nth := slices.ContainsFunc(r.byDay, func(w weekday) bool { return w.n != 0 })
	far := slices.ContainsFunc(r.byDay, func(w weekday) bool { return w.n < -5 || w.n > 5 })
	switch {
	case r.freq < 0:
		return badRule("FREQ is missing", "begin with FREQ=WEEKLY")
	case r.count > 0 && r.untilIs != untilNone:
		return badRule("it has both COUNT and UNTIL", "use one of them")
	case nth && r.freq < monthly:
		return badRule("a week is counted in BYDAY, in a rule by the day or week", "count weeks in monthly and yearly rules only")
	case far && (r.freq == monthly || len(r.byMonth) > 0):
		return badRule("BYDAY counts weeks that no month has", "a month has 5 of each weekday at most")
	case r.freq == weekly && len(r.byMonthDay) > 0, r.freq != yearly && len(r.byYearDay) > 0:
		return badRule("a day is counted that a period of the rule does not have", "use BYMONTHDAY in monthly, and BYYEARDAY in yearly rules")
	case len(r.byWeekNo) > 0 && (r.freq != yearly || nth):
		return badRule("BYWEEKNO counts the weeks of a year", "use it in yearly rules, with days such as BYDAY=MO")
	case len(r.bySetPos) > 0 && len(r.byWeekNo)+len(r.byDay)+len(r.byMonth)+len(r.byMonthDay)+len(r.byYearDay) == 0:
		return badRule("BYSETPOS has nothing to choose from", "add BYDAY or BYMONTHDAY")
	}
	return nil
}

// fits tells whether a series that starts at start can follow the rule.
func (r Rule) fits(start Wall) error {
	h, m, s := start.clock().Clock()
	for i, at := range [3]int{h, m, s} {
		if r.clock[i] >= 0 && r.clock[i] != at {
			return badRule("its clock time is another than the start's", "leave BYHOUR, BYMINUTE and BYSECOND out")
		}
	}
	if r.untilIs != untilNone && r.until.Midnight() < start.Midnight()-day {
		return badRule("it ends before it starts", "check UNTIL")
	}
	return nil
}

// String writes the rule so that ParseRule reads it back.
func (r Rule) String() string {
	if r.freq < 0 {
		return ""
	}
	parts := []string{"FREQ=" + r.freq.String()}
	add := func(name, value string) {
		if value != "" {
			parts = append(parts, name+"="+value)
		}
	}
	if r.interval > 1 {
		add("INTERVAL", strconv.Itoa(r.interval))
	}
	if r.count > 0 {
		add("COUNT", strconv.Itoa(r.count))
	}
	switch r.untilIs {
	case untilDate:
		add("UNTIL", r.until.clock().Format("20060102"))
	case untilWall:
		add("UNTIL", r.until.clock().Format("20060102T150405"))
	case untilInstant:
		add("UNTIL", r.until.clock().Format("20060102T150405Z"))
	case untilNone:
	}
	if r.weekStart != time.Monday {
		add("WKST", dayNames[r.weekStart])
	}
	var days []string
	for _, w := range r.byDay {
		n := ""
		if w.n != 0 {
			n = strconv.Itoa(w.n)
		}
		days = append(days, n+dayNames[w.day])
	}
	add("BYDAY", strings.Join(days, ","))
	for _, l := range []struct {
		name string
		list []int
	}{{"BYMONTH", r.byMonth}, {"BYMONTHDAY", r.byMonthDay}, {"BYYEARDAY", r.byYearDay}, {"BYWEEKNO", r.byWeekNo}, {"BYSETPOS", r.bySetPos}} {
		var words []string
		for _, n := range l.list {
			words = append(words, strconv.Itoa(n))
		}
		add(l.name, strings.Join(words, ","))
	}
	return strings.Join(parts, ";")
}

// lastWall is the last wall of a clock in zone the rule may fall on.
func (r Rule) lastWall(zone *time.Location) Wall {
	switch r.untilIs {
	case untilDate:
		return r.until + day - 1
	case untilInstant:
		return WallAt(time.Unix(int64(r.until), 0).In(zone))
	case untilWall, untilNone:
	}
	return r.until
}

// canonical is the rule with its end as RFC 5545 wants it: a date for what
// takes all day, an instant for everything else.
func (r Rule) canonical(allDay bool, zone *time.Location) Rule {
	switch {
	case r.untilIs == untilNone:
	case allDay:
		r.until, r.untilIs = r.until.Midnight(), untilDate // the date that is written
	case r.untilIs != untilInstant:
		r.until, r.untilIs = Wall(r.lastWall(zone).In(zone).Unix()), untilInstant
	}
	return r.plain()
}

// endsBefore tells whether the rule is over before a wall of a clock in zone.
func (r Rule) endsBefore(w Wall, zone *time.Location) bool {
	switch r.untilIs {
	case untilDate:
		return w.Midnight() > r.until
	case untilWall:
		return w > r.until
	case untilInstant:
		return w.In(zone).Unix() > int64(r.until)
	case untilNone:
	}
	return false
}
