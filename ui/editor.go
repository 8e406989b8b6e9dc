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
// import.
type editorScreen struct {
	formScreen

	exerciseFor *routineForm // the routine a new exercise is meant for; nil if it is for none
}

// The parts that have no id.
const (
	partNew         = "new"
	partNewExercise = "exercise:new"
	partImport      = "import"
)

func newEditor(w *Window) screen {
	s := &editorScreen{}
	s.formScreen.init(w, Editor, partNew, s.make, s.missing)
	return s
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

// editor is the editor's screen; it is made if it is not there yet.
func (w *Window) editor() *editorScreen {
	if w.screens[Editor] == nil {
		w.screens[Editor] = newEditor(w)
	}
	return w.screens[Editor].(*editorScreen)
}
