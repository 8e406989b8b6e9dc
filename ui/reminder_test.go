package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/reminders/settings"
	"github.com/unhunch/unhunch/ui/widgets"
)

func (s *stage) reminderForm(t *testing.T) *reminderForm {
	t.Helper()
	return formOn[*reminderForm](t, s, Reminder)
}

// ofOwn is the reminder of that name as it is kept.
func (s *stage) ofOwn(t *testing.T, name string) settings.Own {
	t.Helper()
	o, ok := s.prefs.now.OwnNamed(name)
	if !ok {
		t.Fatalf("there is no reminder %s among %+v", name, s.prefs.now.Own)
	}
	return o
}

func TestMakeAReminderByKeyboard(t *testing.T) {
	s := newStage(t, Settings)
	s.SetStatus(sittingStatus())
	s.mustSay(t, "None yet. Begin with one of these")
	s.tabTo(t, "New reminder")
	s.key(fyne.KeyReturn)
	s.tabTo(t, "Title: ")
	s.types("Tee & Wärme")
	s.tabTo(t, "Time to add: ")
	s.types("15:00")
	s.key(fyne.KeyReturn)
	s.types("9:30")
	s.key(fyne.KeyReturn)
	s.types("18:00") // and not added: it counts all the same
	s.tabTo(t, "Weekdays")
	s.key(fyne.KeySpace)
	s.tabTo(t, "Heat timer")
	s.key(fyne.KeySpace)
	s.tabTo(t, "Minutes: ")
	s.types("20")
	s.mustSay(t, "You ask for 20 min. It will be held to 15 min")
	s.shortcut(saveShortcut)
	o := s.ofOwn(t, "tee-waerme")
	want := []reminders.TimeOfDay{reminders.Clock(9, 30, 0), reminders.Clock(15, 0, 0), reminders.Clock(18, 0, 0)}
	if o.Title != "Tee & Wärme" || !o.Enabled || !slices.Equal(o.At, want) || o.Every != 0 || o.Days != workdays || o.Opens != "heat:20m" {
		t.Errorf("kept %+v", o)
	}
	if s.at != (spot{Settings, partOwn}) || !slices.Contains(s.agent.calls, "reload") {
		t.Errorf("at %v; the agent heard %q", s.at, s.agent.calls)
	}
	s.mustSay(t, "Saved: Tee & Wärme.", "Weekdays at 09:30, 15:00 and 18:00 · heat for 20 min, held to 15 min")
	s.press(t, "Undo")
	if len(s.prefs.now.Own) != 0 || s.at != (spot{Reminder, partNew}) {
		t.Fatalf("%d left, at %v", len(s.prefs.now.Own), s.at)
	}
	if f := s.reminderForm(t); f.draft.Title != "Tee & Wärme" {
		t.Errorf("what was typed is gone: %+v", f.draft)
	}
}

// A template is one press away, and good as it is; but for the medicine, whose
// time nobody knows.
func TestReminderTemplates(t *testing.T) {
	for _, x := range reminderTemplates() {
		s := newStage(t, Settings)
		s.press(t, x.label)
		if s.at != (spot{Reminder, partNew + ":" + x.own.Name}) {
			t.Fatalf("%s leads to %v", x.label, s.at)
		}
		s.shortcut(saveShortcut)
		if x.own.Name == "my-medicine" {
			s.mustSay(t, "It has no time to come at. Write one, such as 15:00.")
			if named(s.canvas.Focused()) != "Time to add: " {
				t.Errorf("the focus is on %q", named(s.canvas.Focused()))
			}
			s.types("8:00")
			s.shortcut(saveShortcut)
		}
		if len(s.prefs.now.Own) != 1 {
			t.Fatalf("%s: kept %+v; it says %q", x.label, s.prefs.now.Own, s.texts())
		}
		o := s.prefs.now.Own[0]
		if o.Title != x.own.Title || o.Opens != x.own.Opens || o.Every != x.own.Every || !o.Enabled {
			t.Errorf("%s: kept %+v", x.label, o)
		}
		if a := o.Action(); a.Act == settings.ActRoutine {
			if _, ok := routineOf(s.library(), a.Routine); !ok {
				t.Errorf("%s plays a routine that is not there", x.label)
			}
		}
	}
}

// A template does not throw away what was typed: that can be taken back.
func TestTemplateOverWhatWasTyped(t *testing.T) {
	s := newStage(t, Settings)
	s.OpenAt(Reminder, partNew)
	s.tabTo(t, "Title: ")
	s.types("Mine")
	test.Tap(s.hinted("Begin with: Drink water every 45 min"))
	if f := s.reminderForm(t); f.draft.Title != "Drink some water" || !f.draft.sitting {
		t.Fatalf("filled in %+v", f.draft)
	}
	test.Tap(s.button(t, "Undo"))
	if f := s.reminderForm(t); f.draft.Title != "Mine" || f.draft.sitting {
		t.Errorf("taken back: %+v", f.draft)
	}
	test.Tap(s.hinted("Begin with: My medicine at …"))
	if named(s.canvas.Focused()) != "Time to add: " {
		t.Errorf("the focus is on %q", named(s.canvas.Focused()))
	}
}

