// Package folders knows where the person's files are, by the environment as it
// is now, and keeps two programs that write one of them out of each other's
// way.
package folders

import (
	"path/filepath"
	"sync"

	"github.com/adrg/xdg"
)

// reading keeps the environment from being looked at twice at once, which the
// library for it does not bear. So nobody else asks that library.
var reading sync.Mutex

// in is the folder of Unhunch below a place of the library's.
func in(place *string) string {
	reading.Lock()
	defer reading.Unlock()
	xdg.Reload()
	return filepath.Join(*place, "unhunch")
}

// Config is for settings: $XDG_CONFIG_HOME/unhunch. Like all of these it need
// not be there yet, and may be asked for by several goroutines at once.
func Config() string { return in(&xdg.ConfigHome) }

// Data is for what is to be kept: $XDG_DATA_HOME/unhunch.
func Data() string { return in(&xdg.DataHome) }

// State is for what may be lost, such as logs: $XDG_STATE_HOME/unhunch.
func State() string { return in(&xdg.StateHome) }

// Cache is for what the system may clear: $XDG_CACHE_HOME/unhunch.
func Cache() string { return in(&xdg.CacheHome) }
