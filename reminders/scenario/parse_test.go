package scenario_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
	"github.com/unhunch/unhunch/reminders/scenario"
)

const begin = "timezone Europe/Berlin\nstart 2026-11-23 09:00\n"

// TestMistakes: every file is refused, and the message names the line, what is
// wrong and what to do.
func TestMistakes(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"empty", "", `x:1: the scenario has no start; hint: add a line such as: start 2026-11-23 09:00`},
		{"only comments", "# nothing\n\n", `x:1: the scenario has no start; hint:`},
		{"no start", "at 09:00 idle\n", `x:1: the scenario has no start; hint:`},
		{"two starts", begin + "start 2026-11-24 09:00\nend 10:00", `x:3: a second start line; the first is line 2; hint:`},
		{"bare start", "start 09:00\nend 10:00", `x:1: the start needs a date; hint:`},
		{"start without time", "start 2026-11-23\nend 10:00", `x:1: the time of day is missing after the date; hint:`},
		{"start and more", "start 2026-11-23 09:00 Berlin\nend 10:00", `x:1: "Berlin" after the start's time means nothing; hint:`},
		{"no such day", "start 2026-11-31 09:00\nend 10:00", `x:1: there is no "2026-11-31" in the calendar; hint:`},
		{"no such month", "start 2026-13-01 09:00\nend 10:00", `x:1: there is no "2026-13-01" in the calendar; hint:`},
		{"no date", "start 26-11-23 09:00\nend 10:00", `x:1: "26-11-23" is not a date; hint:`},
		{"date in letters", "start 20x6-11-23 09:00\nend 10:00", `x:1: "20x6-11-23" is not a date; hint:`},
		{"year out of range", "start 9999-11-23 09:00\nend 10:00", `x:1: the year 9999 is out of range (1900 to 2200); hint:`},
		{"no end", begin + "set posture.every 20m\n", `x:3: the scenario has neither an end nor any at line; hint: add a line such as: end 18:00`},
		{"two ends", begin + "end 10:00\nend 11:00", `x:4: a second end line; the first is line 3; hint:`},
		{"end and more", begin + "end 10:00 sharp", `x:3: "sharp" after the end's time means nothing; hint:`},
		{"end without time", begin + "end", `x:3: the time is missing; hint: write a time as 18:30`},
		{"after the end", begin + "end 10:00\nat 10:30 idle", `x:4: this comes after the end (line 3); hint:`},
		{"unknown directive", begin + "apointment 2026-11-26 17:30 60m\nend 10:00", `x:3: unknown directive "apointment"; hint: did you mean appointment?`},
		{"nonsense directive", begin + "frobnicate\nend 10:00", `x:3: unknown directive "frobnicate"; hint: a line begins with timezone, start, `},
		{"unknown zone", "timezone Europe/Berlim\nstart 2026-11-23 09:00\nend 10:00", `x:1: unknown time zone "Europe/Berlim"; hint:`},
		{"local zone", "timezone Local\nstart 2026-11-23 09:00\nend 10:00", `x:1: unknown time zone "Local"; hint:`},
		{"zone path", "timezone ../../etc/passwd\nstart 2026-11-23 09:00\nend 10:00", `x:1: unknown time zone "../../etc/passwd"; hint:`},
		{"zone missing", "timezone\nstart 2026-11-23 09:00\nend 10:00", `x:1: timezone takes one name; hint:`},
		{"two zones", "timezone UTC\n" + begin + "end 10:00", `x:2: a second timezone line; the first is line 1; hint:`},
		{"backwards", begin + "at 2026-11-23 10:00 idle\nat 2026-11-23 09:59 active\nend 11:00", `x:4: time goes backwards: the line before is at 2026-11-23 10:00:00; hint:`},
		{"before the start", begin + "at 2026-11-22 10:00 idle\nend 11:00", `x:3: time goes backwards`},
		{"end backwards", begin + "at 10:00 idle\nend 2026-11-23 09:30", `x:4: time goes backwards`},
		{"behind the new clock", begin + "at 10:00 clock +1h\nat 2026-11-23 10:30 idle\nend 12:00", `x:4: time goes backwards: the line before is at 2026-11-23 11:00:00; hint:`},
		{"no event", begin + "at 09:10\nend 10:00", `x:3: nothing happens on this line; hint: add one of active, idle,`},
		{"unknown event", begin + "at 09:10 suspended\nend 10:00", `x:3: unknown event "suspended"; hint: did you mean suspend?`},
		{"event and more", begin + "at 09:10 lock screen\nend 10:00", `x:3: "screen" after lock means nothing; hint:`},
		{"bad time", begin + "at 9h10 idle\nend 10:00", `x:3: "9h10" is not a time; hint: write a time as 18:30 or 2026-11-26 17:30`},
		{"time out of range", begin + "at 25:00 idle\nend 10:00", `x:3: "25:00" is not a time; hint:`},
		{"busy alone", begin + "at 09:10 busy\nend 10:00", `x:3: busy is either on or off; hint:`},
		{"busy maybe", begin + "at 09:10 busy maybe\nend 10:00", `x:3: busy is either on or off; hint:`},
		{"answer alone", begin + "at 09:10 answer\nend 10:00", `x:3: an answer needs a reminder and what was answered; hint:`},
		{"answer unknown", begin + "at 09:10 answer postur done\nend 10:00", `x:3: unknown reminder "postur"; hint: did you mean posture?`},
		{"answer otherwise", begin + "at 09:10 answer posture later\nend 10:00", `x:3: unknown answer "later"; hint:`},
		{"snooze without length", begin + "at 09:10 answer posture snooze\nend 10:00", `x:3: for how long to snooze is missing; hint:`},
		{"snooze for nothing", begin + "at 09:10 answer posture snooze 0m\nend 10:00", `x:3: "0m" is no time at all; hint:`},
		{"snooze backwards", begin + "at 09:10 answer posture snooze -10m\nend 10:00", `x:3: "-10m" is negative`},
		{"done and more", begin + "at 09:10 answer posture done 10m\nend 10:00", `x:3: "10m" after the answer means nothing; hint:`},
		{"pause without unit", begin + "at 09:10 pause 60\nend 10:00", `x:3: "60" has no unit`},
		{"pause and more", begin + "at 09:10 pause 1h please\nend 10:00", `x:3: "please" after pause means nothing; hint:`},
		{"clock without sign", begin + "at 09:10 clock 1h\nend 10:00", `x:3: clock takes how far it is set forward or back; hint: as in: clock +1h`},
		{"clock too far", begin + "at 09:10 clock +9000h\nend 2030-01-01 10:00", `x:3: the clock is set too far; hint:`},
		{"clock both ways", begin + "at 09:10 clock +-1h\nend 10:00", `x:3: "-1h" is negative`},
		{"hours nonsense", begin + "hours whenever\nend 10:00", `x:3: "whenever" are no working hours`},
		{"hours empty window", begin + "hours mon-fri 09:00-09:00\nend 10:00", `x:3: "09:00-09:00" is empty`},
		{"hours twice", begin + "hours mon-fri 09:00-18:00\nset hours mon-fri 09:00-17:00\nend 10:00", `x:3: working hours are given twice`},
		{"unknown setting", begin + "set posture.evry 30m\nend 10:00", `x:3: unknown setting "posture.evry"; hint: did you mean posture.every?`},
		{"unknown plain setting", begin + "set away_aftr 5m\nend 10:00", `x:3: unknown setting "away_aftr"; hint: did you mean away_after?`},
		{"set alone", begin + "set\nend 10:00", `x:3: set takes a setting's name and its value; hint:`},
		{"set without value", begin + "set posture.every\nend 10:00", `x:3: set takes a setting's name and its value; hint:`},
		{"set with equals", begin + "set posture.every = 30m\nend 10:00", `x:3: set takes a setting's name and its value; hint:`},
		{"negative interval", begin + "set posture.every -30m\nend 10:00", `x:3: posture.every: `},
		{"no interval", begin + "set posture.every 0s\nend 10:00", `x:3: posture.every: `},
		{"absurd interval", begin + "set posture.every 5000d\nend 10:00", `x:3: posture.every: `},
		{"not a switch", begin + "set posture.enabled perhaps\nend 10:00", `x:3: posture.enabled: `},
		{"own not enabled", begin + "set drink.every 20m\nend 10:00", `A reminder of one's own called drink also needs: set drink.enabled true`},
		{"own never due", begin + "set drink.enabled true\nend 10:00", `x:3: the reminder "drink" is never due; hint: add: set drink.every 45m`},
		{"own neither on nor off", begin + "set drink.every 20m\nset drink.enabled perhaps\nend 10:00", `x:4: unknown setting "drink.enabled"; hint: a reminder of one's own is declared by: set drink.enabled true`},
		{"own with a bad name", begin + "set Drink!.enabled true\nset Drink!.every 20m\nend 10:00", `x:3: `},
		{"own with a bad field", begin + "set drink.enabled true\nset drink.evry 20m\nend 10:00", `x:4: `},
		{"own like a built-in", begin + "set rebook.every 20m\nend 10:00", `x:3: `},
		{"appointment alone", begin + "appointment\nend 10:00", `x:3: the time is missing; hint: as in: appointment 2026-11-26 17:30 60m Deep tissue`},
		{"appointment without length", begin + "appointment 2026-11-26 17:30\nend 10:00", `x:3: the appointment's length is missing; hint:`},
		{"appointment with title first", begin + "appointment 2026-11-26 17:30 Deep tissue\nend 10:00", `x:3: "Deep" is not a length of time`},
		{"appointment of no length", begin + "appointment 2026-11-26 17:30 0m Deep tissue\nend 10:00", `x:3: "0m" is no time at all`},
		{"endless appointment", begin + "appointment 2026-11-26 17:30 900h Deep tissue\nend 10:00", `x:3: "900h" is too long for an appointment; hint:`},
		{"rebook and more", begin + "rebook 2026-11-30 10:00 soon\nend 10:00", `x:3: "soon" after the time means nothing; hint:`},
		{"two rebooks", begin + "rebook 2026-11-30 10:00\nrebook 2026-11-30 10:00\nend 10:00", `x:4: a second rebook line; the first is line 3; hint:`},
		{"rebook never", begin + "rebook\nend 10:00", `x:3: `},
		{"visit and more", begin + "visit 2026-11-23 12:00 nice\nend 10:00", `x:3: "nice" after the visit's time means nothing; hint:`},
		{"too long", begin + "end 2036-11-23 10:00", `x:3: 2036-11-23 10:00 is too long after the start; hint:`},
		{"too much", begin + "set posture.every 1s\nend 2028-11-23 10:00", `x:4: the scenario is too long for reminders this frequent; hint:`},
		{"too many dates", begin + strings.Repeat("appointment 10:00 1h\n", 3000) + "end 2027-11-23 10:00", `x:3003: the scenario is too long for reminders this frequent; hint:`},
		{"binary", begin + "end 10:00\x00\n", `x:3: byte 10 of the line is not text; hint:`},
		{"not UTF-8", begin + "end 10:00 \xff\n", `x:3: byte 11 of the line is not text; hint:`},
		{"UTF-16", "\xff\xfes\x00t\x00", `x:1: the file is UTF-16 text; hint: save it as UTF-8`},
		{"huge", strings.Repeat("#", scenario.MaxBytes+1), `x:1: the file is larger than 1024 KiB; hint:`},
		{"endless", strings.Repeat("\n", scenario.MaxLines+1), `x:100000: the file has more than 100000 lines; hint:`},
		{"a long word", begin + strings.Repeat("y", 500) + "\nend 10:00", `x:3: unknown directive "` + strings.Repeat("y", 40) + `"…; hint:`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := scenario.Parse("x", []byte(c.file))
			if err == nil {
				t.Fatal("accepted")
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("says  %s\nwants %s", err, c.want)
			}
			var all scenario.Mistakes
			if !errors.As(err, &all) {
				t.Fatalf("%T is not Mistakes", err)
			}
			for _, m := range all {
				if m.Line < 1 || m.What == "" || m.Hint == "" || m.File != "x" {
					t.Errorf("incomplete: %+v", m)
				}
				if s := m.Error(); strings.ContainsAny(s, "\n\x00") || len(s) > 1200 {
					t.Errorf("not one readable line: %q", s)
				}
			}
		})
	}
}

