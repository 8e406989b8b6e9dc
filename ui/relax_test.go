package ui

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/ui/widgets"
)

// calmer is a few days of relaxing.
func calmer(s *stage) {
	at := func(days int, x Relaxed) Relaxed {
		x.Start = morning.AddDate(0, 0, -days).Add(-time.Hour)
		x.End = x.Start.Add(x.Active)
		return x
	}
	s.relaxed.kept = []Relaxed{
		at(9, Relaxed{ID: "a", Kind: "breathing", Name: "Slow belly breathing", Active: 4 * time.Minute, Full: true, PerMinute: 8}),
		at(3, Relaxed{ID: "b", Kind: "pmr", Name: "Progressive muscle relaxation", Active: 5 * time.Minute, Done: 6, Groups: 10, Before: ptr(3)}),
		at(2, Relaxed{ID: "c", Kind: "breathing", Name: "Slow belly breathing", Active: 3 * time.Minute, Full: true, PerMinute: 7, Before: ptr(4), After: ptr(7)}),
		at(1, Relaxed{ID: "d", Kind: "pmr", Name: "Progressive muscle relaxation", Active: 9*time.Minute + 36*time.Second, Full: true, Done: 10, Groups: 10, After: ptr(8)}),
		at(0, Relaxed{ID: "e", Kind: "breathing", Name: "Slow belly breathing", Active: 5 * time.Minute, Full: true, PerMinute: 6, Before: ptr(5), After: ptr(8)}),
	}
}

// pacer is the shape that is followed.
func (s *stage) pacer(t *testing.T) *widgets.Pacer {
	t.Helper()
	var found *widgets.Pacer
	walk(s.shell, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if p, ok := o.(*widgets.Pacer); ok {
			found = p
		}
	})
	if found == nil {
		t.Fatal("nothing moves with the breath")
	}
	return found
}

// scale is the scale of pain or of calm that is shown.
func (s *stage) scale(t *testing.T) *widgets.PainScale {
	t.Helper()
	for _, f := range s.tabThrough(t) {
		if x, ok := f.(*widgets.PainScale); ok {
			return x
		}
	}
	t.Fatal("no scale")
	return nil
}

// From the card to how calm one is afterwards.
func TestRelaxBreathing(t *testing.T) {
	s := newStage(t, Relief)
	s.SetStatus(sittingStatus())
	s.hinted("Slow belly breathing: choose and begin").Tapped(nil)
	if s.Screen() != Relax {
		t.Fatalf("at %s", s.Screen())
	}
	s.mustSay(t, "Before you begin", "Stop if dizzy or tingly.", "About 4 s in and as long out")
	s.chip("1 min").Tapped(nil)
	s.scale(t).Select(4)
	s.press(t, "Begin")
	if s.Screen() != Playing || s.status(t) != session.Running {
		t.Fatalf("at %s", s.Screen())
	}
	if calls := strings.Join(s.agent.calls, " "); strings.Contains(calls, "stretch") {
		t.Errorf("the agent is told %q", calls)
	}
	s.mustSay(t, "Slow belly breathing", "1:00 to go")
	if word, small := s.pacer(t).Words(); word != "Get ready" || small != "5" {
		t.Errorf("it says %q, %q", word, small)
	}
	s.pass(5*time.Second + 500*time.Millisecond)
	if word, _ := s.pacer(t).Words(); word != "In" {
		t.Errorf("it says %q", word)
	}
	s.pass(3 * time.Second)
	s.pacer(t).Look()
	if size := s.pacer(t).Swell().Size; size < 0.9 {
		t.Errorf("breathed in it is %g large", size)
	}
	s.pass(time.Second)
	if word, _ := s.pacer(t).Words(); word != "Out" {
		t.Errorf("it says %q", word)
	}
	s.pass(time.Minute)
	if s.status(t) != session.Ended {
		t.Fatalf("it is %s", s.status(t))
	}
	s.mustSay(t, "Well done", "Slow belly breathing · 1 min · 8 breaths a minute", "Before, it was 4.")
	for _, want := range []string{"start", "tick", "breathe-in", "breathe-out", "end"} {
		if !slices.Contains(s.sounds.chimes, want) {
			t.Errorf("no chime %q among %q", want, s.sounds.chimes)
		}
	}
	s.scale(t).Select(8)
	got := s.relaxed.kept
	if len(got) != 1 || got[0].Active != time.Minute || !got[0].Full || got[0].PerMinute != 8 || *got[0].Before != 4 || *got[0].After != 8 {
		t.Fatalf("kept %+v", got)
	}
	if len(s.stretches.kept) != 0 || len(s.stretches.session) != 0 || strings.Contains(strings.Join(s.agent.calls, " "), "did") {
		t.Errorf("it is taken for a stretch: %+v, %q", s.stretches.kept, s.agent.calls)
	}
	s.press(t, "Again")
	if s.status(t) != session.Running {
		t.Errorf("it is %s", s.status(t))
	}
	s.key(fyne.KeyEscape)
	s.press(t, "Close")
	if s.Screen() != Relax {
		t.Errorf("at %s", s.Screen())
	}
	s.mustSay(t, "What you did", "1 time in the last seven days, 1 min in all", "Calm 4 → 8")
}

