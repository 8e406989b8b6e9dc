package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/assets/catalog/catalogtest"
	"github.com/unhunch/unhunch/ui/widgets"
)

// TestLongerLanguage draws every screen in a language whose texts are a third
// longer, in every size of window and of text, and finds none that is cut.
func TestLongerLanguage(t *testing.T) {
	catalogtest.Speak(t)
	for _, size := range []fyne.Size{Size, Smallest, fyne.NewSize(1600, 1000)} {
		for _, percent := range []int{100, 150, 200} {
			if testing.Short() && (size != Smallest || percent != 200) {
				continue // the narrowest tells most
			}
			for _, at := range Screens() {
				name := fmt.Sprintf("longer-%s-%.0f-%d", at, size.Width, percent)
				t.Run(name, func(t *testing.T) {
					s := newStage(t, at, usual, func(s *stage) { s.prefs.now.Window.TextSize = percent })
					s.frame.Resize(size)
					s.SetStatus(sittingStatus())
					s.looksRight(t, name)
				})
			}
		}
	}
}

// uncut finds texts that were shortened for want of room.
func (s *stage) uncut(t *testing.T) {
	t.Helper()
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		w, ok := o.(*widgets.Text)
		if !ok || w.Wrap {
			return
		}
		for _, c := range drawn(w) {
			if strings.HasSuffix(c, "…") && !strings.HasSuffix(w.Content, "…") {
				t.Errorf("%q is cut to %q", w.Content, c)
			}
		}
	})
}

// drawn are the lines a widget draws.
func drawn(w fyne.CanvasObject) []string {
	var out []string
	walk(w, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if c, ok := o.(*canvas.Text); ok {
			out = append(out, c.Text)
		}
	})
	return out
}

// TestEveryTextIsTranslated opens every screen in the made-up language, with
// its parts and states, and finds words that stayed English though they are no
// one's but ours.
func TestEveryTextIsTranslated(t *testing.T) {
	catalogtest.Speak(t)
	lib := readLibrary(t)
	for _, at := range Screens() {
		for _, part := range append([]string{""}, partsOf(at)...) {
			t.Run(strings.TrimSuffix(string(at)+"-"+part, "-"), func(t *testing.T) {
				s := newStage(t, Today, usual)
				s.SetStatus(sittingStatus())
				s.OpenAt(at, part)
				s.translated(t, lib)
			})
		}
	}
	for name, set := range map[string]func(*stage){
		"down": func(s *stage) { s.SetDown("") },
		"unknown": func(s *stage) {
			s.diary.pains = nil
			s.log.counts = Counts{}
			s.Open(Journal)
			s.Open(Today)
		},
		"paused": func(s *stage) { st := sittingStatus(); st.Paused = true; s.SetStatus(st) },
		"off work": func(s *stage) {
			st := sittingStatus()
			st.InHours = false
			s.SetStatus(st)
		},
		"busy":    func(s *stage) { st := sittingStatus(); st.Busy = []string{"camera"}; s.SetStatus(st) },
		"away":    func(s *stage) { st := sittingStatus(); st.Presence = "idle"; s.SetStatus(st) },
		"prompts": func(s *stage) { s.SetStatus(promptStatus()) },
		"search":  func(s *stage) { s.openSearch() },
		"logged": func(s *stage) {
			t, _ := s.screens[Today].(*todayScreen)
			t.pain.scale.Select(8)
			t.pain.submit()
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, Today, usual)
			s.SetStatus(sittingStatus())
			set(s)
			s.translated(t, lib)
		})
	}
}

// partsOf are parts that show what the screen alone does not.
func partsOf(at Screen) []string {
	switch at {
	case Guide:
		return []string{
			"massage-types", "massage-what-it-can-do", "massage-precautions", "massage-how-often", "massage-techniques",
			"massage-pregnancy", "heat-and-cold", "other-therapies", "self-care", "massage.type:thai", "therapy:tens",
		}
	case Entry:
		return []string{"exercise:EX01", "routine:R01"}
	case Editor:
		return []string{"copy:micro-1", partNewExercise, partImport, "routine:gone"}
	case Visit:
		return []string{partNew, partTherapist + partNew, "gone"}
	case Prepare:
		return []string{partQuestions}
	case Serious:
		return []string{"saddle"}
	case Posture:
		return []string{"tip:T27", "desk"}
	}
	return nil
}

// translated finds words in English.
func (s *stage) translated(t *testing.T, lib library) {
	t.Helper()
	seen := map[string]bool{}
	look := func(text string) {
		if left := lib.foreign(text); left != "" && !seen[text] {
			seen[text] = true
			t.Errorf("%q is not translated: %q", left, text)
		}
	}
	look(s.frame.Title())
	lines := map[fyne.CanvasObject]bool{} // of texts that are looked at as a whole
	visit := func(o fyne.CanvasObject, _ fyne.Position) {
		switch o := o.(type) {
		case *widgets.Text:
			look(o.Content)
			for _, line := range test.WidgetRenderer(o).Objects() {
				lines[line] = true
			}
		case *widgets.Prose:
			for _, line := range test.WidgetRenderer(o).Objects() {
				lines[line] = true // its label is the whole
			}
		case *canvas.Text:
			if !lines[o] {
				look(o.Text)
			}
		}
		if a, ok := o.(interface{ AccessibilityLabel() string }); ok && !isContainer(o) {
			look(a.AccessibilityLabel())
		}
	}
	for _, o := range append([]fyne.CanvasObject{s.shell}, s.canvas.Overlays().List()...) {
		walk(o, fyne.Position{}, visit)
	}
}

func isContainer(o fyne.CanvasObject) bool {
	_, is := o.(*fyne.Container)
	return is
}

// TestForeign: what the test above looks with sees what it should.
func TestForeign(t *testing.T) {
	lib := readLibrary(t)
	for text, want := range map[string]string{
		"Undo":                       "undo",
		"Bríng ít báck óó":           "",
		"Délété óó: Fetched again":   "fetched again",
		"Unhunch 0.1.0, Ctrl+K":      "",
		"Sóúrcé óó: Thai massage ó.": "",
	} {
		if got := lib.foreign(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
