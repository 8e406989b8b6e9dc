package settings

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// Kind is what sort of value a setting takes.
type Kind string

// The kinds, with the text Set reads.
const (
	KindBool      Kind = "bool"      // true or false
	KindDuration  Kind = "duration"  // 30m, 1h30m
	KindInt       Kind = "int"       // 100
	KindText      Kind = "text"      // one line
	KindChoice    Kind = "choice"    // one of Choices
	KindTimes     Kind = "times"     // 15:00,18:00
	KindWeekdays  Kind = "weekdays"  // mon-fri
	KindHours     Kind = "hours"     // mon-fri 09:00-18:00, or always
	KindLeads     Kind = "leads"     // 1d,2h
	KindDurations Kind = "durations" // 24h,72h
	KindCountry   Kind = "country"   // GB, or nothing
	KindOpens     Kind = "opens"     // today, or heat:15m; see ParseAction
)

// Key describes one setting.
type Key struct {
	Name    string   `json:"name"`              // dotted: posture.every
	Group   string   `json:"group"`             // the heading it stands under
	Label   string   `json:"label"`             // two or three words, for a form
	Doc     string   `json:"doc"`               // one line in plain words
	Default string   `json:"default"`           // as Get writes it
	Kind    Kind     `json:"kind"`              //
	Choices []string `json:"choices,omitempty"` // what a choice may be
	Min     string   `json:"min,omitempty"`     // smallest value of a length or number, or of each in a list
	Max     string   `json:"max,omitempty"`     // largest
}

// field is a key with the way to its value.
type field struct {
	Key
	own      string // the own reminder it belongs to
	ptr      func(*Settings) any
	shortest time.Duration // of a length of time, or of each in a list
	longest  time.Duration
	lowest   int // of a number; of a text, highest is its most characters
	highest  int
	example  string // a value to show in hints where the default says nothing
}

const day = 24 * time.Hour

// fields are the settings in the order of the file.
var fields = withDefaults([]field{
	length("away_after", "Away after", "No keyboard or mouse for this long counts as being away.", time.Second, 4*time.Hour, func(s *Settings) any { return &s.AwayAfter }),
	length("expire_after", "Close after", "A posture or stretch reminder nobody answers closes after this.", time.Second, day, func(s *Settings) any { return &s.ExpireAfter }),
	length("merge_window", "Join with stretch", "A posture check is left out when a stretch is due this soon.", 0, 4*time.Hour, func(s *Settings) any { return &s.MergeWindow }),
	length("settle", "Settle in", "Quiet time after you come back or stop being busy.", 0, 4*time.Hour, func(s *Settings) any { return &s.Settle }),
	length("useful_for", "Useful for", "A reminder at a fixed time stays this long, then gives up.", time.Second, day, func(s *Settings) any { return &s.UsefulFor }),
	length("snooze", "Snooze", "How long the Snooze button waits.", time.Second, day, func(s *Settings) any { return &s.Snooze }),
	one("hours", KindHours, "Working hours", "When posture and stretch reminders may come: days and times, or always.", func(s *Settings) any { return &s.Hours }),

	one("posture.enabled", KindBool, "Posture checks", "Remind me of my posture.", func(s *Settings) any { return &s.Posture.Enabled }),
	length("posture.every", "Every", "Sitting time between two posture checks.", time.Second, day, func(s *Settings) any { return &s.Posture.Every }),

	one("stretch.enabled", KindBool, "Stretch breaks", "Remind me to stretch.", func(s *Settings) any { return &s.Stretch.Enabled }),
	length("stretch.every", "Every", "Sitting time between two stretch breaks.", time.Second, day, func(s *Settings) any { return &s.Stretch.Every }),

	one("checkin.enabled", KindBool, "Daily check-in", "Ask me how my back is.", func(s *Settings) any { return &s.Checkin.Enabled }),
	one("checkin.at", KindTimes, "At", "The times of day of the check-in.", func(s *Settings) any { return &s.Checkin.At }),
	one("checkin.days", KindWeekdays, "On", "The days of the check-in.", func(s *Settings) any { return &s.Checkin.Days }),

	one("appointment.enabled", KindBool, "Announce", "Announce massage appointments.", func(s *Settings) any { return &s.Appointment.Enabled }),
	length("appointment.leads", "Ahead by", "How long before an appointment it is announced.", time.Second, 365*day, func(s *Settings) any { return &s.Appointment.Leads }),

	one("visit-log.enabled", KindBool, "Ask afterwards", "Ask how it was after an appointment.", func(s *Settings) any { return &s.VisitLog.Enabled }),
	length("visit-log.after", "After", "How long after the appointment's end the question comes.", 0, day, func(s *Settings) any { return &s.VisitLog.After }),
	length("visit-log.open_for", "Open for", "How long the question stays open.", time.Second, 30*day, func(s *Settings) any { return &s.VisitLog.OpenFor }),

	one("follow-up.enabled", KindBool, "Follow up", "Ask again some days after a visit.", func(s *Settings) any { return &s.FollowUp.Enabled }),
	length("follow-up.after", "After", "How long after a visit each question comes.", time.Second, 30*day, func(s *Settings) any { return &s.FollowUp.After }),
	length("follow-up.within", "Within", "A question missed while away may still come this much later.", time.Second, 30*day, func(s *Settings) any { return &s.FollowUp.Within }),

	one("rebook.enabled", KindBool, "Remind me to book", "Say when the next massage is due, by how long the relief lasts.", func(s *Settings) any { return &s.Rebook.Enabled }),

	choice("window.theme", "Theme", "Light, dark, or as the desktop says.", []string{ThemeSystem, ThemeLight, ThemeDark}, func(s *Settings) any { return &s.Window.Theme }),
	number("window.text_size", "Text size", "Size of the window's text in per cent.", 80, 200, func(s *Settings) any { return &s.Window.TextSize }),
	one("window.reduced_motion", KindBool, "Reduced motion", "Leave out animations that are not needed.", func(s *Settings) any { return &s.Window.ReducedMotion }),

	one("player.chimes", KindBool, "Chimes", "Play chimes during a stretch routine.", func(s *Settings) any { return &s.Player.Chimes }),
	one("player.voice", KindBool, "Voice", "Say aloud what comes next in a stretch routine.", func(s *Settings) any { return &s.Player.Voice }),
	number("player.volume", "Volume", "Volume of the chimes and the voice in per cent.", 0, 100, func(s *Settings) any { return &s.Player.Volume }),

	one("notifications.sound", KindBool, "Sound", "Play a soft sound with each notification.", func(s *Settings) any { return &s.Notifications.Sound }),

	one("tray.enabled", KindBool, "Tray icon", "Show an icon in the panel.", func(s *Settings) any { return &s.Tray.Enabled }),

	one("emergency.country", KindCountry, "Country", "Whose emergency number is shown, as two letters such as GB; empty for that of the system's language.", func(s *Settings) any { return &s.Emergency.Country }),
})

