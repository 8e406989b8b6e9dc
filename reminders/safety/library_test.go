package safety

import (
	"slices"
	"strings"
	"testing"

	"github.com/unhunch/unhunch/content"
)

// entry is one entry of the library with its advice.
type entry struct {
	kind, id string
	advice   Advice
	raw      raw
	sources  int // of the entry
}

func (e entry) String() string { return e.kind + " " + e.id }

func must[T any](t testing.TB, read func() (T, error)) T {
	t.Helper()
	v, err := read()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// everything judges the whole library for a person.
func everything(t testing.TB, lib *content.Library, p person) []entry {
	t.Helper()
	j := For(lib, p.profile, today)
	var out []entry
	add := func(kind, id string, a Advice, e raw, sources int) {
		if e != nil && e.text("id") != id {
			t.Fatalf("%s %s stands where %s should", kind, e.text("id"), id)
		}
		out = append(out, entry{kind, id, a, e, sources})
	}
	tips := entries(t, "tips.toml", "tip")
	for i, v := range must(t, lib.Tips) {
		add("tip", v.ID, j.Tip(v), tips[i], len(v.Sources))
	}
	exercises := entries(t, "exercises/*.toml", "exercise")
	all := must(t, lib.Exercises)
	for i := range all {
		add("exercise", all[i].ID, j.Exercise(&all[i]), exercises[i], len(all[i].Sources))
	}
	routines := entries(t, "routines.toml", "routine")
	for i := range must(t, lib.Routines).Routine {
		v := &must(t, lib.Routines).Routine[i]
		add("routine", v.ID, j.Routine(v), routines[i], 1)
	}
	for _, m := range []content.Modality{content.Heat, content.Cold} {
		add(string(m), "", j.HeatCold(m), nil, 1)
	}
	timers := entries(t, "heat-cold.toml", "timer")
	for i := range must(t, lib.HeatCold).Timers {
		v := &must(t, lib.HeatCold).Timers[i]
		add("timer", v.ID, j.Timer(v), timers[i], len(v.Sources))
	}
	m := must(t, lib.Massage)
	add("massage", "", j.Massage(), nil, 1)
	types := entries(t, "massage.toml", "type")
	for i := range m.Types {
		add("type", m.Types[i].ID, j.MassageType(&m.Types[i]), types[i], len(m.Types[i].Sources))
	}
	techniques := entries(t, "massage.toml", "technique")
	for i := range m.Techniques {
		add("technique", m.Techniques[i].ID, j.Technique(&m.Techniques[i]), techniques[i], len(m.Techniques[i].Sources))
	}
	aftercare := entries(t, "massage.toml", "aftercare")
	for i := range m.Aftercare {
		add("aftercare", m.Aftercare[i].ID, j.Aftercare(&m.Aftercare[i]), aftercare[i], len(m.Aftercare[i].Sources))
	}
	therapies := entries(t, "complementary.toml", "therapy")
	list := must(t, lib.Therapies)
	for i := range list {
		add("therapy", list[i].ID, j.Therapy(&list[i]), therapies[i], len(list[i].Sources))
	}
	return out
}

func people(t testing.TB) []person {
	return []person{
		{name: "nobody in particular"},
		expecting("third trimester, told", told(3, 0), 28, 42, "t3"),
		expecting("third trimester, by the due date", due(34, 2), 34, 34, "t3"),
		expecting("second trimester", due(20, 0), 20, 20, "t2"),
		expecting("late second trimester", due(25, 0), 25, 25, "t2"),
		expecting("first trimester", due(9, 0), 9, 9, "t1"),
		expecting("end of the first trimester", due(13, 6), 13, 13, "t1"),
		expecting("told the first three weeks ago", told(1, 21), 3, 16, "t1", "t2"),
		expecting("told the second a week ago", told(2, 7), 15, 28, "t2", "t3"),
		expecting("pregnant, stage not told", Pregnancy{Is: true, NotedAt: today}, 0, 42, "t1", "t2", "t3"),
		expecting("long past the due date", due(50, 0), 50, 50, "t3"),
		somebody(t, "osteoporosis", "osteoporosis"),
		somebody(t, "severe osteoporosis", "severe-osteoporosis"),
		somebody(t, "blood thinners", "blood-thinners"),
		somebody(t, "reduced skin feeling", "reduced-sensation"),
		somebody(t, "nerve damage from diabetes", "diabetes-nerve-damage"),
		somebody(t, "fever", "fever"),
		somebody(t, "diabetes", "diabetes"),
		somebody(t, "eczema", "skin-disease"),
		somebody(t, "spinal fracture", "spinal-fracture"),
		somebody(t, "weak leg", "leg-weakness"),
		somebody(t, "leg clot", "leg-clot"),
		unstaged(somebody(t, "complication", "pregnancy-complication")),
		somebody(t, "many things", "osteoporosis", "leg-pain", "knee-pain", "high-blood-pressure", "over-65"),
	}
}

// Each verdict is what the marks in the files come to, no more and no less.
func TestTheWholeLibraryFor(t *testing.T) {
	lib := content.BuiltIn()
	for _, p := range people(t) {
		t.Run(p.name, func(t *testing.T) {
			counts := map[Verdict]int{}
			for _, e := range everything(t, lib, p) {
				counts[e.advice.Verdict]++
				var want Verdict
				switch e.kind {
				case "tip":
					want = p.tip(e.raw)
				case "exercise":
					want = p.exercise(t, e.raw)
				case "heat", "cold":
					want = p.heatCold(t, e.kind)
				case "timer":
					want = Held
					if e.raw["offered"] == true && (p.thirds == nil || e.raw.text("pregnancy") != "not") {
						want = p.heatCold(t, e.raw.text("modality"))
					}
				case "massage":
					want = p.massage(t)
				case "type", "technique":
					want = p.hands(t, e.raw)
				case "therapy":
					want = p.marked(e.raw)
					if e.raw["not_advised"] == true {
						want = Held
					}
				case "routine", "aftercare":
					continue // TestRoutinesFor
				}
				if e.advice.Verdict != want {
					t.Errorf("%s is %s, its marks come to %s", e, e.advice.Verdict, want)
				}
			}
			t.Log(counts)
		})
	}
}

// Whatever is not suggested says why, in a sentence that rests on something,
// and names something to do instead that may be suggested itself.
func TestWhatIsNotSuggestedSaysWhy(t *testing.T) {
	lib := content.BuiltIn()
	n := 0
	for _, p := range people(t) {
		j := For(lib, p.profile, today)
		for _, e := range everything(t, lib, p) {
			a := e.advice
			if (a.Verdict == Allowed) != (len(a.Reasons) == 0) || a.Suggest() != (a.Instead == nil) {
				t.Errorf("%s: %s is %s with %d reasons, instead %v", p.name, e, a.Verdict, len(a.Reasons), a.Instead)
			}
			if !slices.IsSortedFunc(a.Reasons, func(a, b Reason) int { return b.Verdict.rank() - a.Verdict.rank() }) ||
				len(a.Reasons) > 0 && (a.Reasons[0].Verdict != a.Verdict || a.Reason() != a.Reasons[0].Text) {
				t.Errorf("%s: the reasons of %s are not the strictest first: %v", p.name, e, a.Reasons)
			}
			for _, r := range a.Reasons {
				n++
				if len(r.Text) < 15 || !strings.ContainsAny(r.Text[len(r.Text)-1:], ".!?") || strings.Contains(r.Text, "..") || strings.Contains(r.Text, "{{") {
					t.Errorf("%s: %s: %q is no sentence", p.name, e, r.Text)
				}
				if len(r.Sources) == 0 && e.sources > 0 {
					t.Errorf("%s: %s: %q has no source", p.name, e, r.Text)
				}
				if r.Because != "" && !slices.Contains(p.facts, string(r.Because)) {
					t.Errorf("%s: %s is held because of %s", p.name, e, r.Because)
				}
			}
			if a.Instead == nil {
				continue
			}
			against := slices.ContainsFunc(a.Reasons, func(r Reason) bool { return r.Verdict.rank() > Caution.rank() && p.warned(t, r.Because) })
			if against && a.Instead.Kind != "serious" {
				t.Errorf("%s: a warning sign is against %s, and there is %v instead", p.name, e, a.Instead)
			}
			if other := lookup(t, lib, j, a.Instead); !other.Suggest() || a.Instead.Name == "" || a.Instead.Kind+a.Instead.ID == e.kind+e.id {
				t.Errorf("%s: instead of %s there is %v, which is %s", p.name, e, a.Instead, other.Verdict)
			}
			if a.Instead.Kind == "guide" && e.kind != "guide" {
				t.Errorf("%s: %s has only something to read instead", p.name, e)
			}
		}
	}
	if n < 500 {
		t.Errorf("only %d reasons", n)
	}
}

// lookup is the advice on what is to be done instead.
func lookup(t *testing.T, lib *content.Library, j *Judge, i *Instead) Advice {
	t.Helper()
	switch i.Kind {
	case "heat", "cold":
		return j.HeatCold(content.Modality(i.ID))
	case "tip":
		for _, v := range must(t, lib.Tips) {
			if v.ID == i.ID {
				return j.Tip(v)
			}
		}
	case "exercise":
		all := must(t, lib.Exercises)
		for k := range all {
			if all[k].ID == i.ID {
				return j.Exercise(&all[k])
			}
		}
	case "routine":
		all := must(t, lib.Routines).Routine
		for k := range all {
			if all[k].ID == i.ID {
				return j.Routine(&all[k])
			}
		}
	case "massage":
		all := must(t, lib.Massage).Types
		for k := range all {
			if all[k].ID == i.ID {
				return j.MassageType(&all[k])
			}
		}
	case "serious":
		for _, f := range must(t, lib.RedFlags).Flags {
			if f.ID == i.ID {
				return Advice{Verdict: Allowed}
			}
		}
	case "guide":
		for _, g := range must(t, lib.Guides) {
			if g.ID == i.ID {
				return Advice{Verdict: Allowed}
			}
		}
	}
	t.Errorf("%v leads nowhere", i)
	return Advice{Verdict: Held}
}

// A routine that is suggested holds nothing its person should not do: what does
// not suit has another in its place.
func TestRoutinesFor(t *testing.T) {
	lib := content.BuiltIn()
	marks := map[string]raw{}
	for _, e := range entries(t, "exercises/*.toml", "exercise") {
		marks[e.text("id")] = e
	}
	replaced := 0
	for _, p := range people(t) {
		j := For(lib, p.profile, today)
		for i, own := range entries(t, "routines.toml", "routine") {
			r := &must(t, lib.Routines).Routine[i]
			want := p.routine(own)
			instead := j.Replacements(r)
			came := map[string]bool{}
			for _, item := range own["items"].([]any) {
				id := item.(map[string]any)["exercise"].(string)
				v := p.exercise(t, marks[id])
				other := instead[id]
				delete(instead, id)
				if other != nil {
					replaced++
					if v.rank() < Ask.rank() || p.exercise(t, marks[other.ID]).rank() > Caution.rank() || other.Regions[0] != r.Items[slices.IndexFunc(r.Items, func(i content.RoutineItem) bool { return i.ExerciseID == id })].Exercise.Regions[0] {
						t.Errorf("%s: in %s, %s takes the place of %s", p.name, r.ID, other.ID, id)
					}
					if own.text("place") == "seated" && other.Position != "seated" || own.text("place") == "standing" && other.Position == "floor" {
						t.Errorf("%s: in %s, which is %s, comes %s", p.name, r.ID, r.Place, other.ID)
					}
					v, id = Caution, other.ID
				}
				if came[id] {
					t.Errorf("%s: in %s, %s comes twice", p.name, r.ID, id)
				}
				came[id] = true
				want = worse(want, v)
			}
			if len(instead) > 0 {
				t.Errorf("%s: %s replaces what is not in it: %v", p.name, r.ID, instead)
			}
			if got := j.Routine(r).Verdict; got != want {
				t.Errorf("%s: %s is %s, its exercises come to %s", p.name, r.ID, got, want)
			}
		}
	}
	if replaced < 20 {
		t.Errorf("only %d exercises were replaced", replaced)
	}
}

// Who told nothing is offered everything but what is off by itself.
func TestWhoToldNothing(t *testing.T) {
	for _, p := range []Profile{{}, {Skipped: true, AskedAt: today}, with("made-up")} {
		for _, e := range everything(t, content.BuiltIn(), person{profile: p}) {
			off := e.raw != nil && (e.raw["opt_in"] == true || e.raw["not_advised"] == true || e.kind == "timer" && e.raw["offered"] == false)
			if e.advice.Suggest() == off || !off && e.advice.Verdict != Allowed {
				t.Errorf("%s is %s", e, e.advice.Verdict)
			}
		}
	}
}

// Every fact changes the advice on something, or it would be asked in vain.
func TestEveryFactMatters(t *testing.T) {
	lib := content.BuiltIn()
	none := everything(t, lib, person{})
	for _, f := range facts(t) {
		changed := 0
		for i, e := range everything(t, lib, somebody(t, string(f.ID), f.ID)) {
			if e.advice.Verdict != none[i].advice.Verdict {
				changed++
			}
		}
		if changed == 0 {
			t.Errorf("%s changes nothing", f.ID)
		}
	}
}
