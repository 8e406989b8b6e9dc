package coach

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/reminders/session"
)

// relaxing are the plans of relaxation.
func relaxing(t testing.TB) map[string]session.Plan {
	t.Helper()
	all, err := content.BuiltIn().Therapies()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]session.Plan{}
	for i := range all {
		var p session.Plan
		switch all[i].ID {
		case relax.Breathing:
			p, err = relax.Breathe(&all[i], 7, 1)
		case relax.Muscles:
			p, err = relax.Tense(&all[i], relax.Choices{})
		default:
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		out[all[i].ID] = p
	}
	return out
}

// Whatever somebody does while relaxing, the diary takes what came of it.
func TestEveryRelaxationIsAnEntry(t *testing.T) {
	plans := relaxing(t)
	rapid.Check(t, func(t *rapid.T) {
		p := plans[rapid.SampledFrom([]string{relax.Breathing, relax.Muscles}).Draw(t, "plan")]
		s, err := session.New(p)
		if err != nil {
			t.Fatal(err)
		}
		now := began
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			now = now.Add(time.Duration(rapid.IntRange(0, 12_000).Draw(t, "ms")) * time.Millisecond)
			s, _ = s.Step(now, rapid.SampledFrom([]session.Event{
				session.Start{},
				session.Tick{},
				session.Tick{},
				session.Tick{},
				session.Pause{},
				session.Resume{},
				session.Skip{},
				session.Back{},
				session.Breathe{Breath: 12 * time.Second},
				session.Interrupt{By: session.Locked},
				session.Return{},
				session.End{},
			}).Draw(t, "event"))
		}
		e := Relaxed(s.Plan, s.Result(now))
		if err := e.Validate(now); err != nil {
			t.Fatal(err)
		}
		breathing := p.Relaxes == relax.Breathing
		if e.Kind != p.Relaxes || breathing != (e.PerMinute > 0) || breathing != (e.Groups == 0) || e.Active > e.End.Sub(e.Start) {
			t.Fatalf("%+v", e)
		}
		if breathing && e.Full && e.Active != s.Active-p.Ready {
			t.Fatalf("%s breathed of %s", e.Active, s.Active)
		}
	})
}

// Every cue of a relaxation is said or rung, and breaths ring softly.
func TestRelaxationIsHeard(t *testing.T) {
	for id, p := range relaxing(t) {
		s, err := session.New(p)
		if err != nil {
			t.Fatal(err)
		}
		now, rung := began, map[string]int{}
		s, cues := s.Step(now, session.Start{})
		for s.Status != session.Ended {
			for _, c := range cues {
				if text, _ := Say(c); text == "" && c.Kind != session.CueCount {
					t.Errorf("%s: %s is not said", id, c.Kind)
				}
				rung[Ring(c, p.Items[c.Item])]++
			}
			now = s.Next(now)
			s, cues = s.Step(now, session.Tick{})
		}
		for _, f := range p.Phases() {
			if Doing(f.Kind) == "" {
				t.Errorf("no word for %s", f.Kind)
			}
		}
		want := map[string]int{"breathe-in": 7, "breathe-out": 7, "change": 0, "tick": 3}
		if id == relax.Muscles {
			want = map[string]int{"breathe-in": 0, "change": 20, "rest": 20, "tick": 3, "start": 1}
		}
		for name, n := range want {
			if rung[name] != n {
				t.Errorf("%s: %s rings %d times, want %d", id, name, rung[name], n)
			}
		}
	}
}
