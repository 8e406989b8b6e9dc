package calendar

import (
	"fmt"
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
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
// Following, the second one holds those that were moved. One that was missed is
// planned again, for its new time.
func (a Appointment) Move(at, to Wall, length time.Duration, scope Scope, uid string) ([]Appointment, error) {
	parts, err := a.split(at, scope, uid)
	if err != nil {
		return nil, err
	}
	last := &parts[len(parts)-1]
	if scope == One && a.Repeats() {
		last.override(at, func(o *Override) {
			o.Start = to
			if o.Status == Missed {
				o.Status = Planned
			}
			if length > 0 {
				o.Length = length
			}
		})
		return parts, nil
	}
	if err := last.shift(to - at); err != nil {
		return nil, err
	}
	if length > 0 {
		last.Length = length
	}
	if last.Status == Missed && !last.Repeats() {
		last.Status = Planned
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
func (a *Appointment) shift(by Wall) error {
	to := a.Start + by
	if a.Rule != "" {
		zone, err := a.Location()
		if err != nil {
			return err
		}
		r, err := ParseRule(a.Rule)
		if err == nil {
			r, err = r.turned(a.Start, to, zone)
		}
		if err != nil {
			return err
		}
		a.Rule = r.String()
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
	return nil
}

// turned is the rule for a series that starts at to instead of from. Days of
// the week go with it; a rule that picks its days otherwise can only move on
// the same day.
func (r Rule) turned(from, to Wall, zone *time.Location) (Rule, error) {
	r = r.plain()
	by := to.Midnight() - from.Midnight()
	if r.untilIs != untilNone {
		// The last one is moved as the others are: its date, and by.
		r.until, r.untilIs = (r.lastWall(zone)-from.sinceMidnight()).Midnight()+by, untilDate
	}
	if by == 0 {
		return r, nil
	}
	nth := slices.ContainsFunc(r.byDay, func(w weekday) bool { return w.n != 0 })
	switch {
	case len(r.byDay)+len(r.byMonthDay)+len(r.byYearDay)+len(r.byWeekNo)+len(r.byMonth)+len(r.bySetPos) == 0: // it follows the start
	case len(r.byMonthDay)+len(r.byYearDay)+len(r.byWeekNo)+len(r.byMonth)+len(r.bySetPos) > 0 || nth && (len(r.byDay) > 1 || r.freq != monthly):
		return r, badRule("its days cannot be moved together", "move each one, or cancel the series and book it anew")
	case nth:
		r.byDay = Monthly(to).byDay
	default:
		turn := int(by / day)
		r.byDay = slices.Clone(r.byDay)
		for i := range r.byDay {
			r.byDay[i].day = time.Weekday(((int(r.byDay[i].day)+turn)%7 + 7) % 7)
		}
	}
	return r, nil
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
		// The tail begins with an occurrence by the rule, which counts from it.
		n, next, found := 0, at, false
		from := at
		if r.count > 0 {
			from = a.Start // all are counted
		}
		r.starts(a.Start, from, at.AddDays(countedDays), zone, func(w Wall) bool {
			if w >= at {
				next, found = w, true
				return false
			}
			n++
			return true
		})
		head, tail := r, r
		switch {
		case !found: // the rule is over before
		case r.count > 0:
			head.count, tail.count = n, r.count-n
		default:
			head.until, head.untilIs = at-1, untilWall
		}
		before.Rule, after.Rule = head.String(), tail.String()
		if after.Start = next; !found {
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

// Reinstate takes a cancellation back, as CallOff made it. One occurrence of a
// series that was cancelled as a whole cannot come back alone; the error is a
// *FieldError.
func (a Appointment) Reinstate(at Wall, scope Scope, uid string) ([]Appointment, error) {
	parts, err := a.split(at, scope, uid)
	if err != nil {
		return nil, err
	}
	last := &parts[len(parts)-1]
	switch {
	case scope != One || !a.Repeats():
		last.Status = Planned
		last.Overrides = slices.Clone(last.Overrides)
		for i := range last.Overrides {
			if last.Overrides[i].Status == Cancelled {
				last.Overrides[i].Status = Planned
			}
		}
	case a.Status == Cancelled:
		return nil, &FieldError{"status", catalog.L("the whole series is cancelled"), catalog.L("take all of it back, with --all or --following")}
	default:
		last.override(at, func(o *Override) { o.Status = Planned })
	}
	return parts, nil
}
