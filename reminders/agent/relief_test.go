package agent

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/safety"
)

// packs are heat and cold on a disk.
type packs struct {
	mu      sync.Mutex
	state   []byte
	lost    bool
	records []diary.Relief
	answers []safety.ReliefAnswer
	creams  []diary.Cream
	failing error
	up      func() (string, time.Duration)
}

func (p *packs) ReliefState(context.Context) (s relief.State, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.lost {
		return s, errors.New("it is nonsense")
	}
	if p.state != nil {
		err = json.Unmarshal(p.state, &s)
	}
	return s, err
}

func (p *packs) RecordRelief(_ context.Context, s relief.State, _ time.Time, effects []relief.Effect) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.failing != nil {
		return p.failing
	}
	raw, err := json.Marshal(s)
	if err != nil {
		return err
	}
	p.state, p.lost = raw, false
	for _, e := range effects {
		switch e.Verb {
		case relief.Log:
			p.records = append(p.records, e.Record)
		case relief.Told:
			for i := range p.records {
				if p.records[i].ID == e.Record.ID {
					p.records[i].Skin = e.Record.Skin
				}
			}
		}
	}
	return nil
}

func (p *packs) Reliefs(context.Context, time.Time, time.Time) ([]diary.Relief, error) {
	return p.records, nil
}

func (p *packs) ReliefFelt(_ context.Context, id string, before, after *int) (diary.Relief, error) {
	for i := range p.records {
		if p.records[i].ID == id {
			p.records[i].Before, p.records[i].After = before, after
			return p.records[i], nil
		}
	}
	return diary.Relief{}, errors.New("there is none")
}

func (p *packs) ReliefAnswers(context.Context) ([]safety.ReliefAnswer, error) { return p.answers, nil }

func (p *packs) CreamsNow(context.Context) ([]diary.Cream, error) { return p.creams, nil }

func (p *packs) last() diary.Relief {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.records) == 0 {
		return diary.Relief{}
	}
	return p.records[len(p.records)-1]
}

// answer answers every question with no, now.
func (p *packs) answer(t *testing.T) {
	t.Helper()
	h, err := content.BuiltIn().HeatCold()
	if err != nil {
		t.Fatal(err)
	}
	p.answers = nil
	for _, q := range h.Screening {
		for _, r := range diary.Broad() {
			p.answers = append(p.answers, safety.ReliefAnswer{Question: q.ID, Region: r, At: time.Now()})
		}
	}
}

// pass lets time go by for the agent.
func pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

func heat(minutes int, r diary.Region) control.ReliefStart {
	return control.ReliefStart{Timer: "heat", Region: string(r), For: control.Seconds(time.Duration(minutes) * time.Minute)}
}

func (w *world) asked(id string) string {
	w.mu.Lock()
	defer w.mu.Unlock()
	var keys []string
	for k := range w.screen {
		if strings.HasSuffix(k, "-"+id) {
			keys = append(keys, k)
		}
	}
	return strings.Join(keys, " ")
}

func (w *world) times(key string) (n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, k := range w.shown {
		if k == key {
			n++
		}
	}
	return n
}

