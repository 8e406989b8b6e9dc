package content

// Pain is how pain is measured: the scale, what a change means, the body map,
// and questionnaires with their licences.
type Pain struct {
	Recommended string       `toml:"recommended"`
	Scale       PainScale    `toml:"scale"`
	Change      PainChange   `toml:"change"`
	Bands       BandsNote    `toml:"bands"`
	Band        []PainBand   `toml:"band"`
	BodyMap     BodyMap      `toml:"body_map"`
	Regions     []BodyRegion `toml:"region"`
	More        PainMore     `toml:"more"`
	Instruments []Instrument `toml:"instrument"`
}

// PainScale is the question and its ends.
type PainScale struct {
	Question string   `toml:"question"`
	Min      int      `toml:"min" content:"optional"`
	Max      int      `toml:"max"`
	AtMin    string   `toml:"at_min"`
	AtMax    string   `toml:"at_max"`
	Variants []string `toml:"variants"` // other times to ask about
	Caution  string   `toml:"caution"`
	Licence  string   `toml:"licence"`
	Cited
}

// PainChange is the smallest change people usually notice.
type PainChange struct {
	Points    int    `toml:"points"`
	Percent   int    `toml:"percent"`
	Recovered int    `toml:"recovered" content:"optional"` // the score that counts as recovered
	Basis     string `toml:"basis"`
	Cited
}

// BandsNote says where the bands come from.
type BandsNote struct {
	Note string `toml:"note"`
	Cited
}

// PainBand gives a range of the scale its word.
type PainBand struct {
	ID   string `toml:"id"` // the word
	From int    `toml:"from" content:"optional"`
	To   int    `toml:"to" content:"optional"`
}

// BodyMap is how places of pain are shown.
type BodyMap struct {
	LowBack string   `toml:"low_back"` // what counts as low back
	Rules   []string `toml:"rules"`
	Licence string   `toml:"licence"`
	Cited
}

// BodyRegion is a place on the body map.
type BodyRegion struct {
	ID         string `toml:"id"`
	Name       string `toml:"name"`
	Anatomical string `toml:"anatomical" content:"optional"`
}

// PainMore is what else may be noted with pain.
type PainMore struct {
	Quality      []string `toml:"quality"`
	Timing       []string `toml:"timing"`
	Interference string   `toml:"interference"`
	Sleep        string   `toml:"sleep"`
	Mood         string   `toml:"mood"`
	Medicines    string   `toml:"medicines"`
}

// Instrument is a questionnaire, and whether it may be used.
type Instrument struct {
	ID               string `toml:"id"`
	Name             string `toml:"name"`
	Use              Use    `toml:"use"`
	Condition        string `toml:"condition" content:"optional"` // of using it
	Licence          string `toml:"licence"`
	MeaningfulChange string `toml:"meaningful_change"`
	Cited
}

// Use says whether a questionnaire may be used.
type Use string

func (Use) choices() []string { return []string{"yes", "candidate", "no"} }

func (p *Pain) check(say report) {
	next := p.Scale.Min
	for i, b := range p.Band {
		if b.From != next || b.To < b.From {
			say(indexed("band", i), "band %q goes from %d to %d, but should begin at %d; hint: the bands have to cover the scale without a gap", b.ID, b.From, b.To, next)
		}
		next = b.To + 1
	}
	if len(p.Band) > 0 && next != p.Scale.Max+1 {
		say("band", "the bands end at %d, the scale at %d; hint: they have to cover it", next-1, p.Scale.Max)
	}
}

// Pain returns how pain is measured.
func (l *Library) Pain() (*Pain, error) {
	return l.pain.get(func() (*Pain, error) {
		out := &Pain{}
		return out, l.read("pain.toml", out)
	})
}
