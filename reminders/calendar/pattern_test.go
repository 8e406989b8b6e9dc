package calendar

import (
	"fmt"
	"testing"
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
