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
	wish := s.wish(l)
	a := s.w.judge().Therapy(t)

	pace := widgets.NewStepper(catalog.L("Breaths a minute"), wish.PerMinute, l.Slowest, l.Quickest, nil)
	counts := widgets.NewParagraph(countsOf(wish.PerMinute), 13.5, widgets.Regular, widgets.ColorInk2)
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
		c.On, c.Zoom = m == wish.Minutes, 1.1
		all = append(all, c)
		minutes.Add(c)
	}
	words := widgets.NewColumn(14,
		widgets.NewHeading(t.Name, 19, widgets.Bold, widgets.ColorInk),
		widgets.NewParagraph(t.Text, 14.5, widgets.Regular, widgets.ColorInk),
		s.cautions(t),
		question(catalog.L("Pace"), widgets.NewColumn(4, widgets.NewWrap(10, 6, pace, middling(pace, catalog.L("breaths a minute"))), counts)),
		question(catalog.L("How long"), minutes),
		s.calmNow(),
		s.start(a, catalog.L("Begin"), func() relax.Wish { return s.wish(l) }),
		s.sources(t))
	s.put(a, words)
}

// wish is the pace and the length that were chosen, or else those of the last
// time, or those for beginners.
func (s *relaxScreen) wish(l relax.Limits) relax.Wish {
	w := relax.Wish{Kind: relax.Breathing, PerMinute: l.New, Minutes: l.Minutes}
	if last := s.history.last(relax.Breathing); last != nil {
		w.PerMinute = l.Clamp(last.PerMinute)
		if m := int(last.Active.Round(time.Minute) / time.Minute); last.Full && slices.Contains(l.Choices, m) {
			w.Minutes = m
		}
	}
	if s.pace > 0 {
		w.PerMinute = l.Clamp(s.pace)
	}
	if s.minutes > 0 {
		w.Minutes = s.minutes
	}
	if !slices.Contains(l.Choices, w.Minutes) {
		w.Minutes = l.Choices[0]
	}
	return w
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
	c := widgets.NewCard(&fyne.Container{Layout: ornamented{side: 230, from: 660}, Objects: []fyne.CanvasObject{words, shape}})
	c.Padding = 24
	return c
}

// ornamented is a layout that has a square ornament to the right of something, or
// leaves it out where there is little room.
type ornamented struct{ side, from float32 }

func (b ornamented) width(all float32) float32 {
	if all < widgets.Px(b.from) {
		return all
	}
	return all - widgets.Px(b.side+24)
}

// HeightFor is the height of what the ornament stands beside, or its own.
func (b ornamented) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return widgets.HeightFor(o[0], b.width(width))
}

// Layout places both.
func (b ornamented) Layout(o []fyne.CanvasObject, size fyne.Size) {
	w := b.width(size.Width)
	o[0].Move(fyne.Position{})
	o[0].Resize(fyne.NewSize(w, size.Height))
	if w == size.Width {
		o[1].Hide()
		return
	}
	o[1].Show()
	side := widgets.Px(b.side)
	o[1].Move(fyne.NewPos(size.Width-side, 0))
	o[1].Resize(fyne.NewSquareSize(side))
}

// MinSize is that of what the ornament stands beside.
func (ornamented) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }
