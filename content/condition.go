package content

// Condition is something about a person that advice may have to heed.
type Condition string

func (Condition) choices() []string {
	return []string{
		"bleeding-disorder", "blood-thinners", "cancer", "carpal-tunnel", "diabetes-nerve-damage",
		"disc-problem", "dizziness", "fracture", "fragile-skin", "fresh-injury", "frozen-shoulder",
		"glaucoma", "heart-disease", "high-blood-pressure", "hip-pain", "hip-replacement",
		"joint-replacement", "knee-pain", "knee-replacement", "leg-clot", "leg-pain", "leg-weakness",
		"lung-disease", "neck-artery", "neck-injury", "neck-surgery", "osteoporosis",
		"pelvic-girdle-pain", "poor-balance", "pregnancy", "reduced-sensation", "rheumatoid-neck",
		"shoulder-injury", "shoulder-instability", "shoulder-pain", "shoulder-surgery", "skin-disease",
		"spinal-fracture", "spinal-stenosis", "spinal-surgery", "spondylolisthesis", "wrist-injury",
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
	// PassingDays is after how many days a passing fact, such as a fever, is
	// asked about again; 0 means that it lasts.
	PassingDays int `toml:"passing_days" content:"optional"`
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
