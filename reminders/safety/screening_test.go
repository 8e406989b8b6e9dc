package safety

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/content"
)

var screened = time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)

func checklist(t *testing.T, p Profile, answers ...ScreeningAnswer) Checklist {
	t.Helper()
	c, err := For(content.BuiltIn(), p, screened).Screening(answers)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func (c Checklist) of(t *testing.T, id string) ScreeningItem {
	t.Helper()
	for _, it := range c.Items {
		if it.Question.ID == id {
			return it
		}
	}
	t.Fatalf("no question %s", id)
	return ScreeningItem{}
}

// noToAll answers every question with no.
func noToAll(t *testing.T, at time.Time) []ScreeningAnswer {
	t.Helper()
	m, err := content.BuiltIn().Massage()
	if err != nil {
		t.Fatal(err)
	}
	var out []ScreeningAnswer
	for _, q := range m.Screening {
		out = append(out, ScreeningAnswer{Question: q.ID, At: at})
	}
	return out
}

func daysAgo(n int) time.Time { return screened.AddDate(0, 0, -n) }

func TestNothingAnswered(t *testing.T) {
	c := checklist(t, Profile{})
	if len(c.Items) != 25 || c.Open() != 25 || c.Complete() || c.Blocked() || len(c.Ask)+len(c.Tell) > 0 {
		t.Errorf("%d items, %d open; %+v", len(c.Items), c.Open(), c)
	}
	if c := checklist(t, Profile{}, noToAll(t, screened)...); !c.Complete() || c.Blocked() {
		t.Errorf("%d open after all were answered", c.Open())
	}
}

func TestAYesByItsLevel(t *testing.T) {
	answers := noToAll(t, screened)
	for i := range answers {
		switch answers[i].Question {
		case "fever", "surgery", "varicose":
			answers[i].Yes = true
		}
	}
	c := checklist(t, Profile{}, answers...)
	if len(c.Stop) != 1 || len(c.Ask) != 1 || len(c.Tell) != 1 || !c.Blocked() {
		t.Fatalf("%+v %+v %+v", c.Stop, c.Ask, c.Tell)
	}
	if r := c.Stop[0]; !strings.HasPrefix(r.Text, "Yes to “Fever") || r.Verdict != Held || len(r.Sources) == 0 {
		t.Errorf("%+v", r)
	}
	if !strings.Contains(c.Ask[0].Text, "clinician") || !strings.Contains(c.Tell[0].Text, "No pressure on them.") {
		t.Errorf("%q %q", c.Ask[0].Text, c.Tell[0].Text)
	}
}

func TestAYesBlocksUntilItIsCleared(t *testing.T) {
	yes := ScreeningAnswer{Question: "osteoporosis-severe", Yes: true, At: daysAgo(400)}
	c := checklist(t, Profile{}, yes)
	if it := c.of(t, yes.Question); !c.Blocked() || it.State != ScreenYes || !it.AskAgain {
		t.Errorf("after a year: %+v", it)
	}
	cleared := yes
	cleared.At, cleared.ClearedBy = daysAgo(1), "my GP"
	c = checklist(t, Profile{}, yes, cleared)
	if it := c.of(t, yes.Question); c.Blocked() || it.State != ScreenCleared || len(c.Tell) != 1 || !strings.Contains(c.Tell[0].Text, "my GP") || !strings.Contains(c.Tell[0].Text, "gentle only") {
		t.Errorf("%+v %+v", it, c.Tell)
	}
	// What was cleared long ago has to be cleared again.
	cleared.At = daysAgo(91)
	if c := checklist(t, Profile{}, cleared); !c.Blocked() {
		t.Error("a clearance of three months ago still counts")
	}
	no := ScreeningAnswer{Question: yes.Question, At: daysAgo(1)}
	if c := checklist(t, Profile{}, no, yes); c.Blocked() || c.of(t, yes.Question).State != ScreenNo {
		t.Error("the later answer does not count")
	}
}

func TestAnswersAreAskedForAgain(t *testing.T) {
	for _, c := range []struct {
		question string
		days     int
		again    bool
	}{
		{"dvt-past", 89, false},
		{"dvt-past", 90, true}, // the library's interval
		{"fever", 2, false},
		{"fever", 3, true}, // as the fact passes
		{"alcohol", 0, false},
		{"alcohol", 1, true},
		{"acute-injury", 2, true},
		{"fever", -2, true}, // answered in the future: the clock was wrong
	} {
		list := checklist(t, Profile{}, ScreeningAnswer{Question: c.question, At: daysAgo(c.days)})
		it := list.of(t, c.question)
		if open := it.State == ScreenOpen; open != c.again {
			t.Errorf("%s after %d days: %+v", c.question, c.days, it)
		}
	}
}

func TestTheProfileAnswers(t *testing.T) {
	p := Profile{}.With("blood-thinners", daysAgo(200)).With("severe-osteoporosis", daysAgo(5))
	c := checklist(t, p, noToAll(t, screened)...)
	if it := c.of(t, "thinners"); it.State != ScreenYes || it.Because != "blood-thinners" || it.AskAgain {
		t.Errorf("%+v", it)
	}
	if len(c.Stop) != 1 || c.Stop[0].Because != "severe-osteoporosis" || len(c.Ask) != 1 {
		t.Errorf("%+v %+v", c.Stop, c.Ask)
	}
	cleared := ScreeningAnswer{Question: "osteoporosis-severe", Yes: true, At: daysAgo(1), ClearedBy: "my GP"}
	if c := checklist(t, p, cleared); c.Blocked() {
		t.Errorf("%+v", c.Stop)
	}
	cleared.At = daysAgo(6) // before it was noted
	if c := checklist(t, p, cleared); !c.Blocked() {
		t.Error("an earlier clearance counts for a fact noted since")
	}
}

func TestAProfileThatGainsSomethingHasItAllAskedAgain(t *testing.T) {
	answers := noToAll(t, daysAgo(1))
	for _, p := range []Profile{
		Profile{}.With("cancer", screened), Profile{}.With("blood-thinners", screened), Profile{}.With("fracture", screened),
		{Pregnancy: Pregnancy{Is: true, Stage: 2, NotedAt: screened}},
	} {
		c := checklist(t, p, answers...)
		if it := c.of(t, "heart"); it.State != ScreenOpen || !it.AskAgain {
			t.Errorf("%v: %+v", p.Facts, it)
		}
	}
	for _, p := range []Profile{Profile{}.With("varicose-veins", screened), Profile{}.With("cancer", daysAgo(2))} {
		if c := checklist(t, p, answers...); c.of(t, "heart").State != ScreenNo {
			t.Errorf("%v: asked again", p.Facts)
		}
	}
}

func TestQuestionsOfAPregnancy(t *testing.T) {
	c := checklist(t, Profile{}, ScreeningAnswer{Question: "preg", At: screened})
	for _, id := range []string{"preg-first", "preg-stop", "preg-late"} {
		if it := c.of(t, id); it.State != ScreenNotApt {
			t.Errorf("%s of somebody who is not pregnant: %+v", id, it)
		}
	}
	bleeding := ScreeningAnswer{Question: "preg-stop", Yes: true, At: daysAgo(1)}
	if c := checklist(t, Profile{}, bleeding, ScreeningAnswer{Question: "preg", At: screened}); c.Blocked() {
		t.Error("a sign of a pregnancy that is over blocks")
	}
	if c := checklist(t, Profile{}, bleeding, ScreeningAnswer{Question: "preg", At: daysAgo(2)}); !c.Blocked() {
		t.Error("a sign told after the pregnancy was denied does not block")
	}
	if c := checklist(t, Profile{}, ScreeningAnswer{Question: "preg", Yes: true, At: screened}); c.of(t, "preg-late").State != ScreenOpen || len(c.Ask) != 1 {
		t.Errorf("%+v", c.of(t, "preg-late"))
	}
	late := Profile{Pregnancy: Pregnancy{Is: true, Due: midnight(screened.AddDate(0, 0, 70)), NotedAt: daysAgo(1)}} // week 30
	c = checklist(t, late)
	for id, want := range map[string]ScreeningState{"preg": ScreenYes, "preg-first": ScreenNo, "preg-late": ScreenYes, "preg-stop": ScreenOpen} {
		if it := c.of(t, id); it.State != want {
			t.Errorf("%s in week 30: %s, want %s", id, it.State, want)
		}
	}
	if len(c.Tell) != 1 || !strings.Contains(c.Tell[0].Text, "side-lying") {
		t.Errorf("%+v", c.Tell)
	}
	bad := Profile{}.With("pregnancy-complication", daysAgo(30))
	if c := checklist(t, bad); !c.Blocked() || c.of(t, "preg-stop").State != ScreenYes {
		t.Errorf("%+v", c.Stop)
	}
}

// TestAStopAlwaysBlocks holds random answers against the rule: a massage is
// blocked if, and only if, a stop question is answered with yes and not cleared.
func TestAStopAlwaysBlocks(t *testing.T) {
	m, err := content.BuiltIn().Massage()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		var answers []ScreeningAnswer
		block := false
		for _, q := range m.Screening {
			a := ScreeningAnswer{Question: q.ID, Yes: rapid.Bool().Draw(t, q.ID), At: daysAgo(rapid.IntRange(0, 200).Draw(t, "days"))}
			if a.Yes && rapid.Bool().Draw(t, "cleared") {
				a.ClearedBy, a.At = "my GP", screened
			}
			// The questions of a pregnancy hang together, see TestQuestionsOfAPregnancy.
			if rapid.Bool().Draw(t, "answered") && !ofPregnancy(&q) {
				answers = append(answers, a)
				block = block || a.Yes && a.ClearedBy == "" && q.Level == content.StopMassage
			}
		}
		c, err := For(content.BuiltIn(), Profile{}, screened).Screening(answers)
		if err != nil {
			t.Fatal(err)
		}
		if c.Blocked() != block || len(c.Items) != len(m.Screening) {
			t.Fatalf("blocked %v, want %v", c.Blocked(), block)
		}
		for _, r := range c.Stop {
			if r.Text == "" || len(r.Sources) == 0 {
				t.Fatalf("a stop without reason or source: %+v", r)
			}
		}
	})
}

