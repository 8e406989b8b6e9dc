package ui

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

func (s *stage) today() *todayScreen { return s.screens[Today].(*todayScreen) }

// button finds the button that says so.
func (s *stage) button(t *testing.T, label string) *widgets.Button {
	t.Helper()
	var found *widgets.Button
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if b, ok := o.(*widgets.Button); ok && b.Label == label && found == nil {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("there is no button %q among %q", label, s.texts())
	}
	return found
}

func (s *stage) press(t *testing.T, label string) {
	t.Helper()
	test.Tap(s.button(t, label))
}

// says tells whether a text with these words is shown. Long texts are broken
// into lines, so the words are looked for in all of them together.
func (s *stage) says(words string) bool {
	return strings.Contains(strings.Join(s.texts(), " "), words)
}

func (s *stage) mustSay(t *testing.T, words ...string) {
	t.Helper()
	for _, w := range words {
		if !s.says(w) {
			t.Errorf("the window does not say %q; it says %q", w, s.texts())
		}
	}
}

func (s *stage) mustNotSay(t *testing.T, words ...string) {
	t.Helper()
	for _, w := range words {
		if s.says(w) {
			t.Errorf("the window says %q", w)
		}
	}
}

func TestTodayShowsTheDay(t *testing.T) {
	s := newStage(t, Today, usual)
	s.SetStatus(sittingStatus())
	s.mustSay(t, "Tuesday, 24 November", "At your desk for 34 minutes · working hours until 18:00",
		"25:04", "34 of 60 min sitting", "every 30 min", "every 60 min", "last: 4 · yesterday 21:10",
		"5  / 6", "2  / 3", "1:52", "Away 5 min or more counts as a", "Source")
	s.mustNotSay(t, "The day is young", "Reminders are not running")
}

