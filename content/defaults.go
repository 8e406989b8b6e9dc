package content

// Defaults are what reminders start with.
type Defaults struct {
	Honesty   Statement   `toml:"honesty"`
	Default   []Default   `toml:"default"`
	Etiquette []Statement `toml:"etiquette"`
}

// Grade says how good the reason for a default is.
type Grade string

// The grades, from the most to the least weight.
const (
	Guidance Grade = "guidance" // a public body says so
	Study    Grade = "study"    // trials or reviews point this way
	Practice Grade = "practice" // common in break programs or ours
)

func (Grade) choices() []string { return []string{"guidance", "study", "practice"} }

// Default is what one reminder or timer starts with. Only the numbers that
// mean something for it are set.
type Default struct {
	ID   string `toml:"id"`
	What string `toml:"what"`

	DefaultMin  int    `toml:"default_min" content:"optional"` // minutes
	DefaultS    int    `toml:"default_s" content:"optional"`   // seconds
	DefaultH    int    `toml:"default_h" content:"optional"`   // hours
	DefaultDays int    `toml:"default_days" content:"optional"`
	DefaultText string `toml:"default_text" content:"optional"`

	RangeMin      []int `toml:"range_min" content:"optional"` // from, to, minutes
	RangeS        []int `toml:"range_s" content:"optional"`   // from, to, seconds
	BreakMin      int   `toml:"break_min" content:"optional"` // how long a break is, minutes
	BreakS        int   `toml:"break_s" content:"optional"`   // the same in seconds
	RangeBreakMin []int `toml:"range_break_min" content:"optional"`
	ShowS         int   `toml:"show_s" content:"optional"` // how long a notice shows, seconds

	SitMin   int `toml:"sit_min" content:"optional"` // a sit-stand pattern, minutes
	StandMin int `toml:"stand_min" content:"optional"`
	MoveMin  int `toml:"move_min" content:"optional"`
	LaterH   int `toml:"later_h" content:"optional"` // what the default may grow to, hours

	PerDay         int    `toml:"per_day" content:"optional"`
	PerDayGlasses  int    `toml:"per_day_glasses" content:"optional"`
	MaxPerDay      int    `toml:"max_per_day" content:"optional"`
	HardStopMin    int    `toml:"hard_stop_min" content:"optional"`      // minutes, never longer
	GapMin         int    `toml:"gap_min" content:"optional"`            // minutes until the next
	Over65S        int    `toml:"over_65_s" content:"optional"`          // seconds for people over 65
	TotalPerMuscle int    `toml:"total_per_muscle_s" content:"optional"` // seconds
	Reps           string `toml:"reps" content:"optional"`

	OffByDefault bool     `toml:"off_by_default" content:"optional"`
	Grade        Grade    `toml:"grade"`
	Ours         []string `toml:"ours" content:"optional"` // fields that are our own choice
	Basis        string   `toml:"basis"`
	Cited
}

func (d *Default) check(say report) {
	checkOurs(d, d.Ours, say)
	if d.DefaultMin == 0 && d.DefaultS == 0 && d.DefaultH == 0 && d.DefaultDays == 0 && d.DefaultText == "" && d.SitMin == 0 {
		say("", "has no default; hint: write one of default_min, default_s, default_h, default_days, default_text, sit_min")
	}
	inside := func(key string, r []int, v int) {
		switch {
		case len(r) == 0:
		case len(r) != 2 || r[0] > r[1]:
			say(key, "%s %v is no range; hint: [from, to]", key, r)
		case v < r[0] || v > r[1]:
			say(key, "the default %d is outside %s %v; hint: correct one of them", v, key, r)
		}
	}
	inside("range_min", d.RangeMin, d.DefaultMin)
	inside("range_s", d.RangeS, d.DefaultS)
	inside("range_break_min", d.RangeBreakMin, d.BreakMin)
}

// Defaults returns what reminders start with.
func (l *Library) Defaults() (*Defaults, error) {
	return l.defaults.get(func() (*Defaults, error) {
		out := &Defaults{}
		return out, l.read("defaults.toml", out)
	})
}
