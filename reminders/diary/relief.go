package diary

import (
	"fmt"
	"time"
)

// Relief is one use of heat or cold that has ended.
type Relief struct {
	ID      string        `json:"id"`
	Kind    string        `json:"kind"`  // heat or cold
	Timer   string        `json:"timer"` // its id in the library, as cold-pack
	Region  Region        `json:"region"`
	Start   time.Time     `json:"start"`
	End     time.Time     `json:"end"`
	Length  time.Duration `json:"-"` // as it was planned
	Used    time.Duration `json:"-"` // on the skin, without pauses
	Outcome ReliefOutcome `json:"outcome"`
	Skin    Skin          `json:"skin,omitempty"`        // empty if not told
	Before  *int          `json:"pain_before,omitempty"` // intensity 0 to 10; nil if not told
	After   *int          `json:"pain_after,omitempty"`
}

// The kinds of Relief.
const (
	ReliefHeat = "heat"
	ReliefCold = "cold"
)

// ReliefOutcome is how a use of heat or cold ended.
type ReliefOutcome string

// The outcomes.
const (
	ReliefOver    ReliefOutcome = "over"    // its time was over
	ReliefStopped ReliefOutcome = "stopped" // by the person, before that
	ReliefLapsed  ReliefOutcome = "lapsed"  // it was paused for too long
)

// Skin is how the skin looked and felt.
type Skin string

// The answers. SkinNotTold is that nobody answered.
const (
	SkinNotTold Skin = ""
	SkinFine    Skin = "fine"
	SkinBad     Skin = "bad" // white, blotchy, blistered, burning or numb
)

// longestRelief is far beyond any hard stop.
const longestRelief = 24 * time.Hour

// Validate tells what is wrong with a record kept at now: the first thing, as a
// *FieldError. Whether the library has such a timer is not looked at.
func (r Relief) Validate(now time.Time) error {
	switch {
	case r.Kind != ReliefHeat && r.Kind != ReliefCold:
		return &FieldError{"kind", fmt.Sprintf("%q is neither heat nor cold", r.Kind), "one of heat, cold"}
	case !r.Region.Known():
		return unknownRegion(string(r.Region))
	case r.Start.IsZero() || r.Start.Before(earliest):
		return &FieldError{"start", "the time is missing or before 1900", "say when it began"}
	case r.End.Before(r.Start):
		return &FieldError{"end", "it ends before it begins", "give a later end"}
	case r.Start.After(now.Add(clockSkew)):
		return &FieldError{"start", "it begins in the future", "check the clock"}
	case r.Length <= 0 || r.Length > longestRelief || r.Used < 0 || r.Used > r.Length:
		return &FieldError{"used", "its length makes no sense", "give no more than was planned"}
	}
	if err := validateID("timer", r.Timer); err != nil {
		return err
	}
	switch r.Outcome {
	case ReliefOver, ReliefStopped, ReliefLapsed:
	default:
		return &FieldError{"outcome", fmt.Sprintf("%q is none", r.Outcome), "one of over, stopped, lapsed"}
	}
	switch r.Skin {
	case SkinNotTold, SkinFine, SkinBad:
	default:
		return &FieldError{"skin", fmt.Sprintf("%q is no answer", r.Skin), "one of fine, bad, or none"}
	}
	return ValidateFelt(NotTold, r.Before, r.After)
}

// ReliefEffect is how pain changed over the uses of heat, or of cold.
type ReliefEffect struct {
	Kind  string  `json:"kind"`
	Uses  int     `json:"uses"`  // how many there were
	Told  int     `json:"told"`  // of how many pain was told before and after
	Eased int     `json:"eased"` // after how many it was less
	Mean  float64 `json:"mean"`  // the mean change in points of the scale; less than 0 is relief
}

// EffectOf sums up the uses of one kind.
func EffectOf(kind string, list []Relief) ReliefEffect {
	e := ReliefEffect{Kind: kind}
	sum := 0
	for _, r := range list {
		if r.Kind != kind {
			continue
		}
		e.Uses++
		if r.Before == nil || r.After == nil {
			continue
		}
		e.Told++
		sum += *r.After - *r.Before
		if *r.After < *r.Before {
			e.Eased++
		}
	}
	if e.Told > 0 {
		e.Mean = float64(sum) / float64(e.Told)
	}
	return e
}