func TestStateLine(t *testing.T) {
	at := func(d time.Duration) *time.Time { return ptr(morning.Add(d)) }
	for want, change := range map[string]func(*control.Status){
		"At your desk for 34 minutes · working hours until 18:00":                        func(*control.Status) {},
		"At your desk for 34 minutes · busy, reminders wait · working hours until 18:00": func(s *control.Status) { s.Busy = []string{"camera"} },
		"Away from your desk · working hours until 18:00":                                func(s *control.Status) { s.Presence = "locked" },
		"Paused until 11:40":      func(s *control.Status) { s.Paused, s.PausedUntil = true, at(time.Hour) },
		"Paused until you resume": func(s *control.Status) { s.Paused = true },
		"Outside working hours · they begin Wed 09:00": func(s *control.Status) {
			s.InHours, s.HoursChange = false, ptr(time.Date(2026, 11, 25, 9, 0, 0, 0, morning.Location()))
		},
		"Outside working hours":               func(s *control.Status) { s.InHours, s.HoursChange = false, nil },
		"At your desk for 34 minutes":         func(s *control.Status) { s.HoursChange = nil },
		"At your desk for less than a minute": func(s *control.Status) { s.HoursChange, s.DeskSince = nil, at(-20*time.Second) },
		"At your desk":                        func(s *control.Status) { s.HoursChange, s.DeskSince = nil, nil },
		"At your desk for 1 hour 1 minute":    func(s *control.Status) { s.HoursChange, s.DeskSince = nil, at(-61*time.Minute) },
	} {
		s := newStage(t, Today)
		st := sittingStatus()
		change(&st)
		s.SetStatus(st)
		if got := s.stateLine(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestRing(t *testing.T) {
	type shown struct{ big, small string }
	for name, c := range map[string]struct {
		change func(*control.Status, *control.Reminder)
		want   shown
	}{
		"counting":   {func(*control.Status, *control.Reminder) {}, shown{"25:04", "34 of 60 min sitting"}},
		"paused":     {func(s *control.Status, _ *control.Reminder) { s.Paused = true }, shown{"25:04", "paused"}},
		"outside":    {func(s *control.Status, _ *control.Reminder) { s.InHours = false }, shown{"–", "outside working hours"}},
		"snoozed":    {func(_ *control.Status, r *control.Reminder) { r.SnoozedUntil = ptr(morning.Add(10 * time.Minute)) }, shown{"10:00", "snoozed until 10:50"}},
		"busy":       {func(s *control.Status, r *control.Reminder) { s.Busy, r.Waiting = []string{"x"}, true }, shown{"Soon", "when you are free"}},
		"settling":   {func(_ *control.Status, r *control.Reminder) { r.Waiting = true }, shown{"Soon", "in a minute"}},
		"off":        {func(_ *control.Status, r *control.Reminder) { r.Enabled = false }, shown{"Off", "see Settings"}},
		"away":       {func(s *control.Status, r *control.Reminder) { s.Presence, r.Next = "idle", nil }, shown{"25:04", "34 of 60 min sitting"}},
		"no sitting": {func(_ *control.Status, r *control.Reminder) { r.Sitting, r.Next = nil, nil }, shown{"60:00", "0 of 60 min sitting"}},
		"on screen": {func(s *control.Status, _ *control.Reminder) {
			s.Prompts = []control.OpenPrompt{{Reminder: "stretch", ShownAt: morning}}
		}, shown{"Now", "time to stretch"}},
	} {
		s := newStage(t, Today)
		st := sittingStatus()
		c.change(&st, &st.Reminders[1])
		s.SetStatus(st)
		part, big, small := s.stretchRing()
		if (shown{big, small}) != c.want {
			t.Errorf("%s: %q %q, want %q", name, big, small, c.want)
		}
		full, known := map[string]float64{
			"counting": 2096. / 3600, "paused": 2096. / 3600, "away": 2096. / 3600,
			"off": 0, "no sitting": 0, "busy": 1, "settling": 1, "on screen": 1,
		}[name]
		if part < 0 || part > 1 || known && math.Abs(part-full) > 1e-6 {
			t.Errorf("%s: the ring is %g full, want %g", name, part, full)
		}
	}
}

func TestCountdownGoesOnBetweenStatuses(t *testing.T) {
	s := newStage(t, Today)
	s.SetStatus(sittingStatus())
	s.time = s.time.Add(5 * time.Second)
	s.tick()
	s.mustSay(t, "24:59", "35 of 60 min sitting")
	s.time = s.time.Add(3 * time.Hour) // a status that never came
	s.tick()
	s.mustSay(t, "0:00", "60 of 60 min sitting")
}

func TestComingUpIsInOrder(t *testing.T) {
	s := newStage(t, Today)
	st := sittingStatus()
	slices.Reverse(st.Reminders)
	st.Reminders = append(st.Reminders,
		control.Reminder{ID: "drink-water", Enabled: true, Waiting: true, Every: secs(45 * time.Minute)},
		control.Reminder{ID: "rebook", Enabled: true, Next: ptr(morning.AddDate(0, 0, 2))},
		control.Reminder{ID: "follow-up", Enabled: true, Next: ptr(morning.AddDate(0, 0, 20))},
		control.Reminder{ID: "never", Enabled: false, Next: ptr(morning)})
	st.Busy = []string{"fullscreen"}
	s.SetStatus(st)
	var got []string
	for _, r := range s.comingRows() {
		got = append(got, r.when+" "+r.name+" ("+r.pill+")")
	}
	want := []string{
		"– Drink water (waits, you are busy)", "10:41 Posture check (every 30 min)", "11:06 Stretch (every 60 min)",
		"20:00 How is your back? (check-in)", "Thu 10:40 Time for the next massage? (reminder)",
		"14 Dec 10:40 How is your back after the massage? (reminder)",
	}
	if !slices.Equal(got, want) {
		t.Errorf("coming up:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestPauseAndResume(t *testing.T) {
	s := newStage(t, Today)
	if !s.button(t, "Pause 1 h").Disabled() {
		t.Error("one can pause before there are reminders")
	}
	s.SetStatus(sittingStatus())
	s.press(t, "Pause 1 h")
	if !slices.Equal(s.agent.calls, []string{"pause"}) || !s.agent.until.Equal(morning.Add(time.Hour)) {
		t.Errorf("calls %q until %v", s.agent.calls, s.agent.until)
	}
	st := sittingStatus()
	st.Paused, st.PausedUntil = true, ptr(morning.Add(time.Hour))
	s.SetStatus(st)
	s.press(t, "Resume")
	if !slices.Equal(s.agent.calls, []string{"pause", "resume"}) {
		t.Errorf("calls %q", s.agent.calls)
	}
	s.agent.err = errors.New("the agent is busy shutting down")
	s.press(t, "Resume")
	s.mustSay(t, "Resuming did not work: the agent is busy shutting down")
}

func TestPromptsAreAnsweredHere(t *testing.T) {
	s := newStage(t, Today)
	s.SetStatus(promptStatus())
	s.mustSay(t, "Posture check", "Snooze 10 min")
	for _, label := range []string{"Sitting well", "Snooze 10 min", "Skip"} {
		s.press(t, label)
	}
	want := []control.Answer{
		{Reminder: "posture", Outcome: reminders.Done},
		{Reminder: "posture", Outcome: reminders.Snoozed},
		{Reminder: "posture", Outcome: reminders.Skipped},
	}
	if !slices.Equal(s.agent.answers, want) {
		t.Errorf("answers %+v, want %+v", s.agent.answers, want)
	}
	s.press(t, "Answer below")
	if s.canvas.Focused() != fyne.Focusable(s.today().pain.scale) {
		t.Errorf("the focus is on %T", s.canvas.Focused())
	}
	s.SetStatus(sittingStatus())
	s.mustNotSay(t, "Sitting well", "Answer below")
}

func TestLogPainByKeyboard(t *testing.T) {
	s := newStage(t, Today)
	s.SetStatus(promptStatus())
	pain := s.today().pain
	s.canvas.Focus(pain.scale)
	s.canvas.Focused().TypedRune('3')
	test.Tap(pain.chips[diary.LowerBack])
	pain.scale.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})

	if len(s.diary.pains) != 1 {
		t.Fatalf("%d entries", len(s.diary.pains))
	}
	p := s.diary.pains[0]
	if p.Intensity != 3 || !slices.Equal(p.Regions, []diary.Region{diary.LowerBack}) || !p.At.Equal(morning) {
		t.Errorf("logged %+v", p)
	}
	s.mustSay(t, "Logged 3, lower back. Thank you.", "last: 3 · today 10:40")
	if pain.scale.Selected != -1 || pain.chips[diary.LowerBack].On || !pain.log.Disabled() {
		t.Error("the card was not emptied")
	}
	if !slices.Contains(s.agent.answers, control.Answer{Reminder: reminders.Checkin, Outcome: reminders.Done}) {
		t.Error("the open check-in was not answered")
	}
	s.shortcut(&fyne.ShortcutUndo{})
	if len(s.diary.pains) != 0 {
		t.Error("Ctrl+Z did not take it back")
	}
	s.mustSay(t, "nothing logged yet")
	s.mustNotSay(t, "Logged 3")
	s.shortcut(&fyne.ShortcutUndo{})
	if len(s.diary.deleted) != 1 {
		t.Error("a second Ctrl+Z did something")
	}
}

func TestSeverePainSaysWhenToSeekHelp(t *testing.T) {
	s := newStage(t, Today)
	pain := s.today().pain
	pain.scale.Select(6)
	s.press(t, "Log")
	s.mustNotSay(t, "emergency number")
	pain.scale.Select(7)
	s.press(t, "Log")
	s.mustSay(t, "call your emergency number now", "call a doctor today", "Sources: NHS")
	pain.scale.Select(2)
	s.press(t, "Log")
	s.mustNotSay(t, "emergency number")
}

func TestPainThatCannotBeSavedStays(t *testing.T) {
	s := newStage(t, Today)
	pain := s.today().pain
	s.diary.err = errors.New("the disk is full")
	pain.scale.Select(5)
	pain.chips[diary.Neck].SetOn(true)
	s.press(t, "Log")
	s.mustSay(t, "This was not saved: the disk is full")
	if pain.scale.Selected != 5 || !pain.chips[diary.Neck].On || pain.log.Disabled() {
		t.Error("what was chosen is gone, or cannot be logged again")
	}
}

func TestBanners(t *testing.T) {
	s := newStage(t, Today)
	s.SetDown("They stopped.")
	s.mustSay(t, "Reminders are not running", "They stopped.")
	s.press(t, "Start reminders")
	if !slices.Equal(s.agent.calls, []string{"start"}) {
		t.Errorf("calls %q", s.agent.calls)
	}
	st := sittingStatus()
	st.Notices = []string{"A line of your settings was left out.", "Twice.", "Twice."}
	s.SetStatus(st)
	s.mustNotSay(t, "Reminders are not running")
	s.mustSay(t, "A line of your settings was left out.")
	s.press(t, "Got it")
	s.mustNotSay(t, "left out")
	s.press(t, "Got it")
	s.mustNotSay(t, "Twice.")
	s.SetStatus(st)
	s.mustNotSay(t, "left out", "Twice.")
	s.Notice("Your journal was mended.")
	s.mustSay(t, "Your journal was mended.")
}

func TestANewDayCountsAnew(t *testing.T) {
	s := newStage(t, Today, usual)
	s.SetStatus(sittingStatus())
	s.log.counts, s.log.sit = Counts{}, 0
	s.time = s.time.Add(14 * time.Hour)
	s.tick()
	s.mustSay(t, "Wednesday, 25 November", "The day is young")
	s.mustNotSay(t, "5  / 6")
}

func TestHowOpensTheLongerText(t *testing.T) {
	s := newStage(t, Today)
	tip, ok := s.tipOfTheDay(0)
	if !ok {
		t.Fatal("no tip")
	}
	first := strings.Fields(tip.How)[:3]
	s.mustNotSay(t, strings.Join(first, " "))
	s.press(t, "How")
	s.mustSay(t, strings.Join(first, " "))
	s.press(t, "Less")
	s.mustNotSay(t, strings.Join(first, " "))
}

func TestAppearanceChangesAtOnce(t *testing.T) {
	s := newStage(t, Today)
	s.prefs.now.Window = settings.Window{Theme: settings.ThemeDark, TextSize: 150}
	s.SettingsChanged()
	if got := widgets.Color(widgets.ColorSurface); got != dark[widgets.ColorSurface] {
		t.Errorf("surface is %v", got)
	}
	if widgets.Scale() != 1.5 {
		t.Errorf("scale is %g", widgets.Scale())
	}
	s.inside(t)
}

// A click on a reminder's notification leads to its own screen: there it can
// be answered, and only it.
func TestPromptIsAnsweredWhereTheClickLeads(t *testing.T) {
	s := newStage(t, Posture)
	st := sittingStatus()
	st.Prompts = []control.OpenPrompt{
		{Reminder: "posture", Title: "Posture check", ShownAt: morning},
		{Reminder: "stretch", Title: "Stretch", ShownAt: morning},
	}
	s.SetStatus(st)
	s.mustSay(t, "It is on screen now.", "Sitting well")
	s.mustNotSay(t, "stand up, move, breathe")
	s.press(t, "Sitting well")
	if len(s.agent.answers) != 1 || s.agent.answers[0].Reminder != "posture" || s.agent.answers[0].Outcome != "done" {
		t.Errorf("answered %+v", s.agent.answers)
	}
	st.Prompts = nil
	s.SetStatus(st)
	s.mustNotSay(t, "Sitting well")
}

// A prompt that comes counts at once as shown.
func TestCountsFollowThePrompts(t *testing.T) {
	s := newStage(t, Today)
	s.SetStatus(sittingStatus())
	s.mustSay(t, "The day is young")
	s.log.counts = Counts{PostureShown: 1}
	st := sittingStatus()
	st.Prompts = []control.OpenPrompt{{Reminder: "posture", ShownAt: morning}}
	s.SetStatus(st)
	s.mustSay(t, "0  / 1")
}

// The times of what comes are all read whole, however far ahead they are.
func TestComingTimesAreNotCut(t *testing.T) {
	s := newStage(t, Today)
	now := sittingStatus()
	for _, at := range []time.Time{time.Date(2026, 11, 25, 17, 30, 0, 0, morning.Location()), time.Date(2026, 12, 30, 20, 30, 0, 0, morning.Location())} {
		now.Reminders = append(now.Reminders, control.Reminder{ID: "appointment", Title: "Massage", Enabled: true, Next: &at})
	}
	s.SetStatus(now)
	s.mustSay(t, "Wed 17:30", "30 Dec 20:30")
	s.uncut(t)
}
