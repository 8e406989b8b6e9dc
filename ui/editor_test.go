package ui

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/packs"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

// routineForm is the routine that is on show in the editor.
func (s *stage) routineForm(t *testing.T) *routineForm {
	t.Helper()
	return formOn[*routineForm](t, s, Editor)
}

// tabTo presses Tab until the focus is on what is called so.
func (s *stage) tabTo(t *testing.T, name string) fyne.Focusable {
	t.Helper()
	for range 300 {
		s.canvas.FocusNext()
		if f := s.canvas.Focused(); f != nil && strings.HasPrefix(named(f), name) {
			return f
		}
	}
	t.Fatalf("Tab does not lead to %q", name)
	return nil
}

// types writes into what has the focus.
func (s *stage) types(text string) {
	for _, r := range text {
		s.canvas.Focused().TypedRune(r)
	}
}

// pick finds an exercise in the picker by its name and adds it, by keyboard.
func (s *stage) pick(t *testing.T, names ...string) {
	t.Helper()
	find := s.routineForm(t).picker.find
	s.canvas.Focus(find)
	for _, name := range names {
		s.types(name)
		s.key(fyne.KeyReturn)
		s.mustSay(t, "Added: "+name+".")
	}
}

func (s *stage) order(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, r := range s.routineForm(t).items.rows {
		out = append(out, r.name())
	}
	return out
}

// own is a routine as it is in the library now.
func (s *stage) own(t *testing.T, id string) *content.Routine {
	t.Helper()
	lib, err := s.packs.Library()
	if err != nil {
		t.Fatal(err)
	}
	r, ok := routineOf(lib, id)
	if !ok {
		t.Fatalf("there is no routine %s", id)
	}
	return r
}

// saved makes a routine of one's own and shows its page.
func (s *stage) saved(t *testing.T) {
	t.Helper()
	s.OpenAt(Editor, partNew)
	s.tabTo(t, "Name: ")
	s.types("Before lunch")
	s.pick(t, "Chin tuck", "Shoulder rolls", "Neck turn")
	s.shortcut(saveShortcut)
	if s.at != (spot{Entry, "routine:before-lunch"}) {
		t.Fatalf("saving leads to %v; the window says %q", s.at, s.texts())
	}
}

func TestBuildARoutineByKeyboard(t *testing.T) {
	s := newStage(t, Stretch)
	s.tabTo(t, "New routine")
	s.key(fyne.KeyReturn)
	s.mustSay(t, "No exercises yet", "Begin with an exercise")
	s.tabTo(t, "Name: ")
	s.types("Before lunch")
	s.tabTo(t, "Prescribed by: ")
	s.types("my physiotherapist")
	s.tabTo(t, "Note: ")
	s.types("Slowly.")
	s.tabTo(t, "Rest between exercises")
	s.types("10")
	s.pick(t, "Chin tuck", "Shoulder rolls", "Neck turn")
	s.mustSay(t, "3 exercises · ", "In it")
	s.mustNotSay(t, "Begin with an exercise")

	s.tabTo(t, "Repetitions of Chin tuck")
	s.types("12")
	s.tabTo(t, "Seconds to hold Chin tuck")
	s.key(fyne.KeyUp)
	s.tabTo(t, "Sides of Neck turn")
	s.types("2")
	s.shortcut(upShortcut) // the row that has the focus
	s.shortcut(upShortcut)
	if got := s.order(t); !slices.Equal(got, []string{"Neck turn", "Chin tuck", "Shoulder rolls"}) {
		t.Errorf("the order is %q", got)
	}
	if got := named(s.canvas.Focused()); !strings.HasPrefix(got, "Sides of Neck turn: Left only, chosen") {
		t.Errorf("the focus is on %q", got)
	}
	total := s.routineForm(t).items.summary(10)
	s.mustSay(t, total)
	s.shortcut(saveShortcut)

	r := s.own(t, "before-lunch")
	chin, _ := exerciseOf(s.library(), "chin-tuck")
	want := []packs.Item{{Exercise: "neck-turn", Side: content.LeftSide}, {Exercise: "chin-tuck", Reps: 12, HoldS: chin.HoldS + 1}, {Exercise: "shoulder-rolls"}}
	if got := packs.DraftOf(s.library(), r); !slices.Equal(got.Items, want) || got.RestS != 10 || got.Note != "Slowly." || got.PrescribedBy != "my physiotherapist" {
		t.Errorf("saved as %+v", got)
	}
	s.mustSay(t, "Before lunch", "3 exercises", ", left side only", lasts(r.TotalS()), "Saved: Before lunch.", "prescribed by my physiotherapist")
	if !strings.HasSuffix(total, lasts(r.TotalS())) {
		t.Errorf("it said %q and takes %s", total, lasts(r.TotalS()))
	}
	// Its card stands before the built-in ones, and the search finds it.
	s.Back()
	if s.Screen() != Stretch || !s.says("Before lunch") {
		t.Errorf("at %v it says %q", s.at, s.texts())
	}
	if s.look("before lunch"); s.search.found[0].ID != "before-lunch" {
		t.Errorf("the search finds %v", s.search.found)
	}
}

