package content

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// The pack of mistakes: each is told with file and line, and all else is used.
func TestAPackOfMistakes(t *testing.T) {
	l := OpenWith(BuiltIn(), os.DirFS("testdata/mistakes"))
	got := told(l)
	for i, want := range []string{
		`packs/programme/pack.toml:3: unknown key "author"`,
		`packs/programme/tips.toml:7: tip "long-tip": text has 176 characters, more than the 160`,
		`packs/programme/tips.toml:7: tip "long-tip": text takes 10.2 s to read`,
		`packs/programme/tips.toml:9: tip "no-text": text is missing`,
		`packs/programme/tips.toml:14: tip "good-tip": id is used in this pack already`,
		`packs/programme/tips.toml:20: tip "T05": source "NOWHERE" is not in the register`,
		`packs/programme/exercises/broken.toml:4: `,
		`packs/programme/exercises/neck.toml:13: exercise "no-picture": image "nowhere.png" is not there`,
		`packs/programme/exercises/neck.toml:20: exercise "wrong-picture": image "wrong.jpg" holds no jpg picture`,
		`packs/programme/exercises/neck.toml:22: exercise "misspelt": reps and hold_s are missing`,
		`packs/programme/exercises/neck.toml:26: unknown key "exercise.rep"`,
		`packs/programme/exercises/neck.toml:31: reps has to be a whole number without quotes`,
		`packs/programme/routines.toml:9: routine "unknown-exercise": exercise "handstand" is not in the library`,
		`packs/programme/routines.toml:14: routine "of-a-lost-one": exercise "no-picture" is not in the library`,
	} {
		if i >= len(got) || !strings.HasPrefix(got[i], want) {
			t.Fatalf("problem %d: got %q\nwant %s", i, got, want)
		}
		if !strings.Contains(got[i], "; hint: ") {
			t.Errorf("no hint in %s", got[i])
		}
	}
	if len(got) != 14 {
		t.Errorf("%d problems: %q", len(got), got)
	}
	if p := l.Packs()[0]; p.Name != "A programme with mistakes" || p.Tips != 1 || p.Exercises != 2 || p.Routines != 1 {
		t.Errorf("pack %+v", p)
	}
	if r := routineOf(t, l, "good-routine"); len(r.Items) != 2 || r.Items[0].Exercise.Pack == "" || r.Items[1].Exercise.Pack != "" {
		t.Errorf("routine %+v", r)
	}
	// Overrides that are broken leave what is built in.
	if e := exerciseOf(t, l, "chin-tuck"); e.Pack != "" || e.Reps != exerciseOf(t, BuiltIn(), "chin-tuck").Reps {
		t.Errorf("chin-tuck %+v", e)
	}
	if tip := tipOf(t, l, "T05"); tip.Pack != "" || tip.Text != tipOf(t, BuiltIn(), "T05").Text {
		t.Errorf("T05 %+v", tip)
	}
	for id, want := range map[string]bool{"good-exercise": true, "good-too": true, "no-picture": false, "wrong-picture": false, "misspelt": false, "lost": false} {
		if has := slices.ContainsFunc(mustHave(t, l.Exercises), func(e Exercise) bool { return e.ID == id }); has != want {
			t.Errorf("%s is there: %v", id, has)
		}
	}
}

const (
	ownExercise = "[[exercise]]\nid = \"own\"\nname = \"Own\"\nsteps = [\"Do it.\"]\nhold_s = 10\nimage = \"own.svg\"\n"
	ownSketch   = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>"
)

