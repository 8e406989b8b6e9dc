package widgets

import (
	"slices"
	"testing"
	"time"
	_ "time/tzdata" // the next machine may have no zones

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"
)

func day(y int, m time.Month, d int) time.Time { return dateOf(y, m, d) }

func TestMonthsBeginInTheirWeek(t *testing.T) {
	for _, c := range []struct {
		year        int
		month       time.Month
		days        int
		monday, sun string // the first day shown
	}{
		{2026, time.November, 30, "2026-10-26", "2026-11-01"},
		{2026, time.February, 28, "2026-01-26", "2026-02-01"},
		{2024, time.February, 29, "2024-01-29", "2024-01-28"},
		{2000, time.February, 29, "2000-01-31", "2000-01-30"},
		{2100, time.February, 28, "2100-02-01", "2100-01-31"},
		{2026, time.January, 31, "2025-12-29", "2025-12-28"},
		{2026, time.December, 31, "2026-11-30", "2026-11-29"},
	} {
		m := month{c.year, c.month}
		if m.days() != c.days {
			t.Errorf("%v has %d days, want %d", m, m.days(), c.days)
		}
		if got := m.begin(time.Monday).Format(time.DateOnly); got != c.monday {
			t.Errorf("%v with weeks from Monday begins on %s, want %s", m, got, c.monday)
		}
		if got := m.begin(time.Sunday).Format(time.DateOnly); got != c.sun {
			t.Errorf("%v with weeks from Sunday begins on %s, want %s", m, got, c.sun)
		}
	}
}

// Six weeks hold every month, day after day.
func TestSixWeeksHoldEveryMonth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := month{rapid.IntRange(1, 9999).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month"))}
		week := time.Weekday(rapid.IntRange(0, 6).Draw(t, "week"))
		d := m.begin(week)
		if d.Weekday() != week || d.After(m.first()) {
			t.Fatalf("begins on %v", d)
		}
		if last := d.AddDate(0, 0, monthWeeks*weekDays-1); last.Before(m.day(31)) {
			t.Fatalf("ends on %v", last)
		}
		if back := m.plus(7).plus(-7); back != m {
			t.Fatalf("seven months on and back is %v", back)
		}
	})
}

// calendar is a grid in a window, and what it told.
type calendar struct {
	*MonthGrid
	opened, turned []string
	asked          int // for marks
}

func newCalendar(t *testing.T, first time.Time, width float32, opts MonthOptions) *calendar {
	t.Helper()
	c := &calendar{}
	if opts.Today == nil {
		opts.Today = func() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) }
	}
	opts.OnDay = func(d time.Time) { c.opened = append(c.opened, d.Format(time.DateOnly)) }
	opts.OnMonth = func(d time.Time) { c.turned = append(c.turned, d.Format(time.DateOnly)) }
	marks := opts.Marks
	opts.Marks = func(d time.Time) []Mark {
		c.asked++
		if marks == nil {
			return nil
		}
		return marks(d)
	}
	c.MonthGrid = NewMonthGrid(first, opts)
	w := test.NewTempWindow(t, c.MonthGrid)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, c.HeightFor(width)))
	return c
}

func (c *calendar) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		c.days.TypedKey(key(k))
	}
}

