package ui

import (
	"strings"
	"time"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/ui/widgets"
)

// massageType is what a type of massage is called: by its name in the library,
// or as the person wrote it.
func massageType(m *content.Massage, id string) string {
	if m != nil {
		for _, t := range m.Types {
			if t.ID == id {
				return t.Name
			}
		}
	}
	if id == "" {
		return catalog.L("Massage")
	}
	return id
}

// pressureWord says how firm a massage was, from 1 to 5; empty where that is not
// told.
func pressureWord(n int) string {
	switch n {
	case 1:
		return catalog.L("very light")
	case 2:
		return catalog.L("light")
	case 3:
		return catalog.L("medium")
	case 4:
		return catalog.L("firm")
	case 5:
		return catalog.L("very firm")
	}
	return ""
}

// therapistName is who a visit was with; empty where that is not told.
func therapistName(all []Therapist, id string) string {
	for _, t := range all {
		if t.ID == id {
			return t.Name
		}
	}
	return ""
}

// visitWhen is when a visit was.
func (w *Window) visitWhen(v Visited) string { return w.dayAndTime(v.At) }

// visitFacts is who, how long, how firm and what it cost, in a line.
func visitFacts(v Visited, therapists []Therapist) string {
	var parts []string
	if name := therapistName(therapists, v.Therapist); name != "" {
		parts = append(parts, name)
	}
	if v.Length > 0 {
		parts = append(parts, catalog.Minutes(int(v.Length/time.Minute)))
	}
	if p := pressureWord(v.Pressure); p != "" {
		parts = append(parts, catalog.L("{{.Firm}} pressure", catalog.D{"Firm": p}))
	}
	if v.Cost.Told() {
		parts = append(parts, v.Cost.String())
	}
	return strings.Join(parts, " · ")
}

// visitPain is one of the pains of a visit, in words that make sense alone.
type visitPain struct {
	words string
	pain  int
}

// visitPains are those that were told, in their order.
func visitPains(v Visited) []visitPain {
	var out []visitPain
	add := func(pain *int, text string) {
		if pain != nil {
			out = append(out, visitPain{text, *pain})
		}
	}
	say := func(text string, pain *int) string {
		if pain == nil {
			return ""
		}
		return catalog.L("{{.When}}: {{.Intensity}}", catalog.D{"When": text, "Intensity": *pain})
	}
	add(v.Before, say(catalog.L("Before"), v.Before))
	add(v.After, say(catalog.L("Right after"), v.After))
	add(v.NextDay, say(catalog.L("Next day"), v.NextDay))
	add(v.ThirdDay, say(catalog.L("Third day"), v.ThirdDay))
	return out
}

// painTone is the colour family of an intensity.
func painTone(n int) widgets.Tone {
	switch {
	case n >= diary.Severe:
		return widgets.Heat
	case n >= 4:
		return widgets.Amber
	}
	return widgets.Accent
}
