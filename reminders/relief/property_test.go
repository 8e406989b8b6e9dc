package relief_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relief"
)

// world is what really happens: how long packs are on the skin by a clock that
// nobody can set, and what a scheduler of them makes of it.
type world struct {
	t    *rapid.T
	real time.Duration // since the trace began
	base time.Time     // the wall clock at 0, moved when it is set
	boot int           // the run of the machine; less than 0: there is no clock to know it by
	s    relief.State
	wake time.Time
	set  bool // the clock was set though nothing else tells the time
	next int

	packs []*pack
}

// pack is one session as the person lives it.
type pack struct {
	id     string
	want   relief.Want
	begun  time.Duration
	length time.Duration
	on     bool
	skin   time.Duration // really on the skin
	left   time.Duration // as of the last step
	ended  time.Duration // when it left the state; less than 0 before
	bad    bool
}

func (w *world) clock() relief.Clock {
	c := relief.Clock{Wall: w.base.Add(w.real)}
	if w.boot >= 0 {
		c.Boot, c.Up = fmt.Sprint("boot", w.boot), w.real
	}
	return c
}

// pass lets real time go by, stepping at the wakes unless the machine sleeps or
// the agent is dead.
func (w *world) pass(d time.Duration, stepping bool) {
	end := w.real + d
	for stepping && !w.wake.IsZero() && w.wake.Before(w.base.Add(end)) {
		w.advance(max(0, w.wake.Sub(w.base)-w.real))
		w.step(relief.Tick{})
	}
	w.advance(end - w.real)
}

func (w *world) advance(d time.Duration) {
	w.real += d
	for _, p := range w.packs {
		if p.on && p.ended < 0 {
			p.skin += d
		}
	}
}

// step steps, and holds what comes out against what is promised.
func (w *world) step(ev relief.Event) []relief.Effect {
	before := w.s
	at := w.clock()
	s, effects, wake := w.s.Step(at, ev)
	if raw, err := json.Marshal(before); err != nil || !reflect.DeepEqual(before, w.s) {
		w.t.Fatalf("the step changed what it came from: %s %v", raw, err)
	}
	w.s, w.wake = s, wake
	// The next step may come from what was saved.
	raw, err := json.Marshal(s)
	if err != nil {
		w.t.Fatal(err)
	}
	var again relief.State
	if err := json.Unmarshal(raw, &again); err != nil {
		w.t.Fatal(err)
	}
	if a, b, c := again.Step(at, relief.Tick{}); len(b) != 0 || !c.Equal(wake) || len(a.Sessions) != len(s.Sessions) {
		w.t.Fatalf("a restart at once changes something: %v %v, wake %v, was %v", a, b, c, wake)
	}
	if len(s.Sessions) > 0 && wake.IsZero() || !wake.IsZero() && wake.Before(at.Wall) {
		w.t.Fatalf("wake %v at %v with %d sessions", wake, at.Wall, len(s.Sessions))
	}
	for _, p := range w.packs {
		w.judge(p, effects)
	}
	for i, x := range s.Sessions {
		for _, y := range s.Sessions[:i] {
			if x.Region.Overlaps(y.Region) {
				w.t.Fatalf("two at once on %s and %s", x.Region, y.Region)
			}
		}
	}
	return effects
}

func (w *world) judge(p *pack, effects []relief.Effect) {
	x, is := w.s.Find(p.id)
	if !is {
		if p.ended < 0 {
			p.ended, p.on = w.real, false
			if !slices.ContainsFunc(effects, func(e relief.Effect) bool { return e.Verb == relief.Log && e.Record.ID == p.id }) {
				w.t.Fatalf("%s left without a record", p.id)
			}
		}
		return
	}
	if x.Left() > p.left {
		w.t.Fatalf("%s: %v are left, and before it were %v", p.id, x.Left(), p.left)
	}
	p.left = x.Left()
	if x.Length > x.Limits.HardStop || x.Used > x.Limits.HardStop {
		w.t.Fatalf("%s runs for %v of %v, over the hard stop %v", p.id, x.Used, x.Length, x.Limits.HardStop)
	}
	if x.Off >= relief.MostPaused && x.Phase != relief.Over {
		w.t.Fatalf("%s goes on after %v of pauses", p.id, x.Off)
	}
	switch x.Phase {
	case relief.Running:
		p.on = true
		if !w.set && x.Used < p.skin {
			w.t.Fatalf("%s: on the skin for %v, counted are %v", p.id, p.skin, x.Used)
		}
		if !w.set && p.skin >= p.length {
			w.t.Fatalf("%s: on the skin for %v of %v, and it still runs", p.id, p.skin, p.length)
		}
	case relief.Paused:
		p.on = false
	case relief.Over:
		if x.Ask != relief.AskEnd || x.Shown == 0 {
			w.t.Fatalf("%s is over, and it is not said: %+v", p.id, x)
		}
	}
}

var places = []diary.Region{diary.LowerBack, "low-back-left", "low-back-middle", diary.Neck}

