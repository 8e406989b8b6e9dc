package content

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// heeded lists the conditions some entry heeds, each with the cautions of the
// entries that heed it by level.
func heeded(t *testing.T, l *Library) map[Condition][][]string {
	t.Helper()
	used := map[Condition][][]string{}
	note := func(kind, id string, marks map[Condition]Level, cautions ...string) {
		for c, level := range marks {
			used[c] = append(used[c], cautions)
			if level == OK {
				t.Errorf("%s %s heeds %s with ok", kind, id, c)
			}
		}
	}
	list := func(conditions []Condition) {
		for _, c := range conditions {
			used[c] = append(used[c], nil)
		}
	}
	for _, e := range mustHave(t, l.Exercises) {
		note("exercise", e.ID, e.Conditions, append(slices.Clone(e.Cautions), e.Pregnancy.Note)...)
	}
	for _, r := range mustHave(t, l.Routines).Routine {
		note("routine", r.ID, r.Conditions, r.When, r.Note)
	}
	for _, v := range mustHave(t, l.Therapies) {
		note("therapy", v.ID, v.Conditions, v.Cautions...)
	}
	for _, tip := range mustHave(t, l.Tips) {
		note("tip", tip.ID, tip.Conditions)
	}
	h := mustHave(t, l.HeatCold)
	for _, q := range h.Screening {
		list(q.Conditions)
	}
	for _, p := range slices.Concat(h.Never, h.Precautions) {
		list(p.Conditions)
	}
	m := mustHave(t, l.Massage)
	for _, v := range m.Types {
		list(v.Avoid)
	}
	for _, v := range m.Techniques {
		list(v.Avoid)
	}
	for _, q := range m.Screening {
		list(q.Conditions)
	}
	return used
}

// A condition nothing heeds would be asked for in vain; one that is no fact
// could never be told.
func TestEveryConditionIsAFactAndMatters(t *testing.T) {
	l := BuiltIn()
	used := heeded(t, l)
	facts := map[Condition]Fact{}
	for _, f := range mustHave(t, l.Facts) {
		facts[f.ID] = f
	}
	for _, c := range slices.Sorted(maps.Keys(used)) {
		if _, ok := facts[c]; !ok && c != Pregnant {
			t.Errorf("%s is heeded, but no fact of profile.toml", c)
		}
	}
	for c, f := range facts {
		if used[c] == nil && !slices.ContainsFunc(f.CountsAs, func(as Condition) bool { return used[as] != nil }) {
			t.Errorf("nothing heeds %s", c)
		}
		for _, as := range f.CountsAs {
			if _, ok := facts[as]; !ok && as != Pregnant {
				t.Errorf("%s counts as %s, which is no fact", c, as)
			}
		}
	}
	if facts[Pregnant].ID != "" {
		t.Error("pregnancy has stages and is asked apart")
	}
	for _, c := range Condition("").choices() {
		if _, ok := facts[Condition(c)]; !ok && c != string(Pregnant) {
			t.Errorf("%s is a choice, but no fact", c)
		}
	}
	if !slices.IsSorted(Condition("").choices()) {
		t.Error("the choices are not sorted")
	}
}

