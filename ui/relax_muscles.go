package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/ui/widgets"
)

// fillMuscles offers to tense one group of muscles after the other.
func (s *relaxScreen) fillMuscles(t *content.Therapy) {
	a := s.w.judge().Therapy(t)
	if !s.halved {
		s.choices.Half = s.w.about.profile.Has(relax.Gently)
	}
	words := widgets.NewColumn(14,
		widgets.NewHeading(t.Name, 19, widgets.Bold, widgets.ColorInk),
		widgets.NewParagraph(t.Text, 14.5, widgets.Regular, widgets.ColorInk),
		s.cautions(t))
	if t.Muscles == nil {
		s.put(a, words)
		return
	}
	if s.choices.Rounds == 0 {
		s.choices.Rounds = relax.UsualRounds(t.Muscles)
	}
	words.Add(question(catalog.L("How often each group"), s.rounds(t)))
	words.Add(question(catalog.L("Does something hurt, or was it hurt lately?"), s.spared(t)))
	half := widgets.NewCheck(catalog.L("At half strength"), catalog.L("With high blood pressure, and whenever you like it gentler."), func(on bool) {
		s.choices.Half, s.halved = on, true
	})
	half.On = s.choices.Half
	words.Add(half)
	words.Add(s.calmNow())
	if len(s.choices.Spared) == len(t.Muscles.Order) && !s.choices.Imagine {
		words.Add(widgets.NewParagraph(catalog.L("Every group is left out. Leave one in, or only imagine those that hurt."), 14, widgets.Medium, widgets.ColorHeatText))
	} else {
		words.Add(s.start(a, catalog.L("Begin"), func() relax.Wish { return relax.Wish{Kind: relax.Muscles, Choices: s.choices} }))
	}
	words.Add(s.sources(t))
	s.put(a, words)
}

// rounds are how often each group is tensed, each with its length in all.
func (s *relaxScreen) rounds(t *content.Therapy) fyne.CanvasObject {
	row := widgets.NewWrap(8, 8)
	for n, label := range []string{catalog.L("Once"), catalog.L("Twice"), catalog.L("Three times")} {
		c := s.choices
		c.Rounds = n + 1
		if plan, err := relax.Tense(t, c); err == nil {
			label = catalog.L("{{.Often}} · {{.Length}}", catalog.D{"Often": label, "Length": catalog.Minutes(int(plan.Length().Round(time.Minute) / time.Minute))})
		}
		chip := s.chip(label, s.choices.Rounds == n+1, func(bool) {
			s.choices.Rounds = n + 1
			s.fill()
		})
		chip.Zoom = 1.1
		row.Add(chip)
	}
	return row
}

// spared are the groups, those that hurt marked, and what is done with these.
func (s *relaxScreen) spared(t *content.Therapy) fyne.CanvasObject {
	groups := widgets.NewWrap(8, 8)
	for _, id := range t.Muscles.Order {
		groups.Add(s.chip(relax.GroupName(id), slices.Contains(s.choices.Spared, id), func(on bool) {
			s.choices.Spared = slices.DeleteFunc(slices.Clone(s.choices.Spared), func(x string) bool { return x == id })
			if on {
				s.choices.Spared = append(s.choices.Spared, id)
			}
			s.fill()
		}))
	}
	box := widgets.NewColumn(8, groups)
	if len(s.choices.Spared) > 0 {
		imagine := widgets.NewCheck(catalog.L("Only imagine tensing there"), catalog.L("Otherwise these groups are left out."), func(on bool) {
			s.choices.Imagine = on
			s.fill()
		})
		imagine.On = s.choices.Imagine
		box.Add(imagine)
	}
	return box
}

// question is what is asked above its answers.
func question(text string, answers fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewColumn(8, widgets.NewParagraph(text, 13.5, widgets.SemiBold, widgets.ColorInk2), answers)
}