func (w *world) begin(timers []content.Timer) {
	t := w.t
	want := relief.Want{
		Timer:  timers[rapid.IntRange(0, len(timers)-1).Draw(t, "timer")],
		Region: rapid.SampledFrom(places).Draw(t, "place"),
		Length: time.Duration(rapid.IntRange(0, 25*60).Draw(t, "length")) * time.Second,
		MaxMin: rapid.SampledFrom([]int{0, 10}).Draw(t, "most"),
	}
	w.next++
	p := &pack{id: fmt.Sprint("p", w.next), want: want, begun: w.real, ended: -1, left: 24 * time.Hour}
	refused := w.s.Check(w.clock(), want)
	w.step(relief.Begin{ID: p.id, Want: want})
	x, began := w.s.Find(p.id)
	if began == (refused != nil) {
		t.Fatalf("it began: %v; it was refused: %v", began, refused)
	}
	limits := relief.LimitsOf(want.Timer, want.MaxMin)
	if !began {
		if !refused.Until.IsZero() && !refused.Until.After(w.clock().Wall) {
			t.Fatalf("refused until %v, which is past", refused.Until)
		}
		return
	}
	if want.Length > limits.HardStop {
		t.Fatalf("%v began, over the hard stop of %v", want.Length, limits.HardStop)
	}
	p.length, p.left = x.Length, x.Length
	today := 0
	now := w.clock().Wall
	y, m, d := now.Date()
	sinceMidnight := now.Sub(time.Date(y, m, d, 0, 0, 0, 0, now.Location()))
	for _, q := range w.packs {
		if !q.want.Region.Overlaps(want.Region) {
			continue
		}
		if q.ended < 0 {
			t.Fatalf("two at once: %s and %s", q.id, p.id)
		}
		if w.boot < 0 && w.set {
			continue // nothing can tell how long ago that was
		}
		rested := w.real - q.ended
		gap := relief.LimitsOf(q.want.Timer, 0).Gap
		if q.want.Timer.Modality == want.Timer.Modality && rested < gap {
			t.Fatalf("%s began %v after %s, and the gap is %v", p.id, rested, q.id, gap)
		}
		if q.want.Timer.Modality != want.Timer.Modality && q.skin >= time.Minute && rested < gap {
			t.Fatalf("%s began %v after the other kind, and the gap is %v", p.id, rested, gap)
		}
		if w.real-q.begun <= sinceMidnight {
			if q.bad {
				t.Fatalf("%s began on a place whose skin was not fine today", p.id)
			}
			if q.want.Timer.Modality == want.Timer.Modality {
				today++
			}
		}
	}
	if most := want.Timer.MaxPerDay; most > 0 && today >= most {
		t.Fatalf("the use of today number %d began, %d are the most", today+1, most)
	}
	w.packs = append(w.packs, p)
}

// TestInvariants: no sequence of starts, pauses, snoozes, restarts and clock
// changes yields a session over its hard stop, two at once on one region, or a
// gap cut short.
func TestInvariants(t *testing.T) {
	timers := timed(t)
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		w := &world{t: t, base: time.Date(2026, time.Month(rapid.IntRange(1, 12).Draw(t, "month")), 28, rapid.IntRange(0, 23).Draw(t, "hour"), 30, 0, 0, zone)}
		w.boot = rapid.SampledFrom([]int{0, 0, -1}).Draw(t, "boot")
		for range rapid.IntRange(1, 60).Draw(t, "moments") {
			gone := time.Duration(rapid.SampledFrom([]int{0, 1, 30, 60, 299, 300, 600, 1800, 3600, 7200}).Draw(t, "after")) * time.Second
			id := fmt.Sprint("p", rapid.IntRange(1, max(1, w.next)).Draw(t, "which"))
			kind := rapid.SampledFrom([]string{"begin", "begin", "begin", "pause", "resume", "stop", "check", "later", "sleep", "kill", "reboot", "set"}).Draw(t, "kind")
			w.pass(gone, kind != "sleep" && kind != "kill" && kind != "reboot")
			switch kind {
			case "begin":
				w.begin(timers)
			case "pause":
				w.step(relief.Pause{ID: id})
			case "resume":
				w.step(relief.Resume{ID: id})
			case "stop":
				w.step(relief.Stop{ID: id, Skin: rapid.SampledFrom([]diary.Skin{"", diary.SkinFine}).Draw(t, "skin")})
			case "check":
				fine := rapid.Bool().Draw(t, "fine")
				w.step(relief.Checked{ID: id, Ask: rapid.SampledFrom([]relief.Ask{"", relief.AskCheck, relief.AskEnd}).Draw(t, "ask"), Fine: fine})
				for _, p := range w.packs {
					if p.id == id && p.ended >= 0 {
						p.bad = slices.ContainsFunc(w.s.Recent, func(u relief.Use) bool { return u.ID == id && u.Skin == diary.SkinBad })
					}
				}
			case "later":
				w.step(relief.Later{ID: id})
			case "sleep", "kill":
				raw, err := json.Marshal(w.s)
				if err != nil {
					t.Fatal(err)
				}
				w.s = relief.State{}
				if err := json.Unmarshal(raw, &w.s); err != nil {
					t.Fatal(err)
				}
				w.step(relief.Tick{})
			case "reboot":
				if w.boot >= 0 {
					w.boot++
				}
				w.step(relief.Tick{})
			case "set":
				w.step(relief.Tick{})
				by := time.Duration(rapid.IntRange(-90000, 90000).Draw(t, "by")) * time.Second
				w.base = w.base.Add(by)
				if w.boot < 0 {
					w.set = true // nothing else tells how long anything takes
				}
				w.step(relief.Tick{})
			}
		}
	})
}

// timed are the timers of the library that run.
func timed(t testing.TB) []content.Timer {
	t.Helper()
	h, err := content.BuiltIn().HeatCold()
	if err != nil {
		t.Fatal(err)
	}
	var out []content.Timer
	for _, x := range h.Timers {
		if !x.Untimed && x.Offered {
			out = append(out, x)
		}
	}
	if len(out) != 3 {
		t.Fatalf("%d timers run, want heat, cold pack and ice massage", len(out))
	}
	return out
}
