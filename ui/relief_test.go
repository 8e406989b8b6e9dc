package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

func (s *stage) relief() *reliefScreen { return s.screens[Relief].(*reliefScreen) }

// pass lets time go by on the Heat & cold screen, a second at a time as the
// window does.
func (s *stage) minutesPass(n int) {
	s.time = s.time.Add(time.Duration(n) * time.Minute)
	s.tick()
}

func TestReliefStartsAfterItsQuestions(t *testing.T) {
	s := newStage(t, Relief)
	s.mustSay(t, "Answer two questions, or start a timer.", "Start heat", "Start cold", "15 min", "Cold pack", "Ice massage", "Never")
	s.hit(t, "Start heat: lower back, 15 min")
	s.mustSay(t, "Tick what applies:", "For a child?", "Drowsy, sedated, been drinking, or unable to move away from the pack?", "Open wound, burn, infection, rash or new scar on the area?")
	s.press(t, "None of these: start")
	x := s.heatCold.state.Sessions
	if len(x) != 1 || x[0].Kind != content.Heat || x[0].Region != diary.LowerBack || x[0].Length != 15*time.Minute {
		t.Fatalf("%+v", x)
	}
	s.mustSay(t, "Heat · lower back", "15:00", "of 15 min", "Skin check in 5:00")
	s.minutesPass(3)
	s.mustSay(t, "12:00", "Skin check in 2:00")
	s.minutesPass(2)
	s.mustSay(t, "10:00", "Lift it and look at the skin now.", "Skin is fine", "Blisters or broken skin")
	s.hit(t, "Skin is fine: Heat · lower back")
	s.mustSay(t, "Skin check in 5:00")
	s.mustNotSay(t, "Skin is fine")
	s.minutesPass(11)
	s.mustSay(t, "Over", "Take it off now. How is the skin?")
	s.hit(t, "Skin is fine: Heat · lower back")
	if u := s.heatCold.used; len(u) != 1 || u[0].Skin != diary.SkinFine || u[0].Outcome != diary.ReliefOver || u[0].Used != 15*time.Minute {
		t.Fatalf("%+v", u)
	}
	s.mustSay(t, "Heat is off. How much does it hurt now?", "Heat 15 min · lower back", "Heat pack again from 11:")
}

// What is ticked holds back, says why and until when, and can be taken back.
func TestReliefHoldsBackWhatIsTicked(t *testing.T) {
	s := newStage(t, Relief)
	s.hit(t, "Start heat: lower back, 15 min")
	s.tickBox(t, "Fresh injury (under 48 h) with swelling or bruising?")
	s.press(t, "Go on")
	s.mustSay(t, "Held back for you", "Wait 48 hours.", "Again from Thu", "Instead: Cold")
	if len(s.heatCold.state.Sessions) > 0 {
		t.Error("it started")
	}
	labelledSo[*widgets.Link](s, "This does not apply any more").Tapped(nil)
	s.mustNotSay(t, "Held back for you")
	s.mustSay(t, "Start heat")
}

// What a profile holds back is not offered; one that changes counts at once.
func TestReliefHoldsBack(t *testing.T) {
	s := newStage(t, Relief)
	s.takeProfile(s.person.now.With("reduced-sensation", morning))
	s.mustSay(t, "Held back for you")
	s.mustNotSay(t, "Start heat", "Start cold")
}

// A clinician's word lets start what is to be asked about.
func TestReliefAsksFirst(t *testing.T) {
	s := newStage(t, Relief, func(s *stage) { s.person.now = s.person.now.With("diabetes", morning.AddDate(0, 0, -1)) })
	s.mustSay(t, "Ask first", "Did a clinician say that it is fine for you?")
	s.mustNotSay(t, "Start heat")
	s.press(t, "They said it is fine")
	s.mustSay(t, "Say who it was, such as: my GP.")
	s.types("my GP")
	s.press(t, "They said it is fine")
	s.mustSay(t, "Start heat")
}

func TestReliefIsShorterInPregnancy(t *testing.T) {
	s := newStage(t, Relief, func(s *stage) { s.person.now.Pregnancy = safety.Pregnancy{Is: true, Stage: 2} })
	s.mustSay(t, "10 min")
	s.mustNotSay(t, "15 min")
	s.chip("Upper back").Tapped(nil)
	s.mustSay(t, "Held back for you")
	s.mustNotSay(t, "Start heat")
}

