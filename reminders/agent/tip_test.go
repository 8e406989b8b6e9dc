package agent

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
)

// somebody is a person with a memory for tips.
type somebody struct {
	mu      sync.Mutex
	profile safety.Profile
	log     []diary.TipShown
	err     error
}

func (s *somebody) Profile(context.Context) (safety.Profile, error) { return s.profile, s.err }

func (s *somebody) TipLog(_ context.Context, most int) ([]diary.TipShown, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]diary.TipShown{}, s.log[max(0, len(s.log)-most):]...), nil
}

func (s *somebody) TipShown(_ context.Context, id string, at time.Time) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.log = append(s.log, diary.TipShown{ID: id, At: at.Truncate(time.Millisecond)}) // as the database keeps it
	return nil
}

func (s *somebody) ids() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []string
	for _, t := range s.log {
		out = append(out, t.ID)
	}
	return out
}

func TestNoTipComesAgainBeforeAllWereShown(t *testing.T) {
	tags := []content.TipTag{content.Sitting, content.Standing, content.MicroBreak, content.Laptop, content.Phone}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "tips")
		var pool []content.Tip
		for i := range n {
			pool = append(pool, content.Tip{
				ID: fmt.Sprint("T", i), Tags: []content.TipTag{rapid.SampledFrom(tags).Draw(t, "tag")},
			})
		}
		var log []diary.TipShown
		for range 3 * n {
			at := situation{
				settled: time.Duration(rapid.IntRange(0, 120).Draw(t, "settled")) * time.Minute,
				evening: rapid.Bool().Draw(t, "evening"),
			}
			tip, ok := chooseTip(pool, log, at)
			if !ok {
				t.Fatalf("no tip of %d after %v", n, log)
			}
			if n > 1 && len(log) > 0 && log[len(log)-1].ID == tip.ID {
				t.Fatalf("%s twice in a row", tip.ID)
			}
			log = append(log, diary.TipShown{ID: tip.ID})
		}
		for round := range 3 {
			seen := map[string]bool{}
			for _, s := range log[round*n : (round+1)*n] {
				if seen[s.ID] {
					t.Fatalf("%s comes twice in round %d of %v", s.ID, round, log)
				}
				seen[s.ID] = true
			}
		}
	})
}

func TestTipSuitsTheSituation(t *testing.T) {
	pool := []content.Tip{
		{ID: "chair", Tags: []content.TipTag{content.Sitting}},
		{ID: "walk", Tags: []content.TipTag{content.MicroBreak}},
		{ID: "phone", Tags: []content.TipTag{content.Phone}},
	}
	for name, c := range map[string]struct {
		at   situation
		want string
	}{
		"just sat down":  {situation{settled: 10 * time.Minute}, "chair"},
		"sat long":       {situation{settled: time.Hour}, "walk"},
		"in the evening": {situation{settled: 40 * time.Minute, evening: true}, "phone"},
	} {
		if tip, _ := chooseTip(pool, nil, c.at); tip.ID != c.want {
			t.Errorf("%s: %s, want %s", name, tip.ID, c.want)
		}
	}
	// What suits best was shown already: the rest of the pool comes first.
	if tip, _ := chooseTip(pool, []diary.TipShown{{ID: "walk"}}, situation{settled: time.Hour}); tip.ID == "walk" {
		t.Error("a tip comes again before all were shown")
	}
	if _, ok := chooseTip(nil, nil, situation{}); ok {
		t.Error("a tip out of nothing")
	}
}

func TestPostureCheckCarriesATip(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, p := newWorld(), &somebody{}
		w.person = p
		w.settings.Stretch.Enabled = false
		a, stop := w.agent(t)
		time.Sleep(30*time.Minute + time.Second)
		n, ok := w.on("posture")
		ids := p.ids()
		if !ok || len(ids) != 1 || n.Click != "How" {
			t.Fatalf("%+v, shown %v", n, ids)
		}
		st, err := a.Status(t.Context())
		if err != nil || len(st.Prompts) != 1 || st.Prompts[0].Text != n.Body || st.Prompts[0].Part != "tip:"+ids[0] {
			t.Errorf("%+v, %v", st.Prompts, err)
		}

		// A click leads to the longer text and leaves the prompt open.
		w.replies <- Reply{Key: "posture", Action: "default"}
		synctest.Wait()
		if got := w.parts; len(got) != 1 || got[0] != "posture tip:"+ids[0] {
			t.Errorf("opened %v", got)
		}

		// The same check keeps its tip over a restart.
		stop()
		_, stop = w.agent(t)
		defer stop()
		again, ok := w.on("posture")
		if !ok || again.Body != n.Body || len(p.ids()) != 1 {
			t.Errorf("after a restart it says %q, before %q; shown %v", again.Body, n.Body, p.ids())
		}

		// The next one brings another.
		w.replies <- Reply{Key: "posture", Action: "done"}
		time.Sleep(30*time.Minute + time.Second)
		if ids := p.ids(); len(ids) != 2 || ids[0] == ids[1] {
			t.Errorf("tips %v", ids)
		}
	})
}

func TestOpenTipIsJudgedAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		// Somebody with everything there is, whom some tip does not suit. All
		// others were shown already, so that it comes next.
		facts, err := content.BuiltIn().Facts()
		if err != nil {
			t.Fatal(err)
		}
		at := time.Now()
		var ill safety.Profile
		for _, f := range facts {
			ill = ill.With(f.ID, at)
		}
		anybody, err := safety.For(content.BuiltIn(), safety.Profile{}, at).DeskTips()
		if err != nil {
			t.Fatal(err)
		}
		j := safety.For(content.BuiltIn(), ill, at)
		w, p := newWorld(), &somebody{}
		for _, tip := range anybody {
			if j.Tip(tip).Suggest() {
				p.log = append(p.log, diary.TipShown{ID: tip.ID, At: at})
			}
		}
		if n := len(p.log); n == 0 || n == len(anybody) {
			t.Fatalf("%d of %d tips suit somebody with everything", n, len(anybody))
		}
		w.person = p
		w.settings.Stretch.Enabled = false
		a, stop := w.agent(t)
		defer stop()
		time.Sleep(30*time.Minute + time.Second)
		before, _ := w.on("posture")
		shown := p.ids()[len(p.ids())-1]
		p.profile = ill
		if err := a.Reload(t.Context()); err != nil {
			t.Fatal(err)
		}
		after, ok := w.on("posture")
		if now := p.ids()[len(p.ids())-1]; !ok || now == shown || after.Body == before.Body {
			t.Errorf("%s stays: %q", shown, after.Body)
		}
	})
}

func TestUnknownProfileShowsNoTip(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.person = &somebody{err: errors.New("the disk is gone")}
		_, stop := w.agent(t)
		defer stop()
		time.Sleep(30*time.Minute + time.Second)
		n, ok := w.on("posture")
		if !ok || n.Body == "" || n.Click != "" {
			t.Errorf("%v %+v", ok, n)
		}
	})
}
