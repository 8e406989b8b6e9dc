// Package calendar keeps massage appointments: when they are, how they repeat,
// what was moved or called off, and the iCalendar files they come from and go
// to.
//
// It is pure: the present comes in as an argument. An appointment is a clock
// time in a time zone, not an instant: one at 17:30 stays at 17:30 when the
// clocks change.
package calendar

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Status is what became of an appointment.
type Status string

// The statuses.
const (
	Planned   Status = "planned"
	Done      Status = "done"
	Cancelled Status = "cancelled"
	Missed    Status = "missed"
)

// Known tells whether it is one of them.
func (s Status) Known() bool {
	return s == Planned || s == Done || s == Cancelled || s == Missed
}

// Lead is how long before its start an appointment is announced: whole days
// by the calendar (the same clock time), or an elapsed length, never both.
type Lead struct {
	Days    int           `json:"days,omitempty"`
	Elapsed time.Duration `json:"elapsed,omitempty"` // nanoseconds in JSON
}

// String writes it as 1d or 2h30m.
func (l Lead) String() string {
	if l.Days > 0 {
		return strconv.Itoa(l.Days) + "d"
	}
	return length(l.Elapsed)
}

// ahead is about how long a lead is, to sort and bound it.
func (l Lead) ahead() time.Duration { return time.Duration(l.Days)*24*time.Hour + l.Elapsed }

// Appointment is one appointment, or a series of them.
type Appointment struct {
	UID       string
	Sequence  int // of the version, as iCalendar counts them
	Title     string
	Type      string // the kind of massage: an id of the library, or empty
	Therapist string // an id or a name, or empty
	Place     string
	Notes     string
	Start     Wall
	Zone      string        // the IANA name of the zone the clock of Start is in
	Length    time.Duration // elapsed; of an all-day one, whole days
	AllDay    bool          // Start is a midnight and says only the date
	Status    Status
	Leads     []Lead // nil means the settings'; empty means none

	Rule      string     // how it repeats: an RRULE of RFC 5545, or empty
	ExDates   []Wall     // starts by the rule that are left out
	RDates    []Wall     // starts besides those by the rule
	Overrides []Override // single occurrences that are different

	Source  string    // of an imported one: a fingerprint of what the file said
	Created time.Time // when it was entered here
	Updated time.Time // when it was last changed here
}

// Override is what is different about one occurrence of a series.
type Override struct {
	At     Wall          `json:"at"`              // the start that the rule gives it
	Start  Wall          `json:"start"`           // the start it has
	Length time.Duration `json:"length"`          // nanoseconds in JSON
	Status Status        `json:"status"`          //
	Title  string        `json:"title,omitempty"` // empty means the series'
	Place  string        `json:"place,omitempty"` // empty means the series'
	Notes  string        `json:"notes,omitempty"` // empty means the series'
}

// Repeats tells whether there may be more than one occurrence.
func (a Appointment) Repeats() bool { return a.Rule != "" || len(a.RDates) > 0 }

// Location is its time zone.
func (a Appointment) Location() (*time.Location, error) { return time.LoadLocation(a.Zone) }

// Tidy is the appointment as it is kept: texts without blanks around them and
// without control characters, lists sorted and each entry once.
func (a Appointment) Tidy() Appointment {
	a.UID = clean(a.UID, false)
	a.Title, a.Place = clean(a.Title, false), clean(a.Place, false)
	a.Type, a.Therapist = clean(a.Type, false), clean(a.Therapist, false)
	a.Notes = clean(a.Notes, true)
	if a.Zone == "Etc/UTC" || a.Zone == "" {
		a.Zone = "UTC"
	}
	if a.Status == "" {
		a.Status = Planned
	}
	if r, err := ParseRule(a.Rule); err == nil && r.fits(a.Start) == nil {
		if zone, err := a.Location(); err == nil {
			a.Rule = r.canonical(a.AllDay, zone).String()
		}
	}
	a.ExDates, a.RDates = sorted(a.ExDates), sorted(a.RDates)
	if a.Leads != nil {
		leads := []Lead{}
		for _, l := range a.Leads {
			if !slices.Contains(leads, l) {
				leads = append(leads, l)
			}
		}
		slices.SortStableFunc(leads, func(x, y Lead) int { return int(y.ahead()/time.Second - x.ahead()/time.Second) })
		a.Leads = leads
	}
	var overrides []Override
	for _, o := range a.Overrides {
		o.Title, o.Place, o.Notes = clean(o.Title, false), clean(o.Place, false), clean(o.Notes, true)
		if o.Status == "" {
			o.Status = Planned
		}
		for _, text := range []struct{ own, series *string }{{&o.Title, &a.Title}, {&o.Place, &a.Place}, {&o.Notes, &a.Notes}} {
			if *text.own == *text.series {
				*text.own = ""
			}
		}
		// The later one of an occurrence counts.
		overrides = slices.DeleteFunc(overrides, func(x Override) bool { return x.At == o.At })
		overrides = append(overrides, o)
	}
	slices.SortFunc(overrides, func(x, y Override) int { return int(x.At - y.At) })
	a.Overrides = overrides
	return a
}

func sorted(list []Wall) []Wall {
	if len(list) == 0 {
		return nil
	}
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

// clean makes a text that plays no tricks on the terminal it is listed on.
func clean(text string, lines bool) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "�"), "\r\n", "\n")
	text = strings.Map(func(r rune) rune {
		switch {
		case lines && (r == '\n' || r == '\t'):
			return r
		case r == '\n', r == '\t', r == '\r', r == '\u2028', r == '\u2029':
			return ' '
		case unicode.IsControl(r), r >= '\u202a' && r <= '\u202e': // the latter turn the line round
			return -1
		}
		return r
	}, text)
	return strings.TrimSpace(text)
}

// short is a text from outside, short enough for a message.
func short(text string) string {
	const most = 60
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most]) + "…"
}

// length writes a length of time as 1h30m.
func length(d time.Duration) string {
	text := d.String()
	if strings.HasSuffix(text, "m0s") {
		text = strings.TrimSuffix(text, "0s")
	}
	if strings.HasSuffix(text, "h0m") {
		text = strings.TrimSuffix(text, "0m")
	}
	return text
}
