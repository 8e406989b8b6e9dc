package ui

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/unhunch/unhunch/content"
	"github.com/unhunch/unhunch/reminders/diary"
	"github.com/unhunch/unhunch/reminders/settings"
)

// answered puts answers on the stage; each is a question's id.
func answered(at time.Time, no, yes []string, cleared map[string]string) func(*stage) {
	return func(s *stage) {
		for _, id := range no {
			s.screening.answers = append(s.screening.answers, ScreeningAnswer{Question: id, At: at})
		}
		for _, id := range yes {
			s.screening.answers = append(s.screening.answers, ScreeningAnswer{Question: id, Yes: true, At: at})
		}
		for id, who := range cleared {
			s.screening.answers = append(s.screening.answers, ScreeningAnswer{Question: id, Yes: true, At: at, ClearedBy: who})
		}
	}
}

// questionIDs are those of all questions of the checklist, in its order.
func questionIDs(t testing.TB) (ids []string) {
	t.Helper()
	m, err := content.BuiltIn().Massage()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range m.Screening {
		ids = append(ids, q.ID)
	}
	return ids
}

var anHourAgo = morning.Add(-time.Hour)

// halfReady is somebody who is booked, answered some of the checklist, told of a
// blood thinner, and logged a pain.
func halfReady(s *stage) {
	oneVisit(s)
	weeklyFrom(wallOn(19, 17, 30))(s)
	s.person.now = s.person.now.With("blood-thinners", morning.AddDate(0, 0, -40)).With("varicose-veins", morning.AddDate(0, 0, -40))
	answered(morning.AddDate(0, 0, -3), []string{"fracture", "wound", "dvt", "preg"}, []string{"allergy"}, map[string]string{"surgery": "my GP"})(s)
	answered(morning.AddDate(0, 0, -130), []string{"heart"}, nil, nil)(s)
	s.diary.pains = []diary.Pain{{ID: "a", At: morning.Add(-14 * time.Hour), Intensity: 6, Regions: []diary.Region{"low-back-left"}, Note: "Since Monday, worse in the car."}}
}

// blockedNow is halfReady with a fever.
func blockedNow(s *stage) {
	halfReady(s)
	answered(anHourAgo, nil, []string{"fever"}, nil)(s)
}

// allNo is somebody who is booked and has answered everything with no.
func allNo(t testing.TB) func(*stage) {
	return func(s *stage) {
		oneVisit(s)
		weeklyFrom(wallOn(19, 17, 30))(s)
		answered(anHourAgo, questionIDs(t), nil, nil)(s)
	}
}

// The Prepare screen and the appointment's card in every look: nothing is cut and
// nothing sticks out.
func TestPrepareLooks(t *testing.T) {
	for _, look := range []struct {
		theme string
		text  int
		size  fyne.Size
	}{
		{settings.ThemeLight, 100, Size},
		{settings.ThemeLight, 100, fyne.NewSize(1120, 4200)},
		{settings.ThemeDark, 100, fyne.NewSize(1120, 4200)},
		{settings.ThemeLight, 150, fyne.NewSize(1120, 6200)},
		{settings.ThemeDark, 200, fyne.NewSize(720, 9000)},
		{settings.ThemeLight, 100, Smallest},
	} {
		for name, fill := range map[string]func(*stage){
			"empty": func(*stage) {}, "half": halfReady, "blocked": blockedNow, "ready": allNo(t),
			"pregnant": func(s *stage) { pregnantly(s); weeklyFrom(wallOn(19, 17, 30))(s) },
			"unread":   func(s *stage) { s.screening.err = errNoSuch },
		} {
			if *shots == "" && (look.size.Height == 4200 || look.text == 150 || name == "empty" || name == "ready") {
				continue // others show the same
			}
			name := fmt.Sprintf("prepare-%s-%d-%.0fx%.0f-%s", look.theme, look.text, look.size.Width, look.size.Height, name)
			t.Run(name, func(t *testing.T) {
				s := newStage(t, Massage, fill, dressed(look.theme, look.text))
				s.frame.Resize(look.size)
				s.SetStatus(sittingStatus())
				check := func(part string) {
					s.looksRight(t, name+part)
				}
				check("-card")
				s.Open(Prepare)
				check("")
				if s.screening.err != nil {
					return
				}
				row := s.prepare().checks.rows["thinners"]
				row.reset(false, true)
				row.cleared() // of nobody
				check("-errors")
				s.prepare().note.grow()
				check("-large")
			})
		}
	}
}

func pregnantly(s *stage) {
	s.person.now.Pregnancy.Is, s.person.now.Pregnancy.Due, s.person.now.Pregnancy.NotedAt = true, time.Date(2027, 1, 21, 0, 0, 0, 0, time.UTC), morning.AddDate(0, 0, -10)
}

func (s *stage) prepare() *prepareScreen { return s.screens[Prepare].(*prepareScreen) }
