package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/settings"
)

// neverAsked is somebody at their first start.
func neverAsked(s *stage) { s.person.now = Profile{} }

func TestFirstRunShowsTheWelcome(t *testing.T) {
	s := newStage(t, Today, neverAsked)
	if s.Screen() != Welcome {
		t.Fatalf("the first run shows %s", s.Screen())
	}
	massage, err := content.BuiltIn().Massage()
	if err != nil {
		t.Fatal(err)
	}
	s.mustSay(t, "Welcome to Unhunch", "Step 1 of 3", massage.Headline, massage.Evidence[0].Text, "Everything stays on this machine", "Skip")
	s.press(t, "Next")
	s.mustSay(t, "Step 2 of 3", "Are you pregnant?", "Skip")
	test.Tap(s.screens[Welcome].(*welcomeScreen).form.check("osteoporosis"))
	s.press(t, "Next")
	if !s.person.now.AskedAt.Equal(morning) || s.person.now.Skipped || !s.person.now.Has("osteoporosis") {
		t.Errorf("kept %+v", s.person.now)
	}
	d, err := content.BuiltIn().Defaults()
	if err != nil {
		t.Fatal(err)
	}
	s.mustSay(t, "Step 3 of 3", d.Honesty.Text, d.Default[0].Basis, "How often it comes is our own choice.",
		"Common practice, no strong evidence", "Studies point this way", "Skip")
	s.press(t, "Start")
	if s.Screen() != Today {
		t.Errorf("it ends on %s", s.Screen())
	}
	again := newStage(t, Today, func(next *stage) { next.person.now = s.person.now })
	if again.Screen() != Today || again.says("New here?") {
		t.Error("it is shown again at the next start")
	}
}

func TestNothingTickedIsAnAnswer(t *testing.T) {
	s := newStage(t, Today, neverAsked)
	s.press(t, "Next")
	s.press(t, "Next")
	s.key(fyne.KeyEscape)
	if s.person.now.Skipped || !s.person.now.AskedAt.Equal(morning) || s.Screen() != Today {
		t.Errorf("kept %+v, at %s", s.person.now, s.Screen())
	}
}

func TestWelcomeIsSkippedAtAnyStep(t *testing.T) {
	for steps := range 2 {
		for _, by := range []string{"button", "Escape"} {
			s := newStage(t, Today, neverAsked)
			for range steps {
				s.press(t, "Next")
			}
			if by == "button" {
				s.press(t, "Skip")
			} else {
				s.key(fyne.KeyEscape) // also while a button has the focus
			}
			if s.Screen() != Today || !s.person.now.Skipped || !s.person.now.AskedAt.Equal(morning) {
				t.Errorf("step %d by %s: at %s, kept %+v", steps+1, by, s.Screen(), s.person.now)
			}
			s.mustNotSay(t, "New here?", "Still right?")
			if again := newStage(t, Today, func(next *stage) { next.person.now = s.person.now }); again.Screen() != Today {
				t.Error("it is shown again at the next start")
			}
		}
	}
}

func TestWelcomeHijacksNothing(t *testing.T) {
	s := newStage(t, Posture, neverAsked)
	if s.Screen() != Posture {
		t.Fatalf("opened for Posture, the window shows %s", s.Screen())
	}
	s.mustSay(t, "New here?")
	s.press(t, "Have a look")
	if s.Screen() != Welcome {
		t.Errorf("at %s", s.Screen())
	}
	s.mustNotSay(t, "New here?")
	s = newStage(t, Posture, neverAsked)
	s.press(t, "Not now")
	s.mustNotSay(t, "New here?")
	if !s.person.now.Skipped || s.Screen() != Posture {
		t.Errorf("kept %+v, at %s", s.person.now, s.Screen())
	}
}

// Looking at the welcome later and leaving it changes nothing.
func TestWelcomeLaterKeepsTheAnswers(t *testing.T) {
	s := newStage(t, Today)
	kept := s.person.now
	s.Open(Welcome)
	s.press(t, "Skip")
	if s.person.now.AskedAt != kept.AskedAt || s.person.now.Skipped {
		t.Errorf("kept %+v", s.person.now)
	}
}

func TestWelcomeChangesTheReminders(t *testing.T) {
	s := newStage(t, Today, neverAsked)
	s.press(t, "Next")
	s.press(t, "Next")
	for _, f := range s.tabThrough(t) {
		if named(f) == "1 h, not chosen" {
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			break
		}
	}
	if got, _ := settings.Get(s.prefs.now, "posture.every"); got != "1h" {
		t.Errorf("posture.every is %s", got)
	}
	for _, f := range s.tabThrough(t) {
		if named(f) == "Remind me to stretch, on" {
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			break
		}
	}
	if s.prefs.now.Stretch.Enabled {
		t.Error("stretches are still on")
	}
}

func TestWelcomeLooks(t *testing.T) {
	for _, look := range fiveLooks {
		s := newStage(t, Today, neverAsked, dressed(look.theme, look.text))
		if look.small {
			s.frame.Resize(Smallest)
		}
		s.SetStatus(sittingStatus())
		for _, step := range []string{"1", "2", "3"} {
			s.save(t, "welcome-"+step+"-"+look.name)
			s.inside(t)
			if step != "3" {
				s.press(t, "Next")
			}
		}
	}
	s := newStage(t, Posture, neverAsked)
	s.SetStatus(sittingStatus())
	s.save(t, "welcome-banner")
	s.inside(t)
}
