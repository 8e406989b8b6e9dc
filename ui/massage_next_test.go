package ui

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/ui/widgets"
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
	s.mustSay(t, "Called off: "+next+". Tell your therapist, too.", "Thursday, 3 December, 17:30–18:30", "Then Thursday, 10 December, 17:30–18:30")
	s.mustNotSay(t, after)
	s.press(t, "Undo")
	s.mustSay(t, next, after)
	if !slices.Equal(s.agent.calls, []string{"reload", "reload"}) {
		t.Errorf("the agent heard %q", s.agent.calls)
	}
}

func TestNoAppointment(t *testing.T) {
	s := newStage(t, Massage, oneVisit)
	s.mustSay(t, "Next appointment", "Nothing is booked")
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

// What did not take place is said so, and that is taken back.
func TestAnAppointmentThatDidNotTakePlace(t *testing.T) {
	const ref = "weekly@2026-11-23T17:30"
	s := newStage(t, Massage, oneVisit, weeklyFrom(wallOn(23, 17, 30)))
	s.OpenAt(Massage, "visit-log:"+ref)
	form := s.visitForm(t)
	form.draft.Notes = "It rained."
	status := func() calendar.Status {
		t.Helper()
		o, ok := occurrenceCalled(s.calendar.kept, ref, s.time)
		if !ok {
			t.Fatal("it is gone")
		}
		return o.Status
	}
	s.calendar.err = errNoSuch
	s.press(t, "It did not take place")
	s.mustSay(t, "This was not saved", "Log a visit")
	s.calendar.err = nil
	s.agent.calls = nil
	s.press(t, "It did not take place")
	if status() != calendar.Missed || s.at.screen != Massage || len(s.visits.kept) != 1 || !slices.Contains(s.agent.calls, "reload") {
		t.Fatalf("%s, at %v, %d visits, the agent was told %q", status(), s.at, len(s.visits.kept), s.agent.calls)
	}
	s.mustSay(t, "It did not take place: Yesterday, 17:30–18:30.")

	// Who comes again may log it all the same, but not say it twice.
	s.OpenAt(Massage, "visit-log:"+ref)
	s.mustSay(t, "Filled in from your appointment")
	if s.offers("It did not take place") {
		t.Error("it may be said twice")
	}
	s.OpenAt(Massage, "")

	s.press(t, "Undo")
	if status() != calendar.Planned || s.visitForm(t) != form || form.draft.Notes != "It rained." {
		t.Errorf("%s, at %v", status(), s.at)
	}
	s.press(t, "Save")
	if n := len(s.visits.kept); n != 2 || s.visits.kept[1].Appointment != ref {
		t.Errorf("kept %+v", s.visits.kept)
	}

	// Of one that is ahead, of a visit that is there, and of none at all it
	// cannot be said.
	for _, part := range []string{"visit-log:weekly@2026-11-30T17:30", "visit-log:" + ref, "visit-log:another"} {
		s.OpenAt(Massage, part)
		if s.offers("It did not take place") {
			t.Errorf("%s may be missed", part)
		}
	}
	s.OpenAt(Visit, "new")
	if s.offers("It did not take place") {
		t.Error("a new visit may be missed")
	}
}

// offers tells whether there is such a button.
func (s *stage) offers(label string) bool {
	found := false
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		b, ok := o.(*widgets.Button)
		found = found || ok && b.Visible() && b.Label == label
	})
	return found
}

// Of something that took all day nobody knows when the massage was: it is now,
// or was on that day.
func TestLogAWholeDay(t *testing.T) {
	for _, c := range []struct {
		day, days int
		want      string
	}{
		{24, 1, morning.Truncate(5 * time.Minute).Format(whenLayout)},
		{23, 2, morning.Truncate(5 * time.Minute).Format(whenLayout)},
		{23, 1, "2026-11-23 12:00"},
		{20, 3, "2026-11-22 12:00"},
	} {
		s := newStage(t, Massage, oneVisit, func(s *stage) {
			s.calendar.kept = []Booked{{
				UID: "spa", Start: wallOn(c.day, 0, 0), Zone: "Europe/Berlin", AllDay: true, Length: time.Duration(c.days) * 24 * time.Hour, Status: calendar.Planned,
			}}
		})
		s.OpenAt(Massage, "visit-log:spa")
		if d := s.visitForm(t).draft; d.when != c.want || d.Length >= 12*time.Hour {
			t.Errorf("%d days from the %d: %s, %s; want %s", c.days, c.day, d.when, d.Length, c.want)
		}
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
