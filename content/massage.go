package content

// Massage is everything about massage but the guides.
type Massage struct {
	Headline   string              `toml:"headline"` // the evidence in one line
	Evidence   []Finding           `toml:"evidence"`
	Types      []MassageType       `toml:"type"`
	Techniques []Technique         `toml:"technique"`
	Session    SessionDefaults     `toml:"session"`
	Frequency  FrequencyDefaults   `toml:"frequency"`
	Rules      []AdjustmentRule    `toml:"rule"`
	Screening  []ScreeningQuestion `toml:"screening"`
	Questions  []TherapistQuestion `toml:"question"`
	Tell       TellTherapist       `toml:"tell"`
	During     During              `toml:"during"`
	Aftercare  []Aftercare         `toml:"aftercare"`
	Monitor    Monitor             `toml:"monitor"`
	Calls      []Call              `toml:"call"`
}

// Finding is something studies or guidelines say.
type Finding struct {
	ID   string `toml:"id"`
	Text string `toml:"text"`
	Cited
}

// MassageType is a kind of massage one can book or do.
type MassageType struct {
	ID          string      `toml:"id"`
	Name        string      `toml:"name"`
	AlsoCalled  []string    `toml:"also_called"`
	What        string      `toml:"what"`
	Pressure    string      `toml:"pressure"`
	PressureOf5 []int       `toml:"pressure_of_5" content:"optional"` // from, to; empty if no number fits
	GoodFor     string      `toml:"good_for"`
	AvoidWhen   string      `toml:"avoid_when"`                      // in words, to be shown
	Avoid       []Condition `toml:"avoid" content:"optional"`        // the same for screening
	ByOneself   bool        `toml:"by_oneself" content:"optional"`   // without a therapist
	NeedsScreen string      `toml:"needs_screen" content:"optional"` // heat or pregnancy: ask that one first
	DefaultMin  int         `toml:"default_min"`
	Cited
}

func (t *MassageType) check(say report) {
	pressure(t.PressureOf5, say)
	needsScreen(t.NeedsScreen, say)
}

func needsScreen(s string, say report) {
	if s != "" && s != "heat" && s != "pregnancy" {
		say("needs_screen", "needs_screen %q is unknown; hint: heat or pregnancy", s)
	}
}

func pressure(p []int, say report) {
	if len(p) != 0 && (len(p) != 2 || p[0] < 1 || p[1] > 5 || p[0] > p[1]) {
		say("pressure_of_5", "pressure_of_5 %v is no range; hint: [from, to] between 1 and 5", p)
	}
}

// Technique is something a therapist does in a massage.
type Technique struct {
	ID          string      `toml:"id"`
	Name        string      `toml:"name"`
	AlsoCalled  []string    `toml:"also_called"`
	Does        string      `toml:"does"`
	PressureOf5 []int       `toml:"pressure_of_5"`
	Tell        string      `toml:"tell"`                            // what to tell the therapist
	AvoidWhen   string      `toml:"avoid_when" content:"optional"`   // in words, to be shown
	Avoid       []Condition `toml:"avoid" content:"optional"`        // the same for screening
	NeedsScreen string      `toml:"needs_screen" content:"optional"` // heat or pregnancy: ask that one first
	Cited
}

func (t *Technique) check(say report) {
	pressure(t.PressureOf5, say)
	needsScreen(t.NeedsScreen, say)
	if len(t.Avoid) > 0 && t.AvoidWhen == "" {
		say("avoid", "avoid is set, but avoid_when does not say it in words; hint: add it")
	}
}

// SessionDefaults is how long a massage is, in minutes.
type SessionDefaults struct {
	ChoicesMin    []int    `toml:"choices_min"`
	DefaultMin    int      `toml:"default_min"`
	FirstVisitMin int      `toml:"first_visit_min"`
	PregnancyMin  int      `toml:"pregnancy_min"`
	Ours          []string `toml:"ours"`
	Basis         string   `toml:"basis"`
	Cited
}

func (s *SessionDefaults) check(say report) { checkOurs(s, s.Ours, say) }

