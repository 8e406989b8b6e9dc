package calendar

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// moment is a date or a date and time as a calendar file writes it.
type moment struct {
	w      Wall
	date   bool
	utc    bool
	zone   string       // the IANA name; empty where none is given
	custom *zoneOffsets // a zone the file defines that is none of IANA
}

// moment reads one value of a dated line.
func (p *reading) moment(l contentLine, value string) (moment, error) {
	var m moment
	value = compact(strings.TrimSpace(value))
	ahead := int64(0) // of UTC, where it says so
	if len(value) == 20 && (value[15] == '+' || value[15] == '-') {
		var err error
		if ahead, err = offset(value[15:]); err != nil {
			return m, err
		}
		value = value[:15] + "Z"
	}
	switch {
	case len(value) == 8:
		m.date = true
	case len(value) == 16 && (value[15] == 'Z' || value[15] == 'z'):
		m.utc, value = true, value[:15]
	case len(value) != 15:
		return m, errors.New(catalog.L("{{.Given}} is no date and time", catalog.D{"Given": strconv.Quote(short(clean(value, false)))}))
	}
	form := "20060102T150405"
	if m.date {
		form = "20060102"
	}
	leap := strings.HasSuffix(value, "60") && !m.date
	if leap {
		value = value[:13] + "59"
	}
	t, err := time.Parse(form, strings.ToUpper(value))
	if err != nil {
		return m, errors.New(catalog.L("{{.Given}} is no date and time", catalog.D{"Given": strconv.Quote(short(clean(value, false)))}))
	}
	if y := t.Year(); y < MinYear || y > MaxYear {
		return m, errors.New(catalog.L("the year {{.Year}} is out of reach; years from {{.From}} to {{.To}} are known", catalog.D{"Year": y, "From": MinYear, "To": MaxYear}))
	}
	m.w = Wall(t.Unix() - ahead)
	if id := l.param("TZID"); id != "" && !m.date && !m.utc {
		found := p.zone(id, m.w)
		if found.err != nil {
			return m, found.err
		}
		m.zone, m.custom = found.name, found.custom
	}
	return m, nil
}

// compact is a date and time without the dashes and colons that some programs
// put into it, and with the seconds that some leave out.
func compact(value string) string {
	if len(value) > 8 && value[4] == '-' && value[7] == '-' {
		value = value[:4] + value[5:7] + strings.ReplaceAll(value[8:], ":", "")
	}
	if clock, utc := strings.CutSuffix(strings.ToUpper(value), "Z"); len(clock) == 13 && clock[8] == 'T' {
		value = clock + "00"
		if utc {
			value += "Z"
		}
	}
	return value
}

// in is what the clock of an appointment in that zone shows then. A date and a
// time without a zone are by that clock already.
func (m moment) in(zone *time.Location) Wall {
	switch {
	case m.utc:
		return WallAt(time.Unix(int64(m.w), 0).In(zone))
	case m.custom != nil:
		return WallAt(time.Unix(int64(m.w)-m.custom.at(m.w), 0).In(zone))
	case m.zone != "" && m.zone != zone.String():
		if other, err := time.LoadLocation(m.zone); err == nil {
			return WallAt(m.w.In(other).In(zone))
		}
	}
	return m.w
}

// icsDuration reads a length as RFC 5545 writes it: -P1DT2H, PT30M, P2W. days
// is set where it names whole days or weeks only.
func icsDuration(text string) (d time.Duration, days bool, err error) {
	bad := fmt.Errorf("%q is no length of time", short(clean(text, false)))
	rest := strings.ToUpper(strings.TrimSpace(text))
	minus := strings.HasPrefix(rest, "-")
	rest, ok := strings.CutPrefix(strings.TrimLeft(rest, "+-"), "P")
	if !ok || rest == "" {
		return 0, false, bad
	}
	days = true
	clock := false
	for rest != "" {
		if rest[0] == 'T' && !clock {
			clock, rest = true, rest[1:]
			continue
		}
		i := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
		if i <= 0 || i > 9 {
			return 0, false, bad
		}
		n, _ := strconv.Atoi(rest[:i])
		unit := map[byte]time.Duration{'W': 7 * 24 * time.Hour, 'D': 24 * time.Hour, 'H': time.Hour, 'M': time.Minute, 'S': time.Second}[rest[i]]
		if unit == 0 || clock == (unit >= 24*time.Hour) || n > int(math.MaxInt64/4/unit) || d > math.MaxInt64/4 {
			return 0, false, bad
		}
		d += time.Duration(n) * unit
		days = days && (unit >= 24*time.Hour || n == 0)
		rest = rest[i+1:]
	}
	if minus {
		d = -d
	}
	return d, days, nil
}
