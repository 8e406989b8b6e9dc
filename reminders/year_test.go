package reminders_test

import (
	"slices"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// office drives a scheduler through working days: in at 8:50, lunch behind a
// locked screen, home at 17:30.
type office struct {
	s    reminders.State
	now  time.Time
	wake time.Time
	each func(time.Time, reminders.Effect)
}

func (o *office) until(t time.Time, ev reminders.Event) {
	for o.wake.Before(t) {
		o.step(o.wake, reminders.Tick{})
	}
	o.step(t, ev)
}

func (o *office) step(t time.Time, ev reminders.Event) {
	s, fx, wake := o.s.Step(t, ev)
	o.s, o.now, o.wake = s, t, wake
	for _, e := range fx {
		if o.each != nil {
			o.each(t, e)
		}
	}
}

func (o *office) year(from time.Time) {
	c := reminders.DefaultConfig()
	c.Zone = from.Location()
	c.Hours, _ = reminders.ParseHours("mon-fri 09:00-18:00")
	c.Reminders[2].Enabled = true
	o.step(from, reminders.Start{Config: c})
	o.step(from, reminders.Lock{})
	y, m, d := from.Date()
	for i := range 365 {
		at := func(h, mi int) time.Time { return reminders.Local(y, m, d+i, reminders.Clock(h, mi, 0), c.Zone) }
		if wd := at(12, 0).Weekday(); wd == time.Saturday || wd == time.Sunday {
			continue
		}
		o.until(at(8, 50), reminders.Unlock{})
		o.until(at(12, 0), reminders.Lock{})
		o.until(at(12, 40), reminders.Unlock{})
		o.until(at(17, 30), reminders.Lock{})
		o.until(at(22, 0), reminders.Tick{})
	}
}

// TestYear lives through a year with both clock changes: every working day is
// like every other by the clock on the wall, and nothing speaks at the weekend.
func TestYear(t *testing.T) {
	days := map[string][]string{}
	o := office{each: func(at time.Time, e reminders.Effect) {
		if e.Verb == reminders.Show {
			day := at.Format(time.DateOnly)
			days[day] = append(days[day], at.Format("15:04:05 ")+string(e.ID))
		}
	}}
	o.year(time.Date(2026, 6, 1, 0, 0, 0, 0, berlin(t)))

	// Nobody answers, so each prompt closes after five minutes and its clock
	// starts there: posture checks 35 minutes apart, stretches 65. Lunch is a
	// rest, after which both begin anew.
	want := []string{
		"09:30:00 posture", "10:00:00 stretch", "10:05:00 posture", "10:40:00 posture", "11:05:00 stretch", "11:15:00 posture",
		"11:50:00 posture", "13:10:00 posture", "13:40:00 stretch", "13:45:00 posture", "14:20:00 posture", "14:45:00 stretch",
		"14:55:00 posture", "15:30:00 posture", "15:50:00 stretch", "16:05:00 posture", "16:40:00 posture", "16:55:00 stretch",
		"17:15:00 posture",
	}
	for day, got := range days {
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", day, got, want)
			break
		}
	}
	if len(days) != 261 {
		t.Errorf("%d days with reminders, want the 261 working days", len(days))
	}
}

func BenchmarkYear(b *testing.B) {
	zone := berlin(b)
	for b.Loop() {
		steps := 0
		o := office{each: func(time.Time, reminders.Effect) { steps++ }}
		o.year(time.Date(2026, 6, 1, 0, 0, 0, 0, zone))
	}
}

func BenchmarkStep(b *testing.B) {
	o := office{}
	o.year(time.Date(2026, 6, 1, 0, 0, 0, 0, berlin(b)))
	b.ReportAllocs()
	for b.Loop() {
		o.s.Step(o.wake, reminders.Tick{})
	}
}
