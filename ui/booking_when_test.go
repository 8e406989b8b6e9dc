package ui

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/unhunch/unhunch/reminders/calendar"
)

func TestParseDay(t *testing.T) {
	for _, c := range []struct {
		text       string
		monthFirst bool
		want       string // empty means that it is none
	}{
		{"2026-11-26", false, "2026-11-26"},
		{" 2026-11-26 ", true, "2026-11-26"},
		{"2026/11/26", true, "2026-11-26"},
		{"2026.1.2", false, "2026-01-02"},
		{"26.11.2026", false, "2026-11-26"},
		{"26. 11. 2026", true, "2026-11-26"},
		{"26.11.26", false, "2026-11-26"},
		{"26.11.", false, "2026-11-26"},
		{"26.11", false, "2026-11-26"},
		{"24.11.", false, "2026-11-24"}, // today
		{"23.11.", false, "2027-11-23"}, // over: the next
		{"29.2.", false, "2028-02-29"},
		{"26/11/2026", false, "2026-11-26"},
		{"11/26/2026", true, "2026-11-26"},
		{"1/2/27", false, "2027-02-01"},
		{"1/2/27", true, "2027-01-02"},
		{"1/2", true, "2027-01-02"},
		{"Today", false, "2026-11-24"},
		{"tomorrow", false, "2026-11-25"},
		{"", false, ""},
		{"soon", false, ""},
		{"30.2.2027", false, ""},
		{"31.2.", false, ""},
		{"11/26/2026", false, ""},
		{"2026-13-01", false, ""},
		{"0000-01-01", false, ""},
		{"9999-01-01", false, ""},
		{"26.11.2026 17:30", false, ""},
		{"26112026", false, ""},
	} {
		got, err := parseDay(c.text, c.monthFirst, morning)
		var field *calendar.FieldError
		switch {
		case c.want == "" && (!errors.As(err, &field) || field.Field != "date" || field.Hint == ""):
			t.Errorf("%q: %v, %v", c.text, got, err)
		case c.want != "" && (err != nil || dayText(got) != c.want):
			t.Errorf("%q: %s, %v; want %s", c.text, dayText(got), err, c.want)
		}
	}
}

func TestParseClock(t *testing.T) {
	for text, want := range map[string]string{
		"17:30": "17:30", "17.30": "17:30", "1730": "17:30", "17h30": "17:30", "17h": "17:00", "17": "17:00", "530": "05:30", "9": "09:00",
		"5:30 pm": "17:30", "5:30PM": "17:30", "5 pm": "17:00", "5 p.m.": "17:00", "12 am": "00:00", "12pm": "12:00", "0:00": "00:00", "11:59 a.m.": "11:59",
		"": "", "soon": "", "24:00": "", "17:60": "", "13 pm": "", "0 am": "", "5:3": "", "17:30:15": "", "-1": "", "12345": "", "pm": "",
	} {
		got, err := parseClock(text)
		var field *calendar.FieldError
		switch {
		case want == "" && (!errors.As(err, &field) || field.Field != "time" || field.Hint == ""):
			t.Errorf("%q: %v, %v", text, got, err)
		case want != "" && (err != nil || clockOf(got) != want):
			t.Errorf("%q: %s, %v; want %s", text, clockOf(got), err, want)
		}
	}
}

// However a day and a time are written, they are read as what they were.
func TestDaysAndTimesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := time.Date(rapid.IntRange(2000, 2099).Draw(t, "year"), 1, rapid.IntRange(1, 365).Draw(t, "day"), 0, rapid.IntRange(0, 1439).Draw(t, "minute"), 0, 0, time.UTC)
		monthFirst := rapid.Bool().Draw(t, "month first")
		forms := []string{"2006-01-02", "2006/1/2", "2.1.2006", "02.01.06", "2. 1. 2006"}
		if monthFirst {
			forms = append(forms, "1/2/2006", "01/02/06")
		} else {
			forms = append(forms, "2/1/2006", "02-01-06")
		}
		text := at.Format(rapid.SampledFrom(forms).Draw(t, "day form"))
		if got, err := parseDay(text, monthFirst, morning); err != nil || dayText(got) != at.Format(time.DateOnly) {
			t.Fatalf("%q is %s, %v", text, dayText(got), err)
		}
		text = at.Format(rapid.SampledFrom([]string{"15:04", "15.04", "1504", "3:04 pm", "03:04PM", "15h04"}).Draw(t, "time form"))
		if got, err := parseClock(text); err != nil || clockOf(got) != at.Format("15:04") {
			t.Fatalf("%q is %s, %v", text, clockOf(got), err)
		}
	})
}

func FuzzParseBookingTime(f *testing.F) {
	for _, s := range []string{"2026-11-26", "26.11.", "1/2/27", "29.2.", "17:30", "5:30 pm", "1730", "12 a.m.", "00/00", "9999-99-99"} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, text string, monthFirst bool) {
		var field *calendar.FieldError
		day, err := parseDay(text, monthFirst, morning)
		if err != nil && !errors.As(err, &field) {
			t.Fatalf("%q: %v is not an error of a field", text, err)
		}
		if again, bad := parseDay(dayText(day), monthFirst, morning); err == nil && (bad != nil || again != day || day != day.Midnight()) {
			t.Fatalf("%q is %s, and that is %s, %v", text, dayText(day), dayText(again), bad)
		}
		at, err := parseClock(text)
		if err != nil && !errors.As(err, &field) {
			t.Fatalf("%q: %v is not an error of a field", text, err)
		}
		if again, bad := parseClock(clockOf(at)); err == nil && (bad != nil || again != at) {
			t.Fatalf("%q is %s, and that is %s, %v", text, clockOf(at), clockOf(again), bad)
		}
	})
}

func TestRulesInWords(t *testing.T) {
	s := newStage(t, Today)
	for rule, want := range map[string]string{
		"FREQ=WEEKLY;INTERVAL=3;BYDAY=TH":        "Every 3 weeks on Thursday",
		"FREQ=WEEKLY;BYDAY=MO,TH;COUNT=8":        "Every week on Monday, Thursday, 8 times",
		"FREQ=MONTHLY;INTERVAL=2;BYDAY=2TH":      "Every 2 months on the second Thursday",
		"FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270331": "Every month on the last Friday, until 31 Mar 2027",
		"FREQ=MONTHLY;BYDAY=-2FR":                "Every month on Friday number 2 from the end",
		"FREQ=MONTHLY;BYMONTHDAY=15":             "Every month on day 15",
		"FREQ=DAILY;INTERVAL=10":                 "Every 10 days",
		"FREQ=YEARLY":                            "Every year",
		"FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1":    "As in its calendar: FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
		"FREQ=HOURLY":                            "As in its calendar: FREQ=HOURLY",
	} {
		if got := s.ruleName(calendar.Details{Rule: rule, Zone: "Europe/Berlin"}); got != want {
			t.Errorf("%s: %q, want %q", rule, got, want)
		}
	}
}
