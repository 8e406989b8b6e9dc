package ui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// massageScreen is the rhythm of massages, who gives them, and the visits with
// what they did. Its part is a follow-up's question, as follow-up:ID:24h.
type massageScreen struct {
	w       *Window
	p       *widgets.Page
	verdict *fyne.Container
	follow  *followCards
	cards   *fyne.Container // what stands left of the visits
	month   *calendarCard
	visits  *visitList
	trouble *fyne.Container // why nothing can be shown
	body    fyne.CanvasObject
	known   massages
	due     time.Time // the day the next massage is due; zero means none is
	loaded  bool      // what is known was read
}

func newMassage(w *Window) screen {
	s := &massageScreen{w: w, verdict: widgets.NewColumn(0), cards: widgets.NewColumn(16), trouble: widgets.NewColumn(0)}
	s.follow = newFollowCards(s)
	s.visits = newVisitList(s)
	s.month = newCalendarCard(s)
	guide := widgets.NewButton(catalog.L("Guide"), widgets.Quiet, func() { w.Open(Guide) })
	log := widgets.NewButton(catalog.L("Log a visit"), widgets.Quiet, func() { w.OpenAt(Visit, partNew) })
	take := widgets.NewButton(catalog.L("Import .ics"), widgets.Quiet, w.chooseCalendar)
	book := widgets.NewButton(catalog.L("New appointment"), widgets.Primary, func() { w.OpenAt(Booking, partNew) })
	s.body = widgets.NewRow(widgets.Row{Gap: 16, Below: 700, Tracks: []widgets.Track{{Grow: 4}, {Grow: 5}}},
		s.cards, widgets.NewColumn(16, s.month.box, s.visits.box))
	s.p = pageOf(widgets.NewColumn(20,
		widgets.NewRow(widgets.Row{Gap: 12, Below: 800, Tracks: []widgets.Track{{Grow: 1}}},
			widgets.NewHeading(catalog.L("Massage"), 25, widgets.Bold, widgets.ColorInk), widgets.NewColumn(0, widgets.NewWrap(8, 8, take, guide, log, book))),
		widgets.NewColumn(16, s.follow.box, s.verdict, s.trouble, s.body,
			w.reading("massage-what-it-can-do", "massage-types", "massage-precautions", "massage-how-often", topicTherapist, topicAfterwards))))
	w.onProfile(s.rejudge)
	s.judge()
	return s
}

func (s *massageScreen) page() *widgets.Page { return s.p }

// shown reads the visits.
func (s *massageScreen) shown() {
	s.judge()
	s.read(false)
}

// read reads the visits and what is booked. With news alone, what is shown is
// left as it is where nothing changed, and the keys where they are.
func (s *massageScreen) read(news bool) {
	s.w.loadMassages(func(m massages, err error) {
		if news && err == nil && !s.trouble.Visible() && s.known.same(m) {
			return
		}
		s.trouble.RemoveAll()
		setVisible(s.trouble, err != nil)
		setVisible(s.body, err == nil)
		if err != nil {
			s.trouble.Add(s.w.unreadCard(err, s.shown))
		} else {
			s.known, s.loaded = m, true
			s.fillVerdict()
			s.follow.changed()
			s.fill()
		}
		s.p.Reflow()
		s.month.rows.end()
	})
	s.month.load(news)
}

// changed asks about a visit once it is time to.
func (s *massageScreen) changed() {
	s.follow.changed()
	s.month.tick()
}

// left forgets the thanks for an answer.
func (s *massageScreen) left() { s.follow.left() }

// openAt shows a follow-up's question; it is asked whether or not it is time to.
func (s *massageScreen) openAt(part string) {
	if kind, rest, ok := strings.Cut(part, ":"); ok && kind == "follow-up" {
		id, which, _ := strings.Cut(rest, ":")
		s.follow.ask(id, FollowUp(which))
	}
}

// judge says what of massage is not for this person.
func (s *massageScreen) judge() {
	s.fillVerdict()
	s.p.Reflow()
}

// fillVerdict says it, unless a clinician said that a massage is fine: the
// checklist has that.
func (s *massageScreen) fillVerdict() {
	s.verdict.RemoveAll()
	j := s.w.judge()
	a := j.Massage()
	if s.loaded && (a.Verdict == safety.Held || a.Verdict == safety.Ask) {
		if c, err := j.Screening(s.known.screened); err == nil && len(c.Stop)+len(c.Ask) == 0 {
			a = safety.Advice{}
		}
	}
	v := s.w.verdictCard(catalog.L("Massage"), a)
	if v != nil {
		s.verdict.Add(v)
	}
	setVisible(s.verdict, v != nil)
}

// rejudge is judge, and what the next appointment's card says of the checklist.
func (s *massageScreen) rejudge() {
	s.judge()
	if s.loaded {
		s.fillCards()
		s.p.Reflow()
	}
}

func (s *massageScreen) fill() {
	s.fillCards()
	s.visits.fill()
	s.month.fill()
}

// fillCards fills what stands left of the visits.
func (s *massageScreen) fillCards() {
	s.cards.Objects = []fyne.CanvasObject{s.therapistsCard()}
	if c := s.rhythmCard(); c != nil {
		s.cards.Objects = slices.Insert(s.cards.Objects, 0, c)
	}
	if c := s.nextCard(); c != nil {
		s.cards.Objects = slices.Insert(s.cards.Objects, 0, c)
	}
}

// ago is whether a visit lies at least so long back.
func (s *massageScreen) ago(v Visited, d time.Duration) bool { return s.w.now().Sub(v.At) >= d }
