package widgets

import (
	"image"
	"image/color"
	"math"
	"testing"
)

// rung draws a part of a ring of 158 whose line is 13 wide, in black.
func rung(side int, part float64) *image.NRGBA {
	k := newInk(side, side, 158, 0, 0)
	k.ring(158, 13, part)
	k.paint(color.Black)
	return k.img
}

// The filled part is a line with a round end before the top and one after
// where it stops, down to a dot.
func TestRingHasRoundEnds(t *testing.T) {
	const round, dot = math.Pi * (158 - 13) * 13, math.Pi * 6.5 * 6.5
	for _, side := range []int{158, 237, 316} {
		unit := float64(side) / 158
		for _, part := range []float64{0.001, 0.01, 0.03, 0.1, 0.5, 0.9, 0.999, 1} {
			got := 0.0
			for _, a := range alphas(rung(side, part)) {
				got += float64(a) / 255 / unit / unit
			}
			if want := min(part*round+dot, round); math.Abs(got-want) > 0.02*want {
				t.Errorf("at %d a part of %g covers %.1f, want %.1f", side, part, got, want)
			}
		}
	}
	// The dot is as high as it is wide, and its box has empty corners.
	img := rung(316, 0.001)
	box := image.Rectangle{}
	for y := range 316 {
		for x := range 316 {
			if img.NRGBAAt(x, y).A > 127 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	if box.Dx() != 26 && box.Dx() != 27 || box.Dy() != 26 {
		t.Errorf("the dot's box is %v", box)
	}
	for _, c := range []image.Point{box.Min, {box.Max.X - 1, box.Min.Y}, {box.Min.X, box.Max.Y - 1}, box.Max.Sub(image.Pt(1, 1))} {
		if a := img.NRGBAAt(c.X, c.Y).A; a != 0 {
			t.Errorf("the dot's corner %v has %d", c, a)
		}
	}
}

func TestRingFillsClockwiseFromTheTop(t *testing.T) {
	// Where the line is at an hour of the clock.
	at := func(img *image.NRGBA, hour float64) uint8 {
		sin, cos := math.Sincos(hour / 12 * 2 * math.Pi)
		return img.NRGBAAt(int(79+72.5*sin), int(79-72.5*cos)).A
	}
	for _, c := range []struct {
		part        float64
		full, empty []float64
	}{
		{0.001, []float64{0}, []float64{0.5, 3, 6, 9, 11.5}},
		{0.25, []float64{0, 1.5, 3}, []float64{3.5, 6, 9, 11.5}},
		{0.75, []float64{0, 3, 6, 9}, []float64{9.5, 10.5, 11.5}},
		{1, []float64{0, 3, 6, 9, 11.9}, nil},
	} {
		img := rung(158, c.part)
		for _, h := range c.full {
			if at(img, h) != 255 {
				t.Errorf("a part of %g is not filled at %g o'clock", c.part, h)
			}
		}
		for _, h := range c.empty {
			if at(img, h) != 0 {
				t.Errorf("a part of %g is filled at %g o'clock", c.part, h)
			}
		}
	}
}

// An empty ring shows the line it will fill, and nothing filled.
func TestRingPicture(t *testing.T) {
	newApp(t)
	r := NewRing(158, 13, 34)
	top := func() color.Color { return r.picture(316, 316).At(158, 13) }
	same := func(a, b color.Color) bool {
		return color.NRGBAModel.Convert(a) == color.NRGBAModel.Convert(b)
	}
	if !same(top(), Color(ColorSunk)) {
		t.Errorf("empty, its top is %v", top())
	}
	r.Set(-1, "", "")
	if r.Part() != 0 || !same(top(), Color(ColorSunk)) {
		t.Errorf("below nothing its part is %g and its top %v", r.Part(), top())
	}
	r.Set(0.001, "44:57", "0 of 45 min sitting")
	if !same(top(), Color(ColorPrimary)) {
		t.Errorf("just begun, its top is %v", top())
	}
	r.Set(7, "Now", "")
	if got := r.picture(316, 316).At(158, 302); r.Part() != 1 || !same(got, Color(ColorPrimary)) {
		t.Errorf("beyond full its part is %g and its bottom %v", r.Part(), got)
	}
}
