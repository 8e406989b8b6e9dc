package agent

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/settings"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// world is everything around an agent: a disk, a desktop, sensors.
type world struct {
	mu       sync.Mutex
	state    reminders.State
	saved    bool
	log      []string
	failing  error
	screen   map[string]Notice
	shown    []string
	opened   []string
	parts    []string // screen and part, where a part was asked for
	routines []string // what was to be played
	person   Person
	massages Massages
	calendar *shelf
	packs    *packs
	chimed   []string
	status   control.Status
	told     int // how often a status was
	replies  chan Reply
	sensed   chan reminders.Event
	settings settings.Settings
	changed  bool
	away     time.Duration
}

func newWorld() *world {
	w := &world{
		screen: map[string]Notice{}, settings: settings.Default(),
		replies: make(chan Reply), sensed: make(chan reminders.Event),
	}
	w.settings.Checkin.Enabled = false
	return w
}

func (w *world) Schedule(context.Context) (reminders.State, bool, error) {
	return w.state, w.saved, nil
}

func (w *world) Record(_ context.Context, s reminders.State, at time.Time, effects []reminders.Effect) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.failing != nil {
		return w.failing
	}
	w.state, w.saved = s, true
	for _, e := range effects {
		w.log = append(w.log, strings.TrimSpace(at.Format("15:04 ")+string(e.Verb)+" "+string(e.ID)+" "+string(e.Outcome)))
	}
	return nil
}
func (w *world) BackupIfDue(context.Context) (string, bool, error) { return "", false, nil }

func (w *world) Show(n Notice) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.screen[n.Key] = n
	w.shown = append(w.shown, n.Key)
	return nil
}

func (w *world) Withdraw(key string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.screen, key)
	return nil
}
func (w *world) Replies() <-chan Reply          { return w.replies }
func (w *world) Events() <-chan reminders.Event { return w.sensed }
func (w *world) SetAwayAfter(d time.Duration)   { w.away = d }

// latest is the state saved last.
func (w *world) latest() reminders.State {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.state
}

// last is what was logged last.
func (w *world) last() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.log[len(w.log)-1]
}

func (w *world) on(key string) (Notice, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	n, ok := w.screen[key]
	return n, ok
}

// agent starts one in this world; stop ends it and waits.
func (w *world) agent(t *testing.T) (a *Agent, stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	var kept Calendar
	if w.calendar != nil {
		kept = w.calendar
	}
	var heat Relief
	var up func() (string, time.Duration)
	if w.packs != nil {
		heat, up = w.packs, w.packs.up
	}
	a = New(Options{
		Relief: heat, Uptime: up, Chime: func(ask relief.Ask) { w.mu.Lock(); defer w.mu.Unlock(); w.chimed = append(w.chimed, string(ask)) },
		Version: "test", Now: time.Now, Zone: func() *time.Location { return time.UTC }, Store: w, Desktop: w, Sensors: w, Person: w.person, Calendar: kept, Massages: w.massages,
		Settings:        func() (settings.Settings, []settings.Problem, error) { return w.settings, nil, nil },
		SettingsChanged: func() bool { c := w.changed; w.changed = false; return c },
		Open: func(r control.OpenRequest) error {
			w.mu.Lock()
			defer w.mu.Unlock()
			w.opened = append(w.opened, r.Screen)
			if r.Part != "" {
				w.parts = append(w.parts, r.Screen+" "+r.Part)
			}
			if r.Routine != "" {
				w.routines = append(w.routines, r.Routine)
			}
			return nil
		},
		Publish: func(s control.Status) { w.mu.Lock(); defer w.mu.Unlock(); w.status, w.told = s, w.told+1 },
	})
	ended := make(chan error, 1)
	go func() { ended <- a.Run(ctx) }()
	synctest.Wait()
	return a, func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("the agent ended with %v", err)
		}
	}
}

func TestSnoozeButtonBringsThePromptBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		_, stop := w.agent(t)
		defer stop()

		time.Sleep(30*time.Minute + time.Second)
		n, ok := w.on("posture")
		if !ok || n.Buttons[0].Label != "Sitting well" || n.Buttons[1].Label != "Snooze 10 min" {
			t.Fatalf("after 30 minutes of sitting: %+v", n)
		}
		w.replies <- Reply{Key: "posture", Action: "snooze"}
		synctest.Wait()
		if _, ok := w.on("posture"); ok {
			t.Fatal("a snoozed prompt is still on screen")
		}
		time.Sleep(9 * time.Minute)
		if _, ok := w.on("posture"); ok {
			t.Fatal("back after 9 minutes")
		}
		time.Sleep(time.Minute + time.Second)
		if _, ok := w.on("posture"); !ok {
			t.Fatal("not back after 10 minutes")
		}
	})
}

