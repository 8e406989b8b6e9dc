package calendar

import (
	"errors"
	"math"
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// convert makes appointments of the events that were read.
func (p *reading) convert() {
	if len(p.events)+len(p.out.Problems) == 0 {
		p.problem(1, "", "%s", catalog.L("there is no event (VEVENT) in it"))
	}
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
			for _, e := range p.apply(v, changes[v.Appointment.UID]) {
				p.add(e)
			}
		case m == nil:
			p.alone(v)
			p.add(v.Event)
		}
	}
}

// add keeps an event, and says so where it never takes place.
func (p *reading) add(e Event) {
	if len(e.Appointment.ExDates) > 0 {
		if !e.Appointment.ever() {
			e.Notes = append(slices.Clone(e.Notes), catalog.L("all its times are left out, so that it never takes place"))
		}
	}
	p.out.Events = append(p.out.Events, e)
}

// apply puts changed occurrences into their series, and cuts it where all later
// ones are changed.
func (p *reading) apply(v *vevent, changes []*vevent) []Event {
	if len(changes) == 0 {
		return []Event{v.Event}
	}
	slices.SortStableFunc(changes, func(x, y *vevent) int { return x.Appointment.Sequence - y.Appointment.Sequence })
	for _, c := range changes {
		// Its own zone may be another than the series'.
		own := c.at == c.Appointment.Start
		if !c.atDate {
			c.at = sameInstant(c.at, c.zone, v.zone)
		}
		// A date alone, also written as its midnight, means the occurrence of
		// that day.
		if !v.Appointment.AllDay && c.at == c.at.Midnight() && !v.Appointment.has(c.at, v.zone) {
			c.at += v.Appointment.Start.sinceMidnight()
			if _, says := c.line["DTSTART"]; own && !says {
				c.Appointment.Start, c.Appointment.AllDay, c.Appointment.Length = c.at, false, v.Appointment.Length
			}
		}
		if v.Appointment.AllDay {
			c.at = c.at.Midnight()
		}
	}
	pieces := p.cut(v, changes)
	var out []Event
	for i := range pieces {
		until := Wall(math.MaxInt64)
		if i+1 < len(pieces) {
			until = pieces[i+1].from
		}
		p.override(&pieces[i], v, slices.DeleteFunc(slices.Clone(changes), func(c *vevent) bool {
			return c.later || i > 0 && c.at < pieces[i].from || c.at >= until
		}))
		out = append(out, pieces[i].Event)
	}
	return out
}

// override puts changes of single occurrences into a piece of their series.
func (p *reading) override(x *piece, v *vevent, changes []*vevent) {
	if len(changes) == 0 {
		return
	}
	a := &x.Appointment
	first, last := changes[0].at, changes[0].at
	for _, c := range changes {
		first, last = min(first, c.at), max(last, c.at)
	}
	there := map[Wall]bool{}
	for _, w := range a.startsBetween(first+x.moved, last+x.moved, v.zone) {
		there[w] = true
	}
	for _, c := range changes {
		switch {
		case !there[c.at+x.moved]:
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
		o.At = c.at + x.moved
		if !a.AllDay {
			o.Start = sameInstant(o.Start, c.zone, v.zone)
		}
		a.Overrides = append(a.Overrides, o)
		a.Source += c.Appointment.Source[:4]
		x.Notes = append(slices.Clone(x.Notes), c.Notes...)
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
	if v.later {
		v.more = true
		v.Notes = append(v.Notes, catalog.L("it speaks of all later ones of its series, too, which is not in the file"))
	}
}
