package content

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

func pngOf(t testing.TB) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 4, 3))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// hugePNG says in its head that it is 60000 pixels wide and high.
func hugePNG(t testing.TB) string {
	b := []byte(pngOf(t))
	binary.BigEndian.PutUint32(b[16:], 60000)
	binary.BigEndian.PutUint32(b[20:], 60000)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return string(b)
}

func jpgOf(t testing.TB) string {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 4, 3)), nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPictures(t *testing.T) {
	for _, c := range []struct{ name, image, text, want string }{
		{"png", "a.png", pngOf(t), ""},
		{"jpg", "a.jpg", jpgOf(t), ""},
		{"jpeg in capitals", "A.JPEG", jpgOf(t), ""},
		{"svg", "a.svg", "\xef\xbb\xbf<?xml version=\"1.0\"?><!-- x --><!DOCTYPE svg>" + ownSketch, ""},
		{"in a folder", "photos/a.png", pngOf(t), ""},
		{"png called jpg", "a.jpg", pngOf(t), "holds no jpg picture, though it is called one"},
		{"page called svg", "a.svg", "<html><svg/></html>", "holds no svg picture"},
		{"half an svg", "a.svg", "<svg><g></svg>", "holds no svg picture"},
		{"svg cut off", "a.svg", "<svg><g>", "holds no svg picture"},
		{"words called svg", "a.svg", "svg", "holds no svg picture"},
		{"empty", "a.png", "", "holds no png picture"},
		{"entities in an svg", "a.svg", `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>`, "holds no svg picture"},
		{"deep svg", "a.svg", strings.Repeat("<svg>", 101) + strings.Repeat("</svg>", 101), "holds no svg picture"},
		{"more pixels than memory", "a.png", hugePNG(t), "has 60000 x 60000 pixels, more than can be shown"},
		{"long svg", "a.svg", "<svg>" + strings.Repeat(" ", maxSketch) + "</svg>", "is larger than 2048 KB"},
		{"long photo", "a.png", pngOf(t) + strings.Repeat("x", maxPicture), "is larger than 20480 KB"},
		{"another kind", "a.gif", "GIF89a", "is no picture in this folder"},
		{"elsewhere", "../a.png", pngOf(t), "is no picture in this folder"},
		{"from the root", "/a.png", pngOf(t), "is no picture in this folder"},
		{"elsewhere on Windows", `..\\a.png`, pngOf(t), "is no picture in this folder"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := inPack(map[string]string{
				"exercises/a.toml":     swap(ownExercise, "own.svg", c.image),
				"exercises/" + c.image: c.text,
			})
			got := told(l)
			if c.want != "" {
				if len(got) != 1 || !strings.HasPrefix(got[0], `packs/mine/exercises/a.toml:6: exercise "own": image "`) || !strings.Contains(got[0], c.want) {
					t.Errorf("got %q, want %s", got, c.want)
				}
				return
			}
			noProblems(t, l)
			e := exerciseOf(t, l, "own")
			if b, err := l.Picture(&e); err != nil || string(b) != c.text {
				t.Errorf("%d bytes, %v", len(b), err)
			}
		})
	}
}

func TestPictureTellsWhatIsWrong(t *testing.T) {
	l := inPack(map[string]string{"exercises/a.toml": ownExercise, "exercises/own.svg": ownSketch})
	own, drawn := exerciseOf(t, l, "own"), exerciseOf(t, l, "chin-tuck")
	gone := own
	gone.at = "packs/mine/exercises/gone.svg"
	for _, c := range []struct {
		l    *Library
		e    *Exercise
		want string
	}{
		{l, &drawn, `exercises: exercise "chin-tuck": has no picture; hint: `},
		{BuiltIn(), &own, `packs/mine/exercises/own.svg: exercise "own": belongs to a pack this library is without`},
		{l, &gone, `packs/mine/exercises/gone.svg: exercise "own": is not there; hint: `},
	} {
		b, err := c.l.Picture(c.e)
		if b != nil || err == nil || !strings.HasPrefix(err.Error(), c.want) || len(Problems(err)) != 1 {
			t.Errorf("%q, %v; want %s", b, err, c.want)
		}
	}
}

// A library of one's own, with a picture of its own, works like a pack.
func TestPictureOfTheLibrary(t *testing.T) {
	pose := strings.Index(goodExercise, "[exercise.pose]")
	l := small(map[string]string{"exercises/a.toml": goodExercise[:pose] + "image = \"nod.png\"\n", "exercises/nod.png": pngOf(t)})
	e := mustHave(t, l.Exercises)[0]
	if b, err := l.Picture(&e); err != nil || string(b) != pngOf(t) {
		t.Errorf("%d bytes, %v", len(b), err)
	}
}
