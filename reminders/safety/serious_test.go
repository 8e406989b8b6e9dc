package safety

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/unhunch/unhunch/content"
)

// A warning sign leads to the page of the warning signs, not to something else
// to do.
func TestWarningSignsLeadToTheirPage(t *testing.T) {
	lib := content.BuiltIn()
	for fact, c := range map[content.Condition]struct {
		sign string
		held []string
	}{
		"pregnancy-complication": {"pregnant", []string{"exercise chin-tuck", "exercise belly-breathing", "routine micro-1", "routine pregnancy-6", "heat ", "cold ", "massage ", "tip T21", "therapy yoga"}},
		"leg-clot":               {"dvt", []string{"exercise ankle-pumps", "exercise heel-raises", "exercise calf-wall", "routine lunch-legs-6", "routine meeting-stealth-2", "heat "}},
		"leg-weakness":           {"one-leg", []string{"routine sciatica-gentle-6", "exercise nerve-glide", "massage ", "type thai"}},
		"spinal-fracture":        {"accident", []string{"routine no-bend-5", "exercise seated-twist", "routine desk-reset-3", "massage "}},
		"fever":                  {"fever", []string{"heat ", "cold ", "exercise chin-tuck", "routine micro-1", "massage ", "therapy chiropractic"}},
	} {
		p := somebody(t, string(fact), fact)
		held := map[string]Advice{}
		for _, e := range everything(t, lib, p) {
			if !e.advice.Suggest() {
				held[e.String()] = e.advice
			}
		}
		for _, want := range c.held {
			a, is := held[want]
			if !is || a.Instead == nil || *a.Instead != (Instead{Kind: "serious", ID: c.sign, Name: "Is this serious?"}) {
				t.Errorf("%s: %s is %s, instead %v", fact, want, a.Verdict, a.Instead)
			}
			if len(a.Reasons) > 0 && len(a.Reasons[0].Sources) == 0 {
				t.Errorf("%s: %s has no source", fact, want)
			}
		}
	}
}

// Breathing and rest stay with a fever; nothing does with a complication.
func TestWhatStaysWithAWarningSign(t *testing.T) {
	all := must(t, content.BuiltIn().Exercises)
	for fact, rests := range map[content.Condition]Verdict{"fever": Allowed, "leg-clot": Allowed, "pregnancy-complication": Held} {
		j := For(content.BuiltIn(), with(fact), today)
		for i := range all {
			if e := &all[i]; e.ID == "belly-breathing" || e.ID == "side-rest" {
				if got := j.Exercise(e).Verdict; got != rests {
					t.Errorf("%s: %s is %s", fact, e.ID, got)
				}
			}
		}
	}
}

// A complication of a pregnancy is told by somebody who is pregnant, even if
// they did not say so.
func TestComplicationsComeWithAPregnancy(t *testing.T) {
	j := For(content.BuiltIn(), with("pregnancy-complication"), today)
	if !j.Meant(content.OnlyPregnant) {
		t.Error("not meant for pregnancy")
	}
	for _, tip := range must(t, content.BuiltIn().Tips) {
		if tip.ID == "T38" && j.Tip(tip).Verdict != Held {
			t.Error("sleeping on the back is not held back")
		}
	}
	known := with("pregnancy-complication")
	known.Pregnancy = due(9, 0)
	if got := For(content.BuiltIn(), known, today).p.Pregnancy; got != known.Pregnancy {
		t.Errorf("what was told of the pregnancy became %+v", got)
	}
}

// An old spinal fracture is no warning sign any more, but still heeded, and what
// comes in its place asks no more of anybody.
func TestAFractureIsFreshForNinetyDays(t *testing.T) {
	lib := content.BuiltIn()
	all := must(t, lib.Routines).Routine
	r := &all[slices.IndexFunc(all, func(r content.Routine) bool { return r.ID == "no-bend-5" })]
	p := Profile{}.With("spinal-fracture", today.AddDate(0, 0, -91))
	a := For(lib, p, today).Routine(r)
	if a.Verdict != Ask || a.Instead == nil || a.Instead.Kind != "routine" {
		t.Fatalf("%s, instead %v", a.Verdict, a.Instead)
	}
	i := slices.IndexFunc(all, func(r content.Routine) bool { return r.ID == a.Instead.ID })
	if roughShare(&all[i]) > roughShare(r) || For(lib, p, today).Routine(&all[i]).Verdict != Allowed {
		t.Errorf("instead of no-bend-5 comes %s", a.Instead.ID)
	}
}

