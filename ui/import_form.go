package ui

import (
	"errors"
	"io/fs"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/ui/widgets"
)

// calendarForm is a calendar file that is looked at.
type calendarForm struct {
	s       *importScreen
	path    string
	body    *fyne.Container
	problem *widgets.Text // why nothing was imported
	file    *calendarFile // nil until it is read
	rows    *importRows   // nil where there is nothing to choose from
	extras  *importExtras
	ticked  map[string]bool // what was chosen when it was read before
	take    []*widgets.Button
	begun   bool // it is being read, or was
	saving  bool
}

// calendarFile is what a file says, and what would be done about it.
type calendarFile struct {
	parsed     calendar.Parsed
	stored     []Booked
	steps      []calendar.Step // one for each event
	rows       []importRow     // what is shown of each
	therapists []Therapist
	library    *content.Massage // nil where it cannot be read
}

func newCalendarForm(s *importScreen, path string) *calendarForm {
	f := &calendarForm{s: s, path: path, body: widgets.NewColumn(16), problem: newProblem()}
	f.body.Add(s.w.subHead(catalog.L("Calendar file"), catalog.L("Reading {{.File}} …", catalog.D{"File": fileName(path)})))
	return f
}

// load reads the file, and what it is compared with.
func (f *calendarForm) load() {
	w := f.s.w
	fetch(w, func() (*calendarFile, error) { return w.readCalendar(f.path) }, func(c *calendarFile, err error) {
		f.file = c
		f.fill(err)
	})
}

// unreadJournal says that what a file is compared with cannot be read.
type unreadJournal struct{ error }

// readCalendar reads a calendar file. It may take a moment.
func (w *Window) readCalendar(path string) (*calendarFile, error) {
	in, err := w.Calendar.OpenCalendar(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = in.Close() }() // only read
	c := &calendarFile{}
	minutes := 0
	if c.library, err = w.library().Massage(); err == nil {
		minutes = c.library.Session.DefaultMin
	}
	now := w.now()
	c.parsed, err = calendar.Parse(in, calendar.ParseOptions{Now: now, Zone: w.Zone, Length: time.Duration(minutes) * time.Minute})
	if err != nil {
		return nil, err
	}
	if c.stored, err = w.Calendar.AppointmentsBetween(time.Time{}, time.Time{}); err != nil {
		return nil, &unreadJournal{err}
	}
	if c.therapists, err = w.Visits.Therapists(); err != nil {
		return nil, &unreadJournal{err}
	}
	c.steps = calendar.Plan(c.stored, c.parsed, now)
	c.rows = w.importRowsOf(c)
	return c, nil
}

func (f *calendarForm) object() fyne.CanvasObject { return f.body }
func (f *calendarForm) unsaved() bool             { return f.rows != nil }
func (f *calendarForm) renew()                    {}

// resumed reads the file again: it, or what is booked, may be another by now.
func (f *calendarForm) resumed() {
	if f.rows != nil && !f.saving {
		f.ticked = f.rows.ticks()
		f.problem.Hide()
		f.load()
	}
}

func (f *calendarForm) shortcut(k fyne.Shortcut) bool {
	if k.ShortcutName() != saveShortcut.ShortcutName() || f.rows == nil {
		return false
	}
	f.save()
	return true
}

// fill shows what was read, or why nothing was.
func (f *calendarForm) fill(err error) {
	w := f.s.w
	f.body.RemoveAll()
	f.rows, f.extras, f.take = nil, nil, nil
	var first fyne.Focusable
	var journal *unreadJournal
	switch {
	case errors.As(err, &journal):
		f.body.Add(w.subHead(catalog.L("Calendar file"), fileName(f.path)))
		f.body.Add(w.unreadCard(journal.error, f.load))
	case err != nil:
		text, hint := calendarProblem(f.path, err)
		first = f.none(catalog.L("This file cannot be imported"), text, hint)
	case len(f.file.steps) == 0:
		first = f.none(catalog.L("There is no appointment in this file"), fileName(f.path),
			catalog.L("What is in it, and why it cannot be used, stands below."))
	default:
		f.rows = newImportRows(f, f.ticked)
		f.preview()
	}
	if f.file != nil && len(f.file.parsed.Problems) > 0 {
		f.body.Add(f.problems())
	}
	if f.rows != nil {
		f.counted()
	}
	f.s.p.Reflow()
	if first != nil && w.current == Import && f.s.part == f.path {
		w.focus(first)
	}
}

