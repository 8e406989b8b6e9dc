package calendar

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// part reads one part of a rule.
func (r *Rule) part(name, value string) (err error) {
	switch name {
	case "FREQ":
		f, ok := frequencies[value]
		if !ok {
			return badRule(fmt.Sprintf("FREQ=%s cannot be used", short(value)), "appointments repeat DAILY, WEEKLY, MONTHLY or YEARLY")
		}
		r.freq = f
	case "INTERVAL":
		r.interval, err = number(name, value, 1, maxInterval)
	case "COUNT":
		r.count, err = number(name, value, 1, maxCount)
	case "UNTIL":
		err = r.readUntil(value)
	case "WKST":
		r.weekStart, err = dayOfWeek(value)
	case "BYDAY":
		err = r.readDays(value)
	case "BYMONTH":
		r.byMonth, err = numbers(name, value, 12, false)
	case "BYMONTHDAY":
		r.byMonthDay, err = numbers(name, value, 31, true)
	case "BYYEARDAY":
		r.byYearDay, err = numbers(name, value, 366, true)
	case "BYWEEKNO":
		r.byWeekNo, err = numbers(name, value, 53, true)
	case "BYSETPOS":
		r.bySetPos, err = numbers(name, value, 366, true)
	case "BYHOUR":
		r.clock[0], err = number(name, value, 0, 23)
	case "BYMINUTE":
		r.clock[1], err = number(name, value, 0, 59)
	case "BYSECOND":
		r.clock[2], err = number(name, value, 0, 59)
	default:
		return badRule(fmt.Sprintf("%s cannot be used", short(name)), "use FREQ, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTH, BYMONTHDAY, BYYEARDAY, BYWEEKNO and BYSETPOS")
	}
	return err
}

func number(name, value string, least, most int) (int, error) {
	if strings.HasPrefix(name, "BY") && strings.Contains(value, ",") {
		return 0, badRule(fmt.Sprintf("%s=%s names more than one time a day", name, short(value)), "use a series for each")
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < least || n > most {
		return 0, badRule(fmt.Sprintf("%s=%s is not from %d to %d", name, short(value), least, most), "check the number")
	}
	return n, nil
}

// numbers reads a list without 0, sorted, each once.
func numbers(name, value string, most int, backwards bool) ([]int, error) {
	var list []int
	least := 1
	if backwards {
		least = -most
	}
	for word := range strings.SplitSeq(value, ",") {
		n, err := number(name, word, least, most)
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return nil, badRule(name+"=0 names nothing", "count from 1")
		}
		list = append(list, n)
	}
	slices.Sort(list)
	return slices.Compact(list), nil
}

var dayNames = [7]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

func dayOfWeek(name string) (time.Weekday, error) {
	if i := slices.Index(dayNames[:], name); i >= 0 {
		return time.Weekday(i), nil
	}
	return 0, badRule(fmt.Sprintf("%q is no day of the week", short(name)), "use MO, TU, WE, TH, FR, SA or SU")
}

func (r *Rule) readDays(value string) error {
	for word := range strings.SplitSeq(value, ",") {
		if len(word) < 2 {
			return badRule(fmt.Sprintf("BYDAY=%s names no day", short(value)), "write it as BYDAY=MO,TH")
		}
		d, err := dayOfWeek(word[len(word)-2:])
		if err != nil {
			return err
		}
		n := 0
		if place := word[:len(word)-2]; place != "" {
			if n, err = strconv.Atoi(place); err != nil || n == 0 || n < -53 || n > 53 {
				return badRule(fmt.Sprintf("BYDAY=%s: there is no such week", short(word)), "count weeks from 1, or from -1 at the end")
			}
		}
		if w := (weekday{n, d}); !slices.Contains(r.byDay, w) {
			r.byDay = append(r.byDay, w)
		}
	}
	return nil
}

func (r *Rule) readUntil(value string) error {
	for form, kind := range map[string]untilKind{"20060102": untilDate, "20060102T150405": untilWall, "20060102T150405Z": untilInstant} {
		if t, err := time.Parse(form, value); err == nil {
			if y := t.Year(); y < MinYear {
				return badRule(fmt.Sprintf("UNTIL=%s is out of reach", short(value)), "check the year")
			}
			r.until, r.untilIs = Wall(t.Unix()), kind
			return nil
		}
	}
	return badRule(fmt.Sprintf("UNTIL=%s is no date", short(value)), "write it as UNTIL=20261231 or UNTIL=20261231T170000Z")
}
