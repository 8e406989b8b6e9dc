package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

// ctrl presses a combination. The driver gives it to the window unless what is
// focused takes it; a line to type in passes on what does not edit, which the
// made-up canvas of tests cannot take.
func (s *stage) ctrl(shortcut fyne.Shortcut) {
	if e, ok := s.canvas.Focused().(interface{ Edits(fyne.Shortcut) bool }); ok && e.Edits(shortcut) {
		s.canvas.Focused().(fyne.Shortcutable).TypedShortcut(shortcut)
		return
	}
	s.shortcut(shortcut)
}

// key types a key where the focus is, as the window's driver does.
func (s *stage) key(k fyne.KeyName) {
	e := &fyne.KeyEvent{Name: k}
	if f := s.canvas.Focused(); f != nil {
		f.TypedKey(e)
	} else if on := s.canvas.OnTypedKey(); on != nil {
		on(e)
	}
}

// look opens the search and types.
func (s *stage) look(text string) *search {
	if !s.searching() {
		s.ctrl(searchShortcut)
	}
	test.Type(s.search.field, text)
	return s.search
}

func (s *search) says() []string {
	var out []string
	walk(s, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			out = append(out, t.Text)
		}
	})
	return out
}

func TestSearchByKeyboard(t *testing.T) {
	s := newStage(t, Today, usual)
	s.SetStatus(sittingStatus())
	pause := s.button(t, "Pause 1 h")
	s.canvas.Focus(pause)
	s.ctrl(searchShortcut)
	if !s.searching() || s.canvas.Focused() != fyne.Focusable(s.search.field) {
		t.Fatal("Ctrl+K does not open the search with the field focused")
	}
	if len(s.search.found) < 4 || s.search.found[0].ID != string(Serious) {
		t.Errorf("an empty search offers %v", s.search.found)
	}
	s.key(fyne.KeyEscape)
	if s.searching() || s.canvas.Focused() != fyne.Focusable(pause) {
		t.Error("Escape does not give the focus back")
	}

	s.look("chin tuck")
	if got := s.search.found[0]; got.Kind != "exercise" || got.ID != "chin-tuck" {
		t.Fatalf("found %v", got)
	}
	s.key(fyne.KeyReturn)
	if s.searching() || s.at != (spot{Entry, "exercise:chin-tuck"}) {
		t.Errorf("Enter leads to %v", s.at)
	}

	s.look("massage")
	s.key(fyne.KeyDown)
	s.key(fyne.KeyDown)
	if s.search.at != 2 || !s.search.rows[2].On || s.search.rows[0].On {
		t.Errorf("at %d after two times Down", s.search.at)
	}
	s.key(fyne.KeyUp)
	s.key(fyne.KeyUp)
	s.key(fyne.KeyUp)
	if s.search.at != len(s.search.found)-1 {
		t.Errorf("at %d, Up does not go round", s.search.at)
	}
	if name := s.search.field.AccessibilityLabel(); !strings.Contains(name, s.search.rows[s.search.at].Name()) {
		t.Errorf("a screen reader hears %q", name)
	}
	s.ctrl(searchShortcut)
	if s.searching() {
		t.Error("Ctrl+K does not close the search")
	}
}

func TestSearchWhileTypingElsewhere(t *testing.T) {
	s := newStage(t, Settings)
	var entry *widgets.Entry
	for _, f := range s.tabThrough(t) {
		if e, ok := f.(*widgets.Entry); ok {
			entry = e
			break
		}
	}
	if entry == nil {
		t.Fatal("Settings has no line to type in")
	}
	s.canvas.Focus(entry)
	before := entry.Text
	s.ctrl(searchShortcut)
	if !s.searching() {
		t.Fatal("Ctrl+K does nothing while typing")
	}
	s.key(fyne.KeyEscape)
	if s.canvas.Focused() != fyne.Focusable(entry) || entry.Text != before {
		t.Error("the line lost its focus or text")
	}
	s.ctrl(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierControl})
	if s.Screen() != Settings {
		t.Error("Ctrl+Left leaves the screen")
	}
	s.ctrl(&desktop.CustomShortcut{KeyName: fyne.Key2, Modifier: fyne.KeyModifierControl})
	if s.Screen() != Posture {
		t.Errorf("Ctrl+2 while typing leads to %s", s.Screen())
	}
	s.look("neck")
	s.ctrl(backShortcut)
	if s.searching() || s.Screen() != Settings {
		t.Errorf("Alt+Left in the search leads to %s", s.Screen())
	}
	s.look("neck")
	s.ctrl(&desktop.CustomShortcut{KeyName: fyne.Key1, Modifier: fyne.KeyModifierControl})
	if s.searching() || s.Screen() != Today {
		t.Errorf("Ctrl+1 in the search leads to %s", s.Screen())
	}
}

