package safety

import (
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/unhunch/unhunch/content"
)

// broken is the library with some files gone.
func broken(t *testing.T, without ...string) *content.Library {
	t.Helper()
	files := fstest.MapFS{}
	dir := os.DirFS("../../content/data/en")
	err := fs.WalkDir(dir, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || slices.ContainsFunc(without, func(w string) bool { return strings.HasPrefix(name, w) }) {
			return err
		}
		text, err := fs.ReadFile(dir, name)
		files[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil || len(files) < 8 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	return content.Open(files)
}

// changed is the library with a part of a file replaced.
func changed(t *testing.T, file, old, new string) *content.Library {
	t.Helper()
	dir := os.DirFS("../../content/data/en")
	files := fstest.MapFS{}
	for _, name := range []string{"sources.toml", "profile.toml", "tips.toml"} {
		text, err := fs.ReadFile(dir, name)
		if err != nil || name == file && strings.Count(string(text), old) != 1 {
			t.Fatalf("%s in %s: %v", old, name, err)
		}
		if name == file {
			text = []byte(strings.Replace(string(text), old, new, 1))
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	return content.Open(files)
}

// What a fact counts as may itself count as more, even in a circle.
func TestCountsAsGoesOn(t *testing.T) {
	lib := changed(t, "profile.toml", "id = \"osteoporosis\"\n", "id = \"osteoporosis\"\ncounts_as = [\"poor-balance\", \"severe-osteoporosis\"]\n")
	tip := content.Tip{Conditions: map[content.Condition]content.Level{"poor-balance": content.Avoid}}
	a := For(lib, with("severe-osteoporosis"), today).Tip(tip)
	if a.Verdict != Held || a.Reasons[0].Because != "severe-osteoporosis" {
		t.Errorf("%+v", a)
	}
}

func TestInsteadOfTips(t *testing.T) {
	lib := changed(t, "tips.toml", "id = \"T37\"\n", "id = \"T37\"\nconditions = { fever = \"avoid\" }\n")
	p := with("fever")
	p.Pregnancy = told(3, 0)
	for _, tip := range must(t, lib.Tips) {
		if tip.ID == "T38" {
			if a := For(lib, p, today).Tip(tip); a.Instead == nil || a.Instead.ID != "T40" {
				t.Errorf("instead of T38 there is %v", a.Instead)
			}
		}
	}
}

// What cannot be judged is never allowed.
func TestWhatCannotBeRead(t *testing.T) {
	whole := content.BuiltIn()
	exercise := &must(t, whole.Exercises)[0]
	aftercare := must(t, whole.Massage).Aftercare
	after := &aftercare[slices.IndexFunc(aftercare, func(a content.Aftercare) bool { return a.Routine != "" })]
	var none Profile
	for name, a := range map[string]Advice{
		"heat":               For(broken(t, "heat-cold.toml"), none, today).HeatCold(content.Heat),
		"timer":              For(broken(t, "heat-cold.toml"), none, today).Timer(&must(t, whole.HeatCold).Timers[0]),
		"massage":            For(broken(t, "massage.toml"), none, today).Massage(),
		"type":               For(broken(t, "massage.toml"), none, today).MassageType(&must(t, whole.Massage).Types[0]),
		"warm stones":        For(broken(t, "heat-cold.toml"), none, today).Technique(&must(t, whole.Massage).Techniques[3]),
		"aftercare":          For(broken(t, "routines.toml"), none, today).Aftercare(after),
		"facts":              For(broken(t, "profile.toml"), with("fever"), today).Exercise(exercise),
		"facts of a tip":     For(broken(t, "profile.toml"), with("fever"), today).Tip(must(t, whole.Tips)[0]),
		"facts of a therapy": For(broken(t, "profile.toml"), with("fever"), today).Therapy(&must(t, whole.Therapies)[2]),
		"all":                For(broken(t, "sources.toml"), with("fever"), today).HeatCold(content.Heat),
		"unknown way":        For(whole, none, today).HeatCold("lukewarm"),
		"no exercise":        For(whole, none, today).Exercise(nil),
		"no routine":         For(whole, none, today).Routine(nil),
		"no type":            For(whole, none, today).MassageType(nil),
		"no technique":       For(whole, none, today).Technique(nil),
		"no therapy":         For(whole, none, today).Therapy(nil),
		"no timer":           For(whole, none, today).Timer(nil),
		"no aftercare":       For(whole, none, today).Aftercare(nil),
		"an unlinked item":   For(whole, none, today).Routine(&content.Routine{Items: []content.RoutineItem{{ExerciseID: "gone"}}}),
		"an unknown level":   For(whole, with("fever"), today).Tip(content.Tip{Conditions: map[content.Condition]content.Level{"fever": "perhaps"}}),
	} {
		if a.Verdict != Ask || a.Reason() == "" {
			t.Errorf("%s: %s, %q", name, a.Verdict, a.Reason())
		}
	}
	// What is strict without the missing part stays so.
	direct := &content.Exercise{Conditions: map[content.Condition]content.Level{"fever": content.Avoid}}
	if a := For(broken(t, "profile.toml"), with("fever"), today).Exercise(direct); a.Verdict != Held {
		t.Errorf("without the facts a known condition is %s", a.Verdict)
	}
	// Nothing to do instead can be found either; that is no reason to fail.
	lib := broken(t, "profile.toml", "exercises", "guides", "tips.toml", "routines.toml")
	if a := For(lib, with("fever"), today).Exercise(direct); a.Verdict != Held || a.Instead != nil {
		t.Errorf("%s, instead %v", a.Verdict, a.Instead)
	}
}

// recorded notes which files are read.
type recorded struct {
	fs.FS
	names map[string]bool
}

func (r recorded) Open(name string) (fs.File, error) {
	r.names[name] = true
	return r.FS.Open(name)
}

// The agent judges tips, and must not pay for the rest of the library.
func TestTipsAreJudgedWithoutTheRest(t *testing.T) {
	files := recorded{os.DirFS("../../content/data/en"), map[string]bool{}}
	lib := content.Open(files)
	p := with("osteoporosis", "carpal-tunnel")
	p.Pregnancy = told(3, 0)
	j := For(lib, p, today)
	held := 0
	for _, tip := range must(t, lib.Tips) {
		if !j.Tip(tip).Suggest() {
			held++
		}
	}
	if held != 4 {
		t.Errorf("%d tips held back", held)
	}
	if got := slices.Sorted(maps.Keys(files.names)); !slices.Equal(got, []string{"profile.toml", "sources.toml", "tips.toml"}) {
		t.Errorf("read %v", got)
	}
}
