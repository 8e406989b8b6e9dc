//go:build linux

package main_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/sqlite"
)

// onSkin is the part of a session in `unhunch status --json` the tests look at.
type onSkin struct {
	ID     string    `json:"id"`
	Kind   string    `json:"kind"`
	Region string    `json:"region"`
	State  string    `json:"state"`
	EndsAt time.Time `json:"ends_at"`
	Left   int       `json:"left_s"`
}

func (d *desktop) onSkin() (running *onSkin, all []onSkin) {
	d.t.Helper()
	var s struct {
		Session  *onSkin  `json:"session"`
		Sessions []onSkin `json:"sessions"`
	}
	d.ask(&s, "status")
	return s.Session, s.Sessions
}

// used is the part of `unhunch relief list --json` the tests look at.
type used struct {
	ID      string `json:"id"`
	Used    int    `json:"used_s"`
	Skin    string `json:"skin"`
	Outcome string `json:"outcome"`
}

func (d *desktop) reliefs() (list []used) {
	d.t.Helper()
	d.ask(&list, "relief", "list")
	return list
}

// ago makes the time since the last step of heat and cold longer, as if the
// machine had been off that long. No agent may run.
func (d *desktop) ago(by time.Duration) {
	d.t.Helper()
	ctx := d.t.Context()
	s, _, err := sqlite.Open(ctx, d.path("data", "unhunch", "unhunch.db"), sqlite.Options{Now: time.Now})
	if err != nil {
		d.t.Fatal(err)
	}
	st, err := s.ReliefState(ctx)
	if err == nil {
		st.Wall, st.Up = st.Wall.Add(-by), st.Up-by
		for i := range st.Sessions {
			st.Sessions[i].Started = st.Sessions[i].Started.Add(-by)
		}
		err = s.RecordRelief(ctx, st, time.Now(), nil)
	}
	if err != nil {
		d.t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		d.t.Fatal(err)
	}
}

// Heat is started, the agent is killed at half time and started again: the
// remaining time is right, and the look at the skin comes.
func TestHeatSurvivesAKill(t *testing.T) {
	d := newDesktop(t)
	d.only()
	agent := d.startAgent()
	d.unhunch("heat", "30s", "--on", "lower-back", "--no-to-open", "--before", "6")
	began, _ := d.onSkin()
	if began == nil || began.Kind != "heat" || began.Region != "lower-back" || began.State != "running" {
		t.Fatalf("%+v", began)
	}
	d.until(40*time.Second, "half of it is over", func() bool { s, _ := d.onSkin(); return s == nil || s.Left <= 15 })
	agent.kill()
	if s, _ := d.onSkin(); s == nil || !near(s.EndsAt, began.EndsAt, 1500*time.Millisecond) {
		t.Errorf("while nothing runs it ends at %+v, want %v", s, began.EndsAt)
	}
	d.startAgent()
	s, _ := d.onSkin()
	if s == nil || s.ID != began.ID || !near(s.EndsAt, began.EndsAt, 1500*time.Millisecond) {
		t.Fatalf("after the restart: %+v, want it to end at %v", s, began.EndsAt)
	}
	n := d.nextNote(40 * time.Second)
	after(t, "over", began.EndsAt, n.shown, 0)
	if n.summary != "Heat: time is over" || !strings.Contains(n.body, "lower back") || n.actions["fine"] != "Skin is fine" || n.actions["stop"] != "Stop" || len(n.actions) != 3 {
		t.Errorf("%q %q %v", n.summary, n.body, n.actions)
	}
	if s, all := d.onSkin(); s != nil || len(all) != 1 || all[0].State != "over" {
		t.Errorf("over: %+v, %+v", s, all)
	}
	d.press("Skin is fine")
	d.noteGone(n, 5*time.Second)
	d.until(5*time.Second, "it is kept", func() bool { return len(d.reliefs()) == 1 })
	if got := d.reliefs()[0]; got != (used{began.ID, 30, "fine", "over"}) {
		t.Errorf("%+v", got)
	}
	if r := d.run("heat", "5", "--on", "lower-back", "--no-to-open"); r.code != 1 || !strings.Contains(r.err, "again from ") {
		t.Errorf("in the gap: exit %d, %q", r.code, r.err)
	}
}

// The look at the skin after five minutes comes though the agent was dead for
// most of them, and what was over meanwhile is said to be.
func TestSkinCheckAfterAKill(t *testing.T) {
	d := newDesktop(t)
	d.only()
	agent := d.startAgent()
	d.unhunch("heat", "10", "--on", "neck", "--no-to-open")
	agent.kill()
	d.ago(4*time.Minute + 50*time.Second)
	agent = d.startAgent()
	s, _ := d.onSkin()
	if s == nil || s.Left > 5*60+10 || s.Left < 4*60+50 {
		t.Fatalf("%+v", s)
	}
	n := d.nextNote(40 * time.Second)
	if n.summary != "Heat: look at your skin" || n.actions["fine"] != "Skin is fine" || n.actions["stop"] != "Stop" {
		t.Errorf("%q %q %v", n.summary, n.body, n.actions)
	}
	// It comes back with the next agent, until it is answered.
	agent.kill()
	agent = d.startAgent()
	n = d.nextNote(10 * time.Second)
	d.press("Skin is fine")
	d.noteGone(n, 5*time.Second)

	agent.kill()
	d.ago(20 * time.Minute)
	d.startAgent()
	n = d.nextNote(10 * time.Second)
	if !strings.HasPrefix(n.summary, "Heat: time was over at ") {
		t.Errorf("%q %q", n.summary, n.body)
	}
	if s, all := d.onSkin(); s != nil || len(all) != 1 || all[0].State != "over" {
		t.Errorf("%+v, %+v", s, all)
	}
	d.press("Stop")
	advice := d.nextNote(10 * time.Second)
	if !strings.Contains(advice.body, "do not re-apply today") {
		t.Errorf("%q %q", advice.summary, advice.body)
	}
	if got := d.reliefs(); len(got) != 1 || got[0].Used != 600 || got[0].Skin != "bad" {
		t.Errorf("%+v", got)
	}
	d.unhunch("relief", "fine", d.reliefs()[0].ID)
	if got := d.reliefs(); got[0].Skin != "fine" {
		t.Errorf("%+v", got)
	}
}

