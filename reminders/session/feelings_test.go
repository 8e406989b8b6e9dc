package session_test

import (
	"strings"
	"testing"

	"github.com/unhunch/unhunch/reminders/session"
)

func TestFeelings(t *testing.T) {
	pain := func(n int) *int { return &n }
	for name, c := range map[string]struct {
		session.Feelings
		wrong string
		stop  bool
	}{
		"nothing told":    {},
		"better":          {Feelings: session.Feelings{How: session.Better, Before: pain(5), After: pain(3)}},
		"same":            {Feelings: session.Feelings{How: session.Same, Before: pain(0), After: pain(1)}},
		"worse":           {Feelings: session.Feelings{How: session.Worse}, stop: true},
		"up by two":       {Feelings: session.Feelings{How: session.Same, Before: pain(3), After: pain(5)}, stop: true},
		"only after":      {Feelings: session.Feelings{After: pain(10)}},
		"no answer":       {Feelings: session.Feelings{How: "great"}, wrong: "how: "},
		"off the scale":   {Feelings: session.Feelings{After: pain(11)}, wrong: "pain_after: 11"},
		"below the scale": {Feelings: session.Feelings{Before: pain(-1)}, wrong: "pain_before: -1"},
	} {
		t.Run(name, func(t *testing.T) {
			err := c.Validate()
			if c.wrong == "" && err != nil {
				t.Error(err)
			}
			if c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong) || !strings.Contains(err.Error(), "hint: ")) {
				t.Errorf("the error is %v, want one with %q", err, c.wrong)
			}
			if err == nil && c.StopAdvice() != c.stop {
				t.Errorf("advice to stop: %v, want %v", c.StopAdvice(), c.stop)
			}
		})
	}
}
