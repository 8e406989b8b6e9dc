package reminders_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// line is a scheduler with nothing on but what follows visits, driven from
// instant to instant.
type line struct {
	s    reminders.State
	wake time.Time
	out  []string
}

var logged = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func visitsOnly(visits []reminders.Visit, rebook reminders.Rebooking, appointments ...reminders.Appointment) reminders.Config {
	c := reminders.DefaultConfig()
	c.Reminders, c.Leads = nil, []reminders.Lead{}
	c.Visits, c.Rebook, c.Appointments = visits, rebook, appointments
	return c
}

func (l *line) step(at time.Time, ev reminders.Event) {
	for !l.wake.IsZero() && l.wake.Before(at) {
		l.one(l.wake, reminders.Tick{})
	}
	l.one(at, ev)
}

func (l *line) one(at time.Time, ev reminders.Event) {
	var fx []reminders.Effect
	l.s, fx, l.wake = l.s.Step(at, ev)
	for _, e := range fx {
		text := fmt.Sprintf("%s %s %s", at.Format("2 15:04"), e.Verb, e.ID)
		if e.Verb == reminders.Close {
			text += " " + string(e.Outcome)
		}
		l.out = append(l.out, text)
	}
}

func (l *line) want(t *testing.T, want ...string) {
	t.Helper()
	if !slices.Equal(l.out, want) {
		t.Errorf("%q\nwant %q", l.out, want)
	}
}

func TestAnAnsweredFollowUpIsNotAsked(t *testing.T) {
	v := reminders.Visit{UID: "v", At: logged, Answered: []time.Duration{24 * time.Hour}}
	l := &line{}
	l.step(logged, reminders.Start{Config: visitsOnly([]reminders.Visit{v}, reminders.Rebooking{})})
	l.step(logged, reminders.Active{})
	l.step(logged.Add(200*time.Hour), reminders.Tick{})
	l.want(t, "26 12:00 show follow-up", "28 12:00 close follow-up expired")
}

func TestAnsweringClosesTheQuestion(t *testing.T) {
	v := reminders.Visit{UID: "v", At: logged}
	l := &line{}
	l.step(logged, reminders.Start{Config: visitsOnly([]reminders.Visit{v}, reminders.Rebooking{})})
	l.step(logged, reminders.Active{})
	day := 24 * time.Hour
	l.step(logged.Add(25*time.Hour), reminders.Tick{})
	v.Answered = []time.Duration{3 * day} // the other one, ahead of time
	l.step(logged.Add(25*time.Hour), reminders.Configure{Config: visitsOnly([]reminders.Visit{v}, reminders.Rebooking{})})
	l.want(t, "24 12:00 show follow-up")
	v.Answered = []time.Duration{3 * day, day}
	l.step(logged.Add(26*time.Hour), reminders.Configure{Config: visitsOnly([]reminders.Visit{v}, reminders.Rebooking{})})
	l.step(logged.Add(300*time.Hour), reminders.Tick{})
	l.want(t, "24 12:00 show follow-up", "24 14:00 close follow-up done")
}

func TestASnoozedQuestionThatIsAnsweredDoesNotComeBack(t *testing.T) {
	v := reminders.Visit{UID: "v", At: logged}
	l := &line{}
	l.step(logged, reminders.Start{Config: visitsOnly([]reminders.Visit{v}, reminders.Rebooking{})})
	l.step(logged, reminders.Active{})
	l.step(logged.Add(25*time.Hour), reminders.Answer{ID: reminders.FollowUp, Outcome: reminders.Snoozed, For: 2 * time.Hour})
	v.Answered = []time.Duration{24 * time.Hour}
	l.step(logged.Add(26*time.Hour), reminders.Configure{Config: visitsOnly([]reminders.Visit{v}, reminders.Rebooking{})})
	l.step(logged.Add(70*time.Hour), reminders.Tick{})
	l.want(t, "24 12:00 show follow-up", "24 13:00 close follow-up snoozed")
}

