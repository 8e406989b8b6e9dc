package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
)

// tipPrompt is a posture check that carries a tip.
func tipPrompt() control.OpenPrompt {
	return control.OpenPrompt{
		Reminder: "posture", Title: "Posture check", ShownAt: morning,
		Text: "Standing a while? One foot up on a low rest, then swap.", Part: "tip:T23",
	}
}

// A posture check says its tip, and "How" leads to more about it; it is still
// open then, and can be answered there.
func TestAPostureCheckCarriesItsTip(t *testing.T) {
	s := newStage(t, Today)
	st := sittingStatus()
	st.Prompts = []control.OpenPrompt{tipPrompt()}
	s.SetStatus(st)
	s.mustSay(t, "Standing a while? One foot up on a low rest, then swap.")
	s.button(t, "How").TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.Screen() != Posture {
		t.Fatalf("at %s", s.Screen())
	}
	s.mustSay(t, "A footrest or low box lets you change the load")
	s.press(t, "Sitting well")
	want := []control.Answer{{Reminder: reminders.Posture, Outcome: reminders.Done}}
	if !slices.Equal(s.agent.answers, want) {
		t.Errorf("answered %+v", s.agent.answers)
	}
}

// An agent that tells no tip leaves the check as it was, without advice that
// names no source.
func TestAPostureCheckWithoutATip(t *testing.T) {
	s := newStage(t, Posture)
	st := sittingStatus()
	st.Prompts = []control.OpenPrompt{{Reminder: "posture", ShownAt: morning}, {Reminder: "drink-water", ShownAt: morning, Text: "A glass of water."}}
	s.SetStatus(st)
	s.mustSay(t, "Posture check", "how are you sitting?")
	s.mustNotSay(t, "A glass of water.")
	s.Open(Today)
	s.mustSay(t, "Drink water", "A glass of water.")
	other := st.Prompts[0]
	other.Text, other.Part = "Let your shoulders drop.", "tip:T03"
	st.Prompts = []control.OpenPrompt{other}
	s.SetStatus(st)
	s.mustSay(t, "Let your shoulders drop.")
}
