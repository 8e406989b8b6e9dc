package ui

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

// date is a day of a MonthGrid.
func date(m time.Month, d int) time.Time { return time.Date(2026, m, d, 0, 0, 0, 0, time.UTC) }

// busyMonth has something of everything: a series of which one was logged, one
// not, one called off and one moved; an appointment by itself, one of a whole
// day, and a series that was called off as a whole.
func busyMonth(s *stage) {
	oneVisit(s)
	weeklyFrom(wallOn(12, 10, 40))(s)
	weekly := &s.calendar.kept[0]
	weekly.Overrides = []calendar.Override{
		{At: wallOn(26, 10, 40), Start: wallOn(26, 10, 40), Length: time.Hour, Status: calendar.Cancelled},
		{At: calendar.WallOf(2026, time.December, 3, 10, 40, 0), Start: calendar.WallOf(2026, time.December, 4, 8, 0, 0), Length: 90 * time.Minute, Status: calendar.Planned},
	}
	s.visits.kept[0].Appointment = "weekly@2026-11-12T10:40"
	s.calendar.kept = append(s.calendar.kept,
		Booked{UID: "single", Title: "Sports massage at the club", Start: wallOn(28, 19, 0), Zone: "Europe/Berlin", Length: 45 * time.Minute, Status: calendar.Planned, Notes: "Bring a towel."},
		Booked{UID: "spa", Title: "Spa day", Start: wallOn(28, 0, 0), Zone: "Pacific/Auckland", AllDay: true, Length: 48 * time.Hour, Status: calendar.Planned},
		Booked{UID: "club", Title: "Club evening", Start: wallOn(10, 18, 0), Zone: "Europe/Berlin", Length: time.Hour, Status: calendar.Cancelled, Rule: calendar.Weekly(2).String()})
}

// marked are the marks of a day, as tones and words.
func (s *stage) marked(d time.Time) []string {
	var out []string
	for _, m := range s.massage().month.marks[d] {
		out = append(out, fmt.Sprintf("%d %s", m.Tone, m.Text))
	}
	return out
}

func mark(tone widgets.Tone, text string) string { return fmt.Sprintf("%d %s", tone, text) }

func TestMarksOfTheMonth(t *testing.T) {
	s := newStage(t, Massage, busyMonth)
	for day, want := range map[time.Time][]string{
		date(time.November, 12): {mark(toneVisit, "10:40 Deep tissue massage, logged")}, // not twice
		date(time.November, 19): {mark(toneDue, "next massage due"), mark(toneBooked, "10:40 Deep tissue massage, not logged yet")},
		date(time.November, 26): {mark(toneOff, "10:40 Deep tissue massage, called off")},
		date(time.November, 24): {mark(toneOff, "18:00 Club evening, called off")},
		date(time.November, 25): nil,
		date(time.November, 27): nil,
		date(time.November, 28): {mark(toneBooked, "Spa day"), mark(toneBooked, "19:00 Sports massage at the club")},
		date(time.November, 29): {mark(toneBooked, "Spa day")},
		date(time.November, 30): nil,
		date(time.December, 3):  nil, // moved
		date(time.December, 4):  {mark(toneBooked, "08:00 Deep tissue massage")},
	} {
		if got := s.marked(day); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", day.Format(time.DateOnly), got, want)
		}
	}
	s.mustSay(t, "Appointment", "Visit", "Called off", "Due by your rhythm") // what the dots mean
}

// A day is chosen by the keys; what is on it stands below with what can be done.
func TestDayByKeys(t *testing.T) {
	s := newStage(t, Massage, busyMonth)
	s.mustSay(t, "Today, Tuesday, 24 November", "18:00–19:00", "Take the series up again", "New appointment on this day")
	s.tabTo(t, "Tuesday, 24 November, chosen, today: 18:00 Club evening, called off")
	for range 5 { // back to the 19th
		s.key(fyne.KeyLeft)
	}
	s.mustSay(t, "Today, Tuesday, 24 November") // looking around chooses nothing
	s.key(fyne.KeyReturn)
	s.mustSay(t, "10:40–11:40", "not logged yet", "Therapist A · practice on Main Street", "By your rhythm the next massage is due about now.")
	s.mustNotSay(t, "Today, Tuesday, 24 November", "New appointment on this day")
	s.tabTo(t, "Log the visit of Thursday, 19 November, 10:40–11:40")
	s.key(fyne.KeyReturn)
	if want := (spot{Visit, "visit-log:weekly@2026-11-19T10:40"}); s.at != want {
		t.Fatalf("at %v, want %v", s.at, want)
	}
	s.mustSay(t, "Filled in from your appointment")
	s.press(t, "Save")
	s.mustSay(t, "Thursday, 19 November 10:40 logged") // the day is still the chosen one
}

