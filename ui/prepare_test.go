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
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// kept is the answer to a question that the store has.
func (s *stage) kept(question string) (ScreeningAnswer, bool) {
	i := slices.IndexFunc(s.screening.answers, func(a ScreeningAnswer) bool { return a.Question == question })
	if i < 0 {
		return ScreeningAnswer{}, false
	}
	return s.screening.answers[i], true
}

// pressAt presses what is called so at a question.
func (s *stage) pressAt(t *testing.T, label, question string) {
	t.Helper()
	test.Tap(s.hintedButton(t, label+": "+s.prepare().checks.rows[question].item.Question.Question))
}

func (s *stage) hintedButton(t *testing.T, hint string) *widgets.Button {
	t.Helper()
	b := labelledSo[*widgets.Button](s, hint)
	if b == nil {
		t.Fatalf("there is no button %q", hint)
	}
	return b
}

func TestPrepareWithNothingKnown(t *testing.T) {
	s := newStage(t, Prepare)
	s.mustSay(t, "No appointment is booked", "All of this works without one", "Health screening: 25 questions open", "Note where it hurts and how much",
		"25 questions are open", "Nothing you told speaks against a massage so far.", "25 of 25 open", "Fever, flu, COVID or another infection today?",
		"Nothing is logged yet.", "Tell your therapist", "During the massage", "Questions to ask a therapist you do not know", "Are you licensed", "Good to know")
	s.mustNotSay(t, "Not today: ", "In pregnancy", "Answered", "prenatal / oncology")
	s.press(t, "New appointment")
	if s.at != (spot{Booking, partNew}) {
		t.Errorf("at %v", s.at)
	}
}

func TestPrepareHalfWay(t *testing.T) {
	s := newStage(t, Prepare, halfReady)
	s.mustSay(t, "Thursday, 26 November, 17:30–18:30", "Deep tissue massage · Therapist A · practice on Main Street",
		"Ask a clinician first: Blood thinners", "Health screening: 14 questions open", "Noted where it hurts and how much: 6, left lower back",
		"Tell your therapist: Operation in the last six weeks, or a new implant, line or pump; Varicose veins; Allergy or asthma with oils, latex, scents",
		"14 of 25 open", "Asked again: you said no (17 Jul), and that may have changed.",
		"No · answered 21 Nov, asked again after 5 Dec", "Yes, and my GP said that a massage is fine · answered 21 Nov",
		"Yes: ask a clinician first. From About you: Blood thinners", "Only in a pregnancy, and there is none",
		"my GP said that a massage is fine (21 Nov).", "left lower back: 6 of 10 (23 Nov): Since Monday, worse in the car.", "4 of 5, please")
	s.mustNotSay(t, "Are you licensed", "Not today: ", "Nothing speaks against it") // the therapist is known; the questions are folded
	// Questions that are open come first, by what a yes means.
	var order []string
	for i, row := range s.prepare().checks.order {
		order = append(order, row.item.Question.ID)
		if row.item.Open() != (i < 14) {
			t.Errorf("%s is at %d", row.item.Question.ID, i)
		}
	}
	if len(order) != 25 || order[0] != "osteoporosis-severe" || order[5] != "dvt-past" || order[13] != "abuse" || order[14] != "fracture" {
		t.Errorf("the order is %q", order)
	}
	// A profile's answer leads to where it can be changed.
	var link *widgets.Link
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if l, ok := o.(*widgets.Link); ok && strings.Contains(l.Label, "From About you: Blood thinners") {
			link = l
		}
	})
	test.Tap(link)
	if s.at != (spot{AboutMe, "blood-thinners"}) {
		t.Errorf("at %v", s.at)
	}
}

func TestPrepareReady(t *testing.T) {
	s := newStage(t, Massage, allNo(t))
	s.mustSay(t, "Before you go", "Health screening: nothing to stop you", "Note where it hurts and how much")
	s.mustNotSay(t, "Tell your therapist", "open")
	if l := labelledSo[*widgets.Link](s, "Done: Health screening: nothing to stop you"); l == nil {
		t.Error("that it is done is told by its look alone")
	}
	test.Tap(labelledSo[*widgets.Link](s, "To do: Note where it hurts and how much"))
	if s.at != (spot{Prepare, partPain}) {
		t.Errorf("at %v", s.at)
	}
	if s.canvas.Focused() != fyne.Focusable(s.prepare().pain.areas.body) {
		t.Errorf("the focus is on %v", s.canvas.Focused())
	}
	s.mustSay(t, "Nothing speaks against it", "All 25 answered")
	s.mustNotSay(t, "No to all that are open")
}