func TestUndoOfANewRoutineBringsTheFormBack(t *testing.T) {
	s := newStage(t, Stretch)
	s.saved(t)
	s.shortcut(&fyne.ShortcutUndo{})
	if _, ok := routineOf(s.library(), "before-lunch"); ok {
		t.Error("it is still there")
	}
	if got := s.order(t); len(got) != 3 || s.routineForm(t).draft.Name != "Before lunch" {
		t.Errorf("the form has %q", got)
	}
	s.shortcut(saveShortcut)
	s.mustSay(t, "Saved: Before lunch.")
}

func TestChangeAndItsUndo(t *testing.T) {
	s := newStage(t, Stretch)
	s.saved(t)
	before := *s.own(t, "before-lunch")
	s.press(t, "Change")
	s.mustSay(t, "Change a routine")
	s.button(t, "Save")
	rows := s.routineForm(t).items
	test.Tap(rows.rows[0].out)
	s.mustSay(t, "Taken out: Chin tuck.")
	s.shortcut(&fyne.ShortcutUndo{})
	if got := s.order(t); got[0] != "Chin tuck" {
		t.Errorf("undone it is %q", got)
	}
	test.Tap(rows.rows[0].out)
	s.shortcut(saveShortcut)
	if got := s.own(t, "before-lunch"); len(got.Items) != 2 {
		t.Errorf("saved with %d exercises", len(got.Items))
	}
	s.mustSay(t, "2 exercises")
	s.shortcut(&fyne.ShortcutUndo{})
	if got := s.own(t, "before-lunch"); len(got.Items) != len(before.Items) || s.at.part != "routine:before-lunch" {
		t.Errorf("undone it has %d exercises, at %v", len(got.Items), s.at)
	}
	s.mustSay(t, "3 exercises")
	s.Back()
	if s.at.screen == Editor {
		t.Error("Back leads to the form that was saved")
	}
}

// Moved by its buttons, the focus stays with the exercise, at the ends too.
func TestMovingKeepsTheFocus(t *testing.T) {
	s := newStage(t, Stretch)
	s.OpenAt(Editor, "copy:desk-reset-3")
	rows := s.routineForm(t).items
	last := len(rows.rows) - 1
	r := rows.rows[last]
	s.canvas.Focus(r.up)
	for n := last; n > 0; n-- {
		if s.canvas.Focused() != fyne.Focusable(r.up) {
			t.Fatalf("the focus is on %q", named(s.canvas.Focused()))
		}
		s.key(fyne.KeySpace)
		if rows.rows[n-1] != r || r.number.N != n {
			t.Fatalf("it is number %d", r.number.N)
		}
	}
	if s.canvas.Focused() != fyne.Focusable(r.down) || !r.up.Disabled() {
		t.Error("at the top the focus is lost")
	}
	s.shortcut(upShortcut)
	s.shortcut(downShortcut)
	if rows.rows[1] != r || r.up.Disabled() {
		t.Error("Alt+Down does not move it")
	}
}