func TestWhatIsWrongWithAPackIsTold(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"no name", "pack.toml", "note = \"x\"\n", "packs/mine/pack.toml:1: name is missing; hint: add a line name"},
		{"broken head", "pack.toml", "name = \"x\n", "packs/mine/pack.toml:1: "},
		{"a number for a name", "pack.toml", "\nname = 3\n", "packs/mine/pack.toml:2: name has to be a text in quotes"},
		{"endless name", "pack.toml", "name = \"" + strings.Repeat("x", 81) + "\"\n", "packs/mine/pack.toml:1: name has 81 characters, more than 80"},
		{"a name for a terminal", "pack.toml", "name = \"a\\u001b[31mb\"\n", "packs/mine/pack.toml:1: name has to be a single line"},
		{"odd language", "pack.toml", "name = \"x\"\nlanguage = \"a/b\"\n", "packs/mine/pack.toml:2: language \"a/b\" is no code of a language"},
		{"file nobody reads", "exercises.toml", "", "packs/mine/exercises.toml: is not read; hint: a pack has pack.toml"},

		{"list with another name", "tips.toml", "[[tips]]\nid = \"x\"\n", `packs/mine/tips.toml:1: "tips" is unknown here; hint: an entry begins with a line [[tip]]`},
		{"single brackets", "tips.toml", "# mine\n\n[tip]\nid = \"x\"\n", "packs/mine/tips.toml:3: [tip] begins no entry; hint: write it with two brackets, [[tip]]"},
		{"no brackets", "tips.toml", "id = \"x\"\ntext = \"x\"\n", `packs/mine/tips.toml:1: "id" stands before the first entry`},
		{"no id", "tips.toml", "[[tip]]\ntext = \"x\"\n", `packs/mine/tips.toml:1: tip "": id is missing`},
		{"odd id", "tips.toml", "[[tip]]\nid = \"a b\"\ntext = \"x\"\n", `packs/mine/tips.toml:2: tip "a b": id "a b" has to be at most 64 letters`},
		{"unknown tag", "tips.toml", "[[tip]]\nid = \"a\"\ntext = \"x\"\ntags = [\"flying\"]\n", `packs/mine/tips.toml:4: tip "a": tags "flying" is unknown`},
		{"forbidden source", "tips.toml", "[[tip]]\nid = \"a\"\ntext = \"x\"\nsources = [\"THERAPIST_LISTS\"]\n", `packs/mine/tips.toml:4: tip "a": source "THERAPIST_LISTS" must not be cited`},
		{"no such routine", "tips.toml", "[[tip]]\nid = \"a\"\ntext = \"x\"\nroutine = \"nap\"\n", `packs/mine/tips.toml:4: tip "a": routine "nap" is not in the library`},
		{"control characters", "tips.toml", "[[tip]]\nid = \"a\"\ntext = \"a\\u001b[2Jb\"\n", `packs/mine/tips.toml:3: tip "a": text has to be a single line`},

		{"source of the library", "sources.toml", "[[source]]\nid = \"NIA_FLEX\"\ntitle = \"x\"\n", `packs/mine/sources.toml:2: source "NIA_FLEX": id is used by the library already`},
		{"odd address", "sources.toml", "[[source]]\nid = \"X\"\ntitle = \"x\"\nurl = \"file:///etc/passwd\"\n", "is no web address"},

		{"neither reps nor hold", "exercises/a.toml", swap(ownExercise, "hold_s = 10\n", ""), `packs/mine/exercises/a.toml:1: exercise "own": reps and hold_s are missing`},
		{"no repetition", "exercises/a.toml", swap(ownExercise, "hold_s = 10", "hold_s = 10\nreps = 0"), `packs/mine/exercises/a.toml:6: exercise "own": reps is 0; hint: write 1 or more`},
		{"neither pose nor image", "exercises/a.toml", swap(ownExercise, "image = \"own.svg\"\n", ""), `packs/mine/exercises/a.toml:1: exercise "own": has neither a pose nor an image`},
		{"capital letters", "exercises/a.toml", swap(ownExercise, "image =", "imAge ="), `packs/mine/exercises/a.toml:6: key "imAge" has capital or other letters; hint: write it in small ones`},
		{"a key twice but for its letters", "exercises/a.toml", ownExercise + "pregnancy = { t1 = \"avoid\", T1 = \"ok\" }\n", `packs/mine/exercises/a.toml:7: key "T1" has capital`},
		{"unknown and capital", "exercises/a.toml", ownExercise + "Colour = 1\n", `packs/mine/exercises/a.toml:7: unknown key "exercise.Colour"`},
		{"a name of many letters", "exercises/a.toml", swap(ownExercise, `"Own"`, `"`+strings.Repeat("é", 81)+`"`), "name has 81 characters, more than 80"},
		{"no steps", "exercises/a.toml", swap(ownExercise, "steps = [\"Do it.\"]\n", ""), `packs/mine/exercises/a.toml:1: exercise "own": steps is missing; hint: add a line steps`},
		{"too quick to read", "exercises/a.toml", swap(swap(ownExercise, "hold_s = 10", "hold_s = 1\nmove_s = 1\nreps = 2"), "Do it.", "Do it just as I have shown you to."), `packs/mine/exercises/a.toml:4: exercise "own": step`},
		{"authority without a source", "exercises/a.toml", ownExercise + "evidence = \"authoritative\"\n", `packs/mine/exercises/a.toml:7: exercise "own": evidence is "authoritative", but there are no sources`},
		{"days on end", "exercises/a.toml", swap(ownExercise, "hold_s = 10", "hold_s = 7197"), `packs/mine/exercises/a.toml:1: exercise "own": takes 7201 s, longer than`},
		{"endless id", "exercises/a.toml", swap(ownExercise, `"own"`, `"`+strings.Repeat("x", 65)+`"`), "id has 65 letters, more than 64"},
		{"same id in two files", "exercises/b.toml", ownExercise, `packs/mine/exercises/b.toml:2: exercise "own": id is used in this pack already`},
		{"one exercise as a list", "exercises/a.toml", "exercise = [{ id = \"x\" }]\n", `packs/mine/exercises/a.toml:1: "exercise" stands before the first entry`},

		{"no items", "routines.toml", "[[routine]]\nid = \"r\"\nname = \"R\"\n", `packs/mine/routines.toml:1: routine "r": items is missing`},
		{"wrong total", "routines.toml", "[[routine]]\nid = \"r\"\nname = \"R\"\ntarget_s = 60\nitems = [{ exercise = \"chin-tuck\" }]\n", `packs/mine/routines.toml:4: routine "r": target_s is 60, but`},
		{"off unless turned on", "routines.toml", "[[routine]]\nid = \"r\"\nname = \"R\"\nitems = [{ exercise = \"nerve-glide\" }]\n", `packs/mine/routines.toml:4: routine "r": exercise "nerve-glide" is off unless turned on`},
		{"rules", "routines.toml", "[[rule]]\nwhen = \"before\"\ntext = \"x\"\n", `packs/mine/routines.toml:1: "rule" is unknown here`},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := map[string]string{"exercises/a.toml": ownExercise, "exercises/own.svg": ownSketch}
			files[c.file] = c.text
			got := told(inPack(files))
			if len(got) != 1 || !strings.Contains(got[0], c.want) {
				t.Errorf("got  %q\nwant %s", got, c.want)
			}
		})
	}
}

