package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/ui/widgets"
)

// A form that is opened can be typed into at once: the focus is on its first
// line, and what stands there is typed over.
func TestFormsBeginWithTheirFirstLine(t *testing.T) {
	for _, x := range []struct {
		at    Screen
		part  string
		label string
	}{
		{Booking, partNew, "Day: "},
		{Visit, partNew, "When it began: "},
		{Visit, partTherapist + partNew, "Name: "},
		{Reminder, partNew, "Title: "},
	} {
		t.Run(x.label, func(t *testing.T) {
			s := newStage(t, Massage)
			s.OpenAt(x.at, x.part)
			f := s.canvas.Focused()
			if f == nil || !strings.HasPrefix(named(f), x.label) {
				t.Fatalf("the focus is on %v", f)
			}
			s.types("20.12.2026")
			if e := f.(*widgets.Entry); e.Text != "20.12.2026" {
				t.Errorf("there stands %q", e.Text)
			}
		})
	}
}

// What is discarded comes back by Ctrl+Z, though a line has the focus: it has
// nothing of its own to take back.
func TestDiscardIsTakenBackFromAFocusedLine(t *testing.T) {
	s := newStage(t, Massage)
	s.OpenAt(Booking, partNew)
	s.types("20.12.2026")
	s.button(t, "Discard").Tapped(nil)
	f := s.bookingForm(t)
	if s.canvas.Focused() != fyne.Focusable(f.day) || f.day.Text == "20.12.2026" {
		t.Fatalf("the focus is on %v, the day is %q", s.canvas.Focused(), f.day.Text)
	}
	s.ctrl(&fyne.ShortcutUndo{})
	if got := s.bookingForm(t).draft.day; got != "20.12.2026" {
		t.Errorf("the day is %q", got)
	}
}

// The mouse wheel scrolls the page over a field as anywhere else.
func TestTheWheelScrollsOverFields(t *testing.T) {
	s := newStage(t, Massage)
	s.OpenAt(Booking, partNew)
	f := s.bookingForm(t)
	page := s.screens[Booking].page()
	for _, name := range []string{"title", "notes"} {
		o := f.fields[name].focus.(fyne.CanvasObject)
		page.ScrollDown(1e6)
		page.ScrollDown(page.Down() - 50)
		before := page.Down()
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(20, 10)
		test.Scroll(s.canvas, at, 0, -10)
		if now := page.Down(); now != before+10 {
			t.Errorf("over %s it goes from %v to %v", name, before, now)
		}
	}
}

// Going back from what an undo brought again leads to where one was.
func TestBackAfterUndo(t *testing.T) {
	s := newStage(t, Massage)
	s.OpenAt(Booking, partNew)
	s.types("20.12.2026")
	s.shortcut(saveShortcut)
	s.undoLast()
	if s.Screen() != Booking {
		t.Fatalf("at %v", s.at)
	}
	s.Back()
	if s.Screen() != Massage {
		t.Errorf("Back leads to %v", s.at)
	}
}

// The day in words keeps its line while a day is typed, says what is past, and
// a clash does not move the days of the month.
func TestTheMonthOfABookingStaysInPlace(t *testing.T) {
	s := newStage(t, Massage)
	at := s.time.AddDate(0, 0, 7)
	s.OpenAt(Booking, partNew)
	f := s.bookingForm(t)
	f.setText("date", at.Format(time.DateOnly))
	s.shortcut(saveShortcut)
	s.OpenAt(Booking, partNew)
	f = s.bookingForm(t)
	place := func() float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(f.grid).Y }
	was := place()
	for day, says := range map[string]string{
		"3": "", at.Format(time.DateOnly): "You can save it all the same.", s.time.AddDate(0, 0, -2).Format(time.DateOnly): "which is past",
	} {
		f.setText("date", day)
		if now := place(); now != was {
			t.Errorf("with %q the month is at %v, not %v", day, now, was)
		}
		if all := strings.Join(s.texts(), "\n"); says != "" && !strings.Contains(all, says) {
			t.Errorf("with %q it does not say %q", day, says)
		}
	}
}

// The next appointment is offered a week or more away from those there are.
func TestANewAppointmentIsNotOfferedCloseToAnother(t *testing.T) {
	s := newStage(t, Massage)
	s.OpenAt(Booking, partNew)
	f := s.bookingForm(t)
	first := f.was.Start.AddDays(-2)
	f.setText("date", dayText(first))
	s.shortcut(saveShortcut)
	s.OpenAt(Booking, partNew)
	if next := s.bookingForm(t).was.Start; next.Midnight()-first.Midnight() < oneWeek {
		t.Errorf("after %s, %s is offered", dayText(first), dayText(next))
	}
}

// A wrong line is told once how to write it: in the place of the help.
func TestHelpGivesWayToWhatIsWrong(t *testing.T) {
	s := newStage(t, Massage)
	s.OpenAt(Booking, partNew)
	f := s.bookingForm(t)
	f.setText("date", "31.2.2026")
	s.shortcut(saveShortcut)
	if d := f.fields["date"]; !d.problem.Visible() || d.help.Visible() {
		t.Error("what is wrong stands below the help")
	}
	f.setText("date", "28.2.2027")
	if d := f.fields["date"]; d.problem.Visible() || !d.help.Visible() {
		t.Error("the help does not come back")
	}
}

// An appointment in another time zone is headed by both clocks, as its field
// shows the other one; the field is typed over.
func TestAnAppointmentElsewhereNamesItsPlace(t *testing.T) {
	s := newStage(t, Massage)
	s.OpenAt(Booking, partNew)
	s.press(t, "In another time zone")
	s.types("Asia/Tokyo")
	s.bookingForm(t).setText("time", "18:00")
	s.shortcut(saveShortcut)
	if len(s.calendar.kept) != 1 {
		t.Fatalf("%d are booked; it says %q", len(s.calendar.kept), s.texts())
	}
	s.OpenAt(Booking, s.calendar.kept[0].UID)
	if got := visibleText(s.bookingForm(t).sub); !strings.Contains(got, "10:00–11:00 (18:00–19:00 in Tokyo)") {
		t.Errorf("it says %q", got)
	}
}
