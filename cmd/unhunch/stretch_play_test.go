package main

import (
	"bytes"
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/unhunch/unhunch/reminders/session"
	"github.com/unhunch/unhunch/reminders/speech"
)

// heard notes what could be heard.
type heard struct {
	rung, said []string
	hushed     int
}

func (h *heard) Chime(name string)            { h.rung = append(h.rung, name) }
func (h *heard) Say(text string, _ bool)      { h.said = append(h.said, text) }
func (h *heard) Hush()                        { h.hushed++ }
func (h *heard) Finish(context.Context) error { return nil }
func (h *heard) Close() error                 { return nil }

// press is a key at a time since the beginning.
type press struct {
	at  time.Duration
	key stretchKey
}

// played is what came of a plan that was played.
type played struct {
	heard
	text  string
	state session.State
	begun []time.Duration
	took  time.Duration
}

// playing plays a plan with keys pressed; width 0 is no terminal.
type playing struct {
	plan    session.Plan
	keys    []press
	noKeys  bool                             // no keyboard
	width   int                              //
	clock   func(real time.Time) time.Time   // nil: the real one
	context func() (context.Context, func()) // nil: one that is never done
}

func (p playing) run(t *testing.T) (out played) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		var text bytes.Buffer
		g := guide{now: time.Now, stage: &stage{out: &text}, sounds: &out.heard, begin: func(left time.Duration) { out.begun = append(out.begun, left) }}
		if p.clock != nil {
			g.now = func() time.Time { return p.clock(time.Now()) }
		}
		if p.width > 0 {
			g.stage.width = func() int { return p.width }
		}
		if !p.noKeys {
			keys := make(chan stretchKey)
			g.keys = keys
			go func() {
				from := time.Now()
				for _, k := range p.keys {
					time.Sleep(k.at - time.Since(from))
					select {
					case keys <- k.key:
					case <-t.Context().Done():
						return
					}
				}
			}()
		}
		ctx, cancel := context.WithCancel(t.Context())
		if p.context != nil {
			ctx, cancel = p.context()
		}
		defer cancel()
		from := time.Now()
		var err error
		if out.state, err = g.play(ctx, p.plan); err != nil {
			t.Fatal(err)
		}
		out.text, out.took = text.String(), time.Since(from)
	})
	return out
}

// twoThings is a routine of a stretch on both sides and a movement.
func twoThings() session.Plan {
	return session.Plan{
		Routine: "two-things", Name: "Two things", Ready: 5 * time.Second, Rest: 8 * time.Second,
		Items: []session.Item{
			{
				Exercise: "lean", Name: "Lean", Instead: "Bend", Steps: []string{"Lean over.", "Breathe."}, Easier: "Lean less.", Harder: "Lean more.", Reps: 1, Hold: 12 * time.Second, Move: 4 * time.Second,
				Sets: [][]time.Duration{{12 * time.Second}, {12 * time.Second}},
			},
			{
				Exercise: "turn", Name: "Turn", Steps: []string{"Turn."}, Reps: 2, Move: 4 * time.Second, Paced: session.OutAndIn,
				Sets: [][]time.Duration{{0, 0}},
			},
		},
	}
}

// Into a pipe everything is a line of its own, and nothing is written over.
func TestStretchIntoAPipe(t *testing.T) {
	got := playing{plan: twoThings(), noKeys: true}.run(t)
	want := `Get ready: Lean.
  3
  2
  1
1 of 2: Lean · 1 × 12 s on each side · Left side · In place of Bend, which is held back for you
  Lean over.
  Breathe.
  Hold for 12 s.
  Half way.
  3
  2
  1
  And come back.
  Now the other side.
  Hold for 12 s.
  Half way.
  3
  2
  1
  And come back.
Rest. Next: Turn.
  3
  2
  1
2 of 2: Turn · 2 ×
  Turn.
  Breathe out.
  And come back.
  Breathe in.
  Repeat 2 of 2
  Breathe out.
  And come back.
  Breathe in.
`
	if got.text != want {
		t.Errorf("it says\n%s\nwant\n%s", got.text, want)
	}
	if got.took != 53*time.Second || got.state.Result(time.Now()).Outcome != session.Completed {
		t.Errorf("it took %v and was %s", got.took, got.state.Result(time.Now()).Outcome)
	}
	rung := "start tick tick tick change half-way tick tick tick rest change half-way tick tick tick rest rest tick tick tick change end"
	if s := strings.Join(got.rung, " "); s != rung {
		t.Errorf("it rings %s\nwant %s", s, rung)
	}
	for _, name := range got.rung {
		if speech.Chime(name).Samples(50) == nil {
			t.Errorf("there is no chime %q", name)
		}
	}
	for _, say := range []string{"Get ready: Lean.", "Hold.", "Half way.", "Now the other side.", "Rest. Next: Turn.", "Breathe out.", "Done. Well done."} {
		if !slices.Contains(got.said, say) {
			t.Errorf("%q is not said: %q", say, got.said)
		}
	}
	if len(got.begun) != 1 || got.begun[0] != 53*time.Second+session.KeepFor {
		t.Errorf("the reminders were told %v", got.begun)
	}
}