// A pause takes the pack off, Stop ends it, and the place rests until a time
// that is said.
func TestReliefPauseAndStop(t *testing.T) {
	s := newStage(t, Relief)
	s.hit(t, "Start cold: lower back, 10 min")
	s.press(t, "None of these: start")
	s.minutesPass(2)
	s.hit(t, "Pause: Cold · lower back")
	s.minutesPass(4)
	s.mustSay(t, "8:00", "paused", "If it is not on again within 6:00")
	s.hit(t, "It is on again: Cold · lower back")
	s.minutesPass(1)
	s.mustSay(t, "7:00")
	s.hit(t, "Stop: Cold · lower back")
	if u := s.heatCold.used; len(u) != 1 || u[0].Outcome != diary.ReliefStopped || u[0].Used != 3*time.Minute {
		t.Fatalf("%+v", u)
	}
	s.mustSay(t, "again from 1", "Cold 3 min · lower back")
	start := labelledSo[*widgets.Button](s, "Start cold: lower back, 10 min")
	if start == nil || !start.Disabled() {
		t.Error("cold can be started within the gap")
	}
	s.minutesPass(121)
	if start := labelledSo[*widgets.Button](s, "Start cold: lower back, 10 min"); start == nil || start.Disabled() {
		t.Error("cold cannot be started after the gap")
	}
}

// Skin that is not fine ends it, and says what to do.
func TestReliefSkinIsNotFine(t *testing.T) {
	s := newStage(t, Relief)
	s.hit(t, "Start heat: lower back, 15 min")
	s.press(t, "None of these: start")
	s.minutesPass(5)
	s.hit(t, "Not fine: stop: Heat · lower back")
	s.mustSay(t, "The skin was not fine", "do not re-apply today", "skin not fine")
	if len(s.heatCold.state.Sessions) > 0 {
		t.Error("it goes on")
	}
}

// What was told before something held it back is not lost, and Enter takes a
// clinician's word.
func TestReliefKeepsThePainThatWasTold(t *testing.T) {
	s := newStage(t, Relief)
	s.frame.Resize(Smallest)
	s.hit(t, "Start cold: lower back, 10 min")
	s.tickBox(t, "Fever or feeling ill with infection?")
	labelledScale(s, "Pain before").Select(6)
	s.press(t, "Go on")
	s.mustSay(t, "Ask first")
	s.onPage(t, s.relief().cold.card)
	labelledSo[*widgets.Button](s, "They said it is fine").Tapped(nil)
	s.mustSay(t, "Say who it was, such as: my GP.")
	s.types("my GP")
	s.key(fyne.KeyReturn)
	s.mustSay(t, "Start cold")
	s.hit(t, "Start cold: lower back, 10 min")
	if scale := labelledScale(s, "Pain before"); scale.Selected != 6 {
		t.Errorf("the pain told before is %d", scale.Selected)
	}
	if s.canvas.Focused() != fyne.Focusable(labelledSo[*widgets.Button](s, "Start")) {
		t.Errorf("there is nothing to answer, and the focus is on %T", s.canvas.Focused())
	}
	s.press(t, "Start")
	if u := s.heatCold.state.Sessions; len(u) != 1 || u[0].Before == nil || *u[0].Before != 6 {
		t.Errorf("%+v", u)
	}
}

// A clinician's word for one of the two takes nothing away from taking the
// answer back, and that concerns the place that is shown.
func TestReliefTakesBackWhatWasCleared(t *testing.T) {
	s := newStage(t, Relief, func(s *stage) {
		fever := ReliefAnswer{Question: "hc-fever", Region: diary.LowerBack, Yes: true, At: s.time, ClearedBy: "my GP"}
		wound := ReliefAnswer{Question: "hc-wound", Region: "knee-left", Yes: true, At: s.time}
		s.heatCold.answers = []ReliefAnswer{fever, wound}
	})
	s.mustSay(t, "Held back for you", "my GP said that it is fine")
	labelledSo[*widgets.Link](s, "This does not apply any more").Tapped(nil)
	s.mustNotSay(t, "Held back for you", "my GP said that it is fine")
	s.heatCold.answers = append(s.heatCold.answers, ReliefAnswer{Question: "hc-wound", Region: diary.Neck, Yes: true, At: s.time})
	s.relief().load()
	s.chip("Neck").Tapped(nil)
	s.mustSay(t, "Held back for you")
	labelledSo[*widgets.Link](s, "This does not apply any more").Tapped(nil)
	s.mustNotSay(t, "Held back for you")
	for _, a := range s.heatCold.answers {
		if a.Question == "hc-wound" && a.Yes != (a.Region == "knee-left") {
			t.Errorf("%+v", a)
		}
	}
}

