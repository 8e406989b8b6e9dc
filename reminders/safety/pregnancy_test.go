package safety

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var today = time.Date(2026, 11, 23, 10, 0, 0, 0, time.FixedZone("", 3600))

func day(t *testing.T, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func told(stage Trimester, daysAgo int) Pregnancy {
	return Pregnancy{Is: true, Stage: stage, NotedAt: today.AddDate(0, 0, -daysAgo)}
}

// due is a pregnancy that has lasted so many weeks and days today.
func due(weeks, days int) Pregnancy {
	return Pregnancy{Is: true, Due: midnight(today).AddDate(0, 0, term-7*weeks-days)}
}

func TestPregnancyOnADay(t *testing.T) {
	for _, c := range []struct {
		name      string
		p         Pregnancy
		trimester Trimester
		weeks     [2]int
		overdue   bool
		words     string
	}{
		{"none", Pregnancy{}, 0, [2]int{0, 0}, false, "Not pregnant"},
		{"nothing known", Pregnancy{Is: true}, 0, [2]int{0, 42}, false, "Pregnant, stage not told"},
		{"nothing known for ages", Pregnancy{Is: true, NotedAt: today.AddDate(-1, 0, 0)}, 0, [2]int{0, 42}, true, "Pregnant, past the due date"},
		{"nothing known for months", Pregnancy{Is: true, NotedAt: today.AddDate(0, -9, 0)}, 0, [2]int{0, 42}, false, "Pregnant, stage not told"},

		{"first day", due(0, 0), 1, [2]int{0, 0}, false, "Pregnant, due 2027-08-30 (week 0)"},
		{"due in a year", Pregnancy{Is: true, Due: day(t, "2027-11-23")}, 1, [2]int{0, 0}, false, "Pregnant, due 2027-11-23 (week 0)"},
		{"last of the first", due(13, 6), 1, [2]int{13, 13}, false, "Pregnant, due 2027-05-25 (week 13)"},
		{"first of the second", due(14, 0), 2, [2]int{14, 14}, false, "Pregnant, due 2027-05-24 (week 14)"},
		{"last of the second", due(27, 6), 2, [2]int{27, 27}, false, "Pregnant, due 2027-02-16 (week 27)"},
		{"first of the third", due(28, 0), 3, [2]int{28, 28}, false, "Pregnant, due 2027-02-15 (week 28)"},
		{"the due date", due(40, 0), 3, [2]int{40, 40}, false, "Pregnant, due 2026-11-23 (week 40)"},
		{"three weeks past", due(43, 0), 3, [2]int{43, 43}, false, "Pregnant, due 2026-11-02 (week 43)"},
		{"longer past", due(43, 1), 3, [2]int{43, 43}, true, "Pregnant, past the due date"},

		{"told the first today", told(1, 0), 1, [2]int{0, 13}, false, "Pregnant, first trimester"},
		{"told the first yesterday", told(1, 1), 1, [2]int{0, 14}, false, "Pregnant, first trimester (told on 2026-11-22; perhaps second by now)"},
		{"told the first 14 weeks ago", told(1, 14*7), 1, [2]int{14, 27}, false, "Pregnant, first trimester (told on 2026-08-17; second by now)"},
		{"told the first 16 weeks ago", told(1, 16*7), 1, [2]int{16, 29}, false, "Pregnant, first trimester (told on 2026-08-03; second or third by now)"},
		{"told the first 28 weeks ago", told(1, 28*7), 1, [2]int{28, 41}, false, "Pregnant, first trimester (told on 2026-05-11; third by now)"},
		{"told the second today", told(2, 0), 2, [2]int{14, 27}, false, "Pregnant, second trimester"},
		{"told the second yesterday", told(2, 1), 2, [2]int{14, 28}, false, "Pregnant, second trimester (told on 2026-11-22; perhaps third by now)"},
		{"told the second 14 weeks ago", told(2, 14*7), 2, [2]int{28, 41}, false, "Pregnant, second trimester (told on 2026-08-17; third by now)"},
		{"told the second today, in another zone", Pregnancy{Is: true, Stage: 2, NotedAt: time.Date(2026, 11, 22, 23, 30, 0, 0, time.UTC)}, 2, [2]int{14, 27}, false, "Pregnant, second trimester"},
		{"told the third today", told(3, 0), 3, [2]int{28, 42}, false, "Pregnant, third trimester"},
		{"told the third 15 weeks ago", told(3, 15*7), 3, [2]int{43, 43}, false, "Pregnant, third trimester"},
		{"told the third longer ago", told(3, 15*7+1), 3, [2]int{43, 43}, true, "Pregnant, past the due date"},
		{"told the second, by a clock that was wrong", told(2, -100), 2, [2]int{14, 27}, false, "Pregnant, second trimester"},
		{"a stage without a day", Pregnancy{Is: true, Stage: 1}, 0, [2]int{0, 42}, false, "Pregnant, stage not told"},
		{"a stage that is none", told(7, 0), 0, [2]int{0, 42}, false, "Pregnant, stage not told"},
	} {
		if got := c.p.Trimester(today); got != c.trimester {
			t.Errorf("%s: trimester %d, want %d", c.name, got, c.trimester)
		}
		if from, to := c.p.Weeks(today); [2]int{from, to} != c.weeks {
			t.Errorf("%s: weeks %d to %d, want %v", c.name, from, to, c.weeks)
		}
		if got := c.p.Overdue(today); got != c.overdue {
			t.Errorf("%s: overdue %v", c.name, got)
		}
		if got := c.p.Words(today); got != c.words {
			t.Errorf("%s: %q, want %q", c.name, got, c.words)
		}
	}
}

// From the day after it was told a third may be over, whatever was told.
func TestToldThirdsMayBeOverTomorrow(t *testing.T) {
	for stage, want := range map[Trimester][2][]Trimester{1: {{1}, {1, 2}}, 2: {{2}, {2, 3}}, 3: {{3}, {3}}} {
		if got := told(stage, 0).trimesters(today); !slices.Equal(got, want[0]) {
			t.Errorf("told %d today: %v", stage, got)
		}
		if got := told(stage, 1).trimesters(today); !slices.Equal(got, want[1]) {
			t.Errorf("told %d yesterday: %v", stage, got)
		}
	}
}

func TestParsePregnancy(t *testing.T) {
	for text, want := range map[string]string{
		"no": "no", " No ": "no", "not pregnant": "no", "yes": "yes", "pregnant": "yes",
		"1": "1", "2": "2", "3": "3", "t3": "3", "T1": "1", "first": "1", "third  trimester": "3", "Second Trimester": "2",
		"trimester 2": "2", "3rd trimester": "3", "2nd": "2",
		"28 weeks": "due 2027-02-15", "week 28": "due 2027-02-15", "28w": "due 2027-02-15", "28+3": "due 2027-02-12", "1 week": "due 2027-08-23",
		"0 weeks": "due 2027-08-30", "43 weeks": "due 2026-11-02",
		"2027-01-10": "due 2027-01-10", "due 2027-01-10": "due 2027-01-10", "DUE 2026-11-02": "due 2026-11-02",
	} {
		p, err := ParsePregnancy(text, today)
		if err != nil || p.String() != want {
			t.Errorf("%q: %v, %v; want %s", text, p, err, want)
		}
		if err == nil && (!p.NotedAt.Equal(today) || (Profile{Pregnancy: p}).Validate(nil) != nil) {
			t.Errorf("%q: %+v is unsound", text, p)
		}
	}
	for text, want := range map[string]string{
		"": "nothing is written", "perhaps": "perhaps", "4": "can be understood", "0": "can be understood", "44 weeks": "weeks go to 43", "999 weeks": "too long",
		"43+1": "too long", "1000 weeks": "can be understood", "-3 weeks": "can be understood",
		"2027-13-10": "can be understood", "2027-02-30": "can be understood", "10.01.2027": "can be understood",
		"2028-01-10": "more than nine months away", "2026-11-01": "more than three weeks past", "due": "can be understood", "28+7": "can be understood",
	} {
		p, err := ParsePregnancy(text, today)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "hint: ") {
			t.Errorf("%q: %v, %v; want %s and a hint", text, p, err, want)
		}
		if p != (Pregnancy{}) {
			t.Errorf("%q: %v came with the error", text, p)
		}
	}
}

