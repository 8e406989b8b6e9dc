package widgets

import (
	"image"
	"image/color"
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// inks is a theme whose main colour is dark.
type inks struct{ fyne.Theme }

func (inks) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if n == ColorPrimary {
		return color.Black
	}
	return color.White
}

// breathing is a pacer that takes four seconds in and as many out, with a
// display that draws by hand.
func breathing(t testing.TB) (p *Pacer, run func(time.Duration) (drawn []float64)) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(paper{theme.DefaultTheme()})
	now := time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	from := now
	p = NewPacer()
	p.Now = func() time.Time { return now }
	p.Follow(func(now time.Time) (Swell, time.Duration) {
		at := now.Sub(from).Seconds() / 4 * math.Pi
		return Swell{Size: (1 - math.Cos(at)) / 2}, PacerStep(400, math.Pi/8*math.Abs(math.Sin(at)))
	})
	return p, func(long time.Duration) (drawn []float64) {
		const refresh = time.Second / 60
		for ; long > 0; long -= refresh {
			now = now.Add(refresh)
			if p.ticks {
				p.tick()
			}
			if p.asked && !p.Hidden {
				p.draw(40, 40)
				drawn = append(drawn, p.swell.Size)
			}
		}
		return drawn
	}
}

// It moves without a step that can be seen, in fewer pictures where it turns.
func TestPacerMovesSmoothly(t *testing.T) {
	_, run := breathing(t)
	drawn := run(8 * time.Second)
	if len(drawn) < 110 || len(drawn) > 200 {
		t.Errorf("%d pictures in 8 s", len(drawn))
	}
	for n := 1; n < len(drawn); n++ {
		a, b := Swell{Size: drawn[n-1]}.radius(400), Swell{Size: drawn[n]}.radius(400)
		if math.Abs(a-b) > 2 {
			t.Fatalf("picture %d jumps by %.2f pixels", n, b-a)
		}
	}
}

func TestPacerUnseenRests(t *testing.T) {
	p, run := breathing(t)
	run(time.Second)
	p.Hidden = true
	run(time.Second)
	if p.ticks {
		t.Error("it ticks though nobody looks")
	}
	p.Hidden = false
	if drawn := run(time.Second); len(drawn) < 8 {
		t.Errorf("seen again it draws %d pictures", len(drawn))
	}
	p.Follow(func(time.Time) (Swell, time.Duration) { return Swell{Size: 0.3}, 0 })
	run(200 * time.Millisecond)
	if drawn := run(time.Second); p.ticks || len(drawn) > 0 {
		t.Errorf("still, it draws %d pictures", len(drawn))
	}
}

func TestPacerStep(t *testing.T) {
	for _, c := range []struct {
		side  float32
		speed float64
		want  time.Duration
	}{{400, 0, time.Second / 8}, {400, 5, frameTime}, {400, -5, frameTime}, {0, 1, time.Second / 8}, {400, 0.001, time.Second / 8}} {
		if got := PacerStep(c.side, c.speed); got != c.want {
			t.Errorf("%v at %v a second: %s, want %s", c.side, c.speed, got, c.want)
		}
	}
}

// The picture is round, in the middle, grows with the size, and stays inside.
func TestPacerPicture(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(inks{theme.DefaultTheme()})
	p := NewPacer()
	area := func(img image.Image) (n int) {
		b := img.Bounds()
		for y := range b.Dy() {
			for x := range b.Dx() {
				if color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA).A > 200 {
					n++
				}
			}
		}
		return n
	}
	last := 0
	for _, size := range []float64{0, 0.25, 0.5, 0.75, 1} {
		p.swell = Swell{Size: size}
		img := p.draw(301, 200).(*image.NRGBA)
		r := p.swell.radius(200)
		if got, want := float64(area(img)), math.Pi*r*r; math.Abs(got-want) > 0.06*want {
			t.Errorf("at %g it covers %.0f pixels, want %.0f", size, got, want)
		}
		if a := area(img); a <= last {
			t.Errorf("at %g it is no larger", size)
		} else {
			last = a
		}
		for _, c := range []image.Point{{0, 0}, {300, 0}, {0, 199}, {300, 199}, {150 - 101, 100}, {150 + 101, 100}} {
			if img.NRGBAAt(c.X, c.Y).A != 0 {
				t.Errorf("at %g it reaches %v", size, c)
			}
		}
		if img.NRGBAAt(150-int(r)+2, 100) == img.NRGBAAt(150, 100) {
			t.Errorf("at %g its rim is as light as its middle", size)
		}
	}
	p.swell = Swell{Size: 1, Firm: 1}
	soft := p.draw(200, 200).(*image.NRGBA).NRGBAAt(100, 100)
	p.swell.Firm = 0
	if p.draw(200, 200).(*image.NRGBA).NRGBAAt(100, 100) == soft {
		t.Error("firm looks like loose")
	}
}

func TestPacerSaysItsWords(t *testing.T) {
	newApp(t)
	p := NewPacer()
	p.Say("In", "3")
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(400, 400))
	if word, small := p.Words(); word != "In" || small != "3" || p.AccessibilityLabel() != "In, 3" {
		t.Errorf("%q %q %q", word, small, p.AccessibilityLabel())
	}
	p.Say("Out", "")
	if p.AccessibilityLabel() != "Out" || p.Swell() != (Swell{}) {
		t.Errorf("%q %v", p.AccessibilityLabel(), p.Swell())
	}
}

func BenchmarkPacer(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(paper{theme.DefaultTheme()})
	p := NewPacer()
	p.swell = Swell{Size: 0.7}
	for b.Loop() {
		p.draw(480, 480)
	}
}
