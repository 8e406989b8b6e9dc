package widgets

import (
	"image"
	"image/color"
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// newApp starts an app whose theme has a font for every style.
func newApp(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.DefaultTheme())
}

func key(n fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: n} }

func TestPainScaleByKeys(t *testing.T) {
	newApp(t)
	var heard []int
	s := NewPainScale(func(n int) { heard = append(heard, n) })
	sent := 0
	s.OnSubmit = func() { sent++ }
	s.TypedKey(key(fyne.KeyReturn))
	for _, k := range []fyne.KeyName{
		fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyEnd, fyne.KeyRight, fyne.KeyDown, fyne.KeyHome, fyne.KeyLeft,
	} {
		s.TypedKey(key(k))
	}
	for _, r := range "7x10" {
		s.TypedRune(r)
	}
	s.TypedKey(key(fyne.KeyReturn))
	if want := []int{0, 1, 2, 10, 9, 0, 7, 1, 10}; !slices.Equal(heard, want) {
		t.Errorf("chosen %v, want %v", heard, want)
	}
	if sent != 1 {
		t.Errorf("sent %d times: nothing chosen must not be sent", sent)
	}
}

func TestPainScaleByPointer(t *testing.T) {
	newApp(t)
	s := NewPainScale(nil)
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(540, 80))
	width := s.Size().Width
	for n := range scaleSteps {
		x := (float32(n) + 0.5) * width / scaleSteps
		s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 10)})
		if s.Selected != n {
			t.Errorf("a tap on %d chose %d", n, s.Selected)
		}
	}
	if w.Canvas().Focused() != fyne.Focusable(s) {
		t.Error("a tap does not bring the focus")
	}
	s.Disable()
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(1, 1)})
	s.TypedKey(key(fyne.KeyHome))
	s.TypedRune('3')
	if s.Selected != 10 {
		t.Errorf("a disabled scale chose %d", s.Selected)
	}
}

// An answer that need not be given can be taken back, and a click tells that it
// was one.
func TestPainScaleThatIsOptional(t *testing.T) {
	newApp(t)
	s := NewPainScale(nil)
	picked := 0
	s.Name, s.OnPicked = "Pain before", func() { picked++ }
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(540, 80))
	tap := func(n int) {
		s.Tapped(&fyne.PointEvent{Position: fyne.NewPos((float32(n)+0.5)*s.Size().Width/scaleSteps, 10)})
	}
	tap(4)
	tap(4)
	s.TypedKey(key(fyne.KeyDelete))
	if s.Selected != 4 || picked != 2 {
		t.Errorf("%d is chosen after %d clicks", s.Selected, picked)
	}
	s.Optional = true
	tap(4)
	if s.Selected != -1 || picked != 2 {
		t.Errorf("%d is chosen after %d clicks", s.Selected, picked)
	}
	if got := s.AccessibilityLabel(); got != "Pain before: nothing chosen, 0 is no pain, 10 the worst imaginable" {
		t.Errorf("it is called %q", got)
	}
	s.TypedRune('3')
	if got := s.AccessibilityLabel(); got != "Pain before: 3, 0 is no pain, 10 the worst imaginable" {
		t.Errorf("it is called %q", got)
	}
	s.TypedKey(key(fyne.KeyBackspace))
	if s.Selected != -1 || picked != 2 {
		t.Errorf("%d is chosen after %d clicks", s.Selected, picked)
	}
}