// Whatever was told, time only makes it stricter, and what is written down is
// read back the same.
func TestPregnanciesAge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Pregnancy{Is: true, NotedAt: today}
		switch rapid.IntRange(0, 2).Draw(t, "kind") {
		case 0:
			p.Stage = Trimester(rapid.IntRange(1, 3).Draw(t, "stage"))
		case 1:
			p.Due = midnight(today).AddDate(0, 0, rapid.IntRange(-pastDue, term).Draw(t, "days to go"))
		}
		read, err := ParsePregnancy(p.String(), today)
		if err != nil || read != p {
			t.Fatalf("%v was read back as %v, %v", p, read, err)
		}
		a := rapid.IntRange(0, 400).Draw(t, "days")
		b := a + rapid.IntRange(0, 400).Draw(t, "more days")
		at, later := today.AddDate(0, 0, a), today.AddDate(0, 0, b)
		if p.Trimester(at) > p.Trimester(later) || p.Overdue(at) && !p.Overdue(later) {
			t.Fatalf("%v was %s, then %s", p, p.Words(at), p.Words(later))
		}
		from, to := p.Weeks(at)
		if from > to || len(p.trimesters(at)) == 0 {
			t.Fatalf("%v: weeks %d to %d", p, from, to)
		}
	})
}

func FuzzParsePregnancy(f *testing.F) {
	for _, s := range []string{"28 weeks", "due 2027-01-10", "t3", "no", "week 99999999999999999999", "28+3", "０"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePregnancy(s, today)
		if err != nil {
			return
		}
		if p.Overdue(today) || (Profile{Pregnancy: p}).Validate(nil) != nil {
			t.Errorf("%q was taken as %+v", s, p)
		}
		if again, err := ParsePregnancy(p.String(), today); err != nil || again != p {
			t.Errorf("%q became %q, which is read as %+v, %v", s, p.String(), again, err)
		}
	})
}