func TestRelaxBreathingKeys(t *testing.T) {
	s := newStage(t, Today)
	s.OpenAt(Playing, "relax:breathing?pace=6&minutes=2")
	s.pass(6 * time.Second)
	pace := func() int { return relax.PerMinute(s.playing(t).play.State().Plan.Items[0].Hold) }
	for _, c := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyUp, 7}, {fyne.KeyPlus, 8}, {fyne.KeyUp, 8}, {fyne.KeyDown, 7}, {fyne.KeyMinus, 6}, {fyne.KeyDown, 5}, {fyne.KeyDown, 4}, {fyne.KeyDown, 4}, {fyne.KeyRight, 4}, {fyne.KeyLeft, 4}} {
		if s.key(c.key); pace() != c.want {
			t.Errorf("%s leads to %d a minute, want %d", c.key, pace(), c.want)
		}
	}
	s.key(fyne.KeySpace)
	s.mustSay(t, "Go on")
	if word, _ := s.pacer(t).Words(); s.status(t) != session.Paused || word != "Paused" {
		t.Errorf("Space: %s, %q", s.status(t), word)
	}
	s.key(fyne.KeySpace)
	s.key(fyne.KeyS)
	if s.prefs.now.Player.Chimes {
		t.Error("S does not switch the sounds off")
	}
	s.key(fyne.KeyF)
	if !s.outside.full || !s.shell.bare {
		t.Error("F does not fill the screen")
	}
	s.key(fyne.KeyEscape)
	if s.outside.full || s.status(t) != session.Running {
		t.Error("Esc does not leave the full screen")
	}
	s.pass(40 * time.Second)
	s.key(fyne.KeyEscape)
	s.mustSay(t, "That counts")
	if got := s.relaxed.kept; len(got) != 1 || got[0].Full || got[0].Active != 41*time.Second || got[0].PerMinute != 4 {
		t.Fatalf("kept %+v", got)
	}
	s.press(t, "Go on after all")
	if s.status(t) != session.Running || len(s.relaxed.kept) != 0 {
		t.Errorf("%s, kept %+v", s.status(t), s.relaxed.kept)
	}
}

// Given up at once it is nothing to log.
// Full screen is marked as on, also while nothing moves.
func TestRelaxFullScreenWhilePaused(t *testing.T) {
	s := newStage(t, Today)
	s.OpenAt(Playing, "relax:breathing?pace=6&minutes=4")
	s.key(fyne.KeySpace)
	s.key(fyne.KeyF)
	if c := s.chip("Full screen"); c == nil || !c.On {
		t.Error("F in a pause: it is not marked as on")
	}
	s.mustNotSay(t, "Stay on top")
	s.key(fyne.KeyEscape)
	if c := s.chip("Full screen"); c == nil || c.On {
		t.Error("Esc: it is still marked as on")
	}
}

func TestRelaxGivenUp(t *testing.T) {
	s := newStage(t, Today)
	s.OpenAt(Playing, "relax:breathing")
	s.pass(10 * time.Second)
	s.key(fyne.KeyEscape)
	s.mustSay(t, "Ended early")
	if len(s.relaxed.kept) != 0 {
		t.Errorf("kept %+v", s.relaxed.kept)
	}
	s.scale(t).Select(3) // tells nobody anything
}

