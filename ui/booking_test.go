package ui

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders/calendar"
)

func (s *stage) bookingForm(t *testing.T) *bookingForm {
	t.Helper()
	return formOn[*bookingForm](t, s, Booking)
}

// setText types into a field, in the place of what stood there.
func (f *bookingForm) setText(field, text string) {
	f.fields[field].focus.(interface{ SetText(string) }).SetText(text)
}

// retype types over what has the focus.
func (s *stage) retype(text string) {
	s.canvas.Focused().(interface{ SetText(string) }).SetText("")
	s.types(text)
}

// problemAt is what is said to be wrong at a field.
func (f *bookingForm) problemAt(field string) string { return visibleText(f.fields[field].problem) }

// inBerlin is a stage on a machine in Berlin.
func inBerlin(t *testing.T, first Screen, with ...func(*stage)) *stage {
	t.Helper()
	s := newStage(t, first, with...)
	s.Zone = zoneOf("Europe/Berlin")
	return s
}

// booking opens the form of a part in Berlin.
func booking(t *testing.T, part string, with ...func(*stage)) (*stage, *bookingForm) {
	t.Helper()
	s := inBerlin(t, Massage, with...)
	s.OpenAt(Booking, part)
	return s, s.bookingForm(t)
}

// A new appointment takes a few keys: it is filled in as the last visit was.
func TestBookByKeyboard(t *testing.T) {
	s := inBerlin(t, Massage, oneVisit)
	s.tabTo(t, "New appointment")
	s.key(fyne.KeyReturn)
	s.mustSay(t, "Filled in as your last visit was", "Wednesday, 25 November 2026, tomorrow")
	s.tabTo(t, "Time: ")
	s.retype("5:30 pm")
	s.tabTo(t, "Wednesday, 25 November 2026, chosen") // the month
	s.key(fyne.KeyRight)
	s.key(fyne.KeyReturn)
	f := s.bookingForm(t)
	if f.draft.day != "2026-11-26" || f.day.Text != "2026-11-26" {
		t.Errorf("the day is %q, and the field says %q", f.draft.day, f.day.Text)
	}
	s.mustSay(t, "Thursday, 26 November 2026, in 2 days")
	s.tabTo(t, "Notes: ")
	s.types("Upstairs.")
	s.shortcut(saveShortcut)
	s.mustSay(t, "Booked: Thursday, 26 November, 17:30–18:30.", "Next appointment", "Deep tissue massage · Therapist A · Practice on Main Street", "Upstairs.")
	want := Booked{
		UID: "new1", Title: "Deep tissue massage", Type: "deep-tissue", Therapist: "a", Place: "Practice on Main Street", Notes: "Upstairs.",
		Start: wallOn(26, 17, 30), Zone: "Europe/Berlin", Length: time.Hour, Status: calendar.Planned,
	}
	if len(s.calendar.kept) != 1 || !reflect.DeepEqual(s.calendar.kept[0], want) {
		t.Fatalf("kept %+v\nwant %+v", s.calendar.kept, want)
	}
	if !slices.Contains(s.agent.calls, "reload") {
		t.Error("the agent does not know of it")
	}
	s.press(t, "Undo")
	if len(s.calendar.kept) != 0 || s.at != (spot{Booking, partNew}) || s.bookingForm(t).draft.notes != "Upstairs." {
		t.Fatalf("there are %v, at %v", s.calendar.kept, s.at)
	}
	s.press(t, "Save") // what was typed is there again
	if len(s.calendar.kept) != 1 || s.calendar.kept[0].Notes != "Upstairs." {
		t.Errorf("kept %+v", s.calendar.kept)
	}
}

