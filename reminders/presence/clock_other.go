//go:build !linux && !windows && !darwin

package presence

import "context"

// watchClock has no way to be told here; the agent notices when it wakes.
func watchClock(_ context.Context, w *Watcher) {
	w.missing(sensorClock, &trouble{"not available on this system", "a clock that was set is noticed at the next reminder"})
}
