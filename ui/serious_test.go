package ui

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

func (s *stage) serious() *seriousScreen { return s.screens[Serious].(*seriousScreen) }

// in is a stage whose system speaks a locale.
func in(t *testing.T, locale string) *stage {
	t.Helper()
	s := newStage(t, Today)
	s.Locale = locale
	s.Open(Serious)
	return s
}

func TestSeriousSaysWhomToCall(t *testing.T) {
	for locale, want := range map[string][]string{
		"en_GB.UTF-8": {"Call 999", "NHS 111: 111", "You are in: United Kingdom"},
		"en_US":       {"Call 911", "You are in: United States"},
		"de_DE@euro":  {"Call 112", "Doctor on call: 116 117"},
		"en-IE":       {"Call 112 or 999"},
		"sr_Latn_DE":  {"You are in: Germany"},
		"ja_JP":       {"Call 119"},
		"th_TH":       {"Call your local emergency number", "112 works everywhere in the European Union."},
		"C":           {"Call your local emergency number"},
		"":            {"Call your local emergency number"},
	} {
		t.Run(locale, func(t *testing.T) { in(t, locale).mustSay(t, want...) })
	}
}

func TestSeriousShowsEveryFlagByUrgency(t *testing.T) {
	s := newStage(t, Serious)
	r, err := content.BuiltIn().RedFlags()
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(s.texts(), " ")
	last := -1
	for _, l := range r.Levels {
		at := strings.Index(said, l.Name)
		if at <= last {
			t.Errorf("%q stands at %d, after %d", l.Name, at, last)
		}
		last = at
		s.mustSay(t, l.Name)
		if !strings.Contains(strings.ReplaceAll(said, " ", ""), strings.ReplaceAll(l.Action, " ", "")) {
			t.Errorf("what to do at %q is not said", l.Name)
		}
	}
	s.mustSay(t, "it does not diagnose")
	for _, f := range r.Flags {
		s.OpenAt(Serious, f.ID)
		row := s.serious().flags[f.ID]
		if row == nil {
			t.Fatalf("%s is not shown", f.ID)
		}
		text := under(row.box)
		if !strings.Contains(text, f.Sources[0].Title) && !f.Sources[0].General {
			t.Errorf("%s does not name its source: %q", f.ID, text)
		}
		if f.Why != "" && !strings.Contains(strings.ReplaceAll(text, " ", ""), strings.ReplaceAll(f.Why, " ", "")) {
			t.Errorf("%s does not say why: %q", f.ID, text)
		}
		if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(row.box).Y; y < 0 || y > Size.Height-40 {
			t.Errorf("%s is out of sight at %.0f", f.ID, y)
		}
	}
}

func TestWhyComesOnDemand(t *testing.T) {
	s := newStage(t, Serious)
	s.mustNotSay(t, "What has to be ruled out")
	s.press(t, "Why?")
	s.mustSay(t, "What has to be ruled out: possible cauda equina syndrome.")
	s.press(t, "Less")
	s.mustNotSay(t, "What has to be ruled out")
}

func TestChosenCountryIsRemembered(t *testing.T) {
	s := newStage(t, Serious)
	fold := labelledSo[*widgets.Opener](s, "You are in: United Kingdom, shut")
	if fold == nil {
		t.Fatal("nothing to choose the country with")
	}
	test.Tap(fold)
	chip := s.chip("New Zealand")
	if chip == nil {
		t.Fatal("New Zealand cannot be chosen")
	}
	test.Tap(chip)
	if got := s.prefs.now.Emergency.Country; got != "NZ" {
		t.Errorf("the setting is %q", got)
	}
	s.mustSay(t, "Call 111", "Healthline: 0800 611 116")
	s.Open(Today)
	s.prefs.now.Emergency.Country = ""
	s.Open(Serious)
	s.mustSay(t, "Call 999")
}

func TestCountryThatCannotBeSaved(t *testing.T) {
	s := newStage(t, Serious)
	s.Prefs = brokenPrefs{s.prefs}
	s.serious().choose("NZ")
	s.mustSay(t, "This was not saved: the disk is full", "Call 999")
}

type brokenPrefs struct{ *fakePrefs }

func (b brokenPrefs) Set(string, string) (settings.Settings, error) {
	return b.now, errors.New("the disk is full")
}

// chip is a chip by its label, nil if none is shown.
func (s *stage) chip(label string) *widgets.Chip {
	var out *widgets.Chip
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if c, ok := o.(*widgets.Chip); ok && c.Label == label {
			out = c
		}
	})
	return out
}

// One click leads there from a pain of 7 or more, just logged or in the journal.
func TestSeverePainLeadsToSerious(t *testing.T) {
	s := newStage(t, Today)
	log := func(n int) {
		s.today().pain.scale.Select(n)
		s.today().pain.chosen()
		s.today().pain.submit()
	}
	log(6)
	s.mustNotSay(t, "That is a lot of pain.")
	log(7)
	s.mustSay(t, "That is a lot of pain.")
	s.press(t, "Is this serious?")
	if s.Screen() != Serious {
		t.Errorf("at %s", s.Screen())
	}
	s.Open(Journal)
	s.press(t, "Is this serious?")
	if s.Screen() != Serious {
		t.Errorf("the journal leads to %s", s.Screen())
	}
}

func TestJournalAsksOnlyOfSeverePain(t *testing.T) {
	s := newStage(t, Journal, usual)
	n := 0
	for _, text := range s.texts() {
		if text == "Is this serious?" {
			n++
		}
	}
	if n != 2 { // the rail's item and the one entry of 7
		t.Errorf("it is offered %d times", n-1)
	}
}
