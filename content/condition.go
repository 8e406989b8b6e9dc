package content

import "slices"

// Condition is something about a person that advice may have to heed.
type Condition string

// Pregnant is the condition of whoever is pregnant. It has stages, so profiles
// keep it apart from the facts.
const Pregnant Condition = "pregnancy"

func (Condition) choices() []string {
	return []string{
		"allergy", "anti-inflammatories", "bleeding-disorder", "blood-thinners", "cancer",
		"cannot-move-away", "carpal-tunnel", "clot-past", "diabetes", "diabetes-nerve-damage",
		"disc-problem", "dizziness", "drowsy", "fever", "fracture", "fragile-skin", "fresh-injury",
		"frozen-shoulder", "glaucoma", "heart-disease", "high-blood-pressure", "hip-pain",
		"hip-replacement", "hypermobility", "inflammatory-arthritis", "joint-replacement",
		"kidney-or-stomach", "knee-pain", "knee-replacement", "leg-clot", "leg-pain", "leg-weakness",
		"lung-disease", "medicine-patch", "multiple-sclerosis", "muscle-cream", "neck-artery",
		"neck-injury", "neck-surgery", "osteoporosis", "over-65", "pacemaker",
		"pain-masking-medicine", "pelvic-girdle-pain", "poor-balance", "poor-circulation",
		"pregnancy", "pregnancy-complication", "raynaud", "recent-surgery", "reduced-sensation",
		"rheumatoid-neck", "severe-osteoporosis", "shoulder-injury", "shoulder-instability",
		"shoulder-pain", "shoulder-surgery", "skin-disease", "skin-infection", "spinal-fracture",
		"spinal-stenosis", "spinal-surgery", "spondylolisthesis", "touch-is-difficult",
		"unexplained-pain", "varicose-veins", "wound", "wrist-injury",
	}
}

// Level says what a condition means for an entry.
type Level string

// The levels, from the mildest to the strictest.
const (
	OK      Level = "ok"      // no objection
	Caution Level = "caution" // smaller, slower, or as the note says
	Ask     Level = "ask"     // ask a clinician first
	Avoid   Level = "avoid"   // do not
)

func (Level) choices() []string { return []string{"ok", "caution", "ask", "avoid"} }

// Fact is something a profile can say about a person.
type Fact struct {
	ID    Condition `toml:"id"`
	Group FactGroup `toml:"group"`
	Name  string    `toml:"name"`                    // as a person reads it: Osteoporosis or thin bones
	Help  string    `toml:"help" content:"optional"` // what is meant, in a sentence
	// CountsAs are the facts this one brings with it: a hip replacement is a
	// joint replacement.
	CountsAs []Condition `toml:"counts_as" content:"optional"`
	// Words are how the cautions of entries call it, in any case: the caution to
	// show as the reason is found by them.
	Words []string `toml:"words"`
	// PassingDays is after how many days a passing fact, such as a fever, is
	// asked about again; 0 means that it lasts.
	PassingDays int `toml:"passing_days" content:"optional"`
	// Serious is the warning sign of red-flags.toml the fact is; empty where it is
	// none. SeriousDays is for how many days after it was told; 0 is for good.
	Serious     string `toml:"serious" content:"optional"`
	SeriousDays int    `toml:"serious_days" content:"optional"`
	Stops       *Stop  `toml:"stops" content:"optional"` // nil if it holds back no exercises by itself
	Cited       `content:"optional"`
}

// Stop is what a fact means for every exercise, and for the routines they are
// in, whatever these say themselves. It rests on the sources of its fact.
type Stop struct {
	Level   Level    `toml:"level"`
	Regions []Region `toml:"regions" content:"optional"` // only where these work; empty is everywhere
	Spares  []string `toml:"spares" content:"optional"`  // tags of exercises that are fine nevertheless
	Why     string   `toml:"why"`                        // in whole sentences
}

// Of tells whether an exercise is among those held back.
func (s *Stop) Of(e *Exercise) bool {
	if slices.ContainsFunc(e.Tags, func(tag string) bool { return slices.Contains(s.Spares, tag) }) {
		return false
	}
	return len(s.Regions) == 0 || slices.ContainsFunc(e.Regions, func(r Region) bool { return slices.Contains(s.Regions, r) || r == wholeBody })
}

// FactGroup is what a fact is about.
type FactGroup string

// The groups, in the order they are asked.
const (
	Conditions FactGroup = "conditions" // what somebody lives with
	Medicines  FactGroup = "medicines"  // what they take
	Skin       FactGroup = "skin"       // feeling and skin
	Recent     FactGroup = "recent"     // surgery and injuries
	Now        FactGroup = "now"        // today: fever and the like
)

func (FactGroup) choices() []string {
	return []string{string(Conditions), string(Medicines), string(Skin), string(Recent), string(Now)}
}

// Facts returns what a profile can say, group by group in the order to ask.
func (l *Library) Facts() ([]Fact, error) {
	return l.facts.get(func() ([]Fact, error) {
		var file factsFile
		err := l.read("profile.toml", &file)
		return file.Fact, err
	})
}

type factsFile struct {
	Fact []Fact `toml:"fact"`
}
