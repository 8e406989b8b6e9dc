package calendar

import (
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Mark says what became of one occurrence that has begun: that it was missed,
// or done, or, to take that back, that it is planned. One that is cancelled, or
// whose whole series has something else said of it, is refused with a
// *FieldError.
func (a Appointment) Mark(at Wall, s Status, now time.Time) (Appointment, error) {
	zone, err := a.Location()
	if err != nil {
		return a, err
	}
	if !a.has(at, zone) {
		return a, &NoSuchError{a.UID, at}
	}
	start, is := at, a.Status
	i := slices.IndexFunc(a.Overrides, func(o Override) bool { return o.At == at })
	if i >= 0 {
		start = a.Overrides[i].Start
		if is == Planned {
			is = a.Overrides[i].Status
		}
	}
	switch {
	case is == Cancelled:
		return a, &FieldError{"status", catalog.L("it is cancelled"), catalog.L("take the cancellation back first")}
	case s != Planned && start.In(zone).After(now):
		return a, &FieldError{"status", catalog.L("it has not begun"), catalog.L("cancel it, or move it")}
	case !a.Repeats():
		if i >= 0 { // what is said of the one is said of all
			a.Overrides = slices.Clone(a.Overrides)
			a.Overrides[i].Status = Planned
		}
		a.Status = s
		return a, nil
	case a.Status != Planned && a.Status != s:
		return a, &FieldError{"status", catalog.L("the whole series is marked as {{.Given}}", catalog.D{"Given": a.Status}), catalog.L("change the series")}
	}
	a.override(at, func(o *Override) { o.Status = s })
	a.Overrides = slices.DeleteFunc(a.Overrides, func(o Override) bool {
		return o == Override{At: at, Start: at, Length: a.Length, Status: Planned}
	})
	if len(a.Overrides) == 0 {
		a.Overrides = nil
	}
	return a, nil
}

// Held are the same occurrences, those done that took place: a visit was logged
// of them, under their Ref. What was logged counts, whatever was said of the
// appointment before.
func Held(list []Occurrence, logged func(ref string) bool) []Occurrence {
	out := slices.Clone(list)
	for i := range out {
		if logged(out[i].Ref()) {
			out[i].Status = Done
		}
	}
	return out
}
