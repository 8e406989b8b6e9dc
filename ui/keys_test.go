package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/ui/widgets"
)

// named is what a screen reader would say.
func named(f fyne.Focusable) string {
	if a, ok := f.(fyne.Accessible); ok {
		return a.AccessibilityLabel()
	}
	return ""
}

// tabThrough presses Tab until the focus is back where it began.
func (s *stage) tabThrough(t *testing.T) []fyne.Focusable {
	t.Helper()
	var order []fyne.Focusable
	s.canvas.Unfocus()
	for range 300 {
		s.canvas.FocusNext()
		f := s.canvas.Focused()
		if f == nil {
			t.Fatal("Tab leads nowhere")
		}
		if len(order) > 0 && f == order[0] {
			return order
		}
		order = append(order, f)
	}
	t.Fatal("Tab never comes round")
	return nil
}

func TestTabReachesEverythingInOrder(t *testing.T) {
	s := newStage(t, Today, usual)
	s.SetStatus(promptStatus())
	var names []string
	for _, f := range s.tabThrough(t) {
		names = append(names, named(f))
	}
	want := []string{
		"Search, Ctrl+K", "Today, Ctrl+1, current", "Posture, Ctrl+2", "Stretch, Ctrl+3", "Heat & cold, Ctrl+4", "Massage, Ctrl+5",
		"Journal, Ctrl+6", "Is this serious?, Ctrl+8", "Settings, Ctrl+7", "Pause 1 h", "Stretch now",
		"Posture check: Sitting well", "Posture check: Snooze 10 min", "Posture check: Skip",
		"How is your back?: Answer below", "How is your back?: Snooze 10 min", "How is your back?: Skip",
		"Pain: nothing chosen, 0 is no pain, 10 the worst imaginable",
		"Neck, not chosen", "Shoulders, not chosen", "Upper back, not chosen", "Lower back, not chosen", "Hips, not chosen",
		"Source: ", "How: ",
	}
	if len(names) != len(want) {
		t.Fatalf("%d stops, want %d:\n%s", len(names), len(want), strings.Join(names, "\n"))
	}
	for i := range want {
		if !strings.HasPrefix(names[i], want[i]) {
			t.Errorf("stop %d is %q, want %q", i+1, names[i], want[i])
		}
	}
}

func TestEverythingHasANameAndAFocusInView(t *testing.T) {
	for _, at := range Screens() {
		s := newStage(t, at, usual)
		s.frame.Resize(Smallest)
		s.SetStatus(sittingStatus())
		for _, f := range s.tabThrough(t) {
			if strings.TrimSpace(named(f)) == "" {
				t.Errorf("%s: %T has no name", at, f)
			}
			s.canvas.Focus(f)
			o := f.(fyne.CanvasObject)
			top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
			if top < 0 || top+o.Size().Height > Smallest.Height {
				t.Errorf("%s: %q has the focus out of sight, at %.0f", at, named(f), top)
			}
		}
	}
}

func TestKeysOpenTheScreens(t *testing.T) {
	s := newStage(t, Today)
	for _, p := range railPlaces() {
		s.shortcut(placeShortcut(p))
		if s.Screen() != p.screen {
			t.Errorf("Ctrl+%s leads to %s, want %s", p.key, s.Screen(), p.screen)
		}
		if got := s.frame.Title(); got != "Unhunch – "+p.name {
			t.Errorf("the title is %q", got)
		}
	}
}

func TestEnterAndSpacePress(t *testing.T) {
	s := newStage(t, Today)
	s.SetStatus(sittingStatus())
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace} {
		before := len(s.agent.calls)
		s.button(t, "Pause 1 h").TypedKey(&fyne.KeyEvent{Name: key})
		if len(s.agent.calls) != before+1 {
			t.Errorf("%s does not press", key)
		}
	}
	chip := s.today().pain.chips["neck"]
	chip.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !chip.On {
		t.Error("Space does not switch a chip on")
	}
}

func TestNarrowWindowHasIconsOnly(t *testing.T) {
	s := newStage(t, Today)
	s.mustSay(t, "Heat & cold", "Unhunch")
	s.frame.Resize(Smallest)
	s.mustNotSay(t, "Heat & cold", "Massage")
	test.Tap(s.shell.rail.items[7])
	if s.Screen() != Settings {
		t.Errorf("at %s", s.Screen())
	}
	s.frame.Resize(Size)
	s.mustSay(t, "Heat & cold")
}

func TestScreenNames(t *testing.T) {
	for name, want := range map[string]Screen{"": Today, "today": Today, " Settings ": Settings, "relief": Relief} {
		if got, ok := ScreenOf(name); !ok || got != want {
			t.Errorf("%q is %q, %v", name, got, ok)
		}
	}
	if _, ok := ScreenOf("kitchen"); ok {
		t.Error("there is a screen called kitchen")
	}
	if len(Screens()) != len(places()) || widgets.Scale() <= 0 {
		t.Error("places and screens differ")
	}
}
