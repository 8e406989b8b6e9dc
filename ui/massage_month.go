package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/assets/catalog"
	"github.com/unhunch/unhunch/ui/widgets"
)

// calendarCard shows massages that were and that are to come: by the month, or
// one after the other.
type calendarCard struct {
	s       *massageScreen
	box     *fyne.Container
	modes   *oneOf // the month, or the list
	grid    *widgets.MonthGrid
	month   fyne.CanvasObject // all that belongs to it
	day     *fyne.Container   // what is on the chosen day
	list    *fyne.Container
	trouble *fyne.Container // why nothing is known of what is shown
	rows    bookedRows
	marks   map[time.Time][]widgets.Mark

	chosen time.Time // a date, see dateOn; zero means none
	limit  int       // rows of the list
	shown  agenda
	asked  int // times it was asked for, to drop answers that come late
	today  time.Time
}

const (
	showsMonth = iota
	showsList
)

func newCalendarCard(s *massageScreen) *calendarCard {
	c := &calendarCard{s: s, day: widgets.NewColumn(10), list: widgets.NewColumn(10), trouble: widgets.NewColumn(0), limit: listStep}
	now := s.w.now()
	c.today = dateOn(now)
	c.chosen = c.today
	c.grid = widgets.NewMonthGrid(now, widgets.MonthOptions{
		WeekStart: s.w.dates.week,
		Today:     s.w.now,
		Marks:     func(day time.Time) []widgets.Mark { return c.marks[day] },
		OnDay:     c.choose,
		OnMonth: func(time.Time) {
			c.choose(time.Time{})
			c.load(false)
		},
		DayName: c.dayName,
		Key:     monthKey(),
	})
	c.grid.Choose(c.chosen)
	c.modes = newOneOf(true, c.turn, catalog.L("Month"), catalog.L("List"))
	export := smallButton(catalog.L("Export…"), catalog.L("Export all appointments"), widgets.Plain, func() { s.w.exportAppointments("") })
	tools := widgets.NewWrap(6, 6, c.modes.chips[showsMonth], c.modes.chips[showsList], widgets.NewPad(0, -export.Inset(), 0, 0, export))
	c.month = widgets.NewColumn(12, c.grid, widgets.NewLine(), c.day)
	c.trouble.Hide()
	c.list.Hide()
	c.box = widgets.NewColumn(16, widgets.NewCard(widgets.NewColumn(12,
		widgets.NewRow(widgets.Row{Gap: 8, Center: true, Below: 360, Tracks: []widgets.Track{{Grow: 1}}}, widgets.NewCardTitle(catalog.L("Calendar")), tools),
		c.month, c.list)), c.trouble)
	return c
}

// monthKey says what the dots on the days mean.
func monthKey() fyne.CanvasObject {
	var row []fyne.CanvasObject
	for _, m := range []widgets.Mark{
		{Tone: toneBooked, Text: catalog.L("Appointment")},
		{Tone: toneVisit, Text: catalog.L("Visit")},
		{Tone: toneOff, Text: catalog.L("Called off")},
		{Tone: toneDue, Text: catalog.L("Due by your rhythm")},
	} {
		row = append(row, widgets.NewRow(widgets.Row{Gap: 6, Center: true, Tracks: []widgets.Track{{}, {}}},
			widgets.NewMarkDot(m.Tone), widgets.NewText(m.Text, 12.5, widgets.Regular, widgets.ColorInk2)))
	}
	return widgets.NewWrap(16, 4, row...)
}

// turn shows the month, or the list.
func (c *calendarCard) turn() {
	c.limit = listStep
	c.load(false)
}

// choose shows what is on a day.
func (c *calendarCard) choose(day time.Time) {
	c.chosen = day
	c.grid.Choose(day)
	c.paint()
}

// load reads what is shown. What was shown stays until it is there; with news
// alone it stays unless something is different.
func (c *calendarCard) load(news bool) {
	c.asked++
	n, w := c.asked, c.s.w
	get, list := c.monthGet(), c.modes.chosen == showsList
	if list {
		get = listGet(w.Calendar, w.now(), c.limit)
	}
	fetch(w, get, func(a agenda, err error) {
		if n != c.asked {
			return // another one was asked for since
		}
		a.failed, a.list = err != nil, list
		if news && !a.failed && c.shown.same(a) {
			return
		}
		c.trouble.RemoveAll()
		setVisible(c.trouble, a.failed)
		if a.failed {
			c.trouble.Add(w.unreadCard(err, func() { c.load(false) }))
		}
		c.shown = a
		c.paint()
	})
}

// paint shows what is known.
func (c *calendarCard) paint() {
	c.fill()
	c.s.p.Reflow()
	c.rows.end()
}

// fill puts in what is known. Once that has its place, the keys are to be
// brought back with rows.end.
func (c *calendarCard) fill() {
	c.rows.begin(c.s.w)
	setVisible(c.month, !c.shown.list)
	setVisible(c.list, c.shown.list && !c.shown.failed)
	if !c.shown.list {
		c.marks = c.marksOf(c.shown.all)
		c.grid.Refresh()
		c.fillDay()
	} else {
		c.fillList()
	}
}

// tick follows the day's change at midnight.
func (c *calendarCard) tick() {
	today := dateOn(c.s.w.now())
	if today.Equal(c.today) {
		return
	}
	if c.chosen.Equal(c.today) {
		c.chosen = today
		c.grid.Choose(today)
	}
	c.today = today
	c.load(false)
}

// dayName is "Thursday, 26 November", with the year where it is another.
func (c *calendarCard) dayName(day time.Time) string {
	name := c.s.w.dates.long(day)
	if day.Year() != c.s.w.now().Year() {
		name = catalog.L("{{.Date}} {{.Year}}", catalog.D{"Date": name, "Year": day.Year()})
	}
	return name
}

// dateOn is the date a time shows in its own zone, as a MonthGrid has dates:
// midnight UTC.
func dateOn(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