func TestWrongReminderAtItsFields(t *testing.T) {
	s := newStage(t, Settings)
	s.OpenAt(Reminder, partNew)
	f := s.reminderForm(t)
	says := func(field, want string) {
		t.Helper()
		if got := visibleText(f.fields[field].problem); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q", field, got, want)
		}
	}
	s.shortcut(saveShortcut)
	says("title", "Not saved: It has no title. Write what it is to say.")
	says("at", "Not saved: It has no time to come at.")
	if s.canvas.Focused() != f.fields["title"].focus {
		t.Errorf("the focus is on %q", named(s.canvas.Focused()))
	}
	s.types(strings.Repeat("x", 81))
	if f.fields["title"].problem.Visible() {
		t.Error("what was mended is still wrong")
	}
	s.tabTo(t, "Time to add: ")
	s.types("25:00")
	s.key(fyne.KeyReturn)
	says("at", "Not saved: “25:00” is not a time of day. Write it as 15:00; midnight is 00:00.")
	if f.draft.time != "25:00" {
		t.Errorf("what was typed became %q", f.draft.time)
	}
	s.chip("After sitting").Tapped(nil)
	entry := f.fields["every"].focus.(*widgets.Entry)
	s.canvas.Focus(entry)
	entry.Entry.SetText("a while")
	s.chip("A routine").Tapped(nil)
	s.shortcut(saveShortcut)
	says("title", "Not saved: The text is longer than 80 characters.")
	says("every", "Not saved: “a while” is not a length of time. Write it as 45 min, or 1 h 30 min.")
	says("opens", "Not saved: No routine is chosen.")
	entry.Entry.SetText("")
	s.shortcut(saveShortcut)
	says("every", "Not saved: It is not said how long.")
	if len(s.prefs.now.Own) != 0 {
		t.Errorf("kept %+v", s.prefs.now.Own)
	}
	f.fields["title"].focus.(*widgets.Entry).Entry.SetText("Short")
	entry.Entry.SetText("1 h 10 min")
	s.chip("Evening wind-down").Tapped(nil)
	s.prefs.err = errors.New("the disk is full")
	s.shortcut(saveShortcut)
	s.mustSay(t, "Not saved: The disk is full.")
	s.prefs.err = nil
	s.shortcut(saveShortcut)
	if o := s.ofOwn(t, "short"); o.Every != 70*time.Minute || len(o.At) != 0 || o.Opens != "routine:evening-8" {
		t.Errorf("kept %+v", o)
	}
}

func TestChangeAReminder(t *testing.T) {
	s := newStage(t, Settings, ownOnes)
	s.SetStatus(ownStatus())
	s.mustSay(t, "Next: 14:59", "Next: 10:50", "Paused: it is switched off.", "It has no time, so it never comes",
		"Every day at 21:00 and 22:00 · routine: Evening wind-down", "Every 45 min at the desk")
	before := s.ofOwn(t, "heat-pack")
	test.Tap(s.hinted("Edit Heat pack"))
	f := s.reminderForm(t)
	if f.unsaved() {
		t.Error("what was not touched is unsaved")
	}
	test.Tap(s.hinted("Remove 15:00"))
	s.types("16:15")
	s.chip("Sun").Tapped(nil)
	s.shortcut(saveShortcut)
	o := s.ofOwn(t, "heat-pack")
	if !slices.Equal(o.At, []reminders.TimeOfDay{reminders.Clock(16, 15, 0)}) || !o.Days.Has(time.Sunday) || o.Opens != "heat:20m" || o.Text != before.Text {
		t.Errorf("kept %+v", o)
	}
	s.press(t, "Undo")
	if o := s.ofOwn(t, "heat-pack"); !slices.Equal(o.At, before.At) || o.Days != before.Days {
		t.Errorf("back is %+v", o)
	}
	// The name stays, whatever the title.
	s.OpenAt(Reminder, "drink-water")
	s.reminderForm(t).fields["title"].focus.(*widgets.Entry).Entry.SetText("Tea")
	s.shortcut(saveShortcut)
	if o := s.ofOwn(t, "drink-water"); o.Title != "Tea" || len(s.prefs.now.Own) != 5 {
		t.Errorf("kept %+v", o)
	}
	s.OpenAt(Reminder, "gone")
	s.mustSay(t, "There is no such reminder")
}

