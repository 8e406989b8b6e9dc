package painting_test

import (
	"flag"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/content/figure"
)

var update = flag.Bool("update", false, "take the figures as they are painted for those that were looked at")

// goldens are the two ways each exercise is kept: as small as in a list at
// both of its ends, and as large as in the player at its end alone. In both
// the mirrored ones come after.
var goldens = []struct {
	name, ground string
	size         int
	moments      []figure.Moment
}{
	{"small", "light", 96, []figure.Moment{{Way: 0}, {Way: 1}}},
	{"large", "dark", 480, []figure.Moment{{Way: 1}}},
}

// Every exercise is painted as it was when somebody looked at it.
func TestFiguresAreThoseLookedAt(t *testing.T) {
	list := exercises(t)
	for _, g := range goldens {
		dir := filepath.Join("testdata", g.name)
		if *update {
			if err := os.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
			if err := os.MkdirAll(dir, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		for _, e := range list {
			t.Run(e.ID+" "+g.name, func(t *testing.T) {
				got := coarse(row(t, &e, g.moments, g.size, grounds[g.ground]))
				name := filepath.Join(dir, e.ID+".png")
				if *update {
					write(t, name, got, png.BestCompression)
					return
				}
				want, err := read(name)
				if err != nil {
					t.Fatalf("%v; hint: look at it on the sheets of make figures, then go test ./ui/painting -update", err)
				}
				if n := differ(got, want); n > 0 {
					dir, err := saved()
					if err != nil {
						t.Fatal(err)
					}
					beside := filepath.Join(dir, e.ID+"-"+g.name+".png")
					write(t, beside, stack([]*image.RGBA{want, got}, 1, grounds[g.ground]), png.BestSpeed)
					t.Errorf("%d pixels are not those that were looked at: above as it was, below as it is in %s; hint: if it is right, go test ./ui/painting -update", n, beside)
				}
			})
		}
		kept, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		if len(kept) != len(list) {
			t.Errorf("%s holds %d pictures, and there are %d exercises; hint: go test ./ui/painting -update", dir, len(kept), len(list))
		}
	}
}

// step is how finely the colours of a golden are kept, which halves the files.
const step = 8

// coarse rounds the colours.
func coarse(img *image.RGBA) *image.RGBA {
	for i, v := range img.Pix {
		if i%4 != 3 {
			img.Pix[i] = uint8(min(0xff, (int(v)+step/2)/step*step))
		}
	}
	return img
}

func read(name string) (*image.RGBA, error) {
	in, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	img, err := png.Decode(in)
	if err != nil {
		return nil, err
	}
	out := image.NewRGBA(img.Bounds())
	draw.Draw(out, out.Rect, img, image.Point{}, draw.Src)
	return out, nil
}

// differ counts the pixels that differ by more than one step. Another kind of
// processor may round the last bit of a colour differently, which is a step at
// most.
func differ(got, want *image.RGBA) int {
	if got.Rect != want.Rect {
		return max(len(got.Pix), len(want.Pix)) / 4
	}
	n := 0
	for i := 0; i < len(got.Pix); i += 4 {
		for c := range 3 {
			if d := int(got.Pix[i+c]) - int(want.Pix[i+c]); d > step || d < -step {
				n++
				break
			}
		}
	}
	return n
}

// saved is a folder that outlives the tests.
var saved = sync.OnceValues(func() (string, error) { return os.MkdirTemp("", "unhunch-figures-") })

// The comparison sees a limb that moved by a pixel, and another side.
func TestADifferenceIsSeen(t *testing.T) {
	var e *content.Exercise
	for _, x := range exercises(t) {
		if x.Sides.Count() == 2 && x.Pose.View == figure.Side {
			e = &x
			break
		}
	}
	for _, g := range goldens {
		paint := func(m figure.Moment) *image.RGBA {
			return coarse(row(t, e, []figure.Moment{m}, g.size, grounds[g.ground]))
		}
		one := paint(figure.Moment{Way: 1})
		if n := differ(one, paint(figure.Moment{Way: 1})); n != 0 {
			t.Errorf("%s: the same differs in %d pixels", g.name, n)
		}
		if n := differ(one, paint(figure.Moment{Way: 0.9})); n == 0 {
			t.Errorf("%s: a bit of the way back looks the same", g.name)
		}
		other := image.NewRGBA(image.Rect(0, 0, g.size, g.size))
		draw.Draw(other, other.Rect, one, image.Pt(g.size, 0), draw.Src)
		first := image.NewRGBA(other.Rect)
		draw.Draw(first, first.Rect, one, image.Point{}, draw.Src)
		if differ(first, other) == 0 {
			t.Errorf("%s: the other side looks the same", g.name)
		}
	}
}
