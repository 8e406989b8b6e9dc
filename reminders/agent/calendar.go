package agent

import (
	"context"
	"slices"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/calendar"
)

// Calendar is where the person's appointments are.
type Calendar interface {
	// Appointments are those that may take place from one instant up to
	// another.
	Appointments(ctx context.Context, from, to time.Time) ([]calendar.Appointment, error)
}

const (
	// daysAhead is how far ahead appointments are known to the scheduler. They
	// are looked at anew every day.
	daysAhead = 400
	// daysBack covers those one is still asked about.
	daysBack = 3
	// mostAhead bounds how many there are: the next ones count.
	mostAhead = 1000
)

// readCalendar looks the appointments up. Where they cannot be read, those
// known before stay.
func (a *Agent) readCalendar(ctx context.Context) {
	a.unread = ""
	if a.o.Calendar == nil {
		return
	}
	now := a.now()
	from, to := now.AddDate(0, 0, -daysBack), now.AddDate(0, 0, daysAhead)
	list, err := a.o.Calendar.Appointments(ctx, from, to)
	if err != nil {
		a.o.Log.Error("the appointments could not be read", "err", err)
		a.unread = catalog.L("The appointments could not be read: {{.Problem}}", catalog.D{"Problem": err})
		return
	}
	a.appointments, a.calendarDay = Scheduled(list, from, to), now.YearDay()
}

// Scheduled are the planned occurrences in a stretch of time, as the scheduler
// knows them.
func Scheduled(list []calendar.Appointment, from, to time.Time) []reminders.Appointment {
	var out []reminders.Appointment
	for _, o := range calendar.Expand(list, from, to) {
		if o.Status != calendar.Planned {
			continue
		}
		ap := reminders.Appointment{UID: o.Ref(), Start: o.Start, Length: o.End.Sub(o.Start), Title: o.Title, Created: o.Created, AllDay: o.AllDay}
		if o.AllDay {
			ap.Start, ap.Length = workdays(o.Start, o.End)
		}
		if o.Leads != nil {
			ap.Leads = []reminders.Lead{}
			for _, l := range o.Leads {
				ap.Leads = append(ap.Leads, reminders.Lead{Days: l.Days, Elapsed: l.Elapsed})
			}
		}
		if out = append(out, ap); len(out) >= mostAhead {
			break
		}
	}
	return out
}

// workdays is when something that takes whole days counts as begun and as over,
// so that nobody is reminded at midnight, or asked how it was on the first day
// of three. The days go from one midnight up to another.
func workdays(first, end time.Time) (start time.Time, length time.Duration) {
	at := func(day time.Time, back, hour int) time.Time {
		y, m, d := day.Date()
		return reminders.Local(y, m, d-back, reminders.Clock(hour, 0, 0), day.Location())
	}
	start = at(first, 0, 9)
	return start, at(end, 1, 17).Sub(start)
}

// refreshCalendar looks the appointments up anew once a day: the window they
// are known in moves on.
func (a *Agent) refreshCalendar(ctx context.Context) {
	if a.o.Calendar == nil || a.calendarDay == a.now().YearDay() {
		return
	}
	before := a.appointments
	a.readCalendar(ctx)
	same := slices.EqualFunc(before, a.appointments, func(x, y reminders.Appointment) bool { return x.UID == y.UID && x.Start.Equal(y.Start) })
	if !same {
		a.step(ctx, reminders.Configure{Config: a.config()})
	}
}
