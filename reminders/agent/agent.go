// Package agent is the one loop that drives the scheduler: it sleeps until the
// next wake or signal, steps, saves, and tells the desktop what to show.
//
// It decides nothing about "when" (package reminders does) and knows no
// technology: the store, the desktop and the sensors come in as the small
// interfaces below.
package agent

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/settings"
)

// Store keeps the schedule's state and the log of prompts.
type Store interface {
	// Schedule returns the saved state, and whether there was one.
	Schedule(ctx context.Context) (reminders.State, bool, error)
	// Record saves the state and logs the effects, all or nothing; when it
	// returns nil both are on disk.
	Record(ctx context.Context, s reminders.State, at time.Time, effects []reminders.Effect) error
	// BackupIfDue makes the daily backup if there is none of today.
	BackupIfDue(ctx context.Context) (path string, made bool, err error)
}

// Button is a button of a notice; Key comes back in the Reply.
type Button struct{ Key, Label string }

// Notice is what the desktop is asked to show.
type Notice struct {
	Key         string // of one reminder, or of a message of the agent itself
	Title, Body string
	Buttons     []Button
	Urgent      bool
	Click       string // what a click on the notice itself does; empty means that it opens Unhunch
	Sound       bool
	Stay        bool // until withdrawn
}

// The keys of buttons and replies.
const (
	keyDone    = "done"
	keySnooze  = "snooze"
	keyStart   = "start"
	keyDefault = "default" // a click on the notice itself
	keyClosed  = "closed"  // sent away without a choice

	keyNotice = "notice" // of the agent's own message
)

// Reply is what the person did with a notice.
type Reply struct{ Key, Action, Token string }

// Desktop shows notices.
type Desktop interface {
	Show(n Notice) error
	Withdraw(key string) error
	Replies() <-chan Reply
}

// Sensors tell what happens to the machine and the person.
type Sensors interface {
	Events() <-chan reminders.Event
	SetAwayAfter(d time.Duration)
}

// Options wire an agent. Every function may be called from its loop only,
// except Open.
type Options struct {
	Version  string
	PID      int
	Now      func() time.Time
	Zone     func() *time.Location // the person's time zone now; nil means the machine's at the start
	Settings func() (settings.Settings, []settings.Problem, error)
	// SettingsChanged is a cheap look whether the settings file may have
	// changed since the last call.
	SettingsChanged func() bool
	Store           Store
	Desktop         Desktop
	Sensors         Sensors
	// Beat notes that the agent runs, cheaply and without a disk; Alive is the
	// last beat of the run before this one, zero if it is not known. Together
	// they tell how long a killed agent was really gone.
	Beat  func()
	Alive time.Time
	// Open shows a screen of the window, starting it if needed.
	Open func(control.OpenRequest) error
	// Publish hands a changed status to everybody who watches.
	Publish func(control.Status)
	// Notices are what the person should be told at the start.
	Notices []string
	// Person is who the reminders are for; nil means that nothing is known and
	// posture checks carry no tip.
	Person Person
	// Massages is what the diary knows of massages; nil means nothing, and no
	// follow-up is asked.
	Massages Massages
	// Calendar is where appointments are; nil means that there are none.
	Calendar Calendar
	// Relief is where heat and cold are kept; nil means that there are none.
	Relief Relief
	// Uptime is a clock that nobody can set: the run of the machine by a name,
	// and how long it lasts, sleep included. nil means that there is none.
	Uptime func() (boot string, up time.Duration)
	// Trim gives memory back in a while: something rare has been done, such as
	// reading a part of the library. nil does nothing.
	Trim func()
	// Chime lets be heard what heat and cold ask; nil is silence. It must not
	// wait.
	Chime func(relief.Ask)
	// Library is what tips are taken from, as it is now; nil means the built-in
	// one.
	Library func() *content.Library
	Log     *slog.Logger
}

// Agent drives the scheduler. Its methods are safe for use from any goroutine
// while Run runs.
type Agent struct {
	o        Options
	calls    chan func()
	done     chan struct{}
	stop     context.CancelFunc
	state    reminders.State
	wake     time.Time
	settings settings.Settings
	zone     *time.Location
	fixed    []string // notices of the start
	problems []string // of the settings
	saving   string   // why saving fails, if it does
	tip      tipAt    // of the posture check shown last
	visited  visited

	relief     relief.State
	reliefWake time.Time // when to look at it again; zero is not at all

	appointments []reminders.Appointment // those that are near
	calendarDay  int                     // the day of the year they were looked up on
	unread       string                  // why they could not be, if so
}

