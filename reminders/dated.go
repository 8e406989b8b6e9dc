package reminders

import (
	"fmt"
	"slices"
	"time"
)

// memory is how long a spoken occasion is remembered after it lost its use, so
// that a clock set back does not bring it up again.
const memory = 72 * time.Hour

// rebookMemory is the same for the reminder to book: the day it is due on moves
// with what is told of the pain, and it is said once for all that.
const rebookMemory = 366 * 24 * time.Hour

func memoryOf(id ID) time.Duration {
	if id == Rebook {
		return rebookMemory
	}
	return memory
}

// lookBack bounds how far back fixed times that nobody saw are reported.
const lookBack = 31 * 24 * time.Hour

// dated decides what fixed-time and dated reminders do now.
func (s *State) dated(now time.Time) (closes, shows []Effect) {
	s.collect(now)
	s.wakeSnoozed(now)

	ready := map[ID][]Occasion{}
	s.Waiting = slices.DeleteFunc(s.Waiting, func(o Occasion) bool {
		switch {
		case !now.Before(o.Until):
			closes = append(closes, missed(o))
		case s.mayShow(o.ID):
			ready[o.ID] = append(ready[o.ID], o)
		default:
			return false
		}
		return true
	})
	for id, list := range ready {
		c, show := s.present(now, id, list)
		closes = append(closes, c...)
		shows = append(shows, show)
	}
	return closes, shows
}

func missed(o Occasion) Effect {
	return Effect{Verb: Close, ID: o.ID, Outcome: Missed, Prompt: Prompt{ID: o.ID, Due: o.Due, Until: o.Until, Refs: o.Refs}}
}

// mayShow tells whether a fixed-time or dated prompt may be shown: appointments
// always, follow-ups when somebody is there, fixed times when they are also
// neither busy nor paused.
func (s *State) mayShow(id ID) bool {
	switch id {
	case Upcoming, VisitLog:
		return true
	case FollowUp, Rebook:
		return !s.Gone
	default:
		return !s.Gone && len(s.Sources) == 0 && !s.Paused
	}
}

// present puts the occasions of one reminder on screen as one prompt. It
// replaces the one that is there.
func (s *State) present(now time.Time, id ID, list []Occasion) (closes []Effect, show Effect) {
	p := Prompt{ID: id, ShownAt: now}
	slices.SortStableFunc(list, func(a, b Occasion) int { return a.Due.Compare(b.Due) })
	if _, open := s.Prompts[id]; open {
		closes = append(closes, s.close(id, Expired))
	}
	for i, o := range list {
		if len(o.Refs) == 0 && i < len(list)-1 {
			closes = append(closes, missed(o)) // an earlier fixed time nobody saw
			continue
		}
		p.Due = o.Due
		for _, ref := range o.Refs {
			if !slices.Contains(p.Refs, ref) {
				p.Refs = append(slices.Clone(p.Refs), ref)
			}
		}
		if p.Until.IsZero() || o.Until.Before(p.Until) {
			p.Until = o.Until
		}
	}
	delete(s.Snoozes, id)
	return closes, s.show(p)
}

// wakeSnoozed makes snoozed fixed-time and dated prompts due again.
func (s *State) wakeSnoozed(now time.Time) {
	for id, z := range s.Snoozes {
		switch {
		case s.isInterval(id):
		case id == Upcoming && !now.Before(z.Prompt.Until):
			delete(s.Snoozes, id) // put off until after the start
		case !now.Before(z.Until):
			delete(s.Snoozes, id)
			o := Occasion{ID: id, Key: "snoozed " + string(id), Due: z.Until, Until: z.Prompt.Until, Refs: z.Prompt.Refs}
			if id != Upcoming {
				o.Until = z.Until.Add(s.useful(id))
			}
			s.Waiting = append(s.Waiting, o)
		}
	}
}

// useful is how long a fixed-time or dated prompt other than an appointment's
// stays.
func (s *State) useful(id ID) time.Duration {
	c := s.config()
	switch id {
	case VisitLog:
		return c.VisitLogFor
	case FollowUp, Rebook:
		return c.FollowUpFor
	default:
		return c.UsefulFor
	}
}

// collect makes an occasion of everything that has fallen due since the last
// look.
func (s *State) collect(now time.Time) {
	from := s.Seen
	for key, until := range s.Spoken {
		if until.Before(now) && until.Before(from) {
			delete(s.Spoken, key)
		}
	}
	add := func(o Occasion) {
		if _, done := s.Spoken[o.Key]; done {
			return
		}
		s.Spoken[o.Key] = o.Until.Add(memoryOf(o.ID))
		if o.Until.After(from) {
			s.Waiting = append(s.Waiting, o)
		}
	}
	if early := now.Add(-lookBack); from.Before(early) {
		from = early
	}
	for _, o := range s.fixed(from, now) {
		add(o)
	}
	s.leads(now, add)
	for _, o := range s.afterwards() {
		if !o.Due.After(now) {
			add(o)
		}
	}
	if now.After(s.Seen) {
		s.Seen = now
	}
}

