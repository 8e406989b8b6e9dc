package calendar

import (
	"fmt"
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Details are what a person sees of an occurrence and may change.
type Details struct {
	Start     Wall
	Length    time.Duration
	AllDay    bool
	Zone      string
	Title     string
	Type      string
	Therapist string
	Place     string
	Notes     string
	Leads     []Lead // nil means the settings'; empty means none
	Rule      string // how its series repeats; empty means that it is alone
}

// Details are those of an occurrence as it stands. The error is a *NoSuchError,
// or that of an unknown time zone.
func (a Appointment) Details(at Wall) (Details, error) {
	zone, err := a.Location()
	if err != nil {
		return Details{}, err
	}
	if !a.has(at, zone) {
		return Details{}, &NoSuchError{a.UID, at}
	}
	d := Details{
		Start: at, Length: a.Length, AllDay: a.AllDay, Zone: a.Zone, Title: a.Title, Type: a.Type, Therapist: a.Therapist,
		Place: a.Place, Notes: a.Notes, Leads: slices.Clone(a.Leads), Rule: a.Rule,
	}
	if i := a.overrideOf(at); i >= 0 {
		o := a.Overrides[i]
		d.Start, d.Length = o.Start, o.Length
		for _, text := range []struct{ own, series *string }{{&o.Title, &d.Title}, {&o.Place, &d.Place}, {&o.Notes, &d.Notes}} {
			if *text.own != "" {
				*text.series = *text.own
			}
		}
	}
	return d, nil
}

// Occurrence is the occurrence of that name, and false if there is none.
func (a Appointment) Occurrence(at Wall) (Occurrence, bool) {
	zone, err := a.Location()
	if err != nil || !a.has(at, zone) {
		return Occurrence{}, false
	}
	if i := a.overrideOf(at); i >= 0 {
		return a.overridden(a.Overrides[i], zone), true
	}
	return a.occurrence(at, zone), true
}

func (a Appointment) overrideOf(at Wall) int {
	return slices.IndexFunc(a.Overrides, func(o Override) bool { return o.At == at })
}

// Edit changes an occurrence, those from it on, or all of a series: whatever
// is different between what somebody saw of the occurrence and what they made
// of it. What they left alone stays as it is now, also in those that were
// changed by themselves. With Following, the second one holds those that were
// changed, with the uid given for it.
//
// Type, therapist, reminders, zone and rule are the series': with One a change
// of them is a *FieldError, and so is one that the rule cannot follow.
func (a Appointment) Edit(at Wall, was, now Details, scope Scope, uid string) ([]Appointment, error) {
	if _, err := time.LoadLocation(now.Zone); err != nil {
		return nil, &FieldError{"zone", catalog.L("{{.Given}} is no time zone", catalog.D{"Given": fmt.Sprintf("%q", short(now.Zone))}), catalog.L("use a name such as Europe/Berlin")}
	}
	parts, err := a.split(at, scope, uid)
	if err != nil {
		return nil, err
	}
	last := &parts[len(parts)-1]
	if scope == One && a.Repeats() {
		if field := was.differsForAll(now); field != "" {
			return nil, &FieldError{field, catalog.L("it is the same for the whole series"), catalog.L("change this one and those after it, or all")}
		}
		last.override(at, func(o *Override) {
			if was.Start != now.Start {
				o.Start = now.Start
			}
			if was.Length != now.Length {
				o.Length = now.Length
			}
			changed(was.Title, now.Title, &o.Title)
			changed(was.Place, now.Place, &o.Place)
			changed(was.Notes, now.Notes, &o.Notes)
		})
		return parts, nil
	}
	return parts, last.edit(at, was, now)
}

func changed[T comparable](was, now T, to *T) bool {
	if was == now {
		return false
	}
	*to = now
	return true
}

// differsForAll is the first field that differs and that single occurrences do
// not have; empty if there is none.
func (d Details) differsForAll(now Details) string {
	switch {
	case d.AllDay != now.AllDay:
		return "start"
	case d.Zone != now.Zone:
		return "zone"
	case d.Type != now.Type:
		return "type"
	case d.Therapist != now.Therapist:
		return "therapist"
	case !sameLeads(d.Leads, now.Leads):
		return "leads"
	case d.Rule != now.Rule:
		return "rule"
	}
	return ""
}

func sameLeads(a, b []Lead) bool { return (a == nil) == (b == nil) && slices.Equal(a, b) }

// edit changes the whole of an appointment, as seen from one occurrence.
func (a *Appointment) edit(at Wall, was, now Details) error {
	a.Overrides = slices.Clone(a.Overrides)
	if was.Zone != now.Zone {
		a.rezone(now.Zone)
	}
	turns := was.Rule != now.Rule
	if turns {
		a.Rule = "" // the new one need not follow
		if now.Rule == "" {
			a.Start, a.RDates, a.ExDates, a.Overrides = was.Start, nil, nil, nil
			at = was.Start
		}
	}
	by := now.Start - was.Start
	if by != 0 {
		if err := a.shift(by); err != nil {
			return err
		}
	}
	at += by
	if turns {
		a.Rule = now.Rule
	} else if zone, err := a.Location(); err == nil && !a.has(at, zone) {
		return badRule("its days cannot be moved together", "move each one, or cancel the series and book it anew")
	}
	own := &Override{}
	if i := a.overrideOf(at); i >= 0 {
		own = &a.Overrides[i]
	}
	if old := a.Length; was.Length != now.Length || was.AllDay != now.AllDay {
		a.Length, a.AllDay, own.Length = now.Length, now.AllDay, now.Length
		for i := range a.Overrides {
			if a.Overrides[i].Length == old || was.AllDay != now.AllDay {
				a.Overrides[i].Length = now.Length
			}
		}
	}
	for _, text := range []struct {
		was, now    string
		series, own *string
	}{{was.Title, now.Title, &a.Title, &own.Title}, {was.Place, now.Place, &a.Place, &own.Place}, {was.Notes, now.Notes, &a.Notes, &own.Notes}} {
		if changed(text.was, text.now, text.series) {
			*text.own = ""
		}
	}
	changed(was.Type, now.Type, &a.Type)
	changed(was.Therapist, now.Therapist, &a.Therapist)
	if !sameLeads(was.Leads, now.Leads) {
		a.Leads = slices.Clone(now.Leads)
	}
	return nil
}

// rezone takes the appointment to another time zone: its clock times stay, and
// so does the last day by its rule.
func (a *Appointment) rezone(zone string) {
	from, err := a.Location()
	if r, bad := ParseRule(a.Rule); err == nil && bad == nil && a.Rule != "" && r.untilIs == untilInstant {
		r.until, r.untilIs = r.lastWall(from), untilWall
		a.Rule = r.String()
	}
	a.Zone = zone
}
