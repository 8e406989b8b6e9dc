package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

func (s *stage) aboutMe() *aboutMeScreen { return s.screens[AboutMe].(*aboutMeScreen) }

// tell ticks a fact, or takes the tick away.
func (s *stage) tell(t *testing.T, id content.Condition) {
	t.Helper()
	c := s.aboutMe().form.check(id)
	if c == nil {
		t.Fatalf("there is no question about %s", id)
	}
	test.Tap(c)
}

func TestProfileIsKeptAtOnceAndTakenBack(t *testing.T) {
	s := newStage(t, AboutMe)
	asked := s.person.now.AskedAt
	s.mustSay(t, "Nothing is held back from you.", "nothing of this leaves this machine", "Last answered: 14 Nov")
	s.tell(t, "osteoporosis")
	if at, ok := s.person.now.Facts["osteoporosis"]; !ok || !at.Equal(morning) || !s.person.now.AskedAt.Equal(asked) {
		t.Fatalf("kept %+v; one answer does not answer all questions", s.person.now)
	}
	s.mustSay(t, "Noted: Osteoporosis or thin bones.", "Last answered: 14 Nov")
	s.mustNotSay(t, "Nothing is held back from you.")
	s.press(t, "Undo")
	if len(s.person.now.Facts) != 0 || !s.person.now.AskedAt.Equal(asked) || s.aboutMe().form.check("osteoporosis").On {
		t.Errorf("not taken back: %+v", s.person.now)
	}
	s.tell(t, "osteoporosis")
	s.tell(t, "osteoporosis")
	if s.person.now.Has("osteoporosis") {
		t.Error("the tick cannot be taken away")
	}
	s.tell(t, "blood-thinners")
	s.press(t, "Clear all")
	if !s.person.now.Empty() {
		t.Error("not cleared")
	}
	s.press(t, "Undo")
	if !s.person.now.Has("blood-thinners") {
		t.Error("clearing is not taken back")
	}
}

func TestFirstAnswerCountsAsAsked(t *testing.T) {
	for name, p := range map[string]Profile{"never asked": {}, "skipped": {AskedAt: morning.AddDate(0, 0, -3), Skipped: true}} {
		s := newStage(t, AboutMe, func(s *stage) { s.person.now = p })
		s.tell(t, "osteoporosis")
		if now := s.person.now; !now.AskedAt.Equal(morning) || now.Skipped {
			t.Errorf("%s: %+v", name, now)
		}
	}
}

func TestAgentHearsOfTheProfile(t *testing.T) {
	s := newStage(t, AboutMe)
	s.SetStatus(sittingStatus())
	s.tell(t, "osteoporosis")
	if !slices.Contains(s.agent.calls, "reload") {
		t.Errorf("the agent was told %v", s.agent.calls)
	}
}

func TestProfileThatCannotBeKept(t *testing.T) {
	s := newStage(t, AboutMe)
	s.person.err = errors.New("the disk is full")
	s.tell(t, "osteoporosis")
	s.mustSay(t, "Saving did not work: the disk is full")
	if s.aboutMe().form.check("osteoporosis").On || s.about.profile.Has("osteoporosis") {
		t.Error("it looks kept")
	}
}

// What follows from a tick stands above it and becomes higher: the tick stays
// where it is.
func TestTickStaysInPlace(t *testing.T) {
	s := newStage(t, AboutMe)
	s.OpenAt(AboutMe, "fever")
	drv := fyne.CurrentApp().Driver()
	c := s.aboutMe().form.check("fever")
	before, card := drv.AbsolutePositionForObject(c).Y, s.aboutMe().effects.card.Size().Height
	test.Tap(c)
	if s.aboutMe().effects.card.Size().Height <= card {
		t.Fatal("nothing follows from a fever")
	}
	if after := drv.AbsolutePositionForObject(c).Y; after < before-1 || after > before+1 {
		t.Errorf("it moves from %.0f to %.0f", before, after)
	}
}

// Ticks that follow each other faster than they are saved all stay.
func TestProfileIsSavedInOrder(t *testing.T) {
	s := newStage(t, AboutMe)
	var waiting []func()
	s.run = func(f func()) { waiting = append(waiting, f) }
	for _, id := range []content.Condition{"osteoporosis", "fever", "diabetes"} {
		s.tell(t, id)
		if !s.aboutMe().form.check(id).On {
			t.Errorf("%s does not count at once", id)
		}
	}
	if len(waiting) != 1 {
		t.Errorf("%d are saved at the same time", len(waiting))
	}
	for len(waiting) > 0 {
		f := waiting[0]
		waiting = waiting[1:]
		f()
	}
	for _, id := range []content.Condition{"osteoporosis", "fever", "diabetes"} {
		if !s.person.now.Has(id) {
			t.Errorf("%s is lost", id)
		}
	}
}