// An answer is kept at once, the agent hears of it, and it can be taken back.
func TestAnswerAQuestion(t *testing.T) {
	s := newStage(t, Prepare, halfReady)
	s.pressAt(t, "No", "fever")
	if a, ok := s.kept("fever"); !ok || a.Yes || !a.At.Equal(morning) {
		t.Fatalf("kept %+v", a)
	}
	s.mustSay(t, "13 of 25 open", "Health screening: 13 questions open", "Noted: no.", "No · answered today")
	if !slices.Equal(s.agent.calls, []string{"reload"}) {
		t.Errorf("the agent heard %q", s.agent.calls)
	}
	if named(s.canvas.Focused()) != "No: Rash, skin infection, shingles, lice or scabies?" {
		t.Errorf("the focus is on %q", named(s.canvas.Focused()))
	}
	s.press(t, "Undo")
	if _, ok := s.kept("fever"); ok || len(s.agent.calls) != 2 {
		t.Errorf("not taken back; the agent heard %q", s.agent.calls)
	}
	s.mustSay(t, "14 of 25 open")

	// One that replaces an older one brings that back.
	s.pressAt(t, "Change", "allergy")
	s.mustSay(t, "So far: Yes: tell the therapist · answered 21 Nov")
	s.pressAt(t, "No", "allergy")
	if a, _ := s.kept("allergy"); a.Yes {
		t.Errorf("kept %+v", a)
	}
	s.shortcut(&fyne.ShortcutUndo{})
	if a, _ := s.kept("allergy"); !a.Yes || !a.At.Equal(morning.AddDate(0, 0, -3)) {
		t.Errorf("kept %+v", a)
	}
	s.pressAt(t, "Change", "allergy")
	s.pressAt(t, "Leave it so", "allergy")
	s.pressAt(t, "Change", "allergy")
	s.pressAt(t, "Take the answer back", "allergy")
	if _, ok := s.kept("allergy"); ok {
		t.Error("the answer was not taken back")
	}
	s.mustSay(t, "15 of 25 open", "The answer was taken back.")
	s.press(t, "Undo")
	if a, ok := s.kept("allergy"); !ok || !a.Yes {
		t.Errorf("kept %+v", a)
	}
}

func TestNoToAllThatAreOpen(t *testing.T) {
	s := newStage(t, Prepare, halfReady)
	before := slices.Clone(s.screening.answers)
	s.press(t, "No to all that are open")
	s.mustSay(t, "All 25 answered", "Answered 14 questions with no.", "Ask a clinician first: Blood thinners")
	s.mustNotSay(t, "open.", "No to all that are open", "Nothing speaks against it")
	if a, _ := s.kept("allergy"); !a.Yes {
		t.Error("an answer that was given is another one now")
	}
	if a, _ := s.kept("surgery"); a.ClearedBy != "my GP" {
		t.Error("what was cleared is not any more")
	}
	s.press(t, "Undo")
	s.mustSay(t, "14 of 25 open", "Asked again: you said no (17 Jul)")
	for _, a := range before {
		if got, ok := s.kept(a.Question); !ok || got != a {
			t.Errorf("%s is %+v now, and was %+v", a.Question, got, a)
		}
	}
	if len(s.screening.answers) != len(before) {
		t.Errorf("%d answers are left of %d", len(s.screening.answers), len(before))
	}
}

