package agent

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
)

// notes are a diary in memory.
type notes struct {
	mu      sync.Mutex
	visits  []diary.Visit
	pains   []diary.Pain
	answers []safety.ScreeningAnswer
	profile safety.Profile
	failing error
}

// change does something to the diary.
func (n *notes) change(f func()) {
	n.mu.Lock()
	defer n.mu.Unlock()
	f()
}

func (n *notes) Visits(_ context.Context, from, to time.Time) ([]diary.Visit, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	var out []diary.Visit
	for _, v := range n.visits {
		if !v.At.Before(from) && v.At.Before(to) {
			out = append(out, v)
		}
	}
	return out, n.failing
}

func (n *notes) Pains(context.Context, time.Time, time.Time) ([]diary.Pain, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.pains, n.failing
}

func (n *notes) Screening(context.Context) ([]safety.ScreeningAnswer, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.answers, n.failing
}

func (n *notes) Profile(context.Context) (safety.Profile, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.profile, n.failing
}

func (n *notes) TipLog(context.Context, int) ([]diary.TipShown, error) { return nil, nil }
func (n *notes) TipShown(context.Context, string, time.Time) error     { return nil }

// answer answers a follow-up of the visit at that place of the list.
func (n *notes) answer(i int, f diary.FollowUp, pain int) {
	n.change(func() { n.visits[i], _ = n.visits[i].Answered(f, &pain) })
}

// visit notes one, with the pain before it.
func (n *notes) visit(id string, at time.Time, before int) {
	n.change(func() { n.visits = append(n.visits, diary.Visit{ID: id, At: at, Before: &before}) })
}

// worldOf is a world with a diary, and nothing on but what follows massages.
func worldOf(n *notes) *world {
	w := newWorld()
	w.settings.Posture.Enabled, w.settings.Stretch.Enabled = false, false
	w.person, w.massages = n, n
	return w
}

func reload(t *testing.T, a *Agent) {
	t.Helper()
	if err := a.Reload(t.Context()); err != nil {
		t.Error(err)
	}
	synctest.Wait()
}

func TestAFollowUpIsAskedAndAnswered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := &notes{}
		n.visit("v", time.Now(), 6)
		w := worldOf(n)
		a, stop := w.agent(t)
		defer stop()
		time.Sleep(24*time.Hour + time.Second)
		got, ok := w.on("follow-up")
		if !ok || !strings.HasPrefix(got.Body, "A day after your massage") {
			t.Fatalf("a day later: %+v", got)
		}
		w.replies <- Reply{Key: "follow-up", Action: "start"}
		synctest.Wait()
		if len(w.parts) != 1 || w.parts[0] != "massage follow-up:v:24h" {
			t.Errorf("opened %q", w.parts)
		}
		if w.latest().Prompts[reminders.FollowUp].ID == "" {
			t.Error("opening the window answered it")
		}
		n.answer(0, diary.AfterADay, 3)
		reload(t, a)
		if _, ok := w.on("follow-up"); ok {
			t.Error("it stands, though it was answered")
		}
		if last := w.last(); !strings.HasSuffix(last, "close follow-up done") {
			t.Errorf("logged %q", last)
		}
		time.Sleep(48 * time.Hour)
		if got, ok := w.on("follow-up"); !ok || !strings.HasPrefix(got.Body, "Three days after your massage") {
			t.Errorf("three days later: %+v", got)
		}
		s, err := a.Status(t.Context())
		if err != nil || len(s.Prompts) != 1 || s.Prompts[0].Part != "follow-up:v:72h" || !strings.HasPrefix(s.Prompts[0].Text, "Three days") {
			t.Errorf("%+v %v", s.Prompts, err)
		}
		n.change(func() { n.visits = nil }) // deleted
		reload(t, a)
		if _, ok := w.on("follow-up"); ok {
			t.Error("it asks of a visit that was deleted")
		}
	})
}

func TestBookingIsRemindedOfByTheRhythm(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := &notes{}
		start := time.Now()
		n.visit("v", start, 6)
		w := worldOf(n)
		w.settings.FollowUp.Enabled = false
		a, stop := w.agent(t)
		defer stop()
		time.Sleep(3 * 24 * time.Hour)
		n.answer(0, diary.AfterADay, 3)
		n.answer(0, diary.AfterThreeDays, 3)
		n.change(func() { n.pains = []diary.Pain{{At: start.Add(7 * 24 * time.Hour), Intensity: 6}} })
		reload(t, a) // relief faded between the third and the seventh day
		time.Sleep(2*24*time.Hour + 9*time.Hour)
		if got, ok := w.on("rebook"); ok {
			t.Fatalf("on the fifth day at nine: %+v", got)
		}
		time.Sleep(time.Hour + time.Second)
		got, ok := w.on("rebook")
		if !ok || got.Body != "Relief faded after about 5 days. Next due by Thu 6 Jan." || got.Buttons[0].Label != "Book" {
			t.Fatalf("on the fifth day at ten: %+v", got)
		}
		if _, err := a.Answer(t.Context(), control.Answer{Reminder: "rebook", Outcome: reminders.Done}); err != nil {
			t.Error(err)
		}
	})
}

