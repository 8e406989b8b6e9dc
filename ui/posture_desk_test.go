package ui

import (
	"errors"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// question finds a question of the check-up.
func (s *stage) question(t *testing.T, id string) *deskRow {
	t.Helper()
	for _, r := range s.posture().desk.rows {
		if r.q.ID == id {
			return r
		}
	}
	t.Fatalf("there is no question %q", id)
	return nil
}

// answer presses the first, second or third answer of a question by key.
func (s *stage) answer(t *testing.T, id string, digit rune) {
	t.Helper()
	c := s.question(t, id).choice
	s.canvas.Focus(c)
	s.canvas.Focused().TypedRune(digit)
}

// someAnswers are one fine, two to change, one not there.
func someAnswers(at time.Time) []DeskAnswer {
	return []DeskAnswer{
		{Question: "feet", Choice: diary.DeskFine, At: at.AddDate(0, 0, -9)},
		{Question: "shoulders", Choice: diary.DeskChange, At: at},
		{Question: "screen-height", Choice: diary.DeskChange, At: at.Add(-time.Hour)},
		{Question: "mouse", Choice: diary.DeskNotApt, At: at.Add(-time.Hour)},
		{Question: "a-question-of-another-version", Choice: diary.DeskChange, At: at.Add(time.Hour)},
	}
}

// linkTo finds the link that says so.
func (s *stage) linkTo(t *testing.T, label string) *widgets.Link {
	t.Helper()
	var found *widgets.Link
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if l, ok := o.(*widgets.Link); ok && l.Label == label && found == nil {
			found = l
		}
	})
	if found == nil {
		t.Fatalf("there is no link %q", label)
	}
	return found
}

func TestDeskAnswersAreRemembered(t *testing.T) {
	s := newStage(t, Posture)
	s.mustSay(t, "14 things to look at", "At your own pace", "There is no one right way to sit", "How long to wait otherwise is our own choice.")
	s.answer(t, "feet", '1')
	s.answer(t, "shoulders", '2')
	s.answer(t, "laptop", '3')
	want := []DeskAnswer{
		{Question: "feet", Choice: diary.DeskFine, At: morning},
		{Question: "shoulders", Choice: diary.DeskChange, At: morning},
		{Question: "laptop", Choice: diary.DeskNotApt, At: morning},
	}
	if !slices.Equal(s.desk.answers, want) {
		t.Errorf("kept %+v", s.desk.answers)
	}
	s.mustSay(t, "3 of 14 looked at", "1 thing to change", "Last look: today; the next one around 22 Feb 2027.")

	again := newPosture(s.Window).(*postureScreen)
	again.shown()
	var kept []int
	for _, r := range again.desk.rows {
		if r.choice.Selected >= 0 {
			kept = append(kept, r.choice.Selected)
		}
	}
	if !slices.Equal(kept, []int{0, 1, 2}) {
		t.Errorf("a new window shows %v", kept)
	}
}

func TestWhatToChangeSaysHowAndWhence(t *testing.T) {
	s := newStage(t, Posture)
	s.mustNotSay(t, "lower the armrests or raise the chair")
	s.answer(t, "shoulders", '2')
	s.mustSay(t, "What to change", "lower the armrests or raise the chair", "Tip: Let your shoulders drop.", "Source: US OSHA")
	test.Tap(s.linkTo(t, "Tip: Let your shoulders drop. Are they creeping up towards your ears?"))
	if r := s.posture().tips.rows[2]; r.tip.ID != "T03" || !r.head.Open || !s.visible(r.head) {
		t.Errorf("the tip's link leads to %s", r.tip.ID)
	}
	s.answer(t, "shoulders", '1')
	s.mustNotSay(t, "What to change")
}

// The list of what is to be changed grows above the question that was just
// answered: that must not jump away.
func TestAnAnsweredQuestionStaysWhereItIs(t *testing.T) {
	s := newStage(t, Posture)
	s.SetStatus(sittingStatus())
	box := s.question(t, "glare").box
	s.posture().p.BringIn(box)
	at := func() float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(box).Y }
	before, high := at(), s.posture().desk.status.card.Size().Height
	s.answer(t, "glare", '2')
	if grown := s.posture().desk.status.card.Size().Height; grown <= high {
		t.Fatalf("the card above is %g high, as before", grown)
	}
	if after := at(); after < before-1 || after > before+1 {
		t.Errorf("the question moved from %g to %g", before, after)
	}
}

func TestAnAnswerIsTakenBackByGivingItAgain(t *testing.T) {
	s := newStage(t, Posture)
	s.answer(t, "glare", '1')
	s.answer(t, "glare", '1')
	if len(s.desk.answers) != 0 {
		t.Errorf("kept %+v", s.desk.answers)
	}
	s.mustSay(t, "14 things to look at")
}

