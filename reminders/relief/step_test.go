package relief_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relief"
)

func TestASessionFromBeginningToEnd(t *testing.T) {
	b := newBench(t)
	six := 6
	b.began(relief.Want{Timer: timed(t)[0], Region: diary.LowerBack, Before: &six})
	b.until(12, 5)
	b.step(relief.Checked{ID: "s1", Ask: relief.AskCheck, Fine: true})
	b.until(12, 12) // the look at 10 minutes is not answered
	b.until(12, 16)
	b.step(relief.Checked{ID: "s1", Ask: relief.AskCheck, Fine: true}) // a late answer to a look is none to the end
	b.step(relief.Checked{ID: "s1", Ask: relief.AskEnd, Fine: true})
	b.until(20, 0)
	b.said(
		"12:05:00 show relief-check s1", "12:05:00 close relief-check s1",
		"12:10:00 show relief-check s1", "12:12:00 show relief-check s1", "12:14:00 show relief-check s1",
		"12:15:00 close relief-check s1", "12:15:00 show relief-end s1", "12:16:00 show relief-end s1",
		"12:16:00 close relief-end s1", "12:16:00 log s1 over 15m0s of 15m0s fine",
	)
}

func TestAnEndNobodyAnswersIsLeft(t *testing.T) {
	b := newBench(t)
	b.began(relief.Want{Timer: timed(t)[2], Region: diary.Neck, Length: 5 * time.Minute})
	b.until(12, 6)
	b.step(relief.Later{ID: "s1"})
	b.until(13, 0)
	if len(b.log) != 17 || b.log[0] != "12:05:00 show relief-end s1" || b.log[2] != "12:06:00 close relief-end s1" || b.log[15] != "12:19:00 show relief-end s1" || b.log[16] != "12:20:00 log s1 over 5m0s of 5m0s" {
		t.Errorf("%q", b.log)
	}
	if !b.wake.IsZero() {
		t.Errorf("it wakes at %v for nothing", b.wake)
	}
	b.log = nil
	b.step(relief.Checked{ID: "s1"})
	b.step(relief.Checked{ID: "s1"})
	b.step(relief.Checked{ID: "s1", Fine: true})
	b.said("13:00:00 told s1 bad", "13:00:00 told s1 fine")
	// It may have been on all that time: the gap begins when it was left.
	if r := b.s.Check(relief.Clock{Wall: b.at}, relief.Want{Timer: timed(t)[0], Region: diary.Neck}); r == nil || !r.Until.Equal(time.Date(2026, 11, 28, 14, 20, 0, 0, noon.Location())) {
		t.Errorf("%+v", r)
	}
}

func TestNotFineStopsIt(t *testing.T) {
	b := newBench(t)
	b.began(relief.Want{Timer: timed(t)[1], Region: diary.Neck})
	b.until(12, 5)
	b.step(relief.Checked{ID: "s1", Ask: relief.AskCheck})
	b.said("12:05:00 show relief-check s1", "12:05:00 close relief-check s1", "12:05:00 log s1 stopped 5m0s of 10m0s bad")
	for _, h := range []int{13, 18, 23} {
		b.until(h, 30)
		if _, r := b.begin(relief.Want{Timer: timed(t)[0], Region: diary.Neck}); r == nil || r.Code != relief.SkinBadNow {
			t.Errorf("at %d: %+v", h, r)
		}
	}
	b.until(24, 1)
	if _, r := b.begin(relief.Want{Timer: timed(t)[0], Region: diary.Neck}); r != nil {
		t.Errorf("the next day: %v", r)
	}
}

func TestPausesAreBounded(t *testing.T) {
	b := newBench(t)
	b.began(relief.Want{Timer: timed(t)[0], Region: diary.Neck})
	b.until(12, 5) // the look at the skin is asked
	b.step(relief.Pause{ID: "s1"})
	b.step(relief.Pause{ID: "s1"})
	b.until(12, 11)
	x, _ := b.s.Find("s1")
	if x.Phase != relief.Paused || x.Left() != 10*time.Minute || x.Off != 0 {
		t.Errorf("%+v", x)
	}
	b.step(relief.Resume{ID: "s1"})
	if x, _ = b.s.Find("s1"); x.Phase != relief.Running || x.Left() != 10*time.Minute || x.Off != 6*time.Minute || x.Ends(b.at) != b.at.Add(10*time.Minute) {
		t.Errorf("%+v", x)
	}
	b.step(relief.Pause{ID: "s1"})
	b.until(12, 20)
	b.step(relief.Resume{ID: "s1"})
	b.said("12:05:00 show relief-check s1", "12:05:00 close relief-check s1", "12:15:00 log s1 lapsed 5m0s of 15m0s")
}

