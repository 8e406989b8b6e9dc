package ui

import (
	"slices"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/control"
)

func wallOn(day, hour, minute int) calendar.Wall {
	return calendar.WallOf(2026, time.November, day, hour, minute, 0)
}

// The next appointment is told with what comes after it; one of a series can be
// called off, and that can be taken back.
func TestNextAppointment(t *testing.T) {
	s := newStage(t, Massage, oneVisit, weeklyFrom(wallOn(19, 17, 30)))
	const next, after = "Thursday, 26 November, 17:30–18:30", "Then Thursday, 3 December, 17:30–18:30"
	s.mustSay(t, "Next appointment", next, "Deep tissue massage · Therapist A · practice on Main Street", after)
	s.mustNotSay(t, "19 November, 17:30") // it is over
	s.press(t, "Call off")
	s.mustSay(t, "Called off: "+next+". Tell them, too.", "Thursday, 3 December, 17:30–18:30", "Then Thursday, 10 December, 17:30–18:30")
	s.mustNotSay(t, after)
	s.press(t, "Undo")
	s.mustSay(t, next, after)
	if !slices.Equal(s.agent.calls, []string{"reload", "reload"}) {
		t.Errorf("the agent heard %q", s.agent.calls)
	}
}

func TestNoAppointment(t *testing.T) {
	s := newStage(t, Massage, oneVisit)
	s.mustNotSay(t, "Next appointment")
	s = newStage(t, Massage, oneVisit, func(s *stage) { s.calendar.err = errNoSuch })
	s.mustSay(t, "there is no such entry")
}

func TestWhenAnAppointmentIs(t *testing.T) {
	s := newStage(t, Massage)
	zone := morning.Location()
	at := func(day, hour int) time.Time { return time.Date(2026, time.November, day, hour, 30, 0, 0, zone) }
	utc := time.Date(2026, time.November, 26, 0, 0, 0, 0, time.FixedZone("east", 13*3600))
	for _, x := range []struct {
		o    calendar.Occurrence
		want string
	}{
		{calendar.Occurrence{Start: at(24, 17), End: at(24, 18)}, "Today, 17:30–18:30"},
		{calendar.Occurrence{Start: at(25, 17).UTC(), End: at(25, 18).UTC()}, "Tomorrow, 17:30–18:30"},
		{calendar.Occurrence{Start: at(27, 9), End: at(27, 10)}, "Friday, 27 November, 09:30–10:30"},
		{calendar.Occurrence{Start: utc, End: utc.AddDate(0, 0, 1), AllDay: true}, "Thursday, 26 November"},
	} {
		if got := s.occurrenceWhen(x.o); got != x.want {
			t.Errorf("got %q, want %q", got, x.want)
		}
	}
}

// The question after an appointment leads to a form that knows of it already.
func TestLogAnAppointment(t *testing.T) {
	s := newStage(t, Massage, oneVisit, weeklyFrom(wallOn(23, 17, 30)))
	s.OpenAt(Massage, "visit-log:weekly@2026-11-23T17:30")
	s.mustSay(t, "Log a visit", "Filled in from your appointment; change what was different.")
	if d := s.visitForm(t).draft; d.when != "2026-11-23 17:30" || d.Type != "deep-tissue" || d.Therapist != "a" || d.Length != time.Hour {
		t.Errorf("it is filled in with %+v", d)
	}
	s.press(t, "Save")
	if n := len(s.visits.kept); n != 2 || s.visits.kept[1].Appointment != "weekly@2026-11-23T17:30" {
		t.Fatalf("kept %+v", s.visits.kept)
	}

	s.OpenAt(Massage, "visit-log:weekly@2026-11-23T17:30") // once more
	s.mustSay(t, "Change a visit")
	s.visitForm(t).draft.Notes = "Left hip still tight."
	s.press(t, "Save")
	if n := len(s.visits.kept); n != 2 || s.visits.kept[1].Notes != "Left hip still tight." {
		t.Fatalf("kept %+v", s.visits.kept)
	}

	s.OpenAt(Massage, "visit-log:another") // since deleted, say
	s.mustSay(t, "Filled in as your last visit was")
	if d := s.visitForm(t).draft; d.Appointment != "" {
		t.Errorf("it belongs to %q", d.Appointment)
	}
}

func TestTodayLeadsToTheFormOfAnAppointment(t *testing.T) {
	s := newStage(t, Today, oneVisit, weeklyFrom(wallOn(23, 17, 30)))
	st := sittingStatus()
	st.Prompts = []control.OpenPrompt{{Reminder: string(reminders.VisitLog), ShownAt: morning, Part: "visit-log:weekly@2026-11-23T17:30"}}
	s.SetStatus(st)
	s.press(t, "Log a visit")
	s.mustSay(t, "Filled in from your appointment")
}

// A massage of today is what the next suggestion knows of.
func TestSuggestionAfterAMassage(t *testing.T) {
	s := newStage(t, Stretch, oneVisit)
	s.mustNotSay(t, "After your massage")
	s = newStage(t, Stretch, oneVisit, func(s *stage) { s.visits.kept[0].At = morning.Add(-2 * time.Hour) })
	s.mustSay(t, "After your massage")
}
