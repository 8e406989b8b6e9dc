package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

func (s *stage) posture() *postureScreen { return s.screens[Posture].(*postureScreen) }

// visible tells whether an object lies within the window.
func (s *stage) visible(o fyne.CanvasObject) bool {
	y := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
	return y >= 0 && y+o.Size().Height <= s.canvas.Size().Height+1
}

// listed are the ids of the tips in the list.
func (s *stage) listed() []string {
	var out []string
	for _, r := range s.posture().tips.rows {
		out = append(out, r.tip.ID)
	}
	return out
}

func (s *stage) situation(t *testing.T, tag content.TipTag) {
	t.Helper()
	l := s.posture().tips
	i := slices.Index(l.tags, tag)
	if i < 0 {
		t.Fatalf("there is no chip for %s", tag)
	}
	test.Tap(l.chips.Objects[i].(*widgets.Chip))
}

func TestTodaysTipOpensAndMovesOn(t *testing.T) {
	s := newStage(t, Posture)
	tip := s.posture().tip.tip
	first := strings.Join(strings.Fields(tip.How)[:3], " ")
	s.mustSay(t, strings.Join(strings.Fields(tip.Text)[:2], " "), "Source: ")
	s.mustNotSay(t, first)
	s.press(t, "How")
	s.mustSay(t, first)
	seen := map[string]bool{tip.ID: true}
	for range len(s.deskTips()) - 1 {
		s.press(t, "Another one")
		id := s.posture().tip.tip.ID
		if seen[id] {
			t.Fatalf("%s comes again before all were shown", id)
		}
		seen[id] = true
	}
	if s.posture().tip.how.Visible() {
		t.Error("how stays open for another tip")
	}
	s.press(t, "Another one")
	if got := s.posture().tip.tip.ID; got != tip.ID {
		t.Errorf("after all of them comes %s, not %s", got, tip.ID)
	}
}

func TestTheTipIsAnotherOneTomorrow(t *testing.T) {
	s := newStage(t, Today)
	before := s.today().tip.tip.ID
	s.Open(Posture)
	if got := s.posture().tip.tip.ID; got != before {
		t.Errorf("Today shows %s, Posture %s", before, got)
	}
	s.time = s.time.AddDate(0, 0, 1)
	s.Open(Today)
	if got := s.today().tip.tip.ID; got == before {
		t.Errorf("%s again on the next day", got)
	}
}

func TestEverySourceLineOpensTheBrowser(t *testing.T) {
	s := newStage(t, Posture)
	s.OpenAt(Posture, "tip:T14")
	var links []*widgets.Link
	walk(s.posture().tips.box, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if l, ok := o.(*widgets.Link); ok && l.Out {
			links = append(links, l)
		}
	})
	for _, l := range links {
		test.Tap(l)
	}
	want := []string{"https://www.nhs.uk/live-well/exercise/why-sitting-too-much-is-bad-for-us/", "https://doi.org/10.1136/bjsports-2015-094618"}
	if !slices.Equal(s.opened, want) {
		t.Errorf("opened %q, want %q", s.opened, want)
	}
	s.OpenURL = func(string) error { return errors.New("no browser was found") }
	links[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.mustSay(t, "no browser was found")
	s.OpenURL = nil
	test.Tap(links[1])
	if s.Screen() != Sources {
		t.Errorf("without a browser a source leads to %s", s.Screen())
	}
}

func TestAdviceWithoutASourceSaysSo(t *testing.T) {
	s := newStage(t, Posture)
	s.OpenAt(Posture, "tip:T13")
	s.mustSay(t, "General advice, no source")
}

// A tip of somebody's own pack is listed with the others and says whose it is.
func TestTipsOfAPack(t *testing.T) {
	s := newStage(t, Today)
	s.Library = content.OpenWith(content.BuiltIn(), fstest.MapFS{
		"mine/pack.toml": {Data: []byte("name = \"My programme\"\nprescribed_by = \"a physiotherapist\"\n")},
		"mine/tips.toml": {Data: []byte("[[tip]]\nid = \"own-1\"\ntags = [\"laptop\"]\ntext = \"Stack three books under the laptop.\"\n")},
	})
	s.OpenAt(Posture, "tip:own-1")
	s.mustSay(t, "Stack three books under the laptop.", "From your pack “My programme”, prescribed by a physiotherapist.")
	s.mustNotSay(t, "General advice")
	var rows int
	for _, tip := range s.tips(content.Laptop) {
		if tip.ID == "own-1" {
			rows++
			if got := sourceLine(tip); got != "From your pack “My programme”, prescribed by a physiotherapist." {
				t.Errorf("the line says %q", got)
			}
		}
	}
	if rows != 1 {
		t.Errorf("%d times among the tips to suggest", rows)
	}
	s.OpenAt(Posture, "desk")
	s.mustSay(t, "Feet and seat height")
}