// A yes that stops a massage is said first, with what to do; once somebody
// cleared it, it stops nothing, and the therapist is to be told.
func TestStopAndCleared(t *testing.T) {
	s := newStage(t, Prepare, allNo(t))
	s.pressAt(t, "Change", "osteoporosis-severe")
	s.pressAt(t, "Yes", "osteoporosis-severe")
	s.mustSay(t, "Noted: yes. That speaks against a massage now.", "Yes to “Severe osteoporosis, or a fracture from a minor bump?”: no massage now.",
		"Source: ", "Call it off or move it, or ask a clinician.", "Yes: no massage now · answered today")
	s.mustNotSay(t, "Nothing speaks against it")
	s.Open(Massage)
	s.mustSay(t, "Not today: Severe osteoporosis", "Call it off or move it", "no massage now.")
	if all := strings.Join(s.texts(), " "); strings.Index(all, "Not today") > strings.Index(all, "Next appointment") {
		t.Error("the card does not say it first")
	}
	test.Tap(labelledSo[*widgets.Link](s, "To the checklist"))
	if s.at != (spot{Prepare, partChecklist}) {
		t.Errorf("at %v", s.at)
	}

	s.pressAt(t, "Change", "osteoporosis-severe")
	test.Tap(s.hintedButton(t, "Yes, and a clinician said it is fine: Severe osteoporosis, or a fracture from a minor bump?"))
	who, _ := s.canvas.Focused().(*widgets.Entry)
	if who == nil {
		t.Fatalf("the focus is on %v", s.canvas.Focused())
	}
	s.key(fyne.KeyReturn) // nobody is named
	s.mustSay(t, "Not saved: it is not said who.")
	if a, _ := s.kept("osteoporosis-severe"); a.ClearedBy != "" || s.canvas.Focused() != fyne.Focusable(who) {
		t.Errorf("kept %+v, and the focus is on %v", a, s.canvas.Focused())
	}
	who.SetText(strings.Repeat("x", 201))
	s.key(fyne.KeyReturn)
	s.mustSay(t, "Not saved: this is too long")
	who.SetText(" the rheumatologist ")
	s.Open(Today) // what was typed is there again
	s.Open(Prepare)
	if r := s.prepare().checks.rows["osteoporosis-severe"]; r.who != " the rheumatologist " || !r.clearing {
		t.Errorf("what was typed is %q", r.who)
	}
	s.pressAt(t, "Save", "osteoporosis-severe")
	if a, _ := s.kept("osteoporosis-severe"); !a.Yes || a.ClearedBy != "the rheumatologist" {
		t.Fatalf("kept %+v", a)
	}
	s.mustSay(t, "Nothing speaks against it", "the rheumatologist said that a massage is fine (today).", "Tell your therapist: Severe osteoporosis",
		"A massage is fine, says the rheumatologist.")
	s.mustNotSay(t, "Not today: ", "Call it off")
	s.Open(Massage)
	s.mustSay(t, "Health screening: nothing to stop you", "Tell your therapist: Severe osteoporosis")
	s.mustNotSay(t, "Not today")
}

// What the profile says cannot be answered with no; it can be cleared.
func TestProfileAnswers(t *testing.T) {
	s := newStage(t, Prepare, halfReady)
	s.pressAt(t, "Change", "thinners")
	if b := labelledSo[*widgets.Button](s, "No: Blood thinners, bleeding disorder, low platelets, or you bruise very easily?"); b != nil {
		t.Error("a no would count for nothing")
	}
	test.Tap(s.hintedButton(t, "Yes, and a clinician said it is fine: Blood thinners, bleeding disorder, low platelets, or you bruise very easily?"))
	s.types("my GP")
	s.key(fyne.KeyReturn)
	s.mustSay(t, "Health screening: 14 questions open", "Tell your therapist: Blood thinners")
	s.mustNotSay(t, "Ask a clinician first")
	// What the profile gains later has everything asked again.
	s.changeProfile("Noted.", func(p Profile) Profile { return p.With("cancer", morning.Add(time.Minute)) })
	s.mustSay(t, "Asked again: you told something new about you since you said yes (today).", "Asked again: you told something new about you since you said no (21 Nov).",
		"Ask a clinician first: Cancer")
}

func TestPrepareInPregnancy(t *testing.T) {
	s := newStage(t, Prepare, pregnantly)
	s.mustSay(t, "In pregnancy", "Pregnant, due 2027-01-21", "Not flat on the back and not on the tummy", "Prenatal-trained therapist, side-lying",
		"Prenatal massage: Gentle work", "To begin with: 45 min. That number is our own choice.", "No: you told in About you how far along you are", "Are you trained in prenatal")
	s.mustNotSay(t, "Many therapists wait – trials all began at 12 weeks or later.")
}

