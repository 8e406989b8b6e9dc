package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/reminders/settings"
)

// TestGoldens compares what is drawn, object by object, with what was agreed
// on. A change that is meant: copy testdata/failed/… over testdata/….
func TestGoldens(t *testing.T) {
	for name, set := range map[string]func(*stage){
		"today-usual":   func(s *stage) { usual(s); s.Open(Today); s.SetStatus(sittingStatus()) },
		"today-empty":   func(s *stage) { s.SetStatus(control.Status{Now: morning, Agent: true, InHours: true}) },
		"today-down":    func(s *stage) { s.SetDown("They stopped.") },
		"today-prompts": func(s *stage) { usual(s); s.Open(Today); s.SetStatus(promptStatus()) },
		"today-paused": func(s *stage) {
			st := sittingStatus()
			st.Paused = true
			s.SetStatus(st)
		},
		"settings": func(s *stage) { s.SetStatus(sittingStatus()); s.Open(Settings) },
		"posture":  func(s *stage) { s.SetStatus(sittingStatus()); s.Open(Posture) },
		"guide":    func(s *stage) { s.Open(Guide) },
		"serious":  func(s *stage) { s.Open(Serious) },
		"about-me": func(s *stage) { pregnant(s); s.Open(AboutMe) },
		"welcome":  func(s *stage) { s.Open(Welcome) },
		"player": func(s *stage) {
			s.OpenAt(Playing, "desk-reset-3")
			s.pass(9 * time.Second)
		},
		"player-after": func(s *stage) {
			s.OpenAt(Playing, "exercise:chin-tuck")
			s.pass(2 * time.Minute)
			s.press(t, "Worse")
		},
		"relax": func(s *stage) { calmer(s); s.Open(Relax) },
		"breathing": func(s *stage) {
			s.OpenAt(Playing, "relax:breathing?pace=6&minutes=4")
			s.pass(8 * time.Second)
		},
		"relief": func(s *stage) { s.Open(Relief) },
		"relief-on": func(s *stage) {
			usedBefore(s)
			s.Open(Relief)
			s.hit(t, "Start heat: lower back, 15 min")
			s.press(t, "None of these: start")
			s.minutesPass(5)
		},
		"massage": func(s *stage) { manyVisits(3)(s); s.Open(Massage) },
		"visit":   func(s *stage) { oneVisit(s); s.OpenAt(Visit, partNew) },
		"reminder": func(s *stage) {
			s.prefs.now.Own = []settings.Own{{Name: "heat-pack", Title: "Heat pack", Enabled: true, At: []reminders.TimeOfDay{reminders.Clock(15, 0, 0)}, Days: workdays, Opens: "heat:20m"}}
			s.OpenAt(Reminder, "heat-pack")
		},
		"reminders": func(s *stage) { ownOnes(s); s.SetStatus(ownStatus()); s.OpenAt(Settings, partOwn) },
		"editor":    func(s *stage) { s.OpenAt(Editor, "copy:micro-1") },
		"entry":     func(s *stage) { pregnant(s); s.OpenAt(Entry, "exercise:quad-stand") },
		"month":     func(s *stage) { busyMonth(s); s.Open(Massage); s.massage().month.choose(date(time.November, 28)) },
		"month-list": func(s *stage) {
			busyMonth(s)
			s.Open(Massage)
			test.Tap(s.chip("List"))
		},
		"massage-stopped": func(s *stage) { blockedNow(s); s.Open(Massage) },
		"prepare":         func(s *stage) { blockedNow(s); s.Open(Prepare) },
		"booking": func(s *stage) {
			fourThursdays(s)
			s.Zone = zoneOf("Europe/Berlin")
			s.OpenAt(Booking, "weekly@2026-12-03T17:30")
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, Today)
			set(s)
			test.AssertRendersToMarkup(t, name+".xml", s.canvas)
		})
	}
}