// The month follows the field, and the other way round.
func TestDayFieldAndMonthGoTogether(t *testing.T) {
	_, f := booking(t, partNew)
	f.setText("date", "3.12.")
	if got := f.grid.Day().Format(time.DateOnly); got != "2026-12-03" {
		t.Errorf("the month is at %s", got)
	}
	if m := f.marks(time.Date(2026, 12, 3, 0, 0, 0, 0, time.UTC)); len(m) != 0 {
		t.Errorf("booked is %v", m)
	}
	f.setText("date", "nonsense")
	if got := f.grid.Day().Format(time.DateOnly); got != "2026-12-03" {
		t.Errorf("nonsense turned the month to %s", got)
	}
	s, f := booking(t, partNew, weeklyFrom(wallOn(26, 17, 30)), func(s *stage) {
		s.calendar.kept[0].Overrides = []calendar.Override{{At: wallOn(26, 17, 30), Start: wallOn(26, 17, 30), Length: time.Hour, Status: calendar.Cancelled}}
	})
	if m := f.marks(time.Date(2027, 1, 7, 0, 0, 0, 0, time.UTC)); len(m) != 1 || m[0].Text != "17:30 Deep tissue massage" {
		t.Errorf("booked is %v", m)
	}
	if m := f.marks(time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)); len(m) != 0 {
		t.Errorf("what is called off is still booked: %v", m)
	}
	s.Window.dates = datesOf("en_US")
	f.setText("date", "12/1/2026")
	if got := f.grid.Day().Format(time.DateOnly); got != "2026-12-01" {
		t.Errorf("the month is at %s", got)
	}
}

// What the form begins with.
func TestNewAppointmentBegins(t *testing.T) {
	once := func(start calendar.Wall) func(*stage) {
		return func(s *stage) {
			s.calendar.kept = append(s.calendar.kept, Booked{
				UID: "once", Title: "Thai massage", Type: "thai", Therapist: "Praxis B", Place: "Upstairs", Start: start, Zone: "Europe/Berlin",
				Length: 90 * time.Minute, Status: calendar.Planned,
			})
		}
	}
	for name, c := range map[string]struct {
		part string
		with []func(*stage)
		want string // day, clock, minutes, type, therapist, place
	}{
		"nothing is known":            {partNew, nil, "2026-12-01 17:30 60   "},
		"like the last visit, due":    {partNew, []func(*stage){oneVisit}, "2026-11-25 10:40 60 deep-tissue a Practice on Main Street"},
		"when it is due":              {partNew, []func(*stage){manyVisits(8)}, "2026-11-28 08:40 60 deep-tissue a Practice on Main Street"},
		"like the last appointment":   {partNew, []func(*stage){once(wallOn(20, 9, 0))}, "2026-12-01 09:00 90 thai Praxis B Upstairs"},
		"not on a day that is booked": {partNew, []func(*stage){once(calendar.WallOf(2026, 12, 1, 9, 0, 0))}, "2026-12-08 09:00 90 thai Praxis B Upstairs"},
		"a series without end":        {partNew, []func(*stage){weeklyFrom(wallOn(24, 17, 30))}, "2026-12-03 17:30 60 deep-tissue a practice on Main Street"},
		"after a visit":               {partAfter + "one", []func(*stage){oneVisit, func(s *stage) { s.visits.kept[0].At = morning.AddDate(0, 0, -1) }}, "2026-11-30 10:40 60 deep-tissue a Practice on Main Street"},
		"after one long ago":          {partAfter + "one", []func(*stage){oneVisit}, "2026-11-26 10:40 60 deep-tissue a Practice on Main Street"},
		"after one that is gone":      {partAfter + "gone", []func(*stage){oneVisit}, "2026-11-25 10:40 60 deep-tissue a Practice on Main Street"},
		"somebody who is archived": {
			partNew,
			[]func(*stage){oneVisit, func(s *stage) { s.visits.therapists[0].Archived = true }},
			"2026-11-25 10:40 60 deep-tissue  Practice on Main Street",
		},
		"where it was": {
			partAfter + "one",
			[]func(*stage){oneVisit, once(wallOn(12, 9, 0)), func(s *stage) { s.visits.kept[0].Appointment = "once" }},
			"2026-11-26 10:40 60 deep-tissue a Upstairs",
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, f := booking(t, c.part, c.with...)
			d := f.draft
			got := strings.Join([]string{d.day, d.clock, number(d.minutes), d.kind, d.therapist, d.place}, " ")
			if got != c.want || f.unsaved() {
				t.Errorf("it begins with %q, want %q; unsaved %v", got, c.want, f.unsaved())
			}
			s.press(t, "Save")
			if n := len(s.calendar.kept); n == 0 || s.Screen() != Massage {
				t.Errorf("it cannot be saved as it is: %q", s.texts())
			}
		})
	}
}

func number(n int) string { return strconv.Itoa(n) }