func TestAHeatSession(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, p := newWorld(), &packs{}
		w.packs = p
		a, stop := w.agent(t)
		defer stop()
		p.answer(t)
		ctx := t.Context()
		six, two := 6, 2
		order := heat(10, diary.LowerBack)
		order.Before = &six
		s, err := a.ReliefStart(ctx, order)
		if err != nil || s.State != "running" || s.Kind != "heat" || s.Left.Duration() != 10*time.Minute || !s.EndsAt.Equal(time.Now().Add(10*time.Minute)) {
			t.Fatalf("%+v, %v", s, err)
		}
		// Neither a pause nor being busy holds a look at the skin back.
		if err := a.Pause(ctx, time.Time{}); err != nil {
			t.Fatal(err)
		}
		w.sensed <- reminders.Busy{Sources: []string{"camera"}}
		pass(5*time.Minute - time.Second)
		if got := w.asked(s.ID); got != "" {
			t.Errorf("before 5 minutes: %s", got)
		}
		pass(2 * time.Second)
		n, ok := w.on("relief-check-" + s.ID)
		if !ok || len(n.Buttons) != 2 || n.Buttons[0] != (Button{"fine", "Skin is fine"}) || n.Buttons[1] != (Button{"stop", "Stop"}) || !n.Sound || !n.Urgent {
			t.Fatalf("at 5 minutes: %+v", n)
		}
		st, err := a.Status(ctx)
		if err != nil || st.Session == nil || st.Session.Ask != "relief-check" || len(st.Sessions) != 1 || st.Session.Left.Duration() != 4*time.Minute+59*time.Second {
			t.Errorf("%+v, %v", st.Session, err)
		}
		w.replies <- Reply{Key: n.Key, Action: "fine"}
		synctest.Wait()
		if got := w.asked(s.ID); got != "" {
			t.Errorf("after the answer: %s", got)
		}
		pass(5 * time.Minute)
		n, ok = w.on("relief-end-" + s.ID)
		if !ok || n.Title != "Heat: time is over" {
			t.Fatalf("at the end: %+v, %v", n, w.shown)
		}
		if st, _ := a.Status(ctx); st.Session != nil || len(st.Sessions) != 1 || st.Sessions[0].State != "over" {
			t.Errorf("%+v", st.Sessions)
		}
		pass(3 * time.Minute)
		if got := w.times(n.Key); got != 4 {
			t.Errorf("nobody answers for 3 minutes: shown %d times", got)
		}
		w.mu.Lock()
		chimed := strings.Join(w.chimed, " ")
		w.mu.Unlock()
		if want := "relief-check" + strings.Repeat(" relief-end", 4); chimed != want {
			t.Errorf("it chimed %q, want %q", chimed, want)
		}
		if n, _ := w.on(n.Key); !strings.Contains(n.Title, "time was over at ") {
			t.Errorf("later it says %q", n.Title)
		}
		if _, err := a.ReliefStart(ctx, heat(5, "low-back-left")); !errors.Is(err, &control.Error{Code: control.CodeHeld}) || !strings.Contains(err.Error(), "how the skin is") {
			t.Errorf("another on the same place: %v", err)
		}
		w.replies <- Reply{Key: n.Key, Action: "fine"}
		synctest.Wait()
		got := p.last()
		if got.ID != s.ID || got.Used != 10*time.Minute || got.Outcome != diary.ReliefOver || got.Skin != diary.SkinFine || got.Before == nil || *got.Before != 6 {
			t.Errorf("%+v", got)
		}
		again := time.Now().UTC().Add(time.Hour).Format("15:04")
		if _, err := a.ReliefStart(ctx, heat(5, diary.LowerBack)); !errors.Is(err, &control.Error{Code: control.CodeHeld}) || !strings.Contains(err.Error(), "again from "+again) {
			t.Errorf("in the gap: %v, want again from %s", err, again)
		}
		// Stopped by hand, with how it is then.
		p.answer(t)
		if _, err = a.ReliefStart(ctx, heat(10, diary.Neck)); err != nil {
			t.Fatal(err)
		}
		pass(90 * time.Second)
		if _, err := a.ReliefStop(ctx, control.ReliefStop{Skin: "fine", After: &two}); err != nil {
			t.Fatal(err)
		}
		if got := p.last(); got.Used != 90*time.Second || got.Outcome != diary.ReliefStopped || *got.After != 2 || got.Before != nil {
			t.Errorf("%+v", got)
		}
		if _, err := a.ReliefStop(ctx, control.ReliefStop{}); !errors.Is(err, &control.Error{Code: control.CodeNoSession}) {
			t.Errorf("nothing runs: %v", err)
		}
	})
}

