package ui

import (
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/settings"
)

// shots is a folder to draw every screen into, to look at:
// go test -tags gles ./ui -run TestEveryScreenDraws -shots DIR.
var shots = flag.String("shots", "", "folder to write pictures of the screens into")

// TestEveryScreenDraws draws every screen in every look and size it promises,
// and finds no text that does not fit its window.
func TestEveryScreenDraws(t *testing.T) {
	looks := []struct {
		name  string
		theme string
		text  int
		size  fyne.Size
	}{
		{"light", settings.ThemeLight, 100, Size},
		{"dark", settings.ThemeDark, 100, Size},
		{"large", settings.ThemeLight, 150, Size},
		{"small", settings.ThemeLight, 100, Smallest},
		{"small-200", settings.ThemeDark, 200, Smallest},
		{"wide", settings.ThemeLight, 100, fyne.NewSize(1600, 1000)},
	}
	for _, look := range looks {
		for _, at := range Screens() {
			if *shots == "" && at != Today && at != Settings && (look.name == "wide" || look.name == "dark") {
				continue // the same sizes as another look
			}
			t.Run(look.name+"-"+string(at), func(t *testing.T) {
				s := newStage(t, at, usual, dressed(look.theme, look.text))
				s.frame.Resize(look.size)
				s.SetStatus(sittingStatus())
				s.save(t, look.name+"-"+string(at))
				s.inside(t)
			})
		}
	}
	for name, set := range map[string]func(*stage){
		"down":    func(s *stage) { s.SetDown("They stopped, or were never started. Nothing is lost.") },
		"paused":  func(s *stage) { st := sittingStatus(); st.Paused = true; s.SetStatus(st) },
		"prompts": func(s *stage) { s.SetStatus(promptStatus()) },
		"notice": func(s *stage) {
			st := sittingStatus()
			st.Notices = []string{"One line of your settings could not be read and was left out: posture.every = \"soon\" (line 3). The default, 30 min, counts until it is mended."}
			s.SetStatus(st)
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, Today)
			set(s)
			s.save(t, "state-"+name)
			s.inside(t)
		})
	}
}

func promptStatus() control.Status {
	st := sittingStatus()
	st.Busy = []string{"camera"}
	st.Prompts = []control.OpenPrompt{
		{Reminder: "posture", Title: "Posture check", ShownAt: morning},
		{Reminder: "checkin", Title: "How is your back?", ShownAt: morning},
	}
	return st
}

// dressed shows a window in a theme, with texts of a size in percent.
func dressed(theme string, text int) func(*stage) {
	return func(s *stage) { s.prefs.now.Window.Theme, s.prefs.now.Window.TextSize = theme, text }
}

// looksRight writes a picture where -shots asks for it, and finds texts that
// stick out or are cut off.
func (s *stage) looksRight(t *testing.T, name string) {
	t.Helper()
	s.save(t, name)
	s.inside(t)
	s.uncut(t)
}

// save writes a picture where -shots asks for it.
func (s *stage) save(t *testing.T, name string) {
	t.Helper()
	if *shots == "" {
		return
	}
	f, err := os.Create(filepath.Join(*shots, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, s.canvas.Capture()); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// fiveLooks are those in which a screen differs most.
var fiveLooks = []struct {
	name, theme string
	text        int
	small       bool
}{
	{"light", settings.ThemeLight, 100, false},
	{"dark", settings.ThemeDark, 100, false},
	{"200", settings.ThemeLight, 200, false},
	{"small", settings.ThemeLight, 100, true},
	{"small-200", settings.ThemeDark, 200, true},
}
