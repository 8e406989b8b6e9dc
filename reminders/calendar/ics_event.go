package calendar

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Our own properties, for what iCalendar has no place for.
const (
	propType      = "X-UNHUNCH-TYPE"
	propTherapist = "X-UNHUNCH-THERAPIST"
	propStatus    = "X-UNHUNCH-STATUS"
	propLeads     = "X-UNHUNCH-LEADS" // default or none: the alarms are not the person's own
)

// lineError is what is wrong with one line.
type lineError struct {
	n   int
	err error
}

func (e *lineError) Error() string { return e.err.Error() }
func (e *lineError) Unwrap() error { return e.err }

func at(l contentLine, err error) error {
	if err == nil {
		return nil
	}
	return &lineError{l.n, err}
}

// vevent is one event of a file as it was read.
type vevent struct {
	Event
	line   map[string]contentLine // the first of each name
	master bool                   // it is the series itself, or alone
	zone   *time.Location
	at     Wall // RECURRENCE-ID
	atDate bool // RECURRENCE-ID is a date alone
	later  bool // RANGE=THISANDFUTURE
	stamp  string
}

// once are the properties an event may have one of.
var once = []string{"UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID", "SUMMARY", "STATUS", "SEQUENCE"}

// event reads one event.
func (p *reading) event(c *component) (*vevent, error) {
	v := &vevent{line: map[string]contentLine{}, master: true}
	v.Line = c.begin
	a := &v.Appointment
	for _, l := range c.lines {
		if old, twice := v.line[l.name]; twice {
			if slices.Contains(once, l.name) && old.value != l.value {
				return v, at(l, fmt.Errorf("%s is there twice, and says different things", l.name))
			}
			continue
		}
		v.line[l.name] = l
	}
	if l, ok := v.line["EXRULE"]; ok {
		return v, at(l, errors.New(catalog.L("it leaves occurrences out by a rule (EXRULE), which calendars have given up")))
	}
	v.texts()
	if err := p.times(v); err != nil {
		return v, err
	}
	if err := p.series(v, c); err != nil {
		return v, err
	}
	if c.over > 0 {
		return v, at(contentLine{n: c.over}, errors.New(catalog.L("it has more than {{.Most}} lines", catalog.D{"Most": maxLines})))
	}
	p.alarms(v, c)
	v.stamp = firstOf(v.line, "LAST-MODIFIED", "DTSTAMP")
	a.Source = fingerprint(c)
	if a.UID == "" {
		// Without an id of its own it is known by what it says, so that it is
		// the same one the next time.
		a.UID = "ics-" + a.Source
	}
	*a = a.Tidy()
	checked := *a
	if !v.master && a.Start == v.at {
		// One that was only called off stands where the rule puts it, which
		// may be a time that does not exist.
		checked.Start = WallAt(a.Start.In(v.zone))
	}
	return v, v.blame(checked.Validate(p.o.Now))
}

func firstOf(lines map[string]contentLine, names ...string) string {
	for _, name := range names {
		if l, ok := lines[name]; ok {
			return l.value
		}
	}
	return ""
}

