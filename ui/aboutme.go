package ui

import (
	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// aboutMeScreen is what the person told about themselves, to look at and to
// change, and what follows from it.
type aboutMeScreen struct {
	w       *Window
	p       *widgets.Page
	box     *fyne.Container
	form    *profileForm
	effects *effectsCard
	asked   *widgets.Text
	clear   *widgets.Button
	unread  bool // the profile could not be read: nothing may be overwritten
}

func newAboutMe(w *Window) screen {
	s := &aboutMeScreen{w: w, box: widgets.NewColumn(20), asked: widgets.NewParagraph("", 13, widgets.Regular, widgets.ColorInk2)}
	s.clear = widgets.NewButton(catalog.L("Clear all"), widgets.Quiet, s.clearAll)
	s.clear.Hint = catalog.L("Clear everything told about me")
	s.p = pageOf(s.box)
	s.form = newProfileForm(w, s.p)
	s.effects = newEffectsCard(w, s.p.Reflow)
	s.build(nil)
	w.onProfile(s.sync)
	return s
}

func (s *aboutMeScreen) page() *widgets.Page { return s.p }
func (s *aboutMeScreen) changed()            {}

// shown reads the profile again: the command line may have changed it.
func (s *aboutMeScreen) shown() {
	s.w.loadProfile(func(_ Profile, err error) {
		if err != nil || s.unread {
			s.build(err)
		}
	})
}

// build lays the screen out, or says why there is nothing to show.
func (s *aboutMeScreen) build(err error) {
	s.unread = err != nil
	s.box.RemoveAll()
	head := s.w.subHead(catalog.L("About you"),
		catalog.L("What you tick here decides what Unhunch holds back from you. Everything is optional, and nothing of this leaves this machine."), s.clear)
	if err != nil {
		s.clear.Hide()
		s.box.Add(head)
		s.box.Add(emptyCard(widgets.IconWarn, catalog.L("What you told cannot be read"),
			catalog.L("Nothing of it was changed. The reason: {{.Reason}}", catalog.D{"Reason": err.Error()}), "",
			widgets.NewButton(catalog.L("Try again"), widgets.Primary, s.shown)))
		s.p.Reflow()
		return
	}
	s.clear.Show()
	s.box.Add(head)
	s.box.Add(widgets.NewColumn(16, s.effects.card, s.form.box, s.asked))
	s.sync()
}

// sync shows the profile as it is.
func (s *aboutMeScreen) sync() {
	p, now := s.w.about.profile, s.w.now()
	if p.Empty() {
		s.clear.Disable()
	} else {
		s.clear.Enable()
	}
	switch day := s.w.dates.day(p.AskedAt.In(now.Location()), now); {
	case p.AskedAt.IsZero():
		s.asked.SetText(catalog.L("You were not asked yet."))
	case p.Skipped:
		s.asked.SetText(catalog.L("You skipped the questions: {{.Day}}. Unhunch asks again after 90 days.", catalog.D{"Day": day}))
	default:
		s.asked.SetText(catalog.L("Last answered: {{.Day}}. Unhunch asks again after 90 days, and earlier about what passes, such as a fever.", catalog.D{"Day": day}))
	}
	s.p.Reflow()
}

// openAt puts the focus on one question, by the fact's id.
func (s *aboutMeScreen) openAt(part string) {
	if c := s.form.check(content.Condition(part)); c != nil && !s.unread {
		s.form.clearFind()
		s.w.focus(c)
		s.p.BringIn(c) // nothing of it was drawn yet, so that the focus could not
	}
}

func (s *aboutMeScreen) clearAll() {
	s.w.changeProfile(catalog.L("Everything you told was cleared."), func(Profile) Profile { return Profile{} })
}
