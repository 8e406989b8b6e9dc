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

// fillBreathing offers breathing at a pace.
func (s *relaxScreen) fillBreathing(t *content.Therapy) {
	l := relax.LimitsOf(t.Pacer)
	s.usual(l)
	a := s.w.judge().Therapy(t)

	pace := widgets.NewStepper(catalog.L("Breaths a minute"), s.pace, l.Slowest, l.Quickest, nil)
	counts := widgets.NewParagraph(countsOf(s.pace), 13.5, widgets.Regular, widgets.ColorInk2)
	pace.OnChanged = func(n int) {
		s.pace = l.Clamp(n)
		pace.SetValue(s.pace)
		counts.SetText(countsOf(s.pace))
		s.p.Reflow()
	}
	minutes := widgets.NewWrap(8, 8)
	var all []*widgets.Chip
	for _, m := range l.Choices {
		c := widgets.NewChip(catalog.L("{{.Minutes}} min", catalog.D{"Minutes": m}), nil)
		c.OnChanged = func(bool) {
			s.minutes = m
			for i, other := range all {
				other.SetOn(l.Choices[i] == m)
			}
			s.p.Reflow()
		}
		c.On, c.Zoom = m == s.minutes, 1.1
		all = append(all, c)
		minutes.Add(c)
	}
	words := widgets.NewColumn(14,
		widgets.NewHeading(t.Name, 19, widgets.Bold, widgets.ColorInk),
		widgets.NewParagraph(t.Text, 14.5, widgets.Regular, widgets.ColorInk),
		labelled(catalog.L("Pace"), widgets.NewColumn(4, widgets.NewWrap(10, 6, pace, middling(pace, catalog.L("breaths a minute"))), counts)),
		labelled(catalog.L("How long"), minutes),
		s.calmNow(),
		s.start(a, catalog.L("Begin"), func() relax.Wish {
			return relax.Wish{Kind: relax.Breathing, PerMinute: s.pace, Minutes: s.minutes}
		}),
		s.sources(t))
	s.box.Add(s.card(words))
	s.box.Add(s.before(t, a))
}

// usual are the pace and the length where none was chosen yet: as the last
// time, or those for beginners.
func (s *relaxScreen) usual(l relax.Limits) {
	last := s.history.last(relax.Breathing)
	if s.pace == 0 {
		s.pace = l.New
		if last != nil {
			s.pace = l.Clamp(last.PerMinute)
		}
	}
	if s.minutes == 0 {
		s.minutes = l.Minutes
		if last != nil && last.Full {
			if m := int(last.Active.Round(time.Minute) / time.Minute); slices.Contains(l.Choices, m) {
				s.minutes = m
			}
		}
	}
	if !slices.Contains(l.Choices, s.minutes) {
		s.minutes = l.Choices[0]
	}
}

// countsOf says how long in and out are at a pace.
func countsOf(perMinute int) string {
	half := relax.Breath(perMinute) / 2
	return catalog.L("About {{.Seconds}} s in and as long out, without holding. Six a minute is what the studies use; nearer eight is easier to begin with.",
		catalog.D{"Seconds": int(half.Round(time.Second).Seconds())})
}

// middling is a label that stands in the middle of what is beside it.
func middling(beside fyne.CanvasObject, label string) fyne.CanvasObject {
	return widgets.NewPad(8, 0, 0, 0, widgets.NewHeading(label, 14, widgets.Regular, widgets.ColorInk2))
}

// card is what a way to relax is told on, with the soft shape beside it where
// there is room.
func (s *relaxScreen) card(words fyne.CanvasObject) fyne.CanvasObject {
	shape := widgets.NewPacer()
	shape.Follow(func(time.Time) (widgets.Swell, time.Duration) { return widgets.Swell{Size: 0.75}, 0 })
	side := widgets.NewWideOnly(620, widgets.NewColumn(0, shape))
	c := widgets.NewCard(widgets.NewRow(widgets.Row{Gap: 24, Tracks: []widgets.Track{{Grow: 1}, {Fixed: 210}}, Below: 620}, words, side))
	c.Padding = 24
	return c
}