func TestDuplicateABuiltInRoutine(t *testing.T) {
	s := newStage(t, Stretch)
	s.OpenAt(Entry, "routine:low-back-10")
	r, _ := routineOf(content.BuiltIn(), "low-back-10")
	s.press(t, "Duplicate and change")
	f := s.routineForm(t)
	if f.draft.Name != r.Name+" (copy)" || len(f.items.rows) != len(r.Items) || f.items.summary(f.draft.RestS) != catalogSum(r) {
		t.Errorf("it begins as %q, %s", f.draft.Name, f.items.summary(f.draft.RestS))
	}
	s.tabTo(t, "Name: ").(*widgets.Entry).SetText("My low back")
	f.draft.Name = "My low back"
	s.press(t, "Save")
	own := s.own(t, "my-low-back")
	if own.When != r.When || !packs.IsMine(s.library(), own.Origin) {
		t.Errorf("saved as %+v", own)
	}
	s.mustSay(t, "My low back", "Change", "Delete", "Export", "Print")
	s.OpenAt(Entry, "routine:low-back-10")
	s.mustSay(t, r.Name)
	s.mustNotSay(t, "Delete", "Export")
}

func catalogSum(r *content.Routine) string {
	return strings.Join([]string{words(len(r.Items)), lasts(r.TotalS())}, " · ")
}

func words(n int) string {
	if n == 1 {
		return "1 exercise"
	}
	return strings.TrimSpace(strconv.Itoa(n) + " exercises")
}

// What is wrong stands at its field, the first one has the focus, and what was
// typed stays.
func TestMistakesStandAtTheirFields(t *testing.T) {
	s := newStage(t, Stretch)
	s.OpenAt(Editor, partNew)
	s.press(t, "Save")
	f := s.routineForm(t)
	s.mustSay(t, "The name is missing. Call it what you like.", "There is no exercise in it.")
	if got := named(s.canvas.Focused()); !strings.HasPrefix(got, "Name: ") {
		t.Errorf("the focus is on %q", got)
	}
	s.types("Neck")
	s.mustNotSay(t, "The name is missing")
	s.press(t, "Save")
	if s.canvas.Focused() != fyne.Focusable(f.picker.find) {
		t.Errorf("the focus is on %q", named(s.canvas.Focused()))
	}
	s.pick(t, "Chin tuck", "Neck turn")
	s.mustNotSay(t, "There is no exercise in it")
	s.canvas.Focus(f.items.rows[1].hold)
	s.types("9999")
	s.canvas.Focus(f.items.rows[1].reps)
	s.types("999")
	s.press(t, "Save")
	if s.at.screen != Editor || len(f.items.rows) != 2 {
		t.Fatalf("it was saved, at %v", s.at)
	}
	if !f.items.rows[1].problem.Visible() || s.canvas.Focused() != fyne.Focusable(f.items.rows[1].hold) {
		t.Errorf("nothing is said at months of holding: %q", s.texts())
	}
	name := strings.Repeat("long ", 60)
	f.fields["name"].focus.(*widgets.Entry).SetText(name)
	f.items.rows[1].hold.SetValue(0)
	f.items.rows[1].item.HoldS = 0
	f.items.rows[1].item.Reps = 0
	s.press(t, "Save")
	if !f.fields["name"].problem.Visible() || f.draft.Name != name {
		t.Errorf("a name of 300 letters: %q", s.texts())
	}
}

// What was not saved is there again, until it is discarded; that can be undone.
func TestDraftsStay(t *testing.T) {
	s := newStage(t, Stretch)
	s.OpenAt(Editor, partNew)
	s.tabTo(t, "Name: ")
	s.types("Half a routine")
	s.pick(t, "Chin tuck")
	s.Open(Today)
	s.Open(Stretch)
	s.press(t, "New routine")
	s.mustSay(t, "You began this earlier. It is not saved yet.", "1 exercise · ")
	if s.routineForm(t).draft.Name != "Half a routine" {
		t.Error("the name is gone")
	}
	s.press(t, "Discard")
	s.mustSay(t, "No exercises yet", "Discarded what was not saved.")
	s.mustNotSay(t, "You began this earlier")
	s.shortcut(&fyne.ShortcutUndo{})
	s.mustSay(t, "1 exercise · ")
	s.mustNotSay(t, "You began this earlier")
	// One that was opened and not touched is not kept.
	s.OpenAt(Editor, "copy:low-back-10")
	s.Open(Today)
	if f := s.editor().forms["copy:low-back-10"]; f != nil {
		t.Error("an untouched copy is kept")
	}
}