// A failed save is said, and what was answered before counts.
func TestAnswerThatCannotBeKept(t *testing.T) {
	s := newStage(t, Prepare, halfReady)
	s.screening.err = errors.New("the disk is full; hint: make room")
	s.pressAt(t, "Yes", "fever")
	s.mustSay(t, "This was not saved: the disk is full; make room", "14 of 25 open")
	s.mustNotSay(t, "Not today: ")
	if len(s.agent.calls) > 0 {
		t.Errorf("the agent heard %q", s.agent.calls)
	}
	s.press(t, "No to all that are open")
	s.mustSay(t, "14 of 25 open", "Asked again: you said no (17 Jul)")
	s.screening.err = nil
	s.pressAt(t, "Yes", "fever")
	s.mustSay(t, "13 of 25 open", "Not today: Fever")
}

// While one answer is on its way the next one counts already, and a failure
// takes back only what it is about.
func TestAnswersOnTheirWay(t *testing.T) {
	s := newStage(t, Prepare, halfReady)
	var jobs []func()
	s.run = func(f func()) { jobs = append(jobs, f) }
	s.pressAt(t, "Yes", "fever")
	s.pressAt(t, "No", "skin-infection")
	s.pressAt(t, "Change", "fever")
	s.pressAt(t, "No", "fever")
	s.mustSay(t, "12 of 25 open")
	if len(jobs) != 1 || len(s.screening.answers) != 7 {
		t.Fatalf("%d jobs at once, %d answers kept", len(jobs), len(s.screening.answers))
	}
	s.screening.err = errors.New("the disk is full")
	jobs[0]()
	s.screening.err = nil
	for i := 1; i < len(jobs); i++ {
		jobs[i]()
	}
	s.mustSay(t, "12 of 25 open")
	if a, ok := s.kept("fever"); !ok || a.Yes {
		t.Errorf("kept %+v", a)
	}
	if _, ok := s.kept("skin-infection"); !ok {
		t.Error("the other answer was not kept")
	}
}

func TestPrepareByKeyboard(t *testing.T) {
	s := newStage(t, Prepare, halfReady)
	s.tabTo(t, "No: Severe osteoporosis")
	for range 14 {
		s.key(fyne.KeySpace)
	}
	s.mustSay(t, "All 25 answered")
	if f := named(s.canvas.Focused()); f != "Change: Touch is difficult for you, or past trauma?" {
		t.Errorf("the focus is on %q", f)
	}
	for _, id := range []string{"osteoporosis-severe", "heart", "abuse"} {
		if a, ok := s.kept(id); !ok || a.Yes || !a.At.Equal(morning) {
			t.Errorf("%s: kept %+v", id, a)
		}
	}
	s.tabTo(t, "Where it hurts")
	s.key(fyne.KeyEnd)
	s.key(fyne.KeySpace)
	s.tabTo(t, "How much it hurts")
	s.canvas.Focused().TypedRune('5')
	s.key(fyne.KeyReturn)
	if n := len(s.diary.pains); n != 2 || s.diary.pains[1].Intensity != 5 || len(s.diary.pains[1].Regions) != 1 {
		t.Fatalf("kept %+v", s.diary.pains)
	}
	s.tabTo(t, "3, medium")
	s.key(fyne.KeySpace)
	s.mustSay(t, "3 of 5, please")
	s.key(fyne.KeySpace)
	s.mustSay(t, "4 of 5, please")
	s.tabTo(t, "Show large")
	s.key(fyne.KeyReturn)
	s.mustSay(t, "For my therapist", "Blood thinners. No deep or forceful work.")
	s.mustNotSay(t, "Checklist", "Today")
	if !s.outside.full || named(s.canvas.Focused()) != "Back, Esc" {
		t.Errorf("full: %v; the focus is on %q", s.outside.full, named(s.canvas.Focused()))
	}
	s.key(fyne.KeyEscape)
	s.mustSay(t, "Checklist")
	if s.outside.full || s.shell.bare || named(s.canvas.Focused()) != "Show large, to hold the screen out" {
		t.Errorf("full: %v; the focus is on %q", s.outside.full, named(s.canvas.Focused()))
	}
	s.key(fyne.KeyReturn)
	s.shortcut(backShortcut) // leaving gives the window its frame again
	if s.outside.full || s.shell.bare {
		t.Error("the window has no frame")
	}
	s.Open(Prepare)
	s.mustSay(t, "Checklist")
}

