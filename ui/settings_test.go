package ui

import (
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

func (s *stage) field(t *testing.T, key string) *settingField {
	t.Helper()
	for _, f := range s.screens[Settings].(*settingsScreen).fields {
		if f.key.Name == key {
			return f
		}
	}
	t.Fatalf("Settings has no field for %s", key)
	return nil
}

// typeInto types into a field and leaves it.
func (s *stage) typeInto(t *testing.T, key, text string) {
	t.Helper()
	e := s.field(t, key).input.(*textInput).entry
	s.canvas.Focus(e)
	e.Entry.SetText("")
	test.Type(e, text)
	s.canvas.Unfocus()
}

func TestEverySettingIsThere(t *testing.T) {
	s := newStage(t, Settings)
	var shown []string
	for _, f := range s.screens[Settings].(*settingsScreen).fields {
		shown = append(shown, f.key.Name)
	}
	for _, k := range settings.Keys() {
		if !slices.Contains(shown, k.Name) {
			t.Errorf("%s cannot be changed in Settings", k.Name)
		}
	}
	for i, k := range shown {
		if slices.Contains(shown[:i], k) {
			t.Errorf("%s is there twice", k)
		}
	}
	for _, g := range settingGroups() {
		for _, l := range g.lines {
			for _, p := range l.presets {
				if err := settings.Set(ptr(settings.Default()), l.key, p); err != nil {
					t.Errorf("the preset %q of %s: %v", p, l.key, err)
				}
			}
		}
	}
}

func TestChangingSettings(t *testing.T) {
	s := newStage(t, Settings)
	s.SetStatus(sittingStatus())
	now := func(key string) string {
		v, err := settings.Get(s.prefs.now, key)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	test.Tap(s.field(t, "posture.enabled").input.(*switchInput).s)
	s.typeInto(t, "posture.every", "25 min")
	test.Tap(s.field(t, "stretch.every").input.(*textInput).chips[1])
	test.Tap(s.field(t, "checkin.days").input.(*daysInput).chips[6])
	s.typeInto(t, "hours", "Mon-Fri 09:00-12:00 13:00-18:00")
	s.typeInto(t, "checkin.at", "21:15")
	s.typeInto(t, "window.text_size", "125 %")
	for key, want := range map[string]string{
		"posture.enabled": "false", "posture.every": "25m", "stretch.every": "45m", "checkin.days": "mon-sat",
		"checkin.at": "21:15", "window.text_size": "125",
	} {
		if got := now(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	if len(s.prefs.now.Hours) != 2 {
		t.Errorf("hours are %v", s.prefs.now.Hours)
	}
	if widgets.Scale() != 1.25 {
		t.Errorf("the text size did not change at once: %g", widgets.Scale())
	}
	if n := len(s.agent.calls); n != 7 {
		t.Errorf("the agent was told %d times of 7 changes: %q", n, s.agent.calls)
	}
	s.mustSay(t, "Changed; the default is 30 min")
	s.field(t, "posture.every").reset()
	if got := now("posture.every"); got != "30m" {
		t.Errorf("after the reset %q", got)
	}
	s.inside(t)
}

func TestWrongValuesAreNotSaved(t *testing.T) {
	for key, typed := range map[string]string{
		"posture.every": "-5m", "stretch.every": "soon", "snooze": "1000h", "away_after": "",
		"checkin.at": "25:00", "hours": "someday", "window.text_size": "500", "appointment.leads": "1d 2x",
	} {
		s := newStage(t, Settings)
		before, err := settings.Get(s.prefs.now, key)
		if err != nil {
			t.Fatal(err)
		}
		s.typeInto(t, key, typed)
		if after, _ := settings.Get(s.prefs.now, key); after != before {
			t.Errorf("%s: %q was saved as %q", key, typed, after)
		}
		f := s.field(t, key)
		if !f.problem.Visible() || len(f.problem.Content) < len("Not saved: ")+5 {
			t.Errorf("%s: no reason stands at the field: %q", key, f.problem.Content)
		}
		e := f.input.(*textInput).entry
		if e.Text != typed {
			t.Errorf("%s: what was typed became %q", key, e.Text)
		}
		if len(s.agent.calls) != 0 {
			t.Errorf("%s: the agent was told", key)
		}
		// Escape takes it back, and the reason with it.
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if f.problem.Visible() || e.Text == typed {
			t.Errorf("%s: after Escape %q, reason shown %v", key, e.Text, f.problem.Visible())
		}
	}
}

func TestOneDayIsAlwaysChosen(t *testing.T) {
	s := newStage(t, Settings)
	days := s.field(t, "checkin.days").input.(*daysInput)
	for _, c := range days.chips {
		test.Tap(c)
	}
	if got, _ := settings.Get(s.prefs.now, "checkin.days"); got != "sun" {
		t.Errorf("days are %q", got)
	}
	if !days.chips[6].On {
		t.Error("the last day is shown as off")
	}
}

func TestChoosingAThemeAgainKeepsIt(t *testing.T) {
	s := newStage(t, Settings)
	chips := s.field(t, "window.theme").input.(*choiceInput).chips
	test.Tap(chips[settings.ThemeDark])
	test.Tap(chips[settings.ThemeDark])
	if s.prefs.now.Window.Theme != settings.ThemeDark || !chips[settings.ThemeDark].On || chips[settings.ThemeLight].On {
		t.Errorf("theme %q, dark %v, light %v", s.prefs.now.Window.Theme, chips[settings.ThemeDark].On, chips[settings.ThemeLight].On)
	}
}

func TestSoundsCanBeHeard(t *testing.T) {
	s := newStage(t, Settings)
	hear := s.hinted("Hear the chimes and the voice")
	test.Tap(hear)
	if s.sounds.previewed == "" || hear.Disabled() {
		t.Errorf("heard %q", s.sounds.previewed)
	}
	s.sounds.err = errors.New("no chime can be heard: nothing here can play chimes")
	test.Tap(hear)
	s.mustSay(t, "Playing sounds did not work: no chime can be heard")
}
