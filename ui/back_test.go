package ui

import "testing"

func TestBackLeadsToWhereOneWas(t *testing.T) {
	s := newStage(t, Stretch, usual)
	s.SetStatus(sittingStatus())
	page := s.screens[Stretch].page()
	page.ScrollDown(700)
	down := page.Down()
	if down < 300 {
		t.Fatalf("the page scrolls only %v down", down)
	}
	s.OpenAt(Entry, "exercise:chin-tuck")
	s.Back()
	if s.Screen() != Stretch || page.Down() != down {
		t.Errorf("back on %s at %v, left at %v", s.Screen(), page.Down(), down)
	}
	// Going there anew begins at the top.
	s.Open(Today)
	s.Open(Stretch)
	if page.Down() != 0 {
		t.Errorf("a new visit begins at %v", page.Down())
	}
}
