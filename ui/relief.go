package ui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// reliefScreen is heat and cold: which one, for how long, and what is on the
// skin now. Its part may be start:heat:10m, which a reminder of one's own asks
// for.
type reliefScreen struct {
	w       *Window
	p       *widgets.Page
	trouble *fyne.Container
	body    *fyne.Container
	onSkin  *packsOn
	felt    *reliefFelt
	choose  *reliefChooser
	where   *reliefWhere
	heat    *reliefCard
	cold    *reliefCard
	asks    *fyne.Container // the questions before a start
	creams  *creamCard
	history *reliefHistory
	known   reliefKnown
	live    string            // what of the agent's status the sessions were read for
	asked   string            // the part that waits for what is known
	bring   fyne.CanvasObject // what is to be seen once it is filled
}

// reliefKnown is what is known of heat and cold.
type reliefKnown struct {
	read    bool
	page    *content.HeatCold
	state   relief.State
	answers []ReliefAnswer
	creams  []Cream
	used    []Relieved // of the last months, newest first
}

const (
	// reliefBack is how far the history goes here.
	reliefBack = 90 * 24 * time.Hour
	// creamBack is how far the creams go: those of today, and what one may want
	// to look up.
	creamBack = 7 * 24 * time.Hour
)

func newRelief(w *Window) screen {
	s := &reliefScreen{w: w, trouble: widgets.NewColumn(0)}
	s.onSkin, s.felt, s.choose, s.where = newPacksOn(s), newReliefFelt(s), newReliefChooser(s), newReliefWhere(s)
	s.heat, s.cold = newReliefCard(s, content.Heat), newReliefCard(s, content.Cold)
	s.asks = widgets.NewColumn(0)
	s.asks.Hide()
	s.creams, s.history = newCreamCard(s), newReliefHistory(s)
	guide := widgets.NewButton(catalog.L("Guide"), widgets.Quiet, func() { w.Open(Guide) })
	head := widgets.NewRow(widgets.Row{Gap: 12, Below: 420, Tracks: []widgets.Track{{Grow: 1}}},
		widgets.NewColumn(5, widgets.NewHeading(catalog.L("Heat & cold"), 25, widgets.Bold, widgets.ColorInk),
			widgets.NewParagraph(catalog.L("Answer two questions, or start a timer."), 14, widgets.Regular, widgets.ColorInk2)),
		widgets.NewColumn(0, widgets.NewWrap(0, 0, guide)))
	beside := func(left, right fyne.CanvasObject) fyne.CanvasObject {
		return widgets.NewRow(widgets.Row{Gap: 16, Below: 640, Tracks: []widgets.Track{{Grow: 1}, {Grow: 1}}}, left, right)
	}
	s.body = widgets.NewColumn(16, s.onSkin.box, s.felt.box, s.where.card, s.asks, beside(s.heat.card, s.cold.card),
		beside(widgets.NewColumn(16, s.choose.card, s.creams.box), widgets.NewColumn(0, s.never())),
		s.history.box, w.relaxCards())
	s.p = pageOf(widgets.NewColumn(20, head, widgets.NewColumn(16, s.trouble, s.body,
		w.reading("heat-and-cold", "self-care", "massage-pregnancy"))))
	w.onProfile(s.fill)
	s.body.Hide()
	s.trouble.Hide()
	return s
}

func (s *reliefScreen) page() *widgets.Page { return s.p }

func (s *reliefScreen) shown() { s.load() }