func TestClickOpensTheWindowAndLeavesThePrompt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		_, stop := w.agent(t)
		defer stop()
		time.Sleep(30*time.Minute + time.Second)
		w.replies <- Reply{Key: "posture", Action: "default"}
		synctest.Wait()
		if len(w.opened) != 1 || w.opened[0] != "posture" {
			t.Fatalf("opened %q", w.opened)
		}
		if open := w.latest().Prompts; len(open) != 1 {
			t.Fatalf("prompts %v", open)
		}
	})
}

// A killed agent that starts again puts its open prompt back on screen and
// goes on counting where it was.
func TestRestartShowsAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		_, stop := w.agent(t)
		time.Sleep(31 * time.Minute)
		saved := w.latest()
		stop()
		w.state = saved
		clear(w.screen)

		_, stop = w.agent(t)
		defer stop()
		if _, ok := w.on("posture"); !ok {
			t.Fatal("the open prompt was not shown again")
		}
		time.Sleep(30*time.Minute - time.Second)
		if _, ok := w.on("stretch"); ok {
			t.Fatal("the minute nobody can vouch for was counted")
		}
		time.Sleep(2 * time.Second)
		if _, ok := w.on("stretch"); !ok {
			t.Fatalf("no stretch after an hour: %v", w.log)
		}
	})
}

// What cannot be saved is not acknowledged; reminders go on all the same.
func TestFullDisk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		a, stop := w.agent(t)
		w.mu.Lock()
		w.failing = errors.New("no space left on device")
		w.mu.Unlock()

		err := a.Pause(t.Context(), time.Time{})
		if err == nil || !strings.Contains(err.Error(), "no space left") {
			t.Fatalf("a pause that was not saved answered %v", err)
		}
		if s, _ := a.Status(t.Context()); s.Paused || len(s.Notices) != 1 || !strings.Contains(s.Notices[0], "no space left") {
			t.Fatalf("status %+v", s)
		}
		time.Sleep(30*time.Minute + time.Second)
		if _, ok := w.on("posture"); !ok {
			t.Fatal("no posture check with a full disk")
		}
		w.mu.Lock()
		w.failing = nil
		w.mu.Unlock()
		if err := a.Pause(t.Context(), time.Time{}); err != nil {
			t.Fatal(err)
		}
		if s, _ := a.Status(t.Context()); !s.Paused || len(s.Notices) != 0 {
			t.Fatalf("status %+v", s)
		}
		stop()
	})
}

func TestAnswers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		a, stop := w.agent(t)
		defer stop()
		var e *control.Error
		if _, err := a.Answer(t.Context(), control.Answer{Outcome: reminders.Done}); !errors.As(err, &e) || e.Code != control.CodeNoPrompt {
			t.Errorf("with nothing open: %v", err)
		}
		if _, err := a.Answer(t.Context(), control.Answer{Reminder: "posturr", Outcome: reminders.Done}); !errors.As(err, &e) || e.Code != control.CodeBadArgs {
			t.Errorf("an unknown reminder: %v", err)
		}
		time.Sleep(31 * time.Minute)
		res, err := a.Answer(t.Context(), control.Answer{Outcome: reminders.Snoozed, For: control.Seconds(7 * time.Minute)})
		if err != nil || res.Reminder != reminders.Posture || res.Until == nil || !res.Until.Equal(time.Now().Add(7*time.Minute)) {
			t.Errorf("snooze: %+v, %v", res, err)
		}
		if _, err := a.Answer(t.Context(), control.Answer{Reminder: "posture", Outcome: reminders.Done}); !errors.As(err, &e) || e.Code != control.CodeNoPrompt {
			t.Errorf("answering a snoozed prompt: %v", err)
		}
	})
}

func TestDismissingIsSkipping(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		_, stop := w.agent(t)
		defer stop()
		time.Sleep(31 * time.Minute)
		w.replies <- Reply{Key: "posture", Action: "closed"}
		w.replies <- Reply{Key: "posture", Action: "closed"} // too late: nothing is open
		synctest.Wait()
		if got := strings.Join(w.log, "; "); got != "00:30 show posture; 00:31 close posture skipped" {
			t.Fatal(got)
		}
	})
}

