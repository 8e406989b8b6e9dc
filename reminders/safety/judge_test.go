package safety

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/content"
)

// One more thing told never makes any advice milder.
func TestMoreFactsAreNeverMilder(t *testing.T) {
	lib := content.BuiltIn()
	all := facts(t)
	rapid.Check(t, func(rt *rapid.T) {
		var p Profile
		for range rapid.IntRange(0, 6).Draw(rt, "facts") {
			p = p.With(rapid.SampledFrom(all).Draw(rt, "fact").ID, today)
		}
		pregnant := rapid.SampledFrom([]Pregnancy{{}, told(1, 0), told(2, 0), told(2, 30), told(3, 0), due(15, 0), {Is: true}}).Draw(rt, "pregnancy")
		more := p
		if rapid.Bool().Draw(rt, "more is the pregnancy") {
			more.Pregnancy = pregnant
		} else {
			p.Pregnancy, more.Pregnancy = pregnant, pregnant
			more = more.With(rapid.SampledFrom(all).Draw(rt, "one more").ID, today)
		}
		before := everything(t, lib, person{profile: p})
		for i, e := range everything(t, lib, person{profile: more}) {
			if e.advice.Verdict.rank() < before[i].advice.Verdict.rank() {
				rt.Fatalf("%s was %s and is %s with %v more", e, before[i].advice.Verdict, e.advice.Verdict, more)
			}
		}
	})
}

