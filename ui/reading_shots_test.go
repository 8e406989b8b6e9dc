package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

// TestReadingScreensDraw draws what leads to the guide and out of it, with
// everything open, and finds no text that does not fit.
func TestReadingScreensDraw(t *testing.T) {
	for _, look := range []struct {
		name  string
		theme string
		text  int
		width float32
	}{
		{"light", settings.ThemeLight, 100, 1120},
		{"dark", settings.ThemeDark, 100, 1120},
		{"small-200", settings.ThemeDark, 200, 720},
		{"small", settings.ThemeLight, 100, 720},
	} {
		if *shots == "" && look.name != "light" && look.name != "small-200" {
			continue // the same widths, and nothing to look at
		}
		s := newStage(t, Guide, usual, func(s *stage) {
			s.prefs.now.Window.Theme, s.prefs.now.Window.TextSize = look.theme, look.text
			if look.theme == settings.ThemeDark {
				s.person.now = s.person.now.With("blood-thinners", morning).With("reduced-sensation", morning)
			}
		})
		s.frame.Resize(fyne.NewSize(look.width, 1900))
		s.SetStatus(sittingStatus())
		for name, open := range map[string]func(){
			"guide": func() { s.Open(Guide) }, "serious": func() { s.OpenAt(Serious, "") },
			"serious-open": func() {
				s.OpenAt(Serious, "saddle")
				labelledSo[*widgets.Opener](s, "You are in: United Kingdom, shut").Tapped(nil)
			},
			"sources": func() { s.OpenAt(Sources, "") }, "source": func() {
				s.OpenAt(Sources, "COCHRANE_MASSAGE_2015")
				s.citedBy("Massage for low-back pain").Tapped(nil)
			},
			"massage": func() { s.Open(Massage) }, "relief": func() { s.Open(Relief) }, "journal": func() { s.Open(Journal) },
			"severe": func() {
				s.Open(Today)
				s.today().pain.scale.Select(8)
				s.today().pain.chosen()
				s.today().pain.submit()
			},
		} {
			t.Run(look.name+"-"+name, func(t *testing.T) {
				open()
				s.save(t, look.name+"-"+name)
				s.inside(t)
			})
		}
	}
}
