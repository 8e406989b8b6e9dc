package packs

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/unhunch/unhunch/content"
)

// photo is a jpg whose left half is red and right half blue, as a camera held
// in some way saves it.
func photo(t testing.TB, w, h, turn int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{200, 0, 0, 255}
			if x >= w/2 {
				c = color.RGBA{0, 0, 200, 255}
			}
			img.Set(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	if turn == 0 {
		return b.Bytes()
	}
	exif := []byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x02" +
		"\x01\x0f\x00\x02\x00\x00\x00\x04Cam\x00" + "\x01\x12\x00\x03\x00\x00\x00\x01\x00")
	exif = append(exif, byte(turn), 0, 0, 0, 0, 0, 0)
	head := binary.BigEndian.AppendUint16([]byte{0xff, 0xd8, 0xff, 0xe1}, uint16(len(exif)+2))
	return slices.Concat(head, exif, b.Bytes()[2:])
}

func fileWith(t testing.TB, name string, data []byte) string {
	t.Helper()
	at := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(at, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return at
}

func bandPull(t testing.TB) Exercise {
	return Exercise{
		Name: "Band pull", Regions: []content.Region{"shoulders", "upper-back"}, Position: "standing",
		Steps: []string{"Hold the band in front of you.", "Pull it apart slowly."}, Breath: "Breathe out as you pull.",
		Cautions: []string{"Not over a fresh wound."}, Sides: content.LeftRight, Reps: 8, HoldS: 2,
		Photo: fileWith(t, "IMG 1.JPG", photo(t, 40, 20, 6)),
	}
}

func TestSaveExercise(t *testing.T) {
	home(t)
	id, err := SaveExercise(content.BuiltIn(), bandPull(t))
	if err != nil || id != "band-pull" {
		t.Fatalf("%q, %v", id, err)
	}
	sound(t)
	e := exerciseOf(t, id)
	if e.Name != "Band pull" || e.Reps != 8 || e.HoldS != 2 || e.MoveS != 4 || e.Sides != content.LeftRight || len(e.Steps) != 2 || len(e.Cautions) != 1 || !slices.Equal(e.Regions, []content.Region{"shoulders", "upper-back"}) {
		t.Errorf("%+v", e)
	}
	b, err := library(t).Picture(e)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(b, []byte("Exif")) || bytes.Contains(b, []byte("Cam")) {
		t.Error("the saved photo says what the camera said")
	}
	img, _, err := image.Decode(bytes.NewReader(b))
	if err != nil || img.Bounds().Dx() != 20 || img.Bounds().Dy() != 40 {
		t.Fatalf("%v, %v", img.Bounds(), err)
	}
	if r, _, bl, _ := img.At(10, 5).RGBA(); r < bl {
		t.Error("the photo is upside down")
	}

	// It can be in a routine, and then not be deleted.
	r := morning
	r.Items = append(slices.Clone(r.Items), Item{Exercise: id, Side: content.LeftSide})
	routine, err := SaveRoutine(library(t), r)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := DeleteExercise(library(t), id); err == nil || !strings.Contains(err.Error(), "it is still in Über mir, morgens") {
		t.Errorf("%v", err)
	}
	if _, err := DeleteRoutine(library(t), routine); err != nil {
		t.Fatal(err)
	}
	undo, err := DeleteExercise(library(t), id)
	if err != nil {
		t.Fatal(err)
	}
	sound(t)
	if left, err := filepath.Glob(filepath.Join(Folder(), "mine", "exercises", "*.jpg")); err != nil || len(left) != 0 {
		t.Errorf("left %v, %v", left, err)
	}
	if err := undo(); err != nil {
		t.Fatal(err)
	}
	sound(t)
	if again, err := library(t).Picture(exerciseOf(t, id)); err != nil || !bytes.Equal(again, b) {
		t.Errorf("its picture is not back: %v", err)
	}
}

func TestChangeExercise(t *testing.T) {
	home(t)
	id, err := SaveExercise(content.BuiltIn(), bandPull(t))
	if err != nil {
		t.Fatal(err)
	}
	old, err := filepath.Glob(filepath.Join(Folder(), "mine", "exercises", "*.jpg"))
	if err != nil || len(old) != 1 {
		t.Fatal(old, err)
	}
	before := text(t, "mine/exercises/mine.toml")
	d := DraftOfExercise(exerciseOf(t, id))
	if _, err := SaveExercise(library(t), d); err != nil {
		t.Fatal(err)
	}
	if after := text(t, "mine/exercises/mine.toml"); after != before {
		t.Errorf("nothing was changed, and yet %s", after)
	}
	d.Reps, d.Cautions = 5, nil
	d.Photo = fileWith(t, "a.png", pngOf(t, 3000, 10))
	if _, err := SaveExercise(library(t), d); err != nil {
		t.Fatal(err)
	}
	sound(t)
	e := exerciseOf(t, id)
	if e.Reps != 5 || len(e.Cautions) != 0 || filepath.Ext(e.Image) != ".png" || e.Breath != d.Breath {
		t.Errorf("%+v", e)
	}
	if b, err := library(t).Picture(e); err != nil {
		t.Error(err)
	} else if size, err := png.DecodeConfig(bytes.NewReader(b)); err != nil || size.Width != longestSide || size.Height != 5 {
		t.Errorf("%+v, %v", size, err)
	}
	if _, err := os.Stat(old[0]); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the old photo: %v", err)
	}
	// A picture of one's own naming stays.
	write(t, filepath.Join(Folder(), "mine", "exercises", "neck.toml"), "[[exercise]]\nid = \"by-hand\"\nname = \"By hand\"\nsteps = [\"Sit.\"]\nreps = 2\nduration_s = 8\nimage = \"hand.svg\" # drawn by me\n")
	write(t, filepath.Join(Folder(), "mine", "exercises", "hand.svg"), "<svg/>")
	sound(t)
	d = DraftOfExercise(exerciseOf(t, "by-hand"))
	d.Reps, d.Photo = 3, fileWith(t, "b.jpg", photo(t, 8, 8, 0))
	if _, err := SaveExercise(library(t), d); err != nil {
		t.Fatal(err)
	}
	sound(t)
	if got := text(t, "mine/exercises/neck.toml"); !strings.Contains(got, "# drawn by me") || strings.Contains(got, "duration_s") || strings.Contains(got, "regions") {
		t.Errorf("%s", got)
	}
	text(t, "mine/exercises/hand.svg")
}

