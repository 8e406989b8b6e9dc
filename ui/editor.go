package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/ui/widgets"
)

// editorScreen is where a person puts together routines and exercises of their
// own, and takes in packs from elsewhere. Its part is new, routine:ID to change
// an own one, copy:ID to begin like any other, exercise:new, exercise:ID, or
// import. What was not saved is there again when one comes back.
type editorScreen struct {
	w     *Window
	p     *widgets.Page
	box   *fyne.Container
	part  string
	forms map[string]form

	exerciseFor *routineForm // the routine a new exercise is meant for; nil if it is for none
}

// form is what the editor shows of one part.
type form interface {
	object() fyne.CanvasObject
	unsaved() bool                 // something would be lost
	resumed()                      // one came back to it
	renew()                        // the profile or the library changed
	shortcut(s fyne.Shortcut) bool // false means that it has no use for it
}

// The parts that have no id.
const (
	partNew         = "new"
	partNewExercise = "exercise:new"
	partImport      = "import"
)

func newEditor(w *Window) screen {
	s := &editorScreen{w: w, box: widgets.NewColumn(0), forms: map[string]form{}}
	s.p = pageOf(s.box)
	w.onProfile(func() {
		for _, f := range s.forms {
			f.renew()
		}
		s.p.Reflow()
	})
	return s
}

func (s *editorScreen) page() *widgets.Page { return s.p }
func (s *editorScreen) shown()              {}
func (s *editorScreen) changed()            {}

// left forgets what has nothing to lose, so that it is made anew.
func (s *editorScreen) left() {
	for part, f := range s.forms {
		if !f.unsaved() {
			delete(s.forms, part)
		}
	}
}

// openAt shows the form of a part; one that was begun goes on.
func (s *editorScreen) openAt(part string) {
	if part == "" {
		part = partNew
	}
	if part != s.part {
		s.left()
	}
	s.part = part
	if f := s.forms[part]; f != nil {
		if f.unsaved() {
			f.resumed()
		}
	} else if f := s.make(part); f != nil {
		s.forms[part] = f
	}
	s.show()
}

// show puts the form of the part on the page.
func (s *editorScreen) show() {
	s.box.RemoveAll()
	if f := s.forms[s.part]; f != nil {
		s.box.Add(f.object())
	} else {
		s.box.Add(s.missing())
	}
	s.p.Reflow()
	s.p.Top()
}

// make begins the form of a part; nil if there is nothing to change.
func (s *editorScreen) make(part string) form {
	lib := s.w.library()
	kind, id, _ := strings.Cut(part, ":")
	switch kind {
	case partNew:
		return newRoutineForm(s, part, catalog.L("New routine"), packs.Routine{RestS: packs.UsualRestS})
	case "routine":
		if r, ok := routineOf(lib, id); ok && packs.IsMine(lib, r.Origin) {
			return newRoutineForm(s, part, catalog.L("Change a routine"), packs.DraftOf(lib, r))
		}
	case "copy":
		if r, ok := routineOf(lib, id); ok {
			return newRoutineForm(s, part, catalog.L("New routine like “{{.Name}}”", catalog.D{"Name": r.Name}), packs.CopyOf(r))
		}
	case "exercise":
		if part == partNewExercise {
			return newExerciseForm(s, part, catalog.L("New exercise"), newOwnExercise(), nil)
		}
		if e, ok := exerciseOf(lib, id); ok && packs.IsMine(lib, e.Origin) {
			return newExerciseForm(s, part, catalog.L("Change an exercise"), packs.DraftOfExercise(e), e)
		}
	case partImport:
		return newImportForm(s)
	}
	return nil
}

// missing is shown where there is nothing of one's own to change.
func (s *editorScreen) missing() fyne.CanvasObject {
	begin := widgets.NewButton(catalog.L("New routine"), widgets.Primary, func() { s.w.OpenAt(Editor, partNew) })
	all := widgets.NewButton(catalog.L("All stretches"), widgets.Quiet, func() { s.w.Open(Stretch) })
	return widgets.NewColumn(20, s.w.subHead(catalog.L("Routine editor"), ""),
		emptyCard(widgets.IconStretch, catalog.L("There is nothing of your own here"),
			catalog.L("It may have been deleted. Unhunch's own routines can be copied and the copy changed: look for “Duplicate and change” on their pages."), "", begin, all))
}

// drop forgets a form.
func (s *editorScreen) drop(part string) { delete(s.forms, part) }

// editor is the editor's screen; it is made if it is not there yet.
func (w *Window) editor() *editorScreen {
	if w.screens[Editor] == nil {
		w.screens[Editor] = newEditor(w)
	}
	return w.screens[Editor].(*editorScreen)
}

// shortcut offers the form the keys that mean something to it.
func (s *editorScreen) shortcut(k fyne.Shortcut) bool {
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
