package ui

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders/calendar"
)

// fourThursdays is a series of four.
func fourThursdays(s *stage) {
	oneVisit(s)
	weeklyFrom(wallOn(26, 17, 30))(s)
	s.calendar.kept[0].Rule = "FREQ=WEEKLY;COUNT=4"
	s.calendar.kept[0] = s.calendar.kept[0].Tidy()
}

// planned are the occurrences there are, as 1126.1730, with x where they are
// called off.
func (s *stage) planned() string {
	var out []string
	for _, o := range calendar.Expand(s.calendar.kept, morning, morning.AddDate(1, 0, 0)) {
		text := o.Start.Format("0102.1504")
		if o.Status == calendar.Cancelled {
			text += "x"
		}
		if o.Place != "practice on Main Street" {
			text += "/" + o.Place
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

var byScope = map[string]calendar.Scope{"This one": calendar.One, "This and those after it": calendar.Following, "All of them": calendar.All}

// One of a series is moved alone, with those after it or with all, by keyboard;
// undo makes it what it was.
func TestMoveInASeries(t *testing.T) {
	for chip, want := range map[string]string{
		"This one":                "1126.1730 1204.1615/Upstairs 1210.1730 1217.1730",
		"This and those after it": "1126.1730 1204.1615/Upstairs 1211.1615/Upstairs 1218.1615/Upstairs",
		"All of them":             "1127.1615/Upstairs 1204.1615/Upstairs 1211.1615/Upstairs 1218.1615/Upstairs",
	} {
		t.Run(chip, func(t *testing.T) {
			s, f := booking(t, "weekly@2026-12-03T17:30", fourThursdays)
			s.mustSay(t, "Change an appointment", "It is booked for Thursday, 3 December, 17:30–18:30.")
			was := slices.Clone(s.calendar.kept)
			if s.tabTo(t, "Change: "+chip); named(s.canvas.Focused()) == "Change: "+chip+", not chosen" {
				s.key(fyne.KeySpace)
			}
			s.tabTo(t, "Day: ")
			s.retype("4.12.")
			s.tabTo(t, "Time: ")
			s.retype("16:15")
			s.tabTo(t, "Place: ")
			s.retype("Upstairs")
			s.shortcut(saveShortcut)
			if got := s.planned(); got != want || f.scope != byScope[chip] {
				t.Fatalf("it became %s, want %s; it says %q", got, want, s.texts())
			}
			s.mustSay(t, "Saved: Friday, 4 December, 16:15–17:15.")
			s.press(t, "Undo")
			if !reflect.DeepEqual(s.calendar.kept, was) {
				t.Fatalf("back is %+v\nwas %+v", s.calendar.kept, was)
			}
			if d := s.bookingForm(t).draft; d.place != "Upstairs" || s.bookingForm(t).ref == "" {
				t.Errorf("what was typed is %+v", d)
			}
			s.press(t, "Save")
			if got := s.planned(); got != want {
				t.Errorf("once more it became %s", got)
			}
		})
	}
}

// What belongs to the series is not asked of one, and is not changed with it.
func TestWhatBelongsToTheSeries(t *testing.T) {
	s, f := booking(t, "weekly@2026-12-03T17:30", fourThursdays)
	s.mustSay(t, "belong to the series")
	s.mustNotSay(t, "Reminders", "Repeats", "Therapist A", "In another time zone")
	s.chip("All of them").Tapped(nil)
	s.mustNotSay(t, "belong to the series")
	s.chip("Thai massage").Tapped(nil)
	s.chip("None").Tapped(nil)
	s.chip("This one").Tapped(nil) // not of all, after all
	f.setText("title", "Treat")
	s.shortcut(saveShortcut)
	a := s.calendar.kept[0]
	if a.Type != "deep-tissue" || a.Leads != nil || a.Title != "" || len(a.Overrides) != 1 || a.Overrides[0].Title != "Treat" {
		t.Fatalf("kept %+v; it says %q", a, s.texts())
	}
	s.OpenAt(Booking, "weekly@2026-12-03T17:30")
	if d := s.bookingForm(t).draft; d.title != "Treat" {
		t.Errorf("it comes back as %+v", d)
	}
	s.chip("This and those after it").Tapped(nil)
	s.chip("Thai massage").Tapped(nil)
	s.chip("Somebody else").Tapped(nil)
	s.types("Praxis B")
	s.chip("Every two weeks").Tapped(nil)
	s.shortcut(saveShortcut)
	if got := s.planned(); !strings.HasPrefix(got, "1126.1730 1203.1730 1217.1730 1231.1730") || len(s.calendar.kept) != 2 {
		t.Fatalf("it became %s", got)
	}
	if a, b := s.calendar.kept[0], s.calendar.kept[1]; a.Type != "deep-tissue" || b.Type != "thai" || b.Therapist != "Praxis B" || b.Zone != "Europe/Berlin" {
		t.Errorf("kept %+v and %+v", a, b)
	}
}

// Calling off, in every scope, and taking that back; both can be undone.
func TestCallOffAndTakeBack(t *testing.T) {
	for chip, c := range map[string]struct{ off, want, back string }{
		"This one":                {"Call it off", "1126.1730 1203.1730x 1210.1730 1217.1730", "Take back calling it off"},
		"This and those after it": {"Call this and later ones off", "1126.1730 1203.1730x 1210.1730x 1217.1730x", "Take back calling them off"},
		"All of them":             {"Call all of them off", "1126.1730x 1203.1730x 1210.1730x 1217.1730x", "Take back calling them off"},
	} {
		t.Run(chip, func(t *testing.T) {
			const all = "1126.1730 1203.1730 1210.1730 1217.1730"
			s, f := booking(t, "weekly@2026-12-03T17:30", fourThursdays)
			was := slices.Clone(s.calendar.kept)
			if chip != "This one" {
				s.chip(chip).Tapped(nil)
			}
			f.setText("notes", "typed and not saved")
			s.tabTo(t, c.off)
			s.key(fyne.KeyReturn)
			s.mustSay(t, "Called off: Thursday, 3 December, 17:30–18:30. Tell your therapist, too.")
			if got := s.planned(); got != c.want {
				t.Fatalf("it became %s, want %s", got, c.want)
			}
			s.press(t, "Undo")
			if !reflect.DeepEqual(s.calendar.kept, was) || s.bookingForm(t).draft.notes != "typed and not saved" {
				t.Fatalf("back is %s, at %v", s.planned(), s.at)
			}
			s.press(t, "Discard")
			if chip != "This one" {
				s.chip(chip).Tapped(nil)
			}
			s.press(t, c.off)
			last := s.calendar.kept[len(s.calendar.kept)-1]
			s.OpenAt(Booking, last.UID+"@2026-12-03T17:30")
			s.mustSay(t, "It was booked for Thursday, 3 December, 17:30–18:30, and is called off.")
			s.press(t, c.back)
			if got := s.planned(); got != all {
				t.Fatalf("taken back it is %s", got)
			}
			s.mustSay(t, "It takes place: Thursday, 3 December, 17:30–18:30.")
			s.press(t, "Undo")
			if got := s.planned(); got != c.want {
				t.Errorf("undone it is %s", got)
			}
		})
	}
}

func TestDeleteASeries(t *testing.T) {
	s, _ := booking(t, "weekly", fourThursdays) // the next one of it
	s.mustSay(t, "It is booked for Thursday, 26 November")
	s.press(t, "Delete the whole series")
	s.mustSay(t, "Deleted: Deep tissue massage.", "Nothing is booked")
	if len(s.calendar.kept) != 0 {
		t.Fatalf("kept %+v", s.calendar.kept)
	}
	s.press(t, "Undo")
	if got := s.planned(); got != "1126.1730 1203.1730 1210.1730 1217.1730" {
		t.Errorf("back is %s", got)
	}
	s.OpenAt(Booking, "weekly@2026-11-26T17:30")
	s.calendar.err = errNoSuch
	s.press(t, "Delete the whole series")
	s.mustSay(t, "Deleting did not work: there is no such entry")
	s.press(t, "Call it off")
	s.mustSay(t, "Not saved: There is no such entry.")
}

func TestMoveOneThatIsAlone(t *testing.T) {
	s, f := booking(t, "once", oneVisit, func(s *stage) {
		s.calendar.kept = []Booked{{UID: "once", Title: "Thai massage", Type: "thai", Start: wallOn(26, 9, 0), Zone: "Europe/Berlin", Length: time.Hour, Status: calendar.Planned}}
	})
	s.mustNotSay(t, "It is one of a series")
	f.setText("time", "10:00")
	s.shortcut(saveShortcut)
	if a := s.calendar.kept[0]; a.Start != wallOn(26, 10, 0) || a.Title != "Thai massage" {
		t.Fatalf("kept %+v", a)
	}
	s.OpenAt(Booking, "once")
	s.press(t, "Call it off")
	s.OpenAt(Booking, "once")
	s.press(t, "Take back calling it off")
	if a := s.calendar.kept[0]; a.Status != calendar.Planned {
		t.Errorf("kept %+v", a)
	}
	s.OpenAt(Booking, "once")
	s.press(t, "Delete")
	if len(s.calendar.kept) != 0 {
		t.Errorf("kept %+v", s.calendar.kept)
	}
}

// One of a series cannot be without what the series has; what is over may be
// put right.
func TestOneOfASeriesCannotBeEmptied(t *testing.T) {
	s, f := booking(t, "weekly@2026-12-03T17:30", fourThursdays)
	f.setText("place", "")
	s.shortcut(saveShortcut)
	if got := f.problemAt("place"); got != "Not saved: The whole series has it, and one alone cannot be without. Give another, or change all of them." {
		t.Errorf("it says %q", got)
	}
	s.chip("All of them").Tapped(nil)
	s.shortcut(saveShortcut)
	if a := s.calendar.kept[0]; a.Place != "" {
		t.Errorf("kept %+v; it says %q", a, s.texts())
	}
	s, f = booking(t, "over", func(s *stage) {
		s.calendar.kept = []Booked{{UID: "over", Start: wallOn(20, 9, 0), Zone: "Europe/Berlin", Length: time.Hour, Status: calendar.Planned}}
	})
	f.setText("time", "9:30")
	s.shortcut(saveShortcut)
	if a := s.calendar.kept[0]; a.Start != wallOn(20, 9, 30) {
		t.Errorf("kept %+v; it says %q", a, s.texts())
	}
}

// What was changed elsewhere while the form was open is not lost, and what is
// gone is said to be.
func TestChangedElsewhereMeanwhile(t *testing.T) {
	s, f := booking(t, "weekly@2026-12-03T17:30", fourThursdays)
	s.chip("All of them").Tapped(nil)
	s.calendar.kept[0].Place, s.calendar.kept[0].Notes = "Downstairs", "Bring a towel."
	f.setText("time", "16:00")
	s.shortcut(saveShortcut)
	if a := s.calendar.kept[0]; a.Place != "Downstairs" || a.Notes != "Bring a towel." || clockOf(a.Start) != "16:00" {
		t.Errorf("kept %+v", a)
	}
	s, f = booking(t, "weekly@2026-12-03T17:30", fourThursdays)
	s.calendar.kept[0].ExDates = []calendar.Wall{calendar.WallOf(2026, 12, 3, 17, 30, 0)}
	f.setText("time", "16:00")
	s.shortcut(saveShortcut)
	s.mustSay(t, "It was changed elsewhere and is not there any more. Look on the Massage screen.")
	if s.bookingForm(t).draft.clock != "16:00" {
		t.Error("what was typed is lost")
	}
}

// A gap of the clocks and a day that does not go with the rule are refused when
// one is moved, too.
func TestMovedToWhereItCannotBe(t *testing.T) {
	_, late := booking(t, "weekly@2026-12-03T17:30", fourThursdays)
	late.setText("date", "2026-11-23")
	late.save()
	if got := late.problemAt("date"); !strings.HasPrefix(got, "Not saved: That is in the past.") {
		t.Errorf("it says %q", got)
	}
	s, f := booking(t, "weekly@2026-12-03T17:30", fourThursdays)
	was := slices.Clone(s.calendar.kept)
	f.setText("date", "2027-03-28")
	f.setText("time", "02:30")
	s.shortcut(saveShortcut)
	if got := f.problemAt("time"); !strings.HasPrefix(got, "Not saved: There is no 2027-03-28 02:30 in Europe/Berlin") || !reflect.DeepEqual(s.calendar.kept, was) {
		t.Errorf("it says %q", got)
	}
	s, f = booking(t, "weekly@2026-12-15T17:30", fourThursdays, func(s *stage) {
		s.calendar.kept[0].Start, s.calendar.kept[0].Rule = calendar.WallOf(2026, 12, 1, 17, 30, 0), "FREQ=MONTHLY;BYMONTHDAY=1,15"
	})
	s.chip("All of them").Tapped(nil)
	f.setText("date", "2026-12-16")
	s.shortcut(saveShortcut)
	if got := f.problemAt("repeat"); !strings.HasPrefix(got, "Not saved: Its days cannot be moved together.") {
		t.Errorf("it says %q, and %q", got, f.problemAt("until"))
	}
}
