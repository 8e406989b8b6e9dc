package scenario_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/scenario"
)

// drawFile writes a random day or two as a scenario file.
func drawFile(t *rapid.T, clocks bool) string {
	var b strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	pick := func(what string, from ...string) string { return rapid.SampledFrom(from).Draw(t, what) }

	zone := pick("zone", "Europe/Berlin", "Australia/Lord_Howe", "UTC")
	say("timezone %s", zone)
	say("start %s %s", pick("date", "2026-11-23", "2026-10-24", "2027-03-27", "2026-10-03"), pick("from", "00:30", "09:00", "22:00"))
	say("hours %s", pick("hours", "always", "always", "mon-fri 09:00-12:00 13:00-18:00", "daily 22:00-06:00"))
	say("set checkin.enabled true")
	say("set checkin.at %s", pick("at", "02:15", "10:00,10:30", "23:59"))
	say("set drink.enabled true")
	say("set drink.every %s", pick("drink", "1m", "20m", "30m", "61m"))
	say("set posture.every %s", pick("posture", "30m", "25m", "60m", "55m"))
	say("set away_after %s", pick("away", "5m", "30s"))
	if rapid.Bool().Draw(t, "dates") {
		say("appointment 10:00 60m")
		say("appointment 11:30 60m")
		say("visit 09:30")
		say("rebook 11:30")
	}
	events := []string{
		"active", "active", "idle", "lock", "unlock", "unlock", "suspend", "resume", "resume", "unknown", "busy on", "busy off",
		"pause 20m", "pause", "resume-reminders", "resume-reminders", "answer posture done", "answer posture snooze 7m",
		"answer stretch snooze 3m", "answer stretch done", "answer drink skip", "answer checkin snooze 1h",
		"answer appointment done", "answer visit-log skip", "answer follow-up snooze 2h", "answer rebook snooze 3h",
		"begin stretch 10m", "begin posture 1m", "did stretch", "did drink", "did checkin",
	}
	if clocks {
		events = append(events, "clock +1h", "clock -1h", "clock +26h", "clock -26h", "clock +1s")
	}
	h, m := 0, 0
	for range rapid.IntRange(0, 40).Draw(t, "events") {
		// Bare times: mostly a few minutes on, now and then nearly a day.
		m += rapid.IntRange(0, 35).Draw(t, "minutes")
		s := rapid.SampledFrom([]int{0, 0, 0, 1, 30, 59}).Draw(t, "second")
		h, m = (h+m/60)%24, m%60
		say("at %02d:%02d:%02d %s", h, m, s, rapid.SampledFrom(events).Draw(t, "event"))
	}
	say("end %s", pick("end", "23:00", "04:00"))
	return b.String()
}

// TestTracesKeepTheRules: whatever a scenario tells, it is played to its end,
// and nothing is shown twice or when it must not be. What is allowed is worked
// out here from the file alone.
func TestTracesKeepTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		clocks := rapid.Bool().Draw(t, "clocks")
		file := drawFile(t, clocks)
		s, err := scenario.Parse("x", []byte(file))
		if err != nil {
			t.Fatalf("%v\n%s", err, file)
		}
		lines, err := s.Play()
		if err != nil {
			t.Fatalf("%v\n%s", err, file)
		}
		if p := paired(lines); p != "" {
			t.Fatalf("%s\n%s", p, file)
		}
		if clocks {
			return // what follows reads the file as one line of time
		}
		last := s.Start
		for _, l := range lines {
			if l.At.Before(last) || l.At.After(s.End) {
				t.Fatalf("out of order: %s\n%s", l, file)
			}
			last = l.At
			if p := permitted(s, l); p != "" {
				t.Fatalf("%s: %s\n%s", l, p, file)
			}
		}
	})
}

// paired checks that a prompt is not shown while it is open, and not answered
// or expired while it is not.
func paired(lines []scenario.Line) string {
	open := map[reminders.ID]bool{}
	for _, l := range lines {
		e := l.Effect
		if e.Verb == reminders.Show {
			if open[e.ID] {
				return "shown twice: " + l.String()
			}
			open[e.ID] = true
			continue
		}
		switch e.Outcome {
		case reminders.Done, reminders.Skipped, reminders.Snoozed:
			if !open[e.ID] {
				return "answered while not open: " + l.String()
			}
		case reminders.Missed:
			if e.Prompt.ShownAt.IsZero() {
				continue // another occasion, which never came on screen
			}
		case reminders.Expired, reminders.Merged:
		default:
			return "no outcome: " + l.String()
		}
		open[e.ID] = false
	}
	return ""
}

