package ui

import (
	"slices"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
)

// offered are the suggestions, by routine, and why.
func (s *suggestions) offered() map[string]string {
	out := map[string]string{}
	for i, id := range s.ids {
		out[id] = s.whys[i].Content
	}
	return out
}

func TestStretchSuggests(t *testing.T) {
	s := newStage(t, Stretch, usual)
	s.SetStatus(sittingStatus())
	got := s.stretch(t).suggested.offered()
	for id, why := range map[string]string{
		"desk-reset-3": "At your desk for 34 minutes", "low-back-10": "You logged lower back: 4", "morning-5": "Morning",
	} {
		if got[id] != why {
			t.Errorf("%s is offered for %q, want %q", id, got[id], why)
		}
	}
	// A minute later the cards stay, so that the focus does, and say so.
	before := s.stretch(t).suggested.whys[0]
	s.time = s.time.Add(time.Minute)
	s.tick()
	if x := s.stretch(t).suggested; x.whys[0] != before || before.Content != "At your desk for 35 minutes" {
		t.Errorf("%q", before.Content)
	}
	away := sittingStatus()
	away.Presence = "locked"
	s.SetStatus(away)
	if _, ok := s.stretch(t).suggested.offered()["desk-reset-3"]; ok {
		t.Error("a break from sitting is offered to somebody who is away")
	}
	// In the evening, back from a rest, with the entry long ago.
	s.time = time.Date(2026, 11, 28, 20, 0, 0, 0, morning.Location())
	st := sittingStatus()
	st.DeskSince = ptr(s.time.Add(-5 * time.Minute))
	s.SetStatus(st)
	if got := s.stretch(t).suggested.offered(); len(got) != 2 || got["evening-8"] != "Evening" || got["micro-1"] != "For a short break" {
		t.Errorf("in the evening: %v", got)
	}
	s.button(t, "Show").Tapped(nil)
	if s.at != (spot{Entry, "routine:evening-8"}) {
		t.Errorf("Show leads to %v", s.at)
	}
}

func TestStretchSuggestsNothingAfterSeverePain(t *testing.T) {
	s := newStage(t, Stretch, func(s *stage) {
		s.diary.pains = []diary.Pain{{ID: "a", At: morning.Add(-time.Hour), Intensity: 8, Regions: []diary.Region{diary.LowerBack}}}
	})
	s.SetStatus(sittingStatus())
	if got := s.stretch(t).suggested.ids; len(got) != 0 {
		t.Errorf("offered: %v", got)
	}
	s.mustSay(t, "You logged a lot of pain")
	s.inside(t)
	s.press(t, "Is this serious?")
	if s.Screen() != Serious {
		t.Errorf("at %s", s.Screen())
	}
	s.time = morning.AddDate(0, 0, 2)
	s.Open(Stretch)
	if got := s.stretch(t).suggested.ids; len(got) == 0 || slices.Contains(got, "low-back-10") {
		t.Errorf("two days later: %v", got)
	}
}

// Nothing that is held back, or to be asked about first, is offered: to nobody,
// wherever it hurts, at any hour.
func TestStretchSuggestsOnlyWhatSuits(t *testing.T) {
	facts, err := content.BuiltIn().Facts()
	if err != nil {
		t.Fatal(err)
	}
	profiles := []Profile{{}}
	for stage := range safety.Trimester(3) {
		profiles = append(profiles, Profile{Pregnancy: safety.Pregnancy{Is: true, Stage: stage + 1, NotedAt: morning}})
	}
	for _, f := range facts {
		profiles = append(profiles, Profile{}.With(f.ID, morning))
	}
	s := newStage(t, Stretch)
	s.SetStatus(sittingStatus())
	offered := 0
	for _, p := range profiles {
		s.takeProfile(p)
		for _, region := range diary.Broad() {
			for _, hour := range []int{2, 7, 12, 16, 21} {
				s.time = time.Date(2026, 11, 24, hour, 0, 0, 0, morning.Location())
				judge := s.judge()
				for _, x := range s.suggest(judge, diary.Pain{At: s.time, Intensity: 5, Regions: []diary.Region{region}}, true) {
					offered++
					if a := judge.Routine(&x.routine); !a.Suggest() || !judge.Meant(x.routine.Pregnancy) {
						t.Errorf("%s is offered though %v: %s", x.routine.ID, a.Verdict, a.Reason())
					}
				}
			}
		}
	}
	if offered == 0 {
		t.Error("nothing is ever offered")
	}
}

// The routines that are offered by name are in the library.
func TestStretchIdeasAreInTheLibrary(t *testing.T) {
	all, err := content.BuiltIn().Routines()
	if err != nil {
		t.Fatal(err)
	}
	s := newStage(t, Stretch)
	s.SetStatus(sittingStatus())
	ideas := s.sittingIdeas()
	for _, r := range diary.Broad() {
		ideas = append(ideas, painIdeas(diary.Pain{Intensity: 3, Regions: []diary.Region{r}})...)
	}
	for h := range 24 {
		ideas = append(ideas, timeIdea(time.Date(2026, 1, 1, h, 0, 0, 0, time.UTC)))
	}
	if len(ideas) != 1+len(diary.Broad())+24 {
		t.Errorf("%d ideas", len(ideas))
	}
	for _, i := range ideas {
		for _, id := range i.ids {
			if routineIn(all.Routine, id) == nil {
				t.Errorf("%q is not in the library", id)
			}
		}
	}
}
