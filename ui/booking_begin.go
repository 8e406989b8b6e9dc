package ui

import (
	"slices"
	"strings"
	"time"

	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/massage"
)

// usualClock is when the first appointment is, unless told otherwise.
var usualClock = calendar.WallOf(1970, time.January, 1, 17, 30, 0)

// oneDay and oneWeek are stretches of walls.
const (
	oneDay  = calendar.Wall(24 * 60 * 60)
	oneWeek = 7 * oneDay
)

// lastBooked is the occurrence that is the pattern of the next: the latest one
// that took place or is to.
func lastBooked(all []Booked, now time.Time) (calendar.Occurrence, bool) {
	var last calendar.Occurrence
	found := false
	for _, o := range calendar.Expand(all, now.Add(-rhythmOver), now.Add(bookedOver)) {
		if o.Status == calendar.Planned || o.Status == calendar.Done {
			last, found = o, true
		}
	}
	return last, found
}

// beginning is what the form of a new appointment begins with: as the last one
// was, or the last visit, on the day the next is due.
func (f *bookingForm) beginning() calendar.Details {
	w, m := f.s.w, f.known
	now, zone := w.now(), w.homeZone()
	today := calendar.WallAt(now.In(zone)).Midnight()
	d := calendar.Details{Zone: zone.String()}
	if m.library != nil {
		d.Length = time.Duration(m.library.Session.DefaultMin) * time.Minute
	}
	at := usualClock
	likeVisit := func(v Visited) {
		d.Type, d.Therapist, at = v.Type, v.Therapist, clockPart(calendar.WallAt(roundWhen(v.At.In(zone))))
		d.Place = f.placeOf(v)
		if v.Length >= calendar.MinLength {
			d.Length = v.Length
		}
	}
	day := today + oneWeek
	if due := m.rhythm(now).Due; !due.IsZero() {
		day = calendar.WallAt(due).Midnight()
	}
	v, after := m.visit(f.after)
	if f.after == "" {
		v, after = Visited{}, false
	}
	switch last, any := lastBooked(f.all, now); {
	case after:
		likeVisit(v)
		day, _ = w.nextDay(m, v)
	case any:
		d.Type, d.Therapist, d.Place = last.Type, last.Therapist, last.Place
		if !last.AllDay {
			d.Length, at = last.End.Sub(last.Start), clockPart(calendar.WallAt(last.Start))
		}
	default:
		if v, ok := m.last(); ok {
			likeVisit(v)
		}
	}
	if slices.ContainsFunc(m.therapists, func(t Therapist) bool { return t.ID == d.Therapist && t.Archived }) {
		d.Therapist = ""
	}
	d.Start = max(day, today+oneDay) + at
	switch {
	case f.on >= today && f.on > 0:
		d.Start = f.on + at
	case !after:
		d.Start = f.firstFree(d.Start, zone)
	}
	if !d.Start.Exists(zone) {
		d.Start = calendar.WallAt(d.Start.In(zone))
	}
	return d
}

// nextDay is the day of the next massage after a visit: so many weeks later, or
// the first such day to come. It is false where the visits suggest not to go;
// the day is then that of a week on.
func (w *Window) nextDay(m massages, v Visited) (calendar.Wall, bool) {
	zone := w.homeZone()
	weeks, ok := m.nextIn(w.now())
	day := calendar.WallAt(v.At.In(zone)).Midnight() + calendar.Wall(weeks)*oneWeek
	for day <= calendar.WallAt(w.now().In(zone)).Midnight() {
		day += oneWeek
	}
	return day, ok
}

// clockPart is the time of day of a wall.
func clockPart(w calendar.Wall) calendar.Wall { return w - w.Midnight() }

// firstFree is the first day near which nothing is booked: of the same day of
// the week, or any other where that is taken for weeks; the day itself where
// all are.
func (f *bookingForm) firstFree(start calendar.Wall, zone *time.Location) calendar.Wall {
	ahead := upcoming(f.all, f.s.w.now())
	gap := oneDay
	if m := f.known.library; m != nil {
		gap = max(gap, calendar.Wall(m.Frequency.MinGapDays)*oneDay)
	}
	for _, try := range []struct{ near, step calendar.Wall }{
		{max(gap, oneWeek), oneWeek}, {gap, oneWeek}, {gap, oneDay}, // closer than a week only where there is a series
	} {
		near, step := try.near, try.step
		for n := range calendar.Wall(8) {
			day := start + n*step
			if !slices.ContainsFunc(ahead, func(o calendar.Occurrence) bool {
				away := calendar.WallAt(o.Start.In(zone)).Midnight() - day.Midnight()
				return away < near && -away < near
			}) {
				return day
			}
		}
	}
	return start
}

// placeOf is where a visit was: where its appointment was to be, or the last one
// with the same therapist; else the therapist's practice.
func (f *bookingForm) placeOf(v Visited) string {
	if a, at, ok := bookedAs(f.all, v.Appointment, f.s.w.now()); ok && v.Appointment != "" {
		if o, ok := a.Occurrence(at); ok && o.Place != "" {
			return o.Place
		}
	}
	for _, a := range slices.Backward(f.all) {
		if a.Place != "" && a.Therapist != "" && strings.EqualFold(a.Therapist, v.Therapist) {
			return a.Place
		}
	}
	for _, t := range f.known.therapists {
		if t.ID == v.Therapist {
			return t.Practice
		}
	}
	return ""
}

// rhythm is how often the person goes, and when the next massage is due.
func (m massages) rhythm(now time.Time) massage.Rhythm {
	if m.library == nil || len(m.visits) == 0 {
		return massage.Rhythm{}
	}
	return massage.RhythmOf(m.library, m.recent(now), m.pains, now.Location())
}

// recent are the visits that a rhythm is read from: at least the last one.
func (m massages) recent(now time.Time) []Visited {
	recent := m.visits
	for len(recent) > 1 && now.Sub(recent[0].At) >= rhythmOver {
		recent = recent[1:]
	}
	return recent
}

// nextIn is in how many weeks the next massage is: by the rhythm, else as often
// as the library begins with. It is false where the visits suggest not to go.
func (m massages) nextIn(now time.Time) (weeks int, ok bool) {
	const usual = 2
	if m.library == nil {
		return usual, true
	}
	for _, x := range massage.Adjust(m.library.Rules, m.recent(now), m.pains) {
		if x.Rule.ID == massage.PauseAndCall || x.Rule.ID == massage.TalkOrSwitch {
			return 0, false
		}
	}
	r := m.rhythm(now)
	days := r.Every
	if v, any := m.last(); any && !r.Due.IsZero() && v.ID == r.Visit {
		days = -daysBetween(r.Due, v.At.In(r.Due.Location()))
	}
	if days > 0 {
		return max(1, (days+3)/7), true
	}
	f := m.library.Frequency
	switch slices.Index(f.Choices, f.Default) {
	case 0: // weekly
		return 1, true
	case 2: // monthly
		return 4, true
	}
	return usual, true
}
