package calendar

import (
	"fmt"
	"slices"
	"time"
	"unicode"
	"unicode/utf8"
)

// What an appointment may be at most, and at least.
const (
	MinLength = 5 * time.Minute
	MaxLength = 12 * time.Hour
	MaxDays   = 14 // of an all-day one

	MaxTitle     = 200  // characters, as for the type, the therapist and the place
	MaxNotes     = 4000 // characters
	MaxUID       = 255  // bytes
	MaxLeads     = 10
	MaxLead      = 28 * 24 * time.Hour
	MaxExDates   = 1000 // as for additional dates
	MaxOverrides = 500

	MinYear = 1900
	MaxYear = 2199
)

// FieldError says which field of an appointment is wrong, why, and what to do.
type FieldError struct {
	Field   string // its name in JSON: title, start, zone, length, …
	Problem string
	Hint    string
}

// Error puts it in one line.
func (e *FieldError) Error() string {
	return fmt.Sprintf("%s: %s; hint: %s", e.Field, e.Problem, e.Hint)
}

// Validate tells what is wrong with an appointment entered at now: the first
// thing, as a *FieldError.
func (a Appointment) Validate(now time.Time) error {
	for _, check := range []func() error{a.checkTexts, a.checkTime, a.checkLeads, a.checkSeries} {
		if err := check(); err != nil {
			return err
		}
	}
	if a.Created.After(now.Add(48 * time.Hour)) {
		return &FieldError{"created", "it is in the future", "check the clock"}
	}
	return nil
}

func (a Appointment) checkTexts() error {
	switch {
	case a.UID == "":
		return &FieldError{"uid", "it is missing", "give it an id of its own"}
	case len(a.UID) > MaxUID:
		return &FieldError{"uid", fmt.Sprintf("it is longer than %d bytes", MaxUID), "shorten it"}
	case a.Sequence < 0 || a.Sequence > 1<<30:
		return &FieldError{"sequence", fmt.Sprintf("%d is no version", a.Sequence), "count versions from 0"}
	case !a.Status.Known():
		return &FieldError{"status", fmt.Sprintf("%q is unknown", short(string(a.Status))), "use planned, done, cancelled or missed"}
	}
	for _, f := range []struct {
		name, text string
		most       int
	}{{"uid", a.UID, MaxUID}, {"title", a.Title, MaxTitle}, {"type", a.Type, MaxTitle}, {"therapist", a.Therapist, MaxTitle}, {"place", a.Place, MaxTitle}, {"notes", a.Notes, MaxNotes}} {
		if err := checkText(f.name, f.text, f.most); err != nil {
			return err
		}
	}
	return nil
}

func checkText(field, text string, most int) error {
	if !utf8.ValidString(text) {
		return &FieldError{field, "it is not text in UTF-8", "type it again"}
	}
	if n := utf8.RuneCountInString(text); n > most {
		return &FieldError{field, fmt.Sprintf("it has %d characters, and %d are the most", n, most), "shorten it"}
	}
	for _, r := range text {
		if unicode.IsControl(r) && (field != "notes" || r != '\n' && r != '\t') {
			return &FieldError{field, fmt.Sprintf("it holds the control character %U", r), "remove it"}
		}
	}
	return nil
}

func (a Appointment) checkTime() error {
	zone, err := a.Location()
	if err != nil || a.Zone == "" || a.Zone == "Local" {
		return &FieldError{"zone", fmt.Sprintf("%q is no time zone", short(a.Zone)), "use a name such as Europe/Berlin"}
	}
	if err := checkStart("start", a.Start, zone, a.AllDay); err != nil {
		return err
	}
	return checkLength(a.Length, a.AllDay)
}

// checkStart tells whether somebody can be there at that time.
func checkStart(field string, at Wall, zone *time.Location, allDay bool) error {
	if y, _, _ := at.Date(); y < MinYear || y > MaxYear {
		return &FieldError{field, fmt.Sprintf("the year %d is out of reach", y), fmt.Sprintf("use a year from %d to %d", MinYear, MaxYear)}
	}
	if allDay {
		if at != at.Midnight() {
			return &FieldError{field, "something that takes all day has a clock time", "give the date alone"}
		}
		return nil
	}
	if !at.Exists(zone) {
		next := at.In(zone)
		return &FieldError{
			field, fmt.Sprintf("there is no %s in %s: the clocks are put forward then", at, zone),
			"the next time there is is " + next.Format("15:04"),
		}
	}
	return nil
}

