package ui

func newSerious(w *Window) screen {
	s := &placeScreen{w: w}
	s.p = w.placePage("Is this serious?", "")
	return s
}