// Changed settings take effect at once, for the sensors too.
func TestReload(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		a, stop := w.agent(t)
		defer stop()
		s := w.settings
		s.Posture.Every, s.AwayAfter = 20*time.Minute, 2*time.Minute
		w.settings = s
		if err := a.Reload(t.Context()); err != nil {
			t.Fatal(err)
		}
		if w.away != 2*time.Minute {
			t.Errorf("the sensors were told %s", w.away)
		}
		time.Sleep(20*time.Minute + time.Second)
		if _, ok := w.on("posture"); !ok {
			t.Fatal("the new interval did not count")
		}
	})
}

func TestLockWithdraws(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		_, stop := w.agent(t)
		defer stop()
		time.Sleep(31 * time.Minute)
		w.sensed <- reminders.Lock{}
		synctest.Wait()
		if _, ok := w.on("posture"); ok {
			t.Fatal("a prompt stands on a locked screen")
		}
		w.mu.Lock()
		presence := w.status.Presence
		w.mu.Unlock()
		if presence != "locked" {
			t.Fatalf("presence %q", presence)
		}
	})
}

// The agent sleeps when nothing is due: a day nobody answers takes few steps.
func TestSleepsBetweenEvents(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		steps := 0
		ctx, cancel := context.WithCancel(t.Context())
		a := New(Options{
			Now: time.Now, Zone: func() *time.Location { return time.UTC }, Store: w, Desktop: w, Sensors: w, Person: w.person, Massages: w.massages,
			Settings: func() (settings.Settings, []settings.Problem, error) { return w.settings, nil, nil },
			Open:     func(control.OpenRequest) error { return nil },
			Publish:  func(control.Status) { steps++ },
		})
		ended := make(chan error, 1)
		go func() { ended <- a.Run(ctx) }()
		time.Sleep(24 * time.Hour)
		cancel()
		if err := <-ended; err != nil {
			t.Fatal(err)
		}
		// A show and a close each for some 41 posture checks and 22
		// stretches, and the occasional held check.
		if steps > 250 {
			t.Errorf("%d steps in a day", steps)
		}
	})
}

// A killed agent loses no sitting time that a beat vouches for, and its short
// absence is not taken for a rest.
func TestKilledLongAfterTheLastStep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		var beats []time.Time
		ctx, kill := context.WithCancel(t.Context())
		o := Options{
			Now: time.Now, Zone: func() *time.Location { return time.UTC }, Store: w, Desktop: w, Sensors: w, Person: w.person, Massages: w.massages,
			Settings: func() (settings.Settings, []settings.Problem, error) { return w.settings, nil, nil },
			Open:     func(control.OpenRequest) error { return nil },
			Beat:     func() { beats = append(beats, time.Now()) },
		}
		ended := make(chan error, 1)
		go func() { ended <- New(o).Run(ctx) }()
		time.Sleep(25*time.Minute + 30*time.Second)
		saved := w.latest()
		kill()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		w.state = saved // as if it had not been able to save on its way out
		if len(beats) != 12 {
			t.Fatalf("%d beats in 25 minutes, want one every two", len(beats))
		}

		time.Sleep(10 * time.Second)
		o.Alive = beats[len(beats)-1]
		ctx, kill = context.WithCancel(t.Context())
		go func() { ended <- New(o).Run(ctx) }()
		synctest.Wait()
		// 24 of 30 minutes are vouched for.
		time.Sleep(6*time.Minute - time.Second)
		if _, ok := w.on("posture"); ok {
			t.Error("posture too early")
		}
		time.Sleep(2 * time.Second)
		if _, ok := w.on("posture"); !ok {
			t.Errorf("the sitting time of the killed agent was lost: %v", w.latest().Clocks)
		}
		kill()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}

// Fixed times are the clock's on the wall: after a journey, of the new zone.
func TestJourney(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		w.settings.Posture.Enabled, w.settings.Stretch.Every = false, time.Hour
		w.settings.Checkin.Enabled = true // at 20:00
		var zone atomic.Pointer[time.Location]
		zone.Store(time.UTC)
		ctx, cancel := context.WithCancel(t.Context())
		a := New(Options{
			Now: time.Now, Zone: zone.Load, Store: w, Desktop: w, Sensors: w, Person: w.person, Massages: w.massages,
			Settings: func() (settings.Settings, []settings.Problem, error) { return w.settings, nil, nil },
			Open:     func(control.OpenRequest) error { return nil },
		})
		ended := make(chan error, 1)
		go func() { ended <- a.Run(ctx) }()
		time.Sleep(10 * time.Hour) // from midnight in UTC
		zone.Store(time.FixedZone("UTC+9", 9*3600))
		time.Sleep(time.Hour + 2*time.Minute)
		if _, ok := w.on("checkin"); !ok {
			t.Errorf("it is past 20:00 in the new zone, and nothing was asked: %v", w.log)
		}
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}
