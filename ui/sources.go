package ui

func newSources(w *Window) screen {
	s := &placeScreen{w: w}
	s.p = w.placePage("Sources", "")
	return s
}
