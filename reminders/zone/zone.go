// Package zone tells the time zone of the machine.
package zone

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/unhunch/unhunch/reminders/calendar"
)

// localTime is where a Unix machine keeps its time zone.
const localTime = "/etc/localtime"

// Local returns a cheap look at the machine's time zone: Go reads it once,
// and people travel with their laptop open.
func Local() func() *time.Location {
	zone := time.Local
	link, _ := os.Readlink(localTime)
	return func() *time.Location {
		if os.Getenv("TZ") != "" {
			return zone
		}
		now, err := os.Readlink(localTime)
		if err != nil || now == link {
			return zone
		}
		if _, name, ok := strings.Cut(filepath.ToSlash(now), "zoneinfo/"); ok {
			if z, err := time.LoadLocation(name); err == nil {
				zone, link = z, now
			}
		}
		return zone
	}
}

// Home is the machine's time zone by the name others know it by.
func Home(now time.Time) *time.Location {
	zone := now.Location()
	if os.Getenv("TZ") == "" {
		if link, err := os.Readlink(localTime); err == nil {
			if _, name, ok := strings.Cut(filepath.ToSlash(link), "zoneinfo/"); ok {
				if z, err := time.LoadLocation(name); err == nil {
					return z
				}
			}
		}
	}
	if z, err := time.LoadLocation(calendar.ZoneName(zone, now)); err == nil {
		return z
	}
	return time.UTC
}