// What is offered for a day leads where it says.
func TestWhatADayOffers(t *testing.T) {
	for _, c := range []struct {
		day  time.Time
		hint string
		want spot
	}{
		{date(time.December, 4), "Change Friday, 4 December, 08:00–09:30", spot{Booking, "weekly@2026-12-03T10:40"}},
		{date(time.November, 28), "Change Saturday, 28 November, 19:00–19:45", spot{Booking, "single"}},
		{date(time.November, 12), "Open Deep tissue massage, Thursday, 12 November, 10:40", spot{Visit, "one"}},
	} {
		s := newStage(t, Massage, busyMonth)
		s.massage().month.choose(c.day)
		b := s.hinted(c.hint)
		if b == nil {
			t.Errorf("%s offers no %q", c.day.Format(time.DateOnly), c.hint)
			continue
		}
		test.Tap(b)
		if s.at != c.want {
			t.Errorf("%q leads to %v, want %v", c.hint, s.at, c.want)
		}
	}
	s := newStage(t, Massage)
	s.massage().month.choose(date(time.December, 3))
	s.mustSay(t, "Nothing on this day.")
	s.press(t, "New appointment on this day")
	if want := (spot{Booking, "new:2026-12-03"}); s.at != want {
		t.Errorf("at %v, want %v", s.at, want)
	}
}

// A visit that was logged on another day than its appointment is opened from
// there, too.
func TestLoggedOnAnotherDay(t *testing.T) {
	s := newStage(t, Massage, busyMonth, func(s *stage) { s.visits.kept[0].At = morning.AddDate(0, 0, -11) })
	s.massage().month.choose(date(time.November, 12))
	s.mustSay(t, "10:40–11:40", "logged")
	s.press(t, "Open the visit")
	if want := (spot{Visit, "one"}); s.at != want {
		t.Errorf("at %v, want %v", s.at, want)
	}
}

// Another month is read when it is turned to, and what was chosen is not.
func TestTurningTheMonth(t *testing.T) {
	s := newStage(t, Massage, busyMonth)
	if s.marked(date(time.December, 17)) != nil {
		t.Fatal("December is known before it is read")
	}
	test.Tap(s.tappable(t, "Next month"))
	s.mustSay(t, "December 2026", "Choose a day to see what is on it.")
	if want := []string{mark(toneBooked, "10:40 Deep tissue massage")}; !slices.Equal(s.marked(date(time.December, 17)), want) {
		t.Errorf("the marks are %q", s.marked(date(time.December, 17)))
	}
	s.mustNotSay(t, "Today, Tuesday")
	// A day of the month after that turns to it and shows the day.
	s.tabTo(t, "Thursday, 24 December: 10:40 Deep tissue massage")
	for range 2 {
		s.key(fyne.KeyDown)
	}
	s.key(fyne.KeyReturn)
	s.mustSay(t, "January 2027", "Thursday, 7 January 2027", "10:40–11:40")
	s.press(t, "Today")
	s.mustSay(t, "November 2026")
}

// tappable is what can be pressed, by its name for screen readers.
func (s *stage) tappable(t *testing.T, name string) fyne.Tappable {
	t.Helper()
	var found fyne.Tappable
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		f, ok := o.(fyne.Focusable)
		if p, can := o.(fyne.Tappable); ok && can && found == nil && named(f) == name {
			found = p
		}
	})
	if found == nil {
		t.Fatalf("there is no %q", name)
	}
	return found
}