func TestProfileThatCannotBeReadIsNotOverwritten(t *testing.T) {
	s := newStage(t, Today, func(s *stage) { s.person.err = errors.New("the file is damaged") })
	s.Open(AboutMe)
	s.mustSay(t, "What you told cannot be read", "the file is damaged")
	s.mustNotSay(t, "Are you pregnant?", "Clear all")
	s.person.err = nil
	s.press(t, "Try again")
	s.mustSay(t, "Are you pregnant?", "Clear all")
}

func TestPregnancyIsSaidBack(t *testing.T) {
	s := newStage(t, AboutMe)
	f := s.aboutMe().form.pregnancy
	if f.yes.On || f.no.On || f.more.Visible() {
		t.Error("answered before it was asked")
	}
	test.Tap(f.yes)
	if !s.person.now.Pregnancy.Is || !f.more.Visible() {
		t.Fatal("yes does not count")
	}
	test.Tap(f.stages[1])
	if s.person.now.Pregnancy.Stage != 2 || !f.stages[1].On {
		t.Errorf("kept %+v", s.person.now.Pregnancy)
	}
	test.Type(f.due, "31 weeks")
	f.due.OnSubmitted(f.due.Text)
	s.mustSay(t, "Third trimester, week 31")
	if s.person.now.Pregnancy.Due.IsZero() || !f.stages[2].On {
		t.Errorf("kept %+v", s.person.now.Pregnancy)
	}
	kept := s.person.now.Pregnancy
	f.due.Entry.SetText("next spring")
	f.due.OnSubmitted(f.due.Text)
	s.mustSay(t, "Not saved")
	if s.person.now.Pregnancy != kept || f.due.Text != "next spring" {
		t.Error("what was typed or kept is lost")
	}
	f.due.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if f.due.Text != kept.Due.Format(time.DateOnly) || f.problem.Visible() {
		t.Errorf("Escape leaves %q", f.due.Text)
	}
	test.Tap(f.no)
	if s.person.now.Pregnancy.Is || f.more.Visible() || !f.no.On {
		t.Error("no does not count")
	}
}

func TestFindingAQuestion(t *testing.T) {
	s := newStage(t, AboutMe)
	form := s.aboutMe().form
	test.Type(form.find, "warfarin")
	if !form.check("blood-thinners").Visible() || form.check("osteoporosis").Visible() {
		t.Error("warfarin does not find blood thinners alone")
	}
	test.Type(form.find, "xxx")
	s.mustSay(t, "Nothing in the list fits that.")
	form.find.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !form.check("osteoporosis").Visible() || form.find.Text != "" {
		t.Error("Escape does not show everything again")
	}
	s.Open(Today)
	s.look("fever")
	s.key(fyne.KeyReturn)
	c := form.check("fever")
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c).Y
	if s.canvas.Focused() != fyne.Focusable(c) || at < 0 || at > Size.Height-c.Size().Height {
		t.Errorf("what the search found is not focused and in view, but at %.0f", at)
	}
}

func TestWhatIsHeldBackIsCountedAndLinked(t *testing.T) {
	s := newStage(t, AboutMe)
	s.takeProfile(Profile{AskedAt: morning, Pregnancy: safety.Pregnancy{Is: true, Stage: 3, NotedAt: morning}})
	held := 0
	for _, f := range s.effects()[safety.Held] {
		if f.Kind == "exercise" {
			held++
		}
	}
	if held < 2 {
		t.Fatalf("%d exercises are held back", held)
	}
	s.mustSay(t, "exercises are held back.", "All that is held back, with routines and massage: ")
	for _, f := range s.tabThrough(t) {
		if fold, ok := f.(*widgets.Opener); ok {
			fold.Tapped(nil)
			break
		}
	}
	for _, f := range s.tabThrough(t) {
		if l, ok := f.(*widgets.Link); ok {
			l.Tapped(nil)
			break
		}
	}
	if s.Screen() == AboutMe {
		t.Error("a held entry leads nowhere")
	}
}

