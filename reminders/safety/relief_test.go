package safety

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
)

type screenRow struct {
	id         string
	heat, cold Verdict
	scope      ReliefScope
	facts      []content.Condition
}

// rows is the heat and cold screen, row by row: what a yes comes to for heat and
// for cold, what the answer is about, and the facts of a profile that answer it.
var rows = []screenRow{
	{"hc-sensation", Held, Held, OfPerson, []content.Condition{"reduced-sensation"}},
	{"hc-diabetes", Ask, Ask, OfPerson, []content.Condition{"diabetes"}},
	{"hc-circulation", Ask, Held, OfPerson, []content.Condition{"poor-circulation"}},
	{"hc-raynaud", Allowed, Held, OfPerson, []content.Condition{"raynaud"}},
	{"hc-dvt", Held, Held, OfPerson, []content.Condition{"leg-clot"}},
	{"hc-wound", Held, Held, OnPlace, []content.Condition{"wound", "skin-infection"}},
	{"hc-fever", Held, Ask, OfPerson, []content.Condition{"fever"}},
	{"hc-cancer", Held, Ask, OfPerson, []content.Condition{"cancer"}},
	{"hc-heart", Ask, Ask, OfPerson, []content.Condition{"heart-disease", "high-blood-pressure"}},
	{"hc-pregnant", Caution, Caution, OfPerson, []content.Condition{content.Pregnant}},
	{"hc-preg-complication", Ask, Ask, OfPerson, []content.Condition{"pregnancy-complication"}},
	{"hc-creams", Held, Ask, AtStart, []content.Condition{"muscle-cream"}},
	{"hc-ms", Ask, Allowed, OfPerson, []content.Condition{"multiple-sclerosis"}},
	{"hc-sedated", Held, Held, AtStart, []content.Condition{"drowsy", "cannot-move-away"}},
	{"hc-injury", Held, Allowed, OnPlace, []content.Condition{"fresh-injury"}},
	{"hc-child", Held, Held, AtStart, nil},
}

// at is an hour of today.
func at(h int) time.Time {
	return time.Date(today.Year(), today.Month(), today.Day(), h, 0, 0, 0, today.Location())
}

func timerOf(t testing.TB, id string) *content.Timer {
	t.Helper()
	h := must(t, content.BuiltIn().HeatCold)
	for i := range h.Timers {
		if h.Timers[i].ID == id {
			return &h.Timers[i]
		}
	}
	t.Fatalf("there is no timer %s", id)
	return nil
}

// allNo answers every question with no, on the lower back, at an instant.
func allNo(t testing.TB, when time.Time) []ReliefAnswer {
	t.Helper()
	var out []ReliefAnswer
	for _, q := range must(t, content.BuiltIn().HeatCold).Screening {
		out = append(out, ReliefAnswer{Question: q.ID, Region: diary.LowerBack, At: when})
	}
	return out
}