// Answers that come late, after another month was asked for, are dropped.
func TestALateMonthIsDropped(t *testing.T) {
	s := newStage(t, Massage, busyMonth)
	var jobs []func()
	s.run = func(f func()) { jobs = append(jobs, f) }
	next := s.tappable(t, "Next month")
	test.Tap(next)
	test.Tap(next)
	if len(jobs) != 2 {
		t.Fatalf("%d jobs", len(jobs))
	}
	jobs[1]()
	want := s.massage().month.shown.from
	jobs[0]()
	if got := s.massage().month.shown.from; !got.Equal(want) || got.Month() != time.December {
		t.Errorf("it knows of the days from %v", got)
	}
}

func TestMonthThatCannotBeRead(t *testing.T) {
	s := newStage(t, Massage, busyMonth)
	s.calendar.err = errors.New("the disk is gone")
	test.Tap(s.tappable(t, "Next month"))
	s.mustSay(t, "The journal cannot be read", "the disk is gone", "December 2026")
	s.mustNotSay(t, "Nothing on this day")
	s.massage().month.choose(date(time.December, 4))
	s.mustNotSay(t, "Nothing on this day")
	s.calendar.err = nil
	s.press(t, "Try again")
	s.mustNotSay(t, "cannot be read")
	s.mustSay(t, "08:00–09:30")

	s.calendar.err = errors.New("the disk is gone")
	test.Tap(s.chip("List"))
	s.mustSay(t, "The journal cannot be read")
	s.mustNotSay(t, "Nothing is booked")
}

// What is called off can be taken back, with the toast or later; the keys stay
// at the row.
func TestCallOffAndTakePlace(t *testing.T) {
	s := newStage(t, Massage, busyMonth)
	s.massage().month.choose(date(time.December, 4))
	const off, on = "Call off Friday, 4 December, 08:00–09:30", "Friday, 4 December, 08:00–09:30 takes place after all"
	status := func() calendar.Status {
		return s.calendar.kept[slices.IndexFunc(s.calendar.kept, isWeekly)].Overrides[1].Status
	}
	s.tabTo(t, off)
	// The card of the next appointment has such a button, too.
	s.canvas.Focus(s.massage().month.rows.turns["weekly@2026-12-03T10:40"])
	s.key(fyne.KeyReturn)
	s.mustSay(t, "Called off: Friday, 4 December, 08:00–09:30. Tell your therapist, too.", "called off")
	if got := named(s.canvas.Focused()); got != on || status() != calendar.Cancelled {
		t.Fatalf("the focus is on %q, it is %s", got, status())
	}
	s.press(t, "Undo")
	if status() != calendar.Planned {
		t.Fatalf("it is %s", status())
	}
	test.Tap(s.massage().month.rows.turns["weekly@2026-12-03T10:40"])
	test.Tap(s.hinted(on))
	s.mustSay(t, "It takes place after all: Friday, 4 December, 08:00–09:30.")
	if status() != calendar.Planned {
		t.Fatalf("it is %s", status())
	}
	s.press(t, "Undo")
	if status() != calendar.Cancelled {
		t.Fatalf("it is %s", status())
	}
	if !slices.Equal(s.agent.calls, slices.Repeat([]string{"reload"}, len(s.agent.calls))) || len(s.agent.calls) != 5 {
		t.Errorf("the agent heard %q", s.agent.calls)
	}
	s.calendar.err = errors.New("the disk is full")
	test.Tap(s.hinted(on))
	s.mustSay(t, "did not work: the disk is full")
}

func isWeekly(a Booked) bool { return a.UID == "weekly" }

// A series called off as a whole is taken up as a whole; what was called off
// before that is so again after Undo.
func TestTheSeriesAfterAll(t *testing.T) {
	s := newStage(t, Massage, busyMonth)
	club := func() Booked {
		return s.calendar.kept[slices.IndexFunc(s.calendar.kept, func(a Booked) bool { return a.UID == "club" })]
	}
	s.press(t, "Take the series up again")
	s.mustSay(t, "The series takes place after all.", "18:00–19:00", "planned")
	if club().Status != calendar.Planned {
		t.Fatalf("it is %s", club().Status)
	}
	s.press(t, "Undo")
	if club().Status != calendar.Cancelled {
		t.Fatalf("it is %s", club().Status)
	}
}

