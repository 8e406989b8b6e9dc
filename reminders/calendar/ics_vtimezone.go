package calendar

import (
	"fmt"
	"strings"
	"time"
)

// change is an instant at which a zone's offset changes.
type change struct {
	at       Wall // by the clock before it
	from, to int  // seconds east of UTC
	name     string
	summer   bool
}

// yearsAhead is how far a zone's changes are looked at beyond what is known to
// be needed.
const yearsAhead = 6

// changes are those of a zone from the beginning of the year before one on.
// The first is what holds then. They are looked for day by day: the standard
// library's own list of them has zones where it goes in circles.
func changes(zone *time.Location, first, last int) []change {
	t := time.Date(first-1, 1, 1, 0, 0, 0, 0, time.UTC)
	end := time.Date(last+yearsAhead, 12, 31, 0, 0, 0, 0, time.UTC)
	is := func(t time.Time) change {
		name, off := t.In(zone).Zone()
		return change{to: off, name: name, summer: t.In(zone).IsDST()}
	}
	old := is(t)
	begin := old
	begin.at, begin.from = Wall(t.Unix()+int64(old.to)), old.to
	out := []change{begin}
	for ; t.Before(end); t = t.Add(24 * time.Hour) {
		now := is(t.Add(24 * time.Hour))
		if now == old {
			continue
		}
		lo, hi := t.Unix(), t.Unix()+int64(day)
		for hi-lo > 1 {
			if mid := (lo + hi) / 2; is(time.Unix(mid, 0)) == old {
				lo = mid
			} else {
				hi = mid
			}
		}
		from := old.to
		old = now
		now.at, now.from = Wall(hi+int64(from)), from
		out = append(out, now)
	}
	return out
}

// zone writes a VTIMEZONE that holds from one year on.
func (e *exporting) zone(zone *time.Location, first, last int) {
	e.line("BEGIN", "VTIMEZONE")
	e.line("TZID", zone.String())
	e.line("X-LIC-LOCATION", zone.String())
	list := changes(zone, first, last)
	for len(list) > 0 {
		group, rule := alike(list)
		e.observance(group, rule)
		var rest []change
		for _, c := range list {
			taken := false
			for _, g := range group {
				taken = taken || g == c
			}
			if !taken {
				rest = append(rest, c)
			}
		}
		list = rest
	}
	e.line("END", "VTIMEZONE")
}

// alike takes the changes that go with the last of a list: those every year by
// the same rule, which is returned, or it alone.
func alike(list []change) (group []change, rule string) {
	last := list[len(list)-1]
	for _, text := range yearlyRules(last.at) {
		r, err := ParseRule(text)
		if err != nil {
			continue
		}
		group = []change{last}
		for i := len(list) - 2; i >= 0; i-- {
			c, y := list[i], group[0]
			year, _, _ := c.at.Date()
			next, _, _ := y.at.Date()
			if c.from != last.from || c.to != last.to || c.summer != last.summer || c.name != last.name {
				continue
			}
			hit := false
			r.starts(c.at, c.at, y.at, time.UTC, func(w Wall) bool { hit = hit || w == y.at; return true })
			if year != next-1 || !hit || c.at.sinceMidnight() != y.at.sinceMidnight() || !r.names(c.at.Midnight(), 0, 366) {
				break
			}
			group = append([]change{c}, group...)
		}
		// A zone that goes on like that is seen doing so to the end.
		if len(group) >= yearsAhead-1 {
			return group, text
		}
	}
	return []change{last}, ""
}

// yearlyRules are those a date may follow: the last or the nth of that weekday
// in its month.
func yearlyRules(w Wall) []string {
	_, m, d := w.Date()
	name := dayNames[w.Weekday()]
	rules := []string{fmt.Sprintf("FREQ=YEARLY;BYDAY=%d%s;BYMONTH=%d", (d-1)/7+1, name, int(m))}
	if d+7 > daysIn(w.AddDays(1-d).Midnight()) {
		rules = append([]string{fmt.Sprintf("FREQ=YEARLY;BYDAY=-1%s;BYMONTH=%d", name, int(m))}, rules...)
	}
	return rules
}

func (e *exporting) observance(group []change, rule string) {
	c := group[0]
	kind := "STANDARD"
	if c.summer {
		kind = "DAYLIGHT"
	}
	e.line("BEGIN", kind)
	e.line("DTSTART", c.at.clock().Format("20060102T150405"))
	e.line("TZOFFSETFROM", icsOffset(c.from))
	e.line("TZOFFSETTO", icsOffset(c.to))
	if c.name != "" && !strings.ContainsAny(c.name[:1], "+-") {
		e.line("TZNAME", c.name)
	}
	if rule != "" {
		e.line("RRULE", rule)
	}
	e.line("END", kind)
}

func icsOffset(s int) string {
	sign := "+"
	if s < 0 {
		sign, s = "-", -s
	}
	text := fmt.Sprintf("%s%02d%02d", sign, s/3600, s/60%60)
	if s%60 != 0 {
		text += fmt.Sprintf("%02d", s%60)
	}
	return text
}
