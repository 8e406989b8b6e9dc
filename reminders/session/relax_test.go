package session_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/reminders/session"
)

// breaths is a plan of so many breaths.
func breaths(n int, length time.Duration) session.Plan {
	return session.Plan{Name: "Breathe", Relaxes: "breathing", Ready: 3 * time.Second, Items: []session.Item{{
		Exercise: "breathing", Name: "Breathe", Way: session.Breathed, Reps: n, Hold: length, Sets: [][]time.Duration{slices.Repeat([]time.Duration{length}, n)},
	}}}
}

// Whatever the pace, and however often it changes: breathing goes on without a
// jump, in follows out, and it ends breathed out, after a whole breath.
func TestBreathsGoOnEvenly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		length := rapid.Custom(func(t *rapid.T) time.Duration {
			return time.Duration(rapid.IntRange(4000, 15_000).Draw(t, "breath")) * time.Millisecond
		})
		s, err := session.New(breaths(rapid.IntRange(1, 12).Draw(t, "breaths"), length.Draw(t, "length")))
		if err != nil {
			t.Fatal(err)
		}
		now := begin
		s, _ = s.Step(now, session.Start{})
		const frame = 40 * time.Millisecond
		lungs, told := 0.0, session.CueOut
		for s.Status == session.Running {
			now = now.Add(frame)
			var cues []session.Cue
			was := s
			if rapid.IntRange(0, 99).Draw(t, "change") == 0 {
				s, cues = s.Step(now, session.Breathe{Breath: length.Draw(t, "pace")})
			} else {
				s, cues = s.Step(now, session.Tick{})
			}
			for _, c := range cues {
				if c.Kind == session.CueIn || c.Kind == session.CueOut {
					if c.Kind == told {
						t.Fatalf("%s is told twice in a row at %s", told, now.Sub(begin))
					}
					told = c.Kind
				}
			}
			v := s.At(now)
			if v.Phase.Kind == session.Ready {
				continue
			}
			// Half a breath of 2 s moves by pi/2 a second at most.
			if jump := math.Abs(v.Lungs - lungs); jump > 0.07 && was.At(now).Phase.Kind != session.Ready {
				t.Fatalf("it jumps from %.3f to %.3f at %s", lungs, v.Lungs, now.Sub(begin))
			}
			lungs = v.Lungs
			sum := time.Duration(0)
			for _, b := range s.Plan.Items[0].Sets[0] {
				sum += b
			}
			if v.Total != s.Plan.Ready+sum {
				t.Fatalf("%s in all, the breaths take %s", v.Total, sum)
			}
		}
		if told != session.CueOut || lungs > 0.001 || s.Result(now).Outcome != session.Completed {
			t.Fatalf("it ends after %s with the lungs at %.3f: %s", told, lungs, s.Result(now).Outcome)
		}
	})
}

func TestBreatheChangesWhatIsLeft(t *testing.T) {
	for _, c := range []struct {
		at   time.Duration
		pace time.Duration
		want []time.Duration // seconds
	}{
		{0, 10, []time.Duration{10, 10}},                     // in the countdown: 24 s are nearest to two
		{4 * time.Second, 5, []time.Duration{6, 5, 5, 5, 5}}, // the first stays
		{4 * time.Second, 6, []time.Duration{6, 6, 6, 6}},
		{4 * time.Second, 15, []time.Duration{6, 15}},
		{22 * time.Second, 15, []time.Duration{6, 6, 6, 6}}, // the last one is under way
		{4 * time.Second, 0, []time.Duration{6, 6, 6, 6}},
		{4 * time.Second, 200_000, []time.Duration{6, 6, 6, 6}}, // beyond a day
	} {
		s, err := session.New(breaths(4, 6*time.Second))
		if err != nil {
			t.Fatal(err)
		}
		s, _ = s.Step(begin, session.Start{})
		for at := time.Duration(0); at < c.at; at += time.Second {
			s, _ = s.Step(begin.Add(at), session.Tick{})
		}
		s, _ = s.Step(begin.Add(c.at), session.Breathe{Breath: c.pace * time.Second})
		got := slices.Clone(s.Plan.Items[0].Sets[0])
		for i := range got {
			got[i] /= time.Second
		}
		if !slices.Equal(got, c.want) || s.Plan.Items[0].Reps != len(got) {
			t.Errorf("%d s a breath at %s: %v, want %v", c.pace, c.at, got, c.want)
		}
	}
}

func TestTensionRisesAndFalls(t *testing.T) {
	s, err := session.New(calm())
	if err != nil {
		t.Fatal(err)
	}
	s, _ = s.Step(begin, session.Start{})
	last := 0.0
	for at := time.Duration(0); at < 31*time.Second; at += 40 * time.Millisecond {
		s, _ = s.Step(begin.Add(at), session.Tick{})
		v := s.At(begin.Add(at))
		if math.Abs(v.Tension-last) > 0.06 {
			t.Fatalf("at %s it jumps from %.2f to %.2f", at, last, v.Tension)
		}
		last = v.Tension
		switch at {
		case 10 * time.Second:
			if v.Tension != 1 || v.Phase.Kind != session.Tense {
				t.Errorf("at %s: %s at %.2f", at, v.Phase.Kind, v.Tension)
			}
		case 20 * time.Second:
			if v.Tension != 0 || v.Phase.Kind != session.LetGo {
				t.Errorf("at %s: %s at %.2f", at, v.Phase.Kind, v.Tension)
			}
		}
	}
}

// What relaxes is made neither easier nor harder, and odd ways are refused.
func TestWaysOfItems(t *testing.T) {
	for _, i := range calm().Items {
		i.Easier, i.Harder = "Less.", "More."
		if i.CanEasier() || i.CanHarder() {
			t.Errorf("%s can be made easier or harder", i.Name)
		}
	}
	for _, spoil := range []func(*session.Item){
		func(i *session.Item) { i.Way = "?" },
		func(i *session.Item) { i.Way, i.Move = session.Breathed, time.Second },
		func(i *session.Item) { i.Way, i.Sets = session.Breathed, append(i.Sets, i.Sets[0]) },
	} {
		p := breaths(2, 6*time.Second)
		spoil(&p.Items[0])
		if _, err := session.New(p); err == nil {
			t.Errorf("%+v is taken", p.Items[0])
		}
	}
}
