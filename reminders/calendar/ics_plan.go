package calendar

import (
	"reflect"
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Action is what an import would do about an event.
type Action string

// The actions.
const (
	Add    Action = "add"
	Update Action = "update"
	Cancel Action = "cancel"
	Skip   Action = "skip"
)

// Step is what an import would do about one event of a file.
type Step struct {
	Action      Action
	Reason      string       // Skip: why
	Line        int          // of the event in the file
	Notes       []string     // what had to be assumed
	Appointment Appointment  // as it would be kept; Skip: as it is, or as the file has it
	Was         *Appointment // as it is now; nil if it is not there
}

// Plan compares a calendar file with the appointments there are: a step for each
// event, in their order. To read the same file again changes nothing.
func Plan(existing []Appointment, p Parsed, now time.Time) []Step {
	known := byUID(existing)
	var steps []Step
	for _, e := range p.Events {
		old, there := known[e.Appointment.UID]
		s := plan(old, there, e, now)
		s.Line, s.Notes = e.Line, e.Notes
		if there {
			s.Was = &old
		}
		if s.Action != Skip {
			s.Appointment = s.Appointment.Tidy()
			s.Appointment.Updated = now
			if !there {
				s.Appointment.Created = now
			}
			if err := s.Appointment.Validate(now); err != nil {
				s = Step{Action: Skip, Reason: err.Error(), Line: e.Line, Appointment: e.Appointment, Was: s.Was}
			} else {
				known[s.Appointment.UID] = s.Appointment
			}
		}
		steps = append(steps, s)
	}
	return steps
}

func plan(old Appointment, there bool, e Event, now time.Time) Step {
	if e.Only != nil {
		return planOne(old, there, e)
	}
	a := e.Appointment
	switch {
	case !there && a.Status == Cancelled:
		return Step{Action: Skip, Reason: catalog.L("it was cancelled, and is not in your calendar"), Appointment: a}
	case !there:
		return Step{Action: Add, Appointment: a}
	case old.Source == a.Source:
		return Step{Action: Skip, Reason: catalog.L("it is in your calendar already"), Appointment: old}
	case a.Sequence < old.Sequence:
		return Step{Action: Skip, Reason: catalog.L("your calendar has a newer version of it"), Appointment: old}
	case a.Status == Cancelled && old.Status == Cancelled:
		return Step{Action: Skip, Reason: catalog.L("it is cancelled already"), Appointment: old}
	case a.Status == Cancelled:
		old.Status, old.Sequence, old.Source = Cancelled, a.Sequence, a.Source
		return Step{Action: Cancel, Appointment: old}
	}
	b := updated(old, a, e.alarms)
	if same(old, b) {
		return Step{Action: Skip, Reason: catalog.L("it is in your calendar already"), Appointment: old}
	}
	return Step{Action: Update, Appointment: b}
}

// updated is a new version of an appointment, with what only the person said.
func updated(old, a Appointment, alarms bool) Appointment {
	a.Created = old.Created
	if a.Type == "" {
		a.Type = old.Type
	}
	if a.Therapist == "" {
		a.Therapist = old.Therapist
	}
	if !alarms {
		a.Leads = old.Leads
	}
	moved := a.Start != old.Start || a.Zone != old.Zone || a.Rule != old.Rule
	if !moved && a.Status == Planned && (old.Status == Done || old.Status == Missed) {
		a.Status = old.Status
	}
	if !moved {
		for _, o := range old.Overrides {
			if i := slices.IndexFunc(a.Overrides, func(x Override) bool { return x.At == o.At }); i >= 0 {
				a.Overrides[i] = a.Overrides[i].after(o)
			} else {
				a.Overrides = append(a.Overrides, o)
			}
		}
	}
	return a.Tidy()
}

// after is a new version of an override, with what became of it by the old one:
// that it was missed, where it is still at that time.
func (o Override) after(old Override) Override {
	if o.Status == Planned && o.Start == old.Start && (old.Status == Done || old.Status == Missed) {
		o.Status = old.Status
	}
	return o
}

// same tells whether two versions say the same.
func same(a, b Appointment) bool {
	for _, x := range []*Appointment{&a, &b} {
		x.Source, x.Sequence, x.Created, x.Updated = "", 0, time.Time{}, time.Time{}
		*x = x.Tidy()
	}
	return reflect.DeepEqual(a, b)
}

// planOne is about one occurrence whose series the file does not have.
func planOne(old Appointment, there bool, e Event) Step {
	a, o := e.Appointment, *e.Only
	if !there {
		if o.Status == Cancelled {
			return Step{Action: Skip, Reason: catalog.L("it was cancelled, and is not in your calendar"), Appointment: a}
		}
		// The occurrence stands for itself until its series comes.
		if o.Start != o.At {
			a.Start, a.Overrides = o.At, append(a.Overrides, Override{At: o.At, Start: o.Start, Length: o.Length, Status: o.Status})
		}
		return Step{Action: Add, Appointment: a}
	}
	zone, err := old.Location()
	from, err2 := a.Location()
	if err != nil || err2 != nil {
		return Step{Action: Skip, Reason: catalog.L("its time zone {{.Zone}} is not known here", catalog.D{"Zone": old.Zone}), Appointment: old}
	}
	o.At, o.Start = sameInstant(o.At, from, zone), sameInstant(o.Start, from, zone)
	b := old
	b.Overrides = slices.Clone(old.Overrides)
	action := Update
	switch {
	case a.Sequence < old.Sequence:
		return Step{Action: Skip, Reason: catalog.L("your calendar has a newer version of it"), Appointment: old}
	case e.more:
		return Step{Action: Skip, Reason: catalog.L("it changes all later ones of a series, too, which is not in the file; import the whole series"), Appointment: old}
	case a.AllDay != old.AllDay:
		return Step{Action: Skip, Reason: catalog.L("it takes all day, and its series does not, or the other way round"), Appointment: old}
	case o.Status == Cancelled && !old.has(o.At, zone):
		return Step{Action: Skip, Reason: catalog.L("it was cancelled, and is not in your calendar"), Appointment: old}
	case o.Status == Cancelled:
		action = Cancel
	case !old.has(o.At, zone):
		b.RDates = append(slices.Clone(b.RDates), o.At)
	}
	if i := slices.IndexFunc(b.Overrides, func(x Override) bool { return x.At == o.At }); i >= 0 {
		o = o.after(b.Overrides[i])
		b.Overrides = slices.Delete(b.Overrides, i, i+1)
	}
	plain := Override{At: o.At, Start: o.At, Length: b.Length, Status: Planned}
	if tidied := (Appointment{Title: b.Title, Place: b.Place, Notes: b.Notes, Overrides: []Override{o}}).Tidy().Overrides[0]; tidied != plain {
		b.Overrides = append(b.Overrides, o)
	}
	if same(old, b) {
		return Step{Action: Skip, Reason: catalog.L("it is in your calendar already"), Appointment: old}
	}
	return Step{Action: action, Appointment: b}
}
