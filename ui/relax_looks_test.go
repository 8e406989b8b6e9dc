package ui

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/reminders/settings"
)

// Relaxing in every look: nothing is cut and nothing sticks out.
func TestRelaxLooks(t *testing.T) {
	for _, look := range []struct {
		theme string
		text  int
		size  fyne.Size
		full  bool
		calm  bool // nothing moves
	}{
		{settings.ThemeLight, 100, Size, false, false},
		{settings.ThemeDark, 100, Size, false, false},
		{settings.ThemeLight, 150, Size, false, false},
		{settings.ThemeLight, 100, Smallest, false, false},
		{settings.ThemeDark, 200, Smallest, false, false},
		{settings.ThemeLight, 100, Size, false, true},
		{settings.ThemeDark, 100, fyne.NewSize(1920, 1080), true, false},
		{settings.ThemeLight, 150, fyne.NewSize(1280, 800), true, false},
		{settings.ThemeLight, 100, fyne.NewSize(1120, 1700), false, false},
	} {
		name := fmt.Sprintf("relax-%s-%d-%.0fx%.0f", look.theme, look.text, look.size.Width, look.size.Height)
		if look.calm {
			name += "-calm"
		}
		t.Run(name, func(t *testing.T) {
			s := newStage(t, Relief, calmer, func(s *stage) {
				s.prefs.now.Window.Theme, s.prefs.now.Window.TextSize, s.prefs.now.Window.ReducedMotion = look.theme, look.text, look.calm
				s.person.now = s.person.now.With(relax.Gently, morning).With("lung-disease", morning)
			})
			s.frame.Resize(look.size)
			check := func(part string) {
				s.looksRight(t, name+part)
			}
			check("-cards")
			s.Open(Relax)
			check("-breathing")
			s.press(t, "I have asked: start")
			if look.full {
				s.key(fyne.KeyF)
			}
			check("-ready")
			s.pass(7 * time.Second)
			s.pacer(t).Look()
			check("-in")
			s.pass(1500 * time.Millisecond)
			s.pacer(t).Look()
			check("-full")
			s.pass(4 * time.Second)
			s.key(fyne.KeySpace)
			s.pacer(t).Look()
			check("-paused")
			s.key(fyne.KeySpace)
			s.pass(40 * time.Second)
			s.key(fyne.KeyEscape)
			s.key(fyne.KeyEscape)
			check("-after")
			s.OpenAt(Relax, relax.Muscles)
			s.chip("Shoulders").Tapped(nil)
			check("-muscles")
			s.press(t, "Begin")
			if look.full {
				s.key(fyne.KeyF)
			}
			s.pass(15 * time.Second)
			s.pacer(t).Look()
			check("-tense")
			s.pass(7 * time.Second)
			s.pacer(t).Look()
			check("-let-go")
			s.key(fyne.KeyEscape)
			s.key(fyne.KeyEscape)
			check("-muscles-after")
		})
	}
}
