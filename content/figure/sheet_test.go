package figure_test

import (
	"errors"
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/figure"
)

var (
	sheets = flag.String("sheets", "", "write contact sheets of all exercises into this folder")
	only   = flag.String("figures", "", "only those whose id matches, on the sheets")
	sizes  = flag.String("sizes", "96,480", "of a figure on the sheets, in pixels")
	update = flag.Bool("update", false, "take the sheet as it is for the one looked at")
	beside = flag.Int("columns", 12, "of the sheets")
	ways   = flag.Int("ways", 2, "pictures of each movement on the sheets")
)

// exercises of the library that have a pose.
func exercises(t testing.TB) []content.Exercise {
	t.Helper()
	all, err := content.BuiltIn().Exercises()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func ready(t testing.TB, e *content.Exercise, mirrored bool) *figure.Figure {
	t.Helper()
	f, err := e.Figure(mirrored)
	if err != nil {
		t.Fatalf("%s: %v", e.ID, err)
	}
	return f
}

// drawn are the scenes of the exercises that match, on each side they are done
// on, at so many moments of the movement.
func drawn(t testing.TB, match *regexp.Regexp, ways int) []figure.Scene {
	t.Helper()
	var scenes []figure.Scene
	for _, e := range exercises(t) {
		if !match.MatchString(e.ID) {
			continue
		}
		for side := range e.Sides.Count() {
			f := ready(t, &e, side == 1)
			for i := range ways {
				var s figure.Scene
				way := float64(i) / float64(ways-1)
				if ways > 2 {
					way *= far(&e) // all the way round
				}
				f.Draw(&s, figure.Moment{Way: way})
				scenes = append(scenes, s)
			}
		}
	}
	return scenes
}

func write(t *testing.T, name string, img image.Image) {
	t.Helper()
	out, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(out, img)
	if err := errors.Join(err, out.Close()); err != nil {
		t.Fatal(err)
	}
}

// TestSheets writes what there is to look at: every exercise at its start and
// its end, and on the other side if it has one.
func TestSheets(t *testing.T) {
	if *sheets == "" {
		t.Skip("go test ./content/figure -run TestSheets -sheets FOLDER")
	}
	match, err := regexp.Compile(*only)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(*sheets, 0o755); err != nil {
		t.Fatal(err)
	}
	scenes := drawn(t, match, max(2, *ways))
	for name, p := range map[string]palette{"light": light, "dark": dark} {
		for _, part := range strings.Split(*sizes, ",") {
			size, err := strconv.Atoi(part)
			if err != nil || size < 1 {
				t.Fatalf("size %q; hint: pixels, as 96,480", part)
			}
			write(t, filepath.Join(*sheets, fmt.Sprintf("figures-%d-%s.png", size, name)), newPainter(p).picture(scenes, *beside, size))
		}
	}
}

// The sheet of all exercises is the one that was looked at. Another kind of
// processor may round the last bit of a colour differently, no more.
func TestSheetIsTheOneLookedAt(t *testing.T) {
	got := newPainter(light).picture(drawn(t, regexp.MustCompile(""), 2), 12, 96)
	name := filepath.Join("testdata", "figures.png")
	if *update {
		write(t, name, got)
		return
	}
	in, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	want, err := png.Decode(in)
	if err != nil {
		t.Fatal(err)
	}
	if got.Rect != want.Bounds() {
		t.Fatalf("the sheet is %v, want %v; if it should be, look at it and run with -update", got.Rect, want.Bounds())
	}
	wrong := map[image.Point]int{}
	for y := range got.Rect.Dy() {
		for x := range got.Rect.Dx() {
			r, g, b, _ := want.At(x, y).RGBA()
			c := got.RGBAAt(x, y)
			if off(c.R, r) || off(c.G, g) || off(c.B, b) {
				wrong[image.Pt(x/96, y/96)]++
			}
		}
	}
	for at, n := range wrong {
		t.Errorf("picture %d of the sheet differs in %d pixels; if it should, look at it and run with -update", at.Y*12+at.X+1, n)
	}
}

// off tells whether a colour is not the one wanted.
func off(got uint8, want uint32) bool {
	d := int(got) - int(want>>8)
	return d > 3 || d < -3
}