// A new one of a title there is already is another one.
func TestTwoRemindersOfOneTitle(t *testing.T) {
	s := newStage(t, Settings, ownOnes)
	s.OpenAt(Reminder, "new:heat-pack")
	s.shortcut(saveShortcut)
	if o := s.ofOwn(t, "heat-pack-2"); o.Title != "Heat pack" || len(s.prefs.now.Own) != 6 {
		t.Errorf("kept %+v", s.prefs.now.Own)
	}
}

func TestPauseAndDeleteAReminder(t *testing.T) {
	s := newStage(t, Settings, ownOnes)
	s.SetStatus(ownStatus())
	on := s.screens[Settings].(*settingsScreen).own.rows["heat-pack"].on
	s.canvas.Focus(on)
	s.key(fyne.KeySpace)
	if s.ofOwn(t, "heat-pack").Enabled || s.canvas.Focused() != fyne.Focusable(on) {
		t.Errorf("it is on, or the focus is lost to %q", named(s.canvas.Focused()))
	}
	if !slices.Contains(s.agent.calls, "reload") {
		t.Error("the agent does not know of it")
	}
	test.Tap(s.hinted("Delete Heat pack"))
	if _, there := s.prefs.now.OwnNamed("heat-pack"); there || named(s.canvas.Focused()) != "New reminder" {
		t.Errorf("it is still there, or the focus is on %q", named(s.canvas.Focused()))
	}
	s.mustSay(t, "Deleted: Heat pack.")
	s.press(t, "Undo")
	if o := s.ofOwn(t, "heat-pack"); o.Opens != "heat:20m" || s.prefs.now.Own[0].Name != "heat-pack" {
		t.Errorf("back is %+v", o)
	}
	s.prefs.err = errors.New("the disk is full")
	test.Tap(s.hinted("Delete Heat pack"))
	s.mustSay(t, "Saving the reminder did not work: the disk is full")
	s.ofOwn(t, "heat-pack")
}

// What was typed is there again after looking elsewhere, and can be thrown away
// and brought back.
func TestReminderDraft(t *testing.T) {
	s := newStage(t, Settings, ownOnes)
	s.OpenAt(Reminder, "drink-water")
	s.reminderForm(t).fields["text"].focus.(*widgets.Entry).Entry.SetText("Half")
	s.Open(Today)
	s.OpenAt(Reminder, "drink-water")
	s.mustSay(t, "You began this earlier")
	s.press(t, "Discard")
	if f := s.reminderForm(t); f.draft.Text != "" {
		t.Errorf("the draft is %+v", f.draft)
	}
	s.press(t, "Undo")
	if f := s.reminderForm(t); f.draft.Text != "Half" {
		t.Errorf("the draft is %+v", f.draft)
	}
}

// Who should not use heat is told so where it is chosen, and in pregnancy it is
// held shorter.
func TestReminderOfHeatMindsTheProfile(t *testing.T) {
	s := newStage(t, Settings, pregnant)
	s.OpenAt(Reminder, "new:heat-pack")
	s.mustSay(t, "You ask for 20 min. It will be held to 10 min")
	if most := s.longestTimer(settings.ActHeat); most != 10*time.Minute {
		t.Errorf("held to %v", most)
	}
	if most := s.longestTimer(settings.ActBreathing); most != 0 {
		t.Errorf("breathing is held to %v", most)
	}
}

// An open reminder of one's own begins what it is for, and is answered by that.
func TestOwnPromptBegins(t *testing.T) {
	prompt := func(opens string) *stage {
		s := newStage(t, Today, usual)
		st := sittingStatus()
		st.Prompts = []control.OpenPrompt{{Reminder: "mine", Title: "Mine", Text: "For you.", Opens: opens, ShownAt: morning}}
		s.SetStatus(st)
		s.mustSay(t, "Mine", "For you.")
		return s
	}
	s := prompt("heat:20m")
	s.press(t, "Start")
	if s.at != (spot{Relief, "start:heat:20m"}) || len(s.agent.answers) != 1 || s.agent.answers[0].Outcome != reminders.Done || s.agent.answers[0].Reminder != "mine" {
		t.Errorf("at %v, answered %+v", s.at, s.agent.answers)
	}
	s = prompt("routine:micro-1")
	s.press(t, "Start")
	if s.at != (spot{Playing, "routine:micro-1"}) || s.status(t) != session.Running {
		t.Errorf("at %v", s.at)
	}
	s = prompt("breathing:4m")
	s.press(t, "Start")
	if plan := s.playing(t).play.State().Plan; plan.Relaxes != relax.Breathing || plan.Length().Round(time.Minute) != 4*time.Minute {
		t.Errorf("it plays %+v for %s", plan.Items, plan.Length())
	}
	s = prompt("journal")
	s.press(t, "Journal")
	if s.Screen() != Journal || len(s.agent.answers) != 0 {
		t.Errorf("at %v, answered %+v", s.at, s.agent.answers)
	}
	s = prompt("today")
	if slices.Contains(s.texts(), "Start") {
		t.Error("it offers to start, and there is nothing to start")
	}
}