// none is shown where nothing can be imported; the way on is returned.
func (f *calendarForm) none(title, text, hint string) fyne.Focusable {
	w := f.s.w
	other := widgets.NewButton(catalog.L("Choose another file"), widgets.Primary, w.chooseCalendar)
	buttons := []fyne.CanvasObject{other}
	if len(f.s.waiting) > 0 {
		buttons = append(buttons, widgets.NewButton(catalog.L("Go on with the next file"), widgets.Quiet, func() { f.s.next(f.path) }))
	}
	f.body.Add(w.subHead(catalog.L("Calendar file"), ""))
	f.body.Add(emptyCard(widgets.IconWarn, title, text, hint, buttons...))
	return other
}

// calendarProblem is why a file cannot be read, with its name, and what to do.
func calendarProblem(path string, err error) (text, hint string) {
	reason, hint, _ := strings.Cut(err.Error(), "; hint: ")
	var on *fs.PathError
	if errors.As(err, &on) {
		reason = on.Err.Error()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		reason, hint = catalog.L("the file is not there"), catalog.L("it may have been moved, renamed or deleted")
	case errors.Is(err, fs.ErrPermission):
		reason, hint = catalog.L("you may not read this file"), catalog.L("save it in a folder of your own")
	}
	reason = strings.TrimPrefix(reason, path+": ")
	text = catalog.L("{{.File}}: {{.Problem}}.", catalog.D{"File": fileName(path), "Problem": strings.TrimSuffix(reason, ".")})
	if hint != "" {
		hint = sentence(strings.TrimSuffix(hint, ".")) + "."
	}
	return text, hint
}

// preview is what would be done, to choose from.
func (f *calendarForm) preview() {
	w := f.s.w
	f.body.Add(widgets.NewColumn(12, w.subHead(catalog.L("Calendar file"), f.about(), f.buttons()...), f.problem, f.sums()))
	if n := len(f.s.waiting); n > 0 {
		f.body.Add(widgets.NewParagraph(catalog.N("One more file waits after this one.", "{{.Count}} more files wait after this one.", n), 14, widgets.Medium, widgets.ColorInk2))
	}
	if f.rows.any() {
		f.body.Add(f.rows.box)
		if f.extras = newImportExtras(f); f.extras != nil {
			f.body.Add(f.extras.box)
		}
		f.body.Add(widgets.NewRow(widgets.Row{Gap: 12, Center: true, Below: 520, Tracks: []widgets.Track{{Grow: 1}}},
			widgets.NewParagraph(catalog.L("Ctrl+S imports what is ticked. Nothing is saved before."), 13, widgets.Regular, widgets.ColorInk2),
			widgets.NewWrap(8, 8, f.buttons()...)))
	} else {
		f.body.Add(emptyCard(widgets.IconCheck, catalog.L("There is nothing to import"),
			catalog.L("Your calendar has what this file says already, or something newer."), "",
			widgets.NewButton(catalog.L("Choose another file"), widgets.Primary, w.chooseCalendar)))
	}
	if left := f.rows.leftOut(); left != nil {
		f.body.Add(left)
	}
}

// about is the file's name and how much is in it.
func (f *calendarForm) about() string {
	return catalog.N("{{.File}}, with one event", "{{.File}}, with {{.Count}} events", len(f.file.steps), catalog.D{"File": fileName(f.path)})
}

