package ui

import "testing"

// BenchmarkTypingABooking types a letter into the form of somebody who has gone
// every week for ten years and has a weekly series ahead.
func BenchmarkTypingABooking(b *testing.B) {
	s := newStage(b, Massage, manyVisits(520), weeklyFrom(wallOn(26, 17, 30)))
	s.Zone = zoneOf("Europe/Berlin")
	s.OpenAt(Booking, partNew)
	f := s.screens[Booking].(*bookingScreen).forms[partNew].(*bookingForm)
	for b.Loop() {
		f.setText("time", "17:45")
		f.setText("time", "17:30")
	}
}
