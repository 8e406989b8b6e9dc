package ui

import (
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

// Relaxed is a time of breathing at a pace, or of tensing muscles and letting
// go.
type Relaxed = diary.Relaxation

// Relaxations keeps what relaxed.
type Relaxations interface {
	// AddRelaxation keeps one and returns it with its id.
	AddRelaxation(Relaxed) (Relaxed, error)
	// FeltCalm keeps how calm somebody was before and after, 0 to 10, nil if not
	// told.
	FeltCalm(id string, before, after *int) error
	// Relaxations are those that began between two instants, in order.
	Relaxations(from, to time.Time) ([]Relaxed, error)
	// DeleteRelaxation takes one out of every list.
	DeleteRelaxation(id string) error
	// UndeleteRelaxation brings a deleted one back.
	UndeleteRelaxation(id string) error
}