// A clock nobody can set outranks the one on the wall; without one, a wall clock
// that goes back stretches nothing.
func TestClocks(t *testing.T) {
	timer := timed(t)[0]
	begin := func(boot string) relief.State {
		s, _, _ := relief.State{}.Step(relief.Clock{Wall: noon, Boot: boot, Up: time.Hour}, relief.Begin{ID: "s1", Want: relief.Want{Timer: timer, Region: diary.Neck}})
		s, _, _ = s.Step(relief.Clock{Wall: noon.Add(4 * time.Minute), Boot: boot, Up: time.Hour + 4*time.Minute}, relief.Tick{})
		return s
	}
	for what, c := range map[string]struct {
		boot string
		at   relief.Clock
		left time.Duration
	}{
		"an hour back":               {"a", relief.Clock{Wall: noon.Add(-time.Hour), Boot: "a", Up: time.Hour + 6*time.Minute}, 9 * time.Minute},
		"an hour on":                 {"a", relief.Clock{Wall: noon.Add(2 * time.Hour), Boot: "a", Up: time.Hour + 6*time.Minute}, 9 * time.Minute},
		"another boot":               {"a", relief.Clock{Wall: noon.Add(6 * time.Minute), Boot: "b", Up: time.Minute}, 9 * time.Minute},
		"another boot and back":      {"a", relief.Clock{Wall: noon.Add(-time.Hour), Boot: "b", Up: time.Minute}, 11 * time.Minute},
		"only a wall clock":          {"", relief.Clock{Wall: noon.Add(6 * time.Minute)}, 9 * time.Minute},
		"only a wall clock and back": {"", relief.Clock{Wall: noon.Add(-time.Hour)}, 11 * time.Minute},
		"it slept past the end":      {"a", relief.Clock{Wall: noon.Add(time.Hour), Boot: "a", Up: 2 * time.Hour}, 0},
	} {
		s, effects, _ := begin(c.boot).Step(c.at, relief.Tick{})
		x, is := s.Find("s1")
		if !is || x.Left() != c.left {
			t.Errorf("%s: %v left, want %v", what, x.Left(), c.left)
		}
		if over := c.left == 0; over && (x.Phase != relief.Over || x.Since != 45*time.Minute || len(effects) != 1 || !x.Ends(c.at.Wall).Equal(noon.Add(15*time.Minute))) {
			t.Errorf("%s: %+v, %+v", what, x, effects)
		}
	}
}

func TestRebuild(t *testing.T) {
	h, err := content.BuiltIn().HeatCold()
	if err != nil {
		t.Fatal(err)
	}
	s := relief.Rebuild(relief.Clock{Wall: noon}, []diary.Relief{
		{ID: "a", Kind: "heat", Timer: "heat", Region: diary.Neck, Start: noon.Add(-40 * time.Minute), End: noon.Add(-30 * time.Minute), Used: 10 * time.Minute},
		{ID: "b", Kind: "cold", Timer: "gone", Region: diary.Hips, Start: noon.Add(-2 * time.Hour), End: noon.Add(-time.Hour), Used: time.Hour, Skin: diary.SkinBad},
	}, h.Timers)
	for region, want := range map[diary.Region]relief.Code{diary.Neck: relief.InGap, diary.Hips: relief.SkinBadNow, diary.LowerBack: ""} {
		r := s.Check(relief.Clock{Wall: noon}, relief.Want{Timer: h.Timers[0], Region: region})
		if (r == nil) != (want == "") || r != nil && r.Code != want {
			t.Errorf("%s: %+v, want %s", region, r, want)
		}
	}
}

// FuzzState reads any saved state: nothing runs past its hard stop, and no step
// fails.
func FuzzState(f *testing.F) {
	s, _, _ := relief.State{}.Step(relief.Clock{Wall: noon, Boot: "a"}, relief.Begin{ID: "s1", Want: relief.Want{Timer: content.Timer{
		ID: "heat", Modality: content.Heat, Offered: true, DefaultMin: 15, HardStopMin: 15, GapMin: 60, SkinCheckAtMin: []int{5},
	}, Region: diary.Neck}})
	raw, err := json.Marshal(s)
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{string(raw), "{}", `{"sessions":[{"id":"x","used":-9e15,"length":9e18}]}`, `{"sessions":[{"id":"x","phase":"over","shown":-1,"asked":-5}]}`, `{"recent":[{"rested":-1,"gap":9000000000000000000}]}`, `{"up":9000000000000000000,"boot":"a"}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		var s relief.State
		if json.Unmarshal(raw, &s) != nil {
			return
		}
		at := relief.Clock{Wall: noon, Boot: "a", Up: time.Hour}
		for range 4 {
			var wake time.Time
			s, _, wake = s.Step(at, relief.Tick{})
			for _, x := range s.Sessions {
				if x.Left() > max(0, x.Limits.HardStop) {
					t.Fatalf("%v are left of a hard stop of %v", x.Left(), x.Limits.HardStop)
				}
			}
			if !wake.IsZero() && wake.Before(at.Wall) {
				t.Fatalf("wake %v at %v", wake, at.Wall)
			}
			at.Wall, at.Up = at.Wall.Add(time.Minute), at.Up+time.Minute
		}
		_ = s.Check(at, relief.Want{Timer: content.Timer{Modality: content.Heat, Offered: true, HardStopMin: 15}, Region: diary.Neck})
	})
}
