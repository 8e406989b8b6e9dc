package ui

import (
	"strings"
	"testing"

	"github.com/unhunch/unhunch/reminders/calendar"
)

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
