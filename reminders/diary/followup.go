package diary

import (
	"fmt"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
)

// FollowUp is a question some time after a visit.
type FollowUp string

// The follow-ups there are answers for.
const (
	AfterADay      FollowUp = "24h"
	AfterThreeDays FollowUp = "72h"
)

// ParseFollowUp reads which one is meant. The error is a *FieldError.
func ParseFollowUp(s string) (FollowUp, error) {
	switch s {
	case "24h", "24", "1d", "next-day":
		return AfterADay, nil
	case "72h", "72", "3d", "third-day":
		return AfterThreeDays, nil
	}
	return "", &FieldError{"follow_up", catalog.L("{{.Given}} is none", catalog.D{"Given": fmt.Sprintf("%.40q", s)}), catalog.L("24h for the next day, 72h for the third")}
}

// FollowUpAt is the one that answers a question asked so long after a visit:
// within two days the next day's, else the third day's.
func FollowUpAt(after time.Duration) FollowUp {
	if after < 48*time.Hour {
		return AfterADay
	}
	return AfterThreeDays
}

// Answer is what was answered to a follow-up; nil if nothing was.
func (v Visit) Answer(f FollowUp) *int {
	if f == AfterThreeDays {
		return v.ThirdDay
	}
	return v.NextDay
}

// Answered is the visit with an answer to a follow-up; nil takes it back. An
// intensity off the scale, and an unknown follow-up, are *FieldErrors.
func (v Visit) Answered(f FollowUp, intensity *int) (Visit, error) {
	f, err := ParseFollowUp(string(f))
	if err != nil {
		return v, err
	}
	if err := validatePain("pain_"+string(f), intensity); err != nil {
		return v, err
	}
	if f == AfterThreeDays {
		v.ThirdDay = intensity
	} else {
		v.NextDay = intensity
	}
	return v.Tidy(), nil
}
