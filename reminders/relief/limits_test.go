package relief_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relief"
)

// noon is a day without a change of the clock.
var noon = time.Date(2026, 11, 28, 12, 0, 0, 0, time.FixedZone("CET", 3600))

// bench plays a state by hand.
type bench struct {
	t    *testing.T
	s    relief.State
	at   time.Time
	wake time.Time
	log  []string
	n    int
}

func newBench(t *testing.T) *bench { return &bench{t: t, at: noon} }

func (b *bench) step(ev relief.Event) {
	b.t.Helper()
	s, effects, wake := b.s.Step(relief.Clock{Wall: b.at}, ev)
	b.s, b.wake = s, wake
	for _, e := range effects {
		line := string(e.Verb)
		switch e.Verb {
		case relief.Show, relief.Close:
			line += " " + string(e.Ask) + " " + e.Session.ID
		case relief.Log:
			line += fmt.Sprintf(" %s %s %v of %v %s", e.Record.ID, e.Record.Outcome, e.Record.Used, e.Record.Length, e.Record.Skin)
			if err := e.Record.Validate(b.at); err != nil {
				b.t.Errorf("a record that is none: %v", err)
			}
		case relief.Told:
			line += " " + e.Record.ID + " " + string(e.Record.Skin)
		}
		b.log = append(b.log, b.at.Format("15:04:05 ")+strings.TrimSpace(line))
	}
}

// until steps at every wake up to an instant of the day.
func (b *bench) until(h, m int) {
	b.t.Helper()
	end := time.Date(2026, 11, 28, h, m, 0, 0, noon.Location())
	for !b.wake.IsZero() && !b.wake.After(end) {
		b.at = b.wake
		b.step(relief.Tick{})
	}
	b.at = end
}

// begin begins, or says why not.
func (b *bench) begin(w relief.Want) (string, *relief.Refusal) {
	b.t.Helper()
	r := b.s.Check(relief.Clock{Wall: b.at}, w)
	b.n++
	id := fmt.Sprint("s", b.n)
	b.step(relief.Begin{ID: id, Want: w})
	if _, is := b.s.Find(id); is == (r != nil) {
		b.t.Errorf("it runs: %v, and was refused: %v", is, r)
	}
	return id, r
}

// began begins what nothing speaks against.
func (b *bench) began(w relief.Want) {
	b.t.Helper()
	if _, refused := b.begin(w); refused != nil {
		b.t.Fatal(refused)
	}
}

// use is a whole use that ends now, with fine skin.
func (b *bench) use(t content.Timer, r diary.Region, length time.Duration) {
	b.t.Helper()
	id, refused := b.begin(relief.Want{Timer: t, Region: r, Length: length})
	if refused != nil {
		b.t.Fatalf("%s at %s: %v", t.ID, b.at.Format("15:04"), refused)
	}
	b.at = b.at.Add(length)
	b.step(relief.Tick{})
	b.step(relief.Checked{ID: id, Fine: true})
}

func (b *bench) said(want ...string) {
	b.t.Helper()
	if !slices.Equal(b.log, want) {
		b.t.Errorf("%s\nwant %s", strings.Join(b.log, "\n"), strings.Join(want, "\n"))
	}
}

