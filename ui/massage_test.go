package ui

import (
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/ui/widgets"
)

func TestMassageShowsVisits(t *testing.T) {
	s := newStage(t, Massage, oneVisit)
	s.mustSay(t, "Your rhythm", "1 of 4 visits", "Therapist A", "1 visit · Deep tissue massage", "Practice on Main Street",
		"Thursday, 12 November, 10:40", "Therapist A · 60 min · firm pressure · 65 EUR", "Lower back and left hip",
		"Before: 6", "Right after: 3", "Next day: 2", "Third day: 3", "Knot under right shoulder blade", "This month: 65 EUR for 1 visit.")
	s.mustNotSay(t, "not built yet", "How is it")
}

func TestMassageWithoutVisits(t *testing.T) {
	s := newStage(t, Massage)
	s.mustSay(t, "No visits yet", "Nobody yet")
	s.mustNotSay(t, "Your rhythm")
	s.press(t, "Log your first visit")
	if s.at != (spot{Visit, partNew}) {
		t.Errorf("at %v", s.at)
	}
}

func TestMassageThatCannotBeRead(t *testing.T) {
	s := newStage(t, Massage, oneVisit, func(s *stage) { s.visits.err = errors.New("the disk is gone") })
	s.mustSay(t, "The journal cannot be read", "the disk is gone")
	s.mustNotSay(t, "No visits yet")
	s.visits.err = nil
	s.press(t, "Try again")
	s.mustSay(t, "Therapist A")
	s.mustNotSay(t, "cannot be read")
}

func TestOlderVisits(t *testing.T) {
	s := newStage(t, Massage, manyVisits(45))
	rows := func() (n int) {
		walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
			if b, ok := o.(*widgets.Button); ok && b.Label == "Delete" {
				n++
			}
		})
		return n
	}
	for _, want := range []int{20, 40, 45} {
		if got := rows(); got != want {
			t.Fatalf("%d visits are shown, want %d", got, want)
		}
		if want < 45 {
			s.press(t, "Show older visits")
		}
	}
	s.mustNotSay(t, "Show older")
}

func TestDeleteAVisit(t *testing.T) {
	s := newStage(t, Massage, oneVisit)
	s.press(t, "Delete")
	s.mustSay(t, "No visits yet", "Deleted: Deep tissue massage.")
	s.press(t, "Undo")
	s.mustSay(t, "Thursday, 12 November, 10:40")
	if len(s.agent.calls) != 2 || s.agent.calls[0] != "reload" {
		t.Errorf("the agent heard %q", s.agent.calls)
	}
}

// A day after a visit one click answers how it is, and the agent's own question
// with it.
func TestFollowUp(t *testing.T) {
	s := newStage(t, Massage, manyVisits(1))
	st := sittingStatus()
	st.Prompts = []control.OpenPrompt{{Reminder: string(reminders.FollowUp), ShownAt: morning}}
	s.SetStatus(st)
	const asks = "How is it a day after your massage?"
	s.mustSay(t, asks, "Deep tissue massage, yesterday 08:40")
	s.tabTo(t, asks)
	s.key(fyne.KeyRight) // nothing is saved by looking around
	s.key(fyne.KeyRight)
	if s.visits.kept[0].NextDay != nil {
		t.Fatal("moving over the scale saved a number")
	}
	s.key(fyne.KeyReturn)
	if got := s.visits.kept[0].NextDay; got == nil || *got != 1 {
		t.Fatalf("kept %v", got)
	}
	if a := s.agent.answers; len(a) != 1 || a[0].Reminder != reminders.FollowUp || a[0].Outcome != reminders.Done {
		t.Errorf("answered %v", a)
	}
	s.mustSay(t, "Saved: 1. Thank you.", "Next day: 1")
	s.mustNotSay(t, asks, "That is a lot of pain")
	s.press(t, "Undo")
	if s.visits.kept[0].NextDay != nil {
		t.Error("it was not taken back")
	}
	scale := s.massage().follow.scales["w1:24h"]
	box := scale.Size().Width / 11
	test.TapAt(scale, fyne.NewPos(8.5*box, 5))
	if got := s.visits.kept[0].NextDay; got == nil || *got != 8 {
		t.Fatalf("kept %v", got)
	}
	s.mustSay(t, "That is a lot of pain")
	s.press(t, "Is this serious?")
	if s.Screen() != Serious {
		t.Errorf("at %v", s.at)
	}
	s.Open(Massage)
	s.mustNotSay(t, "That is a lot of pain")
}

