package session

import "fmt"

// Feeling is the answer to "how was it?". Empty is no answer.
type Feeling string

// The answers.
const (
	Better Feeling = "better"
	Same   Feeling = "same"
	Worse  Feeling = "worse"
)

// Feelings are what the person told about a session; all of it may be missing.
type Feelings struct {
	How    Feeling `json:"how,omitempty"`
	Before *int    `json:"pain_before,omitempty"` // 0 to 10, numeric rating scale; nil if not told
	After  *int    `json:"pain_after,omitempty"`  // the same
}

// mostPain is the upper end of the numeric rating scale.
const mostPain = 10

// noticeable is by how much pain is up when people notice it: the library's
// rule to pause or finish (routines, "during").
const noticeable = 2

// Validate tells what is wrong with the answers: the first thing.
func (f Feelings) Validate() error {
	switch f.How {
	case "", Better, Same, Worse:
	default:
		return fmt.Errorf("how: %q is no answer; hint: one of better, same, worse, or none", f.How)
	}
	for _, pain := range []struct {
		name  string
		value *int
	}{{"pain_before", f.Before}, {"pain_after", f.After}} {
		if pain.value != nil && (*pain.value < 0 || *pain.value > mostPain) {
			return fmt.Errorf("%s: %d is not on the scale; hint: a whole number from 0 (no pain) to %d (the worst pain you can imagine)", pain.name, *pain.value, mostPain)
		}
	}
	return nil
}

// StopAdvice tells whether the person is to be advised to stop: it got worse,
// or pain is up by 2 or more.
func (f Feelings) StopAdvice() bool {
	return f.How == Worse || f.Before != nil && f.After != nil && *f.After-*f.Before >= noticeable
}