func TestDeleteAndUndo(t *testing.T) {
	s := newStage(t, Stretch)
	s.saved(t)
	s.press(t, "Delete")
	if s.Screen() != Stretch {
		t.Errorf("at %v", s.at)
	}
	s.mustSay(t, "Deleted: Before lunch.")
	if _, ok := routineOf(s.library(), "before-lunch"); ok {
		t.Error("it is still in the library")
	}
	s.shortcut(&fyne.ShortcutUndo{})
	if s.at != (spot{Entry, "routine:before-lunch"}) {
		t.Errorf("at %v", s.at)
	}
	s.mustSay(t, "Before lunch", "3 exercises")
}

// A disk that is full loses nothing.
func TestNothingIsLostWhereSavingFails(t *testing.T) {
	s := newStage(t, Stretch)
	s.OpenAt(Editor, partNew)
	s.tabTo(t, "Name: ")
	s.types("Before lunch")
	s.pick(t, "Chin tuck")
	s.packs.err = errors.New("nothing was saved: the disk is full; hint: make room")
	s.shortcut(saveShortcut)
	s.mustSay(t, "Not saved: Nothing was saved: the disk is full. Make room.", "1 exercise · ")
	s.packs.err = nil
	s.shortcut(saveShortcut)
	s.mustSay(t, "Saved: Before lunch.")
}

// What does not suit the person says so at its place, and follows the profile.
func TestEditorHeedsTheProfile(t *testing.T) {
	s := newStage(t, Stretch)
	s.OpenAt(Editor, "copy:low-back-10")
	s.mustNotSay(t, "Held back for you")
	s.byCommand(func(p Profile) Profile {
		p.Pregnancy = safety.Pregnancy{Is: true, Stage: 3, NotedAt: morning}
		return p
	})
	s.loadProfile(nil)
	s.mustSay(t, "Held back for you", "Pregnancy, third trimester: leave this out.")
	for _, r := range s.routineForm(t).items.rows {
		if v := s.judge().Exercise(r.e).Verdict; (v != safety.Allowed) != r.mark.Visible() {
			t.Errorf("%s is %v and its mark visible: %v", r.name(), v, r.mark.Visible())
		}
	}
}

func TestPickerFilters(t *testing.T) {
	s := newStage(t, Stretch)
	s.OpenAt(Editor, partNew)
	p := s.routineForm(t).picker
	shown := func() (n int) {
		for _, x := range p.tiles {
			if x.tile.Visible() {
				n++
			}
		}
		return n
	}
	all := shown()
	test.Tap(s.chip("Neck"))
	neck := shown()
	if neck == 0 || neck >= all {
		t.Errorf("%d of %d are for the neck", neck, all)
	}
	s.canvas.Focus(p.find)
	s.types("zzz")
	s.mustSay(t, "No exercise fits all of this.")
	s.key(fyne.KeyReturn)
	if len(s.order(t)) != 0 {
		t.Error("Enter adds what was not found")
	}
	s.key(fyne.KeyEscape)
	if shown() != neck {
		t.Error("Escape does not clear the search")
	}
	s.press(t, "Close")
	s.mustNotSay(t, "Neck turn")
	s.press(t, "Add exercises")
	s.mustSay(t, "Neck turn")
	if s.canvas.Focused() != fyne.Focusable(p.find) {
		t.Error("the focus is not in the search")
	}
}

// Added by a press, the exercise stays under the pointer though the routine
// above becomes longer.
func TestAddingHoldsStill(t *testing.T) {
	s := newStage(t, Stretch)
	s.OpenAt(Editor, partNew)
	f := s.routineForm(t)
	tile := f.picker.tiles[7].tile
	s.canvas.Focus(tile)
	drv := fyne.CurrentApp().Driver()
	before := drv.AbsolutePositionForObject(tile).Y
	for range 3 {
		s.key(fyne.KeySpace)
		if after := drv.AbsolutePositionForObject(tile).Y; after < before-1 || after > before+1 {
			t.Errorf("it moved from %.0f to %.0f", before, after)
		}
	}
	s.mustSay(t, "In it 3 times")
	s.shortcut(&fyne.ShortcutUndo{})
	s.mustSay(t, "In it 2 times")
}
