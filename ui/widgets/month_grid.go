package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"github.com/unhunch/unhunch/assets/catalog"
)

// Mark is something on a day of a MonthGrid. Where there is room for words its
// text is shown, else a dot whose shape goes with its tone.
type Mark struct {
	Tone Tone
	Text string // a few words: "17:30 Deep tissue"
}

// MonthOptions is what a MonthGrid shows and whom it tells. Dates are given as
// midnight UTC: only their year, month and day count.
type MonthOptions struct {
	WeekStart time.Weekday                // the day the person's weeks begin with
	Today     func() time.Time            // read in its own zone; nil means time.Now
	Marks     func(day time.Time) []Mark  // nil means none
	OnDay     func(day time.Time)         // a day was opened
	OnMonth   func(first time.Time)       // another month is shown, by its first day
	DayName   func(date time.Time) string // a date in words; nil means as catalog has it
	Key       fyne.CanvasObject           // stands below while no day is spoken of; nil means nothing
}

// MonthGrid is a month of days, six weeks of them, with what is on each. Its
// days are one stop of the Tab key: arrows move by a day and a week, Home and
// End to the ends of the week, Page Up and Page Down by a month, Enter and
// Space open a day. What is on the day pointed at or reached stands below it in
// words.
type MonthGrid struct {
	widget.BaseWidget
	opts  MonthOptions
	title *Text
	head  *fyne.Container
	days  *monthDays
	said  *Text
}

// NewMonthGrid makes a grid of the month a time is in.
func NewMonthGrid(first time.Time, opts MonthOptions) *MonthGrid {
	if opts.Today == nil {
		opts.Today = time.Now
	}
	if opts.Marks == nil {
		opts.Marks = func(time.Time) []Mark { return nil }
	}
	if opts.DayName == nil {
		opts.DayName = dateInWords
	}
	g := &MonthGrid{opts: opts, title: NewParagraph("", 16, Bold, ColorInk), said: NewParagraph("", 13, Regular, ColorInk2)}
	g.days = newMonthDays(g)
	now := NewButton(catalog.L("Today"), Quiet, func() { g.goTo(g.today()) })
	g.head = NewRow(Row{Gap: 8, Center: true, Tracks: []Track{{Grow: 1}}, Below: monthHeadBelow}, g.title, NewWrap(6, 6,
		NewGlyphButton(IconLeft, catalog.L("Previous month"), func() { g.turn(-1) }),
		NewGlyphButton(IconRight, catalog.L("Next month"), func() { g.turn(1) }),
		now,
	))
	g.ExtendBaseWidget(g)
	g.SetMonth(first)
	return g
}

const (
	monthGap       = 10
	monthHeadBelow = 330
)

// Month is the first day of the month shown.
func (g *MonthGrid) Month() time.Time { return g.days.shown.first() }

// Day is the day the keys are at.
func (g *MonthGrid) Day() time.Time { return g.days.at }

// Span is the first day shown and the one after the last.
func (g *MonthGrid) Span() (first, end time.Time) {
	return g.days.day(0), g.days.day(monthWeeks * weekDays)
}

// Choose shows a day as the one chosen; the zero time is none.
func (g *MonthGrid) Choose(day time.Time) {
	if g.days.chose = day; !day.IsZero() {
		g.days.chose = asDate(day)
	}
	g.days.Refresh()
}

// SetMonth shows the month a time is in, without telling OnMonth.
func (g *MonthGrid) SetMonth(t time.Time) {
	g.days.shown = monthOf(asDate(t))
	g.days.at, g.days.under = g.days.shown.first(), time.Time{}
	if today := g.today(); monthOf(today) == g.days.shown {
		g.days.at = today
	}
	g.Refresh()
}

// SetDay brings the keys to a day and its month into view, without telling
// OnMonth.
func (g *MonthGrid) SetDay(t time.Time) {
	day := asDate(t)
	g.days.shown, g.days.at, g.days.under = monthOf(day), day, time.Time{}
	g.Refresh()
}

