// Package settings holds what a person can choose: one struct with a default
// for everything, read from and written to one TOML file.
//
// Reading is strict about each value and forgiving about the file: a value
// that makes no sense falls back to its default for that field alone, and a
// Problem says where it stands, why it was set aside and how to write it.
// Reading never changes the file. Editing changes one key and leaves every
// other byte as it was: comments, order, formatting, unknown keys.
//
// Every setting has a dotted name (posture.every); Keys lists them, and Get
// and Set read and write them as text, which is what the command line,
// scenario files and the window's Settings screen use.
package settings

import (
	"slices"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// Settings is everything a person can choose. The toml tags are the names in
// the file, and joined by dots the names Get and Set take.
type Settings struct {
	AwayAfter   time.Duration   `toml:"away_after"`   // no input for this long is being away
	ExpireAfter time.Duration   `toml:"expire_after"` // an interval prompt left alone closes after this
	MergeWindow time.Duration   `toml:"merge_window"` // a posture check this close to a stretch is held
	Settle      time.Duration   `toml:"settle"`       // quiet after a return or the end of busy
	UsefulFor   time.Duration   `toml:"useful_for"`   // a fixed-time prompt stays this long
	Snooze      time.Duration   `toml:"snooze"`       // what the snooze button gives
	Hours       reminders.Hours `toml:"hours"`        // working hours; empty means always

	Posture     Interval    `toml:"posture"`
	Stretch     Interval    `toml:"stretch"`
	Checkin     Checkin     `toml:"checkin"`
	Appointment Appointment `toml:"appointment"`
	VisitLog    VisitLog    `toml:"visit-log"`
	FollowUp    FollowUp    `toml:"follow-up"`
	Rebook      Rebook      `toml:"rebook"`

	Window        Window        `toml:"window"`
	Player        Player        `toml:"player"`
	Notifications Notifications `toml:"notifications"`
	Tray          Tray          `toml:"tray"`
	Emergency     Emergency     `toml:"emergency"`

	Own []Own `toml:"own"` // the person's own reminders, in the order of the file
}

// Interval is a reminder that comes after an amount of sitting time.
type Interval struct {
	Enabled bool          `toml:"enabled"`
	Every   time.Duration `toml:"every"` // sitting time until it is due
}

// Checkin is the daily question about one's back.
type Checkin struct {
	Enabled bool                  `toml:"enabled"`
	At      []reminders.TimeOfDay `toml:"at"`   // local clock times, ascending
	Days    reminders.Weekdays    `toml:"days"` // the days it is asked on
}

// Appointment says when appointments are announced.
type Appointment struct {
	Enabled bool             `toml:"enabled"`
	Leads   []reminders.Lead `toml:"leads"` // before the start, longest first
}

// VisitLog is the question "How was it?" after an appointment.
type VisitLog struct {
	Enabled bool          `toml:"enabled"`
	After   time.Duration `toml:"after"`    // from the appointment's end
	OpenFor time.Duration `toml:"open_for"` // how long the question stays
}

// FollowUp is the question some days after a visit.
type FollowUp struct {
	Enabled bool            `toml:"enabled"`
	After   []time.Duration `toml:"after"`  // from the visit, shortest first
	Within  time.Duration   `toml:"within"` // how late one may still be asked
}

// Rebook is the reminder to book the next massage.
type Rebook struct {
	Enabled bool `toml:"enabled"`
}

// The themes of the window.
const (
	ThemeSystem = "system" // as the desktop says
	ThemeLight  = "light"
	ThemeDark   = "dark"
)

// Window is how the window looks.
type Window struct {
	Theme         string `toml:"theme"`          // one of the themes above
	TextSize      int    `toml:"text_size"`      // per cent of the usual size, 80 to 200
	ReducedMotion bool   `toml:"reduced_motion"` // no animation that is not needed
}

// Player is how a stretch routine is followed without looking.
type Player struct {
	Chimes bool `toml:"chimes"` // a chime at the start, half-way, at a change and at the end
	Voice  bool `toml:"voice"`  // what comes next is spoken
	Volume int  `toml:"volume"` // of both, in per cent, 0 to 100
}

// Notifications is how notifications behave.
type Notifications struct {
	Sound bool `toml:"sound"` // a soft chime with each
}

// Tray is the icon in the panel.
type Tray struct {
	Enabled bool `toml:"enabled"`
}

// Emergency is what "Is this serious?" has to know of a person.
type Emergency struct {
	// Country decides which emergency number is shown: two capital letters as
	// ISO 3166 has them, such as GB; empty means the one of the system's
	// language settings.
	Country string `toml:"country"`
}

// Default is what somebody has who changed nothing. The scheduler's numbers
// come from reminders.DefaultConfig.
func Default() Settings {
	c := reminders.DefaultConfig()
	posture, _ := c.Reminder(reminders.Posture)
	stretch, _ := c.Reminder(reminders.Stretch)
	checkin, _ := c.Reminder(reminders.Checkin)
	return Settings{
		AwayAfter:   c.AwayAfter,
		ExpireAfter: c.ExpireAfter,
		MergeWindow: c.MergeWindow,
		Settle:      c.Settle,
		UsefulFor:   c.UsefulFor,
		Snooze:      10 * time.Minute,
		Posture:     Interval{Enabled: true, Every: posture.Every},
		Stretch:     Interval{Enabled: true, Every: stretch.Every},
		Checkin:     Checkin{Enabled: true, At: checkin.At, Days: checkin.Days},
		Appointment: Appointment{Enabled: true, Leads: c.Leads},
		VisitLog:    VisitLog{Enabled: true, After: c.VisitLogAfter, OpenFor: c.VisitLogFor},
		FollowUp:    FollowUp{Enabled: true, After: c.FollowUps, Within: c.FollowUpFor},
		Rebook:      Rebook{Enabled: true},
		Window:      Window{Theme: ThemeSystem, TextSize: 100},
		Player:      Player{Chimes: true, Volume: 70},
		Tray:        Tray{Enabled: true},
	}
}

// Config is what the scheduler needs of the settings, for a person in that
// time zone; nil means UTC. Appointments and visits are left empty: they
// come from the calendar and the diary. A dated reminder that is off has no
// instants: Leads or FollowUps empty but not nil, VisitLogFor 0.
func (s Settings) Config(zone *time.Location) reminders.Config {
	c := reminders.DefaultConfig()
	c.Zone = zone
	if zone == nil {
		c.Zone = time.UTC
	}
	c.AwayAfter, c.ExpireAfter, c.MergeWindow = s.AwayAfter, s.ExpireAfter, s.MergeWindow
	c.Settle, c.UsefulFor = s.Settle, s.UsefulFor
	c.Hours = slices.Clone(s.Hours)
	for i := range c.Reminders {
		r := &c.Reminders[i]
		switch r.ID {
		case reminders.Posture:
			r.Enabled, r.Every = s.Posture.Enabled, s.Posture.Every
		case reminders.Stretch:
			r.Enabled, r.Every = s.Stretch.Enabled, s.Stretch.Every
		case reminders.Checkin:
			r.Enabled, r.At, r.Days = s.Checkin.Enabled, slices.Clone(s.Checkin.At), s.Checkin.Days
		}
	}
	for _, o := range s.Own {
		if r, ok := o.reminder(); ok {
			c.Reminders = append(c.Reminders, r)
		}
	}
	c.Leads, c.FollowUps = []reminders.Lead{}, []time.Duration{}
	if s.Appointment.Enabled {
		c.Leads = append(c.Leads, s.Appointment.Leads...)
	}
	if s.FollowUp.Enabled {
		c.FollowUps = append(c.FollowUps, s.FollowUp.After...)
	}
	c.FollowUpFor = s.FollowUp.Within
	c.VisitLogAfter, c.VisitLogFor = s.VisitLog.After, s.VisitLog.OpenFor
	if !s.VisitLog.Enabled {
		c.VisitLogFor = 0
	}
	return c
}