func TestBookingIsNotRemindedOf(t *testing.T) {
	for name, change := range map[string]func(*notes, time.Time){
		"a stop of the checklist": func(n *notes, at time.Time) {
			n.answers = []safety.ScreeningAnswer{{Question: "fever", Yes: true, At: at}}
		},
		"a stop of the profile": func(n *notes, at time.Time) { n.profile = safety.Profile{}.With("leg-clot", at) },
		"the alarm":             func(n *notes, _ time.Time) { n.answer(1, diary.AfterThreeDays, 8) },
		"the setting":           func(*notes, time.Time) {},
		"no visits":             func(n *notes, _ time.Time) { n.visits = nil },
		"nothing":               func(*notes, time.Time) {},
	} {
		synctest.Test(t, func(t *testing.T) {
			n := &notes{}
			n.visit("u", time.Now().AddDate(0, 0, -7), 5)
			n.visit("v", time.Now(), 5)
			change(n, time.Now())
			w := worldOf(n)
			w.settings.FollowUp.Enabled, w.settings.Rebook.Enabled = false, name != "the setting"
			_, stop := w.agent(t)
			defer stop()
			time.Sleep(8 * 24 * time.Hour)
			if _, ok := w.on("rebook"); ok != (name == "nothing") {
				t.Errorf("%s: reminded %v", name, ok)
			}
		})
	}
}

// An appointment that was missed is no booking: the next is reminded of.
func TestBookingAfterAMissedAppointment(t *testing.T) {
	for status, want := range map[calendar.Status]bool{calendar.Planned: false, calendar.Missed: true, calendar.Cancelled: true} {
		synctest.Test(t, func(t *testing.T) {
			n := &notes{}
			n.visit("u", time.Now().AddDate(0, 0, -7), 5)
			n.visit("v", time.Now(), 5)
			w := worldOf(n)
			w.settings.FollowUp.Enabled = false
			w.calendar = &shelf{}
			booked := booking(calendar.WallOf(2000, 1, 7, 10, 0, 0))
			booked.Status = status
			w.calendar.put(booked)
			_, stop := w.agent(t)
			defer stop()
			time.Sleep(7*24*time.Hour + 10*time.Hour + time.Minute)
			if _, ok := w.on("rebook"); ok != want {
				t.Errorf("%s: reminded %v, want %v", status, ok, want)
			}
		})
	}
}

func TestAnAnnouncedMassageSaysWhatComesFirst(t *testing.T) {
	now := time.Now()
	all := func(yes string) (out []safety.ScreeningAnswer) {
		m, err := content.BuiltIn().Massage()
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range m.Screening {
			out = append(out, safety.ScreeningAnswer{Question: q.ID, Yes: q.ID == yes, At: now})
		}
		return out
	}
	for name, c := range map[string]struct {
		n    *notes
		says string
	}{
		"nothing answered": {&notes{}, "\nBefore you go, answer the checklist."},
		"all no":           {&notes{answers: all("")}, ""},
		"a stop":           {&notes{answers: all("fever")}, "\nYes to “Fever, flu, COVID or another infection today?”: no massage now."},
		"to ask":           {&notes{answers: all("surgery")}, "\nYes to “Operation in the last six weeks, or a new implant, line or pump?”: ask a clinician before a massage. Never deep over the area."},
		"not readable":     {&notes{failing: errors.New("locked")}, "\nBefore you go, answer the checklist."},
	} {
		a := New(Options{Now: func() time.Time { return now }, Massages: c.n, Person: c.n})
		if got := a.notice(reminders.Prompt{ID: reminders.Upcoming}); got.Body != c.says {
			t.Errorf("%s: %q, want %q", name, got.Body, c.says)
		}
	}
	a := New(Options{Now: func() time.Time { return now }})
	if got := a.notice(reminders.Prompt{ID: reminders.Upcoming}); got.Body != "" {
		t.Errorf("without a diary: %q", got.Body)
	}
}

func TestVisitsThatCannotBeReadStay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := &notes{}
		n.visit("v", time.Now(), 6)
		w := worldOf(n)
		a, stop := w.agent(t)
		defer stop()
		n.change(func() { n.failing = errors.New("locked") })
		reload(t, a)
		time.Sleep(24*time.Hour + time.Second)
		if _, ok := w.on("follow-up"); !ok {
			t.Error("the follow-up was forgotten")
		}
	})
}