// onPage fails if an object's beginning is not to be seen.
func (s *stage) onPage(t *testing.T, o fyne.CanvasObject) {
	t.Helper()
	d := fyne.CurrentApp().Driver()
	if y, h := d.AbsolutePositionForObject(o).Y, s.canvas.Size().Height; y < 0 || y > h-40 {
		t.Errorf("it begins at %.0f of %.0f", y, h)
	}
}

// The questions are seen as soon as they are asked, whatever stands above.
func TestReliefQuestionsAreSeen(t *testing.T) {
	s := newStage(t, Relief)
	s.frame.Resize(Smallest)
	s.hit(t, "Start heat: lower back, 15 min")
	s.press(t, "None of these: start")
	s.chip("Neck").Tapped(nil)
	s.hit(t, "Start cold: neck, 10 min")
	s.onPage(t, s.relief().cold.asks.object())
	if _, ok := s.canvas.Focused().(*widgets.Check); !ok {
		t.Errorf("the focus is on %T", s.canvas.Focused())
	}
}

// Several packs are seen at once.
func TestReliefShowsSeveralSideBySide(t *testing.T) {
	s := newStage(t, Relief)
	s.hit(t, "Start heat: lower back, 15 min")
	s.press(t, "None of these: start")
	s.chip("Neck").Tapped(nil)
	s.hit(t, "Start cold: neck, 10 min")
	s.press(t, "None of these: start")
	s.tick()
	cards := s.relief().onSkin.cards
	if len(cards) != 2 || cards[0].card.Position().Y != cards[1].card.Position().Y {
		t.Errorf("%d cards, %v and %v", len(cards), cards[0].card.Position(), cards[1].card.Position())
	}
	s.hit(t, "Stop: Cold · neck")
	if cards := s.relief().onSkin.cards; len(cards) != 1 || cards[0].card.Size().Width < 500 {
		t.Errorf("one alone is %v", cards[0].card.Size())
	}
}

// Who pauses by keyboard goes on by keyboard.
func TestReliefKeepsTheFocus(t *testing.T) {
	s := newStage(t, Relief)
	s.hit(t, "Start heat: lower back, 15 min")
	s.press(t, "None of these: start")
	s.canvas.Focus(labelledSo[*widgets.Button](s, "Pause: Heat · lower back"))
	s.key(fyne.KeyReturn)
	if s.canvas.Focused() != fyne.Focusable(labelledSo[*widgets.Button](s, "It is on again: Heat · lower back")) {
		t.Errorf("the focus is on %T", s.canvas.Focused())
	}
}

// Where no agent watches over a pack, that is said.
func TestReliefSaysThatNobodyWatches(t *testing.T) {
	s := newStage(t, Relief)
	s.hit(t, "Start heat: lower back, 15 min")
	s.press(t, "None of these: start")
	s.mustNotSay(t, "nothing tells you when it is over")
	s.SetDown("They stopped.")
	s.tick()
	s.mustSay(t, "nothing tells you when it is over")
	s.SetStatus(sittingStatus())
	s.tick()
	s.mustNotSay(t, "nothing tells you when it is over")
}

// A place that has no chip of its own is shown as the chosen one.
func TestReliefShowsTheChosenPlace(t *testing.T) {
	s := newStage(t, Relief, func(s *stage) {
		s.heatCold.used = []Relieved{{ID: "u", Kind: diary.ReliefHeat, Timer: "heat", Region: "knee-left", Start: s.time.AddDate(0, 0, -3), End: s.time.AddDate(0, 0, -3)}}
	})
	if c := s.chip("Left knee"); c == nil || !c.On {
		t.Fatalf("it says %q", s.texts())
	}
	s.chip("Neck").Tapped(nil)
	s.mustNotSay(t, "Left knee")
}

