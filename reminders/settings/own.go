package settings

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// Own is a reminder of the person's own: [own.NAME] in the file. It has
// either Every or At; one with neither or both is never shown.
type Own struct {
	Name    string                `toml:"-"` // its id: lower-case letters, digits, dashes
	Title   string                `toml:"title"`
	Text    string                `toml:"text"`
	Enabled bool                  `toml:"enabled"`
	Every   time.Duration         `toml:"every"` // sitting time until it is due
	At      []reminders.TimeOfDay `toml:"at"`    // local clock times, ascending
	Days    reminders.Weekdays    `toml:"days"`  // of At
	Opens   string                `toml:"opens"` // what it opens, as ParseAction reads it
}

const (
	maxOwn      = 50 // reminders of one's own
	maxOwnName  = 40 // characters
	maxTitle    = 80
	maxOwnText  = 500
	defaultOpen = "today"
)

var ownName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)

// newOwn is a reminder nothing is known of but its name.
func newOwn(name string) Own {
	return Own{Name: name, Days: reminders.EveryDay, Opens: defaultOpen}
}

// AddOwn declares a reminder of one's own, switched off and without a time.
// It fails, with a Problem, on a name that cannot be one or is taken.
func (s *Settings) AddOwn(name string) error {
	key := "own." + name
	if err := checkOwnName(name); err != nil {
		return err
	}
	if s.own(name) >= 0 {
		return Problem{Key: key, Reason: "there is a reminder of that name already", Hint: "choose another name"}
	}
	if len(s.Own) >= maxOwn {
		return Problem{
			Key: key, Reason: fmt.Sprintf("there are %d reminders of your own already", maxOwn),
			Hint: "remove one you no longer need",
		}
	}
	s.Own = append(slices.Clone(s.Own), newOwn(name))
	return nil
}

// checkOwnName tells, with a Problem, why name cannot be a reminder's.
func checkOwnName(name string) error {
	p := Problem{Key: path{"own", name}.String(), Hint: "use lower-case letters, digits and dashes, as in own.drink-water"}
	switch {
	case len(name) > maxOwnName && ownName.MatchString(name):
		p.Reason = fmt.Sprintf("the name is longer than %d characters", maxOwnName)
	case !ownName.MatchString(name):
		p.Reason = fmt.Sprintf("%s is no name for a reminder", quoted(name))
	case slices.Contains(reminders.Builtin(), reminders.ID(name)):
		p.Reason = fmt.Sprintf("%s is one of the built-in reminders", name)
		p.Hint = fmt.Sprintf("set it up in [%s], or choose another name", name)
	case groups[name] != "":
		p.Reason = fmt.Sprintf("%s is the name of a group of settings", name)
		p.Hint = "choose another name"
	default:
		return nil
	}
	return p
}

// own is the index of the reminder with that name, or -1.
func (s Settings) own(name string) int {
	return slices.IndexFunc(s.Own, func(o Own) bool { return o.Name == name })
}

// clone shares nothing with s that Set changes in place; lists are replaced,
// never written into.
func (s Settings) clone() Settings {
	s.Own = slices.Clone(s.Own)
	return s
}

// Called is its title, or else its name as a title.
func (o Own) Called() string {
	if o.Title != "" {
		return o.Title
	}
	words := strings.TrimSpace(strings.ReplaceAll(o.Name, "-", " "))
	return strings.ToUpper(words[:1]) + words[1:]
}

// reminder is the scheduler's view of it, false where it has no time or two.
func (o Own) reminder() (reminders.Reminder, bool) {
	if (o.Every > 0) == (len(o.At) > 0) {
		return reminders.Reminder{}, false
	}
	return reminders.Reminder{
		ID: reminders.ID(o.Name), Enabled: o.Enabled, Every: o.Every, At: slices.Clone(o.At), Days: o.Days,
		Title: o.Called(), Text: o.Text, Opens: o.Opens,
	}, true
}

// ownFields are the settings of the own reminder of that name.
func ownFields(name string) []field {
	at := func(get func(*Own) any) func(*Settings) any {
		return func(s *Settings) any {
			if i := s.own(name); i >= 0 {
				return get(&s.Own[i])
			}
			o := newOwn(name)
			return get(&o)
		}
	}
	key := func(last string) string { return "own." + name + "." + last }
	text := func(last, label, doc, example string, most int, get func(*Own) any) field {
		f := one(key(last), KindText, label, doc, at(get))
		f.highest, f.example = most, example
		return f
	}
	fs := withDefaults([]field{
		text("title", "Title", "What the reminder says.", "Drink some water", maxTitle, func(o *Own) any { return &o.Title }),
		text("text", "Text", "A longer line below the title.", "A glass is enough.", maxOwnText, func(o *Own) any { return &o.Text }),
		one(key("enabled"), KindBool, "On", "Show this reminder.", at(func(o *Own) any { return &o.Enabled })),
		length(key("every"), "Every", "Sitting time between two of them (instead of at).", time.Second, day, at(func(o *Own) any { return &o.Every })),
		one(key("at"), KindTimes, "At", "The times of day it comes (instead of every).", at(func(o *Own) any { return &o.At })),
		one(key("days"), KindWeekdays, "On days", "The days it comes, for one with at.", at(func(o *Own) any { return &o.Days })),
		one(key("opens"), KindOpens, "Opens", "What it opens: a screen, or what its Start begins.", at(func(o *Own) any { return &o.Opens })),
	})
	for i := range fs {
		f := &fs[i]
		f.own = name
		switch f.Name {
		case key("enabled"):
			f.Default = "true" // of one that stands in the file
		case key("every"):
			f.example, f.Default = "45m", ""
		case key("at"):
			f.example = "15:00"
		}
	}
	return fs
}

// rival is the last part of the key an own reminder cannot have beside f.
func (f field) rival() string {
	if f.own == "" {
		return ""
	}
	switch f.Kind {
	case KindDuration:
		return "at"
	case KindTimes:
		return "every"
	}
	return ""
}