// fixed lists the fixed times after from, up to and including to.
func (s *State) fixed(from, to time.Time) []Occasion {
	c := s.config()
	var out []Occasion
	for _, r := range c.Reminders {
		if !r.Enabled || r.Interval() {
			continue
		}
		y, m, d := from.In(c.zone()).Date()
		for i := -1; ; i++ {
			day := time.Date(y, m, d+i, 12, 0, 0, 0, time.UTC)
			if day.Add(-48 * time.Hour).After(to) {
				break
			}
			if r.Days != 0 && !r.Days.Has(day.Weekday()) {
				continue
			}
			for _, at := range r.At {
				due := Local(day.Year(), day.Month(), day.Day(), at, c.zone())
				if due.After(from) && !due.After(to) {
					out = append(out, Occasion{
						ID: r.ID, Due: due, Until: due.Add(c.UsefulFor),
						Key: fmt.Sprintf("%s %s %s", r.ID, day.Format(time.DateOnly), at),
					})
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Occasion) int { return a.Due.Compare(b.Due) })
	return out
}

// Instant is when a lead of an appointment that starts at start falls due:
// days by the calendar of start's own zone, hours as elapsed time.
func (l Lead) Instant(start time.Time) time.Time {
	if l.Days == 0 {
		return start.Add(-l.Elapsed)
	}
	y, m, d := start.Date()
	h, mi, se := start.Clock()
	return Local(y, m, d-l.Days, Clock(h, mi, se), start.Location())
}

func (c *Config) leadsOf(a Appointment) []Lead {
	if a.Leads != nil {
		return a.Leads
	}
	return c.Leads
}

// leads announces appointments that are ahead, each at its nearest lead that
// has come; those before it need not be said any more.
func (s *State) leads(now time.Time, add func(Occasion)) {
	c := s.config()
	for _, a := range c.Appointments {
		if !a.Start.After(now) {
			continue
		}
		var nearest Occasion
		for _, l := range c.leadsOf(a) {
			due := l.Instant(a.Start)
			if due.After(now) || due.Before(a.Created) {
				continue
			}
			o := Occasion{
				ID: Upcoming, Due: due, Until: a.Start, Refs: []string{a.UID},
				Key: fmt.Sprintf("appointment %s %d %s", a.UID, a.Start.Unix(), l),
			}
			if nearest.Key == "" || due.After(nearest.Due) {
				nearest, o = o, nearest
			}
			if o.Key != "" {
				s.Spoken[o.Key] = o.Until.Add(memory)
			}
		}
		if nearest.Key != "" {
			add(nearest)
		}
	}
}

// afterwards lists what follows appointments and visits: "how was it?", a day
// and three days later, and when the next one is to be booked.
func (s *State) afterwards() []Occasion {
	c := s.config()
	var out []Occasion
	if c.VisitLogFor > 0 {
		for _, a := range c.Appointments {
			if c.logged(a.UID) {
				continue
			}
			end := a.Start.Add(a.Length)
			due := end.Add(c.VisitLogAfter)
			out = append(out, Occasion{
				ID: VisitLog, Due: due, Until: due.Add(c.VisitLogFor), Refs: []string{a.UID},
				Key: fmt.Sprintf("visit-log %s %d", a.UID, end.Unix()),
			})
		}
	}
	for _, v := range c.Visits {
		for _, after := range c.FollowUps {
			if slices.Contains(v.Answered, after) {
				continue
			}
			due := v.At.Add(after)
			out = append(out, Occasion{
				ID: FollowUp, Due: due, Until: due.Add(c.FollowUpFor), Refs: []string{v.UID},
				Key: fmt.Sprintf("follow-up %s %d %s", v.UID, v.At.Unix(), FormatDuration(after)),
			})
		}
	}
	if r := c.Rebook; !r.At.IsZero() && !c.booked() {
		out = append(out, Occasion{
			ID: Rebook, Due: r.At, Until: r.At.Add(c.FollowUpFor), Refs: []string{r.Visit},
			Key: "rebook " + r.Visit, // once for each visit, though the day may move
		})
	}
	return out
}

// booked tells whether there is an appointment after the visit that rebooking
// follows: one that is ahead, or one that is still to be logged.
func (c *Config) booked() bool {
	var last Visit
	if i := slices.IndexFunc(c.Visits, func(v Visit) bool { return v.UID == c.Rebook.Visit }); i >= 0 {
		last = c.Visits[i]
	}
	return slices.ContainsFunc(c.Appointments, func(a Appointment) bool {
		return a.Start.After(last.At) && (last.Appointment == "" || a.UID != last.Appointment)
	})
}

// answered tells whether the follow-up of a visit that was due last at an
// instant was answered.
func (c *Config) answered(v Visit, at time.Time) bool {
	var last time.Duration
	for _, after := range c.FollowUps {
		if !v.At.Add(after).After(at) {
			last = max(last, after)
		}
	}
	return slices.Contains(v.Answered, last)
}

// logged tells whether a visit answers that appointment.
func (c *Config) logged(appointment string) bool {
	return slices.ContainsFunc(c.Visits, func(v Visit) bool { return v.Appointment != "" && v.Appointment == appointment })
}