func TestMonthByKeys(t *testing.T) {
	newApp(t)
	for _, c := range []struct {
		name  string
		from  time.Time
		week  time.Weekday
		keys  []fyne.KeyName
		want  string
		turns []string
	}{
		{"today in this month", day(2026, 11, 3), time.Monday, nil, "2026-11-24", nil},
		{"the first of another", day(2026, 3, 9), time.Monday, nil, "2026-03-01", nil},
		{"days", day(2026, 11, 1), time.Monday, []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft}, "2026-11-25", nil},
		{"weeks, over the end", day(2026, 11, 1), time.Monday, []fyne.KeyName{fyne.KeyDown}, "2026-12-01", []string{"2026-12-01"}},
		{"over the year", day(2026, 1, 1), time.Monday, []fyne.KeyName{fyne.KeyLeft}, "2025-12-31", []string{"2025-12-01"}},
		{"Home from Monday", day(2026, 11, 1), time.Monday, []fyne.KeyName{fyne.KeyHome}, "2026-11-23", nil},
		{"Home from Sunday", day(2026, 11, 1), time.Sunday, []fyne.KeyName{fyne.KeyHome}, "2026-11-22", nil},
		{"End to Sunday", day(2026, 11, 1), time.Monday, []fyne.KeyName{fyne.KeyEnd, fyne.KeyEnd}, "2026-11-29", nil},
		{"End to Saturday", day(2026, 11, 1), time.Sunday, []fyne.KeyName{fyne.KeyEnd}, "2026-11-28", nil},
		{"End to Friday", day(2026, 11, 1), time.Saturday, []fyne.KeyName{fyne.KeyEnd}, "2026-11-27", nil},
		{"a short month", day(2028, 1, 1), time.Monday, []fyne.KeyName{fyne.KeyLeft, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown}, "2028-03-29", []string{"2027-12-01", "2028-01-01", "2028-02-01", "2028-03-01"}},
		{"back", day(2026, 11, 1), time.Monday, []fyne.KeyName{fyne.KeyPageUp}, "2026-10-24", []string{"2026-10-01"}},
	} {
		g := newCalendar(t, c.from, 400, MonthOptions{WeekStart: c.week})
		g.press(c.keys...)
		if got := g.Day().Format(time.DateOnly); got != c.want || !slices.Equal(g.turned, c.turns) {
			t.Errorf("%s: at %s, want %s; turned to %v, want %v", c.name, got, c.want, g.turned, c.turns)
		}
		if m := g.Month(); m != day(g.Day().Year(), g.Day().Month(), 1) {
			t.Errorf("%s: shows %v", c.name, m)
		}
		g.press(fyne.KeyReturn, fyne.KeySpace)
		if want := []string{c.want, c.want}; !slices.Equal(g.opened, want) {
			t.Errorf("%s: opened %v, want %v", c.name, g.opened, want)
		}
	}
}

// Where clocks are put forward or back, at midnight too, and where a whole day
// was left out, each day is there once.
func TestMonthHasEachDayOnce(t *testing.T) {
	newApp(t)
	for _, c := range []struct {
		zone  string
		first time.Time
		days  int
	}{
		{"Europe/Berlin", day(2026, 3, 1), 31},
		{"Europe/Berlin", day(2026, 10, 1), 31},
		{"America/Sao_Paulo", day(2018, 11, 1), 30}, // no midnight on the 4th
		{"Asia/Beirut", day(2026, 3, 1), 31},
		{"Pacific/Apia", day(2011, 12, 1), 31}, // the 30th was left out
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		today := time.Date(c.first.Year(), c.first.Month(), 5, 23, 30, 0, 0, zone)
		seen := map[string]int{}
		g := newCalendar(t, time.Date(c.first.Year(), c.first.Month(), 1, 12, 0, 0, 0, zone), 400, MonthOptions{
			WeekStart: time.Monday,
			Today:     func() time.Time { return today },
			Marks:     func(d time.Time) []Mark { seen[d.Format(time.DateOnly)]++; return nil },
		})
		if got := g.Day(); got != day(c.first.Year(), c.first.Month(), 5) {
			t.Errorf("%s: today is %v", c.zone, got)
		}
		for n := range c.days {
			if seen[c.first.AddDate(0, 0, n).Format(time.DateOnly)] != 1 {
				t.Errorf("%s: day %d of %v was asked for %v times", c.zone, n+1, c.first.Month(), seen)
			}
		}
		if len(seen) != monthWeeks*weekDays {
			t.Errorf("%s: %d days", c.zone, len(seen))
		}
		for range c.days - 5 {
			g.press(fyne.KeyRight)
		}
		if got, want := g.Day(), c.first.AddDate(0, 0, c.days-1); got != want || len(g.turned) > 0 {
			t.Errorf("%s: the last day is %v, want %v", c.zone, got, want)
		}
	}
}

