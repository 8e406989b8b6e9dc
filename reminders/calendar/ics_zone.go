package calendar

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// zoneFound is what a zone's name in a calendar file means.
type zoneFound struct {
	name   string       // the IANA name
	custom *zoneOffsets // where it is none of IANA's
	err    error
}

// maxZones is how many time zones one file may name, right or wrong.
const maxZones = 100

// maxSearches is how many zones of one file are compared with all known ones.
const maxSearches = 30

// zone resolves a name in a file: IANA's own, also behind the prefixes that
// Evolution and Thunderbird put before them; Windows' names; and zones the
// file itself defines, by comparing the hours they keep around a wall.
func (p *reading) zone(id string, w Wall) zoneFound {
	id = strings.TrimSpace(id)
	if found, ok := p.resolved[id]; ok {
		return found
	}
	if len(p.resolved) >= maxZones {
		return zoneFound{err: errors.New(catalog.L("the file names more than {{.Most}} time zones", catalog.D{"Most": maxZones}))}
	}
	found := p.findZone(id, w)
	p.resolved[id] = found
	return found
}

func (p *reading) findZone(id string, w Wall) zoneFound {
	if name := zoneNamed(id); name != "" {
		return zoneFound{name: name}
	}
	def, ok := p.zones[id]
	if name := plainZone(id); !ok && name != "" {
		return zoneFound{name: name}
	}
	if !ok {
		return zoneFound{err: errors.New(catalog.L("the time zone {{.Given}} is unknown, and the file does not say what it is", catalog.D{"Given": strconv.Quote(short(clean(id, false)))}))}
	}
	if l, ok := def.first("X-LIC-LOCATION"); ok {
		if name := zoneNamed(unescaped(l.value)); name != "" {
			return zoneFound{name: name}
		}
	}
	z, err := readOffsets(def)
	if err != nil {
		return zoneFound{err: fmt.Errorf("the time zone %q cannot be read: %w", short(clean(id, false)), err)}
	}
	// One of many changes takes as much work as several of few.
	if p.searched += 1 + len(z.list)/50; p.searched > maxSearches {
		return zoneFound{err: fmt.Errorf("the file defines more than %d time zones of its own", maxSearches)}
	}
	if name := z.like(w, append([]string{p.o.Zone.String(), p.says}, usualZones()...)); name != "" {
		return zoneFound{name: name}
	}
	return zoneFound{custom: z}
}

// zoneNamed is the IANA name of a zone, or empty.
func zoneNamed(id string) string {
	id = strings.Trim(id, " /\"")
	if id == "" || len(id) > 200 || id == "Local" {
		return ""
	}
	if name := windowsZone(id); name != "" {
		return name
	}
	switch strings.ToUpper(id) {
	case "UTC", "GMT", "Z", "UCT", "ZULU", "ETC/UTC", "UTC+00:00", "GMT+0":
		return "UTC"
	}
	for rest := id; ; {
		// Names have a place in them; short ones such as EST mean different
		// things to different people.
		if n := strings.Count(rest, "/"); n == 1 || n == 2 {
			if z, err := time.LoadLocation(rest); err == nil {
				return z.String()
			}
		}
		_, after, ok := strings.Cut(rest, "/")
		if !ok {
			return ""
		}
		rest = after
	}
}

// plainZone reads names that need what the file says of them, if it does: CET,
// and offsets as UTC+01:00. It is the IANA name, or empty.
func plainZone(id string) string {
	if rest, ok := strings.CutPrefix(id, "tzone://Microsoft/"); ok && strings.EqualFold(rest, "UTC") {
		return "UTC"
	}
	if name := shownZone(id); name != "" {
		return name
	}
	digits := strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(strings.ToUpper(id), "UTC"), "GMT"), " ")
	if strings.HasPrefix(digits, "+") || strings.HasPrefix(digits, "-") {
		h, m, _ := strings.Cut(digits[1:], ":")
		if len(h) == 4 && m == "" {
			h, m = h[:2], h[2:]
		}
		n, err := strconv.Atoi(h)
		if err != nil || strings.Trim(m, "0") != "" || n > 14 || digits[0] == '-' && n > 12 {
			return ""
		}
		if digits[0] == '+' {
			n = -n
		}
		if n == 0 {
			return "UTC"
		}
		return fmt.Sprintf("Etc/GMT%+d", n)
	}
	if id == "" || id == "Local" || strings.ContainsAny(id, "/\\") {
		return ""
	}
	if z, err := time.LoadLocation(id); err == nil {
		return z.String()
	}
	return ""
}

// shownZone reads a zone as Windows shows it to people, as (UTC+01:00) Amsterdam,
// Berlin, Bern: by the first place that a known zone is named after and that has
// that offset. It is the IANA name, or empty.
func shownZone(id string) string {
	offsetText, places, ok := strings.Cut(strings.TrimPrefix(id, "("), ")")
	if !ok || !strings.HasPrefix(id, "(UTC") && !strings.HasPrefix(id, "(GMT") {
		return ""
	}
	off := int64(0)
	if text := strings.NewReplacer(":", "", ".", "").Replace(strings.TrimSpace(offsetText[3:])); text != "" {
		var err error
		if off, err = offset(text); err != nil {
			return ""
		}
	}
	for _, place := range strings.SplitN(strings.ReplaceAll(places, "/", ","), ",", 10) {
		place = strings.ReplaceAll(strings.TrimSpace(place), " ", "_")
		for _, name := range append(usualZones(), "Europe/"+place, "America/"+place, "Asia/"+place) {
			if !strings.HasSuffix(name, "/"+place) || place == "" {
				continue
			}
			if zone, err := time.LoadLocation(name); err == nil && standardOffset(zone) == off {
				return name
			}
		}
	}
	return ""
}

// standardOffset is how far a zone's clocks are ahead of UTC without summer time,
// in seconds.
func standardOffset(zone *time.Location) int64 {
	_, a := time.Date(2026, time.January, 1, 12, 0, 0, 0, zone).Zone()
	_, b := time.Date(2026, time.July, 1, 12, 0, 0, 0, zone).Zone()
	return int64(min(a, b))
}