var writtenOver = regexp.MustCompile("[^\r\n]*\r")

// On a terminal the countdown stands on one line that fits, and what lasts
// stays above it.
func TestStretchOnATerminal(t *testing.T) {
	for _, width := range []int{200, 80, 40, 33, 12} {
		got := playing{plan: twoThings(), width: width}.run(t)
		lasting := writtenOver.ReplaceAllString(strings.ReplaceAll(got.text, "\b", ""), "")
		for _, want := range []string{"Get ready: Lean.\n", "1 of 2: Lean", "  Lean over.\n", "  Now the other side.\n", "Rest. Next: Turn.\n", "2 of 2: Turn · 2 ×\n"} {
			if !strings.Contains(lasting, want) {
				t.Errorf("at %d, %q is gone: %s", width, want, lasting)
			}
		}
		if strings.Contains(lasting, "Half way") || strings.Contains(lasting, "left") {
			t.Errorf("at %d, the countdown stays: %s", width, lasting)
		}
		if width == 200 {
			for _, want := range []string{"  get ready 5 · 53 s left", "  hold 12 · Left side · 46 s left", "  hold 6 · Left side · Half way · 40 s left", "  move 2 · Repeat 1 of 2 · Breathe out · 8 s left", "  rest 8 · "} {
				if !strings.Contains(got.text, "\r"+want) {
					t.Errorf("%q is never shown", want)
				}
			}
			for second := 12; second > 0; second-- {
				if !strings.Contains(got.text, "\r  hold "+string(rune('0'+second/10))+string(rune('0'+second%10))) && !strings.Contains(got.text, "\r  hold "+string(rune('0'+second%10))+" ") {
					t.Errorf("hold %d is never shown", second)
				}
			}
		}
		for over := range strings.SplitSeq(got.text, "\r") {
			line, _, ends := strings.Cut(strings.TrimRight(over, "\b"), "\n")
			if !ends && columns(line) >= width {
				t.Errorf("at %d, a line takes %d columns: %q", width, columns(line), line)
			}
		}
	}
}

func TestStretchKeys(t *testing.T) {
	at := func(s float64, k stretchKey) press { return press{time.Duration(s * float64(time.Second)), k} }
	for name, c := range map[string]struct {
		keys    []press
		took    time.Duration
		outcome session.Outcome
		done    int
		says    []string
		begun   int
	}{
		"a pause takes no part of it": {[]press{at(8, keyPause), at(38, keyPause)}, 83 * time.Second, session.Completed, 2, []string{"Paused. Space goes on.", "Going on."}, 2},
		"on to the next":              {[]press{at(8, keyNext)}, 5*time.Second + 3*time.Second + 16*time.Second, session.Partly, 1, nil, 1},
		"on, and back again":          {[]press{at(8, keyNext), at(9, keyBack)}, (9 + 16 + 8 + 8) * time.Second, session.Completed, 2, nil, 1},
		"an early end":                {[]press{at(8, keyEnd)}, 8 * time.Second, session.Abandoned, 0, nil, 1},
		"an end after one":            {[]press{at(40, keyEnd)}, 40 * time.Second, session.Partly, 1, nil, 1},
		"easier":                      {[]press{at(6, keyEasier)}, (53 - 12) * time.Second, session.Completed, 2, []string{"Easier: Lean less."}, 1},
		"harder":                      {[]press{at(6, keyHarder)}, (53 + 12) * time.Second, session.Completed, 2, []string{"Harder: Lean more."}, 1},
		"no harder than this":         {[]press{at(46, keyHarder)}, 53 * time.Second, session.Completed, 2, []string{"There is no more of that for this exercise."}, 1},
		"easier while it waits":       {[]press{at(6, keyPause), at(7, keyEasier), at(8, keyPause)}, (53 - 12 + 2) * time.Second, session.Completed, 2, []string{"Easier: Lean less."}, 2},
		"on while it waits":           {[]press{at(6, keyPause), at(7, keyNext), at(8, keyPause)}, (8 + 16) * time.Second, session.Partly, 1, []string{"From here: Turn"}, 2},
		"which keys there are":        {[]press{at(6, keyHelp)}, 53 * time.Second, session.Completed, 2, []string{keysHelp(twoThings())}, 1},
		"a pause without an end":      {[]press{at(40, keyPause)}, 40*time.Second + session.KeepFor, session.Partly, 1, []string{"Paused. Space goes on."}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			got := playing{plan: twoThings(), keys: c.keys, width: 120}.run(t)
			r := got.state.Result(time.Now())
			if got.took != c.took || r.Outcome != c.outcome || r.Done() != c.done || len(got.begun) != c.begun {
				t.Errorf("it took %v, was %s with %d done, and told the reminders %d times; want %v, %s, %d, %d", got.took, r.Outcome, r.Done(), len(got.begun), c.took, c.outcome, c.done, c.begun)
			}
			for _, want := range c.says {
				if !strings.Contains(got.text, want) {
					t.Errorf("%q is not said: %s", want, got.text)
				}
			}
		})
	}
}

