package main

import (
	"math"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/coach"
	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/reminders/session"
)

// How wide the bar of a breath is, in columns.
const (
	widestBar    = 40
	narrowestBar = 6
)

// breathing tells whether a breath is led now.
func breathing(v session.View) bool {
	return v.Phase.Kind == session.Inhale || v.Phase.Kind == session.Exhale
}

// breathLine is the line of a breath: the word, a bar as long as the lungs are
// full, and how long it still takes. Where nothing is to move there is no bar.
func (g *guide) breathLine(v session.View) string {
	word := coach.Breathing(v.Breath)
	left := catalog.L("{{.Length}} left", catalog.D{"Length": coach.Length(v.Left)})
	if g.still || !g.stage.terminal() {
		return "  " + word + " · " + left
	}
	n := g.bar()
	full := columnsFull(v.Lungs, n)
	return "  " + strings.Repeat("█", full) + strings.Repeat("·", n-full) + "  " + word + " · " + left
}

// bar is how wide the bar is on this terminal.
func (g *guide) bar() int { return min(widestBar, max(narrowestBar, g.stage.width()/2-4)) }

// columnsFull is how many columns of the bar show how full the lungs are.
func columnsFull(lungs float64, n int) int { return int(math.Round(lungs * float64(n))) }

// nextColumn is when the bar gets longer or shorter by a column, or the phase
// is over.
func nextColumn(v session.View, n int) time.Duration {
	full := columnsFull(v.Lungs, n)
	edge := (float64(full) + 0.5) / float64(n) // where the next column begins
	out := v.Phase.Kind == session.Exhale
	if out {
		edge = 1 - (float64(full)-0.5)/float64(n)
	}
	if edge >= 1 {
		return v.Remaining
	}
	at := time.Duration(math.Acos(1-2*edge) / math.Pi * float64(v.Phase.Length))
	return min(v.Remaining, max(at-v.Elapsed, 0)+time.Millisecond)
}

// faster changes the pace by so many breaths a minute.
func (g *guide) faster(by int) {
	for _, i := range g.state.Plan.Items {
		if i.Way != session.Breathed {
			continue
		}
		now := relax.PerMinute(i.Hold)
		n := relax.LimitsOf(nil).Clamp(now + by)
		if n == now {
			g.stage.line(catalog.L("There is no more of that."))
			g.draw()
			return
		}
		g.step(session.Breathe{Breath: relax.Breath(n)})
		g.stage.line(catalog.N("{{.Count}} breath a minute from the next one on.", "{{.Count}} breaths a minute from the next one on.", n))
		g.draw()
		return
	}
}