func TestReliefPainAfterAndHistory(t *testing.T) {
	s := newStage(t, Relief)
	s.hit(t, "Start heat: lower back, 15 min")
	s.relief().heat.asks.before = ptr(5)
	s.press(t, "None of these: start")
	s.minutesPass(16)
	s.hit(t, "Skin is fine: Heat · lower back")
	scale := labelledScale(s, "Pain after")
	s.canvas.Focus(scale)
	scale.Select(3)
	s.key(fyne.KeyReturn)
	s.mustSay(t, "pain 5 → 3")
	s.mustNotSay(t, "How much does it hurt now?")
	s.hit(t, "Delete Heat 15 min · lower back, Today, 10:40")
	s.mustNotSay(t, "pain 5 → 3")
	s.undoLast()
	s.mustSay(t, "pain 5 → 3")
	s.minutesPass(70)
	s.hit(t, "Once more: Heat 15 min · lower back")
	s.mustSay(t, "Tick what applies:")
}

// A cream locks heat until it is taken back; cold is to be asked about.
func TestCreamLocksHeat(t *testing.T) {
	s := newStage(t, Relief)
	s.hit(t, "Log: Cream put on just now")
	s.mustSay(t, "Heat is locked until", "Held back for you", "Cream · lower back")
	s.undoLast()
	s.mustNotSay(t, "Heat is locked until", "Held back for you")
	s.hit(t, "Log: Patch put on just now")
	s.mustSay(t, "no heat meanwhile", "Held back for you")
	s.mustNotSay(t, "Again from", "Heat is locked until") // nobody knows when it comes off
	s.hit(t, "Patch · lower back: it is off")
	s.mustNotSay(t, "no heat meanwhile")
	s.mustSay(t, "Heat is locked until")
}

// A cream that was told of elsewhere while the questions were open counts.
func TestReliefReadsAnewBeforeItStarts(t *testing.T) {
	s := newStage(t, Relief)
	s.hit(t, "Start heat: lower back, 15 min")
	s.heatCold.creams = append(s.heatCold.creams, Cream{ID: "c", Kind: diary.MuscleGel, Region: diary.LowerBack, At: s.time})
	s.press(t, "None of these: start")
	s.mustSay(t, "Held back for you", "Heat is locked until")
	if len(s.heatCold.state.Sessions) > 0 {
		t.Error("it started")
	}
}

// What comes to speak against a pack that is on is said on its card.
func TestReliefSaysWhatCameToSpeakAgainstIt(t *testing.T) {
	s := newStage(t, Relief)
	s.hit(t, "Start heat: lower back, 15 min")
	s.press(t, "None of these: start")
	on := s.relief().onSkin
	if against := s.relief().against(s.heatCold.state.Sessions[0]); len(against) > 0 {
		t.Fatalf("against it: %q", against)
	}
	s.hit(t, "Log: Gel put on just now")
	if against := s.relief().against(s.heatCold.state.Sessions[0]); len(against) != 1 || !strings.Contains(on.key, against[0]) {
		t.Errorf("against it: %q", against)
	}
	s.undoLast()
	if against := s.relief().against(s.heatCold.state.Sessions[0]); len(against) > 0 {
		t.Errorf("against it: %q", against)
	}
}

// An answer that changes nothing while a cream is on the skin is not offered.
func TestCreamIsNotTakenBackByAnAnswer(t *testing.T) {
	s := newStage(t, Relief, func(s *stage) {
		s.heatCold.answers = []ReliefAnswer{{Question: "hc-creams", Region: diary.LowerBack, Yes: true, At: s.time}}
	})
	s.mustSay(t, "Held back for you", "This does not apply any more")
	s.hit(t, "Log: Gel put on just now")
	s.mustSay(t, "Held back for you")
	s.mustNotSay(t, "This does not apply any more")
}

func TestReliefChooser(t *testing.T) {
	for _, c := range []struct{ fresh, ache, want string }{
		{"A knock or strain of the last two days", "", "Try cold"},
		{"It flared up after doing something", "", "Either: what feels good"},
		{"Neither", "A long-standing ache, or stiff in the morning", "Try heat"},
		{"Neither", "Cramped or tight", "Try heat"},
		{"I tried one, and it got worse", "", "Not now"},
	} {
		s := newStage(t, Relief)
		s.chip(c.fresh).Tapped(nil)
		if c.ache != "" {
			s.mustNotSay(t, c.want)
			s.chip(c.ache).Tapped(nil)
		}
		s.mustSay(t, c.want, "source")
	}
	s := newStage(t, Relief, func(s *stage) { s.person.now = s.person.now.With("reduced-sensation", morning) })
	s.chip("A knock or strain of the last two days").Tapped(nil)
	s.mustSay(t, "Not now", "Cold would be suggested, but not for you now")
}