func TestTextBreaksAtWords(t *testing.T) {
	newApp(t)
	p := NewParagraph("one two three\nfour", 14, Regular, ColorInk)
	wide := p.broken(1000)
	if !slices.Equal(wide, []string{"one two three", "four"}) {
		t.Errorf("wide: %q", wide)
	}
	if got := p.broken(p.measure("one two") + 1); !slices.Equal(got, []string{"one two", "three", "four"}) {
		t.Errorf("narrow: %q", got)
	}
	long := NewParagraph("Bandscheibenvorfall", 14, Regular, ColorInk)
	lines := long.broken(60)
	joined := ""
	for _, l := range lines {
		if w := long.measure(l); w > 60.5 {
			t.Errorf("%q is %.0f wide", l, w)
		}
		joined += l
	}
	if joined != long.Content || len(lines) < 2 {
		t.Errorf("a long word became %q", lines)
	}
	if got := NewParagraph("", 14, Regular, ColorInk).broken(50); len(got) != 1 {
		t.Errorf("an empty text has %d lines", len(got))
	}
	// Writing without blanks, accents, Cyrillic and Greek are measured, not
	// dropped.
	for _, s := range []string{"長い文章を折り返す必要があります", "Ülo žluťoučký", "Здравствуйте, спина", "Καλημέρα"} {
		p := NewParagraph(s, 14, Regular, ColorInk)
		got := ""
		for _, l := range p.broken(70) {
			got += l
		}
		if len([]rune(got)) < len([]rune(s))-2 {
			t.Errorf("%q became %q", s, got)
		}
	}
}

func TestOneLineIsShortened(t *testing.T) {
	newApp(t)
	x := NewText("A rather long name of something", 14, Regular, ColorInk)
	got := x.shown(90)
	if len(got) != 1 || got[0] == x.Content || x.measure(got[0]) > 91 {
		t.Errorf("shortened to %q, %.0f wide", got, x.measure(got[0]))
	}
	if got := x.shown(1000); got[0] != x.Content {
		t.Errorf("with room it is %q", got)
	}
}

func TestRowSharesTheWidth(t *testing.T) {
	newApp(t)
	a, b, c := NewPill("a", Neutral), NewPill("b", Neutral), NewPill("c", Neutral)
	row := NewRow(Row{Gap: 10, Below: 200, Tracks: []Track{{Fixed: 50}, {Grow: 1}, {Grow: 3}}}, a, b, c)
	row.Resize(fyne.NewSize(470, 40))
	if a.Size().Width != 50 || b.Size().Width != 100 || c.Size().Width != 300 || c.Position().X != 170 {
		t.Errorf("widths %g %g %g, last at %g", a.Size().Width, b.Size().Width, c.Size().Width, c.Position().X)
	}
	b.Hide()
	row.Resize(fyne.NewSize(471, 40))
	if c.Position().X != 60 || c.Size().Width != 411 {
		t.Errorf("with one hidden the last is %g wide at %g", c.Size().Width, c.Position().X)
	}
	row.Resize(fyne.NewSize(150, 200))
	if c.Position().X != 0 || c.Position().Y == 0 || c.Size().Width != 150 {
		t.Errorf("stacked, the last is at %v, %v", c.Position(), c.Size())
	}
	if stacked, side := HeightFor(row, 150), HeightFor(row, 400); stacked <= side {
		t.Errorf("stacked %g high, side by side %g", stacked, side)
	}
}

func TestWrapGoesOnInTheNextLine(t *testing.T) {
	newApp(t)
	box := NewWrap(5, 5, NewPill("one", Neutral), NewPill("two", Neutral), NewPill("three", Neutral))
	one := HeightFor(box, 1000)
	if all := box.MinSize().Width; HeightFor(box, all) != one || HeightFor(box, all-2) <= one {
		t.Errorf("one line is %g high and %g wide; a little narrower it is %g high", one, all, HeightFor(box, all-2))
	}
}

func TestEveryGlyphCanBeRead(t *testing.T) {
	for name, g := range map[string]Glyph{
		"today": IconToday, "posture": IconPosture, "stretch": IconStretch, "relief": IconRelief, "massage": IconMassage,
		"journal": IconJournal, "gear": IconGear, "check": IconCheck, "info": IconInfo, "warn": IconWarn, "pause": IconPause,
	} {
		lines := trace(g.Path)
		if len(lines) == 0 {
			t.Errorf("%s has no lines", name)
		}
		moves := 0
		for _, r := range g.Path {
			if r == 'M' || r == 'm' {
				moves++
			}
		}
		if moves != len(lines) {
			t.Errorf("%s: %d of %d lines were read", name, len(lines), moves)
		}
		for _, l := range lines {
			for _, p := range l.points {
				if p.x < 0 || p.y < 0 || p.x > 20 || p.y > 20 || math.IsNaN(p.x+p.y) {
					t.Errorf("%s leaves its square at %v", name, p)
				}
			}
		}
	}
}

