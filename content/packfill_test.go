package content

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// sketched is an exercise with a sketch, and further lines.
func sketched(file string, lines ...string) map[string]string {
	return map[string]string{
		"exercises/" + file: "[[exercise]]\nid = \"own\"\nname = \"Own\"\nimage = \"own.svg\"\n" + strings.Join(lines, "\n") + "\n",
		"exercises/own.svg": ownSketch,
	}
}

func TestWhatAnExerciseMayLeaveOut(t *testing.T) {
	long := `steps = ["` + strings.Repeat("a ", 39) + `a", "` + strings.Repeat("b ", 39) + `b"]` // 12 s each
	for _, c := range []struct {
		file, lines                string
		reps, hold, move, duration int
		regions                    []Region
		position                   Position
		unmarked                   bool
		t1                         Level
	}{
		{"a.toml", "steps = [\"Do it.\"]\nreps = 10", 10, 0, 4, 40, []Region{"whole-body"}, "standing", true, Ask},
		{"Lower-Back.TOML", "steps = [\"Do it.\"]\nhold_s = 20", 1, 20, 4, 24, []Region{"lower-back"}, "standing", true, Ask},
		{"a.toml", long + "\nreps = 3", 3, 0, 12, 36, []Region{"whole-body"}, "standing", true, Ask},
		{"a.toml", long + "\nhold_s = 5", 1, 5, 19, 24, []Region{"whole-body"}, "standing", true, Ask},
		{"a.toml", long + "\nhold_s = 30\nsides = \"left-right\"", 1, 30, 4, 68, []Region{"whole-body"}, "standing", true, Ask},
		{"a.toml", "steps = [\"Do it.\"]\nhold_s = 20\nmove_s = 2\nposition = \"floor\"\nregions = [\"hips\"]\nconditions = {}\npregnancy = { t1 = \"ok\" }", 1, 20, 2, 22, []Region{"hips"}, "floor", false, OK},
	} {
		l := inPack(sketched(c.file, c.lines))
		noProblems(t, l)
		e := exerciseOf(t, l, "own")
		if e.Reps != c.reps || e.HoldS != c.hold || e.MoveS != c.move || e.DurationS != c.duration {
			t.Errorf("%s: %d x (%d + %d) = %d s", c.lines, e.Reps, e.HoldS, e.MoveS, e.DurationS)
		}
		if !slices.Equal(e.Regions, c.regions) || e.Position != c.position || e.Unmarked != c.unmarked || e.Pregnancy.T1 != c.t1 || e.Pregnancy.T3 != Ask {
			t.Errorf("%s: %+v", c.lines, e)
		}
	}
}

// What a pose moves and what is drawn with it say nearly what is written of
// the exercises that are built in.
func TestWhereAPoseWorks(t *testing.T) {
	known, right := 0, 0
	for _, e := range mustHave(t, BuiltIn().Exercises) {
		p := e.Pose.position()
		if e.Position != p {
			t.Errorf("%s is %s, its pose looks %s", e.ID, e.Position, p)
		}
		regions := e.Pose.regions()
		if slices.Contains(regions, wholeBody) {
			continue
		}
		known++
		if slices.ContainsFunc(regions, func(r Region) bool { return slices.Contains(e.Regions, r) }) {
			right++
		}
	}
	t.Logf("of %d poses that move something in particular, %d move a region of theirs", known, right)
	if known < 20 || right < known*3/4 {
		t.Errorf("of %d poses that move something in particular, %d move a region of theirs", known, right)
	}
}