// A reminder of one's own leads to the questions, and never past the hard stop.
func TestReliefStartsFromAPart(t *testing.T) {
	s := newStage(t, Today)
	s.OpenAt(Relief, "start:heat:20m")
	s.mustSay(t, "Heat pack · lower back · 15 min", "Tick what applies:")
	s.OpenAt(Relief, "start:nonsense:20m")
	s.mustSay(t, "Start cold")
}

func TestReliefUnread(t *testing.T) {
	s := newStage(t, Relief, func(s *stage) { s.heatCold.err = errNoSuch })
	s.mustSay(t, "The journal cannot be read")
	s.mustNotSay(t, "Start heat")
	s.heatCold.err = nil
	s.press(t, "Try again")
	s.mustSay(t, "Start heat")
	s.hit(t, "Start heat: lower back, 15 min")
	s.heatCold.err = errNoSuch
	s.press(t, "None of these: start")
	s.mustSay(t, "It did not start")
}

// hit presses the button that a screen reader calls so.
func (s *stage) hit(t *testing.T, name string) {
	t.Helper()
	b := labelledSo[*widgets.Button](s, name)
	if b == nil {
		t.Fatalf("there is no button called %q among %q", name, s.texts())
	}
	b.Tapped(nil)
}

// tickBox ticks what applies.
func (s *stage) tickBox(t *testing.T, label string) {
	t.Helper()
	var found *widgets.Check
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if c, ok := o.(*widgets.Check); ok && c.Label == label {
			found = c
		}
	})
	if found == nil {
		t.Fatalf("there is no box for %q", label)
	}
	found.Tapped(nil)
}

func labelledScale(s *stage, name string) *widgets.PainScale {
	var found *widgets.PainScale
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if p, ok := o.(*widgets.PainScale); ok && p.Name == name {
			found = p
		}
	})
	return found
}

func TestMassageSaysWhatIsNotForThePerson(t *testing.T) {
	s := newStage(t, Massage, func(s *stage) { s.person.now = s.person.now.With("blood-thinners", morning) })
	if a := s.judge().Massage(); a.Verdict == safety.Allowed {
		t.Fatal("blood thinners do not matter for massage")
	}
	said := strings.Join(s.texts(), " ")
	if !strings.Contains(said, "Massage: ") || !strings.Contains(said, s.judge().Massage().Reasons[0].Sources[0].Title) {
		t.Errorf("it says %q", said)
	}
}

// The guide is one press away from both, and so are its topics.
func TestReadingScreensLeadIntoTheGuide(t *testing.T) {
	for screen, topic := range map[Screen]string{Massage: "massage-types", Relief: "heat-and-cold"} {
		s := newStage(t, screen)
		s.press(t, "Guide")
		if s.Screen() != Guide || s.guide().leaf != nil {
			t.Errorf("%s: Guide leads to %s", screen, s.Screen())
		}
		s.Back()
		var tile *widgets.Tile
		for _, k := range s.topics() {
			if k.id == topic {
				tile = tileNamed(s, k.title+". "+k.summary)
			}
		}
		if tile == nil {
			t.Fatalf("%s does not lead to %s", screen, topic)
		}
		tile.Tapped(nil)
		if s.guide().part != topic {
			t.Errorf("%s leads to %s", screen, s.guide().part)
		}
	}
}

// Today tells of what is on the skin, and leads there.
func TestTodayTellsOfHeatAndCold(t *testing.T) {
	s := newStage(t, Today)
	now := sittingStatus()
	now.Sessions = []control.Session{{ID: "a", Kind: "heat", Region: "neck", State: control.SessionRunning, Left: control.Seconds(9 * time.Minute)}}
	s.SetStatus(now)
	s.tick()
	s.mustSay(t, "Heat · neck", "9:00 left")
	s.time = s.time.Add(time.Minute)
	s.tick()
	s.mustSay(t, "8:00 left")
	now.Sessions[0].State, now.Sessions[0].Ask, now.Sessions[0].Left = control.SessionOver, "relief-end", 0
	s.SetStatus(now)
	s.mustSay(t, "Take it off now. How is the skin?")
	s.hit(t, "Look at the skin: Heat · neck")
	if s.Screen() != Relief {
		t.Error("it does not lead to Heat & cold")
	}
	now.Sessions = nil
	s.SetStatus(now)
	s.Open(Today)
	s.mustNotSay(t, "Heat · neck")
}