// permitted says why a line must not come at its time, or "".
func permitted(s scenario.Scenario, l scenario.Line) string {
	// Of several things at one instant each is a step of its own, and what is
	// due is shown at the first; an answer comes after what it answers.
	at := 0
	for _, e := range s.Steps {
		if e.At.Equal(l.At) {
			at++
			if _, ok := e.Event.(reminders.Answer); ok || at > 1 {
				return ""
			}
		}
	}
	c := s.Config()
	var idle, locked, asleep, gone, free time.Time
	var busy, paused, told bool
	var until time.Time
	for _, e := range s.Steps {
		if e.At.After(l.At) {
			break
		}
		told = e.At.Equal(l.At)
		// Somebody who was away and is not any more has just come back.
		was := !locked.IsZero() || !asleep.IsZero() || !idle.IsZero() && e.At.Sub(idle) > c.AwayAfter
		switch ev := e.Event.(type) {
		case reminders.Active, reminders.Unknown:
			idle = time.Time{}
		case reminders.Idle:
			idle = ev.Since
		case reminders.Lock:
			locked = e.At
		case reminders.Unlock:
			locked, idle = time.Time{}, time.Time{}
		case reminders.Suspend:
			asleep = e.At
		case reminders.Resume:
			asleep, idle = time.Time{}, time.Time{}
		case reminders.Busy:
			if busy && len(ev.Sources) == 0 {
				free = e.At
			}
			busy = len(ev.Sources) > 0
		case reminders.Pause:
			paused, until = true, ev.Until
		case reminders.ResumeReminders:
			paused = false
		}
		if was && locked.IsZero() && asleep.IsZero() && idle.IsZero() {
			gone = e.At
		}
	}
	if paused && !until.IsZero() && !l.At.Before(until) {
		paused = false
	}
	away := !locked.IsZero() || !asleep.IsZero() || !idle.IsZero() && l.At.Sub(idle) >= c.AwayAfter

	r, defined := c.Reminder(l.Effect.ID)
	switch {
	case !asleep.IsZero() && l.Effect.Verb == reminders.Show, !asleep.IsZero() && !told:
		return "the machine sleeps"
	case l.Effect.Verb != reminders.Show || !defined:
		return ""
	case away:
		return "the person is away"
	case busy:
		return "the person is busy"
	case paused:
		return "the reminders are paused"
	case !r.Interval():
		return ""
	case !c.Hours.Inside(l.At, c.Zone):
		return "outside working hours"
	case !gone.IsZero() && l.At.Sub(gone) < c.Settle:
		return "just back"
	case !free.IsZero() && l.At.Sub(free) < c.Settle:
		return "just free"
	}
	return ""
}

// TestItAlwaysGoesOn: whatever happened, once somebody sits there, free and
// unpaused, the next posture check comes within its time.
func TestItAlwaysGoesOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		file := drawFile(t, true)
		head, _, _ := strings.Cut(file, "end ")
		head = strings.NewReplacer("hours mon", "# mon", "hours daily", "# daily").Replace(head) + "set stretch.enabled false\n"
		s, err := scenario.Parse("x", []byte(head+"end 00:00\n"))
		if err != nil {
			t.Fatal(err)
		}
		calm := s.End
		for _, ev := range []reminders.Event{
			reminders.Resume{}, reminders.Unlock{}, reminders.Active{}, reminders.ResumeReminders{}, reminders.Busy{},
		} {
			s.Steps = append(s.Steps, scenario.Step{At: calm, Event: ev})
		}
		// A check that is open, every minute of sitting, and a settle.
		s.End = calm.Add(5*time.Minute + s.Settings.Posture.Every + time.Minute)
		lines, err := s.Play()
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			if l.Effect.ID == reminders.Posture && l.Effect.Verb == reminders.Show && !l.At.Before(calm) {
				return
			}
		}
		t.Fatalf("no posture check from %s to %s\n%s", calm, s.End, head)
	})
}

func FuzzParse(f *testing.F) {
	for _, file := range stories(f) {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("start 2026-01-01 00:00\nset x.enabled true\nset own.x.at 24:00\nat 24:00 clock -1h\nend 2026-01-01 24:00"))
	f.Add([]byte("\ufeffstart\r\nend\r\n\x00\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := scenario.Parse("fuzz", data)
		if err != nil {
			for l := range strings.Lines(err.Error()) {
				if !strings.HasPrefix(l, "fuzz:") {
					t.Errorf("no place given: %q", l)
				}
			}
			return
		}
		if s.End.Sub(s.Start) > 72*time.Hour || len(s.Steps) > 200 || len(s.Appointments)+len(s.Visits) > 50 {
			return // fuzzing wants many small ones
		}
		for _, r := range s.Config().Reminders {
			if r.Enabled && r.Interval() && r.Every < time.Minute {
				return
			}
		}
		lines, err := s.Play()
		if err != nil {
			t.Fatal(err)
		}
		if p := paired(lines); p != "" {
			t.Error(p)
		}
	})
}
