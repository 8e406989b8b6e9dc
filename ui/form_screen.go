package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/ui/widgets"
)

// formScreen is a screen of forms, one a part. What was not saved is there again
// when one comes back.
type formScreen struct {
	w     *Window
	p     *widgets.Page
	box   *fyne.Container
	at    Screen
	first string // the part shown where none is asked for
	part  string
	forms map[string]form
	begin func(part string) form   // the form of a part; nil if there is none
	none  func() fyne.CanvasObject // is shown where there is none
}

// form is what a screen of forms shows of one part.
type form interface {
	object() fyne.CanvasObject
	unsaved() bool                 // something would be lost
	resumed()                      // one came back to it
	renew()                        // the profile or the library changed
	shortcut(s fyne.Shortcut) bool // false means that it has no use for it
}

func (s *formScreen) init(w *Window, at Screen, first string, begin func(string) form, none func() fyne.CanvasObject) {
	s.w, s.at, s.first, s.begin, s.none = w, at, first, begin, none
	s.box, s.forms = widgets.NewColumn(0), map[string]form{}
	s.p = pageOf(s.box)
	w.onProfile(func() {
		for _, f := range s.forms {
			f.renew()
		}
		s.p.Reflow()
	})
}

func (s *formScreen) page() *widgets.Page { return s.p }
func (s *formScreen) shown()              {}
func (s *formScreen) changed()            {}

// left forgets what has nothing to lose, so that it is made anew.
func (s *formScreen) left() {
	for part, f := range s.forms {
		if !f.unsaved() {
			delete(s.forms, part)
		}
	}
}

// openAt shows the form of a part; one that was begun goes on.
func (s *formScreen) openAt(part string) {
	if part == "" {
		part = s.first
	}
	if part != s.part {
		s.left()
	}
	s.part = part
	if f := s.forms[part]; f != nil {
		if f.unsaved() {
			f.resumed()
		}
	} else if f := s.begin(part); f != nil {
		s.forms[part] = f
		defer s.ready(f)
	}
	s.show()
}

// ready puts the focus on what is filled in first of a form that has just begun,
// unless the person is elsewhere by now. What stands there is marked, so that
// one can type over it.
func (s *formScreen) ready(f form) {
	of, ok := f.(interface{ first() *widgets.Entry })
	if !ok || s.w.current != s.at || s.forms[s.part] != f || s.w.win.Canvas().Focused() != nil || s.w.searching() {
		return
	}
	if e := of.first(); e != nil {
		s.w.focusAll(e)
	}
}

// show puts the form of the part on the page.
func (s *formScreen) show() {
	s.box.RemoveAll()
	if f := s.forms[s.part]; f != nil {
		s.box.Add(f.object())
	} else {
		s.box.Add(s.none())
	}
	s.p.Reflow()
	s.p.Top()
}

// drop forgets a form.
func (s *formScreen) drop(part string) { delete(s.forms, part) }

// shortcut offers the form the keys that mean something to it.
func (s *formScreen) shortcut(k fyne.Shortcut) bool {
	f := s.forms[s.part]
	return f != nil && f.shortcut(k)
}

// leaveFor shows another screen in the place of this one: Back does not lead
// here again.
func (w *Window) leaveFor(s Screen, part string) {
	w.at = spot{}
	if n := len(w.past); n > 0 && w.past[n-1].spot == (spot{s, part}) {
		w.past = w.past[:n-1]
	}
	w.OpenAt(s, part)
}