// Locked, asleep, elsewhere: nothing that nobody saw counts.
func TestRelaxInterrupted(t *testing.T) {
	s := newStage(t, Today)
	st := sittingStatus()
	s.SetStatus(st)
	s.OpenAt(Playing, "relax:breathing?pace=6&minutes=2")
	s.pass(25 * time.Second)
	st.Presence = "locked"
	s.SetStatus(st)
	s.pass(5 * time.Minute)
	st.Presence = "active"
	s.SetStatus(st)
	if s.status(t) != session.Interrupted {
		t.Fatalf("it is %s", s.status(t))
	}
	s.mustSay(t, "You were away. Go on when you are ready.")
	s.press(t, "Go on")
	s.pass(30 * time.Second)
	s.Open(Today)
	s.mustSay(t, "Slow belly breathing is paused")
	s.mustNotSay(t, "At exercise")
	s.pass(2 * time.Hour)
	s.SetStatus(st)
	if got := s.relaxed.kept; len(got) != 1 || got[0].Full || got[0].Active > 55*time.Second || got[0].Active < 45*time.Second {
		t.Errorf("kept %+v", got)
	}
}

// The window is closed in the middle: another one goes on, or counts what was
// done.
func TestRelaxInAnotherWindow(t *testing.T) {
	s := newStage(t, Today)
	s.OpenAt(Playing, "relax:pmr?half=1")
	s.pass(60 * time.Second)
	s.Stop()
	saved := s.stretches.session
	if len(saved) == 0 {
		t.Fatal("the session was not kept")
	}
	open := func(later time.Duration) *stage {
		return newStage(t, Today, func(x *stage) {
			x.time = s.time.Add(later)
			x.stretches.session = slices.Clone(saved)
		})
	}
	again := open(10 * time.Minute)
	again.hinted("Go on with Progressive muscle relaxation").Tapped(nil)
	again.press(t, "Go on")
	again.key(fyne.KeyRight) // to the next group
	again.mustSay(t, "At half strength: ")
	again.pass(again.playing(t).play.State().At(again.time).Left + time.Second)
	if got := again.relaxed.kept; len(got) != 1 || !got[0].Full || got[0].Done != 10 || got[0].Groups != 10 {
		t.Errorf("kept %+v", got)
	}
	again.mustNotSay(t, "Again") // half strength was chosen elsewhere

	late := open(2 * time.Hour)
	late.mustNotSay(t, "is paused")
	if got := late.relaxed.kept; len(got) != 1 || got[0].Full || got[0].Active != 60*time.Second {
		t.Errorf("kept %+v", got)
	}
	var state session.State
	if err := json.Unmarshal(saved, &state); err != nil || state.Plan.Relaxes != relax.Muscles {
		t.Errorf("%v, %+v", err, state.Plan)
	}
}

func TestRelaxMuscles(t *testing.T) {
	s := newStage(t, Relax, func(s *stage) { s.person.now = s.person.now.With(relax.Gently, morning) })
	s.OpenAt(Relax, relax.Muscles)
	s.mustSay(t, "With care", "Half effort with high blood pressure", "Keep your eyes open if closing them feels unsafe.")
	s.chip("Shoulders").Tapped(nil)
	s.chip("Belly").Tapped(nil)
	s.mustSay(t, "Only imagine tensing there")
	s.chip("Belly").Tapped(nil)
	s.press(t, "Begin")
	plan := s.playing(t).play.State().Plan
	if len(plan.Items) != 9 || slices.ContainsFunc(plan.Items, func(i session.Item) bool { return i.Exercise == "shoulders" }) {
		t.Errorf("%d groups", len(plan.Items))
	}
	s.mustSay(t, "At half strength: Make fists with both hands.", "Hands", "get ready", "With care: ")
	s.prefs.now.Player.Voice = true
	s.pass(14 * time.Second)
	if word, _ := s.pacer(t).Words(); word != "Tense" {
		t.Errorf("it says %q", word)
	}
	s.pacer(t).Look()
	if firm := s.pacer(t).Swell().Firm; firm != 1 {
		t.Errorf("tensed it is %g firm", firm)
	}
	s.pass(4 * time.Second)
	s.mustSay(t, "Open your hands and let them lie heavy.")
	s.pass(5 * time.Second)
	s.pacer(t).Look()
	if firm := s.pacer(t).Swell().Firm; firm != 0 {
		t.Errorf("let go it is %g firm", firm)
	}
	if said := strings.Join(s.sounds.said, "|"); !strings.Contains(said, "Tense now.") || !strings.Contains(said, "Let go. Open your hands") {
		t.Errorf("said %q", said)
	}
	s.mustNotSay(t, "Easier", "E easier")
	s.key(fyne.KeyRight)
	s.key(fyne.KeyEscape)
	s.mustSay(t, "0 of 9 groups of muscles")
}