func TestAPoseGivesWayToAPhoto(t *testing.T) {
	home(t)
	write(t, filepath.Join(Folder(), "mine", "pack.toml"), "name = \"Mine\"\n")
	write(t, filepath.Join(Folder(), "mine", "exercises", "neck.toml"), `[[exercise]]
id = "slow-nod"
name = "Slow nod"
steps = ["Sit tall.", "Let your chin sink, and come back."]
reps = 5

# As in the leaflet.
[exercise.pose]
view = "side"
prop = "chair"
supported_by = ["seat", "feet"]
start = { hip = [90, 90], knee = [90, 90] }
end = { neck = 25 }

[[exercise]]
id = "other"
name = "Other"
steps = ["Sit."]
reps = 1
image = "x.svg"
`)
	write(t, filepath.Join(Folder(), "mine", "exercises", "x.svg"), "<svg/>")
	sound(t)
	d := DraftOfExercise(exerciseOf(t, "slow-nod"))
	d.Name = "Nod"
	if _, err := SaveExercise(library(t), d); err != nil {
		t.Fatal(err)
	}
	if e := exerciseOf(t, "slow-nod"); e.Pose == nil || e.Name != "Nod" {
		t.Errorf("%+v", e)
	}
	d.Photo = fileWith(t, "b.jpg", photo(t, 8, 8, 0))
	if _, err := SaveExercise(library(t), d); err != nil {
		t.Fatal(err)
	}
	sound(t)
	if e := exerciseOf(t, "slow-nod"); e.Pose != nil || e.Image == "" {
		t.Errorf("%+v", e)
	}
	if !strings.Contains(text(t, "mine/exercises/neck.toml"), "# As in the leaflet.") {
		t.Error("a comment is lost")
	}
}