func TestWhatLiesBesidePacksIsTold(t *testing.T) {
	l := OpenWith(BuiltIn(), fstest.MapFS{
		"pack.zip":      {Data: []byte("PK")},
		"tips.toml":     {Data: []byte("")},
		"README.txt":    {Data: []byte("hello")},
		"a\nb/x.toml":   {Data: []byte("")},
		"one/pack.toml": {Data: []byte("name = \"Same\"\n")},
		"two/pack.toml": {Data: []byte("name = \"same\"\n")},
	})
	want := []string{
		"packs/\"a\\nb\": cannot be a pack's name; hint: rename the folder, letters and digits are best",
		"packs/pack.zip: is no folder; hint: a pack is a folder of files, put it into one here",
		"packs/tips.toml: is no folder; hint: a pack is a folder of files, put it into one here",
		`packs/two/pack.toml:1: name "same" is another pack's too; hint: give one of them another`,
	}
	if got := told(l); !slices.Equal(got, want) {
		t.Errorf("problems %q", got)
	}
	if p := l.Packs(); len(p) != 2 || p[0].Name != "Same" || p[1].Name != "two" {
		t.Errorf("packs %+v", p)
	}
	none := OpenWith(BuiltIn(), fstest.MapFS{"bare/tips.toml": {Data: []byte("[[tip]]\nid = \"x\"\ntext = \"x\"\n")}})
	if got := told(none); len(got) != 1 || !strings.HasPrefix(got[0], "packs/bare/pack.toml: is not there; hint: ") {
		t.Errorf("problems %q", got)
	}
	if tip := tipOf(t, none, "x"); tip.Pack != "bare" {
		t.Errorf("tip %+v", tip)
	}
}

// A source that is refused costs the entries that cite it nothing but the
// source: they are the pack's anyway.
func TestARefusedSourceCostsNoEntry(t *testing.T) {
	l := inPack(map[string]string{
		"sources.toml": "[[source]]\nid = \"BAD\"\n\n[[source]]\nid = \"GOOD\"\ntitle = \"A leaflet\"\n",
		"tips.toml":    "[[tip]]\nid = \"x\"\ntext = \"x\"\nsources = [\"BAD\", \"GOOD\", \"NIA_FLEX\"]\n",
	})
	if got := told(l); len(got) != 1 || !strings.HasPrefix(got[0], `packs/mine/sources.toml:1: source "BAD": title is missing`) {
		t.Errorf("problems %q", got)
	}
	if tip := tipOf(t, l, "x"); len(tip.Sources) != 2 || !slices.Equal(tip.SourceIDs, []string{"GOOD", "NIA_FLEX"}) || tip.Sources[0].Pack != "Mine" || tip.Sources[1].Pack != "" {
		t.Errorf("sources %+v", tip.Sources)
	}
}

