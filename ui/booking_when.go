package ui

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
)

// Days as people write them: with the year first, with dots, and with strokes
// in the order of the person's country. The year may be left out.
var (
	isoDay    = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?$`)
	dottedDay = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2})?)?$`)
	localDay  = regexp.MustCompile(`^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}|\d{2}))?$`)
	clockTime = regexp.MustCompile(`^(\d{1,2})(?:[:.h]?(\d{2})|h)?(am|pm)?$`)
)

// dayHint is how to write a day.
func dayHint(monthFirst bool) string {
	if monthFirst {
		return catalog.L("write it as 2026-11-26 or 11/26/2026")
	}
	return catalog.L("write it as 2026-11-26 or 26.11.2026")
}

// parseDay reads a day: 2026-11-26, 26.11.2026, 26/11 and the like, today or
// tomorrow. Without a year it is the next such day. The error is a
// *calendar.FieldError of the date.
func parseDay(text string, monthFirst bool, now time.Time) (calendar.Wall, error) {
	bad := func(problem string) (calendar.Wall, error) {
		return 0, &calendar.FieldError{Field: "date", Problem: problem, Hint: dayHint(monthFirst)}
	}
	today := calendar.WallAt(now).Midnight()
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return bad(catalog.L("the day is missing"))
	case strings.EqualFold(text, catalog.L("today")):
		return today, nil
	case strings.EqualFold(text, catalog.L("tomorrow")):
		return today.AddDays(1), nil
	}
	wrong := catalog.L("{{.Given}} is not a day", catalog.D{"Given": fmt.Sprintf("%.40q", text)})
	var year, first, second string
	compact := strings.Join(strings.Fields(text), "")
	if m := isoDay.FindStringSubmatch(compact); m != nil {
		year, first, second = m[1], m[3], m[2]
	} else if m := dottedDay.FindStringSubmatch(compact); m != nil {
		year, first, second = m[3], m[1], m[2]
	} else if m := localDay.FindStringSubmatch(compact); m != nil {
		year, first, second = m[3], m[1], m[2]
		if monthFirst {
			first, second = m[2], m[1]
		}
	} else {
		return bad(wrong)
	}
	d, _ := strconv.Atoi(first) // digits, by the patterns
	month, _ := strconv.Atoi(second)
	if year == "" {
		thisYear, _, _ := today.Date()
		for y := thisYear; y <= thisYear+8; y++ { // the 29th of February may be far
			if w, ok := dayOf(y, month, d); ok && w >= today {
				return w, nil
			}
		}
		return bad(wrong)
	}
	y, _ := strconv.Atoi(year)
	if len(year) == 2 {
		y += 2000
	}
	w, ok := dayOf(y, month, d)
	switch {
	case !ok:
		return bad(wrong)
	case y < calendar.MinYear || y > calendar.MaxYear:
		return bad(catalog.L("the year {{.Year}} is out of reach", catalog.D{"Year": strconv.Itoa(y)}))
	}
	return w, nil
}

// dayOf is a day of the calendar, and false where there is none.
func dayOf(y, month, d int) (calendar.Wall, bool) {
	w := calendar.WallOf(y, time.Month(month), d, 0, 0, 0)
	gotY, gotM, gotD := w.Date()
	return w, gotY == y && int(gotM) == month && gotD == d
}

// parseClock reads a time of day as people write it, 17:30, 17.30, 1730, 17h or
// 5:30 pm, and returns the seconds since midnight as a wall. The error is a
// *calendar.FieldError of the time.
func parseClock(text string) (calendar.Wall, error) {
	bad := func(problem string) (calendar.Wall, error) {
		return 0, &calendar.FieldError{Field: "time", Problem: problem, Hint: catalog.L("write it as 17:30 or 5:30 pm")}
	}
	if strings.TrimSpace(text) == "" {
		return bad(catalog.L("the time is missing"))
	}
	wrong := catalog.L("{{.Given}} is not a time of day", catalog.D{"Given": fmt.Sprintf("%.40q", strings.TrimSpace(text))})
	compact := strings.ToLower(strings.Join(strings.Fields(text), ""))
	compact = strings.NewReplacer("a.m.", "am", "p.m.", "pm").Replace(compact)
	m := clockTime.FindStringSubmatch(compact)
	if m == nil {
		return bad(wrong)
	}
	h, _ := strconv.Atoi(m[1]) // digits, by the pattern
	minute := 0
	if m[2] != "" {
		minute, _ = strconv.Atoi(m[2])
	}
	if half := m[3]; half != "" {
		if h < 1 || h > 12 {
			return bad(wrong)
		}
		if h %= 12; half == "pm" {
			h += 12
		}
	}
	if h > 23 || minute > 59 {
		return bad(wrong)
	}
	return calendar.WallOf(1970, time.January, 1, h, minute, 0), nil
}

// clockOf is the time of day of a wall, as 17:30 or 5:30 PM.
func clockOf(w calendar.Wall) string { return clock(timeOf(w)) }

// dayText is a day as it stands in its field.
func dayText(w calendar.Wall) string { return timeOf(w).Format(time.DateOnly) }

// timeOf is a wall as a time of UTC, to write it.
func timeOf(w calendar.Wall) time.Time { return time.Unix(int64(w), 0).UTC() }
