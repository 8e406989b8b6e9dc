package ui

import (
	"cmp"
	"reflect"
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/ui/widgets"
)

// agenda is what is booked in a stretch of time.
type agenda struct {
	from, to time.Time
	all      []calendar.Occurrence // in order
	whole    map[string]bool       // series, by uid, that are called off as a whole
	list     bool                  // it is for the list, not for the month
	failed   bool                  // it could not be read
}

// agendaOf works it out.
func agendaOf(booked []Booked, from, to time.Time) agenda {
	a := agenda{from: from, to: to, all: calendar.Expand(booked, from, to), whole: map[string]bool{}}
	for _, b := range booked {
		if b.Repeats() && b.Status == calendar.Cancelled {
			a.whole[b.UID] = true
		}
	}
	return a
}

// same tells whether the same is booked.
func (a agenda) same(b agenda) bool {
	b.from, b.to = a.from, a.to // a list begins a little later each time
	return reflect.DeepEqual(a, b)
}

// knows tells whether it has all that is on a day.
func (a agenda) knows(day time.Time) bool {
	return day.After(a.from) && day.AddDate(0, 0, 1).Before(a.to)
}

// monthGet reads what is on the days shown.
func (c *calendarCard) monthGet() func() (agenda, error) {
	first, end := c.grid.Span()
	zone, from := c.s.w.now().Location(), c.s.w.Calendar
	return func() (agenda, error) {
		at := func(day time.Time, more int) time.Time {
			y, m, d := day.Date()
			return time.Date(y, m, d+more, 0, 0, 0, 0, zone)
		}
		// Those of whole days are on the day of their own zone: two days more
		// hold them all.
		begin, over := at(first, -2), at(end, 2)
		booked, err := from.AppointmentsBetween(begin, over)
		if err != nil {
			return agenda{}, err
		}
		return agendaOf(booked, begin, over), nil
	}
}

// mostDays bounds the days one occurrence is shown on.
const mostDays = 62

// daysOf are the dates on which an occurrence takes place.
func daysOf(o calendar.Occurrence, zone *time.Location) []time.Time {
	start, end := o.Start, o.End
	if !o.AllDay {
		start, end = start.In(zone), end.In(zone)
	}
	first, last := dateOn(start), dateOn(end.Add(-time.Nanosecond))
	out := []time.Time{first}
	for day := first.AddDate(0, 0, 1); !day.After(last) && len(out) < mostDays; day = day.AddDate(0, 0, 1) {
		out = append(out, day)
	}
	return out
}

// on are the occurrences of a day.
func (c *calendarCard) on(day time.Time) []calendar.Occurrence {
	zone := c.s.w.now().Location()
	var out []calendar.Occurrence
	for _, o := range c.shown.all {
		if slices.ContainsFunc(daysOf(o, zone), day.Equal) {
			out = append(out, o)
		}
	}
	return out
}

// visitsOn are the visits of a day.
func (c *calendarCard) visitsOn(day time.Time) []Visited {
	zone := c.s.w.now().Location()
	var out []Visited
	for _, v := range c.s.known.visits {
		if dateOn(v.At.In(zone)).Equal(day) {
			out = append(out, v)
		}
	}
	return out
}

// state is what became of an occurrence.
type state int

const (
	stateAhead state = iota // it is to come, or under way
	stateOff                // it was called off
	stateOpen               // it is over, and no visit is known of it
	stateMissed
	stateLogged // it was a visit
)

// stateOf tells it.
func (c *calendarCard) stateOf(o calendar.Occurrence) state {
	switch {
	case c.s.known.visitOf(o.Ref()) != "":
		return stateLogged
	case o.Status == calendar.Cancelled:
		return stateOff
	case o.Status == calendar.Missed:
		return stateMissed
	case o.End.After(c.s.w.now()):
		return stateAhead
	}
	return stateOpen
}

// words say it, and tone is the colour they have.
func (s state) words() (string, widgets.Tone) {
	switch s {
	case stateOff:
		return catalog.L("called off"), toneOff
	case stateOpen:
		return catalog.L("not logged yet"), widgets.Amber
	case stateMissed:
		return catalog.L("missed"), toneOff
	case stateLogged:
		return catalog.L("logged"), toneVisit
	}
	return catalog.L("planned"), toneBooked
}

// The tones of what is marked on a day; a dot of each has its own shape.
const (
	toneBooked = widgets.Accent
	toneVisit  = widgets.Cold
	toneOff    = widgets.Neutral
	toneDue    = widgets.Amber
)

// marksOf are the marks of all days: of each day those of the morning first.
func (c *calendarCard) marksOf(all []calendar.Occurrence) map[time.Time][]widgets.Mark {
	type timed struct {
		at time.Time
		widgets.Mark
	}
	zone, lib := c.s.w.now().Location(), c.s.known.library
	days := map[time.Time][]timed{}
	logged := map[string]time.Time{} // the days of visits, by their appointments
	first, end := c.grid.Span()
	for _, v := range c.s.known.visits {
		at := v.At.In(zone)
		day := dateOn(at)
		if day.Before(first) || !day.Before(end) {
			continue
		}
		if v.Appointment != "" {
			logged[v.Appointment] = day
		}
		what := catalog.L("{{.Time}} {{.Name}}, logged", catalog.D{"Time": clock(at), "Name": massageType(lib, v.Type)})
		days[day] = append(days[day], timed{at, widgets.Mark{Tone: toneVisit, Text: what}})
	}
	for _, o := range all {
		st := c.stateOf(o)
		what := c.s.known.occurrenceName(o)
		if !o.AllDay {
			what = catalog.L("{{.Time}} {{.Name}}", catalog.D{"Time": clock(o.Start.In(zone)), "Name": what})
		}
		tone := toneBooked
		switch word, t := st.words(); st {
		case stateAhead:
		case stateOff, stateMissed, stateLogged:
			tone = t
			fallthrough
		default:
			what = catalog.L("{{.What}}, {{.Status}}", catalog.D{"What": what, "Status": word})
		}
		for _, day := range daysOf(o, zone) {
			if on, ok := logged[o.Ref()]; !ok || !on.Equal(day) { // else the visit says it
				days[day] = append(days[day], timed{o.Start, widgets.Mark{Tone: tone, Text: what}})
			}
		}
	}
	if due := c.s.due; !due.IsZero() {
		day := dateOn(due.In(zone))
		days[day] = append(days[day], timed{due, widgets.Mark{Tone: toneDue, Text: catalog.L("next massage due")}})
	}
	out := make(map[time.Time][]widgets.Mark, len(days))
	for day, marks := range days {
		slices.SortStableFunc(marks, func(a, b timed) int { return cmp.Compare(a.at.Unix(), b.at.Unix()) })
		for _, m := range marks {
			out[day] = append(out[day], m.Mark)
		}
	}
	return out
}