// However a pack is broken, what is built in stays as it is.
func TestTheBaseStaysAsItIs(t *testing.T) {
	base := Open(BuiltIn().files)
	before := exerciseOf(t, base, "neck-turn")
	marks := len(before.Conditions)
	l := OpenWith(base, fstest.MapFS{
		"p/pack.toml":          {Data: []byte("name = \"P\"\n")},
		"p/tips.toml":          {Data: []byte("[[tip]]\nid = \"T01\"\ntext = \"Other\"\n")},
		"p/exercises/own.toml": {Data: []byte("[[exercise]]\nid = \"neck-turn\"\nreps = 1\nname = \"Other\"\nconditions = { glaucoma = \"avoid\" }\n")},
		"p/routines.toml":      {Data: []byte("[[routine]]\nid = \"micro-1\"\nname = \"Other\"\n")},
	})
	noProblems(t, l)
	if p := l.Packs()[0]; p.Tips != 1 || p.Exercises != 1 || p.Routines != 1 {
		t.Errorf("pack %+v", p)
	}
	after := exerciseOf(t, base, "neck-turn")
	if after.Name != before.Name || len(after.Conditions) != marks || after.Pack != "" {
		t.Errorf("the base has %+v", after)
	}
	for _, r := range mustHave(t, base.Routines).Routine {
		for _, i := range r.Items {
			if r.Pack != "" || i.Exercise.Pack != "" {
				t.Errorf("the base's %s has %s of a pack", r.ID, i.ExerciseID)
			}
		}
	}
	if tipOf(t, base, "T01").Text == "Other" || tipOf(t, l, "T01").Text != "Other" {
		t.Error("T01 is in the wrong place")
	}
}

// Links are not followed, wherever they lead; what cannot be read is told.
func TestLinksAreNotFollowed(t *testing.T) {
	at := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(at, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(at, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	link := func(to, name string) {
		t.Helper()
		if err := os.Symlink(to, filepath.Join(at, name)); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	write("secret.svg", ownSketch)
	write("packs/p/pack.toml", "name = \"P\"\n")
	write("packs/p/exercises/a.toml", ownExercise+"\n"+swap(swap(ownExercise, `"own"`, `"two"`), "own.svg", "in/own.svg")+"\n"+swap(swap(ownExercise, `"own"`, `"three"`), "own.svg", "good.svg"))
	write("packs/p/exercises/good.svg", ownSketch)
	link("../../../secret.svg", "packs/p/exercises/own.svg")
	link("../../..", "packs/p/exercises/in")
	link("nowhere", "packs/p/tips.toml")
	link("p", "packs/q")
	root, err := os.OpenRoot(filepath.Join(at, "packs"))
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	want := []string{
		"packs/q: is a link",
		"packs/p/tips.toml: is a link",
		`packs/p/exercises/a.toml:6: exercise "own": image "own.svg" is a link`,
		`packs/p/exercises/a.toml:13: exercise "two": image "in/own.svg" is a link`,
	}
	l := OpenWith(BuiltIn(), root.FS())
	for _, got := range [][]string{told(l), told(OpenWith(BuiltIn(), os.DirFS(filepath.Join(at, "packs"))))} {
		for i := range max(len(got), len(want)) {
			if i >= len(got) || i >= len(want) || !strings.HasPrefix(got[i], want[i]) {
				t.Fatalf("problems %q\nwant %q", got, want)
			}
		}
	}
	three := exerciseOf(t, l, "three")
	if _, err := l.Picture(&three); err != nil {
		t.Error(err)
	}
	// A picture that became a link after it was looked at.
	if err := os.Remove(filepath.Join(at, "packs/p/exercises/good.svg")); err != nil {
		t.Fatal(err)
	}
	link("../../../secret.svg", "packs/p/exercises/good.svg")
	if b, err := l.Picture(&three); err == nil {
		t.Errorf("read %q", b)
	}
}