func TestAllMistakesAtOnce(t *testing.T) {
	_, err := scenario.Parse("day.scenario", []byte(begin+"at 09:10 idel\nset posture.evry 3m\nvisit\nat 09:05 2 lock\nend 10:00"))
	if err == nil {
		t.Fatal("accepted")
	}
	var lines []string
	for l := range strings.Lines(err.Error()) {
		lines = append(lines, l[:strings.Index(l, ": ")])
	}
	if got := fmt.Sprint(lines); got != "[day.scenario:3 day.scenario:4 day.scenario:5 day.scenario:6]" {
		t.Errorf("%s\n%s", got, err)
	}

	_, err = scenario.Parse("x", []byte(begin+strings.Repeat("nope\n", 50)+"end 10:00"))
	if n := strings.Count(err.Error(), "\n") + 1; n != 21 || !strings.HasSuffix(err.Error(), "and 30 more mistakes from here on") {
		t.Errorf("%d lines:\n%s", n, err)
	}
}

// TestEditors: what editors of all systems write means the same.
func TestEditors(t *testing.T) {
	want := play(t, begin+"at 09:31 answer posture snooze 10m\nend 10:00\n")
	for name, file := range map[string]string{
		"Windows":            strings.ReplaceAll(begin+"at 09:31 answer posture snooze 10m\nend 10:00\n", "\n", "\r\n"),
		"byte order mark":    "\ufeff" + begin + "at 09:31 answer posture snooze 10m\nend 10:00",
		"tabs and comments":  "# a day\n\ttimezone\tEurope/Berlin # here\nstart 2026-11-23   09:00#not\n",
		"order of settings":  "at 09:31 answer posture snooze 10m\nend 10:00\nstart 2026-11-23 09:00\ntimezone Europe/Berlin",
		"settings after end": begin + "at 09:31 answer posture snooze 10m\nend 10:00\nset posture.every 30m",
	} {
		s, err := scenario.Parse("x", []byte(file))
		if name == "tabs and comments" {
			if err == nil || !strings.Contains(err.Error(), `"09:00#not" is not a time`) {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if d := diff(want, printed(s)); d != "" {
			t.Errorf("%s:\n%s", name, d)
		}
	}
}

func TestParsed(t *testing.T) {
	s, err := scenario.Parse("day", []byte(`
timezone Europe/Berlin
start 2026-11-23 09:00
hours mon-fri 09:00-12:00
hours sat 10:00-11:00
set posture.every 20m
set pills.enabled true
set pills.at 13:00
appointment 2026-11-26 17:30 90m Deep tissue # with Anna
appointment 10:00 1h
visit 08:00
at 09:10 clock +24h
at 09:15 pause 1h
at 24:00 busy on
at 2026-11-26 00:30 busy off
`))
	if err != nil {
		t.Fatal(err)
	}
	check := func(what string, got, want any) {
		t.Helper()
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s is %v, want %v", what, got, want)
		}
	}
	zone := s.Zone
	at := func(day, h, m int) time.Time { return time.Date(2026, 11, day, h, m, 0, 0, zone) }
	check("zone", zone, "Europe/Berlin")
	check("start", s.Start, at(23, 9, 0))
	check("end", s.End, at(26, 0, 30))
	check("hours", s.Hours, "[mon-fri 09:00-12:00 sat 10:00-11:00]")
	check("appointments", s.Appointments, []reminders.Appointment{
		{UID: "line-9", Start: at(26, 17, 30), Length: 90 * time.Minute, Title: "Deep tissue"},
		{UID: "line-10", Start: at(23, 10, 0), Length: time.Hour},
	})
	check("visits", s.Visits, []reminders.Visit{{UID: "line-11", At: at(24, 8, 0)}})
	check("steps", s.Steps, []scenario.Step{
		{Line: 12, At: at(23, 9, 10), Event: reminders.ClockSet{By: 24 * time.Hour}},
		{Line: 13, At: at(24, 9, 15), Event: reminders.Pause{Until: at(24, 10, 15)}},
		{Line: 14, At: at(25, 0, 0), Event: reminders.Busy{Sources: []string{"scenario"}}},
		{Line: 15, At: at(26, 0, 30), Event: reminders.Busy{}},
	})
	var on []string
	for _, r := range s.Config().Reminders {
		if r.Enabled {
			on = append(on, string(r.ID)+" "+r.Every.String())
		}
	}
	check("enabled", on, "[posture 20m0s stretch 1h0m0s pills 0s]")
}

// play parses and runs a file and prints its lines.
func play(t testing.TB, file string) []string {
	t.Helper()
	s, err := scenario.Parse("x", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	return printed(s)
}

func printed(s scenario.Scenario) []string {
	var out []string
	for _, l := range s.Run() {
		out = append(out, l.String())
	}
	return out
}

// TestOffIsSaidToo: a reminder of one's own that is off is declared all the
// same, and the built-in ones can be named even where a scenario has no use
// for them.
func TestOffIsSaidToo(t *testing.T) {
	s, err := scenario.Parse("x", []byte("start 2026-11-23 09:00\nset drink.every 20m\nset drink.enabled false\nset rebook.enabled true\nend 10:00\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range s.Run() {
		if l.Effect.ID == "drink" || l.Effect.ID == "rebook" {
			t.Errorf("%s", l)
		}
	}
}