// Nothing is left to tense, and it says so; only imagined, all is there again.
func TestRelaxMusclesAllSpared(t *testing.T) {
	s := newStage(t, Relax)
	s.OpenAt(Relax, relax.Muscles)
	th, err := relax.Therapy(content.BuiltIn(), relax.Muscles)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range th.Muscles.Order {
		s.chip(relax.GroupName(id)).Tapped(nil)
	}
	s.mustSay(t, "Every group is left out.")
	s.mustNotSay(t, "Begin")
	labelledSo[*widgets.Check](s, "Only imagine tensing there, not ticked").Tapped(nil)
	s.press(t, "Begin")
	s.mustSay(t, "Only imagine it: Make fists with both hands.")
}

// Lung and heart disease: the reason stands first, and one has to have asked.
func TestRelaxAsksFirst(t *testing.T) {
	s := newStage(t, Relax, func(s *stage) { s.person.now = s.person.now.With("lung-disease", morning) })
	s.mustSay(t, "Ask first", "Lung or heart disease: follow your own team")
	s.mustNotSay(t, "Begin")
	s.OpenAt(Playing, "relax:breathing") // past the screen it is asked as well
	s.mustSay(t, "Ask first", "I have asked: start")
	if s.player().play != nil {
		t.Error("it plays")
	}
	s.Open(Relax)
	s.press(t, "I have asked: start")
	if s.status(t) != session.Running {
		t.Errorf("it is %s", s.status(t))
	}
}

// The cards say so before anything is opened, also where it is told later.
func TestRelaxCardsFollowTheProfile(t *testing.T) {
	s := newStage(t, Relief)
	s.mustSay(t, "1 to 10 minutes", "about 10 minutes")
	s.mustNotSay(t, "Ask first")
	s.takeProfile(s.person.now.With("lung-disease", morning))
	s.mustSay(t, "Ask first")
	s.hinted("Progressive muscle relaxation: choose and begin").Tapped(nil)
	if s.Screen() != Relax || s.screens[Relax].(*relaxScreen).kind != relax.Muscles {
		t.Errorf("at %s", s.Screen())
	}
}

func TestRelaxHistory(t *testing.T) {
	s := newStage(t, Relax, calmer)
	s.mustSay(t, "4 times in the last seven days, 23 min in all", "Today, 09:40 · 5 min · 6 breaths a minute", "Calm 5 → 8", "Calm 8 after", "Calm 3 before", "5 min · 6 of 10 groups", "Ended early")
	s.mustSay(t, "About 5 s in and as long out") // as the last time
	s.press(t, "All of the last three months")
	s.mustSay(t, "8 breaths a minute", "Fewer")
	s.hinted("Delete Slow belly breathing, Today, 09:40").Tapped(nil)
	s.mustNotSay(t, "Today, 09:40 · 5 min")
	s.undoLast()
	s.mustSay(t, "Today, 09:40 · 5 min")
	s.hinted("Slow belly breathing as on Today, 09:40, again").Tapped(nil)
	if plan := s.playing(t).play.State().Plan; len(plan.Items[0].Sets[0]) != 30 {
		t.Errorf("%d breaths", len(plan.Items[0].Sets[0]))
	}
}

func TestRelaxNothingOfThatName(t *testing.T) {
	s := newStage(t, Today)
	s.OpenAt(Playing, "relax:yoga")
	s.mustSay(t, "There is no routine “yoga”")
	s.relaxed.err = errors.New("not now")
	s.OpenAt(Playing, "relax:breathing?minutes=1")
	s.pass(2 * time.Minute)
	s.mustSay(t, "Saving did not work: not now")
}
