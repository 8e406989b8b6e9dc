package ui

func newWelcome(w *Window) screen {
	s := &placeScreen{w: w}
	s.p = w.placePage("Welcome", "")
	return s
}
