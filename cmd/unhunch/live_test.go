package main

import (
	"testing"
	"time"

	"github.com/unhunch/unhunch/reminders"
)

// TestWhichPromptIsAnswered: a reminder may be named as it is shown.
func TestWhichPromptIsAnswered(t *testing.T) {
	for _, c := range []struct {
		args   []string
		id     reminders.ID
		length time.Duration
	}{
		{nil, "", 0},
		{[]string{"posture"}, "posture", 0},
		{[]string{"Posture", "5m"}, "posture", 5 * time.Minute},
		{[]string{"Heat pack"}, "heat-pack", 0},
		{[]string{"visit-log"}, "visit-log", 0},
		{[]string{"1h30m"}, "", 90 * time.Minute},
		{[]string{"??"}, "??", 0}, // refused by whoever knows the names
	} {
		ans, err := parseAnswer("snooze", c.args)
		if err != nil || ans.Reminder != c.id || ans.For.Duration() != c.length {
			t.Errorf("%q: %+v, %v", c.args, ans, err)
		}
	}
	for _, args := range [][]string{{"posture", "0m"}, {"5m", "posture"}, {"posture", "5"}, {""}, {"posture", "stretch"}, {"-5m"}} {
		if ans, err := parseAnswer("snooze", args); err == nil {
			t.Errorf("%q: %+v", args, ans)
		}
	}
}
