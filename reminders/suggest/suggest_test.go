package suggest

import (
	"testing"
	"time"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/safety"
)

var morning = time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)

// picked are the suggestions, best first, as "id: why".
func picked(t *testing.T, s Situation) []string {
	t.Helper()
	all, err := content.BuiltIn().Routines()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, x := range Routines(all.Routine, safety.For(content.BuiltIn(), s.Profile, s.Now), s) {
		out = append(out, x.Routine.ID+": "+x.Why)
	}
	return out
}

func TestRoutines(t *testing.T) {
	pain := func(intensity int, ago time.Duration, r ...diary.Region) *diary.Pain {
		return &diary.Pain{At: morning.Add(-ago), Intensity: intensity, Regions: r}
	}
	done := func(id string, ago time.Duration, o diary.StretchOutcome) diary.Stretch {
		return diary.Stretch{Routine: id, Start: morning.Add(-ago), Outcome: o}
	}
	pregnant := safety.Profile{Pregnancy: safety.Pregnancy{Is: true, Stage: 2, NotedAt: morning}}
	for name, c := range map[string]struct {
		s    Situation
		want []string
	}{
		"nothing known": {Situation{}, []string{"morning-5: Morning", "micro-1: For a short break"}},
		"sitting": {
			Situation{Desk: 45 * time.Minute},
			[]string{"desk-reset-3: At your desk for 45 minutes", "morning-5: Morning", "micro-1: For a short break"},
		},
		"not long enough": {Situation{Desk: 19 * time.Minute}, []string{"morning-5: Morning", "micro-1: For a short break"}},
		"sitting again after a stretch": {
			Situation{Desk: 45 * time.Minute, Recent: []diary.Stretch{done("desk-reset-3", 2*time.Hour, diary.Completed)}},
			[]string{"micro-1: At your desk for 45 minutes", "morning-5: Morning", "desk-reset-3: For a short break"},
		},
		"given up is not done": {
			Situation{Desk: 45 * time.Minute, Recent: []diary.Stretch{done("desk-reset-3", time.Hour, diary.Abandoned)}},
			[]string{"desk-reset-3: At your desk for 45 minutes", "morning-5: Morning", "micro-1: For a short break"},
		},
		"pain": {
			Situation{Desk: 45 * time.Minute, Pain: pain(4, time.Hour, "arms", diary.LowerBack)},
			[]string{"desk-reset-3: At your desk for 45 minutes", "low-back-10: You logged lower back: 4", "morning-5: Morning"},
		},
		"pain long ago":    {Situation{Pain: pain(4, 73*time.Hour, diary.LowerBack)}, []string{"morning-5: Morning", "micro-1: For a short break"}},
		"severe pain":      {Situation{Desk: time.Hour, Pain: pain(7, time.Hour, diary.Neck)}, nil},
		"severe yesterday": {Situation{Pain: pain(7, 25*time.Hour, diary.Neck)}, []string{"morning-5: Morning", "micro-1: For a short break"}},
		"after a massage": {
			Situation{Massage: morning.Add(-20 * time.Hour), Desk: 45 * time.Minute},
			[]string{"after-massage-5: After your massage", "desk-reset-3: At your desk for 45 minutes", "morning-5: Morning"},
		},
		"a massage to come": {Situation{Massage: morning.Add(time.Hour)}, []string{"morning-5: Morning", "micro-1: For a short break"}},
		"pregnant":          {Situation{Profile: pregnant}, []string{"pregnancy-6: Suits what you told about you", "morning-5: Morning", "micro-1: For a short break"}},
	} {
		c.s.Now = morning
		got := picked(t, c.s)
		if len(got) != len(c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %q, want %q", name, got, c.want)
				break
			}
		}
	}
}

// There is something at every hour, and what is done over and over does not
// leave nothing.
func TestSomethingAtEveryHour(t *testing.T) {
	all, err := content.BuiltIn().Routines()
	if err != nil {
		t.Fatal(err)
	}
	for h := range 24 {
		s := Situation{Now: morning.Add(time.Duration(h) * time.Hour)}
		for _, r := range all.Routine {
			s.Recent = append(s.Recent, diary.Stretch{Routine: r.ID, Start: s.Now.Add(-time.Minute), Outcome: diary.Completed})
		}
		if len(picked(t, s)) == 0 {
			t.Errorf("nothing at %s", s.Now.Format("15:04"))
		}
	}
}

// Nothing that is held back, or to be asked about first, is offered: to nobody,
// wherever it hurts, at any hour.
func TestOnlyWhatSuits(t *testing.T) {
	facts, err := content.BuiltIn().Facts()
	if err != nil {
		t.Fatal(err)
	}
	all, err := content.BuiltIn().Routines()
	if err != nil {
		t.Fatal(err)
	}
	profiles := []safety.Profile{{}}
	for stage := range safety.Trimester(3) {
		profiles = append(profiles, safety.Profile{Pregnancy: safety.Pregnancy{Is: true, Stage: stage + 1, NotedAt: morning}})
	}
	for _, f := range facts {
		profiles = append(profiles, safety.Profile{}.With(f.ID, morning))
	}
	offered := 0
	for _, p := range profiles {
		judge := safety.For(content.BuiltIn(), p, morning)
		for _, region := range diary.Broad() {
			for _, hour := range []int{2, 7, 12, 16, 21} {
				now := time.Date(2026, 11, 24, hour, 0, 0, 0, time.UTC)
				s := Situation{
					Now: now, Desk: time.Hour, Profile: p, Massage: now.Add(-time.Hour),
					Pain: &diary.Pain{At: now, Intensity: 5, Regions: []diary.Region{region}},
				}
				for _, x := range Routines(all.Routine, judge, s) {
					offered++
					if a := judge.Routine(&x.Routine); !a.Suggest() || !judge.Meant(x.Routine.Pregnancy) {
						t.Errorf("%s is offered though %v: %s", x.Routine.ID, a.Verdict, a.Reason())
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
func TestIdeasAreInTheLibrary(t *testing.T) {
	all, err := content.BuiltIn().Routines()
	if err != nil {
		t.Fatal(err)
	}
	in := map[string]bool{}
	for _, r := range all.Routine {
		in[r.ID] = true
	}
	for h := range 24 {
		for _, r := range diary.Broad() {
			now := morning.Add(time.Duration(h) * time.Hour)
			s := Situation{Now: now, Desk: time.Hour, Massage: now, Pain: &diary.Pain{At: now, Intensity: 3, Regions: []diary.Region{r}}}
			ideas := s.ideas(all.Routine)
			if len(ideas) < 5 {
				t.Errorf("%s: %d ideas", r, len(ideas))
			}
			for _, i := range ideas {
				for _, id := range i.ids {
					if !in[id] {
						t.Errorf("%q is not in the library", id)
					}
				}
			}
		}
	}
}