// New makes an agent; Run starts it.
func New(o Options) *Agent {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Zone == nil {
		o.Zone = func() *time.Location { return time.Local }
	}
	return &Agent{
		o: o, calls: make(chan func()), done: make(chan struct{}),
		fixed: o.Notices, zone: o.Zone(),
	}
}

// Run drives the scheduler until the context ends or Quit is called. The state
// is saved before it returns.
func (a *Agent) Run(ctx context.Context) error {
	ctx, a.stop = context.WithCancel(ctx)
	defer a.stop()
	defer close(a.done)

	if err := a.begin(ctx); err != nil {
		return err
	}
	timer := time.NewTimer(a.untilWake())
	defer timer.Stop()
	sensed := a.o.Sensors.Events()
	for {
		select {
		case <-ctx.Done():
			return a.end()
		case <-timer.C:
			if a.o.Beat != nil {
				a.o.Beat()
			}
			a.stepRelief(ctx, relief.Tick{})
			if !a.wake.IsZero() && a.o.Now().Before(a.wake) {
				break // only a beat
			}
			a.reloadIfChanged(ctx)
			a.step(ctx, reminders.Tick{})
			a.daily(ctx)
		case ev, ok := <-sensed:
			if !ok {
				sensed = nil // nothing more will come
				continue
			}
			a.reloadIfChanged(ctx)
			a.stepRelief(ctx, relief.Tick{}) // the machine may have slept, or the clock was set
			a.step(ctx, ev)
		case r := <-a.o.Desktop.Replies():
			a.reply(ctx, r)
		case call := <-a.calls:
			call()
		}
		timer.Reset(a.untilWake())
	}
}

// begin restores the state and shows again what was on screen.
func (a *Agent) begin(ctx context.Context) error {
	a.load()
	a.readCalendar(ctx)
	a.loadVisits(ctx)
	state, _, err := a.o.Store.Schedule(ctx)
	if err != nil {
		// A damaged row costs today's clocks, not the reminders.
		a.o.Log.Warn("the saved schedule could not be read; starting afresh", "err", err)
		a.fixed = append(a.fixed, catalog.L("The saved schedule could not be read, so sitting times start at zero: {{.Problem}}", catalog.D{"Problem": err}))
		state = reminders.State{}
	}
	a.state = state
	standing := map[reminders.ID]bool{}
	for id := range state.Prompts {
		standing[id] = true
	}
	a.o.Sensors.SetAwayAfter(a.settings.AwayAfter)
	a.step(ctx, reminders.Start{Config: a.config(), Alive: a.o.Alive})
	a.step(ctx, reminders.Tick{})
	for _, p := range a.state.Open() {
		if standing[p.ID] && !p.Begun {
			a.show(p)
		}
	}
	a.loadRelief(ctx)
	a.daily(ctx)
	a.tell()
	return nil
}

// end saves the state and takes down what is on screen.
func (a *Agent) end() error {
	// The context is gone; saving must not be.
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	now := a.now()
	state, effects, _ := a.state.Step(now, reminders.Tick{})
	err := a.o.Store.Record(ctx, state, now, effects)
	for _, p := range a.state.Open() {
		_ = a.o.Desktop.Withdraw(string(p.ID))
	}
	for _, x := range a.relief.Sessions {
		_ = a.o.Desktop.Withdraw(noticeKey(x.Ask, x.ID))
	}
	if err != nil {
		return fmt.Errorf("the schedule could not be saved on the way out: %w", err)
	}
	return nil
}

func (a *Agent) now() time.Time { return a.o.Now().In(a.zone) }

// untilWake is how long to sleep. A millisecond more than planned, so that the
// clock has reached the wake when the timer fires.
func (a *Agent) untilWake() time.Duration {
	now := a.o.Now()
	// With a wake of zero the machine is going to sleep. Should nobody tell us
	// that it woke up, look again after a minute of being awake.
	in := time.Minute
	if !a.wake.IsZero() {
		in = min(max(0, a.wake.Sub(now)), beat) + time.Millisecond
	}
	if !a.reliefWake.IsZero() {
		in = min(in, max(0, a.reliefWake.Sub(now))+time.Millisecond)
	}
	return in
}

