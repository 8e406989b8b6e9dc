package reminders

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// TimeOfDay is a local clock time, in seconds since midnight: 0 to 86400,
// where 86400 (24:00) is only of use as the end of a window.
type TimeOfDay int

// Clock makes a TimeOfDay from hours, minutes and seconds.
func Clock(h, m, s int) TimeOfDay { return TimeOfDay(h*3600 + m*60 + s) }

// String writes it as 09:30, with seconds only where it has some.
func (t TimeOfDay) String() string {
	h, m, s := int(t)/3600, int(t)/60%60, int(t)%60
	if s != 0 {
		return fmt.Sprintf("%02d:%02d:%02d", h, m, s)
	}
	return fmt.Sprintf("%02d:%02d", h, m)
}

// ParseTimeOfDay reads 09:30 or 09:30:15. 24:00 is accepted.
func ParseTimeOfDay(s string) (TimeOfDay, error) {
	bad := fmt.Errorf("%q is not a time of day (write it as 18:30)", s)
	parts := strings.Split(s, ":")
	if len(parts) < 2 || len(parts) > 3 {
		return 0, bad
	}
	n := [3]int{}
	for i, p := range parts {
		if len(p) == 0 || len(p) > 2 || (i > 0 && len(p) != 2) {
			return 0, bad
		}
		for _, r := range p {
			if r < '0' || r > '9' {
				return 0, bad
			}
		}
		n[i], _ = strconv.Atoi(p)
	}
	t := Clock(n[0], n[1], n[2])
	if n[1] > 59 || n[2] > 59 || t > Clock(24, 0, 0) {
		return 0, bad
	}
	return t, nil
}

// ErrTooLong says that a length of time is over what ParseDuration reads.
var ErrTooLong = errors.New("is too long")

// ParseDuration reads lengths of time as people write them: 10m, 1h30m, 45s,
// 2d. A day is 24 hours. A number without a unit, a negative length and one
// over ten years, which is ErrTooLong, are refused.
func ParseDuration(s string) (time.Duration, error) {
	const limit = 3660 * 24 * time.Hour
	in := s
	if strings.HasPrefix(s, "-") {
		return 0, fmt.Errorf("%q is negative; a length of time must not be", in)
	}
	if s == "" {
		return 0, errors.New("a length of time is missing (write it as 10m or 1h30m)")
	}
	bad := fmt.Errorf("%q is not a length of time (write it as 10m or 1h30m)", in)
	var total time.Duration
	last := time.Duration(math.MaxInt64)
	for s != "" {
		i := 0
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		if i == 0 || i > 9 {
			return 0, bad
		}
		n, _ := strconv.Atoi(s[:i])
		s = s[i:]
		if s == "" {
			return 0, fmt.Errorf("%q has no unit (write it as 10m, 90s or 1h30m)", in)
		}
		unit, width := unitOf(s)
		if unit == 0 || unit >= last {
			return 0, bad
		}
		if time.Duration(n) > limit/unit {
			return 0, fmt.Errorf("%q %w", in, ErrTooLong)
		}
		total += time.Duration(n) * unit
		last = unit
		s = s[width:]
	}
	if total > limit {
		return 0, fmt.Errorf("%q %w", in, ErrTooLong)
	}
	return total, nil
}

func unitOf(s string) (time.Duration, int) {
	for _, u := range []struct {
		word string
		unit time.Duration
	}{
		{"min", time.Minute}, {"d", 24 * time.Hour}, {"h", time.Hour}, {"m", time.Minute}, {"s", time.Second},
	} {
		if strings.HasPrefix(s, u.word) {
			return u.unit, len(u.word)
		}
	}
	return 0, 0
}

