package ui

import (
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders/diary"
)

func TestJournalListsTheEntries(t *testing.T) {
	s := newStage(t, Journal, usual)
	s.mustSay(t, "Yesterday", "21:10", "4 · moderate", "2 · mild", "Neck and shoulders", "After the long call.",
		"Sunday, 22 November", "7 · severe", "Lower back and hips", "0 · none", "No place given")
}

func TestDeletingCanBeUndone(t *testing.T) {
	s := newStage(t, Journal, usual)
	s.press(t, "Delete")
	if len(s.diary.pains) != 3 {
		t.Fatalf("%d entries", len(s.diary.pains))
	}
	s.mustNotSay(t, "21:10")
	s.mustSay(t, "Entry deleted: 4, lower back.")
	s.press(t, "Undo")
	if len(s.diary.pains) != 4 {
		t.Fatalf("%d entries after Undo", len(s.diary.pains))
	}
	s.mustSay(t, "21:10", "4 · moderate")
	s.mustNotSay(t, "Entry deleted")
}

func TestEmptyJournalLeadsToTheFirstEntry(t *testing.T) {
	s := newStage(t, Journal)
	s.mustSay(t, "Nothing logged yet")
	s.press(t, "Log how my back is")
	if s.Screen() != Today || s.canvas.Focused() != fyne.Focusable(s.today().pain.scale) {
		t.Errorf("at %s with the focus on %T", s.Screen(), s.canvas.Focused())
	}
}

func TestJournalThatCannotBeRead(t *testing.T) {
	s := newStage(t, Journal, func(s *stage) { s.diary.err = errors.New("the file is damaged") })
	s.mustSay(t, "The journal cannot be read", "the file is damaged")
	s.diary.err = nil
	s.press(t, "Try again")
	s.mustSay(t, "Nothing logged yet")
}

func TestLongJournalComesInSteps(t *testing.T) {
	s := newStage(t, Journal, func(s *stage) {
		for i := range journalStep + 10 {
			_, err := s.diary.AddPain(diary.Pain{At: morning.Add(-time.Duration(i) * time.Hour), Intensity: i % 11})
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	count := func() (n int) {
		for _, text := range s.texts() {
			if text == "No place given" {
				n++
			}
		}
		return n
	}
	if n := count(); n != journalStep {
		t.Errorf("%d entries are shown at first", n)
	}
	s.press(t, "Show older entries")
	if n := count(); n != journalStep+10 {
		t.Errorf("%d entries are shown after asking for more", n)
	}
}
