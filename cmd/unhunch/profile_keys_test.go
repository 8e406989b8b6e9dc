package main

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
)

func mustKeys(t *testing.T) profileKeys {
	t.Helper()
	k, err := keysOf(content.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestEverySynonymMeansOneFact(t *testing.T) {
	k := mustKeys(t)
	for id, words := range synonyms {
		for _, w := range words {
			if got, rest, err := k.split([]string{w}); err != nil || len(rest) > 0 || got.fact == nil || got.fact.ID != id {
				t.Errorf("%q is %+v, %v; want %s", w, got, err, id)
			}
		}
	}
}

func TestEveryFactIsInAGroupThatCanBeNamed(t *testing.T) {
	k := mustKeys(t)
	var of []string
	for _, g := range groups {
		for _, f := range k.of(content.FactGroup(g.id)) {
			of = append(of, string(f.ID))
		}
	}
	if len(of) != len(k.facts) {
		t.Errorf("%d facts in groups, %d in all", len(of), len(k.facts))
	}
}

func TestPartsOfANameAreNamesToo(t *testing.T) {
	k := mustKeys(t)
	for typed, want := range map[string]content.Condition{
		"thin bones": "osteoporosis", "sciatica": "leg-pain", "low platelets": "bleeding-disorder", "burn": "wound",
		"Raynaud's": "raynaud", "high blood pressure": "high-blood-pressure",
	} {
		if got, _, err := k.split([]string{typed}); err != nil || got.fact == nil || got.fact.ID != want {
			t.Errorf("%q is %+v, %v; want %s", typed, got, err, want)
		}
	}
	// What begins several names is none of them.
	for _, typed := range []string{"hip", "shoulder", "skin disease or", "neck"} {
		if got, _, err := k.split([]string{typed}); err == nil {
			t.Errorf("%q is taken for %+v", typed, got)
		}
	}
}

// What is noted about a person is never guessed.
func TestOnlyAWholeNameIsAKey(t *testing.T) {
	k := mustKeys(t)
	for typed, want := range map[string]string{
		"g":                    `there is nothing called "g" to tell; hint: did you mean glaucoma?`,
		"blood-th":             "did you mean blood-thinners?",
		"blood th no":          `there is nothing called "blood th" to tell; hint: did you mean blood-thinners?`,
		"clot":                 `"clot" could be leg-clot or clot-past; hint: name one of them`,
		"blood clot":           `"blood clot" could be leg-clot or clot-past; hint: name one of them`,
		"cold":                 `"cold" could be fever or raynaud; hint: name one of them`,
		"hernia":               "did you mean disc-problem?",
		"rheumatoid arthritis": `"rheumatoid arthritis" could be inflammatory-arthritis or rheumatoid-neck; hint: name one of them`,
		"neuropathy":           `"neuropathy" could be diabetes-nerve-damage or reduced-sensation; hint: name one of them`,
		"blodthinners":         "did you mean blood-thinners?",
		"over":                 "hint: ",
		"":                     "the name is missing; hint: ",
		"qqqq":                 `there is nothing called "qqqq" to tell; hint: unhunch profile list --all lists them`,
	} {
		got, _, err := k.split(strings.Fields(typed))
		if err == nil || !strings.Contains(err.Error(), want) || exitCode(err) != exitUsage {
			t.Errorf("%q: %+v, %v; want %s", typed, got, err, want)
		}
	}
	for _, args := range [][]string{{"fever", ""}, {"fever", " "}, {"conditions", ""}, {"pregnancy", ""}, {"", "fever"}} {
		if got, _, err := k.split(args); err == nil {
			t.Errorf("%q is taken for %+v", args, got)
		}
	}
	for _, list := range []string{",", "g", "osteoporosis,g"} {
		if got, err := k.list(content.Conditions, []string{list}); err == nil {
			t.Errorf("%q is %+v", list, got)
		}
	}
	if _, err := yesOrNo("!!"); err == nil {
		t.Error("!! is taken for yes")
	}
}

func TestUnclearWordsNameFactsThereAre(t *testing.T) {
	k := mustKeys(t)
	for word, ids := range unclear {
		if word != dashed(word) {
			t.Errorf("%q is never looked up", word)
		}
		for _, id := range ids {
			if !slices.ContainsFunc(k.facts, func(f content.Fact) bool { return f.ID == id }) {
				t.Errorf("%s: there is no %s", word, id)
			}
		}
	}
}

func TestKeysOfSeveralWords(t *testing.T) {
	k := mustKeys(t)
	for _, c := range []struct {
		args  []string
		value []string
	}{
		{[]string{"blood-thinners"}, nil},
		{[]string{"blood", "thinners"}, nil},
		{[]string{"Blood", "Thinners", "no"}, []string{"no"}},
		{[]string{"blood_thinners", "yes"}, []string{"yes"}},
		{[]string{"bloodthinners", "no"}, []string{"no"}},
		{[]string{"BLOOD", "-", "thinners"}, nil},
	} {
		got, rest, err := k.split(c.args)
		if err != nil || got.fact == nil || got.fact.ID != "blood-thinners" || !slices.Equal(rest, c.value) && len(rest)+len(c.value) > 0 {
			t.Errorf("%q: %+v, %q, %v", c.args, got, rest, err)
		}
	}
}

// What a profile was can be told again with the commands that are offered.
func TestWhatWasClearedComesBack(t *testing.T) {
	k := mustKeys(t)
	now := time.Date(2026, time.November, 26, 9, 0, 0, 0, time.UTC)
	a := &app{now: func() time.Time { return now }}
	everything := safety.Profile{}
	for _, f := range k.facts {
		everything = everything.With(f.ID, now)
	}
	for name, g := range map[string]safety.Pregnancy{
		"none":     {},
		"unknown":  {Is: true, NotedAt: now},
		"first":    {Is: true, Stage: 1, NotedAt: now},
		"second":   {Is: true, Stage: 2, NotedAt: now},
		"third":    {Is: true, Stage: 3, NotedAt: now},
		"due date": {Is: true, Due: time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC), NotedAt: now},
	} {
		before := everything
		before.Pregnancy = g
		after := safety.Profile{}
		for _, c := range restoring(k, before, safety.Profile{}) {
			after = obey(t, a, k, c)(after)
		}
		if after.Pregnancy != before.Pregnancy || len(after.Facts) != len(before.Facts) {
			t.Errorf("%s: %+v with %d facts came back, want %+v with %d", name, after.Pregnancy, len(after.Facts), g, len(before.Facts))
		}
		if back := restoring(k, before, before); len(back) > 0 {
			t.Errorf("%s: nothing was lost, and %q is offered", name, back)
		}
	}
}

// obey reads a command that profile offered.
func obey(t *testing.T, a *app, k profileKeys, command string) func(safety.Profile) safety.Profile {
	t.Helper()
	words, ok := strings.CutPrefix(command, "unhunch profile set ")
	if !ok {
		t.Fatalf("%q sets nothing", command)
	}
	what, value, err := k.split(strings.Fields(words))
	if err != nil {
		t.Fatal(err)
	}
	change, err := a.reading(k, what, value)
	if err != nil {
		t.Fatal(err)
	}
	return change
}

func TestDashesOfWordsBecomeBlanks(t *testing.T) {
	for text, want := range map[string]string{
		"third-trimester": "third trimester", "28-weeks": "28 weeks", "week_12": "week 12",
		"2027-03-01": "2027-03-01", "due-2027-03-01": "due 2027-03-01", "": "",
	} {
		if got := spaced(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestTheCountryOfALocale(t *testing.T) {
	for locale, want := range map[string]string{
		"en_GB.UTF-8": "GB", "de-AT": "AT", "ca_ES@valencia": "ES", "zh_Hant_TW": "TW", "pt_br": "BR",
		"C": "", "POSIX": "", "de": "", "": "", "C.UTF-8": "", "GB": "",
	} {
		if got := content.CountryOf(locale); got != want {
			t.Errorf("%q: %q, want %q", locale, got, want)
		}
	}
}
