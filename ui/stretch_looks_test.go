package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/settings"
)

// The Stretch screen and an exercise's page at every size, in whole, and for
// somebody from whom much is held back: nothing is cut.
func TestStretchLooks(t *testing.T) {
	whole := fyne.NewSize(1120, 3600)
	for _, look := range []struct {
		theme string
		text  int
		size  fyne.Size
	}{
		{settings.ThemeLight, 100, Size},
		{settings.ThemeLight, 100, whole},
		{settings.ThemeDark, 100, whole},
		{settings.ThemeLight, 150, whole},
		{settings.ThemeDark, 200, fyne.NewSize(720, 9000)},
	} {
		name := fmt.Sprintf("stretch-%s-%d-%.0f", look.theme, look.text, look.size.Height)
		t.Run(name, func(t *testing.T) {
			s := newStage(t, Stretch, usual, func(s *stage) {
				s.prefs.now.Window.Theme, s.prefs.now.Window.TextSize = look.theme, look.text
				if look.theme == settings.ThemeDark {
					s.person.now.Pregnancy = safety.Pregnancy{Is: true, Stage: 3, NotedAt: morning}
				}
			})
			s.frame.Resize(look.size)
			s.SetStatus(sittingStatus())
			s.looksRight(t, name)
			s.OpenAt(Entry, "exercise:seated-hamstring")
			s.looksRight(t, name+"-page")
		})
	}
}
