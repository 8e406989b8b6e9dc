package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/ui/widgets"
)

// importScreen shows what is in a calendar file before it is taken in. Its part
// is the file's path.
type importScreen struct {
	formScreen
	waiting []string // files to look at after this one
}

// calendarEnds are the ends the file dialog shows.
var calendarEnds = []string{".ics", ".ical", ".icalendar", ".ifb"}

func newImportScreen(w *Window) screen {
	s := &importScreen{}
	s.formScreen.init(w, Import, "", func(part string) form {
		if part == "" {
			return nil
		}
		return newCalendarForm(s, part)
	}, s.nothing)
	return s
}

// openAt shows a file and begins to read it.
func (s *importScreen) openAt(part string) {
	s.formScreen.openAt(part)
	if f, ok := s.forms[part].(*calendarForm); ok && !f.begun {
		f.begun = true
		f.load()
	}
}

// calendars is the import screen.
func (w *Window) calendars() *importScreen {
	if w.screens[Import] == nil {
		w.screens[Import] = newImportScreen(w)
	}
	return w.screens[Import].(*importScreen)
}

// nothing is what is shown where no file was chosen.
func (s *importScreen) nothing() fyne.CanvasObject {
	return widgets.NewColumn(16, s.w.subHead(catalog.L("Calendar file"), ""),
		emptyCard(widgets.IconMassage, catalog.L("Choose a calendar file"),
			catalog.L("Such as the booking confirmation your therapist sent, or an export of another calendar. It ends in .ics. You can also drop it on this window."),
			catalog.L("You see what is in it first; nothing is saved before you say so."),
			widgets.NewButton(catalog.L("Choose a file"), widgets.Primary, s.w.chooseCalendar)))
}

// chooseCalendar asks for a calendar file and shows what is in it.
func (w *Window) chooseCalendar() {
	w.files.open(catalog.L("Import a calendar file"), calendarEnds, func(path string) { w.lookAtCalendars([]string{path}) })
}

// lookAtCalendars shows calendar files, one after another.
func (w *Window) lookAtCalendars(paths []string) {
	s := w.calendars()
	s.waiting = paths[1:]
	s.drop(paths[0]) // it is read anew
	w.OpenAt(Import, paths[0])
}

// next leads on once a file was taken in or passed over: to the one that waits,
// or to the Massage screen.
func (s *importScreen) next(done string) {
	s.drop(done)
	if len(s.waiting) == 0 {
		s.w.leaveFor(Massage, "")
		return
	}
	at := s.waiting[0]
	s.waiting = s.waiting[1:]
	s.drop(at)
	s.w.leaveFor(Import, at)
}

// droppedCalendars takes the calendar files among those dropped on the window;
// false means that there was none.
func (w *Window) droppedCalendars(uris []fyne.URI) bool {
	var paths []string
	for _, u := range uris {
		if control.IsCalendarFile(u.Path()) {
			paths = append(paths, u.Path())
		}
	}
	if len(paths) == 0 {
		return false
	}
	w.lookAtCalendars(paths)
	if n := len(uris) - len(paths); n > 0 {
		w.shell.toast.show(catalog.N("One of these files is no calendar file (.ics) and is left out.",
			"{{.Count}} of these files are no calendar files (.ics) and are left out.", n), "", nil)
	}
	return true
}

// fileName is what a file is called, without its folder.
func fileName(path string) string { return filepath.Base(path) }
