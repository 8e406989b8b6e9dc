//go:build !windows && !darwin

package presence

import "context"

// watches are the sensors of this system.
var watches = []func(context.Context, *Watcher){watchX11, watchLogind, watchSavers, watchClock}
