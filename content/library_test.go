package content

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func mustHave[T any](t testing.TB, read func() (T, error)) T {
	t.Helper()
	v, err := read()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestBuiltInLibraryIsSound(t *testing.T) {
	err := BuiltIn().Check()
	for _, p := range Problems(err) {
		t.Error(p)
	}
	if err != nil && len(Problems(err)) == 0 {
		t.Error(err)
	}
}

// What the library was made from; a number that falls means something got lost.
func TestNothingGotLost(t *testing.T) {
	l := BuiltIn()
	index := mustHave(t, l.Index)
	for kind, want := range map[string]int{
		"tip": 54, "exercise": 50, "routine": 14,
		"heat-cold.choice": 6, "heat-cold.timer": 5, "heat-cold.precaution": 6, "heat-cold.never": 6, "heat-cold.screening": 16,
		"massage.evidence": 8, "massage.type": 9, "massage.technique": 4, "massage.rule": 6, "massage.screening": 25,
		"massage.question": 8, "massage.aftercare": 5, "massage.call": 5,
		"red-flag": 28, "therapy": 10, "default": 19, "pain.region": 30, "pain.instrument": 7, "guide": 9, "desk-check": 14,
	} {
		if got := len(index[kind]); got != want {
			t.Errorf("%s: %d, want %d", kind, got, want)
		}
	}
	if n := len(mustHave(t, l.Sources)); n != 166 {
		t.Errorf("%d sources, want the 148 the library began with 17 on emergency numbers, 1 on falls", n)
	}
}

// texts are all files of the built-in library but those in which words stand
// that the others must not use.
func texts(t *testing.T, without ...string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(BuiltIn().files, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || slices.Contains(without, path.Base(name)) {
			return err
		}
		text, err := fs.ReadFile(BuiltIn().files, name)
		out[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 20 {
		t.Fatalf("only %d files", len(out))
	}
	return out
}

func TestNoTextSaysWhatWasDropped(t *testing.T) {
	var never []string
	for _, r := range mustHave(t, BuiltIn().Coverage).Rows {
		never = append(never, r.Never...)
	}
	if len(never) < 20 {
		t.Fatalf("only %d words are ruled out", len(never))
	}
	for name, text := range texts(t, "coverage.toml", "sources.toml") {
		for n, line := range strings.Split(strings.ToLower(text), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for _, words := range never {
				if strings.Contains(line, strings.ToLower(words)) {
					t.Errorf("%s:%d: says %q", name, n+1, words)
				}
			}
		}
	}
}

func TestNobodyCitesTheForbidden(t *testing.T) {
	for name, text := range texts(t) {
		for id := range forbidden {
			if strings.Contains(text, id) {
				t.Errorf("%s names %s", name, id)
			}
		}
	}
}

// Lists name their sources beside the text, so that a screen can show them its
// own way; an id inside a sentence would reach the reader as it stands.
func TestNoSourceIDInsideASentence(t *testing.T) {
	id := regexp.MustCompile(`\b[A-Z0-9]+_[A-Z0-9_]+\b`)
	for name, text := range texts(t) {
		if path.Ext(name) != ".toml" {
			continue
		}
		for n, line := range strings.Split(text, "\n") {
			if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "sources = ") || strings.HasPrefix(line, "id = ") || strings.HasPrefix(line, "url = ") {
				continue
			}
			if found := id.FindString(line); found != "" {
				t.Errorf("%s:%d: %s stands in the text", name, n+1, found)
			}
		}
	}
}

// Entries resting on nothing but what is widely taught are labelled so; the
// list is written out to notice when one loses its source.
func TestGeneralAdvice(t *testing.T) {
	l := BuiltIn()
	var got []string
	note := func(kind, id string, c Cited) {
		if len(c.Sources) > 0 && c.General() {
			got = append(got, kind+":"+id)
		}
	}
	for _, v := range mustHave(t, l.Tips) {
		note("tip", v.ID, v.Cited)
	}
	for _, v := range mustHave(t, l.Exercises) {
		note("exercise", v.ID, v.Cited)
	}
	h := mustHave(t, l.HeatCold)
	for _, v := range h.Timers {
		note("timer", v.ID, v.Cited)
	}
	for _, v := range append(slices.Clone(h.Precautions), h.Never...) {
		note("precaution", v.ID, v.Cited)
	}
	m := mustHave(t, l.Massage)
	for _, v := range m.Evidence {
		note("evidence", v.ID, v.Cited)
	}
	for _, v := range m.Screening {
		note("screening", v.ID, v.Cited)
	}
	for _, v := range m.Questions {
		note("question", v.ID, v.Cited)
	}
	for _, v := range m.Aftercare {
		note("aftercare", v.ID, v.Cited)
	}
	for _, v := range mustHave(t, l.Defaults).Default {
		note("default", v.ID, v.Cited)
	}
	want := []string{
		"tip:T13", "timer:alternate", "precaution:forearm-test", "evidence:not-grounded",
		"screening:dvt-past", "screening:skin-infection", "screening:alcohol", "screening:meds",
		"question:insurance", "question:boundaries",
		"aftercare:get-up-slowly", "aftercare:gentle-routine", "aftercare:no-heavy-training",
		"default:massage-visit", "default:profile-safety-review",
	}
	if !slices.Equal(got, want) {
		t.Errorf("general advice:\n%v, want\n%v", got, want)
	}
}

func TestEveryPartOfTheArticleHasAPlace(t *testing.T) {
	c := mustHave(t, BuiltIn().Coverage)
	want := strings.Fields(`0 B1 B2 B3 B4 B5 T0 T1 T2 T3 T4 T5 T6 C0 C1 C2 C3 C4 P0 P1 P2 P3
		TIP0 TIP1 TIP2 TIP3a TIP3b TIP3c TIP4 TQ0 TQ1 TQ2 TQ3 TQ4 D0 D1 D2 D3 X0 X1 X2 X3 X4
		PR0 PR1 PR2 PR3 L1 L2 L3 Z`)
	got := idsOf(c.Rows, func(r Row) string { return r.ID })
	if len(want) != 51 || !slices.Equal(got, want) {
		t.Errorf("rows %v, want %v", got, want)
	}
	for _, r := range c.Rows {
		if len(r.Content) == 0 {
			t.Errorf("row %s leads to no content", r.ID)
		}
		t.Logf("%-6s %-60.60s screens %v, waits for %v", r.ID, r.Section, r.Screens, c.Waiting(r))
	}
}

func TestScreeningIsComplete(t *testing.T) {
	l := BuiltIn()
	levels := map[ScreeningLevel]int{}
	var article []string
	for _, q := range mustHave(t, l.Massage).Screening {
		levels[q.Level]++
		if q.InArticle {
			article = append(article, q.ID)
		}
	}
	if levels[StopMassage] != 9 || levels[AskClinician] != 10 || levels[TellFirst] != 6 {
		t.Errorf("levels %v, want 9 stop, 10 ask, 6 tell", levels)
	}
	for _, id := range []string{"fracture", "wound", "dvt", "osteoporosis-severe", "cancer"} {
		if !slices.Contains(article, id) {
			t.Errorf("%s is not marked as named in the article", id)
		}
	}
	urgency := map[int]int{}
	for _, f := range mustHave(t, l.RedFlags).Flags {
		urgency[f.Level]++
	}
	if urgency[Emergency] != 10 || urgency[SameDay] != 11 || urgency[BookVisit] != 6 || urgency[SelfCare] != 1 {
		t.Errorf("red flags by urgency: %v", urgency)
	}
}

func TestRoutinesKeepToTheirPlace(t *testing.T) {
	r := mustHave(t, BuiltIn().Routines)
	for _, routine := range r.Routine {
		for _, item := range routine.Items {
			e := item.Exercise
			if routine.Place == "seated" && e.Position == "floor" || routine.Place == "standing" && e.Position == "floor" {
				t.Errorf("%s is %s, but %s needs the floor", routine.ID, routine.Place, e.ID)
			}
			p := e.Pregnancy
			if routine.Pregnancy == OnlyPregnant && (p.T1 != OK || p.T2 != OK || p.T3 != OK) {
				t.Errorf("%s is for pregnancy, but %s is not fine throughout", routine.ID, e.ID)
			}
		}
	}
	for i, e := range mustHave(t, BuiltIn().Exercises) {
		if e.OptIn != (e.ID == "nerve-glide") {
			t.Errorf("exercise %d, %s: opt_in %v", i, e.ID, e.OptIn)
		}
	}
}

func TestSectionsMayBeReadFromAnywhereAtOnce(t *testing.T) {
	l := Open(BuiltIn().files)
	done := make(chan error)
	for range 4 {
		go func() { done <- l.Check() }()
	}
	for range 4 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}
