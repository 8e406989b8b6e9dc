package relax_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/relax"
	"github.com/unhunch/unhunch/reminders/session"
)

func therapy(t testing.TB, id string) *content.Therapy {
	t.Helper()
	all, err := content.BuiltIn().Therapies()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(all, func(x content.Therapy) bool { return x.ID == id })
	if i < 0 {
		t.Fatalf("the library has no %q", id)
	}
	return &all[i]
}

func TestLimitsAreTheNarrower(t *testing.T) {
	l := relax.LimitsOf(therapy(t, relax.Breathing).Pacer)
	if l.Slowest != 4 || l.Quickest != 8 || l.Usual != 6 || l.New != 8 || l.Minutes != 4 || !slices.Equal(l.Choices, []int{1, 3, 4, 5, 10}) {
		t.Errorf("%+v", l)
	}
	if l := relax.LimitsOf(&content.Pacer{PerMinute: 20, MinPerMinute: 5, MaxPerMinute: 7, StartForNew: 1, Minutes: 40, MinutesChoices: []int{0, 2, 60}}); l.Slowest != 5 || l.Quickest != 7 || l.Usual != 7 || l.New != 5 || l.Minutes != 10 || !slices.Equal(l.Choices, []int{2}) {
		t.Errorf("%+v", l)
	}
	for _, p := range []*content.Pacer{nil, {MinPerMinute: 9, MaxPerMinute: 3}} {
		if l := relax.LimitsOf(p); l.Slowest != 4 || l.Quickest != 8 || l.Minutes < 1 || len(l.Choices) == 0 {
			t.Errorf("%+v: %+v", p, l)
		}
	}
}

// Whatever is asked for, whole breaths of the same length come nearest to the
// minutes, at a pace within the limits.
func TestBreathingIsWholeBreaths(t *testing.T) {
	of := therapy(t, relax.Breathing)
	rapid.Check(t, func(t *rapid.T) {
		pace, minutes := rapid.IntRange(-3, 30).Draw(t, "pace"), rapid.IntRange(-3, 30).Draw(t, "minutes")
		p, err := relax.Breathe(of, pace, minutes)
		if err != nil {
			t.Fatal(err)
		}
		if want := min(max(pace, 4), 8); relax.PerMinute(p.Items[0].Hold) != want {
			t.Fatalf("%d a minute, want %d", relax.PerMinute(p.Items[0].Hold), want)
		}
		want := time.Duration(min(max(minutes, 1), 10)) * time.Minute
		if off := want - (p.Length() - p.Ready); off < 0 || off > time.Microsecond {
			t.Fatalf("it takes %s, want %s", p.Length()-p.Ready, want)
		}
		in, out := 0, 0
		for _, f := range p.Phases() {
			switch f.Kind {
			case session.Inhale:
				in++
			case session.Exhale:
				out++
			}
		}
		if in != out || in != len(p.Items[0].Sets[0]) {
			t.Fatalf("%d in, %d out", in, out)
		}
	})
}

func TestTensingIsAboutAsLongAsTheLibrarySays(t *testing.T) {
	of := therapy(t, relax.Muscles)
	p, err := relax.Tense(of, relax.Choices{})
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Items) != len(of.Muscles.Order) || p.Length() < 9*time.Minute || p.Length() > 11*time.Minute {
		t.Errorf("%d groups in %s", len(p.Items), p.Length())
	}
	if p.Items[0].Hold != 5*time.Second || p.Items[0].Move != 20*time.Second || p.Items[0].Reps != 2 {
		t.Errorf("%+v", p.Items[0])
	}
	once, err := relax.Tense(of, relax.Choices{Rounds: 1})
	if err != nil || once.Length() >= p.Length() {
		t.Errorf("once: %s, %v", once.Length(), err)
	}
}

// Every group of the library has words of its own.
func TestEveryGroupHasWords(t *testing.T) {
	seen := map[string]bool{}
	p, err := relax.Tense(therapy(t, relax.Muscles), relax.Choices{})
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range p.Items {
		if i.Name == i.Exercise || relax.GroupName(i.Exercise) != i.Name || len(i.Steps) != 2 {
			t.Errorf("no words for %q: %+v", i.Exercise, i)
		}
		for _, text := range i.Steps {
			if seen[text] || !strings.HasSuffix(text, ".") {
				t.Errorf("%q is no sentence of its own", text)
			}
			seen[text] = true
		}
	}
	if relax.GroupName("tail") != "tail" {
		t.Error("an unknown group has no name")
	}
}

func TestWhatHurtsIsSpared(t *testing.T) {
	of := therapy(t, relax.Muscles)
	p, err := relax.Tense(of, relax.Choices{Spared: []string{"shoulders", "belly", "nothing"}, Half: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range p.Items {
		if i.Exercise == "shoulders" || i.Exercise == "belly" || !strings.HasPrefix(i.Steps[0], "At half strength: ") {
			t.Errorf("%s: %q", i.Exercise, i.Steps[0])
		}
	}
	if len(p.Items) != 8 {
		t.Errorf("%d groups", len(p.Items))
	}
	p, err = relax.Tense(of, relax.Choices{Spared: []string{"shoulders"}, Imagine: true, Rounds: 9})
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range p.Items {
		if only := strings.HasPrefix(i.Steps[0], "Only imagine it: "); only != (i.Exercise == "shoulders") || i.Reps != 3 {
			t.Errorf("%s, %d times: %q", i.Exercise, i.Reps, i.Steps[0])
		}
	}
	if _, err := relax.Tense(of, relax.Choices{Spared: of.Muscles.Order}); err == nil {
		t.Error("nothing is left, and it is a plan")
	}
}

func TestWithoutTheLibraryNothingIsPlanned(t *testing.T) {
	for _, of := range []*content.Therapy{nil, {ID: "x"}} {
		if _, err := relax.Breathe(of, 6, 4); err == nil {
			t.Error("breathes")
		}
		if _, err := relax.Tense(of, relax.Choices{}); err == nil {
			t.Error("tenses")
		}
	}
	if relax.PerMinute(0) != 0 || relax.Breath(0) != time.Minute {
		t.Error("nothing is divided by nothing")
	}
}
