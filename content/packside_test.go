package content

import (
	"strings"
	"testing"
)

const oneSided = `[[routine]]
id = "own"
name = "Own"
prescribed_by = "the clinic"
rest_s = 5
items = [
  { exercise = "neck-turn", reps = 2, hold_s = 10, sides = "right" },
  { exercise = "neck-turn", reps = 2, hold_s = 10 },
]
`

func TestOneSideOfARoutine(t *testing.T) {
	l := inPack(map[string]string{"routines.toml": oneSided})
	noProblems(t, l)
	r := routineOf(t, l, "own")
	one, both := r.Items[0], r.Items[1]
	if one.OwnSide != RightSide || 2*one.DurationS() != both.DurationS() || both.DurationS() != both.Exercise.DoneFor(2, 10) {
		t.Errorf("takes %d s on one side, %d s on both", one.DurationS(), both.DurationS())
	}
	if r.TotalS() != 3*one.DurationS()+5 || r.TargetS != r.TotalS() {
		t.Errorf("takes %d s, target %d", r.TotalS(), r.TargetS)
	}
	if r.PrescribedBy != "the clinic" || r.Origin.PrescribedBy != "the clinic" || r.OwnPrescribedBy != "the clinic" {
		t.Errorf("origin %+v", r.Origin)
	}
	other := routineOf(t, inPack(map[string]string{"routines.toml": strings.Replace(oneSided, "prescribed_by = \"the clinic\"\n", "", 1)}), "own")
	if other.PrescribedBy != "my physiotherapist" {
		t.Errorf("origin without one of its own %+v", other.Origin)
	}
}

func TestMistakesWithSides(t *testing.T) {
	for _, c := range []struct{ was, now, want, key string }{
		{`sides = "right"`, `sides = "up"`, `packs/mine/routines.toml:7: routine "own": sides "up" is unknown; hint: one of left, right`, "items[0].sides"},
		{`sides = "right"`, `sides = "both"`, `sides "both" is unknown`, "items[0].sides"},
		{`exercise = "neck-turn", reps = 2, hold_s = 10, sides`, `exercise = "chin-tuck", sides`, `packs/mine/routines.toml:7: routine "own": exercise "chin-tuck" is not done on the left and on the right, so that it has no right side; hint: `, "items[0].sides"},
		{`"the clinic"`, `"` + strings.Repeat("x", 81) + `"`, `packs/mine/routines.toml:4: routine "own": prescribed_by has 81 characters, more than 80; hint: `, "prescribed_by"},
		{`reps = 2, hold_s = 10, sides`, `reps = -2, hold_s = 10, sides`, `reps is negative`, "items[0].reps"},
		{`name = "Own"`, `name = "` + strings.Repeat("x", 81) + `"`, `name has 81 characters`, "name"},
	} {
		bad := inPack(map[string]string{"routines.toml": strings.Replace(oneSided, c.was, c.now, 1)}).PackProblems()
		if len(bad) == 0 || !strings.Contains(bad[0].Error(), c.want) || bad[0].Key != c.key {
			t.Errorf("%s: %+v", c.now, bad)
		}
	}
}