// beat is how often a sleeping agent notes that it runs: often enough that the
// sitting time a killed one loses never looks like an absence.
const beat = 2 * time.Minute

// step tells the scheduler of an event and does what it asks for. What cannot
// be saved is done all the same: a full disk must not stop the reminders.
func (a *Agent) step(ctx context.Context, ev reminders.Event) {
	if _, tick := ev.(reminders.Tick); tick && !a.state.AsleepSince.IsZero() && a.wake.IsZero() {
		ev = reminders.Resume{}
	}
	now := a.now()
	state, effects, wake := a.state.Step(now, ev)
	a.o.Log.Debug("step", "event", fmt.Sprintf("%T", ev), "effects", len(effects), "wake", wake)
	_ = a.save(ctx, state, now, effects) // the person is told by a notice
	a.take(state, effects, wake)
}

// attempt is step for what a person asked for: it takes effect only if it
// could be saved, because it will be acknowledged.
func (a *Agent) attempt(ctx context.Context, ev reminders.Event) error {
	now := a.now()
	state, effects, wake := a.state.Step(now, ev)
	if err := a.save(ctx, state, now, effects); err != nil {
		return err
	}
	a.take(state, effects, wake)
	return nil
}

func (a *Agent) save(ctx context.Context, s reminders.State, now time.Time, effects []reminders.Effect) error {
	return a.saved(a.o.Store.Record(ctx, s, now, effects))
}

// saved notes whether something could be saved, and makes the error of it that
// whoever asked is told.
func (a *Agent) saved(err error) error {
	if err == nil {
		a.saving = ""
		return nil
	}
	if errors.Is(err, context.Canceled) {
		return err
	}
	a.saving = catalog.L("Unhunch cannot save at the moment: {{.Problem}}", catalog.D{"Problem": err})
	a.o.Log.Error("the schedule could not be saved", "err", err)
	return fmt.Errorf("this could not be saved: %w", err)
}

// take makes a step's outcome the present.
func (a *Agent) take(s reminders.State, effects []reminders.Effect, wake time.Time) {
	a.state, a.wake = s, wake
	for _, e := range effects {
		switch e.Verb {
		case reminders.Show:
			a.show(e.Prompt)
		case reminders.Close:
			if _, open := s.Prompts[e.ID]; open && e.Prompt.ShownAt.IsZero() {
				continue // another occasion of it, which never came on screen
			}
			if err := a.o.Desktop.Withdraw(string(e.ID)); err != nil {
				a.o.Log.Warn("a notification could not be withdrawn", "reminder", e.ID, "err", err)
			}
		case reminders.Sat: // for the log only
		}
	}
	a.publish()
}

func (a *Agent) show(p reminders.Prompt) {
	if err := a.o.Desktop.Show(a.notice(p)); err != nil {
		a.o.Log.Warn("a notification could not be shown", "reminder", p.ID, "err", err)
	}
}

func (a *Agent) publish() {
	if a.o.Publish != nil {
		a.o.Publish(a.status())
	}
}

// daily makes the backup of the day.
func (a *Agent) daily(ctx context.Context) {
	if _, made, err := a.o.Store.BackupIfDue(ctx); err != nil {
		a.o.Log.Warn("the daily backup failed", "err", err)
	} else if made {
		a.o.Log.Info("daily backup made")
	}
	a.refreshCalendar(ctx)
}

// tell shows what the person should know as one notification.
func (a *Agent) tell() {
	notes := a.notices()
	if len(notes) == 0 {
		return
	}
	n := Notice{Key: keyNotice, Title: catalog.L("Unhunch: please read"), Body: strings.Join(notes, "\n"), Stay: true}
	if err := a.o.Desktop.Show(n); err != nil {
		a.o.Log.Warn("a notice could not be shown", "text", n.Body, "err", err)
	}
}

func (a *Agent) notices() []string {
	out := append([]string{}, a.fixed...)
	out = append(out, a.problems...)
	if a.unread != "" {
		out = append(out, a.unread)
	}
	if a.saving != "" {
		out = append(out, a.saving)
	}
	return out
}
