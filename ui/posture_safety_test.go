package ui

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/safety"
)

// pregnant is somebody in the last third of a pregnancy.
func pregnant(s *stage) {
	s.person.now.Pregnancy = safety.Pregnancy{Is: true, Stage: 3, NotedAt: morning}
}

// dizzy is somebody who gets dizzy, for whom a tip for the desk is held back
// and others are to be done with care.
func dizzy(s *stage) { s.person.now = s.person.now.With("dizziness", morning) }

// What is held back is never the day's tip, on no day and after no number of
// others.
func TestHeldBackTipsAreNeverTheDaysTip(t *testing.T) {
	s := newStage(t, Posture)
	all, err := s.library().Tips()
	if err != nil {
		t.Fatal(err)
	}
	everybody := len(s.deskTips())
	dizzy(s)
	s.loadProfile(nil)
	held := map[string]bool{}
	for _, tip := range all {
		held[tip.ID] = !s.judge().Tip(tip).Suggest()
	}
	if !held["T32"] || len(s.deskTips()) >= everybody {
		t.Fatalf("nothing is held back: %d of %d tips", len(s.deskTips()), everybody)
	}
	for range 2 * everybody {
		if tip, ok := s.tipOfTheDay(0); !ok || held[tip.ID] {
			t.Errorf("%s is the tip of %s", tip.ID, s.time)
		}
		s.time = s.time.AddDate(0, 0, 1)
		s.press(t, "Another one")
		if id := s.posture().tip.tip.ID; held[id] {
			t.Errorf("%s is another tip", id)
		}
	}
}

// A tip to be done with care says what to mind, on Today and on Posture, and
// stands where it always does in its list.
func TestTipsToBeDoneWithCareSayWhy(t *testing.T) {
	s := newStage(t, Posture, dizzy)
	for range s.deskTips() {
		a := s.judge().Tip(s.posture().tip.tip)
		if got := s.posture().tip.care.Visible(); got != (a.Verdict == safety.Caution) {
			t.Errorf("%s is %s; something to mind: %v", s.posture().tip.tip.ID, a.Verdict, got)
		}
		s.press(t, "Another one")
	}
	for s.posture().tip.tip.ID != "T08" {
		s.press(t, "Another one")
	}
	why := s.judge().Tip(s.posture().tip.tip).Reason()
	s.mustSay(t, strings.Join(strings.Fields(why)[:3], " "))
	s.save(t, "posture-care")
	if i := slices.Index(s.listed(), "T08"); i > 0 && s.listed()[i-1] != "T07" {
		t.Errorf("the list is %v", s.listed())
	}
}

// A tip that is held back stands at the end of its list and says why, and what
// to do instead.
func TestHeldBackTipsSayWhy(t *testing.T) {
	s := newStage(t, Posture, pregnant)
	s.situation(t, content.Sleep)
	ids := s.listed()
	if !slices.Equal(ids[len(ids)-2:], []string{"T38", "T39"}) || !slices.Contains(ids, "T43") {
		t.Errorf("the list is %v", ids)
	}
	mark, _ := verdictMark(safety.Held)
	s.mustSay(t, mark)
	s.OpenAt(Posture, "tip:T38")
	advice := s.posture().tips.rows[len(ids)-2].advice
	if advice.Reason() == "" || advice.Instead == nil {
		t.Fatalf("advice %+v", advice)
	}
	s.mustSay(t, strings.Join(strings.Fields(advice.Reason())[:4], " "), "Instead: ")
	s.situation(t, content.Pregnancy)
	if got := s.listed(); !slices.Equal(got, []string{"T43", "T54"}) {
		t.Errorf("for pregnancy: %v", got)
	}
}

// A tip for pregnancy is suggested to whoever is pregnant; to others it is shown
// with a mark, after what is meant for them.
func TestTipsForPregnancyAreMarkedForOthers(t *testing.T) {
	s := newStage(t, Posture)
	suggested := func() bool {
		return slices.ContainsFunc(s.deskTips(), func(t content.Tip) bool { return t.Pregnancy == content.OnlyPregnant })
	}
	if suggested() || slices.Contains(s.posture().tips.tags, content.Pregnancy) {
		t.Error("pregnancy is offered to somebody who is not pregnant")
	}
	s.situation(t, content.Sleep)
	s.mustSay(t, "For pregnancy")
	pregnant(s)
	s.loadProfile(nil)
	s.mustNotSay(t, "For pregnancy")
	if !suggested() {
		t.Error("no tip for pregnancy is suggested to somebody who is pregnant")
	}

	sources, err := os.ReadFile("../content/data/en/sources.toml")
	if err != nil {
		t.Fatal(err)
	}
	tip := func(id, more string) string {
		return "[[tip]]\nid = \"" + id + "\"\ntags = [\"sitting\"]\ntext = \"x\"\nhow = \"y\"\nsources = [\"OSHA_ETOOL\"]\n" + more + "\n"
	}
	own := newStage(t, Today)
	own.Library = content.Open(fstest.MapFS{
		"sources.toml": {Data: sources},
		"tips.toml":    {Data: []byte(tip("T01", "pregnancy = \"only\"") + tip("T02", ""))},
	})
	own.Open(Posture)
	if got := own.listed(); !slices.Equal(got, []string{"T02", "T01"}) {
		t.Errorf("the list is %v", got)
	}
}

func TestAProfileToldLaterCountsAtOnce(t *testing.T) {
	s := newStage(t, Posture)
	s.situation(t, content.Sleep)
	mark, _ := verdictMark(safety.Held)
	s.mustNotSay(t, mark)
	pregnant(s)
	s.loadProfile(nil)
	s.mustSay(t, mark)
	if !slices.Contains(s.posture().tips.tags, content.Pregnancy) {
		t.Error("there is no chip for pregnancy")
	}
}

// As long as it is not known what suits somebody, nothing is suggested.
func TestNoTipWithoutAProfile(t *testing.T) {
	s := newStage(t, Posture, func(s *stage) { s.person.err = errors.New("the file is damaged") })
	s.mustSay(t, "A tip comes here once it is known what suits you.")
}
