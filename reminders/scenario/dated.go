package scenario

import (
	"fmt"
	"strings"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// appointment reads `appointment DATE TIME LENGTH TITLE…`. The title may be
// left out; the scheduler has no use for it.
func (p *parser) appointment(l line) {
	const hint = "as in: appointment 2026-11-26 17:30 60m Deep tissue"
	t, rest, ok := p.dated(l, hint)
	if !ok {
		return
	}
	if len(rest) == 0 {
		p.fail(l.n, hint, "the appointment's length is missing")
		return
	}
	d, ok := p.length(l.n, rest[0])
	if !ok {
		return
	}
	if d > maxVisit {
		p.fail(l.n, "a week at most", "%s is too long for an appointment", quote(rest[0]))
		return
	}
	p.file.Appointments = append(p.file.Appointments, reminders.Appointment{
		UID:    fmt.Sprintf("line-%d", l.n),
		Start:  t,
		Length: d,
		Title:  strings.Join(rest[1:], " "),
	})
}

// visit reads `visit DATE TIME`.
func (p *parser) visit(l line) {
	const hint = "as in: visit 2026-11-23 12:00"
	t, rest, ok := p.dated(l, hint)
	if !ok {
		return
	}
	if len(rest) > 0 {
		p.fail(l.n, hint, "%s after the visit's time means nothing", quote(rest[0]))
		return
	}
	p.file.Visits = append(p.file.Visits, reminders.Visit{UID: fmt.Sprintf("line-%d", l.n), At: t})
}

// rebook reads `rebook DATE TIME`: when the next massage is to be booked.
func (p *parser) rebook(l line) {
	const hint = "as in: rebook 2026-11-30 10:00"
	t, rest, ok := p.dated(l, hint)
	switch {
	case p.booking > 0:
		p.fail(l.n, "keep one of the two", "a second rebook line; the first is line %d", p.booking)
		return
	case ok && len(rest) > 0:
		p.fail(l.n, hint, "%s after the time means nothing", quote(rest[0]))
	}
	p.booking = l.n
	p.file.Rebook = reminders.Rebooking{At: t, Visit: fmt.Sprintf("line-%d", l.n)}
}

// rebookAfter has the rebook line follow the last visit before it, if there is
// one.
func (p *parser) rebookAfter() {
	var last reminders.Visit
	for _, v := range p.file.Visits {
		if !v.At.Before(last.At) && v.At.Before(p.file.Rebook.At) {
			last = v
		}
	}
	if last.UID != "" {
		p.file.Rebook.Visit = last.UID
	}
}

// dated reads the time of an appointment, a visit or a rebooking: a bare time counts from
// the start, wherever the line stands.
func (p *parser) dated(l line, hint string) (time.Time, []string, bool) {
	m, rest, err := readMoment(l.args)
	if err != nil {
		p.fail(l.n, hint, "%v", err)
		return time.Time{}, nil, false
	}
	switch {
	case m.dated():
		return m.on(p.file.Zone), rest, true
	case p.file.Start.IsZero():
		return time.Time{}, nil, false
	}
	return m.after(p.file.Start, p.file.Zone), rest, true
}
