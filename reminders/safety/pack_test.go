package safety

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/unhunch/unhunch/content"
)

const ownProgramme = `[[exercise]]
id = "own-bend"
name = "My bend"
steps = ["Bend."]
hold_s = 10
regions = ["lower-back"]
position = "standing"
pregnancy = { t1 = "ok", t2 = "ok", t3 = "ok" }
`

const ownPose = `[exercise.pose]
view = "side"
supported_by = ["feet"]
end = { neck = 20 }
`

// What nobody marked is asked about by those it could harm, and never replaced.
func TestExercisesOfPacks(t *testing.T) {
	routine := "[[routine]]\nid = \"own\"\nname = \"Own\"\nitems = [{ exercise = \"own-bend\" }, { exercise = \"chair-thoracic-extension\" }]\n"
	for _, c := range []struct {
		marks         string
		p             Profile
		bend, routine Verdict
	}{
		{"", Profile{}, Allowed, Allowed},
		{"", with("muscle-cream", "blood-thinners"), Allowed, Allowed},
		{"", Profile{Pregnancy: told(3, 0)}, Allowed, Caution},
		{"", with("osteoporosis"), Ask, Ask},
		{"", with("over-65"), Ask, Ask},
		{"conditions = {}\n", with("osteoporosis"), Allowed, Caution},
		{"conditions = { osteoporosis = \"avoid\" }\n", with("osteoporosis"), Held, Caution},
	} {
		lib := content.OpenWith(content.BuiltIn(), fstest.MapFS{
			"mine/pack.toml":          {Data: []byte("name = \"Mine\"\n")},
			"mine/exercises/own.toml": {Data: []byte(ownProgramme + c.marks + ownPose)},
			"mine/routines.toml":      {Data: []byte(routine)},
		})
		for _, p := range lib.PackProblems() {
			t.Fatal(p)
		}
		all, routines := must(t, lib.Exercises), must(t, lib.Routines).Routine
		j := For(lib, c.p, today)
		if a := j.Exercise(&all[len(all)-1]); a.Verdict != c.bend {
			t.Errorf("%q for %v: %s, %q", c.marks, c.p.Facts, a.Verdict, a.Reason())
		}
		if a := j.Routine(&routines[len(routines)-1]); a.Verdict != c.routine {
			t.Errorf("%q for %v: the routine is %s, %q", c.marks, c.p.Facts, a.Verdict, a.Reason())
		}
	}
}

// An exercise of somebody's own may name a condition its cautions do not.
func TestCautionsWithoutTheWord(t *testing.T) {
	e := &content.Exercise{
		ID: "own", Conditions: map[content.Condition]content.Level{"glaucoma": content.Ask},
		Cautions: []string{"only as I showed you", "Slowly!"},
	}
	a := For(content.BuiltIn(), with("glaucoma"), today).Exercise(e)
	if want := "Glaucoma: ask a clinician first."; a.Reason() != want || a.Instead == nil {
		t.Errorf("%q, want %q; instead %v", a.Reason(), want, a.Instead)
	}
}

// A routine keeps to its chair, and to the region of what it replaces.
func TestReplacementsKeepTheirPlace(t *testing.T) {
	own := `[[exercise]]
id = "own"
name = "Own"
steps = ["Do it."]
reps = 2
regions = ["legs"]
position = "seated"
conditions = { glaucoma = "avoid" }
pregnancy = { t1 = "ok", t2 = "ok", t3 = "ok" }
`
	items := func(ids ...string) string {
		out := "items = ["
		for _, id := range ids {
			out += "{ exercise = \"" + id + "\" },"
		}
		return out + "]\n"
	}
	for _, c := range []struct {
		place, items string
		fact         content.Condition
		want         Verdict
	}{
		{"seated", items("own", "ankle-pumps"), "glaucoma", Caution},
		{"seated", items("own", "ankle-pumps", "seated-hamstring", "sit-to-stand"), "glaucoma", Held},
		{"standing", items("own", "ankle-pumps", "seated-hamstring", "sit-to-stand"), "glaucoma", Caution},
		{"mixed", items("wrist-forearm", "ankle-pumps"), "wrist-injury", Held},
	} {
		lib := content.OpenWith(content.BuiltIn(), fstest.MapFS{
			"mine/pack.toml":          {Data: []byte("name = \"Mine\"\n")},
			"mine/exercises/own.toml": {Data: []byte(own + ownPose)},
			"mine/routines.toml":      {Data: []byte("[[routine]]\nid = \"mine\"\nname = \"Mine\"\nplace = \"" + c.place + "\"\n" + c.items)},
		})
		for _, p := range lib.PackProblems() {
			t.Fatal(p)
		}
		routines := must(t, lib.Routines).Routine
		if a := For(lib, with(c.fact), today).Routine(&routines[len(routines)-1]); a.Verdict != c.want {
			t.Errorf("%s, %s: %s, %q, want %s", c.place, c.items, a.Verdict, a.Reason(), c.want)
		}
	}
}

// What a pack marks milder than Unhunch does counts if somebody prescribed it,
// and is said.
func TestMilderMarksOfPacks(t *testing.T) {
	files := func(by string) fstest.MapFS {
		return fstest.MapFS{
			"mine/pack.toml": {Data: []byte("name = \"Mine\"\n" + by)},
			"mine/exercises/own.toml": {Data: []byte(`[[exercise]]
id = "chair-thoracic-extension"
reps = 4
cautions = ["None at all."]
conditions = { osteoporosis = "ok" }

[[exercise]]
id = "bridge"
reps = 4
pregnancy = { t3 = "ok" }
`)},
			"mine/tips.toml": {Data: []byte("[[tip]]\nid = \"T38\"\ntext = \"On your back?\"\npregnancy = \"only\"\n")},
		}
	}
	p := with("osteoporosis")
	p.Pregnancy = due(34, 0)
	for by, want := range map[string]struct {
		problems int
		v        [3]Verdict
	}{
		"":                                {3, [3]Verdict{Ask, Held, Held}},
		"prescribed_by = \"my physio\"\n": {0, [3]Verdict{Caution, Caution, Caution}},
	} {
		lib := content.OpenWith(content.BuiltIn(), files(by))
		if got := lib.PackProblems(); len(got) != want.problems {
			t.Errorf("%q: problems %v", by, got)
		}
		j := For(lib, p, today)
		advice := map[string]Advice{}
		all := must(t, lib.Exercises)
		for i := range all {
			advice[all[i].ID] = j.Exercise(&all[i])
		}
		for _, tip := range must(t, lib.Tips) {
			advice[tip.ID] = j.Tip(tip)
		}
		for i, id := range []string{"chair-thoracic-extension", "bridge", "T38"} {
			a := advice[id]
			said := slices.ContainsFunc(a.Reasons, func(r Reason) bool {
				return strings.HasPrefix(r.Text, "Your pack says this suits you. Unhunch would ") && r.Verdict == Caution && len(r.Sources) > 0
			})
			if a.Verdict != want.v[i] || said != (by != "") {
				t.Errorf("%q: %s is %s: %v", by, id, a.Verdict, a.Reasons)
			}
			if strings.Contains(a.Reason(), "None at all") {
				t.Errorf("%s: %q", id, a.Reason())
			}
		}
	}
}