func TestWrongAppointments(t *testing.T) {
	s, _ := booking(t, partNew, oneVisit)
	for name, c := range map[string]struct {
		set   map[string]string
		field string
		says  string
	}{
		"no day":           {map[string]string{"date": ""}, "date", "Not saved: The day is missing."},
		"no time":          {map[string]string{"time": " "}, "time", "Not saved: The time is missing. Write it as 17:30 or 5:30 pm."},
		"no such day":      {map[string]string{"date": "30.2.2027"}, "date", `Not saved: "30.2.2027" is not a day. Write it as 2026-11-26 or 26.11.2026.`},
		"no such time":     {map[string]string{"time": "25:00"}, "time", `Not saved: "25:00" is not a time of day.`},
		"yesterday":        {map[string]string{"date": "2026-11-23"}, "date", "Not saved: That is in the past."},
		"this morning":     {map[string]string{"date": "2026-11-24", "time": "9:00"}, "time", "Not saved: That is in the past."},
		"far away":         {map[string]string{"date": "2500-01-01"}, "date", "Not saved: The year 2500 is out of reach."},
		"a gap of clocks":  {map[string]string{"date": "2027-03-28", "time": "2:30"}, "time", "Not saved: There is no 2027-03-28 02:30 in Europe/Berlin: the clocks are put forward then. The next time there is is 03:00."},
		"no such zone":     {map[string]string{"zone": "Mars/Base"}, "zone", "Not saved: Mars/Base is no time zone. Use a name such as Europe/Berlin."},
		"this zone":        {map[string]string{"zone": "Local"}, "zone", "Not saved: Local is no time zone."},
		"a long title":     {map[string]string{"title": strings.Repeat("x", 201)}, "title", "Not saved: It has 201 characters, and 200 are the most."},
		"a long place":     {map[string]string{"place": strings.Repeat("x", 201)}, "place", "Not saved: It has 201 characters"},
		"a long type":      {map[string]string{"type": strings.Repeat("x", 201)}, "type", "Not saved: It has 201 characters"},
		"a long therapist": {map[string]string{"therapist": strings.Repeat("x", 201)}, "therapist", "Not saved: It has 201 characters"},
		"long notes":       {map[string]string{"notes": strings.Repeat("x", 4001)}, "notes", "Not saved: It has 4001 characters"},
	} {
		t.Run(name, func(t *testing.T) {
			s.bookingForm(t).formHead.drop()
			f := s.bookingForm(t)
			for field, text := range c.set {
				if field == "therapist" {
					s.chip("Somebody else").Tapped(nil)
				}
				f.setText(field, text)
			}
			s.shortcut(saveShortcut)
			if got := f.problemAt(c.field); !strings.HasPrefix(got, c.says) || len(s.calendar.kept) != 0 {
				t.Fatalf("it says %q, want %q; kept %v", got, c.says, s.calendar.kept)
			}
			if s.canvas.Focused() != f.fields[c.field].focus {
				t.Errorf("the focus is on %q", named(s.canvas.Focused()))
			}
			f.setText(c.field, map[string]string{"date": "1.12.", "time": "14:00", "zone": "UTC"}[c.field])
			if f.problemAt(c.field) != "" {
				t.Errorf("what was mended is still wrong: %q", f.problemAt(c.field))
			}
		})
	}
}

func TestAbsurdLengths(t *testing.T) {
	s, f := booking(t, partNew, oneVisit)
	for typed, want := range map[string]string{
		"0": "Not saved: 0s is too short.", "4": "Not saved: 4m is too short. An appointment lasts 5m at least.",
		"9999": "Not saved: 166h39m is too long. An appointment lasts 12h at most.",
	} {
		s.canvas.Unfocus()
		s.tabTo(t, "Length in minutes")
		s.types(typed)
		s.shortcut(saveShortcut)
		if got := f.problemAt("length"); !strings.HasPrefix(got, want) || len(s.calendar.kept) != 0 || s.canvas.Focused() != fyne.Focusable(f.length) {
			t.Errorf("%s: %q, want %q", typed, got, want)
		}
	}
}

// Several mistakes are told at once, and the focus goes to the first.
func TestSeveralMistakes(t *testing.T) {
	s, f := booking(t, partNew, oneVisit)
	s.chip("My own").Tapped(nil)
	s.types("soon")
	f.setText("zone", "Mars")
	f.setText("time", "late")
	s.shortcut(saveShortcut)
	for field, want := range map[string]string{"time": "not a time of day", "zone": "no time zone", "leads": "Write it as 1d, 2h."} {
		if got := f.problemAt(field); !strings.Contains(got, want) {
			t.Errorf("%s: %q", field, got)
		}
	}
	if s.canvas.Focused() != f.fields["time"].focus {
		t.Errorf("the focus is on %q", named(s.canvas.Focused()))
	}
	if !f.fields["zone"].box.Visible() {
		t.Error("the wrong zone is not shown")
	}
}

