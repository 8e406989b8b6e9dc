package ui

import "testing"

// current is the form that is shown, nil if there is none.
func (s *formScreen) current() form { return s.forms[s.part] }

// formOn is the form that a screen of forms shows.
func formOn[F form](t *testing.T, s *stage, at Screen) F {
	t.Helper()
	var f F
	screen, is := s.screens[at].(interface{ current() form })
	if s.Screen() == at && is {
		f, is = screen.current().(F)
	}
	if s.Screen() != at || !is {
		t.Fatalf("there is no %T at %v; it says %q", f, s.at, s.texts())
	}
	return f
}
