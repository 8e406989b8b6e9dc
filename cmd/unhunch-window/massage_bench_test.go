//go:build unix

package main

import (
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/calendar"
	"github.com/unhunch/unhunch/reminders/control"
	"github.com/unhunch/unhunch/ui"
)

// noAgent is an agent that does nothing.
type noAgent struct{}

func (noAgent) Pause(time.Time) error                   { return nil }
func (noAgent) Resume() error                           { return nil }
func (noAgent) Answer(control.Answer) error             { return nil }
func (noAgent) Begin(reminders.ID, time.Duration) error { return nil }
func (noAgent) Did(reminders.ID) error                  { return nil }
func (noAgent) Reload() error                           { return nil }
func (noAgent) Start() error                            { return nil }

// tenYears fills a database: a visit a week with both follow-ups, a weekly
// series that goes on, and pain entries on most days of the last years.
func tenYears(b *testing.B, s *store) {
	b.Helper()
	must := func(err error) {
		b.Helper()
		if err != nil {
			b.Fatal(err)
		}
	}
	const visits, pains = 520, 3000
	who, err := s.AddTherapist(ui.Therapist{Name: "Therapist A"})
	must(err)
	num := func(n int) *int { return &n }
	last := time.Now().Add(-30 * time.Hour)
	for i := range visits {
		_, err := s.AddVisit(ui.Visited{
			At: last.AddDate(0, 0, -7*i), Type: "deep-tissue", Therapist: who.ID, Length: time.Hour, Pressure: 4, Techniques: []string{"kneading"},
			Before: num(6), After: num(3), NextDay: num(i % 4), ThirdDay: num(i % 5), Notes: "Knot under right shoulder blade released.",
		})
		must(err)
	}
	_, _, err = s.ChangeProfile(func(p ui.Profile) ui.Profile { p.AskedAt = last; return p }) // no welcome
	must(err)
	begin := last.AddDate(-10, 0, 0).UTC()
	y, m, d := begin.Date()
	_, err = s.AddAppointment(ui.Booked{
		Type: "deep-tissue", Therapist: who.ID, Place: "practice on Main Street", Start: calendar.WallOf(y, m, d, 17, 30, 0), Zone: "Europe/Berlin",
		Length: time.Hour, Status: calendar.Planned, Rule: calendar.Weekly(1).String(),
	})
	must(err)
	for i := range pains {
		_, err := s.AddPain(ui.Pain{At: last.Add(-time.Duration(i) * 29 * time.Hour), Intensity: i % 8})
		must(err)
	}
}

// worked is the processor time this process has used.
func worked(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkMassageScreenTenYears opens the Massage screen on ten years in a real
// database: it is made, its data is read, and all is laid out, without a
// display. The work is the time on the processor: on a busy machine the clock
// says little. It is to stay below 100 ms.
func BenchmarkMassageScreenTenYears(b *testing.B) {
	s := newStore(b)
	tenYears(b, s)
	test.NewTempApp(b)
	open := func() *ui.Window {
		frame := test.NewTempWindow(b, nil)
		w := ui.New(frame, ui.Deps{
			Agent: noAgent{}, Diary: s, Log: s, Prefs: newPrefs(filepath.Join(b.TempDir(), "settings.toml")), Person: s, Desk: s, Stretches: s,
			Visits: s, Calendar: s, Screening: s, Locale: "en_GB", Version: version, Run: func(f func()) { f() },
		}, ui.Today)
		frame.Resize(ui.Size)
		return w
	}
	var work time.Duration
	for b.Loop() {
		b.StopTimer()
		w := open()
		before := worked(b)
		b.StartTimer()
		w.Open(ui.Massage)
		b.StopTimer()
		work += worked(b) - before
		w.Stop()
		b.StartTimer()
	}
	b.ReportMetric(float64(work.Microseconds())/1000/float64(b.N), "work-ms/open")
}
