package ui

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog/catalogtest"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/settings"
)

// postureStates are what the screen can look like, each at one of its parts.
func postureStates() map[string]func(*stage) {
	return map[string]func(*stage){
		"first": func(*stage) {},
		"prompt": func(s *stage) {
			st := sittingStatus()
			st.Prompts = []control.OpenPrompt{tipPrompt()}
			s.SetStatus(st)
		},
		"how": func(s *stage) { s.posture().tip.flip(); s.posture().tip.grew() },
		"tip": func(s *stage) { s.OpenAt(Posture, "tip:T06") },
		"held": func(s *stage) {
			pregnant(s)
			s.loadProfile(nil)
			s.OpenAt(Posture, "tip:T39")
		},
		"desk": func(s *stage) {
			s.desk.answers = someAnswers(morning.AddDate(0, 0, -21))
			s.Open(Today)
			s.OpenAt(Posture, "desk")
		},
		"change": func(s *stage) {
			s.desk.answers = someAnswers(morning.AddDate(0, 0, -21))
			s.Open(Today)
			s.Open(Posture)
			s.posture().reveal(s.posture().desk.rows[4].choice)
		},
		"due": func(s *stage) {
			for _, r := range s.posture().desk.rows {
				s.desk.answers = append(s.desk.answers, DeskAnswer{Question: r.q.ID, Choice: diary.DeskFine, At: morning.AddDate(0, 0, -91)})
			}
			s.Open(Today)
			s.OpenAt(Posture, "desk")
		},
		"undo": func(s *stage) {
			s.desk.answers = someAnswers(morning)
			s.Open(Today)
			s.OpenAt(Posture, "desk")
			s.posture().desk.startOver()
		},
		"unread": func(s *stage) {
			s.desk.err = errors.New("the file is damaged")
			s.Open(Today)
			s.OpenAt(Posture, "desk")
		},
	}
}

var postureSizes = []struct {
	name, theme string
	text        int
	size        fyne.Size
}{
	{"light", settings.ThemeLight, 100, Size},
	{"dark", settings.ThemeDark, 100, Size},
	{"small", settings.ThemeLight, 100, Smallest},
	{"small-200", settings.ThemeLight, 200, Smallest},
	{"200", settings.ThemeDark, 200, Size},
}

// TestPostureLooks draws every state in every look and finds nothing cut. Where
// nobody looks at the pictures, the tightest of them has to do.
func TestPostureLooks(t *testing.T) {
	for _, look := range postureSizes {
		if *shots == "" && look.name != "small-200" {
			continue
		}
		t.Run(look.name, func(t *testing.T) { drawPosture(t, look.name, look.theme, look.text, look.size) })
	}
}

// TestPostureInALongerLanguage does the same with texts a third longer.
func TestPostureInALongerLanguage(t *testing.T) {
	catalogtest.Speak(t)
	for _, look := range postureSizes[2:] {
		if *shots == "" && look.name != "small-200" {
			continue
		}
		t.Run(look.name, func(t *testing.T) { drawPosture(t, "longer-"+look.name, look.theme, look.text, look.size) })
	}
}

func drawPosture(t *testing.T, name, theme string, text int, size fyne.Size) {
	t.Helper()
	for state, set := range postureStates() {
		s := newStage(t, Posture, func(s *stage) { s.prefs.now.Window.Theme, s.prefs.now.Window.TextSize = theme, text })
		s.frame.Resize(size)
		s.SetStatus(sittingStatus())
		set(s)
		s.looksRight(t, "posture-"+state+"-"+name)
	}
}
