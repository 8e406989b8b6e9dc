//go:build windows || darwin

package presence

import "context"

// watches are the sensors of this system: none in this version.
var watches = []func(context.Context, *Watcher){watchNothing}

func watchNothing(_ context.Context, w *Watcher) {
	w.lostInput()
	for _, s := range w.Sensors() {
		w.missing(s.Name, &trouble{"not available on this system in this version", "reminders count you as at the desk"})
	}
}
