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

// dated reads the time of an appointment or a visit: a bare time counts from
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
