package calendar

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

func TestPattern(t *testing.T) {
	a := Appointment{Start: WallOf(2026, 11, 26, 17, 30, 0), Zone: "Europe/Berlin"}
	for rule, want := range map[string]string{
		"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=8":     "{1 2 [{0 Tuesday} {0 Thursday}] [] [] false 8 false 1970-01-01 00:00}",
		"FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270331T225959Z": "{2 1 [{-1 Friday}] [] [] false 0 true 2027-04-01 00:00}",
		"FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20270331":      "{2 1 [] [-1] [] false 0 true 2027-03-31 00:00}",
		"FREQ=YEARLY;BYMONTH=3,9;BYDAY=MO;BYSETPOS=1":    "{3 1 [{0 Monday}] [] [March September] true 0 false 1970-01-01 00:00}",
		"FREQ=DAILY": "{0 1 [] [] [] false 0 false 1970-01-01 00:00}",
	} {
		a.Rule = rule
		p, ok := a.Pattern()
		if got := fmt.Sprint(p); !ok || got != want {
			t.Errorf("%s is %s, %v, want %s", rule, got, ok, want)
		}
	}
	for _, rule := range []string{"", "FREQ=SOON"} {
		a.Rule = rule
		if _, ok := a.Pattern(); ok {
			t.Errorf("%q has a pattern", rule)
		}
	}
}

// To leave out those before a window changes nothing in it, also where a series
// is counted.
func TestCountedSeriesInAWindow(t *testing.T) {
	start := WallOf(2026, 11, 26, 17, 30, 0)
	for _, rule := range []string{
		"FREQ=DAILY;COUNT=40", "FREQ=DAILY;INTERVAL=3;COUNT=17", "FREQ=WEEKLY;COUNT=9", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=12",
		"FREQ=WEEKLY;BYDAY=TU;COUNT=9", "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=9", "FREQ=DAILY;BYDAY=MO;COUNT=9", "FREQ=WEEKLY;COUNT=1",
	} {
		a := Appointment{Start: start, Zone: "UTC", Length: time.Hour, Status: Planned, Rule: rule}
		all := a.startsBetween(start, start.AddDays(400), time.UTC)
		for d := range 130 {
			first, last := start.AddDays(d), start.AddDays(d+20)
			want := slices.DeleteFunc(slices.Clone(all), func(w Wall) bool { return w < first || w > last })
			if got := a.startsBetween(first, last, time.UTC); !slices.Equal(got, want) {
				t.Fatalf("%s from day %d on: %v, want %v", rule, d, got, want)
			}
		}
	}
}