// Tab has nowhere to go from a list, and Escape still closes it; nor does it
// matter where in the card somebody clicked.
func TestEscapeClosesTheSearchFromAnywhere(t *testing.T) {
	s := newStage(t, Today, usual)
	s.SetStatus(sittingStatus())
	pause := s.button(t, "Pause 1 h")
	for name, before := range map[string]func(){
		"Tab":       s.canvas.FocusNext,
		"Shift+Tab": s.canvas.FocusPrevious,
		"a click":   s.canvas.Unfocus,
	} {
		s.canvas.Focus(pause)
		s.look("massage")
		before()
		s.key(fyne.KeyEscape)
		if s.searching() || s.canvas.Focused() != fyne.Focusable(pause) {
			t.Errorf("%s, then Escape: searching %v, the focus is on %v", name, s.searching(), s.canvas.Focused())
		}
	}
}

// What belongs to the desk check-up leads there.
func TestSearchLeadsToTheDeskCheckUp(t *testing.T) {
	s := newStage(t, Today)
	s.look("armrests")
	i := slices.IndexFunc(s.search.found, func(f content.Findable) bool { return f.Kind == "desk-check" })
	if i < 0 {
		t.Fatalf("found %v", s.search.found)
	}
	s.search.open(i)
	if s.at != (spot{Posture, "desk"}) {
		t.Errorf("it leads to %v", s.at)
	}
}

func TestSearchByMouse(t *testing.T) {
	s := newStage(t, Today)
	test.Tap(s.shell.rail.search)
	if !s.searching() {
		t.Fatal("the button in the rail does not open the search")
	}
	test.Type(s.search.field, "sources")
	i := slices.IndexFunc(s.search.found, func(f content.Findable) bool { return f.ID == string(Sources) })
	if i < 0 {
		t.Fatalf("found %v", s.search.found)
	}
	test.Tap(s.search.rows[i])
	if s.Screen() != Sources {
		t.Errorf("at %s", s.Screen())
	}
	test.Tap(s.shell.rail.search)
	test.TapCanvas(s.canvas, fyne.NewPos(10, Size.Height-10))
	if s.searching() {
		t.Error("a click beside the card does not close the search")
	}
	if s.Screen() != Sources {
		t.Error("a click beside the card reaches what is below")
	}
}

func TestSearchFindsNothing(t *testing.T) {
	s := newStage(t, Today)
	s.look("xylophone")
	said := strings.Join(s.search.says(), " ")
	for _, want := range []string{"Nothing fits", "You can look for exercises", "Is this serious?"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q: %s", want, said)
		}
	}
	s.key(fyne.KeyReturn)
	s.canvas.FocusNext()
	s.key(fyne.KeySpace)
	if s.Screen() != Serious || s.searching() {
		t.Errorf("at %s", s.Screen())
	}
	s.look("xylophone")
	s.canvas.FocusNext()
	s.key(fyne.KeyEscape)
	if s.searching() {
		t.Error("Escape on the button does not close the search")
	}
}

// Everything that can be found leads to a screen, and to a part there is.
func TestEveryFindingLeadsSomewhere(t *testing.T) {
	s := newStage(t, Today)
	index, err := content.BuiltIn().Index()
	if err != nil {
		t.Fatal(err)
	}
	keys := s.prefs.now.Keys()
	kinds := map[string]bool{}
	for _, f := range s.findables() {
		switch f.Kind {
		case kindScreen:
			if !slices.Contains(Screens(), Screen(f.ID)) {
				t.Errorf("there is no screen %s", f.ID)
			}
		case kindSetting:
			if f.ID != partOwn && !slices.ContainsFunc(keys, func(k settings.Key) bool { return k.Name == f.ID }) {
				t.Errorf("there is no setting %s", f.ID)
			}
		case kindFact:
			facts, _ := content.BuiltIn().Facts()
			if !slices.ContainsFunc(facts, func(x content.Fact) bool { return string(x.ID) == f.ID }) {
				t.Errorf("there is no fact %s", f.ID)
			}
		case "source":
			if _, ok := content.BuiltIn().Source(f.ID); !ok {
				t.Errorf("there is no source %s", f.ID)
			}
		default:
			if !index.Has(f.Kind, f.ID) {
				t.Errorf("there is no %s %s", f.Kind, f.ID)
			}
		}
		if _, ok := findKind(f.Kind); !ok {
			t.Errorf("%s has no group", f.Kind)
		}
		if kinds[f.Kind] {
			continue // opening one of a kind is enough: it draws a whole screen
		}
		kinds[f.Kind] = true
		if !s.OpenEntry(f.Kind, f.ID) {
			t.Errorf("%s:%s leads nowhere", f.Kind, f.ID)
		}
		if k, _ := findKind(f.Kind); k.screen != "" && s.Screen() != k.screen {
			t.Errorf("%s:%s leads to %s", f.Kind, f.ID, s.Screen())
		}
	}
	if len(kinds) != len(foundKinds()) {
		t.Errorf("%d kinds are found, %d have a group", len(kinds), len(foundKinds()))
	}
}

func TestSearchLeadsToASetting(t *testing.T) {
	s := newStage(t, Today)
	s.look("reduce motion")
	s.key(fyne.KeyReturn)
	f, ok := s.canvas.Focused().(*widgets.Switch)
	if s.Screen() != Settings || !ok || f.Label != "Reduce motion" {
		t.Fatalf("at %s, the focus is on %v", s.Screen(), s.canvas.Focused())
	}
	if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f).Y; at < 0 || at > Size.Height-20 {
		t.Errorf("it is out of sight, at %.0f", at)
	}
}
