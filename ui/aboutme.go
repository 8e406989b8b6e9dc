package ui

func newAboutMe(w *Window) screen {
	s := &placeScreen{w: w}
	s.p = w.placePage("About you", "")
	return s
}