// Where an entry's cautions are sentences, one of them says why a condition is
// heeded, and is found by the fact's words.
func TestEveryConditionHasItsWords(t *testing.T) {
	words := map[Condition][]string{}
	for _, f := range mustHave(t, BuiltIn().Facts) {
		words[f.ID] = f.Words
	}
	n := 0
	for c, entries := range heeded(t, BuiltIn()) {
		for _, cautions := range entries {
			if len(cautions) == 0 {
				continue
			}
			n++
			all := strings.ToLower(strings.Join(cautions, "\n"))
			if !slices.ContainsFunc(words[c], func(w string) bool { return strings.Contains(all, strings.ToLower(w)) }) {
				t.Errorf("no caution has a word of %s: %q", c, cautions)
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d marks were looked at", n)
	}
}

// The profile is asked at the first start, and must not take long.
func TestTheProfileIsReadInTwoMinutes(t *testing.T) {
	groups := []string{}
	took := 0.0
	for _, f := range mustHave(t, BuiltIn().Facts) {
		took += ReadingS(f.Name) + ReadingS(f.Help)
		if n := len(groups); n == 0 || groups[n-1] != string(f.Group) {
			groups = append(groups, string(f.Group))
		}
		if n := len(strings.Fields(f.Name)); n > 8 {
			t.Errorf("%s: a name of %d words", f.ID, n)
		}
		if f.PassingDays > 0 && (f.Group == Medicines || f.Group == Conditions) {
			t.Errorf("%s passes, but stands among what lasts", f.ID)
		}
		if f.Group == Now && f.PassingDays == 0 && f.ID != "cannot-move-away" {
			t.Errorf("%s is of today, but would never be asked about again", f.ID)
		}
	}
	if took > 120 {
		t.Errorf("all facts take %.0f s to read", took)
	}
	if !slices.Equal(groups, FactGroup("").choices()) {
		t.Errorf("groups in the order %v", groups)
	}
}

// Every question but the one about children is answered by a fact.
func TestEveryQuestionHasAnAnswer(t *testing.T) {
	for _, q := range mustHave(t, BuiltIn().HeatCold).Screening {
		if (len(q.Conditions) == 0) != (q.ID == "hc-child") {
			t.Errorf("%s is answered by %v", q.ID, q.Conditions)
		}
	}
	for _, q := range mustHave(t, BuiltIn().Massage).Screening {
		if len(q.Conditions) == 0 {
			t.Errorf("%s is answered by nothing", q.ID)
		}
		if (q.FromWeek > 0 || q.ToWeek > 0) && !slices.Contains(q.Conditions, Pregnant) {
			t.Errorf("%s is about weeks, but not about pregnancy", q.ID)
		}
	}
}

// A tip is as strict as the exercises it speaks of, since it is judged without
// them.
func TestTipsHeedTheirExercises(t *testing.T) {
	l := BuiltIn()
	known := exercisesByID(mustHave(t, l.Exercises))
	spoken := map[string][]*Exercise{
		"T08": {known["chin-tuck"]}, "T22": {known["wrist-forearm"]}, "T36": {known["shoulder-rolls"]},
	}
	for _, tip := range mustHave(t, l.Tips) {
		for _, r := range mustHave(t, l.Routines).Routine {
			if r.ID == tip.Routine {
				for _, i := range r.Items {
					spoken[tip.ID] = append(spoken[tip.ID], i.Exercise)
				}
			}
		}
		for _, e := range spoken[tip.ID] {
			for c, level := range e.Conditions {
				order := Level("").choices()
				if slices.Index(order, string(tip.Conditions[c])) < slices.Index(order, string(level)) {
					t.Errorf("%s heeds %s with %q, its exercise %s with %q", tip.ID, c, tip.Conditions[c], e.ID, level)
				}
			}
			p := e.Pregnancy
			if slices.Contains([]Level{p.T1, p.T2, p.T3}, Avoid) && tip.Pregnancy != NotPregnant {
				t.Errorf("%s speaks of %s, which does not suit pregnancy", tip.ID, e.ID)
			}
		}
	}
	if len(spoken) != 5 {
		t.Errorf("tips with exercises: %v", slices.Sorted(maps.Keys(spoken)))
	}
}

func TestMistakesInMarksAreTold(t *testing.T) {
	for _, c := range []struct{ file, old, new, want string }{
		{"profile.toml", `group = "medicines"
name = "Blood thinners"`, `group = "pills"
name = "Blood thinners"`, `fact "blood-thinners": group "pills" is unknown`},
		{"profile.toml", `counts_as = ["osteoporosis"]`, `counts_as = ["bones"]`, `fact "severe-osteoporosis": counts_as "bones" is unknown`},
		{"profile.toml", "words = [\"glaucoma\"]\n", "", `fact "glaucoma": words is missing`},
		{"profile.toml", "passing_days = 42", "passing_days = -42", `fact "recent-surgery": passing_days is negative`},
		{"heat-cold.toml", `conditions = ["fever"]`, `conditions = ["heat"]`, `screening "hc-fever": conditions "heat" is unknown`},
		{"massage.toml", `conditions = ["fever"]`, `conditions = ["fever", "fever"]`, `screening "fever": conditions names "fever" twice`},
		{"massage.toml", "avoid_when = \"as for trigger point therapy, which", "tell_not = \"", `unknown key "technique.tell_not"`},
		{"massage.toml", "use the heat screen\"\nneeds_screen = \"heat\"", "use the heat screen\"\nneeds_screen = \"cold\"", `technique "heat": needs_screen "cold" is unknown`},
		{"complementary.toml", `glaucoma = "caution" }`, `glaucoma = "perhaps" }`, `therapy "yoga": conditions "perhaps" is unknown`},
		{"complementary.toml", `t1 = "ask", t2`, `t2`, `therapy "topical": t1 is missing`},
		{"routines.toml", `suits = ["osteoporosis"]`, `suits = ["everybody"]`, `routine "no-bend-5": suits "everybody" is unknown`},
		{"tips.toml", `wrist-injury = "avoid"`, `wrist = "avoid"`, `tip "T22": conditions "wrist" is unknown`},
	} {
		err := changed(t, c.file, c.old, c.new).Check()
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.file, err, c.want)
		}
	}
	err := changed(t, "massage.toml", "avoid_when = \"as for trigger point therapy, which", "what_for = \"").Check()
	if err == nil || !strings.Contains(err.Error(), `technique "targeted-pressure": avoid is set, but avoid_when does not say it in words`) {
		t.Error(err)
	}
}
