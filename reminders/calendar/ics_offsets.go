package calendar

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// observance is a part of a zone's definition: from when on which offset holds.
type observance struct {
	from    int64 // offset before, seconds east of UTC
	to      int64
	start   Wall // by the clock before the change
	rule    Rule
	ruled   bool
	besides []Wall
}

// zoneOffsets is a zone as a file defines it.
type zoneOffsets struct {
	list  []observance
	years map[int][]onset // those that were looked at
}

// What a zone's definition may be at most.
const (
	maxObservances = 500
	maxZoneRules   = 60 // of them by a rule
)

func readOffsets(c *component) (*zoneOffsets, error) {
	z := &zoneOffsets{}
	rules := 0
	for _, part := range c.parts {
		if part.name != "STANDARD" && part.name != "DAYLIGHT" {
			continue
		}
		if len(z.list) >= maxObservances {
			return nil, fmt.Errorf("line %d: there are more than %d changes", part.begin, maxObservances)
		}
		o, err := readObservance(part)
		if err != nil {
			return nil, err
		}
		if o.ruled {
			rules++
		}
		if rules > maxZoneRules {
			return nil, fmt.Errorf("line %d: there are more than %d rules", part.begin, maxZoneRules)
		}
		z.list = append(z.list, o)
	}
	if len(z.list) == 0 {
		return nil, fmt.Errorf("line %d: it says no offset", c.begin)
	}
	return z, nil
}

func readObservance(c *component) (o observance, err error) {
	started := false
	offsets := 0
	for _, l := range c.lines {
		switch l.name {
		case "TZOFFSETFROM":
			o.from, err = offset(l.value)
			offsets |= 1
		case "TZOFFSETTO":
			o.to, err = offset(l.value)
			offsets |= 2
		case "DTSTART":
			o.start, err = zoneWall(l.value)
			started = true
		case "RDATE":
			for v := range strings.SplitSeq(l.value, ",") {
				if w, bad := zoneWall(v); bad == nil && len(o.besides) < MaxExDates {
					o.besides = append(o.besides, w)
				}
			}
		case "RRULE":
			if o.rule, err = ParseRule(l.value); err == nil {
				o.rule, o.ruled = o.rule.plain(), true
			}
		}
		if err != nil {
			return o, fmt.Errorf("line %d: %w", l.n, err)
		}
	}
	if o.rule.untilIs == untilInstant {
		o.rule.until, o.rule.untilIs = o.rule.until+Wall(o.from), untilWall
	}
	if o.rule.count > 0 {
		// It is counted from its start, and only once.
		o.rule.starts(o.start, o.start, o.start.AddDays(countedDays), time.UTC, func(w Wall) bool {
			o.besides = append(o.besides, w)
			return len(o.besides) < MaxExDates
		})
		o.ruled = false
	}
	if !started || offsets != 3 {
		return o, fmt.Errorf("line %d: DTSTART, TZOFFSETFROM or TZOFFSETTO is missing", c.begin)
	}
	return o, nil
}

func zoneWall(value string) (Wall, error) {
	value = strings.ToUpper(strings.TrimSpace(value))
	value = strings.TrimSuffix(value, "Z")
	for _, form := range []string{"20060102T150405", "20060102"} {
		if t, err := time.Parse(form, value); err == nil {
			return Wall(t.Unix()), nil
		}
	}
	return 0, errors.New(catalog.L("{{.Given}} is no date and time", catalog.D{"Given": strconv.Quote(short(clean(value, false)))}))
}

// offset reads +0100 or -053000.
func offset(value string) (int64, error) {
	value = strings.TrimSpace(value)
	digits := strings.TrimLeft(value, "+-")
	n, err := strconv.Atoi(digits)
	if err != nil || len(value)-len(digits) > 1 || len(digits) != 4 && len(digits) != 6 {
		return 0, fmt.Errorf("%q is no offset", short(clean(value, false)))
	}
	if len(digits) == 4 {
		n *= 100
	}
	s := int64(n/10000*3600 + n/100%100*60 + n%100)
	if s > 26*3600 {
		return 0, fmt.Errorf("the offset %s is more than a day", value)
	}
	if strings.HasPrefix(value, "-") {
		s = -s
	}
	return s, nil
}

// begins are the times within a year at which the observance begins.
func (o observance) begins(year int) (out []Wall) {
	first, next := WallOf(year, time.January, 1, 0, 0, 0), WallOf(year+1, time.January, 1, 0, 0, 0)
	add := func(w Wall) bool {
		if w >= first && w < next {
			out = append(out, w)
		}
		return true
	}
	add(o.start)
	if o.ruled {
		o.rule.starts(o.start, max(first, o.start), next-1, time.UTC, add)
	}
	for _, w := range o.besides {
		add(w)
	}
	return out
}

// onset is when an offset begins to hold.
type onset struct {
	at  Wall
	off int64
}

// year are the onsets of a year, in order. They are looked for once.
func (z *zoneOffsets) year(year int) []onset {
	list, known := z.years[year]
	if known {
		return list
	}
	for _, o := range z.list {
		for _, w := range o.begins(year) {
			list = append(list, onset{w, o.to})
		}
	}
	slices.SortStableFunc(list, func(x, y onset) int { return cmp.Compare(x.at, y.at) })
	if z.years == nil {
		z.years = map[int][]onset{}
	}
	z.years[year] = list
	return list
}

// at is the offset at a wall, in seconds east of UTC.
func (z *zoneOffsets) at(w Wall) int64 {
	first := z.list[0]
	for _, o := range z.list {
		if o.start < first.start {
			first = o
		}
	}
	from, _, _ := first.start.Date()
	for year, _, _ := w.Date(); year >= from; year-- {
		for _, x := range slices.Backward(z.year(year)) {
			if x.at <= w {
				return x.off
			}
		}
	}
	return first.from
}

// like is the first of some zones that keeps the same hours in the year and a
// half around a wall, or empty.
func (z *zoneOffsets) like(w Wall, names []string) string {
	var walls []Wall
	var offsets []int64
	for d := -180; d <= 540; d += 12 {
		x := w.Midnight().AddDays(d) + 12*hour
		walls, offsets = append(walls, x), append(offsets, z.at(x))
	}
	// One that never changes is a zone of its own.
	same := true
	for _, o := range offsets {
		same = same && o == offsets[0]
	}
	if h := offsets[0] / 3600; same && offsets[0]%3600 == 0 && h >= -12 && h <= 14 {
		if h == 0 {
			return "UTC"
		}
		return fmt.Sprintf("Etc/GMT%+d", -h)
	}
next:
	for _, name := range names {
		zone, err := time.LoadLocation(name)
		if err != nil || name == "" || name == "Local" {
			continue
		}
		for i, x := range walls {
			if _, got := x.In(zone).Zone(); int64(got) != offsets[i] {
				continue next
			}
		}
		return zone.String()
	}
	return ""
}