func TestScreeningAnswerValidate(t *testing.T) {
	good := ScreeningAnswer{Question: "fever", Yes: true, At: screened, ClearedBy: "my GP"}
	if err := good.Validate(screened); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*ScreeningAnswer){
		"no question": func(a *ScreeningAnswer) { a.Question = "" }, "junk": func(a *ScreeningAnswer) { a.Question = "\x00" },
		"no time": func(a *ScreeningAnswer) { a.At = time.Time{} }, "the future": func(a *ScreeningAnswer) { a.At = screened.Add(time.Hour) },
		"a novel": func(a *ScreeningAnswer) { a.ClearedBy = strings.Repeat("x", 201) }, "nothing to clear": func(a *ScreeningAnswer) { a.Yes = false },
	} {
		a := good
		change(&a)
		if err := a.Validate(screened); err == nil || !strings.Contains(err.Error(), "; hint: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What a question comes to is what the checklist sorts it by, and why it is asked
// again can be told apart.
func TestWhatAQuestionComesTo(t *testing.T) {
	p := Profile{}.With("blood-thinners", screened)
	c := checklist(t, p,
		ScreeningAnswer{Question: "fever", Yes: true, At: screened},
		ScreeningAnswer{Question: "varicose", Yes: true, At: screened},
		ScreeningAnswer{Question: "surgery", Yes: true, At: screened, ClearedBy: "my GP"},
		ScreeningAnswer{Question: "nerve", At: screened},
		ScreeningAnswer{Question: "allergy", At: daysAgo(2)},
		ScreeningAnswer{Question: "wound", At: daysAgo(400)})
	for id, want := range map[string]Verdict{
		"fever": Held, "thinners": Ask, "varicose": Caution, "surgery": Caution, "nerve": Allowed, "heart": Allowed,
	} {
		if got := c.of(t, id).Verdict(); got != want {
			t.Errorf("%s comes to %v, want %v", id, got, want)
		}
	}
	n := map[Verdict]int{}
	for _, it := range c.Items {
		n[it.Verdict()]++
	}
	if n[Held] != len(c.Stop) || n[Ask] != len(c.Ask) || n[Caution] != len(c.Tell) {
		t.Errorf("%v, and the checklist says %d, %d, %d", n, len(c.Stop), len(c.Ask), len(c.Tell))
	}
	if it := c.of(t, "allergy"); !it.Open() || !it.Outgrown(screened) {
		t.Errorf("answered before the profile gained a blood thinner: %+v", it)
	}
	if it := c.of(t, "wound"); !it.Open() || it.Outgrown(screened) {
		t.Errorf("answered long ago: %+v", it)
	}
	if it := c.of(t, "nerve"); it.Open() || it.Outgrown(screened) {
		t.Errorf("answered today: %+v", it)
	}
}
