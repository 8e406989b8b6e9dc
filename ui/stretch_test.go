package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

func (s *stage) stretch(t *testing.T) *stretchScreen {
	t.Helper()
	x, ok := s.screens[Stretch].(*stretchScreen)
	if !ok {
		t.Fatal("there is no Stretch screen")
	}
	return x
}

// shownExercises are the exercises whose cards are shown, in order.
func (x *exerciseCards) shownExercises() []*content.Exercise {
	var out []*content.Exercise
	for _, c := range x.cards {
		if c.tile.Visible() {
			out = append(out, c.e)
		}
	}
	return out
}

func TestStretchFilters(t *testing.T) {
	s := newStage(t, Stretch, usual)
	s.SetStatus(sittingStatus())
	x := s.stretch(t)
	all, err := content.BuiltIn().Exercises()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(x.exercises.shownExercises()); n != len(all) {
		t.Errorf("%d cards of %d exercises", n, len(all))
	}
	s.chip("Neck").Tapped(nil)
	for _, e := range x.exercises.shownExercises() {
		if !slices.Contains(e.Regions, "neck") && !slices.Contains(e.Regions, "whole-body") {
			t.Errorf("%s is not for the neck", e.ID)
		}
	}
	s.mustNotSay(t, "At your desk for 34 minutes") // what was asked for comes first
	s.chip("Hips & legs").Tapped(nil)
	if s.chip("Neck").On || !s.chip("Hips & legs").On {
		t.Error("two regions at once")
	}
	s.chip("Standing").Tapped(nil)
	s.chip("A chair is enough").Tapped(nil)
	s.chip("Up to a minute").Tapped(nil)
	few := x.exercises.shownExercises()
	if len(few) == 0 {
		t.Error("nothing is left")
	}
	for _, e := range few {
		works := slices.ContainsFunc(e.Regions, func(r content.Region) bool { return r == "hips" || r == "legs" || r == "whole-body" })
		if !works || e.Position != "standing" && !slices.Contains(e.Also, "standing") || e.DurationS > 60 || slices.Contains(e.Equipment, "wall") {
			t.Errorf("%s was not asked for", e.ID)
		}
	}
	s.chip("Floor").Tapped(nil)
	s.chip("Arms").Tapped(nil)
	if n := len(x.exercises.shownExercises()); n != 0 {
		t.Fatalf("%d for the arms on the floor, in a minute, with a chair", n)
	}
	s.mustSay(t, "No exercise fits all of this")
	s.press(t, "Show all")
	if n := len(x.exercises.shownExercises()); n != len(all) || !s.chip("All").On {
		t.Errorf("%d shown after all were asked for", n)
	}
	s.chip("All").Tapped(nil)
	if !s.chip("All").On {
		t.Error("no region at all")
	}
	s.mustSay(t, "At your desk for 34 minutes")
}

// Every chip alone finds something.
func TestStretchFiltersFindSomething(t *testing.T) {
	s := newStage(t, Stretch)
	x := s.stretch(t)
	for _, o := range []*oneOf{x.filters.region, x.filters.position} {
		for i, c := range o.chips {
			o.choose(i)
			if len(x.exercises.shownExercises()) == 0 {
				t.Errorf("nothing for %s", c.Label)
			}
			o.choose(-1)
		}
	}
}

func TestStretchHoldsBackWithTheReason(t *testing.T) {
	s := newStage(t, Stretch, func(s *stage) {
		s.person.now.Pregnancy = safety.Pregnancy{Is: true, Stage: 3, NotedAt: morning}
	})
	s.SetStatus(sittingStatus())
	x := s.stretch(t)
	judge := s.judge()
	last, held := 0, 0
	for _, c := range x.exercises.cards {
		a := judge.Exercise(c.e)
		if n := lastness(a.Verdict); n < last {
			t.Errorf("%s stands behind what is held back", c.e.ID)
		} else {
			last = n
		}
		if a.Verdict == safety.Held {
			held++
			s.mustSay(t, a.Reason())
			if !strings.Contains(c.tile.AccessibilityLabel(), "Held back for you") {
				t.Errorf("a screen reader hears %q", c.tile.AccessibilityLabel())
			}
		}
	}
	if held == 0 {
		t.Error("nothing is held back in the third trimester")
	}
	s.mustSay(t, "Ask first, or leave out", "Suits what you told about you")
	s.takeProfile(Profile{AskedAt: morning})
	s.mustNotSay(t, "Held back for you", "Suits what you told about you")
}

