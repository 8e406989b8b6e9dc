package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/calendar"
)

// A visit is saved and leads on to the next appointment, like it.
func TestBookNextAfterAVisit(t *testing.T) {
	s := inBerlin(t, Massage, manyVisits(4), func(s *stage) {
		for i := range s.visits.kept { // every two weeks, with relief that lasts
			s.visits.kept[i].At = morning.AddDate(0, 0, -14*(4-i))
			s.visits.kept[i].Before, s.visits.kept[i].After, s.visits.kept[i].NextDay, s.visits.kept[i].ThirdDay = nil, nil, nil, nil
		}
	})
	s.OpenAt(Visit, partNew)
	s.tabTo(t, "Save the visit. Book next in 2 weeks")
	s.key(fyne.KeyReturn)
	f := s.bookingForm(t)
	if d := f.draft; d.day != "2026-12-08" || d.clock != "10:40" || d.kind != s.visits.kept[4].Type || d.therapist != s.visits.kept[4].Therapist || d.minutes != 60 {
		t.Errorf("it begins with %+v", d)
	}
	s.mustSay(t, "Visit saved. Thank you.", "Filled in as your visit was")
	s.shortcut(saveShortcut)
	if len(s.visits.kept) != 5 || len(s.calendar.kept) != 1 || s.Screen() != Massage {
		t.Fatalf("kept %v and %v", s.visits.kept, s.calendar.kept)
	}
	s.mustSay(t, "Next appointment", "Tuesday, 8 December, 10:40–11:40")
	s.mustNotSay(t, "Book next")
	s.OpenAt(Visit, partNew) // one is booked
	s.mustNotSay(t, "Book next")
	s.Back()
	if s.Screen() != Massage {
		t.Errorf("Back leads to %s", s.Screen())
	}
}

// The button goes with what is typed, and is not there for a visit that is
// changed or where booking is to be paused.
func TestBookNextGoesWithTheVisit(t *testing.T) {
	s := inBerlin(t, Massage)
	s.OpenAt(Visit, partNew)
	s.mustSay(t, "Book next in 1 week") // as the library begins with
	s = inBerlin(t, Massage, oneVisit, func(s *stage) { s.visits.kept[0].ThirdDay, s.visits.kept[0].NextDay = nil, nil })
	s.OpenAt(Visit, partNew)
	s.mustSay(t, "Book next in 2 weeks") // twelve days later
	s.visitForm(t).fields["date"].focus.(interface{ SetText(string) }).SetText("2026-11-18 10:00")
	s.mustSay(t, "Book next in 1 week")
	s.OpenAt(Visit, "one")
	s.mustNotSay(t, "Book next")
	s = inBerlin(t, Massage, oneVisit, func(s *stage) { s.visits.kept[0].ThirdDay, s.visits.kept[0].NextDay = ptr(9), ptr(9) })
	s.mustSay(t, "Nothing is booked")
	s.mustNotSay(t, "Book next")
}

// A visit that cannot be saved leads nowhere.
func TestBookNextAfterAVisitThatIsWrong(t *testing.T) {
	s := inBerlin(t, Massage)
	s.OpenAt(Visit, partNew)
	s.visitForm(t).fields["date"].focus.(interface{ SetText(string) }).SetText("soon")
	s.press(t, "Book next in 1 week")
	if s.Screen() != Visit || len(s.visits.kept) != 0 {
		t.Errorf("at %v with %v", s.at, s.visits.kept)
	}
}

// Where nothing is booked the Massage screen says so, and when it would be due.
func TestNothingBooked(t *testing.T) {
	s := inBerlin(t, Massage)
	s.mustSay(t, "Next appointment", "Nothing is booked")
	s.mustNotSay(t, "due by", "Book next")
	s = inBerlin(t, Massage, manyVisits(8))
	s.mustSay(t, "Nothing is booked", "The next one is due by Saturday, 28 November.")
	s.press(t, "Book next for 30 Nov")
	if s.at != (spot{Booking, partAfter + "w1"}) || s.bookingForm(t).draft.day != "2026-11-30" {
		t.Errorf("it leads to %v, %+v", s.at, s.bookingForm(t).draft)
	}
	s = inBerlin(t, Massage, oneVisit)
	s.mustSay(t, "The next one was due by Thursday, 19 November.")
}

// The choices of the library are those that nextIn counts.
func TestHowOftenTheLibraryBegins(t *testing.T) {
	m, err := content.BuiltIn().Massage()
	if err != nil {
		t.Fatal(err)
	}
	for choice, want := range map[string]int{"weekly": 1, "every two weeks": 2, "monthly": 4, "as needed": 2} {
		with := *m
		with.Frequency.Default = choice
		if got, ok := (massages{library: &with}).nextIn(morning); got != want || !ok {
			t.Errorf("%s is every %d weeks", choice, got)
		}
	}
	if got, ok := (massages{}).nextIn(morning); got != 2 || !ok {
		t.Errorf("without a library it is every %d weeks", got)
	}
}

// zoneOf is a time zone of the table.
func zoneOf(name string) *time.Location {
	z, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return z
}

func TestTheZoneOfTheMachine(t *testing.T) {
	s := newStage(t, Massage)
	s.Zone = zoneOf("America/New_York")
	if s.homeZone().String() != "America/New_York" {
		t.Errorf("it is %s", s.homeZone())
	}
	s.Zone = nil // one that keeps the same hours
	if _, got := morning.In(s.homeZone()).Zone(); got != int(time.Hour/time.Second) {
		t.Errorf("it is %s", s.homeZone())
	}
	if a, at, ok := bookedAs([]Booked{{UID: "a@b", Start: calendar.WallOf(2026, 12, 1, 9, 0, 0), Zone: "UTC"}}, "a@b", morning); !ok || a.UID != "a@b" || at != a.Start {
		t.Errorf("a uid with a sign in it: %v, %v, %v", a, at, ok)
	}
}
