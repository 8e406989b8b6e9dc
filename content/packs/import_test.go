package packs

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/unhunch/unhunch/content"
)

// everything lists the files in the packs' folder, but for the lock.
func everything(t testing.TB) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(Folder(), func(at string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == lockName {
			return err
		}
		name, err := filepath.Rel(Folder(), at)
		out = append(out, filepath.ToSlash(name))
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return out
}

func importing(t testing.TB, data []byte) (*Import, error) {
	t.Helper()
	return OpenImport(content.BuiltIn(), fileWith(t, "low-back"+suffix, data))
}

func TestRoundTrip(t *testing.T) {
	home(t)
	write(t, filepath.Join(Folder(), "physio", "pack.toml"), "name = \"Physio\"\nprescribed_by = \"my physio\"\n")
	write(t, filepath.Join(Folder(), "physio", "sources.toml"), "[[source]]\nid = \"LEAFLET\"\ntitle = \"Leaflet\"\n\n[[source]]\nid = \"OTHER\"\ntitle = \"Other\"\n")
	write(t, filepath.Join(Folder(), "physio", "exercises", "neck.toml"), "# Of hers.\n[[exercise]]\nid = \"towel\"\nname = \"Towel\"\nsteps = [\"Sit.\"]\nreps = 3\nsources = [\"LEAFLET\"]\nimage = \"pics/towel.svg\"\n\n[[exercise]]\nid = \"unused\"\nname = \"Unused\"\nsteps = [\"Sit.\"]\nreps = 3\nimage = \"pics/towel.svg\"\n")
	write(t, filepath.Join(Folder(), "physio", "exercises", "pics", "towel.svg"), "<svg/>")
	pull, err := SaveExercise(library(t), bandPull(t))
	if err != nil {
		t.Fatal(err)
	}
	r := morning
	r.Items = append(slices.Clone(r.Items), Item{Exercise: pull, Side: content.LeftSide}, Item{Exercise: "towel"})
	id, err := SaveRoutine(library(t), r)
	if err != nil {
		t.Fatal(err)
	}
	sound(t)
	var one, again, all bytes.Buffer
	if err := errors.Join(ExportRoutine(library(t), id, &one), ExportRoutine(library(t), id, &again), ExportPack(library(t), Mine, &all)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one.Bytes(), again.Bytes()) {
		t.Error("the same routine makes another file")
	}
	was, photo := *routineOf(t, id), *exerciseOf(t, pull)
	data, err := library(t).Picture(&photo)
	if err != nil {
		t.Fatal(err)
	}
	// Where it came from, its ids are taken: nothing is displaced.
	if _, err := importing(t, one.Bytes()); err == nil || !strings.Contains(err.Error(), "already; hint: give it another") {
		t.Errorf("imported where it came from: %v", err)
	}

	home(t) // another machine
	i, err := importing(t, one.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if i.Name != was.Name || i.PrescribedBy != "the clinic" || i.Routines != 1 || i.Exercises != 2 || i.Sources != 1 || len(i.Problems) != 0 || i.Replaces != "" || i.Folder != "ueber-mir-morgens" || !slices.Equal(i.RoutineNames, []string{was.Name}) {
		t.Errorf("%+v", i)
	}
	if left := everything(t); len(left) != 0 {
		t.Errorf("a look wrote %q", left)
	}
	undo, err := i.Install(false)
	if err != nil {
		t.Fatal(err)
	}
	sound(t)
	got := routineOf(t, id)
	if got.Name != was.Name || got.Note != was.Note || got.TotalS() != was.TotalS() || got.OwnPrescribedBy != was.OwnPrescribedBy || fmt.Sprint(draftOf(got)) != fmt.Sprint(draftOf(&was)) {
		t.Errorf("%+v", got)
	}
	if e := exerciseOf(t, "towel"); e == nil || e.Regions[0] != "neck" || len(e.Sources) != 1 || exerciseOf(t, "unused") != nil {
		t.Errorf("%+v", e)
	}
	if b, err := library(t).Picture(exerciseOf(t, pull)); err != nil || !bytes.Equal(b, data) {
		t.Errorf("the photo: %v", err)
	}
	// The same again takes its place only if that is wanted.
	i, err = importing(t, one.Bytes())
	if err != nil || i.Replaces != "ueber-mir-morgens" || len(i.Problems) != 0 {
		t.Fatalf("%+v, %v", i, err)
	}
	if _, err := i.Install(false); !errors.Is(err, ErrThere) {
		t.Errorf("%v", err)
	}
	write(t, filepath.Join(Folder(), i.Folder, "notes.md"), "mine")
	back, err := i.Install(true)
	if err != nil {
		t.Fatal(err)
	}
	sound(t)
	if _, err := os.Stat(filepath.Join(Folder(), i.Folder, "notes.md")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it was added to, not replaced: %v", err)
	}
	if b, err := os.ReadFile(filepath.Join(i.Aside(), "notes.md")); err != nil || string(b) != "mine" {
		t.Errorf("the old one: %q, %v", b, err)
	}
	if err := back(); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(filepath.Join(Folder(), i.Folder, "notes.md")); err != nil || string(b) != "mine" {
		t.Errorf("undone: %q, %v", b, err)
	}
	if err := undo(); err != nil {
		t.Fatal(err)
	}
	if packs := library(t).Packs(); len(packs) != 0 {
		t.Errorf("undone: %+v", packs)
	}

	// A whole pack of one's own goes beside the other's own.
	if _, err := SaveRoutine(content.BuiltIn(), Routine{Name: "Evening", Items: []Item{{Exercise: "chin-tuck"}}}); err != nil {
		t.Fatal(err)
	}
	i, err = importing(t, all.Bytes())
	if err != nil || i.Folder != "my-routines" || i.Name != "My routines 2" || i.Replaces != "" || i.Routines != 0 || i.Exercises != 1 || len(i.Problems) != 1 {
		t.Errorf("%+v, %v", i, err)
	}
	if _, err := i.Install(false); err != nil {
		t.Error(err)
	}
	if exerciseOf(t, pull) == nil || routineOf(t, "evening") == nil {
		t.Error("one of them is lost")
	}
}

func TestImports(t *testing.T) {
	home(t)
	write(t, filepath.Join(Folder(), "other", "pack.toml"), "name = \"Other\"\n")
	write(t, filepath.Join(Folder(), "other", "tips.toml"), "[[tip]]\nid = \"zz\"\ntext = \"Sit.\"\n")
	pack := member1{name: "p/pack.toml", text: "name = \"P\"\n"}
	tips := func(at, text string) member1 { return member1{name: at + "tips.toml", text: text} }
	good := "[[tip]]\nid = \"aa\"\ntext = \"Stand.\"\n"
	for name, c := range map[string]struct {
		zip  []byte
		want string // of the error; or of what is in it
	}{
		"without a folder":     {zipOf(t, member1{name: "pack.toml", text: "name = \"P\"\n"}, tips("", good)), "low-back P 1 0"},
		"with a folder":        {zipOf(t, pack, tips("p/", good)), "p P 1 0"},
		"without a pack.toml":  {zipOf(t, tips("p/", good)), "p p 1 1"},
		"a mistake":            {zipOf(t, pack, tips("p/", good+"\n[[tip]]\nid = \"bb\"\n")), "p P 1 1"},
		"in place of ours":     {zipOf(t, pack, tips("p/", "[[tip]]\nid = \"T01\"\ntext = \"Stand.\"\n")), "p P 1 0"},
		"the folder of mine":   {zipOf(t, member1{name: "mine/pack.toml", text: "name = \"P\"\n"}, tips("mine/", good)), "low-back P 1 0"},
		"another's name":       {zipOf(t, member1{name: "p/pack.toml", text: "name = \"Other\"\n"}, tips("p/", good)), "other Other 1 0"},
		"nothing in it":        {zipOf(t, pack), "there is nothing in it"},
		"only mistakes":        {zipOf(t, pack, tips("p/", "[[tip]]\nid = \"bb\"\n")), "there is nothing in it that can be used: packs/p/tips.toml:1: "},
		"no pack":              {zipOf(t, member1{name: "a.txt", text: "x"}), "it holds no pack"},
		"two packs":            {zipOf(t, pack, tips("p/", good), tips("q/", good)), "several packs"},
		"something of another": {zipOf(t, member1{name: "a/pack.toml", text: "name = \"P\"\n"}, tips("a/", "[[tip]]\nid = \"zz\"\ntext = \"Stand.\"\n")), "because of it something of yours would be left out: packs/other/tips.toml:2: "},
		"hostile":              {zipOf(t, pack, member1{name: "p/../../x.toml"}), "leads elsewhere"},
	} {
		i, err := importing(t, c.zip)
		got := fmt.Sprint(err)
		if err == nil {
			got = fmt.Sprintf("%s %s %d %d", i.Folder, i.Name, i.Tips, len(i.Problems))
		}
		if err == nil && got != c.want || !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", name, got)
		}
		if name == "in place of ours" && (i == nil || !slices.Equal(i.Overrides, []string{"T01"})) {
			t.Errorf("it takes the place of %+v", i)
		}
	}
	if left := everything(t); len(left) != 2 {
		t.Errorf("a look wrote %q", left)
	}

	folder := filepath.Join(t.TempDir(), "From Her")
	write(t, filepath.Join(folder, "tips.toml"), good)
	write(t, filepath.Join(folder, ".git", "x.toml"), "x")
	i, err := OpenImport(content.BuiltIn(), folder)
	if err != nil || i.Folder != "from-her" || i.Tips != 1 {
		t.Fatalf("%+v, %v", i, err)
	}
	if _, err := i.Install(false); err != nil {
		t.Error(err)
	}
	if files := everything(t); !slices.Contains(files, "from-her/tips.toml") || len(files) != 3 {
		t.Errorf("%q", files)
	}
	if err := os.Symlink("/etc/passwd", filepath.Join(folder, "routines.toml")); err == nil {
		if _, err := OpenImport(content.BuiltIn(), folder); err == nil || !strings.Contains(err.Error(), "is a link") {
			t.Errorf("%v", err)
		}
	}
	if _, err := OpenImport(content.BuiltIn(), filepath.Join(folder, "none")); err == nil || !strings.Contains(err.Error(), "there is no such file; hint: ") {
		t.Errorf("%v", err)
	}
}

func TestWhatCannotBeExported(t *testing.T) {
	home(t)
	for id, want := range map[string]string{"low-back-10": "is Unhunch's own", "nowhere": "there is no routine"} {
		if err := ExportRoutine(content.BuiltIn(), id, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", id, err)
		}
	}
	if err := ExportPack(content.BuiltIn(), Mine, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), "there is no pack") {
		t.Errorf("%v", err)
	}
	if got := ExportName("Low Back!"); got != "low-back.unhunch-pack.zip" {
		t.Errorf("%s", got)
	}
}