func TestMonthByPointer(t *testing.T) {
	newApp(t)
	for _, width := range []float32{250, 400, 700} {
		g := newCalendar(t, day(2026, 11, 1), width, MonthOptions{WeekStart: time.Monday})
		tap := func(cell int) {
			x, y := g.days.place(cell, width)
			w, h := g.days.cell(width)
			g.days.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x+w/2, y+h/2)})
		}
		tap(6)  // the 1st, a Sunday
		tap(35) // the 30th
		tap(41) // the 6th of December
		if want := []string{"2026-11-01", "2026-11-30", "2026-12-06"}; !slices.Equal(g.opened, want) {
			t.Errorf("%g wide: opened %v, want %v", width, g.opened, want)
		}
		if want := []string{"2026-12-01"}; !slices.Equal(g.turned, want) {
			t.Errorf("%g wide: turned to %v, want %v", width, g.turned, want)
		}
		for _, at := range []fyne.Position{{X: 5, Y: 2}, {X: -1, Y: 60}, {X: width + 9, Y: 60}, {X: 5, Y: 4000}} {
			g.days.Tapped(&fyne.PointEvent{Position: at})
		}
		if len(g.opened) != 3 {
			t.Errorf("%g wide: a tap beside the days opened %v", width, g.opened)
		}
	}
}

func TestMonthButtons(t *testing.T) {
	newApp(t)
	g := newCalendar(t, day(2026, 11, 1), 400, MonthOptions{})
	asked := g.asked
	g.press(fyne.KeyLeft)
	if g.asked != asked {
		t.Error("a step within the month asks for all marks again")
	}
	buttons := g.head.Objects[1].(*fyne.Container).Objects
	test.Tap(buttons[1].(fyne.Tappable))
	test.Tap(buttons[1].(fyne.Tappable))
	test.Tap(buttons[0].(fyne.Tappable))
	if got := g.title.Content; got != "December 2026" {
		t.Errorf("it shows %q", got)
	}
	test.Tap(buttons[2].(fyne.Tappable))
	if want := []string{"2026-12-01", "2027-01-01", "2026-12-01", "2026-11-01"}; !slices.Equal(g.turned, want) || g.Day() != day(2026, 11, 24) {
		t.Errorf("turned to %v, at %v", g.turned, g.Day())
	}
	g.SetMonth(day(2030, 2, 14))
	if len(g.turned) != 4 || g.Month() != day(2030, 2, 1) {
		t.Errorf("set, it shows %v and told %v", g.Month(), g.turned)
	}
}

func TestMonthSaysWhatIsOnADay(t *testing.T) {
	newApp(t)
	marks := map[time.Time][]Mark{
		day(2026, 11, 24): {{Accent, "17:30 Deep tissue"}},
		day(2026, 11, 26): {{Accent, "17:30 Deep tissue"}, {Amber, "2 checks to do"}, {Heat, "Heat 20 min, lower back"}, {Cold, "Cold 15 min"}, {Neutral, "Cancelled"}},
	}
	g := newCalendar(t, day(2026, 11, 1), 250, MonthOptions{WeekStart: time.Monday, Marks: func(d time.Time) []Mark { return marks[d] }})
	if g.said.Content != "" {
		t.Errorf("left alone it says %q", g.said.Content)
	}
	g.days.FocusGained()
	if want := "Tuesday, 24 November 2026, today: 17:30 Deep tissue"; g.said.Content != want || g.days.AccessibilityLabel() != want {
		t.Errorf("says %q, named %q", g.said.Content, g.days.AccessibilityLabel())
	}
	g.press(fyne.KeyRight)
	if want := "Wednesday, 25 November 2026"; g.said.Content != want {
		t.Errorf("says %q", g.said.Content)
	}
	g.press(fyne.KeyRight)
	if want := "Thursday, 26 November 2026: 17:30 Deep tissue · 2 checks to do · Heat 20 min, lower back · Cold 15 min · Cancelled"; g.days.AccessibilityLabel() != want {
		t.Errorf("named %q", g.days.AccessibilityLabel())
	}
	if n := len(g.said.broken(250)); n > 3 {
		t.Errorf("in a narrow window it says %d lines: %q", n, g.said.Content)
	}
	x, y := g.days.place(29, 250)
	g.days.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x+2, y+2)}})
	if want := "Tuesday, 24 November 2026, today: 17:30 Deep tissue"; g.said.Content != want {
		t.Errorf("pointed at, it says %q", g.said.Content)
	}
	g.days.MouseOut()
	g.days.FocusLost()
	if g.said.Content != "" {
		t.Errorf("left again it says %q", g.said.Content)
	}
}