// What is open is asked at a terminal, all at once.
func TestQuestionsBeforeHeat(t *testing.T) {
	d := newTerminal(t)
	d.only()
	d.start(program(t, "unhunch"), "agent", "--terminal")
	d.until(20*time.Second, "the agent answers", func() bool { return d.status().Agent })
	o := d.atTerminal("heat", "5", "--on", "neck")
	d.shown(o, "0 for none:")
	o.typed("nine\n")
	o.typed("0\n")
	d.shown(o, "Heat pack on: neck, 5 min")
	if code := o.ended(20 * time.Second); code != 0 {
		t.Errorf("exit %d:\n%s", code, o.text())
	}
	d.unhunch("relief", "stop")

	// Only what may have changed is asked the next time: a place, and today.
	o = d.atTerminal("cold", "5", "--on", "left knee")
	d.shown(o, "0 for none:")
	if text := o.text(); strings.Contains(text, "Diabetes") || !strings.Contains(text, "Drowsy") && !strings.Contains(text, "Open wound") {
		t.Errorf("asked again:\n%s", text)
	}
	n := ""
	for line := range strings.SplitSeq(o.text(), "\n") {
		if strings.Contains(line, "Open wound") {
			n = strings.Fields(line)[0]
		}
	}
	o.typed(n + "\n")
	d.shown(o, "Cold: not now")
	if code := o.ended(20 * time.Second); code != 1 {
		t.Errorf("exit %d:\n%s", code, o.text())
	}
	if s, all := d.onSkin(); s != nil || len(all) != 0 {
		t.Errorf("%+v", all)
	}
}

// Heat is started in the window. The agent is killed at half time, with the
// window open, and started again: the remaining time is right, and the look at
// the skin comes.
func TestHeatFromTheWindow(t *testing.T) {
	d := newDesktop(t)
	d.only()
	d.unhunch("profile", "set", "pregnancy", "no") // or the window would begin with its welcome
	agent := d.startAgent()
	d.answerAll()
	d.start(program(t, "unhunch-window"), "--screen", "relief", "--part", "start:heat:10m")
	id, _ := d.window(windowWithin)
	d.titled(id, "Heat & cold", windowWithin)
	d.painted(id, windowWithin)
	// Nothing is left to be asked: the keys are at Start.
	d.keyUntil(id, "heat is on", []string{"Return"}, func() bool { s, _ := d.onSkin(); return s != nil })
	began, _ := d.onSkin()
	if began.Kind != "heat" || began.Region != "lower-back" || began.Left > 600 || began.Left < 500 {
		t.Fatalf("%+v", began)
	}
	agent.kill()
	d.ago(4*time.Minute + 50*time.Second)
	d.startAgent()
	s, _ := d.onSkin()
	if s == nil || s.ID != began.ID || s.State != "running" || s.Left > 5*60+10 || s.Left < 4*60 {
		t.Fatalf("after the restart: %+v", s)
	}
	n := d.nextNote(40 * time.Second)
	if n.summary != "Heat: look at your skin" || !strings.Contains(n.body, "lower back") {
		t.Errorf("%q %q", n.summary, n.body)
	}
	d.press("Skin is fine")
	d.noteGone(n, 5*time.Second)
	if s, _ := d.onSkin(); s == nil || s.ID != began.ID {
		t.Errorf("it does not go on: %+v", s)
	}
	d.closeWindow(id) // it counts on without the window
	if s, _ := d.onSkin(); s == nil || s.State != "running" {
		t.Errorf("without a window: %+v", s)
	}
	d.unhunch("relief", "stop")
	if got := d.reliefs(); len(got) != 1 || got[0].Outcome != "stopped" || got[0].Used < 280 || got[0].Used > 400 {
		t.Errorf("%+v", got)
	}
}

// answerAll answers every question before heat and cold on the lower back with
// no.
func (d *desktop) answerAll() {
	d.t.Helper()
	page, err := content.BuiltIn().HeatCold()
	if err != nil {
		d.t.Fatal(err)
	}
	var no []safety.ReliefAnswer
	for _, q := range page.Screening {
		no = append(no, safety.ReliefAnswer{Question: q.ID, Region: diary.LowerBack, At: time.Now()})
	}
	ctx := d.t.Context()
	s, _, err := sqlite.Open(ctx, d.path("data", "unhunch", "unhunch.db"), sqlite.Options{Now: time.Now})
	if err == nil {
		err = errors.Join(s.AnswerRelief(ctx, no...), s.Close())
	}
	if err != nil {
		d.t.Fatal(err)
	}
}