func TestStretchByKeyboard(t *testing.T) {
	s := newStage(t, Stretch, usual)
	s.SetStatus(sittingStatus())
	var tiles []*widgets.FigureTile
	for _, f := range s.tabThrough(t) {
		if tile, ok := f.(*widgets.FigureTile); ok {
			tiles = append(tiles, tile)
		}
	}
	if len(tiles) != 50 {
		t.Fatalf("Tab reaches %d exercises", len(tiles))
	}
	s.canvas.Focus(tiles[7])
	if !tiles[7].Figure.Moving() || tiles[6].Figure.Moving() {
		t.Error("the figure with the focus does not move, or another one does")
	}
	tiles[7].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	e := s.stretch(t).exercises.cards[7].e
	if s.at != (spot{Entry, "exercise:" + e.ID}) {
		t.Errorf("Enter leads to %v, want %s", s.at, e.ID)
	}
	if tiles[7].Figure.Moving() {
		t.Error("it moves on though nobody sees it")
	}
}

func TestStretchWithoutMotion(t *testing.T) {
	s := newStage(t, Stretch, func(s *stage) { s.prefs.now.Window.ReducedMotion = true })
	tile := s.stretch(t).exercises.cards[0].tile
	s.canvas.Focus(tile)
	tile.MouseIn(nil)
	if tile.Figure.Moving() {
		t.Error("the figure moves on its card")
	}
	s.OpenAt(Entry, "exercise:neck-turn")
	s.press(t, "Play") // it stood still
	s.press(t, "Pause")
	s.button(t, "Play")
}

func TestExercisePageFigure(t *testing.T) {
	s := newStage(t, Entry)
	s.OpenAt(Entry, "exercise:seated-hamstring")
	var f *widgets.FigureView
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if v, ok := o.(*widgets.FigureView); ok {
			f = v
		}
	})
	if f == nil || !f.Moving() {
		t.Fatal("no figure moves")
	}
	s.press(t, "Pause")
	if f.Moving() {
		t.Error("it moves on")
	}
	s.press(t, "Other side")
	if !f.Mirrored() || f.Moving() {
		t.Error("it does not show the other side, or moves")
	}
	s.press(t, "Other side")
	if f.Mirrored() {
		t.Error("it does not come back to the first side")
	}
	s.OpenAt(Entry, "exercise:chin-tuck") // done on both sides at once
	s.mustNotSay(t, "Other side")
}

func TestStretchShowsAllRoutines(t *testing.T) {
	s := newStage(t, Stretch)
	x := s.stretch(t).routines
	shown := func() (n int) {
		for _, c := range x.cards {
			if c.card.Visible() {
				n++
			}
		}
		return n
	}
	if n := shown(); n != fewRoutines {
		t.Errorf("%d routines at first", n)
	}
	s.mustNotSay(t, "Pregnancy-friendly set") // not meant for this person
	s.press(t, x.all.Label)
	if n := shown(); n != len(x.cards) || n < 10 {
		t.Errorf("%d routines of %d", n, len(x.cards))
	}
	s.press(t, "Fewer routines")
	if n := shown(); n != fewRoutines {
		t.Errorf("%d routines again", n)
	}
	s.chip("Standing").Tapped(nil)
	for _, c := range x.cards {
		if c.card.Visible() && c.r.Place != "standing" {
			t.Errorf("%s is not done standing", c.r.ID)
		}
	}
}

func TestStretchPromptIsAnsweredHere(t *testing.T) {
	s := newStage(t, Stretch)
	st := sittingStatus()
	st.Prompts = []control.OpenPrompt{{Reminder: "stretch", Title: "Stretch", ShownAt: morning}}
	s.SetStatus(st)
	s.mustSay(t, "It is on screen now.")
	test.Tap(s.button(t, "Done"))
	if len(s.agent.answers) != 1 {
		t.Errorf("answered %v", s.agent.answers)
	}
}

// BenchmarkStretchOpens is the work until the screen stands there for the first
// time, without the drawing of what is in view.
func BenchmarkStretchOpens(b *testing.B) {
	s := newStage(b, Today, usual)
	s.SetStatus(sittingStatus())
	for b.Loop() {
		s.screens[Stretch], s.about.told = nil, nil
		s.Open(Stretch)
		b.StopTimer()
		s.Open(Today)
		b.StartTimer()
	}
}
