package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// welcomeScreen is shown at the first start: what Unhunch does, a few
// questions, and what the reminders begin with. It can be left at any step.
type welcomeScreen struct {
	w     *Window
	p     *widgets.Page
	box   *fyne.Container
	step  int
	steps []fyne.CanvasObject
	form  *profileForm
	next  *widgets.Button
}

// welcomeSteps is how many steps there are.
const welcomeSteps = 3

func newWelcome(w *Window) screen {
	s := &welcomeScreen{w: w, box: widgets.NewColumn(20)}
	s.p = pageOf(s.box)
	s.p.MaxWidth = 900
	s.form = newProfileForm(w, s.p)
	s.steps = []fyne.CanvasObject{s.whatItDoes(), s.form.box, s.defaults()}
	s.build()
	return s
}

func (s *welcomeScreen) page() *widgets.Page { return s.p }
func (s *welcomeScreen) shown()              {}
func (s *welcomeScreen) changed()            {}

// build shows the step one is at.
func (s *welcomeScreen) build() {
	titles := []string{catalog.L("Welcome to Unhunch"), catalog.L("About you"), catalog.L("How it reminds you")}
	subs := []string{
		catalog.L("It looks after your back while you work. This takes two minutes at most, and you can leave it at any step."),
		catalog.L("Every question is optional. The answers decide what is held back from you, and nothing of them leaves this machine."),
		catalog.L("These are the starting values, and how good the reason for each is. Change what you like; Settings has the rest."),
	}
	var buttons fyne.CanvasObject
	buttons, s.next = s.buttons()
	head := widgets.NewColumn(6,
		widgets.NewParagraph(catalog.L("Step {{.Step}} of {{.Steps}}", catalog.D{"Step": s.step + 1, "Steps": welcomeSteps}), 13, widgets.SemiBold, widgets.ColorPrimaryText),
		widgets.NewHeading(titles[s.step], 25, widgets.Bold, widgets.ColorInk),
		widgets.NewParagraph(subs[s.step], 14.5, widgets.Regular, widgets.ColorInk2))
	s.box.Objects = []fyne.CanvasObject{
		widgets.NewRow(widgets.Row{Gap: 20, Below: 560, Tracks: []widgets.Track{{Grow: 1}}}, head, widgets.NewColumn(0, buttons)),
		s.steps[s.step],
	}
	if s.step > 0 { // the long ones have the buttons at their end, too
		again, _ := s.buttons()
		s.box.Add(again)
	}
	s.p.Reflow()
}

// buttons lead to the other steps and out.
func (s *welcomeScreen) buttons() (row fyne.CanvasObject, next *widgets.Button) {
	next = widgets.NewButton(catalog.L("Next"), widgets.Primary, func() { s.to(s.step + 1) })
	if s.step == welcomeSteps-1 {
		next.SetLabel(catalog.L("Start"))
	}
	skip := widgets.NewButton(catalog.L("Skip"), widgets.Quiet, s.skip)
	skip.Hint = catalog.L("Skip the welcome, Escape")
	wrap := widgets.NewWrap(8, 8)
	if s.step > 0 {
		back := widgets.NewButton(catalog.L("Back"), widgets.Plain, func() { s.to(s.step - 1) })
		back.Hint = catalog.L("Back to the step before")
		wrap.Add(back)
	}
	wrap.Add(skip)
	wrap.Add(next)
	return wrap, next
}

// to goes to another step; after the last one it is done.
func (s *welcomeScreen) to(step int) {
	if s.step == 1 && step > 1 || step >= welcomeSteps {
		s.answered()
	}
	if step >= welcomeSteps {
		s.leave()
		return
	}
	s.step = step
	s.build()
	s.p.Top()
	s.w.focus(s.next)
}

// answered keeps that the questions were answered; nothing ticked is an answer.
func (s *welcomeScreen) answered() {
	p := s.w.about.profile
	if s.w.about.known && (p.AskedAt.IsZero() || p.Skipped) {
		s.w.confirm(false)
	}
}

// skip leaves, and keeps that the questions are not to be asked at every start.
func (s *welcomeScreen) skip() {
	if p := s.w.about.profile; s.w.about.known && p.AskedAt.IsZero() {
		s.w.confirm(true)
	}
	s.leave()
}

func (s *welcomeScreen) leave() {
	s.step = 0
	s.build()
	s.w.Open(Today)
}