// load reads everything anew.
func (s *reliefScreen) load() {
	w, now := s.w, s.w.now()
	s.live = s.liveKey()
	page, pageErr := w.library().HeatCold()
	fetch(w, func() (k reliefKnown, err error) {
		if pageErr != nil {
			return k, pageErr
		}
		k.read, k.page = true, page
		if k.state, err = w.HeatCold.ReliefState(); err != nil {
			return k, err
		}
		if k.answers, err = w.HeatCold.ReliefAnswers(); err != nil {
			return k, err
		}
		if k.creams, err = w.HeatCold.Creams(now.Add(-creamBack), now.Add(time.Hour)); err != nil {
			return k, err
		}
		k.used, err = w.HeatCold.Reliefs(now.Add(-reliefBack), now.Add(time.Hour))
		slices.Reverse(k.used)
		return k, err
	}, func(k reliefKnown, err error) {
		s.trouble.RemoveAll()
		setVisible(s.trouble, err != nil)
		setVisible(s.body, err == nil)
		if err != nil {
			s.trouble.Add(w.unreadCard(err, s.load))
		} else {
			s.known = k
			s.fill()
		}
		s.p.Reflow()
	})
}

// fill shows what is known.
func (s *reliefScreen) fill() {
	if !s.known.read {
		return
	}
	s.where.begin()
	s.onSkin.fill()
	s.felt.fill()
	s.heat.fill()
	s.cold.fill()
	s.choose.fill()
	s.creams.fill()
	s.history.fill()
	s.p.Reflow()
	if o := s.bring; o != nil {
		s.bring = nil
		s.p.BringIn(o)
	}
	if part := s.asked; part != "" {
		s.asked = ""
		s.start(part)
	}
}

// liveKey is what of the agent's status tells that a session began, ended or was
// answered.
func (s *reliefScreen) liveKey() string {
	var b strings.Builder
	for _, x := range s.w.status.Sessions {
		b.WriteString(x.ID + x.State + x.Ask + ";")
	}
	return b.String()
}

// changed counts down; it reads the sessions anew where the agent knows better.
func (s *reliefScreen) changed() {
	if !s.known.read {
		return
	}
	if key := s.liveKey(); key != s.live {
		s.load()
		return
	}
	s.onSkin.tick()
	s.heat.tick()
	s.cold.tick()
}

// now is the state of heat and cold at this moment.
func (s *reliefScreen) now() relief.State {
	st, _, _ := s.known.state.Step(relief.Clock{Wall: s.w.now()}, relief.Tick{})
	return st
}

// check goes through the questions before a timer at a place.
func (s *reliefScreen) check(t *content.Timer, where diaryRegion) (safety.ReliefCheck, error) {
	return s.w.judge().Relief(t, where, safety.ReliefKnown{Answers: s.known.answers, Creams: s.known.creams})
}

// openAt begins what a part asks for, once it is known whether it may.
func (s *reliefScreen) openAt(part string) {
	if rest, ok := strings.CutPrefix(part, "start:"); ok {
		s.asked = rest
		if s.known.read {
			s.fill()
		}
	}
}

// start opens the questions before heat:10m.
func (s *reliefScreen) start(want string) {
	kind, length, _ := strings.Cut(want, ":")
	card := s.heat
	switch content.Modality(kind) {
	case content.Cold:
		card = s.cold
	case content.Heat:
	default:
		return
	}
	if d, err := reminders.ParseDuration(length); err == nil {
		card.wish(d)
	}
	card.ask()
}

// after reads everything anew once something was done.
func (s *reliefScreen) after(what string, do func() error) { s.w.ask(what, do, s.load) }

// never says who must not, whatever is typed.
func (s *reliefScreen) never() fyne.CanvasObject {
	box := widgets.NewColumn(7, widgets.NewParagraph(catalog.L("Never"), 15.5, widgets.SemiBold, widgets.ColorAmberText))
	if h, err := s.w.library().HeatCold(); err == nil {
		for _, n := range h.Never {
			box.Add(toned(widgets.Amber, widgets.NewParagraph(n.Text, 13.5, widgets.Regular, widgets.ColorInk)))
		}
	}
	more := widgets.NewLink(catalog.L("More, with the sources"), func() { s.w.OpenAt(Guide, "heat-and-cold") })
	more.Hint = catalog.L("{{.Name}}: more, with the sources", catalog.D{"Name": catalog.L("Never")})
	box.Add(widgets.NewPad(3, 0, 0, 0, more))
	card := widgets.NewTintedCard(widgets.ColorAmberSoft, box)
	card.Padding = 16
	return card
}