func TestListOfAppointments(t *testing.T) {
	s := newStage(t, Massage, busyMonth)
	test.Tap(s.chip("List"))
	s.mustSay(t, "Over, and not logged yet", "Thursday, 19 November, 10:40–11:40", "Today, 18:00–19:00", "called off", "November 2026", "December 2026",
		"Saturday, 28 November, 19:00–19:45", "Bring a towel.", "Friday, 4 December, 08:00–09:30")
	s.mustNotSay(t, "Nothing on this day.", "Thursday, 12 November, 10:40–11:40", "Tuesday, 10 November, 18:00",
		"Tuesday, 8 December, 18:00") // a series that is off is told once
	c := s.massage().month
	rows := func() int { return len(c.rows.order) }
	if rows() != listStep+1 {
		t.Fatalf("%d rows", rows())
	}
	s.tabTo(t, "Show more")
	s.key(fyne.KeyReturn)
	if rows() != 2*listStep+1 {
		t.Fatalf("%d rows after Show more", rows())
	}
	if f := s.canvas.Focused(); f == nil || c.rows.of[f] != c.rows.order[listStep+1] {
		t.Errorf("the keys are at %q", named(f))
	}
	test.Tap(s.chip("Month"))
	s.mustSay(t, "Today, Tuesday, 24 November")
	s.mustNotSay(t, "Over, and not logged yet")

	s = newStage(t, Massage)
	test.Tap(s.chip("List"))
	s.mustSay(t, "Nothing is booked.")
	s.mustNotSay(t, "Show more")
}

// A list reaches as far ahead as there are appointments, and no further.
func TestListLooksAhead(t *testing.T) {
	far := &fakeCalendar{kept: []Booked{{UID: "far", Start: calendar.WallOf(2036, time.March, 3, 9, 0, 0), Zone: "UTC", Length: time.Hour, Status: calendar.Planned}}}
	a, err := listGet(far, morning, listStep)()
	if err != nil || len(a.all) != 1 || a.all[0].UID != "far" {
		t.Errorf("found %v, %v", a.all, err)
	}
	daily := &fakeCalendar{kept: []Booked{{UID: "daily", Start: wallOn(1, 9, 0), Zone: "UTC", Length: time.Hour, Status: calendar.Planned, Rule: "FREQ=DAILY"}}}
	a, err = listGet(daily, morning, listStep)()
	if err != nil || len(a.all) > 400 {
		t.Errorf("%d are worked out to show %d, %v", len(a.all), listStep, err)
	}
}