// groups are the headings, by the first part of a key's name.
var groups = map[string]string{
	"":              "General",
	"posture":       "Posture checks",
	"stretch":       "Stretch breaks",
	"checkin":       "Daily check-in",
	"appointment":   "Appointments",
	"visit-log":     "After an appointment",
	"follow-up":     "After a visit",
	"rebook":        "The next massage",
	"window":        "Window",
	"player":        "Player",
	"notifications": "Notifications",
	"tray":          "Tray",
	"emergency":     "Emergency number",
	"own":           "Your own reminders",
}

func one(name string, kind Kind, label, doc string, ptr func(*Settings) any) field {
	return field{Key: Key{Name: name, Group: groups[firstPart(name)], Label: label, Doc: doc, Kind: kind}, ptr: ptr}
}

// length is a length of time, a list of such, or a list of lead times, by
// what ptr points to.
func length(name, label, doc string, shortest, longest time.Duration, ptr func(*Settings) any) field {
	f := one(name, KindDuration, label, doc, ptr)
	f.shortest, f.longest = shortest, longest
	f.Min, f.Max = reminders.FormatDuration(shortest), reminders.FormatDuration(longest)
	switch ptr(new(Settings)).(type) {
	case *[]reminders.Lead:
		f.Kind, f.Max = KindLeads, reminders.Lead{Days: int(longest / day)}.String()
	case *[]time.Duration:
		f.Kind = KindDurations
	}
	return f
}

func choice(name, label, doc string, choices []string, ptr func(*Settings) any) field {
	f := one(name, KindChoice, label, doc, ptr)
	f.Choices = choices
	return f
}

func number(name, label, doc string, lowest, highest int, ptr func(*Settings) any) field {
	f := one(name, KindInt, label, doc, ptr)
	f.lowest, f.highest = lowest, highest
	f.Min, f.Max = strconv.Itoa(lowest), strconv.Itoa(highest)
	return f
}

func withDefaults(fs []field) []field {
	s := Default()
	for i := range fs {
		fs[i].Default = format(fs[i].ptr(&s))
	}
	return fs
}

// Keys lists every setting there is for everybody, in the order of the file.
func Keys() []Key {
	keys := make([]Key, len(fields))
	for i, f := range fields {
		keys[i] = f.Key
	}
	return keys
}

// Keys lists the settings of these settings: those for everybody, and those
// of the person's own reminders.
func (s Settings) Keys() []Key {
	keys := Keys()
	for _, o := range s.Own {
		for _, f := range ownFields(o.Name) {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

// Get is the setting's value in the text form Set reads back. The error for
// a key that does not exist is a Problem that names the nearest one.
func Get(s Settings, key string) (string, error) {
	f, err := find(s, key)
	if err != nil {
		return "", err
	}
	if f.own != "" && s.own(f.own) < 0 {
		return "", Problem{
			Key: f.Name, Reason: fmt.Sprintf("there is no reminder of your own called %s", f.own),
			Hint: fmt.Sprintf("set own.%s.every to make one", f.own),
		}
	}
	return f.text(&s), nil
}

// Set gives a setting a value, written as on the command line: lists are
// separated by commas or spaces. On an error, always a Problem, s is as it
// was. A reminder of one's own that does not exist yet is made, switched off;
// since it has either every or at, setting one drops the other.
func Set(s *Settings, key, value string) error {
	f, err := find(*s, key)
	if err != nil {
		return err
	}
	next := s.clone()
	if f.own != "" && next.own(f.own) < 0 {
		if err := next.AddOwn(f.own); err != nil {
			return err
		}
	}
	if err := f.parse(f.ptr(&next), value); err != nil {
		return Problem{Key: f.Name, Reason: err.Error(), Hint: f.hint()}
	}
	if other := f.rival(); other != "" && strings.TrimSpace(value) != "" {
		o := &next.Own[next.own(f.own)]
		if other == "at" {
			o.At = nil
		} else {
			o.Every = 0
		}
	}
	*s = next
	return nil
}
