package scenario_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/scenario"
)

// TestYear: twelve months of office days over both clock changes, with an
// appointment every other Monday. Every working day must look the same.
func TestYear(t *testing.T) {
	var b strings.Builder
	b.WriteString(`
timezone Europe/Berlin
start 2026-07-01 00:00
hours mon-fri 09:00-12:00 13:00-18:00
set checkin.enabled true
set checkin.at 02:30
end 2027-07-01 00:00
`)
	monday := time.Date(2026, 7, 6, 0, 0, 0, 0, time.UTC)
	mondays := map[string]bool{}
	for ; monday.Before(time.Date(2027, 6, 30, 0, 0, 0, 0, time.UTC)); monday = monday.AddDate(0, 0, 14) {
		date := monday.Format(time.DateOnly)
		mondays[date] = true
		fmt.Fprintf(&b, "appointment %s 17:30 60m Deep tissue\n", date)
	}
	s, err := scenario.Parse("year", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	lines, err := s.Play()
	if err != nil {
		t.Fatal(err)
	}
	if p := paired(lines); p != "" {
		t.Error(p)
	}
	days := map[string]map[reminders.ID][]string{}
	for _, l := range lines {
		if l.Effect.Verb != reminders.Show {
			continue
		}
		date := l.At.Format(time.DateOnly)
		if days[date] == nil {
			days[date] = map[reminders.ID][]string{}
		}
		days[date][l.Effect.ID] = append(days[date][l.Effect.ID], l.At.Format("15:04:05"))
	}
	counted := 0
	for day := time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC); day.Before(time.Date(2027, 7, 1, 0, 0, 0, 0, time.UTC)); day = day.AddDate(0, 0, 1) {
		counted++
		date, want := day.Format(time.DateOnly), map[reminders.ID]string{}
		want[reminders.Checkin] = "02:30:00"
		if date == "2027-03-28" {
			want[reminders.Checkin] = "03:00:00" // 02:30 does not exist
		}
		if wd := day.Weekday(); wd != time.Saturday && wd != time.Sunday {
			// By hand: nobody answers, so each prompt takes five minutes.
			want[reminders.Posture] = "09:30:00 10:05:00 10:40:00 11:15:00 11:50:00 " +
				"13:30:00 14:05:00 14:40:00 15:15:00 15:50:00 16:25:00 17:00:00 17:35:00"
			want[reminders.Stretch] = "10:00:00 11:05:00 14:00:00 15:05:00 16:10:00 17:15:00"
		}
		if mondays[date] {
			want[reminders.Upcoming] = "15:30:00"
			want[reminders.VisitLog] = "18:45:00"
		}
		if mondays[day.AddDate(0, 0, 1).Format(time.DateOnly)] {
			want[reminders.Upcoming] = "17:30:00" // the same clock time a day ahead
		}
		for _, id := range reminders.Builtin() {
			if got := strings.Join(days[date][id], " "); got != want[id] {
				t.Errorf("%s %s: %s at %s, want %s", day.Weekday(), date, id, got, want[id])
			}
		}
	}
	if counted != 365 {
		t.Errorf("%d days checked", counted)
	}
}
