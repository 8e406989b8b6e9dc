package ui

import (
	"errors"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
)

// asBookingError is an error as one of a field; what is none is one of the whole.
func asBookingError(err error) *calendar.FieldError {
	var f *calendar.FieldError
	if errors.As(err, &f) {
		same := *f
		return &same
	}
	var none *calendar.NoSuchError
	if errors.As(err, &none) {
		return &calendar.FieldError{Problem: catalog.L("it was changed elsewhere and is not there any more"), Hint: catalog.L("look on the Massage screen")}
	}
	what, hint, _ := strings.Cut(err.Error(), "; hint: ")
	return &calendar.FieldError{Problem: what, Hint: hint}
}

// read is what was typed, and what is wrong with it.
func (f *bookingForm) read() (calendar.Details, []*calendar.FieldError) {
	var wrong []*calendar.FieldError
	note := func(err error) {
		if err != nil {
			wrong = append(wrong, asBookingError(err))
		}
	}
	d, now := f.draft, f.was
	now.Title, now.Place, now.Notes = f.titleTyped(), d.place, strings.TrimSpace(d.notes)
	if !f.alone() {
		now.Type, now.Therapist = d.kind, d.therapist
		if now.Zone = strings.TrimSpace(d.zone); now.Zone == "" {
			now.Zone = f.s.w.homeZone().String()
		}
	}
	if _, err := time.LoadLocation(now.Zone); err != nil || now.Zone == "Local" {
		note(&calendar.FieldError{
			Field: "zone", Problem: catalog.L("{{.Given}} is no time zone", catalog.D{"Given": now.Zone}), Hint: catalog.L("use a name such as Europe/Berlin"),
		})
	}
	day, err := f.dayTyped()
	note(err)
	if f.was.AllDay && strings.TrimSpace(d.clock) == "" {
		now.Start = day
	} else {
		at, err := parseClock(d.clock)
		note(err)
		now.Start, now.AllDay = day+at, false
		if d.clock == f.begun.clock && clockPart(f.was.Start) != at {
			now.Start = day + clockPart(f.was.Start) // one from elsewhere may have seconds
		}
		now.Length = time.Duration(d.minutes) * time.Minute
		if d.minutes == f.begun.minutes && !f.was.AllDay {
			now.Length = f.was.Length
		}
	}
	if !f.alone() {
		if d.lead != f.begun.lead || d.leads != f.begun.leads {
			now.Leads, err = f.leadsTyped()
			note(err)
		}
		now.Rule, err = f.ruleTyped(now.Start)
		note(err)
	}
	if f.alone() {
		for _, text := range []struct{ field, was, now, series string }{{"place", f.was.Place, now.Place, f.a.Place}, {"notes", f.was.Notes, now.Notes, f.a.Notes}} {
			if text.was != text.now && text.now == "" && text.series != "" {
				note(&calendar.FieldError{
					Field: text.field, Problem: catalog.L("the whole series has it, and one alone cannot be without"), Hint: catalog.L("give another, or change all of them"),
				})
			}
		}
	}
	if len(wrong) == 0 && (f.ref == "" || now.Start != f.was.Start && f.ahead(f.was)) {
		note(f.past(now))
	}
	return now, wrong
}

// ahead tells whether something is still to come.
func (f *bookingForm) ahead(d calendar.Details) bool {
	zone, err := time.LoadLocation(d.Zone)
	return err == nil && d.Start.In(zone).After(f.s.w.now())
}

// titleTyped is the title: what was typed, or else what the type is called.
// One that had none keeps none, unless it becomes another type.
func (f *bookingForm) titleTyped() string {
	kind := f.draft.kind
	if f.alone() {
		kind = f.was.Type
	}
	switch {
	case f.draft.title != "":
		return f.draft.title
	case f.ref != "" && kind == f.was.Type && f.begun.title == "":
		return f.was.Title
	}
	name := []rune(f.typeName(kind)) // own words may be too long for a type, too
	return string(name[:min(len(name), calendar.MaxTitle)])
}

// past tells that an appointment that is to come would be over.
func (f *bookingForm) past(d calendar.Details) error {
	if f.ahead(d) {
		return nil
	}
	field := "time"
	if d.Start.Midnight() < calendar.WallAt(f.s.w.now().In(f.zoneTyped())).Midnight() {
		field = "date"
	}
	return &calendar.FieldError{Field: field, Problem: catalog.L("that is in the past"), Hint: catalog.L("give a later time, or log a visit that was")}
}

// fresh is a new appointment with those details.
func fresh(d calendar.Details) Booked {
	return Booked{
		Title: d.Title, Type: d.Type, Therapist: d.Therapist, Place: d.Place, Notes: d.Notes, Start: d.Start, Zone: d.Zone,
		Length: d.Length, Status: calendar.Planned, Leads: d.Leads, Rule: d.Rule,
	}
}

// draftUID stands for the uid of what is not saved yet.
const draftUID = "draft"

// parts is what the appointments become with those details: what stays, and
// last what is made or changed.
func (f *bookingForm) parts(d calendar.Details) ([]Booked, error) {
	out := []Booked{fresh(d)}
	out[0].UID = draftUID
	if f.ref != "" {
		var err error
		if out, err = f.a.Edit(f.at, f.was, d, f.scope, draftUID); err != nil {
			return nil, err
		}
	}
	for i := range out {
		out[i] = out[i].Tidy()
		if err := out[i].Validate(f.s.w.now()); err != nil {
			return nil, err
		}
	}
	return out, nil
}
