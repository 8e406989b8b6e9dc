package ui

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

func (s *stage) sources() *sourcesScreen { return s.screens[Sources].(*sourcesScreen) }

// hinted is the button a screen reader calls hint, nil if none is shown.
func (s *stage) hinted(hint string) *widgets.Button {
	var out *widgets.Button
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if b, ok := o.(*widgets.Button); ok && strings.Contains(b.Hint, hint) && out == nil {
			out = b
		}
	})
	return out
}

// TestEverySourceIsListed goes on with "Show more" until all are there, each
// with its name, what it supports, and a way to read it.
func TestEverySourceIsListed(t *testing.T) {
	s := newStage(t, Sources)
	all, err := content.BuiltIn().Sources()
	if err != nil {
		t.Fatal(err)
	}
	for range len(all) {
		b := s.hintless("Show ")
		if b == nil {
			break
		}
		b.Tapped(nil)
		if s.canvas.Focused() == nil {
			t.Error("the keys are lost after Show more")
		}
	}
	said := strings.ReplaceAll(strings.Join(s.texts(), ""), " ", "")
	for _, c := range all {
		for _, part := range []string{c.Title, c.Says, c.Year} {
			if !strings.Contains(said, strings.ReplaceAll(part, " ", "")) {
				t.Errorf("%s: %q is not shown", c.ID, part)
			}
		}
		if s.sources().rows[c.ID] == nil {
			t.Errorf("%s is not listed", c.ID)
		}
	}
	if n := len(s.sources().rows); n != len(all) {
		t.Errorf("%d of %d sources are listed", n, len(all))
	}
}

// hintless is the first shown button whose label begins so, nil without one.
func (s *stage) hintless(label string) *widgets.Button {
	var out *widgets.Button
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if b, ok := o.(*widgets.Button); ok && strings.HasPrefix(b.Label, label) && out == nil {
			out = b
		}
	})
	return out
}

func TestSourceOpensAtItsPlaceAndInTheBrowser(t *testing.T) {
	s := newStage(t, Today)
	all, err := content.BuiltIn().Sources()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []content.Source{all[0], all[60], all[len(all)-1]} {
		s.OpenAt(Sources, c.ID)
		row := s.sources().rows[c.ID]
		if row == nil {
			t.Fatalf("%s is not shown", c.ID)
		}
		if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(row).Y; y < 0 || y > Size.Height-60 {
			t.Errorf("%s is out of sight at %.0f", c.ID, y)
		}
		b := s.hinted("Open in the browser: " + c.Title)
		if b == nil {
			t.Fatalf("%s cannot be opened", c.ID)
		}
		test.Tap(b)
		if got := s.opened[len(s.opened)-1]; got != c.URL {
			t.Errorf("opened %s, want %s", got, c.URL)
		}
	}
}

func TestBrowserThatDoesNotOpen(t *testing.T) {
	s := newStage(t, Sources)
	s.OpenURL = func(string) error { return errors.New("there is no browser") }
	test.Tap(s.hinted("Open in the browser"))
	s.mustSay(t, "there is no browser")
}

func TestWithoutABrowserTheAddressIsShown(t *testing.T) {
	s := newStage(t, Today)
	s.OpenURL = nil
	s.OpenAt(Sources, "NICE_NG59")
	s.mustSay(t, "https://www.nice.org.uk/guidance/ng59")
	test.Tap(s.hinted("Copy the address: Low back pain"))
	if got := fyne.CurrentApp().Clipboard().Content(); got != "https://www.nice.org.uk/guidance/ng59" {
		t.Errorf("the clipboard holds %q", got)
	}
	s.mustSay(t, "The address is copied.")
}

func TestFilteringSources(t *testing.T) {
	s := newStage(t, Sources)
	f := s.sources()
	everything := fmt.Sprintf("%d of %[1]d sources", len(f.all))
	test.Type(f.filter, "cochrane yoga")
	if len(f.rows) != 1 || f.rows["COCHRANE_YOGA_2022"] == nil {
		t.Errorf("%d sources found", len(f.rows))
	}
	s.mustSay(t, fmt.Sprintf("1 of %d sources", len(f.all)))
	f.filter.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	s.mustSay(t, everything)
	test.Type(f.filter, "xyzzy")
	s.mustSay(t, "No source has these words")
	s.press(t, "Show all")
	s.mustSay(t, everything)
	test.Tap(s.chip("Others"))
	for id := range f.rows {
		if c, _ := content.BuiltIn().Source(id); c.Tier != content.TierD {
			t.Errorf("%s is of tier %s", id, c.Tier)
		}
	}
	s.OpenAt(Sources, "NICE_NG59") // in no kind that is chosen
	if f.rows["NICE_NG59"] == nil {
		t.Error("a source cannot be opened while others are filtered for")
	}
}

// Every entry that cites a source is named, and leads to a screen that knows it.
func TestCitingEntriesLeadSomewhere(t *testing.T) {
	s := newStage(t, Sources)
	by, err := content.BuiltIn().CitedBy()
	if err != nil {
		t.Fatal(err)
	}
	topics := s.topics()
	for _, list := range by {
		for _, r := range list {
			if screen, part, ok := placeOf(r); ok && screen == Guide {
				if !slices.ContainsFunc(topics, func(t topic) bool { return t.shows(part) }) {
					t.Errorf("%s:%s leads to no topic", r.Kind, r.ID)
				}
			}
			if kindName(r.Kind) == r.Kind {
				t.Errorf("%s has no name", r.Kind)
			}
		}
	}
	s.OpenAt(Sources, "THAI_2017")
	test.Tap(s.citedBy("The effectiveness of Thai massage"))
	s.mustSay(t, "Types of massage: Thai massage")
}

// citedBy is the button that lists the entries resting on a source.
func (s *stage) citedBy(title string) *widgets.Button {
	var out *widgets.Button
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if b, ok := o.(*widgets.Button); ok && strings.HasPrefix(b.Hint, "Cited by") && strings.Contains(b.Hint, title) {
			out = b
		}
	})
	return out
}

// Opening must not feel slow.
func TestSourcesOpenQuickly(t *testing.T) {
	s := newStage(t, Today)
	start := time.Now()
	s.Open(Sources)
	first := time.Since(start)
	start = time.Now()
	s.OpenAt(Sources, s.sources().all[150].ID)
	t.Logf("the list opens in %v, at its far end in %v", first, time.Since(start))
	if first > 2*time.Second {
		t.Errorf("the list takes %v to open", first)
	}
}
