package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/reminders/coach"
	"github.com/unhunch/unhunch/reminders/session"
)

// lasting writes what a cue leaves to read, also where the countdown is written
// over. It returns false for what passes.
func (g *guide) lasting(c session.Cue, item session.Item) bool {
	text, _ := coach.Say(c)
	switch c.Kind {
	case session.CueReady, session.CueRest:
		g.stage.line(text)
	case session.CueStart:
		g.stage.line(g.heading(c, item))
	case session.CueTense:
		if c.Rep == 1 {
			g.stage.line(g.heading(c, item))
		}
		g.stage.detail(text)
	case session.CueSide, session.CueStep:
		g.stage.detail(text)
	case session.CueEasier, session.CueHarder:
		g.stage.detail(adjusted(c.Kind, c.Text))
	default:
		return false
	}
	return true
}

// adjusted says that the exercise is easier or harder from here, and how.
func adjusted(kind session.CueKind, how string) string {
	text, _ := coach.Say(session.Cue{Kind: kind, Text: how})
	switch {
	case how == "":
		return text
	case kind == session.CueEasier:
		return catalog.L("Easier: {{.How}}", catalog.D{"How": how})
	}
	return catalog.L("Harder: {{.How}}", catalog.D{"How": how})
}

// heading names an exercise, with its place in the routine, how often and how
// long it is done, and whose place it takes.
func (g *guide) heading(c session.Cue, item session.Item) string {
	parts := []string{item.Name}
	if all := len(g.state.Plan.Items); all > 1 {
		parts[0] = catalog.L("{{.Number}} of {{.All}}: {{.Exercise}}", catalog.D{"Number": c.Item + 1, "All": all, "Exercise": item.Name})
	}
	parts = append(parts, doseOfSet(item, c.Side))
	if side := coach.SideOf(item, c.Side); side != "" {
		parts = append(parts, side)
	}
	if item.Instead != "" {
		parts = append(parts, coach.InPlaceOf(item.Instead))
	}
	return strings.Join(parts, " · ")
}

// doseOfSet is how often an exercise is done and held on a side as it is played
// now.
func doseOfSet(i session.Item, side session.Side) string {
	set := setOf(i, side)
	last := set[len(set)-1]
	return dose(len(set), int(last.Seconds()), len(i.Sets) > 1)
}

// setOf is how long each repetition on a side is held.
func setOf(i session.Item, side session.Side) []time.Duration {
	if side == session.Second && len(i.Sets) > 1 {
		return i.Sets[1]
	}
	return i.Sets[0]
}

// passing is what a cue says only while it lasts, as a line of its own.
func (g *guide) passing(c session.Cue, item session.Item) string {
	switch c.Kind {
	case session.CueCount:
		return strconv.Itoa(c.Left)
	case session.CueRepeat:
		return coach.Repeat(session.Phase{Rep: c.Rep, Of: c.Of})
	case session.CueHold:
		if set := setOf(item, c.Side); c.Rep >= 1 && c.Rep <= len(set) {
			return catalog.L("Hold for {{.Length}}.", catalog.D{"Length": coach.Length(set[c.Rep-1])})
		}
	case session.CueEnd:
		return "" // the summary says it
	}
	text, _ := coach.Say(c)
	return text
}

// draw writes the countdown over the one before.
func (g *guide) draw() {
	if g.state.Status != session.Running {
		g.stage.clear()
		return
	}
	now := g.now()
	v := g.state.At(now)
	if breathing(v) {
		g.stage.show(g.breathLine(v))
		return
	}
	parts := []string{catalog.L("{{.Doing}} {{.Seconds}}", catalog.D{"Doing": coach.Doing(v.Phase.Kind), "Seconds": coach.Clock(v.Seconds())})}
	if v.Phase.Exercising() {
		for _, more := range []string{coach.Repeat(v.Phase), coach.SideOf(*v.Exercise, v.Phase.Side)} {
			if more != "" {
				parts = append(parts, more)
			}
		}
	}
	if breath := coach.Breathing(v.Breath); breath != "" {
		parts = append(parts, breath)
	}
	if g.note != "" && now.Before(g.shown) {
		parts = append(parts, g.note)
	}
	parts = append(parts, catalog.L("{{.Length}} left", catalog.D{"Length": coach.Length(v.Left)}))
	g.stage.show("  " + strings.Join(parts, " · "))
}

// summary says what came of a session.
func summary(r session.Result) string {
	return catalog.N("{{.Done}} of {{.Count}} exercise, {{.Length}}", "{{.Done}} of {{.Count}} exercises, {{.Length}}", len(r.Exercises),
		catalog.D{"Done": r.Done(), "Length": coach.Length(r.Active)})
}
