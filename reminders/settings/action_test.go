package settings

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestParseAction(t *testing.T) {
	for text, want := range map[string]Action{
		"today":               {Screen: "today"},
		" Journal ":           {Screen: "journal"},
		"heat:20m":            {Screen: "relief", Act: ActHeat, Length: 20 * time.Minute},
		"heat 20m":            {Screen: "relief", Act: ActHeat, Length: 20 * time.Minute},
		"heat":                {Screen: "relief", Act: ActHeat, Length: 15 * time.Minute},
		"COLD: 90s":           {Screen: "relief", Act: ActCold, Length: 90 * time.Second},
		"breathing":           {Screen: "stretch", Act: ActBreathing, Length: 4 * time.Minute},
		"routine:low-back-10": {Screen: "stretch", Act: ActRoutine, Routine: "low-back-10"},
		"stretch low-back-10": {Screen: "stretch", Act: ActRoutine, Routine: "low-back-10"},
	} {
		if got, err := ParseAction(text); err != nil || got != want {
			t.Errorf("%q is %+v, %v; want %+v", text, got, err, want)
		}
	}
	for text, want := range map[string]string{
		"":               "nothing a reminder can open",
		"door":           "nothing a reminder can open",
		"today 5m":       "takes nothing after it",
		"heat 20":        "has no unit",
		"heat -5m":       "negative",
		"cold:30s":       "not between 1 minute and 1 hour",
		"breathing:2h":   "not between 1 minute and 1 hour",
		"routine":        "id is missing",
		"routine:../etc": "id is missing",
		"heat:5m:6m":     "nothing a reminder can open",
	} {
		_, err := ParseAction(text)
		var p Problem
		if !errors.As(err, &p) || !strings.Contains(p.Reason, want) || p.Hint == "" {
			t.Errorf("%q: %v, want %q and a hint", text, err, want)
		}
	}
}

func TestActionLeadsTo(t *testing.T) {
	for text, want := range map[string][3]string{
		"posture":         {"posture", "", ""},
		"heat:20m":        {"relief", "start:heat:20m", ""},
		"cold:10m":        {"relief", "start:cold:10m", ""},
		"breathing:4m":    {"stretch", "", "breathing:4m"},
		"routine:micro-1": {"stretch", "", "routine:micro-1"},
		"nonsense":        {"today", "", ""}, // of a state an older version saved
	} {
		a := Own{Opens: text}.Action()
		if got := [3]string{a.Screen, a.Part(), a.Plays()}; got != want {
			t.Errorf("%s leads to %q, want %q", text, got, want)
		}
	}
}

func FuzzParseAction(f *testing.F) {
	for _, s := range []string{"today", "heat:20m", "stretch low-back-10", "breathing", "cold 1h", "routine:x", ":", "heat:m"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := ParseAction(text)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%q: more than a line: %q", text, err)
			}
			return
		}
		if again, err := ParseAction(a.String()); err != nil || again != a {
			t.Errorf("%q is %+v, written %q, and that is %+v, %v", text, a, a, again, err)
		}
	})
}