func TestCheckExercise(t *testing.T) {
	home(t)
	for _, c := range []struct {
		change func(*Exercise)
		field  string
		want   string
	}{
		{func(e *Exercise) { e.Name = "" }, "name", "the name is missing"},
		{func(e *Exercise) { e.Steps = []string{" "} }, "steps", "it does not say how it is done"},
		{func(e *Exercise) { e.Reps, e.HoldS = 0, 0 }, "reps", "it does not say how often or how long"},
		{func(e *Exercise) { e.Photo = "" }, "photo", "there is no picture of it"},
		{func(e *Exercise) { e.Photo = filepath.Join(t.TempDir(), "none.png") }, "photo", "there is no picture at "},
		{func(e *Exercise) { e.Photo = t.TempDir() }, "photo", ""},
		{func(e *Exercise) { e.Photo = fileWith(t, "a.jpg", []byte("no picture")) }, "photo", "this is no picture that can be read"},
		{func(e *Exercise) { e.Photo = fileWith(t, "a.jpg", photo(t, 40, 40, 0)[:len(photo(t, 40, 40, 0))-20]) }, "photo", "the picture is damaged"},
		{func(e *Exercise) { e.Photo = fileWith(t, "a.svg", []byte("<svg><g></svg>")) }, "photo", `image "band-pull-`},
		{func(e *Exercise) { e.Regions = []content.Region{"elbow"} }, "regions[0]", `regions "elbow" is unknown`},
		{func(e *Exercise) { e.Position = "flying" }, "position", `position "flying" is unknown`},
		{func(e *Exercise) { e.Sides = "up" }, "sides", `sides "up" is unknown`},
		{func(e *Exercise) { e.HoldS = -1 }, "hold_s", "hold_s is negative"},
		{func(e *Exercise) { e.Reps = 3000 }, "", "takes "},
		{func(e *Exercise) { e.MoveS = 1; e.HoldS = 0 }, "steps", "step "},
		{func(e *Exercise) { e.ID = "chin-tuck" }, "", "there is no exercise of your own"},
	} {
		e := bandPull(t)
		c.change(&e)
		bad := CheckExercise(content.BuiltIn(), e)
		if len(bad) == 0 || bad[0].Field != c.field || !strings.HasPrefix(bad[0].What, c.want) {
			t.Errorf("%s: %+v", c.want, bad)
		}
	}
	if bad := CheckExercise(content.BuiltIn(), bandPull(t)); bad != nil {
		t.Errorf("a sound one: %v", bad)
	}
	if _, err := os.Stat(Folder()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something was written: %v", err)
	}
}

func pngOf(t testing.TB, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPictureOf(t *testing.T) {
	var animated bytes.Buffer
	if err := gif.Encode(&animated, image.NewPaletted(image.Rect(0, 0, 9, 9), color.Palette{color.Black, color.Transparent}), nil); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data []byte
		ext  string
	}{
		"jpg": {photo(t, 9, 9, 0), ".jpg"}, "png": {pngOf(t, 9, 9), ".png"}, "gif": {animated.Bytes(), ".png"},
		"svg": {[]byte("<?xml version=\"1.0\"?><svg/>"), ".svg"}, "large": {photo(t, 4000, 300, 0), ".jpg"},
	} {
		p, err := pictureOf(c.data)
		if err != nil || p.ext != c.ext || !madeFor("a-b", p.name("a-b")) || madeFor("a", p.name("a-b")) {
			t.Errorf("%s: %q, %v", name, p.name("a-b"), err)
		}
	}
	// Each way to hold a camera: red is where it was on the first row or column.
	for turn, at := range map[int]image.Point{1: {2, 10}, 2: {37, 10}, 3: {37, 10}, 4: {2, 10}, 5: {10, 2}, 6: {10, 2}, 7: {10, 37}, 8: {10, 37}} {
		p, err := pictureOf(photo(t, 40, 20, turn))
		if err != nil {
			t.Fatal(err)
		}
		img, err := jpeg.Decode(bytes.NewReader(p.data))
		if err != nil {
			t.Fatal(err)
		}
		if r, _, b, _ := img.At(at.X, at.Y).RGBA(); r < b {
			t.Errorf("turned %d: red is not at %v", turn, at)
		}
	}
	huge := pngOf(t, 4, 3)
	binary.BigEndian.PutUint32(huge[16:], 60000)
	if _, err := pictureOf(huge); err == nil {
		t.Error("a huge picture is taken")
	}
}

// FuzzOrientation reads the head of photos made of anything.
func FuzzOrientation(f *testing.F) {
	f.Add(photo(f, 4, 4, 6))
	f.Add(photo(f, 4, 4, 0))
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00II\x2a\x00\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if turn := orientation(data); turn < 1 || turn > 8 {
			t.Errorf("turned %d", turn)
		}
	})
}