func TestRemindersOfAnAppointment(t *testing.T) {
	s, f := booking(t, partNew, oneVisit)
	s.mustSay(t, "As in the settings: 1d, 2h")
	s.chip("My own").Tapped(nil)
	if named(s.canvas.Focused()) != "Remind me ahead by: " {
		t.Fatalf("the focus is on %q", named(s.canvas.Focused()))
	}
	s.shortcut(saveShortcut)
	if got := f.problemAt("leads"); got != "Not saved: No reminder is given. Write it as 1d, 2h, or choose None." {
		t.Errorf("it says %q", got)
	}
	s.types("2h, 3D")
	s.shortcut(saveShortcut)
	if want := []calendar.Lead{{Days: 3}, {Elapsed: 2 * time.Hour}}; len(s.calendar.kept) != 1 || !slices.Equal(s.calendar.kept[0].Leads, want) {
		t.Fatalf("kept %+v", s.calendar.kept)
	}
	s.OpenAt(Booking, s.calendar.kept[0].UID)
	if f := s.bookingForm(t); f.draft.lead != leadOwn || f.draft.leads != "3d, 2h" {
		t.Errorf("it comes back as %d, %q", f.draft.lead, f.draft.leads)
	}
	s.chip("None").Tapped(nil)
	s.shortcut(saveShortcut)
	if l := s.calendar.kept[0].Leads; l == nil || len(l) != 0 {
		t.Errorf("no reminders are %v", l)
	}
	s.OpenAt(Booking, s.calendar.kept[0].UID)
	s.chip("As in the settings: 1d, 2h").Tapped(nil)
	s.shortcut(saveShortcut)
	if l := s.calendar.kept[0].Leads; l != nil {
		t.Errorf("those of the settings are %v", l)
	}
}

func TestTypeTherapistAndLengthOfAnAppointment(t *testing.T) {
	s, f := booking(t, partNew)
	s.chip("Trigger point therapy").Tapped(nil)
	if f.length.Value != 30 || f.draft.minutes != 30 {
		t.Errorf("it lasts %d minutes, not as such a massage does", f.length.Value)
	}
	s.tabTo(t, "Length in minutes")
	s.key(fyne.KeyUp)
	if f.draft.minutes != 35 {
		t.Errorf("a step up is %d minutes", f.draft.minutes)
	}
	s.chip("Swedish massage").Tapped(nil) // the length is the person's own now
	s.chip("Somebody else").Tapped(nil)
	s.types("Praxis B")
	s.tabTo(t, "Title: ")
	s.types("Birthday")
	s.shortcut(saveShortcut)
	a := s.calendar.kept[0]
	if a.Type != "swedish" || a.Title != "Birthday" || a.Therapist != "Praxis B" || a.Length != 35*time.Minute {
		t.Fatalf("kept %+v", a)
	}
	s.OpenAt(Booking, a.UID)
	f = s.bookingForm(t)
	if f.draft.title != "Birthday" || f.draft.therapist != "Praxis B" || f.unsaved() {
		t.Fatalf("it comes back as %+v", f.draft)
	}
	f.setText("title", "")
	f.setText("type", "Tuina")
	s.shortcut(saveShortcut)
	if a := s.calendar.kept[0]; a.Type != "Tuina" || a.Title != "Tuina" || a.Therapist != "Praxis B" {
		t.Errorf("kept %+v", a)
	}
}