func checkLength(d time.Duration, allDay bool) error {
	switch {
	case d < 0:
		return &FieldError{"length", "it ends before it starts", "check both times"}
	case allDay && (d < 24*time.Hour || d%(24*time.Hour) != 0):
		return &FieldError{"length", "something that takes all day lasts " + length(d), "give whole days"}
	case allDay && d > MaxDays*24*time.Hour:
		return &FieldError{"length", fmt.Sprintf("it lasts %d days, and %d are the most", d/(24*time.Hour), MaxDays), "enter each visit by itself"}
	case !allDay && d < MinLength:
		return &FieldError{"length", length(d) + " is too short", "an appointment lasts " + length(MinLength) + " at least"}
	case !allDay && d > MaxLength:
		return &FieldError{"length", length(d) + " is too long", "an appointment lasts " + length(MaxLength) + " at most"}
	case d%time.Second != 0:
		return &FieldError{"length", d.String() + " is no whole number of seconds", "round it"}
	}
	return nil
}

func (a Appointment) checkLeads() error {
	if len(a.Leads) > MaxLeads {
		return &FieldError{"leads", fmt.Sprintf("%d reminders are too many", len(a.Leads)), fmt.Sprintf("%d are the most", MaxLeads)}
	}
	for _, l := range a.Leads {
		if (l.Days != 0) == (l.Elapsed != 0) || l.Days < 0 || l.Elapsed < 0 || l.Elapsed%time.Second != 0 {
			return &FieldError{"leads", fmt.Sprintf("%d days and %s are no lead time", l.Days, l.Elapsed), "write it as 1d or 2h"}
		}
		if l.Days > int(MaxLead/(24*time.Hour)) || l.Elapsed > MaxLead {
			return &FieldError{"leads", l.String() + " is too long before", fmt.Sprintf("%dd is the most", MaxLead/(24*time.Hour))}
		}
	}
	return nil
}

// checkSeries tells whether it repeats in a way that can be worked with.
func (a Appointment) checkSeries() error {
	if a.Rule != "" {
		r, err := ParseRule(a.Rule)
		if err == nil {
			err = r.fits(a.Start)
		}
		if err != nil {
			return err
		}
	}
	zone, err := a.Location()
	if err != nil {
		return err
	}
	for _, list := range []struct {
		name  string
		walls []Wall
	}{{"exdates", a.ExDates}, {"rdates", a.RDates}} {
		if n := len(list.walls); n > MaxExDates {
			return &FieldError{list.name, fmt.Sprintf("%d dates are too many", n), fmt.Sprintf("%d are the most", MaxExDates)}
		}
		for _, w := range list.walls {
			if y, _, _ := w.Date(); y < MinYear || y > MaxYear {
				return &FieldError{list.name, fmt.Sprintf("the year %d is out of reach", y), fmt.Sprintf("use a year from %d to %d", MinYear, MaxYear)}
			}
		}
	}
	if n := len(a.Overrides); n > MaxOverrides {
		return &FieldError{"overrides", fmt.Sprintf("%d changed occurrences are too many", n), fmt.Sprintf("%d are the most", MaxOverrides)}
	}
	for i, o := range a.Overrides {
		if slices.ContainsFunc(a.Overrides[:i], func(x Override) bool { return x.At == o.At }) {
			return &FieldError{"overrides", "the occurrence of " + o.At.String() + " is there twice", "change it once"}
		}
		if err := a.checkOverride(o, zone); err != nil {
			return err
		}
	}
	return nil
}

func (a Appointment) checkOverride(o Override, zone *time.Location) error {
	if !o.Status.Known() {
		return &FieldError{"overrides", fmt.Sprintf("the status %q is unknown", short(string(o.Status))), "use planned, done, cancelled or missed"}
	}
	if y, _, _ := o.At.Date(); y < MinYear || y > MaxYear {
		return &FieldError{"overrides", fmt.Sprintf("the year %d is out of reach", y), fmt.Sprintf("use a year from %d to %d", MinYear, MaxYear)}
	}
	// One that was only called off stands where the rule puts it, which may
	// be in a gap.
	if o.Start != o.At {
		if err := checkStart("start", o.Start, zone, a.AllDay); err != nil {
			return err
		}
	}
	if err := checkLength(o.Length, a.AllDay); err != nil {
		return err
	}
	for _, f := range []struct {
		name, text string
		most       int
	}{{"title", o.Title, MaxTitle}, {"place", o.Place, MaxTitle}, {"notes", o.Notes, MaxNotes}} {
		if err := checkText(f.name, f.text, f.most); err != nil {
			return err
		}
	}
	return nil
}
