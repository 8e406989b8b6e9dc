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
