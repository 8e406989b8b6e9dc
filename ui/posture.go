package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/ui/widgets"
)

// postureScreen has the day's tip, all tips by situation, and the desk
// check-up.
type postureScreen struct {
	w    *Window
	p    *widgets.Page
	open *promptCards // a click on the notification leads here
	next *widgets.Text
	tip  *bigTip
	tips *tipList
	desk *deskCheckUp
	aim  aim
}

// aim is the part that was asked for. A window that has just opened finds its
// size, and room for what it has to say on top, only after that: for a little
// while the part is brought into view again when the page's size changes.
type aim struct {
	part string
	size fyne.Size
	from time.Time
}

// aimFor is how long that is.
const aimFor = 5 * time.Second

func newPosture(w *Window) screen {
	s := &postureScreen{
		w: w, open: newPromptCards(w, nil, reminders.Posture),
		next: widgets.NewParagraph("", 16.5, widgets.SemiBold, widgets.ColorInk),
		tip:  newBigTip(w), tips: newTipList(w), desk: newDeskCheckUp(w),
	}
	reflow := func() { s.p.Reflow() }
	s.tip.grew, s.tips.grew, s.desk.grew = reflow, reflow, reflow
	s.tips.show, s.desk.show = s.reveal, s.reveal
	s.desk.hold = func(o fyne.CanvasObject, change func()) { s.p.Hold(o, change) }
	head := widgets.NewColumn(5,
		widgets.NewHeading(catalog.L("Posture"), 25, widgets.Bold, widgets.ColorInk),
		widgets.NewParagraph(catalog.L("Small checks, often, rather than one perfect position."), 14, widgets.Regular, widgets.ColorInk2))
	s.p = pageOf(widgets.NewColumn(20, head,
		widgets.NewColumn(16, s.open.box, s.tip.card,
			widgets.NewRow(widgets.Row{Gap: 16, Below: 620, Tracks: []widgets.Track{{Grow: 1}, {Grow: 1}}},
				w.nextCard(catalog.L("Next posture check"), s.next), s.desk.summary())),
		widgets.NewPad(12, 0, 0, 0, s.tips.box),
		widgets.NewPad(12, 0, 0, 0, s.desk.box)))
	return s
}

func (s *postureScreen) page() *widgets.Page { return s.p }

// shown reads the answers of the check-up, and what changes with the day.
func (s *postureScreen) shown() {
	s.tip.refresh()
	s.tips.refresh()
	s.desk.load()
}

func (s *postureScreen) changed() {
	if s.aim.part != "" {
		if s.p.Size() != s.aim.size {
			s.goTo()
		}
		if s.w.now().Sub(s.aim.from) > aimFor {
			s.aim = aim{}
		}
	}
	before, prompt := s.next.Content, s.open.key
	s.next.SetText(s.w.nextLine(reminders.Posture))
	if s.open.changed() != prompt || before != s.next.Content {
		s.p.Reflow()
	}
}

// openAt leads to a tip, tip:T27, or to the check-up, desk.
func (s *postureScreen) openAt(part string) {
	s.aim = aim{part: part, from: s.w.now()}
	s.goTo()
}

// goTo brings what was asked for into view.
func (s *postureScreen) goTo() {
	s.aim.size = s.p.Size()
	s.p.Reflow()
	id, isTip := strings.CutPrefix(s.aim.part, "tip:")
	switch {
	case s.aim.part == "desk":
		s.p.BeginAt(s.desk.box)
	case isTip:
		if head, row := s.tips.openTip(id); row != nil {
			s.p.Reflow()
			s.w.focus(head)
			s.p.BringIn(row)
		}
	}
}

// reveal brings something into view and puts the keys there.
func (s *postureScreen) reveal(o fyne.Focusable) {
	s.w.focus(o)
	if at, ok := o.(fyne.CanvasObject); ok {
		s.p.BringIn(at)
	}
}
