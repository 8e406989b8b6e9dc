package content

// Therapy is another therapy or a way of looking after oneself.
type Therapy struct {
	ID         string              `toml:"id"`
	Name       string              `toml:"name"`
	AlsoCalled []string            `toml:"also_called" content:"optional"`
	Text       string              `toml:"text"`
	Cautions   []string            `toml:"cautions"`                      // in words, to be shown
	Conditions map[Condition]Level `toml:"conditions" content:"optional"` // the same for screening
	Pregnancy  *Trimesters         `toml:"pregnancy" content:"optional"`  // nil says nothing about it
	Track      []string            `toml:"track" content:"optional"`      // what is worth noting down
	Note       string              `toml:"note" content:"optional"`
	NotAdvised bool                `toml:"not_advised" content:"optional"` // guidelines advise against it
	Pacer      *Pacer              `toml:"pacer" content:"optional"`
	Muscles    *MuscleGroups       `toml:"muscle_groups" content:"optional"`
	Cited
}

// Pacer is how a breathing exercise is paced.
type Pacer struct {
	PerMinute      int   `toml:"per_minute"` // breaths a minute
	MinPerMinute   int   `toml:"min_per_minute"`
	MaxPerMinute   int   `toml:"max_per_minute"`
	StartForNew    int   `toml:"start_for_new"` // breaths a minute for a beginner
	Minutes        int   `toml:"minutes"`
	MinutesChoices []int `toml:"minutes_choices"`
	PerDay         int   `toml:"per_day"`
	Holds          bool  `toml:"holds" content:"optional"` // whether breath is held
}

func (p *Pacer) check(say report) {
	for key, v := range map[string]int{"per_minute": p.PerMinute, "start_for_new": p.StartForNew} {
		if v < p.MinPerMinute || v > p.MaxPerMinute {
			say(key, "%s is %d, outside %d to %d; hint: correct one of them", key, v, p.MinPerMinute, p.MaxPerMinute)
		}
	}
}

// MuscleGroups is the order and timing of progressive muscle relaxation.
type MuscleGroups struct {
	TenseS   int      `toml:"tense_s"`   // seconds
	ReleaseS int      `toml:"release_s"` // seconds
	Order    []string `toml:"order"`
	TotalMin int      `toml:"total_min"` // minutes, about
}

type therapiesFile struct {
	Therapy []Therapy `toml:"therapy"`
}

// Therapies returns the other therapies.
func (l *Library) Therapies() ([]Therapy, error) {
	return l.therapies.get(func() ([]Therapy, error) {
		var file therapiesFile
		err := l.read("complementary.toml", &file)
		return file.Therapy, err
	})
}