func TestAnEndNobodyAnswers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, p := newWorld(), &packs{}
		w.packs = p
		a, stop := w.agent(t)
		defer stop()
		p.answer(t)
		s, err := a.ReliefStart(t.Context(), heat(5, diary.Neck))
		if err != nil {
			t.Fatal(err)
		}
		key := "relief-end-" + s.ID
		pass(6 * time.Minute)
		w.replies <- Reply{Key: key, Action: "closed"} // swept away
		synctest.Wait()
		if got := w.asked(s.ID); got != "" {
			t.Errorf("swept away, and still there: %s", got)
		}
		pass(time.Minute)
		if got := w.asked(s.ID); got != key {
			t.Errorf("it does not come back: %s", got)
		}
		pass(20 * time.Minute)
		if n := w.times(key); n != 15 {
			t.Errorf("shown %d times in all, want 15", n)
		}
		if got := p.last(); got.ID != s.ID || got.Skin != "" || got.Outcome != diary.ReliefOver {
			t.Errorf("%+v", got)
		}
		if got := w.asked(s.ID); got != key {
			t.Errorf("it is not there for whoever wakes up: %s", got)
		}
		// Whoever wakes up answers it then.
		w.replies <- Reply{Key: key, Action: "stop"}
		synctest.Wait()
		if got := p.last(); got.Skin != diary.SkinBad {
			t.Errorf("%+v", got)
		}
		if n, ok := w.on("relief-skin"); !ok || !strings.Contains(n.Body, "pharmacist or doctor") {
			t.Errorf("%+v", n)
		}
		pass(3 * time.Hour)
		p.answer(t)
		if _, err := a.ReliefStart(t.Context(), heat(5, diary.Neck)); !errors.Is(err, &control.Error{Code: control.CodeHeld}) || !strings.Contains(err.Error(), "not fine there today") {
			t.Errorf("later that day: %v", err)
		}
		if _, err := a.ReliefLook(t.Context(), control.ReliefLook{ID: s.ID, Fine: true}); err != nil || p.last().Skin != diary.SkinFine {
			t.Errorf("it was fine after all: %v, %+v", err, p.last())
		}
		if _, err := a.ReliefStart(t.Context(), heat(5, diary.Neck)); err != nil {
			t.Errorf("then: %v", err)
		}
	})
}

func TestHeatSurvivesAKillAndASleep(t *testing.T) {
	for _, how := range []string{"restart", "sleep"} {
		synctest.Test(t, func(t *testing.T) {
			w, p := newWorld(), &packs{}
			w.packs = p
			booted := time.Now()
			p.up = func() (string, time.Duration) { return "boot", time.Since(booted) }
			a, stop := w.agent(t)
			p.answer(t)
			s, err := a.ReliefStart(t.Context(), heat(15, diary.Neck))
			if err != nil {
				t.Fatal(err)
			}
			pass(4 * time.Minute)
			saved := string(p.state)
			if how == "restart" {
				stop()
				if string(p.state) != saved {
					t.Fatal("stopping saved what a kill would not")
				}
				pass(3 * time.Minute)
				w.mu.Lock()
				w.screen = map[string]Notice{}
				w.mu.Unlock()
				a, stop = w.agent(t)
			} else {
				w.sensed <- reminders.Suspend{}
				pass(3 * time.Minute)
				w.sensed <- reminders.Resume{}
				synctest.Wait()
			}
			st, err := a.Status(t.Context())
			if err != nil || st.Session == nil || st.Session.ID != s.ID || !st.Session.EndsAt.Equal(s.EndsAt) || st.Session.Left.Duration() != 8*time.Minute {
				t.Errorf("%s: %+v, %v; want it to end at %v", how, st.Session, err, s.EndsAt)
			}
			if got := w.asked(s.ID); got != "relief-check-"+s.ID {
				t.Errorf("%s: the check of 5 minutes: %q", how, got)
			}
			// Down again, past its end: over is over, and it says so.
			stop()
			pass(2 * time.Hour)
			a, stop = w.agent(t)
			defer stop()
			n, ok := w.on("relief-end-" + s.ID)
			if over := s.EndsAt.Format("15:04"); !ok || !strings.Contains(n.Title, "time was over at "+over) {
				t.Errorf("%s: %+v, want over at %s", how, n, over)
			}
			if st, _ := a.Status(t.Context()); st.Session != nil {
				t.Errorf("%s: it still runs: %+v", how, st.Session)
			}
		})
	}
}