// chosen tells whether a day is the one that is chosen.
func (g *MonthGrid) chosen(day time.Time) bool {
	return !g.days.chose.IsZero() && day.Equal(g.days.chose)
}

// Refresh shows what the marks are now.
func (g *MonthGrid) Refresh() {
	g.days.load()
	m := g.days.shown
	g.title.SetText(sentenceCase(catalog.L("{{.Month}} {{.Year}}", catalog.D{"Month": catalog.Month(m.month), "Year": m.year})))
	g.days.Refresh()
	g.BaseWidget.Refresh()
}

// turn shows another month, and keeps to the same day of it.
func (g *MonthGrid) turn(months int) {
	g.goTo(g.days.shown.plus(months).day(g.days.at.Day()))
}

func (g *MonthGrid) today() time.Time { return asDate(g.opts.Today()) }

// goTo brings the keys to a day, and its month into view.
func (g *MonthGrid) goTo(day time.Time) {
	to := monthOf(day)
	turned := to != g.days.shown
	g.days.at, g.days.shown, g.days.under = day, to, time.Time{}
	if !turned {
		g.days.Refresh()
		g.say()
		return
	}
	g.Refresh()
	if g.opts.OnMonth != nil {
		g.opts.OnMonth(to.first())
	}
}

// lines is how many lines there are for what is on a day, at a width.
func (g *MonthGrid) lines(width float32) int {
	if width < Px(400) {
		return 3
	}
	return 2
}

// say writes what is on the day pointed at or reached: as many of its marks as
// there is room for.
func (g *MonthGrid) say() {
	words, width := "", g.Size().Width
	if day, ok := g.days.current(); ok {
		words = g.days.words(day, -1)
		for n := len(g.days.marks[day]) - 1; n > 0 && len(g.wrapped(words, width)) > g.lines(width); n-- {
			words = g.days.words(day, n)
		}
	}
	g.said.SetText(words)
	if k := g.opts.Key; k != nil && k.Visible() != (words == "") {
		if words == "" {
			k.Show()
		} else {
			k.Hide()
		}
	}
}

func (g *MonthGrid) wrapped(words string, width float32) []string {
	t := Text{Content: words, TextSize: g.said.TextSize, Style: g.said.Style}
	return t.broken(width)
}

// dateInWords is a date as "Thursday, 26 November 2026".
func dateInWords(t time.Time) string {
	return catalog.L("{{.Weekday}}, {{.Day}} {{.Month}} {{.Year}}", catalog.D{
		"Weekday": catalog.Weekday(t.Weekday()), "Day": t.Day(), "Month": catalog.Month(t.Month()), "Year": t.Year(),
	})
}

// HeightFor is the height of the head, the days and the words at a width.
func (g *MonthGrid) HeightFor(width float32) float32 {
	words := g.said.lineHeight() * float32(g.lines(width))
	if k := g.opts.Key; k != nil {
		words = max(words, HeightFor(k, width))
	}
	return HeightFor(g.head, width) + g.days.HeightFor(width) + words + Px(2*monthGap)
}

// CreateRenderer draws the grid.
func (g *MonthGrid) CreateRenderer() fyne.WidgetRenderer {
	d := &draw{objects: []fyne.CanvasObject{g.head, g.days, g.said}}
	if g.opts.Key != nil {
		d.objects = append(d.objects, g.opts.Key)
	}
	d.place = func(s fyne.Size) {
		y := HeightFor(g.head, s.Width)
		put(g.head, 0, 0, s.Width, y)
		y += Px(monthGap)
		put(g.days, 0, y, s.Width, g.days.HeightFor(s.Width))
		y += g.days.HeightFor(s.Width) + Px(monthGap)
		put(g.said, 0, y, s.Width, s.Height-y)
		if g.opts.Key != nil {
			put(g.opts.Key, 0, y, s.Width, s.Height-y)
		}
		g.say()
	}
	d.min = func() fyne.Size {
		w := g.days.MinSize().Width
		return fyne.NewSize(w, g.HeightFor(w))
	}
	return d
}
