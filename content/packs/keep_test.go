package packs

import (
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/unhunch/unhunch/content"
)

// onDisk are the files of the person's own pack but for what was deleted.
func onDisk(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	root := os.DirFS(filepath.Join(Folder(), Mine))
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && name == removed {
			return fs.SkipDir
		}
		if d.IsDir() {
			return nil
		}
		b, err := fs.ReadFile(root, name)
		out[name] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func plainPhoto(t *testing.T, c color.Color) string {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "p.png"))
	if err != nil {
		t.Fatal(err)
	}
	img := image.NewNRGBA(image.Rect(0, 0, 20, 20))
	for i := range 400 {
		img.Set(i%20, i/20, c)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return f.Name()
}

// A change that is taken back leaves every byte as it was, comments and the
// picture too; a new entry is deleted.
func TestKeepIsTakenBackToTheLetter(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	lib := content.BuiltIn()
	own := Exercise{Name: "Nod", Regions: []content.Region{"neck"}, Position: "seated", Sides: content.Both, Steps: []string{"Nod slowly."}, Reps: 5, Photo: plainPhoto(t, color.Black)}
	id, _, err := KeepExercise(lib, own)
	if err != nil {
		t.Fatal(err)
	}
	r := Routine{Name: "Mine", RestS: 5, Items: []Item{{Exercise: id}}}
	if r.ID, _, err = KeepRoutine(lib, r); err != nil {
		t.Fatal(err)
	}
	at := filepath.Join(Folder(), routinesFile)
	text, err := os.ReadFile(at)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at, append([]byte("# by hand\n"), text...), 0o600); err != nil {
		t.Fatal(err)
	}
	before := onDisk(t)

	r.Name, r.Items = "Other", []Item{{Exercise: "chin-tuck", Reps: 2}, {Exercise: id}}
	_, undo, err := KeepRoutine(lib, r)
	if err != nil {
		t.Fatal(err)
	}
	own.ID, own.Name, own.Photo = id, "Nod twice", plainPhoto(t, color.White)
	_, undoExercise, err := KeepExercise(lib, own)
	if err != nil {
		t.Fatal(err)
	}
	if maps.Equal(before, onDisk(t)) {
		t.Fatal("nothing was saved")
	}
	if err := undoExercise(); err != nil {
		t.Fatal(err)
	}
	if err := undo(); err != nil {
		t.Fatal(err)
	}
	if after := onDisk(t); !maps.Equal(before, after) {
		t.Errorf("taken back it is\n%q\nand was\n%q", after, before)
	}

	_, undo, err = KeepRoutine(lib, Routine{Name: "New", Items: []Item{{Exercise: "chin-tuck"}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := undo(); err != nil {
		t.Fatal(err)
	}
	after := onDisk(t)
	after["routines.toml"] = strings.TrimSuffix(after["routines.toml"], "\n") // an empty line may stay
	if !maps.Equal(before, after) {
		t.Errorf("a new one taken back leaves\n%q\nof\n%q", after, before)
	}
	if err := undo(); err == nil {
		t.Error("it is taken back twice")
	}
}