func TestAPromptComesBackAfterARestart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, p := newWorld(), &packs{}
		w.packs = p
		a, stop := w.agent(t)
		p.answer(t)
		s, err := a.ReliefStart(t.Context(), heat(15, diary.Neck))
		if err != nil {
			t.Fatal(err)
		}
		pass(5*time.Minute + 5*time.Second)
		stop()
		if got := w.asked(s.ID); got != "" {
			t.Errorf("a dead button stays: %s", got)
		}
		_, stop = w.agent(t)
		defer stop()
		if got := w.asked(s.ID); got != "relief-check-"+s.ID {
			t.Errorf("after the restart: %q", got)
		}
	})
}

func TestPauseOfAPack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, p := newWorld(), &packs{}
		w.packs = p
		a, stop := w.agent(t)
		defer stop()
		p.answer(t)
		ctx := t.Context()
		if _, err := a.ReliefStart(ctx, heat(10, diary.Neck)); err != nil {
			t.Fatal(err)
		}
		pass(2 * time.Minute)
		s, err := a.ReliefPause(ctx, control.ReliefPick{})
		if err != nil || s.State != "paused" || s.Left.Duration() != 8*time.Minute || s.ResumeBy == nil || !s.ResumeBy.Equal(time.Now().Add(relief.MostPaused)) {
			t.Fatalf("%+v, %v", s, err)
		}
		pass(4 * time.Minute)
		s, err = a.ReliefResume(ctx, control.ReliefPick{ID: s.ID})
		if err != nil || s.State != "running" || s.Left.Duration() != 8*time.Minute {
			t.Fatalf("%+v, %v", s, err)
		}
		if _, err = a.ReliefPause(ctx, control.ReliefPick{}); err != nil {
			t.Fatal(err)
		}
		pass(7 * time.Minute)
		if got := p.last(); got.ID != s.ID || got.Outcome != diary.ReliefLapsed || got.Used != 2*time.Minute {
			t.Errorf("%+v", got)
		}
		if _, err = a.ReliefResume(ctx, control.ReliefPick{ID: s.ID}); !errors.Is(err, &control.Error{Code: control.CodeNoSession}) {
			t.Errorf("%v", err)
		}
	})
}

