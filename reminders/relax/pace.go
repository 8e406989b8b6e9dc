// Package relax makes plans of what relaxes: breathing at a pace, and tensing
// one group of muscles after the other and letting go. Package session plays
// them. Numbers and cautions are the library's; the words for how each group is
// tensed are here.
package relax

import (
	"math"
	"time"

	"github.com/unhunch/unhunch/content"
)

// The ids of the therapies in the library.
const (
	Breathing = "breathing"
	Muscles   = "pmr"
)

// The widest limits of breathing here, whatever a library says.
const (
	slowest     = 4 // breaths a minute
	quickest    = 8
	mostMinutes = 10
)

// Limits are within what somebody breathes.
type Limits struct {
	Slowest, Quickest int // breaths a minute
	Usual             int // for those who know it
	New               int // for those who do not yet
	Minutes           int // as is usual
	Choices           []int
}

// LimitsOf are the library's limits where they are narrower than those here. A
// nil pacer has those here.
func LimitsOf(p *content.Pacer) Limits {
	if p == nil {
		p = &content.Pacer{PerMinute: 6, MinPerMinute: slowest, MaxPerMinute: quickest, StartForNew: quickest, Minutes: 4}
	}
	l := Limits{Slowest: max(slowest, p.MinPerMinute), Quickest: min(quickest, p.MaxPerMinute)}
	if l.Slowest > l.Quickest {
		l.Slowest, l.Quickest = slowest, quickest // a library that contradicts itself
	}
	l.Usual, l.New, l.Minutes = l.Clamp(p.PerMinute), l.Clamp(p.StartForNew), ClampMinutes(p.Minutes)
	for _, m := range p.MinutesChoices {
		if m == ClampMinutes(m) {
			l.Choices = append(l.Choices, m)
		}
	}
	if len(l.Choices) == 0 {
		l.Choices = []int{1, 3, 5, mostMinutes}
	}
	return l
}

// Clamp is the pace within the limits that is nearest to one, in breaths a
// minute.
func (l Limits) Clamp(perMinute int) int { return min(max(perMinute, l.Slowest), l.Quickest) }

// ClampMinutes is the length that is nearest to one, 1 to 10 minutes.
func ClampMinutes(n int) int { return min(max(n, 1), mostMinutes) }

// Breath is how long a breath takes at so many a minute, in and out; in takes
// half of it, and nothing is held.
func Breath(perMinute int) time.Duration { return time.Minute / time.Duration(max(perMinute, 1)) }

// PerMinute is the pace of breaths that take so long.
func PerMinute(breath time.Duration) int {
	if breath <= 0 {
		return 0
	}
	return int(math.Round(float64(time.Minute) / float64(breath)))
}
