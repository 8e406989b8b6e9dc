package relax

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/session"
)

// Gently is the condition with which muscles are tensed at half strength.
const Gently content.Condition = "high-blood-pressure"

// How long one has to get ready, and between two groups of muscles. They are
// ours.
const (
	settle  = 12 * time.Second // to lie or sit down comfortably
	between = 8 * time.Second  // hears what comes next, and how
)

// Breathe makes a plan of breathing: whole breaths at a pace within the limits,
// as many as fill so many minutes.
func Breathe(t *content.Therapy, perMinute, minutes int) (session.Plan, error) {
	if t == nil || t.Pacer == nil {
		return session.Plan{}, errors.New("the library has no breathing at a pace; hint: take out the pack that replaces it")
	}
	perMinute, minutes = LimitsOf(t.Pacer).Clamp(perMinute), ClampMinutes(minutes)
	breath, n := Breath(perMinute), perMinute*minutes
	p := session.Plan{Relaxes: t.ID, Name: t.Name, Ready: session.GetReady, Items: []session.Item{{
		Exercise: t.ID, Name: t.Name, Way: session.Breathed, Reps: n, Hold: breath,
		Sets: [][]time.Duration{slices.Repeat([]time.Duration{breath}, n)},
	}}}
	return p, p.Check()
}

// Choices are what somebody wants of tensing and letting go.
type Choices struct {
	Rounds  int      // how often each group is tensed, 1 to 3; 0 is the library's own length
	Half    bool     // at half strength
	Spared  []string // the groups that hurt, by their ids
	Imagine bool     // those are not left out, and only imagined
}

// mostRounds is how often a group is tensed at most.
const mostRounds = 3

// Tense makes a plan of tensing one group of muscles after the other, on both
// sides at once, and letting go of it.
func Tense(t *content.Therapy, c Choices) (session.Plan, error) {
	if t == nil || t.Muscles == nil {
		return session.Plan{}, errors.New("the library has no groups of muscles to tense; hint: take out the pack that replaces it")
	}
	m := t.Muscles
	tense, release := time.Duration(m.TenseS)*time.Second, time.Duration(m.ReleaseS)*time.Second
	rounds := c.Rounds
	if rounds < 1 {
		rounds = UsualRounds(m)
	}
	rounds = min(rounds, mostRounds)
	p := session.Plan{Relaxes: t.ID, Name: t.Name, Ready: settle, Rest: between}
	for _, id := range m.Order {
		spared := slices.Contains(c.Spared, id)
		if spared && !c.Imagine {
			continue
		}
		g := groupOf(id)
		p.Items = append(p.Items, session.Item{
			Exercise: id, Name: g.name, Steps: []string{g.how(c.Half, spared), g.release}, Way: session.Tensed,
			Reps: rounds, Hold: tense, Move: release, Sets: [][]time.Duration{slices.Repeat([]time.Duration{tense}, rounds)},
		})
	}
	if len(p.Items) == 0 {
		return p, fmt.Errorf("every group of muscles is left out; hint: leave one in, or only imagine those that hurt")
	}
	return p, p.Check()
}

// UsualRounds is how often each group is tensed to come nearest to the length
// that the library names.
func UsualRounds(m *content.MuscleGroups) int {
	once := float64(len(m.Order) * (m.TenseS + m.ReleaseS))
	pauses := settle.Seconds() + between.Seconds()*float64(len(m.Order)-1)
	if once <= 0 {
		return 1
	}
	n := math.Round((float64(m.TotalMin)*60 - pauses) / once)
	return int(min(mostRounds, max(1, n)))
}
