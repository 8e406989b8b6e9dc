package content

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
	Cited       `content:"optional"`
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