// A day of an appointment in another zone is the day it is here.
func TestDaysOfAnOccurrence(t *testing.T) {
	east := time.FixedZone("east", 12*3600)
	at := func(d, h int, z *time.Location) time.Time { return time.Date(2026, time.November, d, h, 0, 0, 0, z) }
	for name, c := range map[string]struct {
		o    calendar.Occurrence
		want []time.Time
	}{
		"late in the east":   {calendar.Occurrence{Start: at(26, 1, east), End: at(26, 2, east)}, []time.Time{date(time.November, 25)}},
		"over midnight":      {calendar.Occurrence{Start: at(26, 23, morning.Location()), End: at(27, 1, morning.Location())}, []time.Time{date(time.November, 26), date(time.November, 27)}},
		"until midnight":     {calendar.Occurrence{Start: at(26, 22, morning.Location()), End: at(27, 0, morning.Location())}, []time.Time{date(time.November, 26)}},
		"a whole day":        {calendar.Occurrence{Start: at(26, 0, east), End: at(27, 0, east), AllDay: true}, []time.Time{date(time.November, 26)}},
		"without any length": {calendar.Occurrence{Start: at(26, 10, morning.Location()), End: at(26, 10, morning.Location())}, []time.Time{date(time.November, 26)}},
		"of no length at midnight": {
			calendar.Occurrence{Start: at(26, 0, morning.Location()), End: at(26, 0, morning.Location())},
			[]time.Time{date(time.November, 26)},
		},
	} {
		if got := daysOf(c.o, morning.Location()); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	endless := calendar.Occurrence{Start: at(1, 0, east), End: at(1, 0, east).AddDate(9, 0, 0), AllDay: true}
	if n := len(daysOf(endless, east)); n != mostDays {
		t.Errorf("%d days", n)
	}
}

// Weeks begin as they do in the person's country.
func TestTheWeekOfTheMonth(t *testing.T) {
	for locale, want := range map[string]string{"de_DE.UTF-8": "Mon Tue Wed Thu Fri Sat Sun", "en_US.UTF-8": "Sun Mon Tue Wed Thu Fri Sat"} {
		s := newStage(t, Today, busyMonth)
		s.dates = datesOf(locale)
		s.Open(Massage)
		s.mustSay(t, want)
		first, _ := s.massage().month.grid.Span()
		if first.Weekday() != s.dates.week {
			t.Errorf("%s: it begins on %v", locale, first.Weekday())
		}
	}
}

// At midnight today is another day; one that was chosen by the person stays.
func TestMonthAtMidnight(t *testing.T) {
	s := newStage(t, Massage, busyMonth)
	s.time = morning.Add(14 * time.Hour)
	s.tick()
	s.mustSay(t, "Today, Wednesday, 25 November")
	s.massage().month.choose(date(time.November, 28))
	s.time = s.time.Add(24 * time.Hour)
	s.tick()
	s.mustSay(t, "Saturday, 28 November", "19:00–19:45")
}

// Back in the window one sees what the command line changed meanwhile; where it
// changed nothing, all stays as it is.
func TestBackInTheWindow(t *testing.T) {
	s := newStage(t, Massage, busyMonth)
	s.massage().month.choose(date(time.December, 4))
	s.tabTo(t, "Delete Deep tissue massage, Thursday, 12 November, 10:40")
	here := s.canvas.Focused()
	rows := s.massage().month.rows.order
	s.Returned()
	if s.canvas.Focused() != here || !s.visible(here.(fyne.CanvasObject)) || &rows[0] != &s.massage().month.rows.order[0] {
		t.Error("it was made anew though nothing changed")
	}
	if _, err := s.calendar.ChangeAppointment("weekly", func(a Booked, fresh string) ([]Booked, error) {
		return a.CallOff(calendar.WallOf(2026, time.December, 3, 10, 40, 0), calendar.One, fresh)
	}); err != nil {
		t.Fatal(err)
	}
	s.visits.kept[0].Notes = "Told by the command line."
	s.Returned()
	s.mustSay(t, "called off", "Take place after all", "Told by the command line.")
	s.visits.err = errors.New("the disk is gone")
	s.Returned()
	s.mustSay(t, "The journal cannot be read")
	s.visits.err = nil
	s.Returned()
	s.mustNotSay(t, "cannot be read")
	s.Open(Today)
	s.visits.err = errors.New("the disk is gone")
	s.Returned() // to another screen
	s.mustNotSay(t, "cannot be read")
}

// The month and the list in every look: nothing is cut and nothing sticks out.
func TestMonthLooks(t *testing.T) {
	for _, look := range []struct {
		theme, locale string
		text          int
		size          fyne.Size
	}{
		{settings.ThemeLight, "en_US", 100, Size},
		{settings.ThemeDark, "de_DE", 100, fyne.NewSize(1120, 1600)},
		{settings.ThemeLight, "de_DE", 150, fyne.NewSize(1120, 2400)},
		{settings.ThemeDark, "en_GB", 200, fyne.NewSize(720, 5000)},
		{settings.ThemeLight, "de_DE", 100, fyne.NewSize(720, 2600)},
		{settings.ThemeLight, "en_US", 100, fyne.NewSize(950, 1800)},
	} {
		for name, fill := range map[string]func(*stage){"empty": func(*stage) {}, "busy": busyMonth} {
			name := fmt.Sprintf("month-%s-%d-%.0fx%.0f-%s", look.theme, look.text, look.size.Width, look.size.Height, name)
			t.Run(name, func(t *testing.T) {
				s := newStage(t, Today, fill, dressed(look.theme, look.text))
				s.dates = datesOf(look.locale)
				s.Open(Massage)
				s.frame.Resize(look.size)
				check := func(part string) {
					s.looksRight(t, name+part)
				}
				check("")
				s.massage().month.choose(date(time.November, 28))
				check("-day")
				test.Tap(s.chip("List"))
				check("-list")
				s.calendar.err = errors.New("the disk is gone")
				s.massage().month.load(false)
				check("-unread")
			})
		}
	}
}

// written is a file the export goes to; full fails after some bytes.
type written struct {
	strings.Builder
	full   bool
	closed bool
}

func (w *written) Write(b []byte) (int, error) {
	if w.full {
		n, _ := w.Builder.Write(b[:len(b)/2])
		return n, errors.New("the disk is full")
	}
	return w.Builder.Write(b)
}

func (w *written) Close() error { w.closed = true; return nil }

func TestExportAppointments(t *testing.T) {
	s := newStage(t, Massage, busyMonth)
	to := &written{}
	s.chosen.to = to
	test.Tap(s.tappable(t, "Export all appointments"))
	s.mustSay(t, "Exported 4 appointments to /home/unhunch-massage.ics.")
	if want := []string{"Export appointments as unhunch-massage.ics"}; !slices.Equal(s.chosen.asked, want) || !to.closed {
		t.Errorf("asked %q, closed: %v", s.chosen.asked, to.closed)
	}
	read, err := calendar.Parse(strings.NewReader(to.String()), calendar.ParseOptions{Zone: time.UTC, Now: morning})
	if err != nil || len(read.Events) != 4 || len(read.Problems) > 0 {
		t.Fatalf("it reads as %+v, %v", read, err)
	}
	if n := strings.Count(to.String(), "TRIGGER:"); n == 0 {
		t.Error("there are no alarms")
	}

	to = &written{}
	s.chosen.to = to
	s.massage().month.choose(date(time.November, 28))
	test.Tap(s.hinted("Export Saturday, 28 November, 19:00–19:45"))
	s.mustSay(t, "Exported 1 appointment to /home/unhunch-massage.ics.")
	if n := strings.Count(to.String(), "BEGIN:VEVENT"); n != 1 || !strings.Contains(to.String(), "UID:single") {
		t.Errorf("%d events: %s", n, to)
	}
}

// Alarms are those of the settings.
func TestExportAlarms(t *testing.T) {
	s := newStage(t, Massage, busyMonth, func(s *stage) {
		if _, err := s.prefs.Set("appointment.leads", "3d,45m"); err != nil {
			t.Fatal(err)
		}
	})
	to := &written{}
	s.chosen.to = to
	s.exportAppointments("single")
	if !strings.Contains(to.String(), "TRIGGER:-P3D") || !strings.Contains(to.String(), "TRIGGER:-PT45M") {
		t.Errorf("it says %s", to)
	}
}

func TestExportThatFails(t *testing.T) {
	s := newStage(t, Massage)
	s.exportAppointments("")
	s.mustSay(t, "There is no appointment to export.")
	if len(s.chosen.asked) > 0 {
		t.Errorf("asked for %q", s.chosen.asked)
	}
	s = newStage(t, Massage, busyMonth)
	s.calendar.err = errors.New("the disk is gone")
	s.exportAppointments("")
	s.mustSay(t, "Exporting did not work: the disk is gone")
	if len(s.chosen.asked) > 0 {
		t.Errorf("asked for %q", s.chosen.asked)
	}
	s.calendar.err = nil
	s.chosen.to = &written{full: true}
	s.exportAppointments("")
	s.mustSay(t, "Exporting did not work: the disk is full")
}

// No half of a file is left behind.
func TestNoHalfAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), exportName)
	if err := os.WriteFile(path, []byte("BEGIN"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := writeWhole(&written{full: true}, path, []byte("BEGIN:VCALENDAR")); err == nil {
		t.Error("a full disk is no error")
	}
	if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("half a file is left: %v", err)
	}
	to := &written{}
	if err := writeWhole(to, path, []byte("BEGIN:VCALENDAR")); err != nil || to.String() != "BEGIN:VCALENDAR" || !to.closed {
		t.Errorf("wrote %q, %v", to, err)
	}
	dir := t.TempDir() // nothing but a file is taken away
	if err := writeWhole(&written{full: true}, dir, []byte("x")); err == nil {
		t.Error("a full disk is no error")
	}
	if _, err := os.Lstat(dir); err != nil {
		t.Error(err)
	}
}
