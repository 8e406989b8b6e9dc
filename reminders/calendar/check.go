package calendar

import (
	"fmt"
	"slices"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/unhunch/unhunch/assets/catalog"
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
		return &FieldError{"created", catalog.L("it is in the future"), catalog.L("check the clock")}
	}
	return nil
}

func (a Appointment) checkTexts() error {
	switch {
	case a.UID == "":
		return &FieldError{"uid", catalog.L("it is missing"), catalog.L("give it an id of its own")}
	case len(a.UID) > MaxUID:
		return &FieldError{"uid", catalog.L("it is longer than {{.Number}} bytes", catalog.D{"Number": MaxUID}), catalog.L("shorten it")}
	case a.Sequence < 0 || a.Sequence > 1<<30:
		return &FieldError{"sequence", catalog.L("{{.Number}} is no version", catalog.D{"Number": a.Sequence}), catalog.L("count versions from 0")}
	case !a.Status.Known():
		return &FieldError{"status", catalog.L("{{.Given}} is unknown", catalog.D{"Given": fmt.Sprintf("%q", short(string(a.Status)))}), catalog.L("use planned, done, cancelled or missed")}
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
		return &FieldError{field, catalog.L("it is not text in UTF-8"), catalog.L("type it again")}
	}
	if n := utf8.RuneCountInString(text); n > most {
		return &FieldError{field, catalog.L("it has {{.Number}} characters, and {{.Most}} are the most", catalog.D{"Number": n, "Most": most}), catalog.L("shorten it")}
	}
	for _, r := range text {
		if unicode.IsControl(r) && (field != "notes" || r != '\n' && r != '\t') {
			return &FieldError{field, catalog.L("it holds the control character {{.Char}}", catalog.D{"Char": fmt.Sprintf("%U", r)}), catalog.L("remove it")}
		}
	}
	return nil
}

func (a Appointment) checkTime() error {
	zone, err := a.Location()
	if err != nil || a.Zone == "" || a.Zone == "Local" {
		return &FieldError{"zone", catalog.L("{{.Given}} is no time zone", catalog.D{"Given": fmt.Sprintf("%q", short(a.Zone))}), catalog.L("use a name such as Europe/Berlin")}
	}
	if err := checkStart("start", a.Start, zone, a.AllDay); err != nil {
		return err
	}
	return checkLength(a.Length, a.AllDay)
}

// checkStart tells whether somebody can be there at that time.
func checkStart(field string, at Wall, zone *time.Location, allDay bool) error {
	if y, _, _ := at.Date(); y < MinYear || y > MaxYear {
		return &FieldError{field, catalog.L("the year {{.Number}} is out of reach", catalog.D{"Number": y}), catalog.L("use a year from {{.Number}} to {{.Most}}", catalog.D{"Number": MinYear, "Most": MaxYear})}
	}
	if allDay {
		if at != at.Midnight() {
			return &FieldError{field, catalog.L("something that takes all day has a clock time"), catalog.L("give the date alone")}
		}
		return nil
	}
	if !at.Exists(zone) {
		next := at.Next(zone)
		return &FieldError{field, catalog.L("there is no {{.Given}} in {{.Other}}: the clocks are put forward then", catalog.D{"Given": at, "Other": zone}), catalog.L("the next time there is is {{.Time}}", catalog.D{"Time": next.Format("15:04")})}
	}
	return nil
}

