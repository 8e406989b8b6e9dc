package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/settings"
)

// The Massage screen and its forms in every look: nothing is cut and nothing
// sticks out.
func TestMassageLooks(t *testing.T) {
	for _, look := range []struct {
		theme string
		text  int
		size  fyne.Size
	}{
		{settings.ThemeLight, 100, Size},
		{settings.ThemeDark, 100, fyne.NewSize(1120, 1600)},
		{settings.ThemeLight, 150, fyne.NewSize(1120, 2400)},
		{settings.ThemeDark, 200, fyne.NewSize(720, 4000)},
		{settings.ThemeLight, 100, Smallest},
	} {
		for name, fill := range map[string]func(*stage){
			"empty": func(*stage) {}, "one": oneVisit, "busy": manyVisits(40),
			"booked": func(s *stage) { oneVisit(s); weeklyFrom(calendar.WallOf(2026, time.November, 26, 17, 30, 0))(s) },
			"asked":  func(s *stage) { oneVisit(s); weeklyFrom(wallOn(23, 17, 30))(s) },
			"severe": func(s *stage) { oneVisit(s); s.visits.kept[0].ThirdDay = ptr(8) },
		} {
			name := fmt.Sprintf("massage-%s-%d-%.0fx%.0f-%s", look.theme, look.text, look.size.Width, look.size.Height, name)
			t.Run(name, func(t *testing.T) {
				s := newStage(t, Massage, fill, dressed(look.theme, look.text))
				s.frame.Resize(look.size)
				s.SetStatus(sittingStatus())
				check := func(part string) {
					s.looksRight(t, name+part)
				}
				check("")
				for _, part := range []string{partNew, "one", partTherapist + partNew} {
					s.OpenAt(Visit, part)
					check("-" + part)
				}
				if strings.HasSuffix(name, "asked") {
					s.OpenAt(Visit, partVisitLog+"weekly@2026-11-23T17:30")
					check("-log")
				}
				s.OpenAt(Visit, partNew)
				f := s.visitForm(t)
				f.draft.when, f.draft.cost = "soon", "a lot"
				s.chip("New therapist").Tapped(nil)
				f.save()
				check("-errors")
			})
		}
	}
}