// A pain is logged as on Today: the check-in is answered with it, it can be taken
// back, and what could not be saved stays.
func TestLogWhereItHurts(t *testing.T) {
	s := newStage(t, Prepare, allNo(t))
	st := sittingStatus()
	st.Prompts = []control.OpenPrompt{{Reminder: string(reminders.Checkin), ShownAt: morning}}
	s.SetStatus(st)
	c := s.prepare().pain
	if !c.log.Disabled() {
		t.Error("nothing can be logged")
	}
	test.Tap(s.chip("Lower back"))
	c.scale.Select(8)
	c.note.SetText("  since Monday\n")
	s.diary.err = errors.New("the disk is full")
	test.Tap(c.log)
	s.mustSay(t, "This was not saved: the disk is full")
	if c.scale.Selected != 8 || c.note.Text == "" || c.log.Disabled() {
		t.Error("what was told is gone")
	}
	s.diary.err = nil
	s.Open(Today)
	s.Open(Prepare)
	test.Tap(c.log)
	if p := s.diary.pains; len(p) != 1 || p[0].Intensity != 8 || p[0].Note != "since Monday" || !slices.Equal(p[0].Regions, []diary.Region{diary.LowerBack}) {
		t.Fatalf("kept %+v", p)
	}
	s.mustSay(t, "Logged 8, lower back. Thank you.", "Noted where it hurts and how much: 8, lower back", "Logged last: 8, lower back (today 10:40).",
		"lower back: 8 of 10 (24 Nov): since Monday", "Is this serious?", "That is a lot of pain")
	if a := s.agent.answers; len(a) != 1 || a[0].Reminder != reminders.Checkin {
		t.Errorf("answered %v", a)
	}
	if c.scale.Selected >= 0 || c.note.Text != "" || len(c.areas.chosen) > 0 {
		t.Error("the card is not empty")
	}
	s.press(t, "Undo")
	s.mustSay(t, "Nothing is logged yet.", "Note where it hurts and how much")
	s.mustNotSay(t, "8 of 10", "That is a lot of pain")
}

// An old entry, one without an area, and one of a clock that was wrong do not say
// where it hurts now.
func TestFreshPain(t *testing.T) {
	at := func(age time.Duration, regions ...diary.Region) diary.Pain {
		return diary.Pain{ID: age.String(), At: morning.Add(-age), Regions: regions}
	}
	all := []diary.Pain{at(time.Hour), at(47*time.Hour, diary.Neck), at(48*time.Hour, diary.Hips), at(-2*time.Hour, diary.Hips)}
	if p, ok := freshPain(all, morning); !ok || p.ID != "47h0m0s" {
		t.Errorf("got %+v, %v", p, ok)
	}
	if p, ok := freshPain(all[2:], morning); ok {
		t.Errorf("got %+v", p)
	}
}

func TestPrintWhatToTell(t *testing.T) {
	s := newStage(t, Prepare, halfReady, func(s *stage) { s.diary.pains[0].Note = `<script>alert("x")</script> & more` })
	s.press(t, "Print")
	page := string(s.printed)
	for _, part := range []string{
		"<h1>For my therapist</h1>", "24 November 2026", "<h2>What hurts</h2>", "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &amp; more",
		"4 of 5, please", "Blood thinners. No deep or forceful work.", "A massage is fine, says my GP.", "size: A4;",
	} {
		if !strings.Contains(page, part) {
			t.Errorf("%q is not on\n%s", part, page)
		}
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "http://") || strings.Contains(page, "https://") {
		t.Errorf("the page does or loads something:\n%s", page)
	}
	s.mustSay(t, "The page opens in your browser.")
	s.Print = func(string, []byte) error { return errors.New("there is no browser") }
	s.press(t, "Print")
	s.mustSay(t, "Printing did not work: there is no browser")
}

func TestQuestionsForSomebodyNew(t *testing.T) {
	s := newStage(t, Prepare, halfReady, func(s *stage) { s.visits.kept[0].Therapist = "" })
	s.mustSay(t, "Are you licensed")
	s = newStage(t, Prepare, halfReady)
	s.mustNotSay(t, "Are you licensed")
	s.tabTo(t, "Questions to ask a therapist you do not know")
	s.key(fyne.KeyReturn)
	s.mustSay(t, "Are you licensed")
}

func TestPrepareThatCannotBeRead(t *testing.T) {
	s := newStage(t, Prepare, halfReady, func(s *stage) { s.screening.err = errors.New("the disk is gone") })
	s.mustSay(t, "The journal cannot be read", "the disk is gone")
	s.mustNotSay(t, "Checklist", "Tell your therapist", "Nothing speaks against it", "Where it hurts")
	s.screening.err = nil
	s.press(t, "Try again")
	s.mustSay(t, "14 of 25 open", "Where it hurts")
	s.mustNotSay(t, "cannot be read")
}