func checkLength(d time.Duration, allDay bool) error {
	switch {
	case d < 0:
		return &FieldError{"length", catalog.L("it ends before it starts"), catalog.L("check both times")}
	case allDay && (d < 24*time.Hour || d%(24*time.Hour) != 0):
		return &FieldError{"length", catalog.L("something that takes all day lasts {{.Given}}", catalog.D{"Given": length(d)}), catalog.L("give whole days")}
	case allDay && d > MaxDays*24*time.Hour:
		return &FieldError{"length", catalog.L("it lasts {{.Number}} days, and {{.Most}} are the most", catalog.D{"Number": d / (24 * time.Hour), "Most": MaxDays}), catalog.L("enter each visit by itself")}
	case !allDay && d < MinLength:
		return &FieldError{"length", catalog.L("{{.Given}} is too short", catalog.D{"Given": length(d)}), catalog.L("an appointment lasts {{.Given}} at least", catalog.D{"Given": length(MinLength)})}
	case !allDay && d > MaxLength:
		return &FieldError{"length", catalog.L("{{.Given}} is too long", catalog.D{"Given": length(d)}), catalog.L("an appointment lasts {{.Given}} at most", catalog.D{"Given": length(MaxLength)})}
	case d%time.Second != 0:
		return &FieldError{"length", catalog.L("{{.Given}} is no whole number of seconds", catalog.D{"Given": d.String()}), catalog.L("round it")}
	}
	return nil
}

func (a Appointment) checkLeads() error {
	if len(a.Leads) > MaxLeads {
		return &FieldError{"leads", catalog.L("{{.Number}} reminders are too many", catalog.D{"Number": len(a.Leads)}), catalog.L("{{.Number}} are the most", catalog.D{"Number": MaxLeads})}
	}
	for _, l := range a.Leads {
		if (l.Days != 0) == (l.Elapsed != 0) || l.Days < 0 || l.Elapsed < 0 || l.Elapsed%time.Second != 0 {
			return &FieldError{"leads", catalog.L("{{.Number}} days and {{.Given}} are no lead time", catalog.D{"Number": l.Days, "Given": l.Elapsed}), catalog.L("write it as 1d or 2h")}
		}
		if l.Days > int(MaxLead/(24*time.Hour)) || l.Elapsed > MaxLead {
			return &FieldError{"leads", catalog.L("{{.Given}} is too long before", catalog.D{"Given": l.String()}), catalog.L("{{.Number}}d is the most", catalog.D{"Number": MaxLead / (24 * time.Hour)})}
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
			return &FieldError{list.name, catalog.L("{{.Number}} dates are too many", catalog.D{"Number": n}), catalog.L("{{.Number}} are the most", catalog.D{"Number": MaxExDates})}
		}
		for _, w := range list.walls {
			if y, _, _ := w.Date(); y < MinYear || y > MaxYear {
				return &FieldError{list.name, catalog.L("the year {{.Number}} is out of reach", catalog.D{"Number": y}), catalog.L("use a year from {{.Number}} to {{.Most}}", catalog.D{"Number": MinYear, "Most": MaxYear})}
			}
		}
	}
	if n := len(a.Overrides); n > MaxOverrides {
		return &FieldError{"overrides", catalog.L("{{.Number}} changed occurrences are too many", catalog.D{"Number": n}), catalog.L("{{.Number}} are the most", catalog.D{"Number": MaxOverrides})}
	}
	for i, o := range a.Overrides {
		if slices.ContainsFunc(a.Overrides[:i], func(x Override) bool { return x.At == o.At }) {
			return &FieldError{"overrides", catalog.L("the occurrence of {{.Given}} is there twice", catalog.D{"Given": o.At.String()}), catalog.L("change it once")}
		}
		if err := a.checkOverride(o, zone); err != nil {
			return err
		}
	}
	return nil
}

func (a Appointment) checkOverride(o Override, zone *time.Location) error {
	if !o.Status.Known() {
		return &FieldError{"overrides", catalog.L("the status {{.Given}} is unknown", catalog.D{"Given": fmt.Sprintf("%q", short(string(o.Status)))}), catalog.L("use planned, done, cancelled or missed")}
	}
	if y, _, _ := o.At.Date(); y < MinYear || y > MaxYear {
		return &FieldError{"overrides", catalog.L("the year {{.Number}} is out of reach", catalog.D{"Number": y}), catalog.L("use a year from {{.Number}} to {{.Most}}", catalog.D{"Number": MinYear, "Most": MaxYear})}
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