func TestInkIsCrispAtAnyScale(t *testing.T) {
	for _, side := range []int{20, 31, 80} {
		k := newInk(side, side, 20, 0, 0)
		k.box(5, 5, 10, 10, 2)
		k.paint(color.Black)
		var sum float64
		for _, a := range alphas(k.img) {
			sum += float64(a) / 255
		}
		unit := float64(side) / 20
		want := (100 - (4-math.Pi)*4) * unit * unit
		if math.Abs(sum-want) > 0.03*want {
			t.Errorf("at %d the box covers %.1f pixels, want %.1f", side, sum, want)
		}
	}
	// Two lines of one colour that cross leave no seam.
	k := newInk(40, 40, 20, 0, 0)
	k.stroke([]traced{{points: []point{{2, 10}, {18, 10}}}, {points: []point{{10, 2}, {10, 18}}}}, 3)
	k.paint(color.NRGBA{R: 200, A: 255})
	if c := k.img.NRGBAAt(20, 20); c.A != 255 || c.R != 200 {
		t.Errorf("where they cross it is %v", c)
	}
}

func alphas(img *image.NRGBA) []uint8 {
	var out []uint8
	for i := 3; i < len(img.Pix); i += 4 {
		out = append(out, img.Pix[i])
	}
	return out
}

func TestEntryHandsOverOnce(t *testing.T) {
	newApp(t)
	var heard []string
	e := NewEntry("Every")
	e.OnDone = func(s string) { heard = append(heard, s) }
	w := test.NewTempWindow(t, e)
	e.SetText("30 min")
	w.Canvas().Focus(e)
	w.Canvas().Unfocus()
	if len(heard) != 0 {
		t.Errorf("nothing was typed, and it heard %q", heard)
	}
	w.Canvas().Focus(e)
	test.Type(e, "1")
	e.TypedKey(key(fyne.KeyReturn))
	w.Canvas().Unfocus()
	if len(heard) != 1 {
		t.Errorf("heard %q", heard)
	}
}

func TestSwitchAndChip(t *testing.T) {
	newApp(t)
	var heard []bool
	tell := func(on bool) { heard = append(heard, on) }
	s, c := NewSwitch("Sound", tell), NewChip("Neck", tell)
	test.Tap(s)
	s.TypedKey(key(fyne.KeySpace))
	test.Tap(c)
	c.TypedKey(key(fyne.KeyEnter))
	c.TypedKey(key(fyne.KeyTab))
	if want := []bool{true, false, true, false}; !slices.Equal(heard, want) {
		t.Errorf("heard %v, want %v", heard, want)
	}
	s.SetOn(true)
	if len(heard) != 4 || s.AccessibilityLabel() != "Sound, on" {
		t.Errorf("SetOn told of it, or it is called %q", s.AccessibilityLabel())
	}
	c.Disable()
	test.Tap(c)
	if c.On {
		t.Error("a disabled chip was switched")
	}
}

// A line is not broken within 5:30 PM: a blank that holds together stands there.
func TestNoBreakWithinATime(t *testing.T) {
	newApp(t)
	x := NewParagraph("Thursday 5:30\u00a0PM", 14, Regular, ColorInk)
	for width := x.measure("5:30\u00a0PM"); width < 200; width += 3 {
		for _, line := range x.broken(width) {
			if line == "PM" || line == "5:30" {
				t.Fatalf("at %v it is broken into %q", width, x.broken(width))
			}
		}
	}
}