// FrequencyDefaults is how often to go, and when to ask whether it helps.
type FrequencyDefaults struct {
	Choices             []string `toml:"choices"`
	Default             string   `toml:"default"`
	DefaultText         string   `toml:"default_text"`
	MinGapDays          int      `toml:"min_gap_days"`
	ReviewAfterSessions int      `toml:"review_after_sessions"`
	CapSessions         int      `toml:"cap_sessions"`
	CapText             string   `toml:"cap_text"`
	Ours                []string `toml:"ours"`
	Basis               string   `toml:"basis"`
	Cited
}

func (f *FrequencyDefaults) check(say report) { checkOurs(f, f.Ours, say) }

// AdjustmentRule says what to suggest when visits go well, or do not.
type AdjustmentRule struct {
	ID    string `toml:"id"`
	If    string `toml:"if"`
	Then  string `toml:"then"`
	Basis string `toml:"basis"`
	Ours  bool   `toml:"ours" content:"optional"` // the number or the consequence is our own choice
	Cited `content:"optional"`
}

func (r *AdjustmentRule) check(say report) { sourcedOrOurs(say, r.Ours, r.Cited) }

// ScreeningLevel says what a yes to a question before a massage means.
type ScreeningLevel string

// The levels, from the strictest to the mildest.
const (
	StopMassage  ScreeningLevel = "stop" // do not go today
	AskClinician ScreeningLevel = "ask"  // get a clinician's OK first
	TellFirst    ScreeningLevel = "tell" // tell the therapist
)

func (ScreeningLevel) choices() []string { return []string{"stop", "ask", "tell"} }

// ScreeningQuestion is asked before a massage.
type ScreeningQuestion struct {
	ID         string         `toml:"id"`
	Question   string         `toml:"question"`
	Level      ScreeningLevel `toml:"level"`
	Note       string         `toml:"note" content:"optional"`
	Conditions []Condition    `toml:"conditions" content:"optional"` // what answers it with yes
	// FromWeek and ToWeek are the weeks of pregnancy it is about; 0 is open.
	FromWeek  int  `toml:"from_week" content:"optional"`
	ToWeek    int  `toml:"to_week" content:"optional"`
	InArticle bool `toml:"in_article" content:"optional"` // named in the founding article
	Cited
}

// TherapistQuestion is worth asking a therapist.
type TherapistQuestion struct {
	ID   string `toml:"id"`
	Text string `toml:"text"`
	When string `toml:"when" content:"optional"` // only then; empty is always
	Cited
}

// TellTherapist lists what a therapist should know.
type TellTherapist struct {
	Therapist []string `toml:"therapist"`
}

// During is what to heed while being massaged.
type During struct {
	Scale    string   `toml:"scale"`
	TellAt   int      `toml:"tell_at"` // 0-10: speak up from here
	StopAt   int      `toml:"stop_at"` // 0-10: stop from here
	Ours     []string `toml:"ours"`
	Basis    string   `toml:"basis"`
	SafeWord string   `toml:"safe_word"`
	Neck     string   `toml:"neck"`
	Cited
}

func (d *During) check(say report) { checkOurs(d, d.Ours, say) }

// Aftercare is something to do, or not, after a massage.
type Aftercare struct {
	ID      string `toml:"id"`
	Text    string `toml:"text"`
	Routine string `toml:"routine" content:"optional"` // the routine it speaks of
	Cited
}

// Monitor says when to note the pain around a massage, and what else.
type Monitor struct {
	At   []string `toml:"at"`
	Also []string `toml:"also"`
	Ours []string `toml:"ours"`
	Cited
}

func (m *Monitor) check(say report) { checkOurs(m, m.Ours, say) }

// Urgency says how soon a sign after a massage needs somebody.
type Urgency string

func (Urgency) choices() []string { return []string{"emergency", "same-day", "call"} }

// Call is a sign after a massage that needs somebody to look at it.
type Call struct {
	ID   string  `toml:"id"`
	When string  `toml:"when"`
	Do   Urgency `toml:"do"`
	Note string  `toml:"note" content:"optional"`
	Ours bool    `toml:"ours" content:"optional"` // the threshold is our own choice
	Cited
}

// Massage returns everything about massage but the guides.
func (l *Library) Massage() (*Massage, error) {
	return l.massage.get(func() (*Massage, error) {
		out := &Massage{}
		return out, l.read("massage.toml", out)
	})
}
