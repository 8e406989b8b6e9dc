package ui

func newGuide(w *Window) screen {
	s := &placeScreen{w: w}
	s.p = w.placePage("Guide", "")
	return s
}