// FormatDuration writes a length of time so that ParseDuration reads it
// back: 90s is "1m30s", two days are "48h". Fractions of a second are dropped.
func FormatDuration(d time.Duration) string {
	sec := int64(d / time.Second)
	if sec <= 0 {
		return "0s"
	}
	var b strings.Builder
	if h := sec / 3600; h > 0 {
		fmt.Fprintf(&b, "%dh", h)
	}
	if m := sec / 60 % 60; m > 0 {
		fmt.Fprintf(&b, "%dm", m)
	}
	if s := sec % 60; s > 0 {
		fmt.Fprintf(&b, "%ds", s)
	}
	return b.String()
}

// ParseLead reads how long before its start an appointment is announced: 1d
// means the same clock time a day earlier, 2h and 30m mean elapsed time.
func ParseLead(s string) (Lead, error) {
	d, err := ParseDuration(s)
	if err != nil {
		return Lead{}, err
	}
	if d == 0 {
		return Lead{}, fmt.Errorf("%q is no lead time", s)
	}
	if n, ok := strings.CutSuffix(s, "d"); ok {
		days, err := strconv.Atoi(n)
		if err != nil {
			return Lead{}, fmt.Errorf("%q is not a lead time (write it as 1d or 2h)", s)
		}
		return Lead{Days: days}, nil
	}
	if strings.Contains(s, "d") {
		return Lead{}, fmt.Errorf("%q mixes days and hours; use one of them (1d or 26h)", s)
	}
	return Lead{Elapsed: d}, nil
}

// String writes the lead so that ParseLead reads it back.
func (l Lead) String() string {
	if l.Days > 0 {
		return strconv.Itoa(l.Days) + "d"
	}
	return FormatDuration(l.Elapsed)
}

// Weekdays is a set of days of the week.
type Weekdays uint8

// EveryDay holds all seven.
const EveryDay Weekdays = 0x7f

var dayNames = [7]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// week lists the days in the order a person reads them.
var week = [7]time.Weekday{1, 2, 3, 4, 5, 6, 0}

// Days makes a set.
func Days(days ...time.Weekday) Weekdays {
	var w Weekdays
	for _, d := range days {
		w |= 1 << d
	}
	return w
}

// Has tells whether the day is in the set.
func (w Weekdays) Has(d time.Weekday) bool { return w&(1<<d) != 0 }

// ParseWeekdays reads mon-fri, mon,wed,fri, sat-mon or daily.
func ParseWeekdays(s string) (Weekdays, error) {
	bad := fmt.Errorf("%q names no days of the week (write mon-fri, or sat,sun)", s)
	if l := strings.ToLower(s); l == "daily" || l == "always" {
		return EveryDay, nil
	}
	var w Weekdays
	for part := range strings.SplitSeq(strings.ToLower(s), ",") {
		from, to, ranged := strings.Cut(strings.TrimSpace(part), "-")
		if !ranged {
			to = from
		}
		a, b := dayIndex(from), dayIndex(to)
		if a < 0 || b < 0 {
			return 0, bad
		}
		for i := a; ; i = (i + 1) % 7 {
			w |= 1 << week[i]
			if i == b {
				break
			}
		}
	}
	return w, nil
}

// dayIndex is the day's place in week, or -1.
func dayIndex(s string) int {
	for i, d := range week {
		if s == dayNames[d] {
			return i
		}
	}
	return -1
}

// String writes the set so that ParseWeekdays reads it back: runs of three or
// more days as mon-fri, others as a list.
func (w Weekdays) String() string {
	if w&EveryDay == EveryDay {
		return "daily"
	}
	var parts []string
	for i := 0; i < 7; {
		if !w.Has(week[i]) {
			i++
			continue
		}
		j := i
		for j+1 < 7 && w.Has(week[j+1]) {
			j++
		}
		switch {
		case j-i >= 2:
			parts = append(parts, dayNames[week[i]]+"-"+dayNames[week[j]])
		case j-i == 1:
			parts = append(parts, dayNames[week[i]], dayNames[week[j]])
		default:
			parts = append(parts, dayNames[week[i]])
		}
		i = j + 1
	}
	return strings.Join(parts, ",")
}