// What is read on a screen, word for word.
func TestSentences(t *testing.T) {
	lib := content.BuiltIn()
	exercise := func(id string) *content.Exercise {
		all := must(t, lib.Exercises)
		return &all[slices.IndexFunc(all, func(e content.Exercise) bool { return e.ID == id })]
	}
	routine := func(id string) *content.Routine {
		all := must(t, lib.Routines).Routine
		return &all[slices.IndexFunc(all, func(r content.Routine) bool { return r.ID == id })]
	}
	kind := func(id string) *content.MassageType {
		all := must(t, lib.Massage).Types
		return &all[slices.IndexFunc(all, func(m content.MassageType) bool { return m.ID == id })]
	}
	timer := func(id string) *content.Timer {
		all := must(t, lib.HeatCold).Timers
		return &all[slices.IndexFunc(all, func(t content.Timer) bool { return t.ID == id })]
	}
	therapy := func(id string) *content.Therapy {
		all := must(t, lib.Therapies)
		return &all[slices.IndexFunc(all, func(v content.Therapy) bool { return v.ID == id })]
	}
	third := Profile{Pregnancy: due(34, 0)}
	for i, c := range []struct {
		p      Profile
		advice func(*Judge) Advice
		want   string
	}{
		{
			third, func(j *Judge) Advice { return j.Exercise(exercise("bridge")) },
			"held: Pregnancy, third trimester: leave this out. Lying flat after about 16 weeks is not advised for long. | exercise hip-march",
		},
		{
			Profile{Pregnancy: told(1, 1)},
			func(j *Judge) Advice { return j.Exercise(exercise("bridge")) },
			"held: Pregnancy, perhaps in the second trimester by now: leave this out. Lying flat after about 16 weeks is not advised for long. | exercise hip-march",
		},
		{
			Profile{Pregnancy: Pregnancy{Is: true}},
			func(j *Judge) Advice { return j.Exercise(exercise("doorway-chest")) },
			"caution: Pregnancy, stage not told: take this with care. Balance changes – use the frame for support and a small step. | ",
		},
		{
			with("osteoporosis"), func(j *Judge) Advice { return j.Exercise(exercise("chair-thoracic-extension")) },
			"ask: Ask first with osteoporosis. | exercise seated-chest-lift",
		},
		{
			with("severe-osteoporosis"), func(j *Judge) Advice { return j.Exercise(exercise("knee-rolls")) },
			"caution: Severe osteoporosis: Small range only with osteoporosis of the spine. | ",
		},
		{
			with("pelvic-girdle-pain"), func(j *Judge) Advice { return j.Exercise(exercise("hip-flexor-lunge")) },
			"held: Short step, firm support; avoid with pelvic girdle pain. | exercise wall-pelvic-tilt",
		},
		{
			with("osteoporosis"), func(j *Judge) Advice { return j.Routine(routine("laptop-hunch-4")) },
			"caution: Lean back over the chair is replaced by Seated side reach. Ask first with osteoporosis. | ",
		},
		{
			third, func(j *Judge) Advice { return j.Routine(routine("pregnancy-6")) },
			"caution: Any trimester, uncomplicated pregnancy, with your midwife's or doctor's OK. | ",
		},
		{
			with("fever"), func(j *Judge) Advice { return j.HeatCold(content.Cold) },
			"ask: Fever or infection: ask a clinician before you use cold. Back pain with fever is also a warning sign: see \"Is this serious?\". | serious fever",
		},
		{
			with("raynaud"), func(j *Judge) Advice { return j.HeatCold(content.Cold) },
			"held: Raynaud's, cold allergy or Buerger's: no cold. | heat heat",
		},
		{
			with("fresh-injury"), func(j *Judge) Advice { return j.HeatCold(content.HeatAndCold) },
			"held: Strain, knock or bruise, under 48 hours old: no heat. Wait 48 hours. | cold cold",
		},
		{
			with("medicine-patch"), func(j *Judge) Advice { return j.HeatCold(content.Heat) },
			"held: Medicine patch on the skin: no heat. No heat over medicine patches (for example opioid patches): heat can release too much drug. | cold cold",
		},
		{
			third, func(j *Judge) Advice { return j.Timer(timer("heat-wrap")) },
			"held: Pregnancy, third trimester: leave this out. Low back only, low setting, 10 min, never on the abdomen; no hot tubs or saunas. | heat heat",
		},
		{
			with("varicose-veins"), func(j *Judge) Advice { return j.Massage() },
			"caution: Tell the therapist: Varicose veins. No pressure on them. | ",
		},
		{
			with("varicose-veins"), func(j *Judge) Advice { return j.MassageType(kind("self")) },
			"caution: Varicose veins: take this with care. No pressure on them. | ",
		},
		{
			with("blood-thinners"), func(j *Judge) Advice { return j.Massage() },
			"ask: Blood thinners: ask a clinician before a massage. No deep or forceful work. | routine micro-1",
		},
		{
			with("osteoporosis"), func(j *Judge) Advice { return j.MassageType(kind("massage-gun")) },
			"held: Osteoporosis or thin bones: not this type of massage. When to avoid it: neck, head, front of body, over the spine or bones, thinners, osteoporosis, pregnancy, fresh injury; case reports include artery tears and muscle breakdown. | massage swedish",
		},
		{
			with("osteoporosis"), func(j *Judge) Advice { return j.Therapy(therapy("pilates")) },
			"caution: The same bending cautions as yoga: care with osteoporosis, disc trouble or glaucoma. | ",
		},
		{
			with("anti-inflammatories"), func(j *Judge) Advice { return j.Therapy(therapy("topical")) },
			"ask: Ask a pharmacist if pregnant, on blood thinners, with asthma, kidney or stomach trouble, or already taking NSAIDs. | routine micro-1",
		},
		{
			with("severe-osteoporosis"), func(j *Judge) Advice { return j.Massage() },
			"held: Severe osteoporosis: no massage now. Until a clinician has cleared it; then gentle only, no deep or stretching work. | routine no-bend-5",
		},
		{
			with("cancer"), func(j *Judge) Advice { return j.Therapy(therapy("chiropractic")) },
			"held: Not with fracture, osteoporosis, cancer in the spine, infection, cauda equina signs, inflammatory spine disease, or on blood thinners without a doctor's OK. | routine micro-1",
		},
	} {
		a := c.advice(For(lib, c.p, today))
		got := string(a.Verdict) + ": " + a.Reason() + " | "
		if a.Instead != nil {
			got += a.Instead.Kind + " " + a.Instead.ID
		}
		if got != c.want {
			t.Errorf("%d: %s\nwant %s", i, got, c.want)
		}
	}
}

