package scenario

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// maxSteps is far more than an affordable scenario takes; only a scheduler
// that does not move on reaches it.
const maxSteps = 20_000_000

// Line is one thing a scenario made the scheduler do: a prompt shown, or
// closed.
type Line struct {
	At     time.Time // on the wall clock, in the scenario's zone
	Effect reminders.Effect
}

// String writes the line as simulate prints it: time, verb, reminder, and the
// outcome of a close, separated by tabs.
func (l Line) String() string {
	s := l.At.Format(time.RFC3339) + "\t" + string(l.Effect.Verb) + "\t" + string(l.Effect.ID)
	if l.Effect.Verb == reminders.Close {
		s += "\t" + string(l.Effect.Outcome)
	}
	return s
}

// MarshalJSON writes the line as an object of time, verb, id and, for a
// close, outcome.
func (l Line) MarshalJSON() ([]byte, error) {
	o := struct {
		Time    string            `json:"time"`
		Verb    reminders.Verb    `json:"verb"`
		ID      reminders.ID      `json:"id"`
		Outcome reminders.Outcome `json:"outcome,omitempty"`
	}{Time: l.At.Format(time.RFC3339), Verb: l.Effect.Verb, ID: l.Effect.ID}
	if l.Effect.Verb == reminders.Close {
		o.Outcome = l.Effect.Outcome
	}
	return json.Marshal(o)
}

// Run plays the scenario and returns what was shown and closed, in order. It
// panics where Play returns an error, which takes a bug in the scheduler.
func (s Scenario) Run() []Line {
	lines, err := s.Play()
	if err != nil {
		panic(err)
	}
	return lines
}

// Play is Run with an error in place of a panic: a scheduler that asks to be
// woken in the past, or that never comes to an end.
func (s Scenario) Play() ([]Line, error) {
	m := machine{zone: s.Zone}
	m.step(s.Start, reminders.Start{Config: s.Config()})
	if len(s.Steps) == 0 || !s.Steps[0].At.Equal(s.Start) {
		m.step(s.Start, reminders.Active{})
	}
	for _, e := range s.Steps {
		if err := m.sleep(e.At, false); err != nil {
			return m.lines, fmt.Errorf("%s:%d: %w", s.Name, e.Line, err)
		}
		m.happen(e)
	}
	if err := m.sleep(s.End, true); err != nil {
		return m.lines, fmt.Errorf("%s: %w", s.Name, err)
	}
	return m.lines, nil
}

// machine is the computer the scheduler runs on: its wall clock, and whether
// it is switched off.
type machine struct {
	zone  *time.Location
	state reminders.State
	now   time.Time
	wake  time.Time
	off   bool
	steps int
	lines []Line
}

// sleep lets the time pass until t, waking up for the scheduler. What happens
// at t comes before what is planned for t, unless it is the end.
func (m *machine) sleep(t time.Time, end bool) error {
	for !m.off && !m.wake.IsZero() && (m.wake.Before(t) || end && m.wake.Equal(t)) {
		if !m.wake.After(m.now) {
			return fmt.Errorf("the scheduler asked at %s to be woken at %s, which is not later",
				m.now.Format(time.RFC3339Nano), m.wake.Format(time.RFC3339Nano))
		}
		if m.steps >= maxSteps {
			return fmt.Errorf("the scheduler took more than %d steps by %s", maxSteps, m.now.Format(time.RFC3339))
		}
		m.step(m.wake, reminders.Tick{})
	}
	return nil
}

// happen tells the scheduler of one line of the file.
func (m *machine) happen(e Step) {
	now := e.At
	switch ev := e.Event.(type) {
	case reminders.ClockSet:
		now = now.Add(ev.By)
	case reminders.Suspend:
		m.off = true
	case reminders.Resume:
		m.off = false
	}
	m.step(now, e.Event)
}

func (m *machine) step(now time.Time, ev reminders.Event) {
	var effects []reminders.Effect
	m.now = now.In(m.zone)
	m.state, effects, m.wake = m.state.Step(m.now, ev)
	m.steps++
	for _, e := range effects {
		if e.Verb == reminders.Show || e.Verb == reminders.Close {
			m.lines = append(m.lines, Line{At: m.now, Effect: e})
		}
	}
}
