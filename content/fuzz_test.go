package content

import (
	"testing"
	"testing/fstest"
)

// FuzzParse feeds the readers of guides and exercises with anything: they
// answer with an entry or with Problems, and never with something unsound.
func FuzzParse(f *testing.F) {
	for name, text := range map[string]string{"guide": goodGuide, "exercise": goodExercise} {
		f.Add(name == "guide", []byte(text))
		f.Add(name == "guide", []byte(text[:len(text)/2]))
	}
	f.Add(true, []byte("+++\r\nid = \"g\"\r\n+++\r\n![x](..) [A_B]"))
	f.Add(false, []byte("[[exercise]]\nid = \"x\"\nmove_s = 9223372036854775807\nreps = 2\n[exercise.pose]\nend = { hip = [nan, inf] }"))
	f.Add(false, []byte("exercise = [{ id = \"a\", steps = [\"\"] }, { id = \"a\" }]"))
	f.Fuzz(func(t *testing.T, guide bool, text []byte) {
		if guide {
			g, err := parseGuide("g.md", text, register{"S": {ID: "S"}})
			if err == nil && (g.ID == "" || g.Body == "" || len(g.Sources) == 0) {
				t.Errorf("an unsound guide was taken: %+v", g)
			}
			if err != nil && len(Problems(err)) == 0 {
				t.Errorf("%v is no Problem", err)
			}
			return
		}
		l := Open(fstest.MapFS{"sources.toml": {Data: []byte(goodSource)}, "exercises/a.toml": {Data: text}})
		all, err := l.Exercises()
		for _, e := range all {
			if e.Pose == nil && e.Image == "" || e.DoneFor(e.Reps, e.HoldS) != e.DurationS || len(e.Steps) == 0 {
				t.Errorf("an unsound exercise was taken: %+v", e)
			}
		}
		for _, p := range Problems(err) {
			if p.Line < 0 || p.What == "" {
				t.Errorf("problem %+v", p)
			}
		}
		if err != nil && len(Problems(err)) == 0 {
			t.Errorf("%v is no Problem", err)
		}
	})
}
