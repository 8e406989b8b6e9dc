package ui

import (
	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/ui/widgets"
)

// dose is "3 × 10 s", or "10 times" for a movement that is not held.
func dose(reps, holdS int) string {
	switch {
	case holdS == 0:
		return catalog.N("once", "{{.Count}} times", reps)
	case reps == 1:
		return catalog.L("{{.Seconds}} s", catalog.D{"Seconds": holdS})
	}
	return catalog.L("{{.Times}} × {{.Seconds}} s", catalog.D{"Times": reps, "Seconds": holdS})
}

// sided is an amount with the sides it is done on.
func sided(e *content.Exercise, only content.Side, amount string) string {
	d := catalog.D{"Amount": amount}
	switch {
	case e.Sides != content.LeftRight:
		return amount
	case only == content.LeftSide:
		return catalog.L("{{.Amount}}, left side only", d)
	case only == content.RightSide:
		return catalog.L("{{.Amount}}, right side only", d)
	}
	return catalog.L("{{.Amount}} each side", d)
}

// lasts is "45 s", "3 min", "1 min 36 s".
func lasts(seconds int) string {
	m, s := seconds/60, seconds%60
	d := catalog.D{"Minutes": m, "Seconds": s}
	switch {
	case m == 0:
		return catalog.L("{{.Seconds}} s", d)
	case s == 0:
		return catalog.L("{{.Minutes}} min", d)
	}
	return catalog.L("{{.Minutes}} min {{.Seconds}} s", d)
}

// bodyPart is a region as a person reads it.
func bodyPart(r content.Region) string {
	switch r {
	case "neck":
		return catalog.L("Neck")
	case "shoulders":
		return catalog.L("Shoulders")
	case "chest":
		return catalog.L("Chest")
	case "upper-back":
		return catalog.L("Upper back")
	case "lower-back":
		return catalog.L("Lower back")
	case "arms":
		return catalog.L("Arms")
	case "hips":
		return catalog.L("Hips")
	case "legs":
		return catalog.L("Legs")
	case "whole-body":
		return catalog.L("Whole body")
	}
	return sentence(string(r))
}

// positionName is a position or a routine's place, as a heading has it.
func positionName(p string) string { return sentence(catalog.Position(p)) }

// trimesterName is the n-th trimester of a pregnancy, from 1.
func trimesterName(n int) string {
	switch n {
	case 1:
		return catalog.L("First trimester")
	case 2:
		return catalog.L("Second trimester")
	}
	return catalog.L("Third trimester")
}

// levelWord is a level in a word and its colour.
func levelWord(l content.Level) (string, widgets.Tone) {
	switch l {
	case content.OK:
		return catalog.L("fine"), widgets.Accent
	case content.Caution:
		return catalog.L("with care"), widgets.Amber
	case content.Ask:
		return catalog.L("ask first"), widgets.Amber
	}
	return catalog.L("not now"), widgets.Heat
}
