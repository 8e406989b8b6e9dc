package ui

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/settings"
)

// usedBefore is a history of heat and cold.
func usedBefore(s *stage) {
	for i, x := range []Relieved{
		{Kind: diary.ReliefCold, Timer: "cold-pack", Region: "shoulder-right", Used: 10 * time.Minute, Before: ptr(4), After: ptr(4)},
		{Kind: diary.ReliefHeat, Timer: "heat", Region: diary.LowerBack, Used: 15 * time.Minute, Before: ptr(6), After: ptr(3)},
		{Kind: diary.ReliefHeat, Timer: "heat", Region: diary.LowerBack, Used: 9 * time.Minute, Skin: diary.SkinBad},
		{Kind: diary.ReliefHeat, Timer: "heat", Region: diary.Neck, Used: 15 * time.Minute, Before: ptr(5), After: ptr(4)},
		{Kind: diary.ReliefHeat, Timer: "heat", Region: diary.LowerBack, Used: 15 * time.Minute, Before: ptr(5), After: ptr(3)},
	} {
		x.ID, x.Start, x.Length, x.Outcome = fmt.Sprint("u", i), s.time.AddDate(0, 0, i-6), 15*time.Minute, diary.ReliefOver
		x.End = x.Start.Add(x.Used)
		s.heatCold.used = append(s.heatCold.used, x)
	}
}

// The Heat & cold screen in every look: nothing is cut and nothing sticks out.
func TestReliefLooks(t *testing.T) {
	for _, look := range []struct {
		theme string
		text  int
		size  fyne.Size
	}{
		{settings.ThemeLight, 100, fyne.NewSize(1120, 1500)},
		{settings.ThemeDark, 100, fyne.NewSize(1120, 1500)},
		{settings.ThemeLight, 150, fyne.NewSize(1120, 3000)},
		{settings.ThemeDark, 200, fyne.NewSize(720, 6000)},
		{settings.ThemeLight, 100, Smallest},
	} {
		for state, do := range map[string]func(*stage){
			"empty": func(*stage) {},
			"asks":  func(s *stage) { s.hit(t, "Start heat: lower back, 15 min") },
			"heat": func(s *stage) {
				s.hit(t, "Start heat: lower back, 15 min")
				s.press(t, "None of these: start")
				s.minutesPass(3)
			},
			"two": func(s *stage) {
				s.hit(t, "Start heat: lower back, 15 min")
				s.press(t, "None of these: start")
				s.relief().where.take(diary.Neck)
				s.hit(t, "Start cold: neck, 10 min")
				s.press(t, "None of these: start")
				s.minutesPass(5)
			},
			"look": func(s *stage) {
				s.hit(t, "Start cold: lower back, 10 min")
				s.press(t, "None of these: start")
				s.minutesPass(5)
			},
			"held":   func(s *stage) { s.takeProfile(s.person.now.With("reduced-sensation", morning)) },
			"ask":    func(s *stage) { s.takeProfile(s.person.now.With("diabetes", morning)) },
			"locked": func(s *stage) { s.hit(t, "Log: Patch put on just now") },
			"choose": func(s *stage) {
				s.chip("Neither").Tapped(nil)
				s.chip("Cramped or tight").Tapped(nil)
			},
		} {
			name := fmt.Sprintf("relief-%s-%d-%.0fx%.0f-%s", look.theme, look.text, look.size.Width, look.size.Height, state)
			t.Run(name, func(t *testing.T) {
				s := newStage(t, Today, func(s *stage) {
					s.prefs.now.Window.Theme, s.prefs.now.Window.TextSize = look.theme, look.text
					if state != "empty" {
						usedBefore(s)
					}
				})
				s.frame.Resize(look.size)
				s.SetStatus(sittingStatus())
				s.Open(Relief)
				s.relief().where.take(diary.LowerBack)
				do(s)
				s.looksRight(t, name)
			})
		}
	}
}