func TestAskedAgainAfterNinetyDays(t *testing.T) {
	ago := func(days int) func(*stage) {
		return func(s *stage) {
			s.person.now = Profile{AskedAt: morning.AddDate(0, 0, -days)}.With("osteoporosis", morning.AddDate(0, 0, -days))
		}
	}
	s := newStage(t, Today, ago(89))
	s.mustNotSay(t, "Still right?")
	s = newStage(t, Today, ago(90))
	s.mustSay(t, "Still right?", "You told Unhunch about your health on 26 Aug.")
	s.press(t, "Yes, all the same")
	s.mustNotSay(t, "Still right?")
	if !s.person.now.AskedAt.Equal(morning) || !s.person.now.Has("osteoporosis") {
		t.Errorf("kept %+v", s.person.now)
	}
	s = newStage(t, Today, ago(200))
	s.press(t, "Change")
	if s.Screen() != AboutMe {
		t.Errorf("at %s", s.Screen())
	}
	s.mustNotSay(t, "Still right?")
}

func TestSkippedIsAskedAgainKindly(t *testing.T) {
	s := newStage(t, Today, func(s *stage) {
		s.person.now = Profile{AskedAt: morning.AddDate(0, 0, -91), Skipped: true}
	})
	s.mustSay(t, "Shall Unhunch know a little about you?")
	s.press(t, "Not now")
	s.mustNotSay(t, "Shall Unhunch know")
	if !s.person.now.Skipped || !s.person.now.AskedAt.Equal(morning) {
		t.Errorf("kept %+v", s.person.now)
	}
}

func TestWhatPassesIsAskedEarlier(t *testing.T) {
	with := func(s *stage) {
		s.person.now = s.person.now.With("fever", morning.AddDate(0, 0, -4)).With("osteoporosis", morning.AddDate(0, 0, -4))
	}
	s := newStage(t, Today, with)
	s.mustSay(t, "Fever or infection", "Does it still apply?")
	s.press(t, "Yes, still")
	s.mustNotSay(t, "Does it still apply?")
	if !s.person.now.Facts["fever"].Equal(morning) {
		t.Error("it is not noted anew")
	}
	s = newStage(t, Today, with)
	s.press(t, "No, it has passed")
	if s.person.now.Has("fever") || !s.person.now.Has("osteoporosis") {
		t.Errorf("kept %+v", s.person.now)
	}
	s.press(t, "Undo")
	if !s.person.now.Has("fever") {
		t.Error("it is not taken back")
	}
}

func TestPastDueIsAsked(t *testing.T) {
	s := newStage(t, Today, func(s *stage) {
		s.person.now.Pregnancy = safety.Pregnancy{Is: true, Due: time.Date(2026, 10, 20, 0, 0, 0, 0, time.UTC), NotedAt: morning.AddDate(0, -6, 0)}
	})
	s.mustSay(t, "Still right?", "your due date is more than three weeks past")
	s.mustNotSay(t, "Yes, all the same")
	s.press(t, "No longer pregnant")
	s.mustNotSay(t, "Still right?")
	if s.person.now.Pregnancy.Is {
		t.Error("still pregnant")
	}
}

func TestAboutMeLooks(t *testing.T) {
	for _, look := range fiveLooks {
		s := newStage(t, AboutMe, func(s *stage) {
			s.prefs.now.Window.Theme, s.prefs.now.Window.TextSize = look.theme, look.text
			s.person.now.Pregnancy = safety.Pregnancy{Is: true, Due: time.Date(2027, 1, 25, 0, 0, 0, 0, time.UTC), NotedAt: morning}
			s.person.now = s.person.now.With("osteoporosis", morning).With("blood-thinners", morning)
		})
		if look.small {
			s.frame.Resize(Smallest)
		}
		s.SetStatus(sittingStatus())
		s.save(t, "profile-"+look.name)
		for _, f := range s.tabThrough(t) {
			if fold, ok := f.(*widgets.Opener); ok {
				fold.Tapped(nil)
			}
		}
		s.canvas.Focus(s.aboutMe().form.check("high-blood-pressure"))
		s.save(t, "profile-open-"+look.name)
		s.inside(t)
	}
	s := newStage(t, Today, usual, func(s *stage) {
		s.person.now = Profile{AskedAt: morning.AddDate(0, 0, -100)}.With("fever", morning)
	})
	s.SetStatus(sittingStatus())
	s.save(t, "profile-again")
	s.inside(t)
	if n := strings.Count(strings.Join(s.texts(), "\n"), "Still right?"); n != 1 {
		t.Errorf("asked %d times", n)
	}
}
