package ui

import (
	"strings"
	"testing"

	"github.com/unhunch/unhunch/reminders/safety"
	"github.com/unhunch/unhunch/ui/widgets"
)

func TestReliefOffersWhatSuits(t *testing.T) {
	s := newStage(t, Relief)
	s.mustSay(t, "Heat pack: 15 minutes, never longer.", "Cold pack: 10 minutes, never longer than 20 minutes.", "Long-standing ache or morning stiffness", "It is not built yet")
	s.mustNotSay(t, "Held back for you")
}

// What is held back is not offered; a profile that changes counts at once.
func TestReliefHoldsBack(t *testing.T) {
	s := newStage(t, Relief)
	s.takeProfile(s.person.now.With("reduced-sensation", morning))
	s.mustSay(t, "Held back for you")
	s.mustNotSay(t, "Heat pack: 15 minutes", "Cold pack: 10 minutes")
}

func TestReliefIsShorterInPregnancy(t *testing.T) {
	s := newStage(t, Relief, func(s *stage) { s.person.now.Pregnancy = safety.Pregnancy{Is: true, Stage: 2} })
	s.mustSay(t, "With care", "Heat pack: 10 minutes, never longer.")
	s.mustNotSay(t, "15 minutes")
}

func TestMassageSaysWhatIsNotForThePerson(t *testing.T) {
	s := newStage(t, Massage, func(s *stage) { s.person.now = s.person.now.With("blood-thinners", morning) })
	if a := s.judge().Massage(); a.Verdict == safety.Allowed {
		t.Fatal("blood thinners do not matter for massage")
	}
	said := strings.Join(s.texts(), " ")
	if !strings.Contains(said, "Massage: ") || !strings.Contains(said, s.judge().Massage().Reasons[0].Sources[0].Title) {
		t.Errorf("it says %q", said)
	}
}

// The guide is one press away from both, and so are its topics.
func TestReadingScreensLeadIntoTheGuide(t *testing.T) {
	for screen, topic := range map[Screen]string{Massage: "massage-types", Relief: "heat-and-cold"} {
		s := newStage(t, screen)
		s.press(t, "Guide")
		if s.Screen() != Guide || s.guide().leaf != nil {
			t.Errorf("%s: Guide leads to %s", screen, s.Screen())
		}
		s.Back()
		var tile *widgets.Tile
		for _, k := range s.topics() {
			if k.id == topic {
				tile = tileNamed(s, k.title+". "+k.summary)
			}
		}
		if tile == nil {
			t.Fatalf("%s does not lead to %s", screen, topic)
		}
		tile.Tapped(nil)
		if s.guide().part != topic {
			t.Errorf("%s leads to %s", screen, s.guide().part)
		}
	}
}
