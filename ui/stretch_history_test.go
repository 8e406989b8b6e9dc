package ui

import (
	"errors"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders/diary"
)

func TestStretchHistory(t *testing.T) {
	four := 4
	done := []diary.Exercised{{ID: "cat", Name: "Cat", Outcome: diary.Completed}}
	none := []diary.Exercised{{ID: "cat", Name: "Cat", Outcome: diary.Skipped}}
	s := newStage(t, Today, func(s *stage) {
		s.stretches.kept = []Stretched{
			{ID: "a", Name: "Long ago", Routine: "micro-1", Start: morning.AddDate(0, 0, -8), End: morning.AddDate(0, 0, -8), Outcome: diary.Completed, Exercises: done},
			{ID: "b", Name: "A week ago", Routine: "gone", Start: morning.AddDate(0, 0, -6), End: morning.AddDate(0, 0, -6), Outcome: diary.Completed, Exercises: done, How: diary.Worse},
			{ID: "c", Name: "Given up", Routine: "micro-1", Start: morning.Add(-2 * time.Hour), End: morning.Add(-2 * time.Hour), Outcome: diary.Abandoned, Exercises: none},
			{ID: "d", Name: "Cat", Start: morning.Add(-time.Hour), End: morning.Add(-59 * time.Minute), Active: time.Minute, Outcome: diary.Completed, Exercises: done, How: diary.Better, After: &four},
			{ID: "e", Name: "Micro", Routine: "micro-1", Start: morning.Add(-time.Minute), End: morning, Active: time.Minute, Outcome: diary.Partly, Exercises: append(done, none...)},
		}
	})
	s.Open(Stretch)
	s.mustSay(t, "What you did", "3 times in the last seven days", "Micro", "Today, 10:39 · 1 of 2 · 1 min", "Better", "Pain 4", "A week ago", "Worse")
	s.mustNotSay(t, "Given up", "Long ago")
	s.press(t, "All of the last three months")
	s.mustSay(t, "Long ago")
	s.inside(t)
	if s.hinted("Play A week ago again") != nil {
		t.Error("what is not in the library any more can be played")
	}
	s.hinted("Delete Cat, Today, 09:40").Tapped(nil)
	s.mustNotSay(t, "Pain 4")
	s.press(t, "Undo")
	s.mustSay(t, "Pain 4")
	s.chip("Neck").Tapped(nil)
	s.mustNotSay(t, "What you did")
	s.chip("All").Tapped(nil)
	s.hinted("Play Cat again").Tapped(nil)
	if s.at != (spot{Playing, "exercise:cat"}) {
		t.Errorf("at %v", s.at)
	}
}

func TestFavourites(t *testing.T) {
	s := newStage(t, Stretch)
	s.OpenAt(Entry, "exercise:cat")
	s.chip("Favourite").Tapped(nil)
	s.OpenAt(Entry, "routine:evening-8")
	s.chip("Favourite").Tapped(nil)
	if got := s.stretches.marked; len(got) != 2 || got[0] != "exercise:cat" || got[1] != "routine:evening-8" {
		t.Errorf("marked %q", got)
	}
	s.Open(Stretch)
	if first := s.stretch(t).routines.cards[0].r.ID; first != "evening-8" {
		t.Errorf("%s comes first", first)
	}
	s.chip("Favourites").Tapped(nil)
	shown := 0
	for _, c := range s.stretch(t).exercises.cards {
		if c.tile.Visible() {
			shown++
			if c.e.ID != "cat" || !c.liked.Visible() {
				t.Errorf("%s is shown", c.e.ID)
			}
		}
	}
	if shown != 1 {
		t.Errorf("%d exercises are shown", shown)
	}
	// One that cannot be kept is none.
	s.OpenAt(Entry, "exercise:chin-tuck")
	s.stretches.err = errors.New("the disk is full")
	s.chip("Favourite").Tapped(nil)
	s.mustSay(t, "Saving did not work")
	if s.likes("exercise:chin-tuck") {
		t.Error("what could not be kept is marked")
	}
}
