package main

import (
	"slices"
	"testing"
	"time"
)

func TestTimesAsPeopleWriteThem(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 28, 10, 0, 0, 55e6, zone)
	for _, c := range []struct {
		text string
		past bool
		want string
	}{
		{"18:30", false, "2026-11-28 18:30"},
		{"9:30", false, "2026-11-29 09:30"},
		{"18:30", true, "2026-11-27 18:30"},
		{"now", true, "2026-11-28 10:00"},
		{"tomorrow", false, "2026-11-29 00:00"},
		{"Tomorrow 17:30", false, "2026-11-29 17:30"},
		{"today  9:00", true, "2026-11-28 09:00"},
		{" yesterday 23:59 ", true, "2026-11-27 23:59"},
		{"2026-12-31 23:30", false, "2026-12-31 23:30"},
		{"2026-12-31T23:30", false, "2026-12-31 23:30"},
		{"2026-12-31T23:30:00Z", false, "2027-01-01 00:30"},
	} {
		got, err := parseWhen(c.text, now, c.past)
		if err != nil || got.Format("2006-01-02 15:04") != c.want || got.Nanosecond() != 0 {
			t.Errorf("%q: %v %v, want %s", c.text, got, err, c.want)
		}
	}
	for _, text := range []string{"", "tomorrow at five", "today", "yesterday", "tomorrow 25:00", "5pm", "now 17:30"} {
		if got, err := parseWhen(text, now, false); err == nil {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestALengthBeforeATitle(t *testing.T) {
	for _, c := range []struct {
		args []string
		want time.Duration
		rest []string
		bad  bool
	}{
		{[]string{"60m", "Deep", "tissue"}, time.Hour, []string{"Deep", "tissue"}, false},
		{[]string{"60 min", "Thai"}, time.Hour, []string{"Thai"}, false},
		{[]string{"60", "min"}, time.Hour, nil, false},
		{[]string{"1h", "30m", "Thai"}, 90 * time.Minute, []string{"Thai"}, false},
		{[]string{"1H"}, time.Hour, nil, false},
		{[]string{"Thai", "60m"}, 0, []string{"Thai", "60m"}, false},
		{[]string{"3D back"}, 0, []string{"3D back"}, false},
		{nil, 0, nil, false},
		{[]string{""}, 0, []string{""}, false},
		{[]string{"60"}, 0, nil, true},
		{[]string{"60", "Thai"}, 0, nil, true},
		{[]string{"18:30"}, 0, nil, true},
		{[]string{"-5m"}, 0, nil, true},
	} {
		got, rest, is, err := lengthFirst(c.args)
		if (err != nil) != c.bad || got != c.want || is != (c.want > 0) || !c.bad && !slices.Equal(rest, c.rest) {
			t.Errorf("%q: %v %q %v %v", c.args, got, rest, is, err)
		}
	}
}
