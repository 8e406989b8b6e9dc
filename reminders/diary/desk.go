package diary

import "time"

// DeskAnswer is an answer to one question of the desk check-up.
type DeskAnswer struct {
	Question string     `json:"question"` // its id in the library
	Choice   DeskChoice `json:"choice"`
	At       time.Time  `json:"at"`
}

// DeskChoice is how a part of the desk is.
type DeskChoice string

// The choices.
const (
	DeskFine   DeskChoice = "fine"    // as it should be
	DeskChange DeskChoice = "change"  // to be changed
	DeskNotApt DeskChoice = "not-apt" // there is no such thing here
	DeskOpen   DeskChoice = ""        // not answered
)
