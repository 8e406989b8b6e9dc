// Package scenario reads scenario files, a person's day told one line at a
// time, and plays them against the scheduler.
//
// It is what `unhunch simulate` runs and what most of the scheduler's tests
// are written in. Nothing here reads a file, a clock or the settings of the
// person at the keyboard: the same bytes always give the same lines.
package scenario

import (
	"time"

	_ "time/tzdata" // time zones are the same on every machine

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/settings"
)

// The limits of a scenario. They are far beyond what a person writes and keep
// a damaged or hostile file from filling the memory or running for hours.
const (
	MaxBytes = 1 << 20                  // size of a file
	MaxLines = 100_000                  // lines in it, comments included
	MaxSpan  = 5 * 366 * 24 * time.Hour // from start to end, as it passes

	maxWork  = 300_000_000          // estimated steps, times reminders and dates
	maxCycle = 1_000_000            // estimated interval prompts
	maxJump  = 366 * 24 * time.Hour // of the clock, at once
	maxVisit = 7 * 24 * time.Hour   // length of an appointment
	minYear  = 1900                 // dates before it are typing errors
	maxYear  = 2200                 // and dates after it
	maxShown = 20                   // mistakes listed
	maxToken = 40                   // characters of the file quoted back
	maxSaid  = 300                  // characters of a message from elsewhere
)

// Scenario is a parsed scenario file.
type Scenario struct {
	Name         string         // as given to Parse; mistakes are reported under it
	Zone         *time.Location // of every time in the file and in the output
	Start, End   time.Time      // on the wall clock; End counts as part of it
	Settings     settings.Settings
	Hours        reminders.Hours // none means always
	Appointments []reminders.Appointment
	Visits       []reminders.Visit
	Rebook       reminders.Rebooking
	Steps        []Step // in the order they are played
}

// Step is one `at` line.
type Step struct {
	Line  int             // in the file, from 1
	At    time.Time       // on the wall clock, before the jump if it is one
	Event reminders.Event // never nil
}

// Config is what the scheduler is started with.
func (s Scenario) Config() reminders.Config {
	c := s.Settings.Config(s.Zone)
	c.Hours = s.Hours
	c.Appointments = s.Appointments
	c.Visits = s.Visits
	c.Rebook = s.Rebook
	return c
}
