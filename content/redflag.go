package content

import "slices"

// RedFlags is the page "Is this serious?".
type RedFlags struct {
	Principles []Statement `toml:"principle"`
	Levels     []FlagLevel `toml:"level"` // most urgent first, looking after oneself last
	Flags      []RedFlag   `toml:"flag"`
}

// Levels of urgency.
const (
	SelfCare  = 0 // usually fine to look after yourself
	Emergency = 1 // now
	SameDay   = 2
	BookVisit = 3
)

// FlagLevel is how soon a sign needs somebody, and what to do.
type FlagLevel struct {
	Level  int    `toml:"level" content:"optional"` // SelfCare to BookVisit
	Name   string `toml:"name"`
	Action string `toml:"action"`
}

// RedFlag is a sign that needs checking. It does not say what somebody has.
type RedFlag struct {
	ID    string `toml:"id"`
	Level int    `toml:"level" content:"optional"`
	Text  string `toml:"text"`
	Why   string `toml:"why" content:"optional"` // what has to be ruled out
	Cited
}

func (r *RedFlags) check(say report) {
	for i, f := range r.Flags {
		if !slices.ContainsFunc(r.Levels, func(l FlagLevel) bool { return l.Level == f.Level }) {
			say(indexed("flag", i)+".level", "flag %q is of level %d, which is not listed; hint: 0 to 3", f.ID, f.Level)
		}
		if f.Why == "" && (f.Level == Emergency || f.Level == SameDay) {
			say(indexed("flag", i), "flag %q is urgent, but why is missing; hint: say what has to be ruled out", f.ID)
		}
	}
}

// RedFlags returns the page "Is this serious?".
func (l *Library) RedFlags() (*RedFlags, error) {
	return l.redFlags.get(func() (*RedFlags, error) {
		out := &RedFlags{}
		return out, l.read("red-flags.toml", out)
	})
}
