package calendar

import "slices"

// Only is what a file says with only some of its events, by their place in
// Events.
func (p Parsed) Only(picked func(i int) bool) Parsed {
	out := Parsed{Problems: p.Problems}
	for i, e := range p.Events {
		if picked(i) {
			out.Events = append(out.Events, e)
		}
	}
	return out
}

// Todo is how many steps would change something.
func Todo(steps []Step) (n int) {
	for _, s := range steps {
		if s.Action != Skip {
			n++
		}
	}
	return n
}

// Kept are the steps that change something, of one appointment the last, with
// how it was before the first.
func Kept(steps []Step) []Step {
	var out []Step
	for _, s := range steps {
		if s.Action == Skip {
			continue
		}
		at := slices.IndexFunc(out, func(x Step) bool { return x.Appointment.UID == s.Appointment.UID })
		if at < 0 {
			out = append(out, s)
			continue
		}
		s.Was = out[at].Was
		out[at] = s
	}
	return out
}

// Alike tells whether two plans for the same events would do the same.
func Alike(a, b []Step) bool {
	return slices.EqualFunc(a, b, func(x, y Step) bool {
		if x.Action != y.Action || (x.Was == nil) != (y.Was == nil) || !same(x.Appointment, y.Appointment) {
			return false
		}
		return x.Was == nil || same(*x.Was, *y.Was)
	})
}

// TakeBack is what undoes steps that were kept: what is put back as it was, and
// the ids of what goes. Of appointments that were changed since, nothing is
// undone; stay is how many these are.
func TakeBack(existing []Appointment, kept []Step) (put []Appointment, gone []string, stay int) {
	known := byUID(existing)
	for _, s := range kept {
		now, there := known[s.Appointment.UID]
		switch {
		case !there && s.Was == nil: // it is gone already
		case !there || !same(now, s.Appointment):
			stay++
		case s.Was == nil:
			gone = append(gone, now.UID)
		default:
			put = append(put, *s.Was)
		}
	}
	return put, gone, stay
}

func byUID(list []Appointment) map[string]Appointment {
	out := map[string]Appointment{}
	for _, a := range list {
		out[a.UID] = a
	}
	return out
}
