package content

import (
	"fmt"
	"slices"
)

// DeskCheck is the desk check-up: what to look at, one question at a time.
type DeskCheck struct {
	Intro     Statement      `toml:"intro"`
	LookAgain Statement      `toml:"look_again"` // when else than after Again
	AgainID   string         `toml:"again"`      // as in the file
	Questions []DeskQuestion `toml:"question"`

	// Again is the default that says after how many days to look again: its
	// DefaultDays.
	Again Default `toml:"-"`
}

// DeskPart is a part of the desk.
type DeskPart string

// The parts, in the order they are looked at.
const (
	DeskChair  DeskPart = "chair"
	DeskHands  DeskPart = "hands"  // keyboard, mouse and what is reached for
	DeskScreen DeskPart = "screen" // and the light on it
	DeskAround DeskPart = "around" // laptop, calls, moving
)

func (DeskPart) choices() []string {
	return []string{string(DeskChair), string(DeskHands), string(DeskScreen), string(DeskAround)}
}

// DeskQuestion is one thing to look at.
type DeskQuestion struct {
	ID     string   `toml:"id"`
	Part   DeskPart `toml:"part"`
	Name   string   `toml:"name"` // a few words, for a list of what to change
	Ask    string   `toml:"ask"`  // yes means that it is fine
	Do     string   `toml:"do"`   // what to change otherwise
	TipIDs []string `toml:"tips"` // as in the file
	Tips   []Tip    `toml:"-"`    // the same, looked up
	Cited
}

func (q *DeskQuestion) check(say report) {
	if !slug(q.ID) {
		say("id", "id %q has to be small letters, digits and hyphens; hint: as screen-height", q.ID)
	}
}

// resolve looks the tips up.
func (q *DeskQuestion) resolve(tips []Tip, say report) {
	for i, id := range q.TipIDs {
		k := slices.IndexFunc(tips, func(t Tip) bool { return t.ID == id })
		if k < 0 {
			say(indexed("tips", i), "tip %q is not in the library; hint: correct its id", id)
			return
		}
		q.Tips = append(q.Tips, tips[k])
	}
}

// DeskCheck returns the desk check-up with its tips in place.
func (l *Library) DeskCheck() (*DeskCheck, error) {
	return l.deskCheck.get(func() (*DeskCheck, error) {
		tips, e1 := l.Tips()
		defaults, e2 := l.Defaults()
		if err := together(e1, e2); err != nil {
			return nil, err
		}
		d, err := l.open("desk-check.toml")
		if err != nil {
			return nil, err
		}
		out := &DeskCheck{}
		if d.decode(out) {
			d.check(out)
			out.resolve(d, tips, defaults.Default)
		}
		return out, d.err()
	})
}

func (c *DeskCheck) resolve(d *document, tips []Tip, defaults []Default) {
	for i := range c.Questions {
		q := &c.Questions[i]
		q.resolve(tips, func(key, format string, args ...any) {
			d.add(d.line(join(indexed("question", i), key)), fmt.Sprintf("question %q", q.ID), fmt.Sprintf(format, args...))
		})
	}
	for _, v := range defaults {
		if v.ID == c.AgainID && v.DefaultDays > 0 {
			c.Again = v
			return
		}
	}
	if c.AgainID != "" {
		d.add(d.line("again"), "", fmt.Sprintf("again %q is no default with default_days; hint: as workstation-review", c.AgainID))
	}
}
