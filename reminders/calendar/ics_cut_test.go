package calendar

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// calendarOf is a file of some events, each a list of lines.
func calendarOf(events ...string) string {
	var b strings.Builder
	b.WriteString("BEGIN:VCALENDAR\nVERSION:2.0\n")
	for _, e := range events {
		b.WriteString("BEGIN:VEVENT\n" + e + "\nEND:VEVENT\n")
	}
	return b.String() + "END:VCALENDAR\n"
}

func startsOf(t *testing.T, p Parsed) []string {
	t.Helper()
	var list []Appointment
	for _, e := range p.Events {
		if err := e.Appointment.Validate(at2026(t)); err != nil {
			t.Error(err)
		}
		list = append(list, e.Appointment)
	}
	var out []string
	for _, o := range Expand(list, at2026(t), at2026(t).AddDate(1, 0, 0)) {
		if o.Status == Planned {
			out = append(out, o.Title+" "+WallAt(o.Start).String()+" "+length(o.End.Sub(o.Start)))
		}
	}
	return out
}

const weeklySix = "UID:a\nDTSTART;TZID=Europe/Berlin:20261126T173000\nDURATION:PT1H\nSUMMARY:A\nRRULE:FREQ=WEEKLY;COUNT=6"

// A change of one occurrence and all later ones cuts the series.
func TestThisAndFuture(t *testing.T) {
	later := "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261210T173000\nDTSTART;TZID=Europe/Berlin:20261211T190000\nDURATION:PT90M\nSUMMARY:B"
	one := "UID:a\nRECURRENCE-ID;TZID=Europe/Berlin:20261217T173000\nDTSTART;TZID=Europe/Berlin:20261219T100000\nDURATION:PT1H\nSUMMARY:C"
	again := "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261224T173000\nDTSTART;TZID=Europe/Berlin:20261224T080000\nDURATION:PT30M"
	off := strings.Replace(again, "DURATION:PT30M", "DURATION:PT1H\nSTATUS:CANCELLED", 1)
	for name, x := range map[string]struct {
		events   []string
		want     []string
		problems string
	}{
		"once": {
			[]string{later, weeklySix},
			[]string{"A 2026-11-26 17:30 1h", "A 2026-12-03 17:30 1h", "B 2026-12-11 19:00 1h30m", "B 2026-12-18 19:00 1h30m", "B 2026-12-25 19:00 1h30m", "B 2027-01-01 19:00 1h30m"},
			"",
		},
		"with one that is another": {
			[]string{weeklySix, one, later},
			[]string{"A 2026-11-26 17:30 1h", "A 2026-12-03 17:30 1h", "B 2026-12-11 19:00 1h30m", "C 2026-12-19 10:00 1h", "B 2026-12-25 19:00 1h30m", "B 2027-01-01 19:00 1h30m"},
			"",
		},
		"twice": {
			[]string{weeklySix, again, later},
			[]string{"A 2026-11-26 17:30 1h", "A 2026-12-03 17:30 1h", "B 2026-12-11 19:00 1h30m", "B 2026-12-18 19:00 1h30m", "B 2026-12-24 08:00 30m", "B 2026-12-31 08:00 30m"},
			"",
		},
		"from the first on": {
			[]string{weeklySix, strings.ReplaceAll(strings.ReplaceAll(later, "20261210", "20261126"), "20261211", "20261127")},
			[]string{"B 2026-11-27 19:00 1h30m", "B 2026-12-04 19:00 1h30m", "B 2026-12-11 19:00 1h30m", "B 2026-12-18 19:00 1h30m", "B 2026-12-25 19:00 1h30m", "B 2027-01-01 19:00 1h30m"},
			"",
		},
		"called off": {
			[]string{weeklySix, off},
			[]string{"A 2026-11-26 17:30 1h", "A 2026-12-03 17:30 1h", "A 2026-12-10 17:30 1h", "A 2026-12-17 17:30 1h"},
			"",
		},
		"of none": {
			[]string{strings.Replace(weeklySix, "COUNT=6", "COUNT=2", 1), later},
			[]string{"A 2026-11-26 17:30 1h", "A 2026-12-03 17:30 1h"},
			"which the series does not have",
		},
		"of a rule that cannot move": {
			[]string{"UID:a\nDTSTART;TZID=Europe/Berlin:20261126T173000\nDURATION:PT1H\nSUMMARY:A\nRRULE:FREQ=MONTHLY;COUNT=2;BYMONTHDAY=26", strings.ReplaceAll(strings.ReplaceAll(later, "20261210", "20261226"), "20261211", "20261227")},
			[]string{"A 2026-11-26 17:30 1h", "A 2026-12-26 17:30 1h"},
			"it moves all later occurrences, and its days cannot be moved together",
		},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := parse(t, calendarOf(x.events...))
			if err != nil {
				t.Fatal(err)
			}
			if got := startsOf(t, p); !slices.Equal(got, x.want) {
				t.Errorf("it takes place\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(x.want, "\n"))
			}
			if x.problems == "" != (len(p.Problems) == 0) || x.problems != "" && !strings.Contains(p.Problems[0].Text, x.problems) {
				t.Errorf("problems %v", p.Problems)
			}
			// Again changes nothing.
			var kept []Appointment
			for _, s := range Kept(Plan(nil, p, at2026(t))) {
				kept = append(kept, s.Appointment)
			}
			if steps := Plan(kept, p, at2026(t).Add(time.Hour)); Todo(steps) != 0 {
				t.Errorf("again: %+v", steps)
			}
		})
	}
}

// Where the series is not in the file, one of it is not taken for all.
func TestThisAndFutureAlone(t *testing.T) {
	p, err := parse(t, calendarOf("UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261210T173000\nDTSTART;TZID=Europe/Berlin:20261211T190000\nDURATION:PT90M\nSUMMARY:B"))
	if err != nil {
		t.Fatal(err)
	}
	series, err := parse(t, calendarOf(weeklySix))
	if err != nil {
		t.Fatal(err)
	}
	steps := Plan([]Appointment{series.Events[0].Appointment}, p, at2026(t))
	if steps[0].Action != Skip || !strings.Contains(steps[0].Reason, "import the whole series") {
		t.Errorf("%+v", steps)
	}
	if steps = Plan(nil, p, at2026(t)); steps[0].Action != Add || len(steps[0].Notes) != 1 {
		t.Errorf("%+v", steps)
	}
}
