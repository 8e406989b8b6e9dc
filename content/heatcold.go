package content

// HeatCold is the page on heat and cold: which one, how long, who must not.
type HeatCold struct {
	Points      []Statement      `toml:"point"`  // what is known, in short
	Choices     []Choice         `toml:"choice"` // which one in which situation
	Timers      []Timer          `toml:"timer"`
	Precautions []Precaution     `toml:"precaution"` // about temperature
	SkinCheck   SkinCheck        `toml:"skin_check"`
	Never       []Precaution     `toml:"never"`
	Screening   []HeatColdScreen `toml:"screening"`
	Rules       []Statement      `toml:"rule"` // how the timers behave
}

// Choice says what to try in a situation.
type Choice struct {
	ID        string     `toml:"id"`
	Situation string     `toml:"situation"`
	Suggest   Suggestion `toml:"suggest"`
	Advice    string     `toml:"advice" content:"optional"` // more exactly, where one word is not enough
	Why       string     `toml:"why"`
	Cited
}

// Suggestion is what a Choice suggests.
type Suggestion string

func (Suggestion) choices() []string { return []string{"heat", "cold", "either", "stop"} }

// Modality is heat, cold or both.
type Modality string

// The modalities.
const (
	Heat        Modality = "heat"
	Cold        Modality = "cold"
	HeatAndCold Modality = "both"
)

func (Modality) choices() []string { return []string{"heat", "cold", "both"} }

// Timer is one way of warming or cooling, with its times in minutes.
type Timer struct {
	ID              string       `toml:"id"`
	Name            string       `toml:"name"`
	Modality        Modality     `toml:"modality"`
	Offered         bool         `toml:"offered" content:"optional"` // shown to choose
	Untimed         bool         `toml:"untimed" content:"optional"` // has no timer; see Advice
	Advice          string       `toml:"advice" content:"optional"`
	DefaultMin      int          `toml:"default_min" content:"optional"`
	ChoicesMin      []int        `toml:"choices_min" content:"optional"`
	HardStopMin     int          `toml:"hard_stop_min" content:"optional"` // never longer, whatever is typed
	GapMin          int          `toml:"gap_min" content:"optional"`       // until the next at the same place
	MaxPerDay       int          `toml:"max_per_day" content:"optional"`   // 0 if no source names one
	SkinCheckAtMin  []int        `toml:"skin_check_at_min" content:"optional"`
	PregnancyMaxMin int          `toml:"pregnancy_max_min" content:"optional"`
	Pregnancy       ForPregnancy `toml:"pregnancy" content:"optional"` // whom it is for
	Ours            []string     `toml:"ours" content:"optional"`      // fields that are our own choice
	Basis           string       `toml:"basis"`
	Cited
}

func (t *Timer) check(say report) {
	checkOurs(t, t.Ours, say)
	if t.Untimed {
		if t.DefaultMin != 0 || t.HardStopMin != 0 {
			say("untimed", "an untimed entry has minutes; hint: remove one of them")
		}
		return
	}
	if t.DefaultMin == 0 || t.HardStopMin == 0 || t.GapMin == 0 {
		say("", "default_min, hard_stop_min or gap_min is missing; hint: a timer needs all three, or untimed = true")
	}
	for key, times := range map[string][]int{
		"default_min": {t.DefaultMin}, "choices_min": t.ChoicesMin,
		"skin_check_at_min": t.SkinCheckAtMin, "pregnancy_max_min": {t.PregnancyMaxMin},
	} {
		for _, m := range times {
			if m > t.HardStopMin {
				say(key, "%s goes to %d, past the hard stop at %d; hint: lower it", key, m, t.HardStopMin)
			}
		}
	}
}

// Precaution is something to heed with heat, with cold or with both.
type Precaution struct {
	ID         string      `toml:"id"`
	Text       string      `toml:"text"`
	Modality   Modality    `toml:"modality" content:"optional"`
	Conditions []Condition `toml:"conditions" content:"optional"` // whom it speaks of
	Cited
}

// SkinCheck says how to look at the skin under a pack.
type SkinCheck struct {
	At               string   `toml:"at"`
	Fine             []string `toml:"fine"`
	Stop             []string `toml:"stop"`
	Then             string   `toml:"then"`
	BrownOrBlackSkin string   `toml:"brown_or_black_skin"`
	Cited
}

// HeatColdScreen is a question asked before heat or cold is offered, and what
// a yes means for each.
type HeatColdScreen struct {
	ID         string        `toml:"id"`
	Question   string        `toml:"question"`
	Conditions []Condition   `toml:"conditions" content:"optional"` // what answers it with yes
	Level      HeatColdLevel `toml:"level"`
	Heat       Verdict       `toml:"heat"`
	HeatNote   string        `toml:"heat_note" content:"optional"`
	Cold       Verdict       `toml:"cold"`
	ColdNote   string        `toml:"cold_note" content:"optional"`
	Note       string        `toml:"note" content:"optional"`
	Cited
}

func (s *HeatColdScreen) check(say report) {
	if s.Heat == Limited && s.HeatNote == "" {
		say("heat", "heat is limited, but heat_note does not say how; hint: add it")
	}
	if s.Cold == Limited && s.ColdNote == "" {
		say("cold", "cold is limited, but cold_note does not say how; hint: add it")
	}
}

// HeatColdLevel is how strict a yes is taken.
type HeatColdLevel string

func (HeatColdLevel) choices() []string {
	return []string{"stop", "stop-heat", "stop-cold", "stop-area", "ask", "caution"}
}

// Verdict is what a yes means for heat, or for cold.
type Verdict string

// The verdicts, from the mildest to the strictest.
const (
	Fine     Verdict = "ok"
	Limited  Verdict = "limited" // only as the note says
	AskFirst Verdict = "ask"     // after a clinician said it is fine
	No       Verdict = "no"
)

func (Verdict) choices() []string { return []string{"ok", "limited", "ask", "no"} }

// HeatCold returns the page on heat and cold.
func (l *Library) HeatCold() (*HeatCold, error) {
	return l.heatCold.get(func() (*HeatCold, error) {
		out := &HeatCold{}
		return out, l.read("heat-cold.toml", out)
	})
}