// sums are how many are new, changed, cancelled and left out.
func (f *calendarForm) sums() fyne.CanvasObject {
	counts := map[calendar.Action]int{}
	for _, s := range f.file.steps {
		counts[s.Action]++
	}
	row := widgets.NewWrap(6, 6)
	add := func(n int, text string, tone widgets.Tone) {
		if n > 0 {
			row.Add(widgets.NewPill(text, tone))
		}
	}
	n := counts[calendar.Add]
	add(n, catalog.N("One new", "{{.Count}} new", n), widgets.Accent)
	n = counts[calendar.Update]
	add(n, catalog.N("One changed", "{{.Count}} changed", n), widgets.Cold)
	n = counts[calendar.Cancel]
	add(n, catalog.N("One cancelled", "{{.Count}} cancelled", n), widgets.Amber)
	n = counts[calendar.Skip]
	add(n, catalog.N("One left as it is", "{{.Count}} left as they are", n), widgets.Neutral)
	n = len(f.file.parsed.Problems)
	add(n, catalog.N("One not usable", "{{.Count}} not usable", n), widgets.Amber)
	return row
}

// buttons are Cancel and Import.
func (f *calendarForm) buttons() []fyne.CanvasObject {
	label := catalog.L("Cancel")
	if len(f.s.waiting) > 0 {
		label = catalog.L("Skip this file")
	}
	cancel := widgets.NewButton(label, widgets.Quiet, f.leave)
	if !f.rows.any() {
		return []fyne.CanvasObject{cancel}
	}
	take := widgets.NewButton("", widgets.Primary, f.save)
	f.take = append(f.take, take)
	return []fyne.CanvasObject{cancel, take}
}

// leave passes the file over.
func (f *calendarForm) leave() {
	if len(f.s.waiting) > 0 {
		f.s.next(f.path)
		return
	}
	f.s.drop(f.path)
	if n := len(f.s.w.past); n == 0 || f.s.w.past[n-1].screen == Import { // it was opened from outside
		f.s.w.leaveFor(Massage, "")
		return
	}
	f.s.w.Back()
}

// counted says on the buttons how many would be imported.
func (f *calendarForm) counted() {
	n := f.rows.picked()
	for _, b := range f.take {
		if n == 0 {
			b.SetLabel(catalog.L("Import"))
			b.Hint = catalog.L("Import; nothing is ticked")
			b.Disable()
			continue
		}
		b.SetLabel(catalog.N("Import one appointment", "Import {{.Count}} appointments", n))
		b.Hint = ""
		b.Enable()
	}
	f.s.p.Reflow()
}

// mostProblems is how many of what cannot be used are shown at once.
const mostProblems = 5

// problems are what cannot be used, with the line in the file and the reason.
func (f *calendarForm) problems() fyne.CanvasObject {
	var lines []string
	for _, p := range f.file.parsed.Problems {
		text := catalog.L("Line {{.Line}}: {{.Problem}}.", catalog.D{"Line": p.Line, "Problem": strings.TrimSuffix(p.Text, ".")})
		if p.Title != "" {
			text = catalog.L("Line {{.Line}}, “{{.Title}}”: {{.Problem}}.", catalog.D{"Line": p.Line, "Title": p.Title, "Problem": strings.TrimSuffix(p.Text, ".")})
		}
		lines = append(lines, text)
	}
	box := widgets.NewColumn(10, bullets(lines[:min(len(lines), mostProblems)], widgets.Amber))
	if rest := lines[min(len(lines), mostProblems):]; len(rest) > 0 {
		more := widgets.NewFolded(catalog.N("One more", "{{.Count}} more", len(rest)), func() fyne.CanvasObject {
			return widgets.NewPad(8, 0, 0, 0, bullets(rest, widgets.Amber))
		})
		more.OnChanged = func(bool) { f.s.p.Reflow() }
		box.Add(more)
	}
	return titled(catalog.L("What cannot be used"), box)
}
