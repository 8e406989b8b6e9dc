package ui

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/reminders/settings"
)

// timers are what was to be called after a while, on the stage's own clock.
type timers struct {
	list []*timer
}

type timer struct {
	at time.Time
	f  func()
}

// schedule calls f after a while of the stage's own clock, see pass.
func (s *stage) schedule(d time.Duration, f func()) (stop func()) {
	x := &timer{s.time.Add(d), f}
	s.timers.list = append(s.timers.list, x)
	return func() { s.timers.list = slices.DeleteFunc(s.timers.list, func(y *timer) bool { return x == y }) }
}

// pass lets time pass; what is due is called.
func (s *stage) pass(d time.Duration) {
	end := s.time.Add(d)
	for len(s.timers.list) > 0 {
		x := slices.MinFunc(s.timers.list, func(a, b *timer) int { return a.at.Compare(b.at) })
		if x.at.After(end) {
			break
		}
		s.timers.list = slices.DeleteFunc(s.timers.list, func(y *timer) bool { return x == y })
		s.time = maxTime(s.time, x.at)
		x.f()
	}
	s.time = end
}

func maxTime(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func (s *stage) playing(t testing.TB) *playScreen {
	t.Helper()
	p := s.player()
	if p == nil || p.play == nil {
		t.Fatal("nothing is played")
	}
	return p
}

func (s *stage) status(t testing.TB) session.Status { return s.playing(t).play.State().Status }

// A whole routine, from the start button to how it was.
func TestPlayARoutineToItsEnd(t *testing.T) {
	s := newStage(t, Today, usual)
	st := sittingStatus()
	st.Prompts = []control.OpenPrompt{{Reminder: "stretch", Title: "Stretch", ShownAt: morning}}
	s.SetStatus(st)
	s.prefs.now.Player.Voice = true
	s.hinted("Stretch: Start").Tapped(nil)
	if s.Screen() != Playing {
		t.Fatalf("at %s", s.Screen())
	}
	s.mustSay(t, "get ready", "You need: a chair", "Three-minute desk reset · 1 of 6", "Stop if you feel sharp pain", "Next: Shoulder-blade squeeze", "5")
	if got := s.agent.calls; len(got) != 1 || !strings.HasPrefix(got[0], "begin stretch 1") {
		t.Errorf("the agent is told %q", got)
	}
	s.pass(2 * time.Second)
	s.mustSay(t, "3")
	s.pass(4 * time.Second)
	s.mustSay(t, "Ear to shoulder", "Left side", "move")
	s.pass(3 * time.Second)
	s.mustSay(t, "hold")
	left := s.playing(t).play.State().At(s.time).Left
	s.pass(left + time.Second)
	if s.status(t) != session.Ended {
		t.Fatalf("it is %s", s.status(t))
	}
	s.mustSay(t, "Well done", "6 of 6 exercises", "How does your body feel now?")
	if got := s.agent.calls; got[len(got)-1] != "did stretch" {
		t.Errorf("the agent is told %q", got)
	}
	if got := s.stretches.kept; len(got) != 1 || got[0].Outcome != diary.Completed || got[0].Routine != "desk-reset-3" || got[0].Done() != 6 {
		t.Fatalf("kept %+v", got)
	}
	if len(s.stretches.session) != 0 {
		t.Error("the session is still under way")
	}
	for _, want := range []string{"start", "tick", "change", "rest", "end"} {
		if !slices.Contains(s.sounds.chimes, want) {
			t.Errorf("no chime %q among %q", want, s.sounds.chimes)
		}
	}
	if said := strings.Join(s.sounds.said, "\n"); !strings.Contains(said, "Get ready: Ear to shoulder.") || !strings.Contains(said, "Now the other side.") || !strings.Contains(said, "Done. Well done.") {
		t.Errorf("said %q", s.sounds.said)
	}
	s.press(t, "Better")
	s.playing(t).play.Refresh()
	if got := s.stretches.kept[0]; got.How != diary.Better {
		t.Errorf("%+v", got)
	}
	s.press(t, "Close")
	if s.Screen() != Stretch {
		t.Errorf("at %s", s.Screen())
	}
	s.mustSay(t, "What you did", "Today, 10:4", "6 of 6")
	s.Open(Today)
	s.mustSay(t, "3")
}

// keyStory is what keys do in the middle of a session.
func TestPlayKeys(t *testing.T) {
	s := newStage(t, Today)
	s.OpenAt(Playing, "low-back-10")
	p := s.playing(t)
	at := func() session.View { return p.play.State().At(s.time) }
	if at().Phase.Length != fetchThings {
		t.Errorf("%s to fetch a mat", at().Phase.Length)
	}
	s.key(fyne.KeyRight)
	if at().Phase.Kind != session.MoveOut || at().Phase.Item != 0 {
		t.Errorf("→ in the countdown leads to %+v", at().Phase)
	}
	s.key(fyne.KeySpace)
	if s.status(t) != session.Paused || s.sounds.hushed == 0 {
		t.Errorf("Space: %s", s.status(t))
	}
	s.mustSay(t, "paused", "Go on")
	s.key(fyne.KeySpace)
	s.key(fyne.KeyE)
	s.mustSay(t, "Easier: ")
	if p.play.State().Plan.Items[0].Level != -1 {
		t.Error("E makes nothing easier")
	}
	s.key(fyne.KeyH)
	if p.play.State().Plan.Items[0].Level != 0 {
		t.Error("H makes nothing harder")
	}
	s.key(fyne.KeyV)
	if !s.prefs.now.Player.Voice {
		t.Error("V does not switch the voice on")
	}
	s.key(fyne.KeyF)
	if !s.outside.full || !s.shell.bare {
		t.Error("F does not fill the screen")
	}
	s.key(fyne.KeyEscape)
	if s.outside.full || s.shell.bare || s.status(t) != session.Running {
		t.Errorf("Esc in the full screen: %v %s", s.outside.full, s.status(t))
	}
	s.key(fyne.KeyRight)
	s.key(fyne.KeyRight)
	if at().Phase.Item != 1 || at().Phase.Kind == session.Rest {
		t.Errorf("→ → leads to %+v", at().Phase)
	}
	s.pass(time.Second)
	s.key(fyne.KeyLeft)
	if at().Phase.Item != 0 {
		t.Errorf("← leads to %+v", at().Phase)
	}
	// The keys reach the session past a focused button.
	s.focus(s.hinted("End here; what was done counts"))
	s.key(fyne.KeyV)
	if s.prefs.now.Player.Voice {
		t.Error("V means nothing while a button has the focus")
	}
	s.canvas.Unfocus()
	s.key(fyne.KeyEscape)
	if s.status(t) != session.Ended {
		t.Errorf("Esc: %s", s.status(t))
	}
	s.mustSay(t, "Ended early", "0 of 9 exercises")
	if got := s.stretches.kept; len(got) != 1 || got[0].Outcome != diary.Abandoned {
		t.Errorf("kept %+v", got)
	}
	s.press(t, "Go on after all")
	if s.status(t) != session.Running || len(s.stretches.kept) != 0 {
		t.Errorf("%s, kept %+v", s.status(t), s.stretches.kept)
	}
	s.mustSay(t, "Lying pelvic tilt")
}

// Nothing done and a reminder on screen: it was skipped.
func TestPlayGivenUpSkipsTheReminder(t *testing.T) {
	s := newStage(t, Today)
	st := sittingStatus()
	st.Prompts = []control.OpenPrompt{{Reminder: "stretch", ShownAt: morning}}
	s.SetStatus(st)
	s.OpenAt(Playing, control.Suggested)
	s.pass(8 * time.Second)
	s.key(fyne.KeyEscape)
	if got := s.agent.answers; len(got) != 1 || got[0].Reminder != "stretch" || got[0].Outcome != "skipped" {
		t.Errorf("answered %+v", got)
	}
}

func TestPlayWaitsWhileElsewhere(t *testing.T) {
	s := newStage(t, Today)
	s.OpenAt(Playing, "desk-reset-3")
	s.pass(10 * time.Second)
	s.Open(Today)
	if s.status(t) != session.Paused {
		t.Fatalf("on another screen it is %s", s.status(t))
	}
	s.mustSay(t, "Three-minute desk reset is paused", "At exercise 1 of 6")
	s.hinted("Go on with Three-minute desk reset").Tapped(nil)
	s.mustNotSay(t, "Three-minute desk reset is paused")
	s.press(t, "Go on")
	if s.status(t) != session.Running {
		t.Errorf("it is %s", s.status(t))
	}
	// Somebody asks for what suits best: what is under way goes on.
	s.OpenAt(Playing, control.Suggested)
	if s.status(t) != session.Running {
		t.Errorf("it is %s", s.status(t))
	}
	s.Open(Today)
	s.hinted("End Three-minute desk reset; what was done counts").Tapped(nil)
	s.mustNotSay(t, "is paused")
	if len(s.stretches.kept) != 1 {
		t.Errorf("kept %+v", s.stretches.kept)
	}
	// Another one takes the place of the one before.
	s.OpenAt(Playing, "exercise:cat")
	s.OpenAt(Playing, "routine:micro-1")
	if len(s.stretches.kept) != 2 || s.playing(t).play.State().Plan.Routine != "micro-1" {
		t.Errorf("kept %+v", s.stretches.kept)
	}
}

// The window is closed in the middle, and another one goes on.
func TestPlayGoesOnInAnotherWindow(t *testing.T) {
	s := newStage(t, Today)
	s.SetStatus(sittingStatus())
	s.OpenAt(Playing, "desk-reset-3")
	s.pass(60 * time.Second)
	s.Stop()
	if got := s.agent.calls; got[len(got)-1] != "did stretch" {
		t.Errorf("the agent is told %q", got)
	}
	saved := s.stretches.session
	if len(saved) == 0 {
		t.Fatal("the session was not kept")
	}
	open := func(later time.Duration, data []byte) *stage {
		return newStage(t, Today, func(x *stage) {
			x.time = s.time.Add(later)
			x.stretches.session = data
		})
	}
	again := open(10*time.Minute, saved)
	again.mustSay(t, "Three-minute desk reset is paused")
	again.hinted("Go on with Three-minute desk reset").Tapped(nil)
	again.press(t, "Go on")
	if again.status(t) != session.Running {
		t.Errorf("it is %s", again.status(t))
	}
	again.pass(again.playing(t).play.State().At(again.time).Left + time.Second)
	if got := again.stretches.kept; len(got) != 1 || got[0].Outcome != diary.Completed {
		t.Errorf("kept %+v", got)
	}

	// Nobody came back within an hour: it counts for what was done.
	late := open(2*time.Hour, saved)
	late.mustNotSay(t, "is paused")
	if got := late.stretches.kept; len(got) != 1 || got[0].Outcome != diary.Partly || len(late.stretches.session) != 0 {
		t.Errorf("kept %+v", got)
	}
	// What cannot be read is said, and does not come again.
	broken := open(time.Minute, []byte(`{"version":1,"plan":`))
	broken.mustSay(t, "The session you left cannot be read")
	if len(broken.stretches.session) != 0 {
		t.Error("the broken session stays")
	}
	// Killed in the middle, without a word.
	var state session.State
	if err := json.Unmarshal(saved, &state); err != nil {
		t.Fatal(err)
	}
	state, _ = state.Step(s.time.Add(time.Second), session.Resume{})
	data, err := json.Marshal(state)
	if err != nil {
		t.Fatal(err)
	}
	killed := open(5*time.Minute, data)
	killed.hinted("Go on with Three-minute desk reset").Tapped(nil)
	killed.mustSay(t, "You were away. Go on when you are ready.")
}

// The screen is locked, the machine sleeps, the clock jumps.
func TestPlayInterrupted(t *testing.T) {
	s := newStage(t, Today)
	st := sittingStatus()
	s.SetStatus(st)
	s.OpenAt(Playing, "desk-reset-3")
	s.pass(10 * time.Second)
	st.Presence = "locked"
	s.SetStatus(st)
	if s.status(t) != session.Away {
		t.Fatalf("locked: %s", s.status(t))
	}
	s.pass(5 * time.Second)
	st.Presence = "active"
	s.SetStatus(st)
	if s.status(t) != session.Running {
		t.Fatalf("back after a moment: %s", s.status(t))
	}
	st.Presence = "locked"
	s.SetStatus(st)
	s.pass(5 * time.Minute)
	st.Presence = "active"
	s.SetStatus(st)
	if s.status(t) != session.Interrupted {
		t.Fatalf("back after minutes: %s", s.status(t))
	}
	s.mustSay(t, "You were away.")
	s.press(t, "Go on")
	// The machine slept and nobody said so: the timers come late.
	s.pass(2 * time.Second)
	s.time = s.time.Add(20 * time.Minute)
	s.pass(time.Second)
	if s.status(t) != session.Interrupted {
		t.Errorf("after a sleep: %s", s.status(t))
	}
}

func TestPlayNothing(t *testing.T) {
	s := newStage(t, Playing)
	s.mustSay(t, "Nothing is being played")
	s.OpenAt(Playing, "routine:gone")
	s.mustSay(t, "There is no routine “gone”")
	s.OpenAt(Playing, "nonsense:x")
	s.mustSay(t, "There is no routine “x”")
	s.diary.pains = []diary.Pain{{ID: "a", At: morning.Add(-time.Hour), Intensity: 8}}
	s.OpenAt(Playing, control.Suggested)
	s.mustSay(t, "You logged a lot of pain")
	s.press(t, "All stretches")
	if s.Screen() != Stretch {
		t.Errorf("at %s", s.Screen())
	}
}

// A store that fails is told of once, and the session goes on.
func TestPlayWhatCannotBeKept(t *testing.T) {
	s := newStage(t, Today)
	s.stretches.err = fmt.Errorf("the disk is full")
	s.OpenAt(Playing, "desk-reset-3")
	s.pass(10 * time.Second)
	s.mustSay(t, "Saving did not work: the disk is full")
	if s.status(t) != session.Running {
		t.Errorf("it is %s", s.status(t))
	}
}

// At every size, nothing is cut, and nothing lies on another thing.
func TestPlayLooks(t *testing.T) {
	for _, look := range []struct {
		theme string
		text  int
		size  fyne.Size
		full  bool
	}{
		{settings.ThemeLight, 100, Size, false},
		{settings.ThemeDark, 100, Size, false},
		{settings.ThemeLight, 150, Size, false},
		{settings.ThemeLight, 100, Smallest, false},
		{settings.ThemeDark, 150, Smallest, false},
		{settings.ThemeLight, 200, Smallest, false},
		{settings.ThemeLight, 80, fyne.NewSize(1600, 1000), false},
		{settings.ThemeDark, 100, fyne.NewSize(1920, 1080), true},
		{settings.ThemeLight, 150, fyne.NewSize(1280, 800), true},
	} {
		name := fmt.Sprintf("player-%s-%d-%.0f", look.theme, look.text, look.size.Width)
		t.Run(name, func(t *testing.T) {
			s := newStage(t, Today, usual, func(s *stage) {
				s.prefs.now.Window.Theme, s.prefs.now.Window.TextSize = look.theme, look.text
				s.person.now.Pregnancy = safety.Pregnancy{Is: true, Stage: 3, NotedAt: morning}
			})
			s.frame.Resize(look.size)
			s.OpenAt(Playing, "low-back-10")
			if look.full {
				s.key(fyne.KeyF)
			}
			s.looksRight(t, name+"-ready")
			s.key(fyne.KeyRight)
			s.key(fyne.KeyE)
			s.pass(5 * time.Second)
			s.looksRight(t, name)
			for range 14 {
				s.key(fyne.KeyRight)
				s.inside(t)
				s.uncut(t)
			}
			s.key(fyne.KeyEscape)
			s.key(fyne.KeyEscape)
			s.looksRight(t, name+"-after")
		})
	}
}
