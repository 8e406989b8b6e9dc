package ui

import (
	"slices"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
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
	s.linkTo(t, "What is in it").Tapped(nil)
	if s.at != (spot{Entry, "routine:evening-8"}) {
		t.Errorf("it leads to %v", s.at)
	}
	s.Back()
	s.button(t, "Start").Tapped(nil)
	if s.at != (spot{Playing, "routine:evening-8"}) {
		t.Errorf("Start leads to %v", s.at)
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
