package ui

import (
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/relief"
	"github.com/unhunch/unhunch/reminders/safety"
)

// Relieved is a use of heat or cold that has ended.
type Relieved = diary.Relief

// Cream is something warming or numbing on the skin.
type Cream = diary.Cream

// ReliefAnswer is what was answered to a question before heat or cold.
type ReliefAnswer = safety.ReliefAnswer

// ReliefWant is a session of heat or cold somebody wants to begin, under a name
// of the window's own.
type ReliefWant = relief.Want

// ReliefNow is what heat and cold are at.
type ReliefNow = relief.State

// HeatCold is heat and cold: the agent times them, and what was used and
// answered is kept.
type HeatCold interface {
	// BeginRelief puts a pack on. The error says what keeps it from beginning.
	BeginRelief(ReliefWant) error
	// PauseRelief takes the pack off for a moment.
	PauseRelief(id string) error
	// ResumeRelief puts it on again.
	ResumeRelief(id string) error
	// StopRelief takes it off for good.
	StopRelief(id string) error
	// CheckRelief says how the skin is; not fine ends the session.
	CheckRelief(id string, fine bool) error

	// ReliefState is what is on the skin, and what was not long ago.
	ReliefState() (ReliefNow, error)
	// ReliefAnswers are the latest answers to the questions before a start.
	ReliefAnswers() ([]ReliefAnswer, error)
	// AnswerRelief keeps all of some answers, or none.
	AnswerRelief(...ReliefAnswer) error
	// Reliefs are the uses that began between two instants, in order.
	Reliefs(from, to time.Time) ([]Relieved, error)
	// ReliefFelt keeps how much it hurt before and after; nil if not told.
	ReliefFelt(id string, before, after *int) error
	// DeleteRelief takes a use out of every list.
	DeleteRelief(id string) error
	// UndeleteRelief brings a deleted use back.
	UndeleteRelief(id string) error
	// Creams are those that were put on between two instants, in order, and
	// patches that are still worn.
	Creams(from, to time.Time) ([]Cream, error)
	// AddCream keeps one and returns it with its id.
	AddCream(Cream) (Cream, error)
	// TookOff says when a patch came off.
	TookOff(id string, at time.Time) error
	// DeleteCream takes one out of every list.
	DeleteCream(id string) error
	// UndeleteCream brings a deleted one back.
	UndeleteCream(id string) error
}
