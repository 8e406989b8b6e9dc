package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// The parts of the Prepare screen.
const (
	partChecklist = "checklist"
	partPain      = "pain"
	partNote      = "note"
	partQuestions = "questions"
)

// prepareScreen is what to do before a massage: the checklist and what it comes
// to, where it hurts, and what to tell the therapist.
type prepareScreen struct {
	w       *Window
	p       *widgets.Page
	box     *fyne.Container // the body, the large note, or why nothing can be shown
	body    fyne.CanvasObject
	trouble *fyne.Container
	read    bool   // what is known was read
	part    string // to go to once it was

	known     massages
	list      safety.Checklist
	unlisted  error // why there is no checklist
	about     *rowList
	verdict   *rowList
	checks    *checksCard
	pain      *whereCard
	note      *noteCard
	ask       *rowList
	pregnancy *rowList
	reading   *rowList
}

func newPrepareScreen(w *Window) screen {
	s := &prepareScreen{w: w, box: widgets.NewColumn(0), trouble: widgets.NewColumn(0)}
	for _, l := range []**rowList{&s.about, &s.verdict, &s.ask, &s.pregnancy, &s.reading} {
		*l = newRowList()
	}
	s.p = pageOf(s.box)
	s.checks, s.pain, s.note = newChecksCard(s), newWhereCard(s), newNoteCard(s)
	s.body = widgets.NewColumn(20,
		w.subHead(catalog.L("Before a massage"), catalog.L("What to look at before you go. Everything is kept at once, and nothing of it leaves this machine.")),
		s.trouble,
		widgets.NewColumn(16, s.about.box, s.verdict.box, s.checks.card, s.pain.card, s.note.card, s.ask.box, s.pregnancy.box, s.reading.box))
	s.box.Add(s.body)
	for _, o := range s.sections() {
		o.Hide() // until there is something to show
	}
	w.onProfile(func() { s.recount() })
	return s
}

func (s *prepareScreen) page() *widgets.Page { return s.p }

// shown reads what the checklist and the note are made of.
func (s *prepareScreen) shown() {
	s.w.loadMassages(func(m massages, err error) {
		s.hold(err)
		if err == nil {
			s.known, s.read = m, true
			s.recount()
		}
		s.p.Reflow()
		if part := s.part; part != "" && s.read {
			s.part = ""
			s.goTo(part)
		}
	})
}

// hold shows everything but the head, or in its place why it cannot be read.
func (s *prepareScreen) hold(err error) {
	s.trouble.RemoveAll()
	if err != nil {
		s.read = false
		s.trouble.Add(s.w.unreadCard(err, s.shown))
	}
	setVisible(s.trouble, err != nil)
	for _, o := range s.sections() {
		setVisible(o, err == nil)
	}
}

func (s *prepareScreen) sections() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.about.box, s.verdict.box, s.checks.card, s.pain.card, s.note.card, s.ask.box, s.pregnancy.box, s.reading.box}
}

// changed notices that another day began, on which answers may be due again.
func (s *prepareScreen) changed() {
	if s.read && s.checks.day != s.w.now().Format(time.DateOnly) {
		s.recount()
	}
}

// left lays the questions out anew for the next time, the open ones first.
func (s *prepareScreen) left() {
	s.note.shrink()
	s.read, s.checks.stale = false, true
}

// key shows the page again from the large note.
func (s *prepareScreen) key(k fyne.KeyName) bool {
	if k != fyne.KeyEscape || !s.note.large {
		return false
	}
	s.note.shrink()
	return true
}

// openAt scrolls to a part.
func (s *prepareScreen) openAt(part string) {
	s.part = ""
	switch {
	case part == "" || s.note.large:
	case s.read:
		s.goTo(part)
	default:
		s.part = part
	}
}

// goTo scrolls to a part, and puts the focus on what one does there.
func (s *prepareScreen) goTo(part string) {
	var at fyne.CanvasObject
	var on fyne.Focusable
	switch part {
	case partChecklist:
		at, on = s.checks.card, s.checks.begin()
	case partPain:
		at, on = s.pain.card, s.pain.areas.body
	case partNote:
		at, on = s.note.card, s.note.show
	case partQuestions:
		at = s.ask.box
	default:
		return
	}
	if on != nil {
		s.w.focus(on)
	}
	s.p.BeginAt(at)
}

// recount judges the answers and shows what follows.
func (s *prepareScreen) recount() {
	if !s.read {
		return
	}
	s.list, s.unlisted = s.w.judge().Screening(s.known.screened)
	s.checks.update()
	s.fillAbout()
	s.fillVerdict()
	s.pain.update()
	s.note.update()
	s.fillQuestions()
	s.fillPregnancy()
	s.fillReading()
	s.p.Reflow()
}

// refill fills a list anew where it is to show something else than it does. What
// is not shown takes no room.
func (s *prepareScreen) refill(l *rowList, key string, fill func() fyne.CanvasObject) {
	if key == l.key && len(l.box.Objects) > 0 {
		return
	}
	if f, ok := s.w.win.Canvas().Focused().(fyne.CanvasObject); ok && s.read && l.key != "" && inside(l.box, f) {
		s.w.win.Canvas().Unfocus() // keys must not reach what is gone
	}
	l.key = key
	l.box.RemoveAll()
	o := fill()
	if o != nil {
		l.box.Add(o)
	}
	setVisible(l.box, o != nil)
}

// next is the appointment it is about, and false if none is booked.
func (s *prepareScreen) next() (calendar.Occurrence, bool) {
	ahead := upcoming(s.known.booked, s.w.now())
	if len(ahead) == 0 {
		return calendar.Occurrence{}, false
	}
	return ahead[0], true
}

// sectionTitle heads a card of the screen.
func sectionTitle(s string) *widgets.Text {
	return widgets.NewHeading(s, 16.5, widgets.SemiBold, widgets.ColorInk)
}

// aside is a line that explains.
func aside(s string) *widgets.Text {
	return widgets.NewParagraph(s, 13.5, widgets.Regular, widgets.ColorInk2)
}