// fingerprint is of everything an event says, without what every export writes
// anew.
func fingerprint(c *component) string {
	h := sha256.New()
	for _, l := range c.lines {
		if l.name != "DTSTAMP" {
			fmt.Fprintf(h, "%s %q %q\n", l.name, l.params, l.value)
		}
	}
	for _, part := range c.parts {
		fmt.Fprintf(h, "%s %s\n", part.name, fingerprint(part))
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// texts reads what an event says in words.
func (v *vevent) texts() {
	a := &v.Appointment
	read := func(name string, most int) string {
		l, ok := v.line[name]
		if !ok {
			return ""
		}
		// What is far longer than is kept need not be looked at as a whole.
		const enough = 1 << 18 // bytes
		t := unescaped(l.value[:min(len(l.value), enough)])
		if name == "DESCRIPTION" {
			t = withoutTags(t)
		}
		t = clean(t, name == "DESCRIPTION")
		if utf8.RuneCountInString(t) > most {
			v.Notes = append(v.Notes, catalog.L("its {{.Name}} is cut to {{.Most}} characters", catalog.D{"Name": strings.ToLower(name), "Most": most}))
			t = string([]rune(t)[:most-1]) + "…"
		}
		return t
	}
	a.UID = clean(v.line["UID"].value, false)
	if len(a.UID) > MaxUID {
		sum := sha256.Sum256([]byte(a.UID))
		a.UID = "ics-" + hex.EncodeToString(sum[:12])
	}
	a.Title, a.Place, a.Notes = read("SUMMARY", MaxTitle), read("LOCATION", MaxTitle), read("DESCRIPTION", MaxNotes)
	a.Type, a.Therapist = read(propType, MaxTitle), read(propTherapist, MaxTitle)
	a.Sequence, _ = strconv.Atoi(strings.TrimSpace(v.line["SEQUENCE"].value))
	a.Sequence = min(max(a.Sequence, 0), 1<<30)
	a.Status = Planned
	if strings.EqualFold(strings.TrimSpace(v.line["STATUS"].value), "TENTATIVE") {
		v.Notes = append(v.Notes, catalog.L("it is not confirmed yet"))
	}
	if strings.EqualFold(strings.TrimSpace(v.line["STATUS"].value), "CANCELLED") {
		a.Status = Cancelled
	} else if own := Status(strings.TrimSpace(v.line[propStatus].value)); own.Known() {
		a.Status = own
	}
}

// times reads when an event is.
func (p *reading) times(v *vevent) error {
	a := &v.Appointment
	l, ok := v.line["DTSTART"]
	if !ok && (a.Status == Cancelled || p.method == "CANCEL") {
		// What is called off need not say when it would have been.
		for _, name := range []string{"DTSTAMP", "RECURRENCE-ID"} {
			if other, there := v.line[name]; there {
				l, ok = other, true
			}
		}
	}
	if !ok {
		return at(contentLine{n: v.Line}, errors.New(catalog.L("it does not say when it starts (DTSTART)")))
	}
	start, err := p.moment(l, l.value)
	if err != nil {
		return at(l, fmt.Errorf("%s: %w", catalog.L("the start"), err))
	}
	if v.zone, err = p.zoneOf(v, start); err != nil {
		return at(l, err)
	}
	a.Zone, a.Start, a.AllDay = v.zone.String(), start.in(v.zone), start.date
	return p.length(v, start)
}

// zoneOf is the zone an appointment is kept in.
func (p *reading) zoneOf(v *vevent, start moment) (*time.Location, error) {
	_, rule := v.line["RRULE"]
	_, dates := v.line["RDATE"]
	switch {
	case start.zone != "":
		return time.LoadLocation(start.zone)
	case start.custom != nil && (rule || dates):
		return nil, errors.New(catalog.L("it repeats in a time zone of its own that is none of the known ones"))
	case start.custom != nil:
		if off := start.custom.at(start.w); off%3600 == 0 && off >= -12*3600 && off <= 14*3600 && off != 0 {
			return time.LoadLocation(fmt.Sprintf("Etc/GMT%+d", -off/3600))
		}
		return time.LoadLocation("UTC")
	case start.utc && (rule || dates):
		return time.LoadLocation("UTC")
	case start.utc:
		// An instant: shown by the clock of the calendar it comes from.
		if name := zoneNamed(p.says); name != "" {
			return time.LoadLocation(name)
		}
	}
	return p.home()
}

// home is the person's zone, by a name others know.
func (p *reading) home() (*time.Location, error) {
	if name := p.o.Zone.String(); name != "Local" && name != "UTC" && name != "" {
		if z, err := time.LoadLocation(name); err == nil {
			return z, nil
		}
	}
	return time.LoadLocation("UTC")
}

// length reads how long an event is.
func (p *reading) length(v *vevent, start moment) error {
	a := &v.Appointment
	if l, ok := v.line["DTEND"]; ok {
		end, err := p.moment(l, l.value)
		if err != nil {
			return at(l, fmt.Errorf("%s: %w", catalog.L("the end"), err))
		}
		if end.date != start.date {
			return at(l, errors.New(catalog.L("of start and end, one is a date and the other a time")))
		}
		a.Length = end.in(v.zone).In(v.zone).Sub(a.Start.In(v.zone))
		if a.AllDay {
			a.Length = time.Duration(end.w-start.w) * time.Second
		}
		if end.utc && !a.AllDay {
			a.Length = time.Unix(int64(end.w), 0).Sub(a.Start.In(v.zone))
		}
		if a.Length < 0 {
			return at(l, errors.New(catalog.L("it ends before it starts")))
		}
	} else if l, ok := v.line["DURATION"]; ok {
		d, _, err := icsDuration(l.value)
		if err != nil || d < 0 {
			return at(l, fmt.Errorf("%q is no length of time", short(clean(l.value, false))))
		}
		a.Length = d
	}
	// What goes from midnight to midnight is meant as all day.
	if !a.AllDay && a.Start == a.Start.Midnight() && a.Length >= 23*time.Hour && WallAt(a.Start.In(v.zone).Add(a.Length)).sinceMidnight() == 0 {
		a.AllDay = true
		a.Length = time.Duration(WallAt(a.Start.In(v.zone).Add(a.Length))-a.Start) * time.Second
	}
	if a.Length == 0 {
		a.Length = p.o.Length
		if a.AllDay {
			a.Length = 24 * time.Hour
		} else if a.Status != Cancelled && p.method != "CANCEL" {
			v.Notes = append(v.Notes, catalog.L("it does not say how long it is; {{.Length}} are assumed", catalog.D{"Length": length(a.Length)}))
		}
	}
	return nil
}

// blame puts an error of Validate on the line it is about.
func (v *vevent) blame(err error) error {
	var f *FieldError
	if err == nil || !errors.As(err, &f) {
		return err
	}
	names := map[string][]string{
		"start": {"DTSTART"}, "zone": {"DTSTART"}, "length": {"DTEND", "DURATION", "DTSTART"}, "rule": {"RRULE"}, "exdates": {"EXDATE"},
		"rdates": {"RDATE"}, "uid": {"UID"}, "overrides": {"RDATE", "RECURRENCE-ID"},
	}
	problem := errors.New(f.Problem)
	if f.Field == "length" {
		problem = errors.New(f.Problem + "; " + f.Hint)
	}
	for _, name := range names[f.Field] {
		if l, ok := v.line[name]; ok {
			return at(l, problem)
		}
	}
	return at(contentLine{n: v.Line}, errors.New(f.Field+": "+f.Problem))
}
