package ui

import (
	"testing"
)

func (s *stage) bookingForm(t *testing.T) *bookingForm {
	t.Helper()
	screen, _ := s.screens[Booking].(*bookingScreen)
	if s.Screen() != Booking || screen == nil {
		t.Fatalf("nothing is booked at %v", s.at)
	}
	f, ok := screen.forms[screen.part].(*bookingForm)
	if !ok {
		t.Fatalf("nothing is booked at %v", s.at)
	}
	return f
}

// setText types into a field, in the place of what stood there.
func (f *bookingForm) setText(field, text string) {
	f.fields[field].focus.(interface{ SetText(string) }).SetText(text)
}

// The month asks for a day: the form begins with it, at the usual time.
func TestBookingOnADay(t *testing.T) {
	s := newStage(t, Massage, oneVisit)
	s.OpenAt(Booking, "new:2026-12-03")
	f := s.bookingForm(t)
	if got := f.was.Start.String(); !strings.HasPrefix(got, "2026-12-03 ") {
		t.Errorf("it begins with %s", got)
	}
	s.OpenAt(Booking, "new:2026-01-03") // is over
	if f := s.bookingForm(t); f.was.Start < calendar.WallAt(s.time) {
		t.Errorf("it begins with %s", f.was.Start)
	}
}