func TestPrepareWithoutALibrary(t *testing.T) {
	s := newStage(t, Today, halfReady)
	s.Library = content.Open(fstest.MapFS{})
	s.Open(Prepare)
	s.mustSay(t, "The checklist cannot be read", "ask a clinician if you are not sure", "sources.toml", "Health screening: it cannot be read",
		"The note cannot be written", "Where it hurts, and how much", "Noted where it hurts")
	s.mustNotSay(t, "Nothing speaks against", "nothing to stop you", "Are you licensed", "Checklist")
	if c := s.prepare().note; !c.show.Disabled() || !c.print.Disabled() {
		t.Error("an empty note can be shown and printed")
	}
	s.Open(Massage)
	s.mustSay(t, "Health screening: it cannot be read")
}

// The parts of the screen, and what the keys do there.
func TestPrepareParts(t *testing.T) {
	s := newStage(t, Today, halfReady)
	for part, focus := range map[string]string{
		partChecklist: "No: Severe osteoporosis, or a fracture from a minor bump?", partNote: "Show large, to hold the screen out", partPain: "Where it hurts",
	} {
		s.OpenAt(Prepare, part)
		if got := named(s.canvas.Focused()); !strings.HasPrefix(got, focus) {
			t.Errorf("%s: the focus is on %q", part, got)
		}
		if s.prepare().p.Down() == 0 {
			t.Errorf("%s: nothing was scrolled", part)
		}
		s.Open(Today)
	}
	s.OpenAt(Prepare, partQuestions)
	down := s.prepare().p.Down()
	if down == 0 {
		t.Error("nothing was scrolled")
	}
	s.Open(Today)
	s.Open(Prepare)
	if s.prepare().p.Down() != 0 {
		t.Errorf("without a part it begins at %g", s.prepare().p.Down())
	}
	s.Open(Today)
	s.OpenAt(Prepare, "nowhere")
	s.mustSay(t, "Before a massage")
}

// A row stays where it is on the screen while what stands above it grows.
func TestAnsweringMovesNothing(t *testing.T) {
	s := newStage(t, Prepare, halfReady)
	row := s.prepare().checks.rows["fever"]
	s.prepare().p.BringIn(row.box)
	at := func() float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(row.box).Y }
	before := at()
	s.pressAt(t, "Yes", "fever")
	if after := at(); after < before-60 || after > before+60 {
		t.Errorf("it stood at %g and stands at %g", before, after)
	}
}

// On another day what was answered may be due again.
func TestAnotherDayBegins(t *testing.T) {
	s := newStage(t, Prepare, allNo(t))
	s.mustSay(t, "All 25 answered")
	s.time = s.time.AddDate(0, 0, 100)
	s.prepare().changed()
	s.mustSay(t, "25 of 25 open", "and that may have changed")
}

// What is unfolded stays so when the same is read again, though a store keeps
// instants less exactly and in another zone.
func TestReadingAgainFoldsNothing(t *testing.T) {
	s := newStage(t, Prepare, halfReady)
	s.pressAt(t, "No", "fever")
	s.pressAt(t, "Change", "fever")
	for i, a := range s.screening.answers {
		s.screening.answers[i].At = a.At.Truncate(time.Millisecond).UTC()
	}
	s.prepare().shown()
	s.mustSay(t, "So far: No · answered today")
	s.screening.answers[len(s.screening.answers)-1].Yes = true // by the command line
	s.prepare().shown()
	s.mustNotSay(t, "So far: ")
	s.mustSay(t, "Not today: Fever")
}

// What a clinician cleared is not held back at the top of the Massage screen
// either.
func TestClearedMassageIsNotHeldBack(t *testing.T) {
	s := newStage(t, Massage, func(s *stage) { s.person.now = s.person.now.With("blood-thinners", morning.AddDate(0, 0, -1)) })
	s.mustSay(t, "Massage: Ask first")
	s.screening.answers = []ScreeningAnswer{{Question: "thinners", Yes: true, At: morning, ClearedBy: "my GP"}}
	s.Open(Today)
	s.Open(Massage)
	s.mustNotSay(t, "Massage: Ask first")
}
