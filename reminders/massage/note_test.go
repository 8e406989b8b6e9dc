package massage

import (
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
)

func TestWhatToTellTheTherapist(t *testing.T) {
	day := monday.AddDate(0, 0, 10)
	p := safety.Profile{Pregnancy: safety.Pregnancy{Is: true, Due: time.Date(2027, 1, 21, 0, 0, 0, 0, time.UTC), NotedAt: monday}}.
		With("blood-thinners", monday).With("varicose-veins", monday)
	c, err := safety.For(content.BuiltIn(), p, day).Screening([]safety.ScreeningAnswer{{Question: "allergy", Yes: true, At: day}})
	if err != nil {
		t.Fatal(err)
	}
	last := on(7, 5, 4, 6)
	last.Pressure = 4
	n, err := Tell(content.BuiltIn(), Facing{
		Profile: p, Checklist: c, Visits: []diary.Visit{last},
		Pains: []diary.Pain{
			{At: monday, Intensity: 9, Regions: []diary.Region{diary.Hips}}, // long ago
			{At: day.Add(-time.Hour), Intensity: 6, Regions: []diary.Region{"low-back-left"}, Note: "since Monday"},
			{At: day.Add(-30 * time.Hour), Intensity: 2, Regions: []diary.Region{"low-back-left"}},
		},
	}, day)
	if err != nil {
		t.Fatal(err)
	}
	text := n.Text()
	for _, part := range []string{
		"For my therapist\n\nWhat hurts\n- left lower back: 6 of 10 (12 Nov): since Monday\n\n",
		"- 3 of 5, please", "week 30", "Medicines\n- Blood thinners", "Conditions\n- Varicose veins\n",
		"(week 30). Not flat on the back", "“Allergy or asthma with oils, latex, scents?” Yes.\n", "Varicose veins. No pressure on them.", "before 5, right after 4, next day 6",
		"the pain was 6 of 10", "Lighter pressure", "front or side of your neck",
	} {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in\n%s", part, text)
		}
	}
	for _, part := range []string{"hips", "9 of 10", "third day", "Tell the therapist"} {
		if strings.Contains(text, part) {
			t.Errorf("%q is in\n%s", part, text)
		}
	}
}

func TestNothingToTell(t *testing.T) {
	n, err := Tell(content.BuiltIn(), Facing{}, monday)
	if err != nil || len(n.Parts) != 1 {
		t.Errorf("%+v %v", n, err)
	}
	n, _ = Tell(content.BuiltIn(), Facing{Pressure: 2}, monday)
	if len(n.Parts) != 2 || !strings.HasPrefix(n.Parts[0].Lines[0], "2 of 5") {
		t.Errorf("%+v", n)
	}
}

func TestQuestionsToAsk(t *testing.T) {
	m := library(t)
	for _, q := range m.Questions {
		if q.When != "" && q.When != ifSpecial {
			t.Errorf("%s is asked %q, which nobody decides", q.ID, q.When)
		}
	}
	all := len(m.Questions)
	if got := len(Questions(m, safety.Profile{})); got != all-1 {
		t.Errorf("%d of %d", got, all)
	}
	for _, p := range []safety.Profile{safety.Profile{}.With("cancer", monday), {Pregnancy: safety.Pregnancy{Is: true}}} {
		if got := len(Questions(m, p)); got != all {
			t.Errorf("%d of %d", got, all)
		}
	}
}
