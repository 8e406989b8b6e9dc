package widgets

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"github.com/unhunch/unhunch/assets/catalog"
)

// monthDays is the six weeks of a MonthGrid. Days are dates: midnight UTC.
type monthDays struct {
	control
	grid  *MonthGrid
	shown month
	at    time.Time // the day the keys are at
	under time.Time // the day pointed at; zero means none
	marks map[time.Time][]Mark
	today time.Time
	chose time.Time // the day chosen; zero means none
}

func newMonthDays(g *MonthGrid) *monthDays {
	d := &monthDays{grid: g}
	d.init(d)
	return d
}

// load asks for the marks of the days shown.
func (d *monthDays) load() {
	d.today = d.grid.today()
	d.marks = make(map[time.Time][]Mark, monthWeeks*weekDays)
	for i := range monthWeeks * weekDays {
		day := d.day(i)
		if m := d.grid.opts.Marks(day); len(m) > 0 {
			d.marks[day] = m
		}
	}
}

// day is the one in a cell, from 0 at the top left.
func (d *monthDays) day(cell int) time.Time {
	return d.shown.begin(d.grid.opts.WeekStart).AddDate(0, 0, cell)
}

// current is the day spoken of: the one pointed at, or that of the keys while
// they are here.
func (d *monthDays) current() (time.Time, bool) {
	if !d.under.IsZero() {
		return d.under, true
	}
	return d.at, d.focused
}

// words are a day and its marks, or the first so many of them.
func (d *monthDays) words(day time.Time, most int) string {
	marks, more := d.marks[day], ""
	if most >= 0 && most < len(marks) {
		marks, more = marks[:most], " …"
	}
	texts := make([]string, len(marks))
	for i, m := range marks {
		texts[i] = m.Text
	}
	date := d.grid.opts.DayName(day)
	if d.grid.chosen(day) {
		date = catalog.L("{{.Date}}, chosen", catalog.D{"Date": date})
	}
	w := catalog.D{"Date": date, "What": strings.Join(texts, " · ") + more}
	switch today := day.Equal(d.today); {
	case today && len(marks) > 0:
		return catalog.L("{{.Date}}, today: {{.What}}", w)
	case today:
		return catalog.L("{{.Date}}, today", w)
	case len(marks) > 0:
		return catalog.L("{{.Date}}: {{.What}}", w)
	}
	return date
}

// AccessibilityLabel is the day the keys are at, and all that is on it.
func (d *monthDays) AccessibilityLabel() string { return d.words(d.at, -1) }

// open opens a day.
func (d *monthDays) open(day time.Time) {
	d.grid.goTo(day)
	if d.grid.opts.OnDay != nil {
		d.grid.opts.OnDay(day)
	}
}

// TypedKey moves by days, weeks and months, and opens a day.
func (d *monthDays) TypedKey(k *fyne.KeyEvent) {
	column := (int(d.at.Weekday()) - int(d.grid.opts.WeekStart) + weekDays) % weekDays
	days := map[fyne.KeyName]int{
		fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -weekDays, fyne.KeyDown: weekDays,
		fyne.KeyHome: -column, fyne.KeyEnd: weekDays - 1 - column,
	}
	switch n, moves := days[k.Name]; {
	case moves:
		d.grid.goTo(d.at.AddDate(0, 0, n))
	case k.Name == fyne.KeyPageUp:
		d.grid.turn(-1)
	case k.Name == fyne.KeyPageDown:
		d.grid.turn(1)
	case d.pressed(k):
		d.open(d.at)
	}
}

// Tapped opens the day under the pointer.
func (d *monthDays) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(d); c != nil && c.Focused() != fyne.Focusable(d) {
		c.Focus(d)
	}
	if day, ok := d.dayUnder(e.Position); ok {
		d.open(day)
	}
}

// MouseMoved says what is on the day pointed at.
func (d *monthDays) MouseMoved(e *desktop.MouseEvent) {
	day, _ := d.dayUnder(e.Position)
	d.point(day)
}

// MouseIn says what is on the day pointed at.
func (d *monthDays) MouseIn(e *desktop.MouseEvent) { d.MouseMoved(e) }

// MouseOut ends MouseIn.
func (d *monthDays) MouseOut() { d.point(time.Time{}) }

func (d *monthDays) point(day time.Time) {
	if !day.Equal(d.under) {
		d.under = day
		d.Refresh()
		d.grid.say()
	}
}

// FocusGained shows the ring and says what is on the day.
func (d *monthDays) FocusGained() {
	d.control.FocusGained()
	d.grid.say()
}

// FocusLost ends FocusGained.
func (d *monthDays) FocusLost() {
	d.control.FocusLost()
	d.grid.say()
}

// Cursor is the pointing hand over a day.
func (d *monthDays) Cursor() desktop.Cursor {
	if d.under.IsZero() {
		return desktop.DefaultCursor
	}
	return d.control.Cursor()
}
