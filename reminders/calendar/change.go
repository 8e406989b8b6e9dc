package calendar

import (
	"fmt"
	"slices"
	"time"
)

// Scope is how much of a series a change is about.
type Scope string

// The scopes.
const (
	One       Scope = "one"       // that occurrence alone
	Following Scope = "following" // that occurrence and those after it
	All       Scope = "all"       // the whole series
)

// NoSuchError says that a series has no occurrence of that name.
type NoSuchError struct {
	UID string
	At  Wall
}

// Error says which.
func (e *NoSuchError) Error() string {
	return fmt.Sprintf("%s has no occurrence at %s", e.UID, e.At)
}

// CallOff cancels an occurrence, those from it on, or all. What remains of the
// series is first; with Following a second one holds those called off, with
// the uid given for it.
func (a Appointment) CallOff(at Wall, scope Scope, uid string) ([]Appointment, error) {
	parts, err := a.split(at, scope, uid)
	if err != nil {
		return nil, err
	}
	last := &parts[len(parts)-1]
	if scope == One && a.Repeats() {
		last.override(at, func(o *Override) { o.Status = Cancelled })
	} else {
		last.Status = Cancelled
	}
	return parts, nil
}

// Move puts an occurrence, those from it on, or all of a series to another
// time and length, given for the occurrence at; a length of 0 keeps it. With
// Following, the second one holds those that were moved.
func (a Appointment) Move(at, to Wall, length time.Duration, scope Scope, uid string) ([]Appointment, error) {
	parts, err := a.split(at, scope, uid)
	if err != nil {
		return nil, err
	}
	last := &parts[len(parts)-1]
	if scope == One && a.Repeats() {
		last.override(at, func(o *Override) {
			o.Start = to
			if length > 0 {
				o.Length = length
			}
		})
		return parts, nil
	}
	last.shift(to - at)
	if length > 0 {
		last.Length = length
	}
	return parts, nil
}

// override changes one occurrence.
func (a *Appointment) override(at Wall, change func(*Override)) {
	o := Override{At: at, Start: at, Length: a.Length, Status: Planned}
	a.Overrides = slices.Clone(a.Overrides)
	for i := range a.Overrides {
		if a.Overrides[i].At == at {
			change(&a.Overrides[i])
			return
		}
	}
	change(&o)
	a.Overrides = append(a.Overrides, o)
	slices.SortFunc(a.Overrides, func(x, y Override) int { return int(x.At - y.At) })
}

// shift moves a whole series. Its weekdays go with it; those called off stay
// called off.
func (a *Appointment) shift(by Wall) {
	to := a.Start + by
	if r, err := ParseRule(a.Rule); err == nil && a.Rule != "" {
		if zone, err := a.Location(); err == nil {
			a.Rule = r.turned(a.Start, to, zone).String()
		}
	}
	move := func(list []Wall) []Wall {
		list = slices.Clone(list)
		for i := range list {
			list[i] += by
		}
		return list
	}
	a.Start, a.ExDates, a.RDates = to, move(a.ExDates), move(a.RDates)
	a.Overrides = slices.Clone(a.Overrides)
	for i := range a.Overrides {
		a.Overrides[i].At += by
		a.Overrides[i].Start += by
	}
}

// turned is the rule for a series that starts at to instead of from. A rule
// that names several days cannot follow; it stays, and the new start is one
// more.
func (r Rule) turned(from, to Wall, zone *time.Location) Rule {
	r = r.plain()
	if r.untilIs != untilNone {
		// The last one is moved as the others are.
		r.until, r.untilIs = r.lastWall(zone).Midnight()+to.Midnight()-from.Midnight(), untilDate
	}
	_, fromMonth, fromDay := from.Date()
	_, toMonth, toDay := to.Date()
	if len(r.byDay) == 1 {
		n := r.byDay[0].n
		if n != 0 && from.Weekday() != to.Weekday() || n != 0 && r.freq == monthly {
			n = Monthly(to).byDay[0].n
		}
		r.byDay = []weekday{{n, to.Weekday()}}
	}
	if len(r.byMonthDay) == 1 && r.byMonthDay[0] == fromDay {
		r.byMonthDay = []int{toDay}
	}
	if len(r.byMonth) == 1 && r.byMonth[0] == int(fromMonth) {
		r.byMonth = []int{int(toMonth)}
	}
	return r
}

// split cuts a series before an occurrence where the scope asks for it: the
// part that stays, and the part that is to be changed.
func (a Appointment) split(at Wall, scope Scope, uid string) ([]Appointment, error) {
	zone, err := a.Location()
	if err != nil {
		return nil, err
	}
	if !a.has(at, zone) {
		return nil, &NoSuchError{a.UID, at}
	}
	first := a.startsBetween(a.Start-day, at, zone)
	if scope != Following || !a.Repeats() || len(first) == 1 {
		return []Appointment{a}, nil // from the first one on is all
	}
	before, after := a, a
	after.UID, after.Sequence, after.Source, after.Start = uid, 0, "", at
	if r, err := ParseRule(a.Rule); err == nil && a.Rule != "" {
		head, tail := r, r
		n := 0
		r.starts(a.Start, at, at, zone, func(w Wall) bool {
			if w < at {
				n++
			}
			return true
		})
		if r.count > 0 {
			head.count, tail.count = n, r.count-n
		} else {
			head = head.Until(at - day)
		}
		before.Rule, after.Rule = head.String(), tail.String()
		if r.endsBefore(at, zone) || r.count > 0 && tail.count <= 0 {
			after.Rule = "" // only dates besides those by the rule are left
		}
	}
	early := func(w Wall) bool { return w < at }
	late := func(w Wall) bool { return w >= at }
	before.ExDates, after.ExDates = slices.DeleteFunc(slices.Clone(a.ExDates), late), slices.DeleteFunc(slices.Clone(a.ExDates), early)
	before.RDates, after.RDates = slices.DeleteFunc(slices.Clone(a.RDates), late), slices.DeleteFunc(slices.Clone(a.RDates), early)
	before.Overrides = slices.DeleteFunc(slices.Clone(a.Overrides), func(o Override) bool { return late(o.At) })
	after.Overrides = slices.DeleteFunc(slices.Clone(a.Overrides), func(o Override) bool { return early(o.At) })
	return []Appointment{before, after}, nil
}
