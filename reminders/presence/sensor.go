package presence

import (
	"errors"
	"slices"
)

// How a sensor is.
const (
	OK      = "ok"
	Missing = "missing"
)

// The sensors.
const (
	sensorIdle    = "input idle"
	sensorSession = "sleep and lock" // logind
	sensorLock    = "screen saver"
	sensorClock   = "clock set"
)

// SensorState is one sensor's health, for `unhunch doctor`.
type SensorState struct {
	Name   string // what it senses
	State  string // OK or Missing
	Detail string // how it senses, or why it can't
	Hint   string // what to do about a missing one; empty: nothing
}

// Sensors returns the state of every sensor.
func (w *Watcher) Sensors() []SensorState {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.sensors)
}

// trouble is why a sensor is missing, with what to do about it.
type trouble struct{ detail, hint string }

func (t *trouble) Error() string { return t.detail }

func (w *Watcher) works(name, detail string) { w.set(SensorState{name, OK, detail, ""}) }

func (w *Watcher) missing(name string, err error) {
	s := SensorState{Name: name, State: Missing}
	if err != nil {
		s.Detail = err.Error()
	}
	var t *trouble
	if errors.As(err, &t) {
		s.Hint = t.hint
	}
	w.set(s)
}

func (w *Watcher) set(s SensorState) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for i := range w.sensors {
		if w.sensors[i].Name == s.Name {
			w.sensors[i] = s
		}
	}
}