func relief(t testing.TB, p Profile, on time.Time, timer string, region diary.Region, known ReliefKnown) ReliefCheck {
	t.Helper()
	c, err := For(content.BuiltIn(), p, on).Relief(timerOf(t, timer), region, known)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEveryRowOfTheScreen(t *testing.T) {
	h := must(t, content.BuiltIn().HeatCold)
	if len(h.Screening) != len(rows) {
		t.Fatalf("the library has %d rows, and %d are tested", len(h.Screening), len(rows))
	}
	now := at(12)
	for i, row := range rows {
		if h.Screening[i].ID != row.id {
			t.Fatalf("row %d is %s, want %s", i, h.Screening[i].ID, row.id)
		}
		for timer, want := range map[string]Verdict{"heat": row.heat, "cold-pack": row.cold, "ice-massage": row.cold} {
			// By an answer.
			answers := allNo(t, now)
			answers[i].Yes = true
			if row.id == "hc-preg-complication" {
				answers[slices.IndexFunc(answers, func(a ReliefAnswer) bool { return a.Question == "hc-pregnant" })].Yes = true
			}
			c := relief(t, Profile{}, now, timer, diary.LowerBack, ReliefKnown{Answers: answers})
			row.judged(t, timer, want, c)
			if want == Ask {
				answers[i].ClearedBy = "my GP"
				c = relief(t, Profile{}, now, timer, diary.LowerBack, ReliefKnown{Answers: answers})
				if !c.MayStart() || len(c.Heed) == 0 || !strings.Contains(c.Heed[len(c.Heed)-1].Text+c.Heed[0].Text, "my GP said that it is fine") {
					t.Errorf("%s, %s, cleared: %+v", row.id, timer, c)
				}
			}
			if want == Held {
				answers[i].ClearedBy = "my GP"
				if c = relief(t, Profile{}, now, timer, diary.LowerBack, ReliefKnown{Answers: answers}); c.MayStart() {
					t.Errorf("%s, %s: a no was cleared", row.id, timer)
				}
			}
			// By the profile.
			for _, fact := range row.facts {
				p := Profile{AskedAt: now}
				if fact == content.Pregnant {
					p.Pregnancy = Pregnancy{Is: true, NotedAt: now}
				} else {
					p = p.With(fact, now)
				}
				c := relief(t, p, now, timer, diary.LowerBack, ReliefKnown{Answers: allNo(t, now)})
				row.judged(t, timer+" by "+string(fact), want, c)
				// What is a fact of the profile is not answered away.
				if fact != content.Pregnant && want != Allowed && c.Verdict() == Allowed {
					t.Errorf("%s, %s: the answer no outdoes the fact %s", row.id, timer, fact)
				}
			}
		}
	}
}

// judged holds a check against what a row should come to.
func (row screenRow) judged(t *testing.T, how string, want Verdict, c ReliefCheck) {
	t.Helper()
	i := slices.IndexFunc(c.Items, func(it ReliefItem) bool { return it.Question.ID == row.id })
	it := c.Items[i]
	if it.Scope != row.scope || it.Verdict != want {
		t.Errorf("%s, %s: %s about %s, want %s about %s", row.id, how, it.Verdict, it.Scope, want, row.scope)
	}
	if open := c.Open(); len(open) > 0 {
		t.Errorf("%s, %s: %d questions are open, as %s", row.id, how, len(open), open[0].Question.ID)
	}
	got := c.Verdict()
	if row.id == "hc-preg-complication" && want == Ask {
		got = Ask // beside the limits of the pregnancy
	}
	if got != want {
		t.Errorf("%s, %s: %s, want %s: %+v", row.id, how, got, want, c)
	}
	if may := want == Allowed || want == Caution; c.MayStart() != may {
		t.Errorf("%s, %s: it may start: %v", row.id, how, c.MayStart())
	}
	if (c.Instead == nil) != (want == Allowed || want == Caution) {
		t.Errorf("%s, %s: instead %+v", row.id, how, c.Instead)
	}
	for _, list := range [][]ReliefReason{c.Stop, c.Ask, c.Heed} {
		for _, r := range list {
			if r.Text == "" || len(r.Sources) == 0 {
				t.Errorf("%s, %s: a reason without words or sources: %+v", row.id, how, r)
			}
		}
	}
}

func TestWhatIsAskedAndForHowLong(t *testing.T) {
	noon := at(12)
	asked := Profile{AskedAt: noon}
	open := func(p Profile, on time.Time, timer string, region diary.Region, k ReliefKnown) string {
		var ids []string
		for _, it := range relief(t, p, on, timer, region, k).Open() {
			ids = append(ids, strings.TrimPrefix(it.Question.ID, "hc-"))
		}
		return strings.Join(ids, " ")
	}
	no := allNo(t, noon)
	for what, c := range map[string]struct{ got, want string }{
		"nobody was ever asked, heat": {open(Profile{}, noon, "heat", diary.LowerBack, ReliefKnown{}), "sensation diabetes circulation dvt wound fever cancer heart pregnant creams ms sedated injury child"},
		"nobody was ever asked, cold": {open(Profile{}, noon, "cold-pack", diary.LowerBack, ReliefKnown{}), "sensation diabetes circulation raynaud dvt wound fever cancer heart pregnant creams sedated child"},
		"the profile was skipped":     {open(Profile{AskedAt: noon, Skipped: true}, noon, "heat", diary.LowerBack, ReliefKnown{}), "sensation diabetes circulation dvt wound fever cancer heart pregnant creams ms sedated injury child"},
		"the profile was asked":       {open(asked, noon, "heat", diary.LowerBack, ReliefKnown{}), "wound creams sedated injury child"},
		"three days later":            {open(asked, noon.AddDate(0, 0, 3), "heat", diary.LowerBack, ReliefKnown{}), "wound fever creams sedated injury child"},
		"a fortnight later":           {open(asked, noon.AddDate(0, 0, 14), "heat", diary.LowerBack, ReliefKnown{}), "dvt wound fever creams sedated injury child"},
		"90 days later":               {open(asked, noon.AddDate(0, 0, 90), "heat", diary.LowerBack, ReliefKnown{}), "sensation diabetes circulation dvt wound fever cancer heart pregnant creams ms sedated injury child"},
		"all answered":                {open(Profile{}, noon, "heat", diary.LowerBack, ReliefKnown{Answers: no}), ""},
		"a start later":               {open(Profile{}, noon.Add(10*time.Minute), "heat", diary.LowerBack, ReliefKnown{Answers: no}), "creams sedated"},
		"another place":               {open(Profile{}, noon, "heat", diary.Neck, ReliefKnown{Answers: no}), "wound injury"},
		"a part of the place":         {open(Profile{}, noon, "heat", "low-back-left", ReliefKnown{Answers: no}), ""},
		"the next day":                {open(Profile{}, noon.AddDate(0, 0, 1), "heat", diary.LowerBack, ReliefKnown{Answers: no}), "wound creams sedated injury"},
		"answers of the future":       {open(asked, noon.Add(-time.Hour), "heat", diary.LowerBack, ReliefKnown{Answers: no}), "wound creams sedated injury child"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s\nwant %s", what, c.got, c.want)
		}
	}
}

func TestAnswersAboutPlaces(t *testing.T) {
	noon := at(12)
	say := func(id string, r diary.Region, yes bool, hours int) ReliefAnswer {
		return ReliefAnswer{Question: id, Region: r, Yes: yes, At: noon.Add(time.Duration(hours) * time.Hour)}
	}
	held := func(on time.Time, region diary.Region, answers ...ReliefAnswer) bool {
		c := relief(t, Profile{AskedAt: on}, on, "heat", region, ReliefKnown{Answers: append(allNo(t, on)[:0], answers...)})
		return len(c.Stop) > 0
	}
	wound := say("hc-wound", "low-back-left", true, 0)
	for what, c := range map[string]struct{ got, want bool }{
		"a wound there":                   {held(noon, "low-back-left", wound), true},
		"in a part of it":                 {held(noon, diary.LowerBack, wound), true},
		"next to it":                      {held(noon, "low-back-middle", wound), true},
		"elsewhere":                       {held(noon, diary.Neck, wound), false},
		"on the other side":               {held(noon, "low-back-right", wound), false},
		"six days later":                  {held(noon.AddDate(0, 0, 6), "low-back-left", wound), true},
		"healed there":                    {held(noon.Add(time.Hour), "low-back-left", wound, say("hc-wound", "low-back-left", false, 1)), false},
		"healed in the whole place":       {held(noon.Add(time.Hour), "low-back-left", wound, say("hc-wound", diary.LowerBack, false, 1)), false},
		"no wound beside it says nothing": {held(noon.Add(time.Hour), diary.LowerBack, wound, say("hc-wound", "low-back-right", false, 1)), true},
		"no wound before it":              {held(noon.Add(time.Hour), "low-back-left", say("hc-wound", "low-back-left", false, -1), wound), true},
		"a fresh injury":                  {held(noon, diary.Neck, say("hc-injury", diary.Neck, true, -47)), true},
		"it is 48 hours old":              {held(noon, diary.Neck, say("hc-injury", diary.Neck, true, -48)), false},
	} {
		if c.got != c.want {
			t.Errorf("%s: held %v, want %v", what, c.got, c.want)
		}
	}
	c := relief(t, Profile{AskedAt: noon}, noon, "heat", diary.Neck, ReliefKnown{Answers: []ReliefAnswer{say("hc-injury", diary.Neck, true, -2)}})
	if want := noon.Add(46 * time.Hour); len(c.Stop) != 1 || !c.Stop[0].Until.Equal(want) || !strings.Contains(c.Stop[0].Text, "Wait 48 hours") {
		t.Errorf("%+v, want it until %v", c.Stop, want)
	}
}

func TestCreamLocksHeat(t *testing.T) {
	noon := at(12)
	off := noon.Add(-time.Hour)
	for what, c := range map[string]struct {
		cream diary.Cream
		until time.Time // zero: heat is free
	}{
		"this morning":               {diary.Cream{Kind: diary.MuscleCream, At: at(8)}, at(24)},
		"a gel elsewhere":            {diary.Cream{Kind: diary.MuscleGel, Region: "knee-left", At: at(8)}, at(24)},
		"late last night":            {diary.Cream{Kind: diary.MuscleSpray, At: at(-1)}, time.Time{}},
		"just before noon yesterday": {diary.Cream{Kind: diary.MuscleGel, At: at(-13)}, time.Time{}},
		"a patch that came off":      {diary.Cream{Kind: diary.MusclePatch, At: at(-60), Removed: &off}, at(24)},
		"in the future":              {diary.Cream{Kind: diary.MuscleCream, At: at(13)}, time.Time{}},
	} {
		known := ReliefKnown{Answers: allNo(t, noon), Creams: []diary.Cream{c.cream}}
		heat := relief(t, Profile{}, noon, "heat", diary.LowerBack, known)
		if locked := len(heat.Stop) > 0; locked == c.until.IsZero() || locked && !heat.Stop[0].Until.Equal(c.until) {
			t.Errorf("%s: %+v, want until %v", what, heat.Stop, c.until)
		}
		cold := relief(t, Profile{}, noon, "cold-pack", diary.LowerBack, known)
		if (len(cold.Ask) > 0) == c.until.IsZero() || len(cold.Stop) > 0 {
			t.Errorf("%s: cold %+v", what, cold)
		}
	}
	// Nobody knows when a patch that is worn comes off.
	worn := ReliefKnown{Answers: allNo(t, noon), Creams: []diary.Cream{{Kind: diary.MusclePatch, At: at(-60)}}}
	if heat := relief(t, Profile{}, noon, "heat", diary.LowerBack, worn); len(heat.Stop) != 1 || !heat.Stop[0].Until.IsZero() {
		t.Errorf("a patch that is worn: %+v, want it held back without an end", heat.Stop)
	}
	if cold := relief(t, Profile{}, noon, "cold-pack", diary.LowerBack, worn); len(cold.Ask) != 1 || !cold.Ask[0].Until.IsZero() || len(cold.Stop) > 0 {
		t.Errorf("a patch that is worn: cold %+v", cold.Ask)
	}
	// Put on in the evening, the end of the day is not the end of it.
	late := diary.Cream{Kind: diary.MuscleCream, At: at(23)}
	if until, worn := late.Locks(at(23)); worn || !until.Equal(at(31)) {
		t.Errorf("at 23:00: until %v", until)
	}
}

func TestPregnancyLimits(t *testing.T) {
	noon := at(12)
	p := Profile{AskedAt: noon, Pregnancy: Pregnancy{Is: true, NotedAt: noon}}
	known := ReliefKnown{Answers: allNo(t, noon)}
	for _, c := range []struct {
		timer  string
		region diary.Region
		max    int
		may    bool
	}{
		{"heat", diary.LowerBack, 10, true},
		{"cold-pack", diary.LowerBack, 10, true},
		{"ice-massage", "low-back-left", 10, true},
		{"heat", "abdomen", 10, false},
		{"heat", diary.Neck, 10, false},
		{"heat", diary.Hips, 10, false},
		{"cold-pack", "abdomen", 10, false},
		{"cold-pack", diary.UpperBack, 10, false},
		{"heat-wrap", diary.LowerBack, 0, false},
	} {
		for i, r := range []diary.Region{c.region, c.region} {
			who, k := p, ReliefKnown{}
			k.Answers = append(k.Answers, known.Answers...)
			if i == 1 { // told at the start instead
				who = Profile{}
				for n := range k.Answers {
					k.Answers[n].Yes = k.Answers[n].Question == "hc-pregnant"
				}
			}
			for n := range k.Answers {
				k.Answers[n].Region = r
			}
			got := relief(t, who, noon, c.timer, r, k)
			if got.MaxMin != c.max || got.MayStart() != c.may {
				t.Errorf("%s on %s: at most %d min, may start %v; want %d, %v: %+v", c.timer, r, got.MaxMin, got.MayStart(), c.max, c.may, got.Stop)
			}
			for _, s := range got.Stop {
				if len(s.Sources) == 0 {
					t.Errorf("%s on %s: no source: %+v", c.timer, r, s)
				}
			}
		}
	}
	if got := relief(t, Profile{AskedAt: noon}, noon, "cold-pack", "abdomen", known); got.MaxMin != 20 {
		t.Errorf("without a pregnancy: %d min", got.MaxMin)
	}
}

func TestNeversAreHeld(t *testing.T) {
	noon := at(12)
	known := ReliefKnown{Answers: allNo(t, noon)}
	for fact, held := range map[content.Condition][2]bool{"medicine-patch": {true, false}, "skin-disease": {true, true}} {
		p := Profile{AskedAt: noon}.With(fact, noon)
		for i, timer := range []string{"heat", "cold-pack"} {
			if c := relief(t, p, noon, timer, diary.LowerBack, known); c.MayStart() == held[i] || held[i] && len(c.Stop) != 1 {
				t.Errorf("%s, %s: %+v", fact, timer, c)
			}
		}
	}
	if c := relief(t, Profile{AskedAt: noon}, noon, "alternate", diary.LowerBack, known); c.MayStart() {
		t.Error("heat and cold in turn is offered")
	}
}

func TestInsteadOfReliefHeldBack(t *testing.T) {
	noon := at(12)
	for id, sign := range map[string]string{"hc-fever": "fever", "hc-dvt": "dvt"} {
		answers := allNo(t, noon)
		for i := range answers {
			answers[i].Yes = answers[i].Question == id
		}
		c := relief(t, Profile{}, noon, "heat", diary.LowerBack, ReliefKnown{Answers: answers})
		if c.Instead == nil || c.Instead.Kind != "serious" || c.Instead.ID != sign {
			t.Errorf("%s: %+v", id, c.Instead)
		}
	}
	answers := allNo(t, noon)
	for i := range answers {
		answers[i].Yes = answers[i].Question == "hc-injury"
	}
	if c := relief(t, Profile{}, noon, "heat", diary.LowerBack, ReliefKnown{Answers: answers}); c.Instead == nil || c.Instead.Kind != "cold" {
		t.Errorf("a fresh injury: instead %+v", c.Instead)
	}
	for i := range answers {
		answers[i].Yes = answers[i].Question == "hc-sedated"
	}
	if c := relief(t, Profile{}, noon, "heat", diary.LowerBack, ReliefKnown{Answers: answers}); c.Instead == nil || c.Instead.Kind != "exercise" {
		t.Errorf("drowsy: instead %+v", c.Instead)
	}
}

func TestClearedIsOlderThanTheFact(t *testing.T) {
	noon := at(12)
	answers := allNo(t, noon)
	for i := range answers {
		if answers[i].Question == "hc-diabetes" {
			answers[i].Yes, answers[i].ClearedBy, answers[i].At = true, "my GP", noon.AddDate(0, 0, -10)
		}
	}
	for days, want := range map[int]bool{-20: true, -5: false} {
		p := Profile{AskedAt: noon}.With("diabetes", noon.AddDate(0, 0, days))
		if c := relief(t, p, noon, "heat", diary.LowerBack, ReliefKnown{Answers: answers}); c.MayStart() != want {
			t.Errorf("the fact was told %d days ago, the word was given 10 days ago: %+v", -days, c)
		}
	}
	long := noon.AddDate(0, 0, 81)
	for i := range answers {
		if answers[i].ClearedBy == "" {
			answers[i].At = long
		}
	}
	if c := relief(t, Profile{AskedAt: long}.With("diabetes", noon.AddDate(0, 0, -20)), long, "heat", diary.LowerBack, ReliefKnown{Answers: answers}); c.MayStart() {
		t.Error("the word of 91 days ago still counts")
	}
}

func TestReliefAnswerValidate(t *testing.T) {
	noon := at(12)
	good := ReliefAnswer{Question: "hc-heart", Region: diary.Neck, Yes: true, At: noon, ClearedBy: "my GP"}
	if err := good.Validate(noon); err != nil {
		t.Error(err)
	}
	for what, change := range map[string]func(*ReliefAnswer){
		"no question": func(a *ReliefAnswer) { a.Question = "" }, "no line": func(a *ReliefAnswer) { a.Question = "a\nb" },
		"no region": func(a *ReliefAnswer) { a.Region = "tail" }, "no time": func(a *ReliefAnswer) { a.At = time.Time{} },
		"the future": func(a *ReliefAnswer) { a.At = noon.Add(time.Hour) }, "a long name": func(a *ReliefAnswer) { a.ClearedBy = strings.Repeat("x", 201) },
		"cleared no": func(a *ReliefAnswer) { a.Yes = false },
	} {
		a := good
		change(&a)
		if err := a.Validate(noon); err == nil || !strings.Contains(err.Error(), "; hint: ") {
			t.Errorf("%s: %v", what, err)
		}
	}
}