// A machine that sleeps in the middle stops the session; nothing is counted as
// done that nobody saw.
func TestStretchSleptThrough(t *testing.T) {
	slept := func() func(time.Time) time.Time {
		var from time.Time
		return func(real time.Time) time.Time {
			if from.IsZero() {
				from = real
			}
			if real.Sub(from) >= 8*time.Second {
				return real.Add(20 * time.Minute)
			}
			return real
		}
	}
	got := playing{plan: twoThings(), clock: slept(), width: 120, keys: []press{{30 * time.Second, keyPause}}}.run(t)
	if !strings.Contains(got.text, "You were away; Enter goes on.\n") || got.hushed == 0 {
		t.Errorf("it does not say so, or talks on: %s", got.text)
	}
	r := got.state.Result(time.Now())
	if r.Outcome != session.Completed || r.Active > time.Minute || r.Paused < 20*time.Minute {
		t.Errorf("%s, %v active, %v not", r.Outcome, r.Active, r.Paused)
	}

	alone := playing{plan: twoThings(), clock: slept(), noKeys: true}.run(t)
	if !strings.Contains(alone.text, "You were away. It goes on from the beginning of this part.\n") {
		t.Errorf("it does not say so: %s", alone.text)
	}
	if r := alone.state.Result(time.Now()); r.Outcome != session.Completed || alone.took > time.Minute {
		t.Errorf("without a keyboard it waits: %s after %v", r.Outcome, alone.took)
	}
}

// Ctrl+C and a closed terminal end it early, with what was done.
func TestStretchIsEnded(t *testing.T) {
	got := playing{plan: twoThings(), width: 80, context: func() (context.Context, func()) {
		return context.WithTimeout(context.Background(), 40*time.Second)
	}}.run(t)
	if r := got.state.Result(time.Now()); got.took != 40*time.Second || r.Outcome != session.Partly || r.Done() != 1 {
		t.Errorf("%+v after %v", r, got.took)
	}
}

// A keyboard that goes away leaves a session that plays on; one that waits for
// it ends.
func TestStretchLosesItsKeyboard(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		keys := make(chan stretchKey)
		close(keys)
		g := guide{now: time.Now, stage: &stage{out: &bytes.Buffer{}}, sounds: &heard{}, begin: func(time.Duration) {}, keys: keys}
		s, err := g.play(t.Context(), twoThings())
		if r := s.Result(time.Now()); err != nil || r.Outcome != session.Completed {
			t.Errorf("%v, %v", r.Outcome, err)
		}
	})
	synctest.Test(t, func(t *testing.T) {
		keys := make(chan stretchKey)
		go func() {
			time.Sleep(8 * time.Second)
			keys <- keyPause
			time.Sleep(8 * time.Second)
			close(keys)
		}()
		from := time.Now()
		g := guide{now: time.Now, stage: &stage{out: &bytes.Buffer{}}, sounds: &heard{}, begin: func(time.Duration) {}, keys: keys}
		s, err := g.play(t.Context(), twoThings())
		if r := s.Result(time.Now()); err != nil || r.Active != 8*time.Second || time.Since(from) != 16*time.Second {
			t.Errorf("%v, %v", r, err)
		}
	})
}