func TestFollowUpIsAskedInItsTime(t *testing.T) {
	for _, c := range []struct {
		ago            time.Duration
		day, third     bool
		nextDay, after *int
	}{
		{ago: 19 * time.Hour},
		{ago: 20 * time.Hour, day: true},
		{ago: 20 * time.Hour, nextDay: ptr(2)},
		{ago: 67 * time.Hour, day: true},
		{ago: 68 * time.Hour, third: true},
		{ago: 68 * time.Hour, third: true, nextDay: ptr(0)},
		{ago: 119 * time.Hour, after: ptr(1)},
		{ago: 121 * time.Hour},
	} {
		s := newStage(t, Massage, manyVisits(1), func(s *stage) {
			v := &s.visits.kept[0]
			v.At, v.NextDay, v.ThirdDay = morning.Add(-c.ago), c.nextDay, c.after
		})
		if day, third := s.says("How is it a day after"), s.says("How is it three days after"); day != c.day || third != c.third {
			t.Errorf("%v after: a day %v, three days %v", c.ago, day, third)
		}
	}
	// It comes while one looks at the screen, too.
	s := newStage(t, Massage, manyVisits(1), func(s *stage) { s.visits.kept[0].At = morning.Add(-20*time.Hour + time.Minute) })
	s.mustNotSay(t, "How is it")
	s.time = s.time.Add(time.Minute)
	s.tick()
	s.mustSay(t, "How is it a day after")
	// Who comes for a question gets it, whenever that is.
	s.time = morning.AddDate(0, 0, 9)
	s.OpenAt(Massage, "follow-up:w1:72h")
	s.mustSay(t, "How is it three days after")
	if s.canvas.Focused() != fyne.Focusable(s.massage().follow.scales["w1:72h"]) {
		t.Error("the keys do not answer it")
	}
	for _, part := range []string{"follow-up:gone:24h", "follow-up:", "follow-up", "visit-log"} {
		s.OpenAt(Massage, part)
		s.mustSay(t, "Your rhythm")
	}
}

// A window that opens for a question reads the visits after it shows the screen:
// the keys answer all the same.
func TestFollowUpBeforeTheVisitsAreRead(t *testing.T) {
	s := newStage(t, Today, manyVisits(1))
	var later []func()
	s.run = func(f func()) { later = append(later, f) }
	s.OpenAt(Massage, "follow-up:w1:24h")
	s.mustNotSay(t, "How is it a day after")
	for len(later) > 0 {
		f := later[0]
		later = later[1:]
		f()
	}
	s.mustSay(t, "How is it a day after")
	if s.canvas.Focused() != fyne.Focusable(s.massage().follow.scales["w1:24h"]) {
		t.Error("the keys do not answer it")
	}
}

// The agent's question on Today leads to the scale.
func TestFollowUpFromToday(t *testing.T) {
	s := newStage(t, Today, manyVisits(1))
	st := sittingStatus()
	st.Prompts = []control.OpenPrompt{{Reminder: string(reminders.FollowUp), ShownAt: morning, Part: "follow-up:w1:24h"}}
	s.SetStatus(st)
	s.press(t, "Answer")
	if s.at != (spot{Massage, "follow-up:w1:24h"}) || named(s.canvas.Focused()) != "How is it a day after your massage?: nothing chosen, 0 is no pain, 10 the worst imaginable" {
		t.Fatalf("at %v, the focus on %q", s.at, named(s.canvas.Focused()))
	}
	s.types("10")
	s.key(fyne.KeyReturn)
	if got := s.visits.kept[0].NextDay; got == nil || *got != 10 || len(s.agent.answers) != 1 {
		t.Errorf("kept %v, answered %v", got, s.agent.answers)
	}
	if s.canvas.Focused() != nil {
		t.Errorf("the keys go to %q", named(s.canvas.Focused()))
	}
}