// Every tip is in the list of a situation one can choose.
func TestAllTipsCanBeReached(t *testing.T) {
	s := newStage(t, Posture)
	all, err := s.library().Tips()
	if err != nil || len(all) != 54 {
		t.Fatalf("%d tips, %v", len(all), err)
	}
	reached := map[string]bool{}
	for _, tag := range s.posture().tips.tags {
		s.situation(t, tag)
		if l := s.posture().tips; len(l.list.Objects) > 2*len(l.rows)-1 {
			s.press(t, s.moreLabel(t))
		}
		for _, id := range s.listed() {
			reached[id] = true
		}
	}
	for _, tip := range all {
		if !reached[tip.ID] {
			t.Errorf("%s is in no list", tip.ID)
		}
	}
}

// moreLabel is what the button says that shows the rest of the list.
func (s *stage) moreLabel(t *testing.T) string {
	t.Helper()
	for _, text := range s.texts() {
		if strings.HasPrefix(text, "Show ") && strings.HasSuffix(text, " more") {
			return text
		}
	}
	t.Fatalf("no button for more among %q", s.texts())
	return ""
}

func TestTipsOpenWhereALinkLeads(t *testing.T) {
	s := newStage(t, Today)
	s.SetStatus(sittingStatus())
	for _, id := range []string{"T27", "T02", "T50", "T21", "T14"} {
		s.OpenAt(Posture, "tip:"+id)
		var row *tipRow
		for _, r := range s.posture().tips.rows {
			if r.tip.ID == id {
				row = r
			}
		}
		if row == nil {
			t.Errorf("%s is not in the list", id)
			continue
		}
		if !row.head.Open || !row.more.Visible() || !s.visible(row.head) || !s.visible(row.more) {
			t.Errorf("%s: open %v, in view %v and %v", id, row.head.Open, s.visible(row.head), s.visible(row.more))
		}
		if s.canvas.Focused() != fyne.Focusable(row.head) {
			t.Errorf("%s: the keys are at %T", id, s.canvas.Focused())
		}
	}
	s.mustSay(t, "The NHS suggests a reminder every 30 minutes.")
	s.OpenAt(Posture, "tip:T99")
	s.OpenAt(Posture, "nonsense")
	s.mustSay(t, "Today's tip")
}

// A window that opens at a tip finds its size, and room for what it has to say
// on top, only after it was asked for the tip; later on, nothing moves by
// itself.
func TestATipStaysInViewWhileTheWindowOpens(t *testing.T) {
	s := newStage(t, Today)
	s.SetStatus(sittingStatus())
	s.OpenAt(Posture, "tip:T27")
	head := func() *widgets.Opener { return s.posture().tips.rows[4].head }
	s.frame.Resize(Smallest)
	s.SetDown("They stopped.")
	s.tick()
	if !s.visible(head()) {
		t.Error("out of view after the window became smaller")
	}
	s.time = s.time.Add(aimFor + time.Second)
	s.tick()
	s.posture().p.Top()
	s.frame.Resize(Size)
	s.frame.Resize(Smallest)
	s.tick()
	if s.visible(head()) {
		t.Error("the page moved by itself")
	}
}

func TestRowsOpenAndCloseByKeyboard(t *testing.T) {
	s := newStage(t, Posture)
	r := s.posture().tips.rows[2]
	how := strings.Join(strings.Fields(r.tip.How)[:5], " ")
	s.canvas.Focus(r.head)
	r.head.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	s.mustSay(t, how)
	if !strings.HasSuffix(named(r.head), ", open") {
		t.Errorf("named %q", named(r.head))
	}
	r.head.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.mustNotSay(t, how)
}

func TestPostureWithoutALibrary(t *testing.T) {
	s := newStage(t, Today)
	s.Library = content.Open(fstest.MapFS{})
	s.Open(Posture)
	s.SetStatus(sittingStatus())
	s.mustSay(t, "The tips cannot be read", "The check-up cannot be read", "sources.toml")
	s.OpenAt(Posture, "tip:T01")
	s.OpenAt(Posture, "desk")
	s.inside(t)
}

func TestPostureByKeyboard(t *testing.T) {
	s := newStage(t, Posture)
	s.SetStatus(promptStatus())
	var names []string
	for _, f := range s.tabThrough(t) {
		names = append(names, named(f))
	}
	at := -1
	for _, want := range []string{
		"Posture check: Sitting well", "Posture check: Snooze 10 min", "Posture check: Skip",
		"Source: ", "How: ", "Another tip", "Change", "Desk check-up: Begin", "Sitting, chosen", "Standing, not chosen", "Sleep, not chosen",
		"Quick check: is your back", "Feet check: ", "Show all tips: Sitting", "Source: JOSPT", "Feet and seat height: Fine, not chosen",
		"Seat depth: Fine, not chosen", "Room and time to move: Fine, not chosen",
	} {
		next := slices.IndexFunc(names[at+1:], func(n string) bool { return strings.HasPrefix(n, want) })
		if next < 0 {
			t.Errorf("%q does not follow %q in\n%s", want, names[max(at, 0)], strings.Join(names, "\n"))
			return
		}
		at += next + 1
	}
}