func TestWhatKeepsHeatFromStarting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, p := newWorld(), &packs{}
		w.packs = p
		a, stop := w.agent(t)
		defer stop()
		ctx := t.Context()
		refused := func(what string, r control.ReliefStart, code control.Code, says string) {
			t.Helper()
			_, err := a.ReliefStart(ctx, r)
			if !errors.Is(err, &control.Error{Code: code}) || !strings.Contains(fmt.Sprint(err), says) {
				t.Errorf("%s: %v, want %s and %q", what, err, code, says)
			}
			if p.state != nil {
				t.Fatalf("%s: something was saved", what)
			}
		}
		refused("nothing is answered", heat(5, diary.Neck), control.CodeHeld, "--no-to-open")
		p.answer(t)
		refused("no such timer", control.ReliefStart{Timer: "sauna", Region: "neck"}, control.CodeBadArgs, "no timer")
		refused("no such place", control.ReliefStart{Timer: "heat", Region: "tail"}, control.CodeBadArgs, "no place of the body")
		refused("too long", heat(16, diary.Neck), control.CodeBadArgs, "15 min is the most")
		refused("worn for hours", control.ReliefStart{Timer: "heat-wrap", Region: "neck"}, control.CodeBadArgs, "no timer")
		p.creams = []diary.Cream{{Kind: diary.MuscleGel, At: time.Now()}}
		refused("a gel", heat(5, diary.Neck), control.CodeHeld, "Muscle gel on the skin: no heat. Again from ")
		p.creams = nil
		for i := range p.answers {
			p.answers[i].Yes = p.answers[i].Question == "hc-heart"
		}
		refused("a heart condition", heat(5, diary.Neck), control.CodeHeld, `--cleared "hc-heart=my GP"`)
		p.answer(t)
		p.failing = errors.New("the disk is full")
		if _, err := a.ReliefStart(ctx, heat(5, diary.Neck)); err == nil || !strings.Contains(err.Error(), "disk is full") {
			t.Errorf("%v", err)
		}
		if st, _ := a.Status(ctx); st.Session != nil || len(st.Notices) == 0 {
			t.Errorf("what could not be saved runs: %+v", st.Session)
		}
		p.failing = nil
		if _, err := a.ReliefStart(ctx, heat(5, diary.Neck)); err != nil {
			t.Error(err)
		}
	})
}

func TestALostStateIsRebuilt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, p := newWorld(), &packs{lost: true}
		w.packs = p
		p.records = []diary.Relief{{
			ID: "old1", Kind: "heat", Timer: "heat", Region: diary.Neck, Start: time.Now().Add(-20 * time.Minute), End: time.Now().Add(-10 * time.Minute),
			Length: 10 * time.Minute, Used: 10 * time.Minute, Outcome: diary.ReliefOver,
		}}
		a, stop := w.agent(t)
		defer stop()
		p.answer(t)
		if n, ok := w.on("notice"); !ok || !strings.Contains(n.Body, "take it off") {
			t.Errorf("%+v", n)
		}
		again := time.Now().UTC().Add(50 * time.Minute).Format("15:04")
		if _, err := a.ReliefStart(t.Context(), heat(5, diary.Neck)); !errors.Is(err, &control.Error{Code: control.CodeHeld}) || !strings.Contains(err.Error(), again) {
			t.Errorf("%v, want again from %s", err, again)
		}
	})
}

// A countdown is told by the minute, and nothing is told once it is over.
func TestTheCountdownIsToldByTheMinute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, p := newWorld(), &packs{}
		w.packs = p
		w.settings.Posture.Enabled, w.settings.Stretch.Enabled = false, false
		a, stop := w.agent(t)
		defer stop()
		p.answer(t)
		s, err := a.ReliefStart(t.Context(), control.ReliefStart{Timer: "ice-massage", Region: "neck", For: control.Seconds(270 * time.Second)})
		if err != nil {
			t.Fatal(err)
		}
		told := func() int {
			w.mu.Lock()
			defer w.mu.Unlock()
			return w.told
		}
		before := told()
		pass(10 * time.Millisecond)
		for _, step := range []struct{ gone, left time.Duration }{
			{30 * time.Second, 4 * time.Minute}, {time.Minute, 3 * time.Minute}, {time.Minute, 2 * time.Minute}, {time.Minute, time.Minute},
		} {
			pass(step.gone)
			w.mu.Lock()
			got := w.status.Session
			w.mu.Unlock()
			if got == nil || got.Left.Duration().Round(time.Minute) != step.left {
				t.Errorf("%v: %+v", step.left, got)
			}
		}
		if n := told() - before; n > 6 {
			t.Errorf("told %d times in 4 minutes", n)
		}
		pass(2 * time.Minute)
		if _, err := a.ReliefLook(t.Context(), control.ReliefLook{ID: s.ID, Fine: true}); err != nil {
			t.Fatal(err)
		}
		before = told()
		pass(time.Hour)
		if n := told() - before; n > 0 {
			t.Errorf("told %d times in an hour after it", n)
		}
	})
}
