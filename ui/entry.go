package ui

func newEntry(w *Window) screen {
	s := &placeScreen{w: w}
	s.p = w.placePage("Library", "")
	return s
}