func TestAQuestionThatWaitsAndIsAnsweredIsGone(t *testing.T) {
	v := reminders.Visit{UID: "v", At: logged}
	l := &line{}
	l.step(logged, reminders.Start{Config: visitsOnly([]reminders.Visit{v}, reminders.Rebooking{})})
	l.step(logged, reminders.Lock{})
	l.step(logged.Add(25*time.Hour), reminders.Tick{})
	v.Answered = []time.Duration{24 * time.Hour}
	l.step(logged.Add(26*time.Hour), reminders.Configure{Config: visitsOnly([]reminders.Visit{v}, reminders.Rebooking{})})
	l.step(logged.Add(27*time.Hour), reminders.Unlock{})
	l.want(t)
}

func TestBookingClosesItsReminder(t *testing.T) {
	visits := []reminders.Visit{{UID: "v", At: logged, Answered: []time.Duration{24 * time.Hour, 72 * time.Hour}}}
	book := reminders.Rebooking{At: logged.Add(120 * time.Hour), Visit: "v"}
	next := reminders.Appointment{UID: "a", Start: logged.Add(240 * time.Hour), Length: time.Hour}
	start := func() *line {
		l := &line{}
		l.step(logged, reminders.Start{Config: visitsOnly(visits, book)})
		l.step(logged, reminders.Active{})
		l.step(logged.Add(121*time.Hour), reminders.Tick{})
		return l
	}
	l := start()
	l.step(logged.Add(122*time.Hour), reminders.Configure{Config: visitsOnly(visits, book, next)})
	l.want(t, "28 12:00 show rebook", "28 14:00 close rebook done")

	// The day moves with what is told of the pain: it is not said again.
	l = start()
	l.step(logged.Add(122*time.Hour), reminders.Answer{ID: reminders.Rebook, Outcome: reminders.Skipped})
	later := reminders.Rebooking{At: logged.Add(20 * 24 * time.Hour), Visit: "v"}
	l.step(logged.Add(123*time.Hour), reminders.Configure{Config: visitsOnly(visits, later)})
	l.step(logged.Add(30*24*time.Hour), reminders.Tick{})
	l.want(t, "28 12:00 show rebook", "28 14:00 close rebook skipped")

	// Nothing is to be booked any more.
	l = start()
	l.step(logged.Add(122*time.Hour), reminders.Configure{Config: visitsOnly(visits, reminders.Rebooking{})})
	l.want(t, "28 12:00 show rebook", "28 14:00 close rebook skipped")
}

// A snooze that lapses while the machine sleeps is asked again as soon as it
// wakes; the forecast never names an instant that has passed.
func TestASnoozeThatLapsedInSleepIsNotForecastInThePast(t *testing.T) {
	start := time.Date(2026, 11, 23, 9, 0, 0, 0, berlin(t))
	c := reminders.DefaultConfig()
	c.Appointments = []reminders.Appointment{{UID: "massage", Start: start.Add(time.Hour), Created: start.Add(-48 * time.Hour)}}
	s, _, _ := reminders.State{}.Step(start, reminders.Start{Config: c})
	s, _, _ = s.Step(start, reminders.Active{})
	s, _, _ = s.Step(start, reminders.Suspend{})
	s, _, _ = s.Step(start, reminders.Answer{ID: reminders.Upcoming, Outcome: reminders.Snoozed, For: 2 * time.Second})
	if len(s.Snoozes) != 1 {
		t.Fatalf("snoozed: %v", s.Snoozes)
	}
	now := start.Add(5 * time.Second)
	s, _, _ = s.Step(now, reminders.Lock{})
	for _, o := range s.Outlooks(now) {
		if !o.Next.IsZero() && o.Next.Before(now) {
			t.Errorf("%s is next at %s, which has passed", o.Reminder.ID, o.Next)
		}
	}
}
