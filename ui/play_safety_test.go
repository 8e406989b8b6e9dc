package ui

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/reminders/session"
)

func TestPlayHeedsSafety(t *testing.T) {
	all, err := content.BuiltIn().Routines()
	if err != nil {
		t.Fatal(err)
	}
	s := newStage(t, Today, func(s *stage) {
		s.person.now.Pregnancy = safety.Pregnancy{Is: true, Stage: 3, NotedAt: morning}
	})
	seen := map[safety.Verdict]bool{}
	for i := range all.Routine {
		r := &all.Routine[i]
		a := s.judge().Routine(r)
		seen[a.Verdict] = true
		s.OpenAt(Playing, "routine:"+r.ID)
		p := s.player()
		switch a.Verdict {
		case safety.Held:
			if p.under() {
				t.Errorf("%s is played though it is held back", r.ID)
			}
			s.mustSay(t, "Held back for you", a.Reasons[0].Text)
		case safety.Ask:
			if p.under() {
				t.Errorf("%s is played before anybody asked", r.ID)
			}
			s.mustSay(t, a.Reasons[0].Text)
			s.press(t, "I have asked: start")
			if !p.under() {
				t.Errorf("%s does not begin", r.ID)
			}
		default:
			if !p.under() {
				t.Errorf("%s does not begin", r.ID)
			}
		}
		if !p.under() {
			continue
		}
		// What does not suit is replaced, and it says so.
		for id, other := range s.judge().Replacements(r) {
			e, _ := exerciseOf(content.BuiltIn(), id)
			items := p.play.State().Plan.Items
			if !slices.ContainsFunc(items, func(i session.Item) bool { return i.Exercise == other.ID && i.Instead == e.Name }) {
				t.Errorf("%s: %s is not in place of %s", r.ID, other.ID, id)
			}
		}
		s.pass(20 * time.Second)
		for n := 0; p.under() && p.play.State().At(s.time).Exercise.Instead == "" && n < 20; n++ {
			s.key(fyne.KeyRight)
		}
		if p.under() && p.play.State().At(s.time).Exercise.Instead != "" {
			s.mustSay(t, "In place of "+p.play.State().At(s.time).Exercise.Instead)
		}
	}
	if !seen[safety.Caution] && !seen[safety.Ask] && !seen[safety.Held] {
		t.Error("nothing is held back in the third trimester")
	}
}

func TestPlayAdvisesToStop(t *testing.T) {
	s := newStage(t, Today, func(s *stage) {
		s.diary.pains = []diary.Pain{{ID: "a", At: morning.Add(-time.Hour), Intensity: 2, Regions: []diary.Region{diary.Neck}}}
	})
	s.OpenAt(Playing, "exercise:neck-turn")
	s.pass(3 * time.Minute)
	s.mustSay(t, "Well done")
	s.mustNotSay(t, "Better to stop here")
	s.press(t, "Worse")
	s.mustSay(t, "Better to stop here", "Leave this routine for now.")
	s.press(t, "The same")
	s.mustNotSay(t, "Better to stop here")
	scale := s.scale(t)
	scale.Select(3)
	s.mustNotSay(t, "Better to stop here")
	scale.Select(4) // up by two
	s.mustSay(t, "Better to stop here")
	scale.Select(8)
	s.mustSay(t, "That is a lot of pain.")
	if got := s.stretches.kept[0]; *got.After != 8 || *got.Before != 2 || got.How != diary.Same {
		t.Errorf("%+v", got)
	}
	s.inside(t)
	s.press(t, "Once more")
	if s.status(t) != session.Running {
		t.Errorf("it is %s", s.status(t))
	}
	s.key(fyne.KeyEscape)
	s.key(fyne.KeyEscape)
	if s.Screen() != Playing {
		t.Errorf("at %s", s.Screen())
	}
}
