package calendar

import (
	"errors"
	"slices"
	"time"
)

// convert makes appointments of the events that were read.
func (p *reading) convert() {
	switch p.method {
	case "REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH":
		if len(p.events) > 0 {
			p.problem(p.events[0].begin, "", "the file is an answer to an invitation (METHOD:%s) and has no appointments", p.method)
		}
		return
	}
	var list []*vevent
	for _, c := range p.events {
		v, err := p.event(c)
		if err != nil {
			n := v.Line
			var on *lineError
			if errors.As(err, &on) {
				n = on.n
			}
			p.problem(n, summary(c), "%s", err)
			continue
		}
		if p.method == "CANCEL" {
			v.Appointment.Status = Cancelled
		}
		list = append(list, v)
	}
	masters := map[string]*vevent{}
	for _, v := range list {
		if !v.master {
			continue
		}
		old, twice := masters[v.Appointment.UID]
		switch {
		case !twice || v.Appointment.Sequence > old.Appointment.Sequence:
			masters[v.Appointment.UID] = v
		case v.Appointment.Sequence == old.Appointment.Sequence && v.stamp >= old.stamp:
			masters[v.Appointment.UID] = v
		}
	}
	changes := map[string][]*vevent{}
	for _, v := range list {
		if !v.master {
			changes[v.Appointment.UID] = append(changes[v.Appointment.UID], v)
		}
	}
	for _, v := range list {
		switch m := masters[v.Appointment.UID]; {
		case v.master && m != v:
			p.problem(v.Line, v.Appointment.Title, "the file has a newer version of it (line %d)", m.Line)
		case v.master:
			p.apply(v, changes[v.Appointment.UID])
			p.out.Events = append(p.out.Events, v.Event)
		case m == nil:
			p.alone(v)
			p.out.Events = append(p.out.Events, v.Event)
		}
	}
}

// apply puts changed occurrences into their series.
func (p *reading) apply(v *vevent, changes []*vevent) {
	if len(changes) == 0 {
		return
	}
	a := &v.Appointment
	slices.SortStableFunc(changes, func(x, y *vevent) int { return x.Appointment.Sequence - y.Appointment.Sequence })
	first, last := changes[0].at, changes[0].at
	for _, c := range changes {
		// Its own zone may be another than the series'.
		c.at = sameInstant(c.at, c.zone, v.zone)
		if a.AllDay {
			c.at = c.at.Midnight()
		}
		first, last = min(first, c.at), max(last, c.at)
	}
	there := map[Wall]bool{}
	for _, w := range a.startsBetween(first, last, v.zone) {
		there[w] = true
	}
	for _, c := range changes {
		switch {
		case c.later:
			p.problem(c.Line, c.Appointment.Title, "it changes an occurrence and all later ones, which cannot be taken over; the series stays as it was")
			continue
		case !there[c.at]:
			p.problem(c.Line, c.Appointment.Title, "it changes the occurrence of %s, which the series does not have", c.at)
			continue
		case c.Appointment.AllDay != a.AllDay:
			p.problem(c.Line, c.Appointment.Title, "it takes all day, and its series does not, or the other way round")
			continue
		case len(a.Overrides) >= MaxOverrides:
			p.problem(c.Line, c.Appointment.Title, "its series has more than %d changed occurrences", MaxOverrides)
			continue
		}
		o := c.override(a)
		if !a.AllDay {
			o.Start = sameInstant(o.Start, c.zone, v.zone)
		}
		a.Overrides = append(a.Overrides, o)
		a.Source += c.Appointment.Source[:4]
		v.Notes = append(v.Notes, c.Notes...)
	}
	*a = a.Tidy()
}

// sameInstant is what a clock in one zone shows when that in another shows w.
func sameInstant(w Wall, from, to *time.Location) Wall {
	if from.String() == to.String() {
		return w
	}
	return WallAt(w.In(from).In(to))
}

// override is what is different about one occurrence.
func (v *vevent) override(series *Appointment) Override {
	b := v.Appointment
	o := Override{At: v.at, Start: b.Start, Length: b.Length, Status: b.Status}
	if b.Title != series.Title {
		o.Title = b.Title
	}
	if b.Place != series.Place {
		o.Place = b.Place
	}
	if b.Notes != series.Notes {
		o.Notes = b.Notes
	}
	return o
}

// alone is a changed occurrence whose series is not in the file: an invitation
// to one time of a series, or a change of it.
func (p *reading) alone(v *vevent) {
	o := v.override(&Appointment{})
	v.Only = &o
}
