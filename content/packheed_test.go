package content

import (
	"slices"
	"strings"
	"testing"
)

// A milder mark than the built-in one stays out, and that is told where it
// stands, unless somebody prescribed it.
func TestMilderMarksAreRefused(t *testing.T) {
	files := map[string]string{
		"pack.toml": "name = \"Mine\"\n",
		"exercises/a.toml": `[[exercise]]
id = "neck-turn"
conditions = { neck-injury = "caution", dizziness = "avoid", glaucoma = "ok" }

[[exercise]]
id = "bridge"
pregnancy = { t1 = "ask", t2 = "caution" }
`,
		"routines.toml": "[[routine]]\nid = \"no-bend-5\"\nconditions = { spinal-fracture = \"ok\" }\n",
		"tips.toml":     "[[tip]]\nid = \"T22\"\ntext = \"x\"\nconditions = { carpal-tunnel = \"caution\" }\n",
	}
	l := inPack(files)
	want := []string{
		`packs/mine/tips.toml:4: tip "T22": carpal-tunnel is "caution", but Unhunch says "avoid", and that stays; hint: `,
		`packs/mine/exercises/a.toml:3: exercise "neck-turn": neck-injury is "caution", but Unhunch says "ask", and that stays; hint: `,
		`packs/mine/exercises/a.toml:7: exercise "bridge": t2 is "caution", but Unhunch says "avoid", and that stays; hint: `,
		`packs/mine/routines.toml:3: routine "no-bend-5": spinal-fracture is "ok", but Unhunch says "ask", and that stays; hint: `,
	}
	got := told(l)
	if len(got) != len(want) {
		t.Errorf("%d problems: %v", len(got), got)
	}
	for _, w := range want {
		if !slices.ContainsFunc(got, func(g string) bool { return strings.HasPrefix(g, w) }) {
			t.Errorf("%v lacks %s", got, w)
		}
	}
	turn, bridge := exerciseOf(t, l, "neck-turn"), exerciseOf(t, l, "bridge")
	if c := turn.Conditions; !turn.Overrides || c["neck-injury"] != Ask || c["dizziness"] != Avoid || c["glaucoma"] != OK || turn.Loosens != nil {
		t.Errorf("%v, %v", c, turn.Loosens)
	}
	if p := bridge.Pregnancy; p.T1 != Ask || p.T2 != Avoid || p.T3 != Avoid {
		t.Errorf("%+v", p)
	}
	if r := routineOf(t, l, "no-bend-5"); r.Conditions["spinal-fracture"] != Ask {
		t.Errorf("%v", r.Conditions)
	}

	files["pack.toml"] += "prescribed_by = \"my physiotherapist\"\n"
	l = inPack(files)
	noProblems(t, l)
	turn, bridge = exerciseOf(t, l, "neck-turn"), exerciseOf(t, l, "bridge")
	if m := turn.Loosens; m == nil || len(m.Conditions) != 1 || m.Conditions["neck-injury"] != Ask || turn.Conditions["neck-injury"] != Caution {
		t.Errorf("%+v", m)
	}
	if m := bridge.Loosens; m == nil || m.Pregnancy.T2 != Avoid || m.Pregnancy.T1 != "" || m.Pregnancy.T3 != "" || bridge.Pregnancy.T2 != Caution {
		t.Errorf("%+v", m)
	}
}

// What is said to do instead has to be there, and to stand in the words.
func TestMistakesInInsteadAreTold(t *testing.T) {
	for _, c := range []struct{ file, old, new, want string }{
		{"exercises/lower-back.toml", `exercises = ["side-rest"]`, `exercises = ["rest"]`, `exercise "rest-90-90": instead names the exercise "rest"`},
		{"exercises/lower-back.toml", `exercises = ["side-rest"]`, `exercises = ["rest-90-90"]`, `exercise "rest-90-90": instead names the exercise "rest-90-90"`},
		{"exercises/lower-back.toml", `words = "use pelvic tilts instead"`, `words = "use a bench"`, `exercise "back-bend-standing": words "use a bench" stand in no caution`},
		{"profile.toml", `serious = "dvt"`, `serious = "clot"`, `fact "leg-clot": serious names "clot"`},
		{"profile.toml", `stops = { level = "avoid", regions = ["hips", "legs"]`, `stops = { level = "avoid", regions = ["calves"]`, `"calves" is unknown`},
		{"profile.toml", `stops = { level = "avoid", regions`, `stops = { regions`, `level is missing`},
	} {
		err := changed(t, c.file, c.old, c.new).Check()
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.file, err, c.want)
		}
	}
	l := inPack(sketched("a.toml", "steps = [\"Do it.\"]", "reps = 2", "cautions = [\"Use the wall.\"]", "instead = [{ for = [\"pregnancy\"], exercises = [\"gone\"], words = \"Use the wall.\" }]"))
	if got := told(l); len(got) != 1 || !strings.Contains(got[0], `exercise "own": instead names the exercise "gone"`) {
		t.Errorf("%v", got)
	}
	exerciseOf(t, l, "own") // is used nevertheless
	// Words that no longer stand in an override are no reason against it.
	l = inPack(map[string]string{"exercises/a.toml": "[[exercise]]\nid = \"rest-90-90\"\npregnancy = { t3 = \"avoid\", note = \"No.\" }\n"})
	noProblems(t, l)
	if e := exerciseOf(t, l, "rest-90-90"); len(e.Instead) != 0 {
		t.Errorf("%v", e.Instead)
	}
}

func TestWithoutWords(t *testing.T) {
	e := &Exercise{Instead: []Alternative{{Exercises: []string{"b"}, Words: "use b"}}, Cautions: []string{"Lying flat; use b.", "Never"}}
	if got := e.Without("b").Cautions; !slices.Equal(got, e.Cautions) {
		t.Errorf("%q", got)
	}
	if got := e.Without("c").Cautions; !slices.Equal(got, []string{"Lying flat.", "Never"}) || e.Cautions[0] != "Lying flat; use b." {
		t.Errorf("%q", got)
	}
}