// TestEveryLimit holds the timers against the table of limits, number by number.
func TestEveryLimit(t *testing.T) {
	rows := map[string]struct {
		def, stop, gap, perDay int
		checks                 []int
		pregnant               int
	}{
		"heat":        {15, 15, 60, 3, []int{5, 10}, 10},
		"cold-pack":   {10, 20, 120, 3, []int{5}, 10},
		"ice-massage": {5, 10, 120, 0, nil, 10},
	}
	for _, timer := range timed(t) {
		row, ok := rows[timer.ID]
		if !ok {
			t.Errorf("%s is not in the table", timer.ID)
			continue
		}
		minutes := func(n int) time.Duration { return time.Duration(n) * time.Minute }
		l := relief.LimitsOf(timer, 0)
		if l.Default != minutes(row.def) || l.HardStop != minutes(row.stop) || l.Gap != minutes(row.gap) || l.PerDay != row.perDay || len(l.Checks) != len(row.checks) {
			t.Errorf("%s: %+v, want %+v", timer.ID, l, row)
		}
		for i, c := range row.checks {
			if l.Checks[i] != minutes(c) {
				t.Errorf("%s: looked at at %v", timer.ID, l.Checks)
			}
		}
		if p := relief.LimitsOf(timer, 10); p.HardStop != minutes(row.pregnant) || p.Default != min(minutes(row.def), minutes(row.pregnant)) {
			t.Errorf("%s, in a pregnancy: %+v", timer.ID, p)
		}

		// The default, the hard stop and a second more.
		b := newBench(t)
		id, refused := b.begin(relief.Want{Timer: timer, Region: diary.Neck})
		if x, _ := b.s.Find(id); refused != nil || x.Length != minutes(row.def) || x.Ends(b.at) != noon.Add(minutes(row.def)) {
			t.Errorf("%s by default: %+v, %v", timer.ID, x, refused)
		}
		if _, refused = b.begin(relief.Want{Timer: timer, Region: diary.Hips, Length: minutes(row.stop)}); refused != nil {
			t.Errorf("%s for %d min: %v", timer.ID, row.stop, refused)
		}
		for _, length := range []time.Duration{minutes(row.stop) + time.Second, 100 * time.Hour, -time.Second, time.Millisecond} {
			_, refused = b.begin(relief.Want{Timer: timer, Region: "knee-left", Length: length})
			if refused == nil || refused.Code != relief.BadLength || refused.Most != minutes(row.stop) || !refused.Mistake() {
				t.Errorf("%s for %v: %v", timer.ID, length, refused)
			}
		}

		// The gap, to the second, and the most of a day.
		b = newBench(t)
		b.at = time.Date(2026, 11, 28, 0, 30, 0, 0, noon.Location())
		for i := range 3 {
			b.use(timer, diary.LowerBack, minutes(5))
			again := b.at.Add(minutes(row.gap))
			if i == 2 && row.perDay == 3 {
				break
			}
			b.at = again.Add(-time.Second)
			if _, refused = b.begin(relief.Want{Timer: timer, Region: "low-back-left"}); refused == nil || refused.Code != relief.InGap || !refused.Until.Equal(again) {
				t.Errorf("%s, a second before the gap ends: %+v, want until %v", timer.ID, refused, again)
			}
			if _, refused = b.begin(relief.Want{Timer: timer, Region: diary.Neck, Length: time.Second}); refused != nil && i == 0 {
				t.Errorf("%s elsewhere: %v", timer.ID, refused)
			}
			b.at = again
		}
		b.at = b.at.Add(4 * time.Hour)
		_, refused = b.begin(relief.Want{Timer: timer, Region: diary.LowerBack})
		midnight := time.Date(2026, 11, 29, 0, 0, 0, 0, noon.Location())
		if row.perDay == 0 {
			if refused != nil {
				t.Errorf("%s has no most of a day: %v", timer.ID, refused)
			}
			continue
		}
		if refused == nil || refused.Code != relief.EnoughNow || refused.Used != 3 || !refused.Until.Equal(midnight) {
			t.Errorf("%s the fourth time: %+v", timer.ID, refused)
		}
		b.at = midnight
		if _, refused = b.begin(relief.Want{Timer: timer, Region: diary.LowerBack}); refused != nil {
			t.Errorf("%s the next day: %v", timer.ID, refused)
		}
	}
}

