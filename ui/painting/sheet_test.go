package painting_test

import (
	"errors"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/figure"
	"github.com/unhunch/unhunch/ui/painting"
)

var (
	sheets = flag.String("sheets", "", "write contact sheets of all exercises into this folder")
	only   = flag.String("figures", "", "only those whose id matches, on the sheets")
	sizes  = flag.String("sizes", "96,480", "of a figure on the sheets, in pixels")
	ways   = flag.Int("ways", 3, "pictures of each movement on the sheets, from its start to its end")
)

// The grounds that figures are painted on, by name.
var grounds = map[string]color.Color{
	"light": color.RGBA{0xEE, 0xEB, 0xE4, 0xff},
	"dark":  color.RGBA{0x26, 0x2F, 0x2B, 0xff},
}

// exercises of the library; each has a pose.
func exercises(t testing.TB) []content.Exercise {
	t.Helper()
	all, err := content.BuiltIn().Exercises()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// moments are so many of an exercise's movement, from its start to its end, or
// all the way round.
func moments(e *content.Exercise, n int) []figure.Moment {
	all := make([]figure.Moment, n)
	far := 1.0
	if e.Pose.Loop == figure.Circle && n > 2 {
		far = 2
	}
	for i := range all {
		all[i].Way = far * float64(i) / float64(max(1, n-1))
	}
	return all
}

// row paints an exercise at some moments, and on the other side too if it is
// done on both, side by side.
func row(t testing.TB, e *content.Exercise, at []figure.Moment, size int, ground color.Color) *image.RGBA {
	t.Helper()
	var brush painting.Easel
	img := brush.Blank(size*len(at)*e.Sides.Count(), size, ground)
	for side := range e.Sides.Count() {
		f, err := e.Figure(side == 1)
		if err != nil {
			t.Fatal(err)
		}
		for i, m := range at {
			f.Draw(&brush.Scene, m)
			brush.Paint(image.Pt(size*(side*len(at)+i), 0), size)
		}
	}
	return img
}

func write(t *testing.T, name string, img image.Image, how png.CompressionLevel) {
	t.Helper()
	out, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	err = (&png.Encoder{CompressionLevel: how}).Encode(out, img)
	if err := errors.Join(err, out.Close()); err != nil {
		t.Fatal(err)
	}
}

// TestSheets writes what there is to look at: a row for every exercise, at its
// start, half way and at its end, and on the other side if it has one. Small
// figures come on one sheet, others on one for each region of the body.
// rows.txt says which is which.
func TestSheets(t *testing.T) {
	if *sheets == "" {
		t.Skip("make figures")
	}
	match, err := regexp.Compile(*only)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(*sheets, 0o755); err != nil {
		t.Fatal(err)
	}
	index := map[string]string{}
	for name, ground := range grounds {
		for _, part := range strings.Split(*sizes, ",") {
			size, err := strconv.Atoi(part)
			if err != nil || size < 1 {
				t.Fatalf("size %q; hint: pixels, as 96,480", part)
			}
			rows := map[string][]*image.RGBA{}
			for _, e := range exercises(t) {
				if !match.MatchString(e.ID) {
					continue
				}
				sheet := "all"
				if size > 160 {
					sheet = string(e.Regions[0])
				}
				rows[sheet] = append(rows[sheet], row(t, &e, moments(&e, *ways), size, ground))
				if name == "light" && !strings.Contains(index[sheet], e.ID+"\n") {
					index[sheet] += e.ID + "\n"
				}
			}
			for sheet, rows := range rows {
				across := 1
				if sheet == "all" {
					across = 2
				}
				write(t, filepath.Join(*sheets, fmt.Sprintf("figures-%d-%s-%s.png", size, name, sheet)), stack(rows, across, ground), png.BestSpeed)
			}
		}
	}
	var text strings.Builder
	for sheet, ids := range index {
		fmt.Fprintf(&text, "On the sheet %s:\n%s\n", sheet, ids)
	}
	if err := os.WriteFile(filepath.Join(*sheets, "rows.txt"), []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// stack puts rows one below the other, or so many beside each other.
func stack(rows []*image.RGBA, across int, ground color.Color) *image.RGBA {
	var w int
	for _, r := range rows {
		w = max(w, r.Rect.Dx())
	}
	h := rows[0].Rect.Dy()
	img := image.NewRGBA(image.Rect(0, 0, w*across, (len(rows)+across-1)/across*h))
	draw.Draw(img, img.Rect, image.NewUniform(ground), image.Point{}, draw.Src)
	for i, r := range rows {
		draw.Draw(img, r.Rect.Add(image.Pt(i%across*w, i/across*h)), r, image.Point{}, draw.Src)
	}
	return img
}