func TestRepeatingAppointments(t *testing.T) {
	for chip, c := range map[string]struct{ until, want string }{
		"Just once":       {"", ""},
		"Weekly":          {"", "FREQ=WEEKLY"},
		"Every two weeks": {"31.3.2027", "FREQ=WEEKLY;INTERVAL=2;UNTIL=20270331T215959Z"},
		"Monthly":         {"", "FREQ=MONTHLY;BYDAY=4TH"},
	} {
		s, f := booking(t, partNew)
		f.setText("date", "2026-11-26")
		s.chip(chip).Tapped(nil)
		if on := f.fields["until"].box.Visible(); on != (chip != "Just once") {
			t.Errorf("%s: until is shown: %v", chip, on)
		}
		f.setText("until", c.until)
		s.shortcut(saveShortcut)
		if len(s.calendar.kept) != 1 || s.calendar.kept[0].Rule != c.want {
			t.Fatalf("%s: kept %+v", chip, s.calendar.kept)
		}
		s.OpenAt(Booking, s.calendar.kept[0].UID)
		if f := s.bookingForm(t); f.repeats[f.draft.repeat].name != chip || f.draft.until == "" != (c.until == "") || f.unsaved() {
			t.Errorf("%s comes back as %q until %q", chip, f.repeats[f.draft.repeat].name, f.draft.until)
		}
	}
	s, f := booking(t, partNew)
	s.chip("Weekly").Tapped(nil)
	for text, want := range map[string]string{
		"2026-11-01": "Not saved: It ends before it begins. Give a later day, or none.", "soon": `Not saved: "soon" is not a day.`,
	} {
		f.setText("until", text)
		s.shortcut(saveShortcut)
		if got := f.problemAt("until"); !strings.HasPrefix(got, want) || len(s.calendar.kept) != 0 {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// A rule from elsewhere is said in words and stays, and moves along.
func TestARuleFromElsewhere(t *testing.T) {
	s, f := booking(t, "weekly@2026-12-03T17:30", weeklyFrom(wallOn(26, 17, 30)), func(s *stage) {
		s.calendar.kept[0].Rule = "FREQ=WEEKLY;INTERVAL=1;BYDAY=TH;COUNT=10"
		s.calendar.kept[0] = s.calendar.kept[0].Tidy()
	})
	s.chip("All of them").Tapped(nil)
	s.mustSay(t, "Every week on Thursday, 10 times")
	f.setText("date", "2026-12-04")
	s.shortcut(saveShortcut)
	if a := s.calendar.kept[0]; a.Rule != "FREQ=WEEKLY;COUNT=10;BYDAY=FR" || a.Start != wallOn(27, 17, 30) {
		t.Errorf("kept %+v; it says %q", a, s.texts())
	}
}

func TestAnotherTimeZone(t *testing.T) {
	s, f := booking(t, partNew)
	f.setText("date", "2026-12-01")
	s.mustNotSay(t, "Time zone of the place")
	s.tabTo(t, "In another time zone")
	s.key(fyne.KeyReturn)
	if s.canvas.Focused() != f.fields["zone"].focus {
		t.Fatalf("the focus is on %q", named(s.canvas.Focused()))
	}
	s.retype("America/New_York")
	s.mustSay(t, "By the clock of this computer: Tuesday, 1 December, 23:30.")
	s.shortcut(saveShortcut)
	if a := s.calendar.kept[0]; a.Zone != "America/New_York" || clockOf(a.Start) != "17:30" {
		t.Fatalf("kept %+v", a)
	}
	s.OpenAt(Booking, s.calendar.kept[0].UID) // there it is shown at once
	s.mustSay(t, "Time zone of the place")
	f = s.bookingForm(t)
	f.setText("zone", "")
	s.shortcut(saveShortcut)
	if a := s.calendar.kept[0]; a.Zone != "Europe/Berlin" || clockOf(a.Start) != "17:30" {
		t.Errorf("kept %+v", a)
	}
}

// Something of a whole day stays so, or gets a time.
func TestAnAppointmentOfAWholeDay(t *testing.T) {
	day := func(s *stage) {
		s.calendar.kept = []Booked{{UID: "day", Title: "Spa", Start: wallOn(26, 0, 0), Zone: "UTC", AllDay: true, Length: 24 * time.Hour, Status: calendar.Planned}}
	}
	s, f := booking(t, "day", day)
	s.mustSay(t, "It takes the whole day. Give a time if it has one.")
	f.setText("date", "2026-11-27")
	s.shortcut(saveShortcut)
	if a := s.calendar.kept[0]; !a.AllDay || a.Start != wallOn(27, 0, 0) || a.Length != 24*time.Hour {
		t.Fatalf("kept %+v", a)
	}
	s, f = booking(t, "day", day)
	f.setText("time", "10:00")
	s.shortcut(saveShortcut)
	if a := s.calendar.kept[0]; a.AllDay || a.Start != wallOn(26, 10, 0) || a.Length != time.Hour {
		t.Errorf("kept %+v", a)
	}
}

// What goes together badly is told while one types, and keeps nobody from it.
func TestClashesAreToldAndDoNotBlock(t *testing.T) {
	s, f := booking(t, partNew, oneVisit, weeklyFrom(wallOn(26, 17, 30)))
	s.mustNotSay(t, "You can save it all the same.")
	f.setText("date", "2026-11-27")
	s.mustSay(t, "Only 1 day after Deep tissue massage: Thursday, 26 November, 17:30–18:30.", "Leave 2 days between two massages. That number is our own choice.",
		f.known.library.Frequency.Basis, "Source: ", "You can save it all the same.")
	f.setText("date", "2026-11-25")
	s.mustSay(t, "Only 1 day before Deep tissue massage: Thursday, 26 November, 17:30–18:30.")
	f.setText("date", "2026-11-26")
	f.setText("time", "18:00")
	s.mustSay(t, "At the same time as Deep tissue massage: Thursday, 26 November, 17:30–18:30.")
	s.mustNotSay(t, "Leave 2 days")
	f.setText("time", "20:00")
	s.mustSay(t, "On the same day as Deep tissue massage")
	f.setText("time", "nonsense")
	s.mustNotSay(t, "You can save it all the same.")
	f.setText("time", "18:00")
	s.chip("Weekly").Tapped(nil)
	s.mustSay(t, "26 Nov: At the same time as", "3 Dec: At the same time as", "10 Dec: At the same time as", "more like these.")
	s.mustNotSay(t, "17 Dec: ")
	s.shortcut(saveShortcut)
	if len(s.calendar.kept) != 2 {
		t.Errorf("it was kept from being saved: %q", s.texts())
	}
}

// A visit that was counts as well, once; one of a series counts with the others.
func TestClashesWithVisitsAndInASeries(t *testing.T) {
	s, f := booking(t, partNew, oneVisit, func(s *stage) { s.visits.kept[0].At = morning.Add(-2 * time.Hour) })
	f.setText("date", "2026-11-25")
	s.mustSay(t, "Only 1 day after Deep tissue massage: Today, 08:40–09:40.")
	if n := len(f.clashes(must(f.read()))); n != 1 {
		t.Errorf("%d clashes", n)
	}
	s, f = booking(t, "weekly@2026-12-03T17:30", weeklyFrom(wallOn(26, 17, 30)))
	s.mustNotSay(t, "You can save it all the same.")
	f.setText("date", "2026-12-09")
	s.mustSay(t, "Only 1 day before Deep tissue massage: Thursday, 10 December, 17:30–18:30.")
	s.chip("All of them").Tapped(nil)
	s.mustNotSay(t, "You can save it all the same.")
	s.chip("This and those after it").Tapped(nil)
	f.setText("date", "2026-11-27") // beside the one before
	s.mustSay(t, "Only 1 day after Deep tissue massage: Thursday, 26 November, 17:30–18:30.")
}

func must[T any](v T, _ []*calendar.FieldError) T { return v }

// What is not saved is there when one comes back, and can be thrown away.
func TestBookingDraft(t *testing.T) {
	s, f := booking(t, partNew, oneVisit)
	f.setText("place", "Half")
	s.Open(Today)
	s.OpenAt(Booking, partNew)
	s.mustSay(t, "You began this earlier")
	if d := s.bookingForm(t).draft; d.place != "Half" {
		t.Fatalf("the draft is %+v", d)
	}
	s.press(t, "Discard")
	if d := s.bookingForm(t).draft; d.place != "Practice on Main Street" {
		t.Errorf("the draft is %+v", d)
	}
	s.press(t, "Undo")
	if d := s.bookingForm(t).draft; d.place != "Half" {
		t.Errorf("the draft is %+v", d)
	}
}

func TestBookingThatCannotBeReadOrKept(t *testing.T) {
	s := inBerlin(t, Massage, func(s *stage) { s.calendar.err = errors.New("the disk is gone") })
	s.OpenAt(Booking, partNew)
	s.mustSay(t, "The journal cannot be read", "the disk is gone")
	s.shortcut(saveShortcut)
	s.calendar.err = nil
	s.press(t, "Try again")
	s.mustSay(t, "Minutes", "Reminders")
	s.calendar.err = errors.New("the disk is full; hint: make room")
	s.shortcut(saveShortcut)
	s.mustSay(t, "Not saved: The disk is full. Make room.")
	s.calendar.err = nil
	s.shortcut(saveShortcut)
	if len(s.calendar.kept) != 1 {
		t.Errorf("kept %v", s.calendar.kept)
	}
	s.OpenAt(Booking, "nobody")
	s.mustSay(t, "There is no such appointment")
	s.OpenAt(Booking, "new1@nonsense")
	s.mustSay(t, "There is no such appointment")
}
