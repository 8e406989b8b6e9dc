package ui

import (
	"testing"

	"github.com/unhunch/unhunch/reminders/safety"
)

// byCommand changes the profile as the command line does: the window is not
// told.
func (s *stage) byCommand(change func(Profile) Profile) { s.person.now = change(s.person.now) }

func withGlaucoma(p Profile) Profile { return p.With("glaucoma", morning) }

// What the command line told meanwhile is not overwritten by an answer given in
// the window, nor by taking that answer back.
func TestAnswersKeepWhatTheCommandLineTold(t *testing.T) {
	s := newStage(t, AboutMe)
	s.byCommand(withGlaucoma)
	s.changeProfile("Noted.", func(p Profile) Profile { return p.With("osteoporosis", morning) })
	if p := s.person.now; !p.Has("glaucoma") || !p.Has("osteoporosis") {
		t.Errorf("kept: %v", p.Facts)
	}
	if !s.about.profile.Has("glaucoma") {
		t.Error("the window does not heed what it found in the store")
	}
	s.byCommand(func(p Profile) Profile {
		p.Pregnancy = safety.Pregnancy{Is: true, Stage: 2, NotedAt: morning}
		return p
	})
	s.undoLast()
	if p := s.person.now; p.Has("osteoporosis") || !p.Has("glaucoma") || !p.Pregnancy.Is {
		t.Errorf("kept after Undo: %+v", p)
	}
}

// A profile changed elsewhere counts once a screen is shown, and once the agent
// tells something.
func TestTheProfileIsReadAgain(t *testing.T) {
	for name, happens := range map[string]func(*stage){
		"a screen":     func(s *stage) { s.Open(Stretch) },
		"the same one": func(s *stage) { s.Open(Today) },
		"a status":     func(s *stage) { s.SetStatus(sittingStatus()) },
	} {
		s := newStage(t, Today)
		s.byCommand(withGlaucoma)
		if s.about.profile.Has("glaucoma") {
			t.Fatal("the window knows it already")
		}
		happens(s)
		if !s.about.profile.Has("glaucoma") {
			t.Errorf("%s: the window goes on with the old profile", name)
		}
	}
}

// What was read before an answer was saved does not undo it on the screen.
func TestAnOldReadingIsDropped(t *testing.T) {
	s := newStage(t, Today)
	var late []func()
	s.run = func(f func()) { late = append(late, f) }
	s.loadProfile(nil)
	s.run = func(f func()) { f() }
	s.changeProfile("Noted.", withGlaucoma)
	s.person.now = Profile{AskedAt: morning} // what the reading began with
	for _, f := range late {
		f()
	}
	if !s.about.profile.Has("glaucoma") {
		t.Error("an old reading took an answer back")
	}
}

// The status comes often: as long as nothing changed, no screen is made anew.
func TestTheSameProfileChangesNothing(t *testing.T) {
	s := newStage(t, Posture)
	told := 0
	s.onProfile(func() { told++ })
	s.byCommand(func(p Profile) Profile {
		p.AskedAt = p.AskedAt.UTC() // as a store reads it
		return p
	})
	s.SetStatus(sittingStatus())
	s.Open(Today)
	if told != 0 {
		t.Errorf("%d times told", told)
	}
}

// Chosen again, an answer stays chosen.
func TestPregnancyAnsweredTwice(t *testing.T) {
	s := newStage(t, AboutMe)
	form := s.screens[AboutMe].(*aboutMeScreen).form.pregnancy
	for range 2 {
		form.no.Tapped(nil)
		if !form.no.On || form.yes.On {
			t.Error("No is not chosen")
		}
	}
}