// Whatever screening knows of an exercise outlives an override, unless it
// speaks of the very same thing.
func TestScreeningOutlivesOverrides(t *testing.T) {
	for _, was := range mustHave(t, BuiltIn().Exercises) {
		l := inPack(map[string]string{"exercises/a.toml": fmt.Sprintf("[[exercise]]\nid = %q\nreps = %d\n", was.ID, was.Reps+1)})
		noProblems(t, l)
		e := exerciseOf(t, l, was.ID)
		if !e.Overrides || e.Reps != was.Reps+1 || !maps.Equal(e.Conditions, was.Conditions) || e.Pregnancy != was.Pregnancy || e.OptIn != was.OptIn || e.Pose != was.Pose {
			t.Errorf("%s is %+v", was.ID, e)
		}
	}
	was := exerciseOf(t, BuiltIn(), "neck-turn")
	l := inPack(sketched("a.toml", "id = \"neck-turn\"", ""))
	if len(told(l)) == 0 {
		t.Error("an id twice in one entry was taken")
	}
	l = inPack(map[string]string{
		"exercises/own.svg": ownSketch,
		"exercises/a.toml": `[[exercise]]
id = "neck-turn"
name = "My turn"
steps = ["Turn."]
hold_s = 0
image = "own.svg"
conditions = { neck-injury = "ok", glaucoma = "ask" }
pregnancy = { t3 = "avoid" }
`,
	})
	noProblems(t, l)
	e := exerciseOf(t, l, "neck-turn")
	want := maps.Clone(was.Conditions)
	want["neck-injury"], want["glaucoma"] = OK, Ask
	if !maps.Equal(e.Conditions, want) || e.Pregnancy.T1 != was.Pregnancy.T1 || e.Pregnancy.T3 != Avoid || e.Pregnancy.Note != "" {
		t.Errorf("conditions %v, pregnancy %+v", e.Conditions, e.Pregnancy)
	}
	if e.Pose != nil || e.Image != "own.svg" || e.HoldS != 0 || e.MoveS != was.MoveS || len(e.Sources) != 0 {
		t.Errorf("neck-turn %+v", e)
	}
}

func TestRoutinesMayLeaveThingsOut(t *testing.T) {
	l := inPack(map[string]string{"routines.toml": `[[routine]]
id = "own"
name = "Own"
rest_s = 0
items = [{ exercise = "neck-turn", reps = 1 }, { exercise = "chin-tuck", hold_s = 30 }]

[[routine]]
id = "micro-1"
rest_s = 20
`})
	noProblems(t, l)
	r := routineOf(t, l, "own")
	if r.Place != "seated" || r.RestS != 0 || r.TargetS != r.TotalS() || r.Items[0].Reps() != 1 || r.Items[1].HoldS() != 30 {
		t.Errorf("routine %+v of %d s", r, r.TotalS())
	}
	micro, was := routineOf(t, l, "micro-1"), routineOf(t, BuiltIn(), "micro-1")
	if !micro.Overrides || micro.RestS != 20 || micro.TargetS != was.TotalS()+15*(len(was.Items)-1) || micro.Name != was.Name || micro.Place != was.Place {
		t.Errorf("routine %+v", micro)
	}
}

// What a routine or a tip is held back for stays, too.
func TestMarksOfTipsAndRoutinesStay(t *testing.T) {
	for _, was := range mustHave(t, BuiltIn().Tips) {
		e := tipOf(t, inPack(map[string]string{"tips.toml": fmt.Sprintf("[[tip]]\nid = %q\ntext = \"x\"\n", was.ID)}), was.ID)
		if !e.Overrides || e.Pregnancy != was.Pregnancy || e.PregnancyNote != was.PregnancyNote || !maps.Equal(e.Conditions, was.Conditions) || !slices.Equal(e.Tags, was.Tags) {
			t.Errorf("tip %+v", e)
		}
	}
	for _, was := range mustHave(t, BuiltIn().Routines).Routine {
		e := routineOf(t, inPack(map[string]string{"routines.toml": fmt.Sprintf("[[routine]]\nid = %q\nname = \"x\"\nitems = [{ exercise = \"chin-tuck\" }]\n", was.ID)}), was.ID)
		if !e.Overrides || e.Pregnancy != was.Pregnancy || !maps.Equal(e.Conditions, was.Conditions) || !slices.Equal(e.Suits, was.Suits) {
			t.Errorf("routine %+v", e)
		}
	}
}
