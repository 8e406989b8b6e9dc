package diary

import "time"

// TipShown is a tip that a notification showed.
type TipShown struct {
	ID string    `json:"id"` // in the library
	At time.Time `json:"at"`
}
