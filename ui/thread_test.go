package ui

import "testing"

// Once the window has closed, nothing reaches for the toolkit any more.
func TestShut(t *testing.T) {
	s := newStage(t, Today)
	t.Cleanup(func() { shut.Store(false) })
	ran := 0
	OnUI(func() { ran++ })
	Shut()
	OnUI(func() { ran++ })
	s.off(func() error { return nil }, func(error) { ran++ })
	if ran != 1 {
		t.Errorf("%d ran", ran)
	}
}
