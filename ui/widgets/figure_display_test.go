package widgets

import (
	"image/color"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"github.com/unhunch/unhunch/content/figure"
)

// paper is a theme with the design's own names.
type paper struct{ fyne.Theme }

func (paper) Color(fyne.ThemeColorName, fyne.ThemeVariant) color.Color { return color.Gray{0xEA} }

func (p paper) Size(n fyne.ThemeSizeName) float32 {
	if n == SizeScale {
		return 1
	}
	return p.Theme.Size(n)
}

// display draws a view's frames by hand, at 60 a second.
type display struct {
	v     *FigureView
	now   time.Time
	seen  bool            // somebody looks
	drawn []figure.Moment // what was drawn, in order
	made  []bool          // for which side figures were made
}

func newDisplay(t testing.TB, p figure.Pace) *display {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(paper{theme.DefaultTheme()})
	d := &display{now: time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC), seen: true}
	d.v = NewFigureView(func(mirrored bool) (*figure.Figure, error) {
		d.made = append(d.made, mirrored)
		return aFigure()
	}, p)
	d.v.Now = func() time.Time { return d.now }
	return d
}

// aFigure lifts its arms.
func aFigure() (*figure.Figure, error) {
	start, end := figure.Whole(), figure.Whole()
	end.Shoulder = figure.Pair{Left: 90, Right: 90}
	return figure.New(figure.Pose{View: figure.Side, SupportedBy: []figure.Support{figure.Feet}, Start: start, End: end}, nil, []string{"shoulders"})
}

// paint draws where something is to be drawn and somebody looks.
func (d *display) paint() {
	if d.seen && d.v.asked {
		d.v.draw(48, 48)
		d.drawn = append(d.drawn, d.v.moment)
	}
}

// run lets time pass.
func (d *display) run(long time.Duration) {
	const refresh = time.Second / 60
	for ; long > 0; long -= refresh {
		d.now = d.now.Add(refresh)
		if d.v.ticks {
			d.v.tick()
		}
		d.paint()
	}
}