// bigger is the default theme at another text size.
type bigger struct {
	fyne.Theme
	scale float32
}

func (b bigger) Size(n fyne.ThemeSizeName) float32 {
	if n == SizeScale {
		return b.scale
	}
	return b.Theme.Size(n)
}

// At every width and text size all that is written is within the grid, and its
// height is the same for every month.
func TestMonthFits(t *testing.T) {
	app := test.NewTempApp(t)
	for _, scale := range []float32{0.8, 1, 1.5, 2} {
		app.Settings().SetTheme(bigger{theme.DefaultTheme(), scale})
		for _, width := range []float32{250, 320, 400, 560, 700} {
			g := newCalendar(t, day(2026, 9, 1), width, MonthOptions{Marks: func(time.Time) []Mark {
				return []Mark{{Accent, "17:30 Deep tissue massage"}, {Heat, "Heat"}, {Cold, "Cold"}, {Amber, "Rebook"}}
			}})
			for _, o := range test.WidgetRenderer(g.days).Objects() {
				at, size := o.Position(), o.Size()
				if r, ok := o.(*canvas.Rectangle); ok && r.FillColor != nil && o.Visible() && (at.X < -Px(3) || at.X+size.Width > width+Px(3) || at.Y+size.Height > g.days.Size().Height+Px(3)) {
					t.Errorf("%g at %g: a box at %v, %v", width, scale, at, size)
				}
				if x, ok := o.(*canvas.Text); ok && x.MinSize().Width > size.Width+1 {
					t.Errorf("%g at %g: %q is %.0f wide in %.0f", width, scale, x.Text, x.MinSize().Width, size.Width)
				}
			}
			high := g.days.HeightFor(width)
			g.SetMonth(day(2026, 2, 1))
			if got := g.days.HeightFor(width); got != high {
				t.Errorf("%g at %g: another month is %g high, not %g", width, scale, got, high)
			}
		}
	}
}

func BenchmarkMonthHover(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(theme.DefaultTheme())
	g := NewMonthGrid(day(2026, 11, 1), MonthOptions{Marks: func(time.Time) []Mark { return []Mark{{Accent, "17:30 Deep tissue"}} }})
	g.Resize(fyne.NewSize(700, g.HeightFor(700)))
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		n++
		g.days.point(g.days.day(n % 42))
	}
}

// The day chosen is drawn so, and said so, while it is in view.
func TestTheChosenDay(t *testing.T) {
	newApp(t)
	c := newCalendar(t, day(2026, 11, 1), 400, MonthOptions{WeekStart: time.Monday})
	first, end := c.Span()
	if first != day(2026, 10, 26) || end != day(2026, 12, 7) {
		t.Errorf("it shows %v to %v", first, end)
	}
	drawn := func() (n int) {
		for _, o := range test.WidgetRenderer(c.days).Objects() {
			if r, ok := o.(*canvas.Rectangle); ok && r.FillColor == Color(ColorPrimary) {
				n++
			}
		}
		return n
	}
	c.press(fyne.KeyRight)
	if drawn() != 0 {
		t.Error("a day is chosen that nobody chose")
	}
	c.Choose(time.Date(2026, 11, 25, 23, 0, 0, 0, time.FixedZone("west", -5*3600)))
	if drawn() != 1 || c.days.AccessibilityLabel() != "Wednesday, 25 November 2026, chosen" {
		t.Errorf("%d days are drawn as chosen; it says %q", drawn(), c.days.AccessibilityLabel())
	}
	c.Choose(time.Time{})
	if drawn() != 0 || c.days.AccessibilityLabel() != "Wednesday, 25 November 2026" {
		t.Errorf("%d days are drawn as chosen; it says %q", drawn(), c.days.AccessibilityLabel())
	}
}