// Several questions about one fact each have their say, the milder ones too.
func TestReasonsOfOneFact(t *testing.T) {
	m := must(t, content.BuiltIn().Massage)
	deep := &m.Types[slices.IndexFunc(m.Types, func(m content.MassageType) bool { return m.ID == "deep-tissue" })]
	for week, want := range map[int]int{9: 2, 20: 1, 30: 2} {
		j := For(content.BuiltIn(), Profile{Pregnancy: due(week, 0)}, today)
		if got := len(j.MassageType(deep).Reasons); got != want+1 {
			t.Errorf("week %d: %d reasons against deep tissue massage", week, got)
		}
		if got := len(j.Massage().Reasons); got != want {
			t.Errorf("week %d: %d reasons to ask before a massage, want %d", week, got, want)
		}
		late := slices.ContainsFunc(j.Massage().Reasons, func(r Reason) bool { return strings.Contains(r.Text, "Not flat on the back and not on the tummy") })
		if late != (week > 22) {
			t.Errorf("week %d: not flat on the back %v", week, late)
		}
	}
}

func TestTimersInPregnancyAreShorter(t *testing.T) {
	timers := must(t, content.BuiltIn().HeatCold).Timers
	want := map[string][2]int{"heat": {15, 10}, "cold-pack": {20, 10}, "ice-massage": {10, 10}, "heat-wrap": {0, 0}, "alternate": {0, 0}}
	for i := range timers {
		v := &timers[i]
		got := [2]int{
			For(content.BuiltIn(), with("fever"), today).MaxMin(v),
			For(content.BuiltIn(), Profile{Pregnancy: told(1, 0)}, today).MaxMin(v),
		}
		if got != want[v.ID] {
			t.Errorf("%s: %v minutes, want %v", v.ID, got, want[v.ID])
		}
	}
}

func TestMeant(t *testing.T) {
	none, pregnant := For(content.BuiltIn(), Profile{}, today), For(content.BuiltIn(), Profile{Pregnancy: told(1, 0)}, today)
	for mark, want := range map[content.ForPregnancy][2]bool{
		content.Anybody: {true, true}, content.OnlyPregnant: {false, true}, content.NotPregnant: {true, true},
	} {
		if got := [2]bool{none.Meant(mark), pregnant.Meant(mark)}; got != want {
			t.Errorf("%q: %v", mark, got)
		}
	}
}

// A judge may be asked from anywhere at once.
func TestJudgesAreShared(t *testing.T) {
	lib := broken(t) // nothing of it was read yet
	j := For(lib, with(slices.Collect(maps.Keys(somebody(t, "", "osteoporosis", "diabetes").profile.Facts))...), today)
	done := make(chan Verdict)
	for range 4 {
		go func() { done <- j.Routine(&must(t, lib.Routines).Routine[3]).Verdict }()
	}
	for range 4 {
		if v := <-done; v != Caution {
			t.Errorf("%s", v)
		}
	}
}

// BenchmarkEverything judges every exercise and routine, as a list of them does.
func BenchmarkEverything(b *testing.B) {
	lib := content.BuiltIn()
	exercises, routines := must(b, lib.Exercises), must(b, lib.Routines).Routine
	p := with("osteoporosis", "leg-pain", "over-65")
	p.Pregnancy = due(34, 0)
	b.ReportAllocs()
	for b.Loop() {
		j := For(lib, p, today)
		for i := range exercises {
			_ = j.Exercise(&exercises[i])
		}
		for i := range routines {
			_ = j.Routine(&routines[i])
		}
	}
}