// What comes in the place of something is no rougher, and not worse judged.
func TestAlternativesAreNotRougher(t *testing.T) {
	lib := content.BuiltIn()
	exercises, routines := must(t, lib.Exercises), must(t, lib.Routines).Routine
	byID := func(id string) *content.Exercise {
		return &exercises[slices.IndexFunc(exercises, func(e content.Exercise) bool { return e.ID == id })]
	}
	n := 0
	for _, p := range people(t) {
		j := For(lib, p.profile, today)
		check := func(e, other *content.Exercise) {
			n++
			named := slices.ContainsFunc(e.Instead, func(a content.Alternative) bool { return slices.Contains(a.Exercises, other.ID) })
			if rough(other) > rough(e) && !named {
				t.Errorf("%s: %s, which is rougher, stands for %s", p.name, other.ID, e.ID)
			}
		}
		for i := range exercises {
			if a := j.Exercise(&exercises[i]); a.Instead != nil && a.Instead.Kind == "exercise" {
				check(&exercises[i], byID(a.Instead.ID))
			}
		}
		for i := range routines {
			for id, other := range j.Replacements(&routines[i]) {
				check(byID(id), other)
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d alternatives", n)
	}
}

// A reason never names something else than what comes in the place of an
// exercise.
func TestReasonsNameWhatComes(t *testing.T) {
	lib := content.BuiltIn()
	exercises, routines := must(t, lib.Exercises), must(t, lib.Routines).Routine
	named := 0
	for _, p := range people(t) {
		j := For(lib, p.profile, today)
		for i := range routines {
			r := &routines[i]
			for id, other := range j.Replacements(r) {
				e := &exercises[slices.IndexFunc(exercises, func(e content.Exercise) bool { return e.ID == id })]
				for _, reason := range j.Routine(r).Reasons {
					if !strings.HasPrefix(reason.Text, e.Name+" is replaced by "+other.Name+".") {
						continue
					}
					for _, a := range e.Instead {
						says := strings.Contains(strings.ToLower(reason.Text), strings.ToLower(a.Words))
						if says {
							named++
						}
						if says && !slices.Contains(a.Exercises, other.ID) {
							t.Errorf("%s: in %s: %s", p.name, r.ID, reason.Text)
						}
					}
				}
			}
		}
	}
	if named < 10 {
		t.Errorf("only %d reasons name what comes", named)
	}
	third := For(lib, Profile{Pregnancy: due(34, 0)}, today)
	for id, want := range map[string]string{
		"rest-90-90": "side-rest", "pelvic-tilt": "wall-pelvic-tilt", "knee-to-chest": "seated-knee-hug",
		"knee-rolls": "slump-and-tall", "lying-figure-four": "seated-figure-four", "back-bend-standing": "wall-pelvic-tilt",
	} {
		e := &exercises[slices.IndexFunc(exercises, func(e content.Exercise) bool { return e.ID == id })]
		a := third.Exercise(e)
		if a.Instead == nil || a.Instead.ID != want || !strings.Contains(strings.ToLower(a.Reason()), strings.ToLower(e.Instead[0].Words)) {
			t.Errorf("%s: %q, instead %v", id, a.Reason(), a.Instead)
		}
	}
	quad := &exercises[slices.IndexFunc(exercises, func(e content.Exercise) bool { return e.ID == "quad-stand" })]
	if a := third.Exercise(quad); a.Reason() != "Pregnancy, third trimester: leave this out. Fall risk." {
		t.Errorf("%q", a.Reason())
	}
}

// What guidelines advise against is held from everybody, with what they say.
func TestNotAdvisedIsHeldFromEverybody(t *testing.T) {
	for _, v := range must(t, content.BuiltIn().Therapies) {
		a := For(content.BuiltIn(), Profile{}, today).Therapy(&v)
		if v.ID != "not-advised" {
			continue
		}
		if a.Verdict != Held || !strings.Contains(a.Reason(), v.Text) || len(a.Reasons[0].Sources) == 0 || a.Instead == nil {
			t.Errorf("%s, %q, instead %v", a.Verdict, a.Reason(), a.Instead)
		}
	}
}

// Where only something rougher is left, there is something to read.
func TestNothingRoughIsBetterThanNothing(t *testing.T) {
	all := must(t, content.BuiltIn().Exercises)
	at := func(id string) content.Exercise {
		return all[slices.IndexFunc(all, func(e content.Exercise) bool { return e.ID == id })]
	}
	march, hinge := at("hip-march"), at("hip-hinge")
	j := For(content.BuiltIn(), Profile{}, today)
	if got := j.inPlaceOf([]content.Exercise{march, hinge}, &march, 5); len(got) != 0 {
		t.Errorf("%s stands for a gentle exercise", got[0].ID)
	}
	if got := j.inPlaceOf([]content.Exercise{march, hinge}, &hinge, 5); len(got) != 1 {
		t.Error("nothing stands for a rough exercise")
	}

	files := fstest.MapFS{}
	dir := os.DirFS("../../content/data/en")
	err := fs.WalkDir(dir, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := fs.ReadFile(dir, name)
		files[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	routine := func(id, exercise, more string) string {
		return "[[routine]]\nid = \"" + id + "\"\nname = \"x\"\nplace = \"mixed\"\nwhen = \"glaucoma\"\nrest_s = 5\n" + more + "items = [{ exercise = \"" + exercise + "\" }]\n"
	}
	files["routines.toml"] = &fstest.MapFile{Data: []byte("[[rule]]\nwhen = \"before\"\ntext = \"x\"\nours = true\n" +
		routine("gentle", "hip-march", "target_s = 30\nconditions = { glaucoma = \"avoid\" }\n") + routine("rough", "hip-hinge", "target_s = 36\n"))}
	lib := content.Open(files)
	list := must(t, lib.Routines).Routine
	for i, want := range []string{"guide", "routine"} {
		if i == 1 {
			list[0].Items, list[1].Items = list[1].Items, list[0].Items
		}
		if a := For(lib, with("glaucoma"), today).Routine(&list[0]); a.Instead == nil || a.Instead.Kind != want {
			t.Errorf("instead of %s comes %v, want a %s", list[0].Items[0].ExerciseID, a.Instead, want)
		}
	}
}

// What a pack's own caution says is no reason.
func TestOptInOfPacksSaysNothingMore(t *testing.T) {
	e := &content.Exercise{ID: "own", OptIn: true, Cautions: []string{"None at all."}}
	e.Pack = "Mine"
	if got := For(content.BuiltIn(), Profile{}, today).Exercise(e).Reason(); got != "This exercise is off unless you turn it on." {
		t.Errorf("%q", got)
	}
}
