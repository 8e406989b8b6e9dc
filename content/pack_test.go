package content

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// inPack is the built-in library with one pack of these files, named mine.
func inPack(files map[string]string) *Library {
	all := fstest.MapFS{}
	if _, has := files["pack.toml"]; !has {
		all["mine/pack.toml"] = &fstest.MapFile{Data: []byte("name = \"Mine\"\nprescribed_by = \"my physiotherapist\"\n")}
	}
	for name, text := range files {
		all["mine/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return OpenWith(BuiltIn(), all)
}

func told(l *Library) []string {
	var out []string
	for _, p := range l.PackProblems() {
		out = append(out, p.Error())
	}
	return out
}

func noProblems(t *testing.T, l *Library) {
	t.Helper()
	for _, p := range told(l) {
		t.Error(p)
	}
}

func byID[E any](t *testing.T, all []E, id func(E) string, want string) E {
	t.Helper()
	i := slices.IndexFunc(all, func(e E) bool { return id(e) == want })
	if i < 0 {
		t.Fatalf("no %s", want)
	}
	return all[i]
}

func exerciseOf(t *testing.T, l *Library, id string) Exercise {
	t.Helper()
	return byID(t, mustHave(t, l.Exercises), func(e Exercise) string { return e.ID }, id)
}

func routineOf(t *testing.T, l *Library, id string) Routine {
	t.Helper()
	return byID(t, mustHave(t, l.Routines).Routine, func(r Routine) string { return r.ID }, id)
}

func tipOf(t *testing.T, l *Library, id string) Tip {
	t.Helper()
	return byID(t, mustHave(t, l.Tips), func(t Tip) string { return t.ID }, id)
}

func TestTheExamplePackWorks(t *testing.T) {
	l := OpenWith(BuiltIn(), os.DirFS("testdata/packs"))
	noProblems(t, l)
	want := []PackInfo{{
		Folder: "my-physio", Name: "My physiotherapist's programme", PrescribedBy: "my physiotherapist",
		Note: "For the weeks after my visit in May.", Language: "en", Tips: 2, Exercises: 3, Routines: 1, Sources: 1,
	}}
	if got := l.Packs(); !reflect.DeepEqual(got, want) {
		t.Errorf("packs %+v", got)
	}
	from := Origin{Pack: "My physiotherapist's programme", PrescribedBy: "my physiotherapist"}
	over := from
	over.Overrides = true

	towel := exerciseOf(t, l, "towel-turn")
	if towel.Origin != from || towel.General() || !towel.Unmarked || towel.Pose != nil {
		t.Errorf("towel-turn %+v", towel)
	}
	if !slices.Equal(towel.Regions, []Region{"neck"}) || towel.Position != "standing" || towel.Sides != Both || towel.Reps != 1 || towel.DurationS != 24 || towel.Pregnancy.T3 != Ask {
		t.Errorf("what towel-turn left out: %+v", towel)
	}
	if b, err := l.Picture(&towel); err != nil || !strings.HasPrefix(string(b), "<svg") {
		t.Errorf("picture %.20q, %v", b, err)
	}

	nod := exerciseOf(t, l, "slow-nod")
	if nod.Pose == nil || nod.Position != "seated" || nod.DurationS != 35 || nod.Unmarked || nod.Pregnancy.T3 != Caution || nod.Conditions["dizziness"] != Avoid {
		t.Errorf("slow-nod %+v", nod)
	}
	if s := nod.Sources; len(s) != 1 || s[0].Pack != from.Pack || s[0].Name != "Practice on Main Street: Neck exercises, leaflet" || s[0].Tier != TierD || s[0].State != NotVerified {
		t.Errorf("sources %+v", s)
	}
	if s, ok := l.Source("CLINIC_LEAFLET"); !ok || s.Pack == "" {
		t.Errorf("source %+v, %v", s, ok)
	}

	tuck, was := exerciseOf(t, l, "chin-tuck"), exerciseOf(t, BuiltIn(), "chin-tuck")
	if tuck.Origin != over || tuck.Reps != 8 || tuck.DurationS != 72 || tuck.Pose != was.Pose || tuck.Evidence != "" || tuck.DoseBasis != "" {
		t.Errorf("chin-tuck %+v", tuck)
	}
	if !slices.Equal(tuck.Steps, was.Steps) || !slices.Equal(tuck.SourceIDs, was.SourceIDs) || !reflect.DeepEqual(tuck.Conditions, was.Conditions) || tuck.Pregnancy != was.Pregnancy {
		t.Errorf("chin-tuck lost something: %+v", tuck)
	}

	shoulders, before := tipOf(t, l, "T03"), tipOf(t, BuiltIn(), "T03")
	if shoulders.Origin != over || shoulders.Text == before.Text || shoulders.How != "" || len(shoulders.Sources) != 0 || !slices.Equal(shoulders.Tags, before.Tags) {
		t.Errorf("T03 %+v", shoulders)
	}
	if r := routineOf(t, l, "before-lunch"); r.Origin != from || r.TotalS() != 117 || r.TargetS != 117 || r.RestS != 5 || r.Place != "mixed" {
		t.Errorf("routine %+v of %d s", r, r.TotalS())
	}
	// A built-in routine shows the exercise as it was prescribed.
	if r := routineOf(t, l, "micro-1"); r.Pack != "" || r.Items[0].Exercise.Origin != over {
		t.Errorf("micro-1 with %+v", r.Items[0].Exercise)
	}
}

// The README shows the example letter for letter.
func TestTheReadmeShowsTheExample(t *testing.T) {
	readme, err := os.ReadFile("data/README.md")
	if err != nil {
		t.Fatal(err)
	}
	folder := "testdata/packs/my-physio"
	shown := 0
	err = filepath.WalkDir(folder, func(name string, e fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".toml" {
			return err
		}
		text, err := os.ReadFile(name)
		at, _ := filepath.Rel(folder, name)
		if want := "`" + filepath.ToSlash(at) + "`\n\n```toml\n" + string(text) + "```\n"; !strings.Contains(string(readme), want) {
			t.Errorf("data/README.md does not show %s as it is", at)
		}
		shown++
		return err
	})
	if err != nil || shown != 5 {
		t.Errorf("%d files, %v", shown, err)
	}
}

func TestPacksStandInTheirOrder(t *testing.T) {
	tip := func(id string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("[[tip]]\nid = \"" + id + "\"\ntext = \"x\"\n")}
	}
	name := func(n string) *fstest.MapFile { return &fstest.MapFile{Data: []byte("name = \"" + n + "\"\n")} }
	l := OpenWith(BuiltIn(), fstest.MapFS{
		"b/pack.toml": name("Second"), "b/tips.toml": tip("b1"),
		"a/pack.toml": name("First"), "a/tips.toml": tip("T02"),
		"c/pack.toml": name("Third"), "c/tips.toml": tip("b1"),
		".git/tips.toml": tip("hidden"), "README.txt": name("x"),
	})
	tips := mustHave(t, l.Tips)
	if len(tips) != 55 || tips[1].ID != "T02" || tips[1].Pack != "First" || tips[54].ID != "b1" || tips[54].Pack != "Second" {
		t.Errorf("%d tips, the last %+v", len(tips), tips[len(tips)-1])
	}
	want := []string{`packs/c/tips.toml:2: tip "b1": id is used in the pack packs/b already; hint: give one of the two another`}
	if got := told(l); !slices.Equal(got, want) {
		t.Errorf("problems %q", got)
	}
	index := mustHave(t, l.Index)
	if !index.Has("tip", "b1") || !index.Has("massage.type", "swedish") {
		t.Error("the index lacks something")
	}
	if desk := mustHave(t, l.PostureTips); desk[1].Pack != "First" || desk[len(desk)-1].ID != "b1" || len(desk) != len(mustHave(t, BuiltIn().PostureTips))+1 {
		t.Errorf("posture tips %v", idsOf(desk, func(t Tip) string { return t.ID }))
	}
}

func TestWithoutPacks(t *testing.T) {
	for name, files := range map[string]fs.FS{
		"nil": nil, "no folder": os.DirFS(filepath.Join(t.TempDir(), "none")), "empty": fstest.MapFS{},
	} {
		l := OpenWith(BuiltIn(), files)
		if got := len(mustHave(t, l.Tips)); got != 54 || len(l.Packs()) != 0 || len(l.PackProblems()) != 0 {
			t.Errorf("%s: %d tips, packs %v, problems %v", name, got, l.Packs(), l.PackProblems())
		}
	}
}

func TestPacksAreReadLazily(t *testing.T) {
	l := OpenWith(Open(BuiltIn().files), os.DirFS("testdata/packs"))
	mustHave(t, l.Tips)
	mustHave(t, l.Facts)
	if l.packs.gotExercises.v != nil || l.packs.gotRoutines.v != nil || l.base.exercises.v != nil {
		t.Error("asking for the tips read more than the tips")
	}
}

func TestPacksAreReplaced(t *testing.T) {
	one := inPack(map[string]string{"tips.toml": "[[tip]]\nid = \"one\"\ntext = \"x\"\n"})
	two := OpenWith(one, os.DirFS("testdata/packs"))
	if got := two.Packs(); len(got) != 1 || got[0].Folder != "my-physio" {
		t.Errorf("packs %+v", got)
	}
	if slices.ContainsFunc(mustHave(t, two.Tips), func(t Tip) bool { return t.ID == "one" }) {
		t.Error("the packs of before are still there")
	}
	if OpenWith(two, nil) != BuiltIn() {
		t.Error("without packs it is not the base")
	}
}

// The README says how large things may be.
func TestTheReadmeSaysTheLimits(t *testing.T) {
	readme, err := os.ReadFile("data/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		fmt.Sprintf("at most %d MB (`svg` %d MB) and %d megapixels", maxPicture>>20, maxSketch>>20, maxPixels/1_000_000),
		fmt.Sprintf("A file of a pack has at most %d MB, an entry %d KB, a pack %d entries of a kind and %d MB of exercises and sketches", maxFile>>20, maxEntry>>10, maxEntries, maxText>>20),
		fmt.Sprintf("| `move_s` | %d, or as long", usualMoveS),
		fmt.Sprintf("| `rest_s`, `place` | %d; where", usualRestS),
	} {
		if !strings.Contains(string(readme), want) {
			t.Errorf("data/README.md does not say %q", want)
		}
	}
}

func TestPacksMayBeReadFromAnywhereAtOnce(t *testing.T) {
	l := OpenWith(Open(BuiltIn().files), os.DirFS("testdata/mistakes"))
	done := make(chan int)
	for i := range 8 {
		go func() {
			switch i % 4 {
			case 0:
				_, _ = l.PostureTips()
			case 1:
				_, _ = l.Routines()
			case 2:
				_ = l.Packs()
			}
			done <- len(l.PackProblems())
		}()
	}
	for range 8 {
		if n := <-done; n != 14 {
			t.Errorf("%d problems, want 14", n)
		}
	}
}

func TestOneLine(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "Größe – 好 \u00a0": true, "a\tb": false, "a\nb": false, "\x1b[2J": false, "\x7f": false, "a\u009b2J": false, "a\u0080": false,
		"a\u202eb": false, "\u2066a": false, "a\u200b": false, "\ufeffa": false, "a\U000e0041": false, "نمی\u200cخواهم": true, "👩\u200d⚕": true,
	} {
		if oneLine(text) != want {
			t.Errorf("%q is one line: %v", text, !want)
		}
	}
}
