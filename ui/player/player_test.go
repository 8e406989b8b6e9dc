package player

import (
	"image/color"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/session"
)

// counting counts how often a colour is asked for, which whatever is drawn
// does.
type counting struct {
	fyne.Theme
	asked int
}

func (c *counting) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	c.asked++
	return c.Theme.Color(n, v)
}

// Asking for the height draws nothing: a window that is painted asks for it, so
// that it would be painted without end.
func TestMeasuringDrawsNothing(t *testing.T) {
	app := test.NewTempApp(t)
	count := &counting{Theme: theme.DefaultTheme()}
	app.Settings().SetTheme(count)
	all, err := content.BuiltIn().Exercises()
	if err != nil {
		t.Fatal(err)
	}
	plan, err := session.One(&all[0])
	if err != nil {
		t.Fatal(err)
	}
	state, err := session.New(plan)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	p := New(state, Options{
		Now: func() time.Time { return now }, After: func(time.Duration, func()) func() { return func() {} },
		Exercise: func(string) *content.Exercise { return &all[0] },
	})
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(1000, 700))
	p.Start()
	before := count.asked
	if before == 0 {
		t.Fatal("nothing was drawn")
	}
	for _, width := range []float32{1000, 700, 400} {
		if p.HeightFor(width) <= 0 {
			t.Errorf("no height at %v", width)
		}
	}
	if count.asked != before {
		t.Errorf("measuring asks for %d colours", count.asked-before)
	}
}