// Each tone's dot has a shape of its own beside its meaning.
func TestMarkDots(t *testing.T) {
	newApp(t)
	seen := map[[4]float32]Tone{}
	for _, tone := range []Tone{Neutral, Accent, Heat, Cold, Amber} {
		m := NewMarkDot(tone)
		m.Resize(m.MinSize())
		b := test.WidgetRenderer(m).Objects()[0].(*canvas.Rectangle)
		shape := [4]float32{b.Size().Width, b.Size().Height, b.CornerRadius, b.StrokeWidth}
		if was, ok := seen[shape]; ok {
			t.Errorf("the dots of %v and %v look alike", was, tone)
		}
		seen[shape] = tone
	}
}

// The key makes room for what is on the day the keys are at, and comes back.
func TestTheMonthsKey(t *testing.T) {
	newApp(t)
	k := NewText("a disc: an appointment", 13, Regular, ColorInk2)
	c := newCalendar(t, day(2026, 11, 1), 400, MonthOptions{WeekStart: time.Monday, Key: k})
	if !k.Visible() {
		t.Error("there is no key")
	}
	c.days.FocusGained()
	if k.Visible() || c.said.Content == "" {
		t.Errorf("it says %q, the key is visible: %v", c.said.Content, k.Visible())
	}
	c.days.FocusLost()
	if !k.Visible() || c.said.Content != "" {
		t.Errorf("it says %q, the key is visible: %v", c.said.Content, k.Visible())
	}
}

// The day that is chosen is shown and said to be, and its marks stay seen.
func TestMarksOnTheChosenDay(t *testing.T) {
	newApp(t)
	chosen := day(2026, 11, 26)
	c := newCalendar(t, day(2026, 11, 1), 400, MonthOptions{
		Marks: func(d time.Time) []Mark {
			if d.Equal(chosen) {
				return []Mark{{Accent, "17:30 Thai"}, {Cold, "19:00 Sports"}}
			}
			return nil
		},
	})
	c.Choose(chosen)
	c.SetDay(time.Date(2026, 11, 26, 17, 30, 0, 0, time.FixedZone("", 3600)))
	if got := c.days.AccessibilityLabel(); got != "Thursday, 26 November 2026, chosen: 17:30 Thai · 19:00 Sports" || len(c.turned) != 0 {
		t.Errorf("it says %q, and turned to %v", got, c.turned)
	}
	drawn := func() (filled int) {
		objects := c.days.drawDay(&dayCell{back: &canvas.Rectangle{}, number: &canvas.Text{}, marks: [mostMarks]dayMarkDrawn{newDayMark(), newDayMark(), newDayMark()}}, chosen, 0, 0, 40, 40)
		for _, o := range objects {
			if r, ok := o.(*canvas.Rectangle); ok && (r.FillColor == Color(ColorOnPrimary) || r.StrokeColor == Color(ColorOnPrimary)) {
				filled++
			}
		}
		return filled
	}
	if n := drawn(); n != 2 {
		t.Errorf("%d marks are drawn on the chosen day, want 2", n)
	}
	chosen = day(2027, 1, 1)
	c.Choose(chosen)
	c.Refresh()
	if got := c.days.AccessibilityLabel(); got != "Thursday, 26 November 2026" {
		t.Errorf("it says %q", got)
	}
	c.SetDay(chosen)
	if c.Month() != day(2027, 1, 1) || c.Day() != chosen {
		t.Errorf("it shows %v, at %v", c.Month(), c.Day())
	}
}
