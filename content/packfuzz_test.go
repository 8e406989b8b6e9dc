package content

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// FuzzPack reads packs made of anything: what is taken is sound, what is wrong
// is told of a file of the pack, and the base is never touched.
func FuzzPack(f *testing.F) {
	add := func(folder string) {
		part := func(name string) string {
			b, err := os.ReadFile(folder + "/" + name)
			if err != nil && !os.IsNotExist(err) {
				f.Fatal(err)
			}
			return string(b)
		}
		f.Add(part("pack.toml"), part("sources.toml"), part("tips.toml"), part("exercises/neck.toml"), part("routines.toml"), []byte(ownSketch))
	}
	add("testdata/packs/my-physio")
	add("testdata/mistakes/programme")
	f.Add("\xef\xbb\xbfname = 'x'\r\n", "[[source]]\nid='A'\ntitle='a'", "[[tip]]\r\nid = 'T01'\r\ntext = 'x'\r\n", ownExercise, "[[routine]]\nid='micro-1'\nitems=[{exercise='own',reps=86400,hold_s=86400}]", []byte(jpgOf(f)))
	f.Add("", "", "[[tip]]\n[tip]\n[[tip.x]]\n[a.b]\n\"\" = 1", "[[exercise]]\nid='own'\nreps=9223372036854775807\nhold_s=-9223372036854775808\nsides='left-right'", "[[routine]]\nid = 'r'\nitems = [{}]", []byte(pngOf(f)))
	base := Open(BuiltIn().files)
	tips, exercises, routines := len(mustHave(f, base.Tips)), len(mustHave(f, base.Exercises)), len(mustHave(f, base.Routines).Routine)
	f.Fuzz(func(t *testing.T, info, sources, tip, exercise, routine string, picture []byte) {
		files := fstest.MapFS{"p/exercises/own.svg": {Data: picture}, "p/exercises/a.png": {Data: picture}, "p/exercises/a.jpg": {Data: picture}}
		for name, text := range map[string]string{"pack.toml": info, "sources.toml": sources, "tips.toml": tip, "exercises/neck.toml": exercise, "routines.toml": routine} {
			files["p/"+name] = &fstest.MapFile{Data: []byte(text)}
		}
		l := OpenWith(base, files)
		for _, p := range l.PackProblems() {
			if !strings.HasPrefix(p.File, "packs/p/") || p.Line < 0 || p.What == "" || strings.ContainsAny(p.File, "\n\x1b") {
				t.Errorf("problem %+v", p)
			}
			if text := string(files[strings.TrimPrefix(p.File, packsAt)].Data); p.Line > strings.Count(text, "\n")+1 {
				t.Errorf("%v is past the end of %q", p, text)
			}
		}
		packs := l.Packs()
		if len(packs) != 1 || packs[0].Name == "" || !oneLine(packs[0].Name) {
			t.Fatalf("packs %+v", packs)
		}
		own := PackInfo{}
		for _, v := range mustHave(t, l.Tips) {
			if v.Pack != "" {
				own.Tips++
				if v.Text == "" || !oneLine(v.Text) || len(v.Tags) == 0 || v.Pack != packs[0].Name {
					t.Errorf("an unsound tip was taken: %+v", v)
				}
			}
		}
		all := mustHave(t, l.Exercises)
		for i := range all {
			e := &all[i]
			if e.Pack == "" {
				continue
			}
			own.Exercises++
			if e.Pose == nil && e.Image == "" || len(e.Steps) == 0 || len(e.Regions) == 0 || e.Pregnancy.T1 == "" || e.DurationS <= 0 || e.DurationS > longest || e.DoneFor(e.Reps, e.HoldS) != e.DurationS {
				t.Errorf("an unsound exercise was taken: %+v", e)
			}
			if e.Image != "" {
				if b, err := l.Picture(e); err != nil || len(b) == 0 {
					t.Errorf("the picture of %s: %v", e.ID, err)
				}
			}
		}
		for _, r := range mustHave(t, l.Routines).Routine {
			for _, i := range r.Items {
				if i.Exercise == nil || i.DurationS() <= 0 {
					t.Errorf("an unsound routine: %+v", r)
				}
			}
			if r.Pack != "" {
				own.Routines++
				if len(r.Items) == 0 || r.Name == "" || r.Place == "" || r.TotalS() > longest {
					t.Errorf("an unsound routine was taken: %+v", r)
				}
			}
		}
		if own.Tips != packs[0].Tips || own.Exercises != packs[0].Exercises || own.Routines != packs[0].Routines {
			t.Errorf("counted %+v, told %+v", own, packs[0])
		}
		if len(mustHave(t, base.Tips)) != tips || len(mustHave(t, base.Exercises)) != exercises || len(mustHave(t, base.Routines).Routine) != routines {
			t.Error("the base changed")
		}
	})
}