func TestWhatIsToBeChangedStandsOnTop(t *testing.T) {
	s := newStage(t, Posture, func(s *stage) { s.desk.answers = someAnswers(morning.AddDate(0, 0, -21)) })
	s.mustSay(t, "4 of 14 looked at", "2 things to change", "Last look: 3 Nov; the next one around 1 Feb 2027.")
	if got := s.posture().desk.status.meter.Part(); got != 4./14 {
		t.Errorf("the bar is %g full", got)
	}
	test.Tap(s.linkTo(t, "Screen height"))
	c := s.question(t, "screen-height").choice
	if s.canvas.Focused() != fyne.Focusable(c) || !s.visible(c) {
		t.Errorf("the link leads to %T, in view %v", s.canvas.Focused(), s.visible(c))
	}
}

func TestTheCheckUpIsDueAgain(t *testing.T) {
	s := newStage(t, Posture, func(s *stage) { s.desk.answers = someAnswers(morning.AddDate(0, 0, -90)) })
	s.mustSay(t, "Last look: 26 Aug. Time for another one.")
	if b := s.posture().desk.status.again; b.Label != "Look again" || b.Kind != widgets.Primary {
		t.Errorf("the button says %q", b.Label)
	}
	s.time = s.time.Add(-2 * time.Hour)
	s.Open(Today)
	s.Open(Posture)
	s.mustSay(t, "the next one around")
}

func TestStartingOverCanBeUndone(t *testing.T) {
	s := newStage(t, Posture, func(s *stage) { s.desk.answers = someAnswers(morning.AddDate(0, 0, -21))[:4] })
	s.press(t, "Start over")
	if len(s.desk.answers) != 0 {
		t.Errorf("kept %+v", s.desk.answers)
	}
	s.mustSay(t, "14 things to look at", "The check-up begins anew.")
	s.mustNotSay(t, "What to change", "Start over")
	s.shortcut(&fyne.ShortcutUndo{})
	s.mustSay(t, "4 of 14 looked at", "Last look: 3 Nov")
	want := someAnswers(morning.AddDate(0, 0, -21))[:4]
	for _, a := range want {
		if !slices.Contains(s.desk.answers, a) {
			t.Errorf("%+v is lost; there are %+v", a, s.desk.answers)
		}
	}
}

func TestEverythingFine(t *testing.T) {
	s := newStage(t, Posture)
	for _, r := range s.posture().desk.rows {
		s.answer(t, r.q.ID, '1')
	}
	s.mustSay(t, "14 of 14 looked at", "Nothing to change. Look again around 22 Feb 2027.")
	s.mustNotSay(t, "To change")
}

func TestDeskAnswersThatCannotBeKept(t *testing.T) {
	s := newStage(t, Posture)
	s.answer(t, "feet", '1')
	s.desk.err = errors.New("the disk is full")
	s.answer(t, "back", '1')
	s.mustSay(t, "Saving your answer did not work: the disk is full", "Your answers cannot be read")
	s.desk.err = nil
	s.press(t, "Try again")
	s.mustSay(t, "1 of 14 looked at")
	if c := s.question(t, "back").choice; c.Selected >= 0 {
		t.Error("an answer is shown that is not kept")
	}
}

func TestDeskAnswersThatCannotBeRead(t *testing.T) {
	s := newStage(t, Posture, func(s *stage) { s.desk.err = errors.New("the file is damaged") })
	s.mustSay(t, "Your answers cannot be read", "Nothing in them was changed. The reason: the file is damaged", "How is your desk set up?")
	s.inside(t)
	s.desk.err = nil
	s.press(t, "Try again")
	s.mustSay(t, "The chair", "14 things to look at")
}

// Answers given in quick succession are kept in the order they were given,
// however long each takes.
func TestQuickAnswersAreKeptInOrder(t *testing.T) {
	s := newStage(t, Posture)
	var waiting []func()
	s.run = func(f func()) { waiting = append(waiting, f) }
	for _, digit := range "123" {
		s.answer(t, "feet", digit)
	}
	if len(waiting) != 1 {
		t.Fatalf("%d answers are on their way at once", len(waiting))
	}
	for len(waiting) > 0 {
		f := waiting[0]
		waiting = waiting[1:]
		f()
	}
	if len(s.desk.answers) != 1 || s.desk.answers[0].Choice != diary.DeskNotApt {
		t.Errorf("kept %+v", s.desk.answers)
	}
	s.mustSay(t, "1 of 14 looked at")
}

func TestTheSummaryLeadsToTheCheckUp(t *testing.T) {
	s := newStage(t, Posture)
	s.SetStatus(sittingStatus())
	if s.visible(s.question(t, "feet").box) {
		t.Fatal("the check-up is in view already")
	}
	s.press(t, "Begin")
	if !s.visible(s.question(t, "feet").box) {
		t.Error("the check-up is not in view")
	}
}