func TestFollowUpThatCannotBeSaved(t *testing.T) {
	s := newStage(t, Massage, manyVisits(1))
	s.visits.err = errors.New("the disk is full")
	scale := s.massage().follow.scales["w1:24h"]
	scale.Select(4)
	scale.OnSubmit()
	s.mustSay(t, "This was not saved: the disk is full", "How is it a day after")
}

// Pain that stays leads to a clinician.
func TestPauseAndCall(t *testing.T) {
	s := newStage(t, Massage, oneVisit, func(s *stage) { s.visits.kept[0].ThirdDay = ptr(8) })
	s.mustSay(t, "Pause bookings and call a clinician.", "More than 72 hours after your massage the pain is 8 of 10.")
	s.press(t, "Is this serious?") // the button; the rail has an item
	if s.Screen() != Serious {
		t.Errorf("at %v", s.at)
	}
}

func TestTherapistAddedAndArchived(t *testing.T) {
	s := newStage(t, Massage, oneVisit)
	s.tabTo(t, "Add a therapist")
	s.key(fyne.KeyReturn)
	s.shortcut(saveShortcut)
	s.mustSay(t, "Not saved: It is missing.")
	if s.at != (spot{Visit, "therapist:new"}) || named(s.canvas.Focused()) != "Name: " {
		t.Fatalf("at %v, the focus on %q", s.at, named(s.canvas.Focused()))
	}
	s.types("Therapist B")
	s.mustNotSay(t, "Not saved")
	s.tabTo(t, "Mail: ")
	s.types("nowhere")
	s.shortcut(saveShortcut)
	s.mustSay(t, "It is no address for mail.")
	s.types("@example.org")
	s.shortcut(saveShortcut)
	s.mustSay(t, "Saved: Therapist B.", "0 visits")
	if s.Screen() != Massage || len(s.visits.therapists) != 2 || s.visits.therapists[1].Mail != "nowhere@example.org" {
		t.Fatalf("at %v, kept %v", s.at, s.visits.therapists)
	}
	s.press(t, "Undo")
	s.mustNotSay(t, "0 visits")

	test.Tap(s.hinted("Archive Therapist A"))
	s.mustSay(t, "Archived: Therapist A. Their visits stay.", "Archived (1)", "Nobody yet", "Therapist A · 60 min")
	s.press(t, "Undo")
	s.mustNotSay(t, "Archived (1)")
	test.Tap(s.hinted("Archive Therapist A"))
	// They are not offered any more, but for the visits they gave.
	s.OpenAt(Visit, partNew)
	if s.chip("Therapist A") != nil {
		t.Error("an archived therapist is offered")
	}
	s.OpenAt(Visit, "one")
	if c := s.chip("Therapist A"); c == nil || !c.On {
		t.Error("the visit lost its therapist")
	}
}

func TestChangeATherapist(t *testing.T) {
	s := newStage(t, Massage, oneVisit)
	test.Tap(s.hinted("Change Therapist A"))
	s.tabTo(t, "I have seen their licence")
	s.key(fyne.KeySpace)
	s.shortcut(saveShortcut)
	if !s.visits.therapists[0].LicenceSeen {
		t.Fatal("it was not saved")
	}
	s.press(t, "Undo")
	if s.visits.therapists[0].LicenceSeen {
		t.Error("it was not taken back")
	}
	s.OpenAt(Visit, "therapist:gone")
	s.mustSay(t, "There is nothing to change here")
}

func (s *stage) massage() *massageScreen { return s.screens[Massage].(*massageScreen) }

// Ten years of weekly visits: the screen is made anew, read and laid out.
func BenchmarkMassageTenYears(b *testing.B) {
	s := newStage(b, Today, manyVisits(520))
	for b.Loop() {
		b.StopTimer()
		s.Open(Today)
		delete(s.screens, Massage)
		b.StartTimer()
		s.Open(Massage)
	}
}