func TestHeatAndColdOnOnePlace(t *testing.T) {
	timers := timed(t)
	heat, cold, ice := timers[0], timers[1], timers[2]
	b := newBench(t)
	id, _ := b.begin(relief.Want{Timer: heat, Region: diary.LowerBack})
	if _, r := b.begin(relief.Want{Timer: cold, Region: "low-back-right"}); r == nil || r.Code != relief.RunsThere || r.Other != id || r.Kind != content.Heat {
		t.Errorf("both at once: %+v", r)
	}
	b.at = b.at.Add(59 * time.Second)
	b.step(relief.Stop{ID: id})
	if _, r := b.begin(relief.Want{Timer: heat, Region: diary.LowerBack}); r == nil || r.Code != relief.InGap {
		t.Errorf("the same again: %+v", r)
	}
	id, r := b.begin(relief.Want{Timer: cold, Region: diary.LowerBack})
	if r != nil {
		t.Errorf("the other, after a slip of the finger: %v", r)
	}
	b.at = b.at.Add(time.Minute)
	b.step(relief.Stop{ID: id})
	if _, r := b.begin(relief.Want{Timer: ice, Region: diary.LowerBack}); r == nil || r.Code != relief.InGap || !r.Until.Equal(b.at.Add(2*time.Hour)) {
		t.Errorf("another way of cooling: %+v", r)
	}
	if _, r := b.begin(relief.Want{Timer: heat, Region: diary.LowerBack}); r == nil || r.Code != relief.InGap || !r.Until.Equal(b.at.Add(2*time.Hour)) {
		t.Errorf("heat after cold: %+v", r)
	}
	// Four places at most.
	for i, r := range []diary.Region{diary.Neck, diary.Hips, "knee-left", "knee-right", "calf-left"} {
		_, refused := b.begin(relief.Want{Timer: heat, Region: r})
		if (refused != nil) != (i == 4) || refused != nil && refused.Code != relief.TooMany {
			t.Errorf("pack %d: %+v", i+1, refused)
		}
	}
}

func TestNonsenseIsRefused(t *testing.T) {
	timers := timed(t)
	h, err := content.BuiltIn().HeatCold()
	if err != nil {
		t.Fatal(err)
	}
	eleven := 11
	for what, c := range map[string]struct {
		want relief.Want
		code relief.Code
	}{
		"no place":      {relief.Want{Timer: timers[0], Region: "tail"}, relief.BadRegion},
		"off the scale": {relief.Want{Timer: timers[0], Region: diary.Neck, Before: &eleven}, relief.BadPain},
		"a wrap":        {relief.Want{Timer: h.Timers[3], Region: diary.Neck}, relief.NotTimed},
		"in turn":       {relief.Want{Timer: h.Timers[4], Region: diary.Neck}, relief.NotTimed},
		"no timer":      {relief.Want{Region: diary.Neck}, relief.NotTimed},
	} {
		b := newBench(t)
		if _, r := b.begin(c.want); r == nil || r.Code != c.code || !r.Mistake() {
			t.Errorf("%s: %+v", what, r)
		}
	}
}

func TestEveryRefusalHasWords(t *testing.T) {
	when := func(t time.Time) string { return t.Format("15:04") }
	for code, want := range map[relief.Code]string{
		relief.NotTimed: "Heat pack has no timer", relief.BadRegion: "neck is no place of the body", relief.BadLength: "Heat pack: 15 min is the most, whatever is typed",
		relief.BadPain: "pain is a whole number from 0 to 10", relief.TooMany: "more packs at once than can be watched over", relief.RunsThere: "Heat is on already: neck",
		relief.Unanswered: "Heat is over there, and it is not said how the skin is: neck", relief.SkinBadNow: "the skin was not fine there today: again from 15:40 (neck)",
		relief.InGap: "the skin rests: Heat pack again from 15:40 (neck)", relief.EnoughNow: "3 times today are enough: Heat pack again from 15:40 (neck)",
	} {
		r := &relief.Refusal{Code: code, Timer: timed(t)[0], Region: diary.Neck, Kind: content.Heat, Most: 15 * time.Minute, Used: 3}
		timely := strings.Contains(want, "15:40")
		if timely {
			r.Until = time.Date(2026, 11, 28, 15, 40, 0, 0, noon.Location())
		}
		if got, _ := r.Words(when); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
		if got := r.Again(when); (got == "again from 15:40") != timely || !timely && got != "" {
			t.Errorf("%s: %q", code, got)
		}
	}
	var none *relief.Refusal
	if none.Again(when) != "" {
		t.Error("nothing is refused, and yet it is again from some time")
	}
}
