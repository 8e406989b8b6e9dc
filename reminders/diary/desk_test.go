package diary

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestADeskAnswerIsChecked(t *testing.T) {
	now := time.Date(2026, time.November, 26, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name  string
		a     DeskAnswer
		field string // of the mistake; empty where there is none
	}{
		{"fine", DeskAnswer{"chair-height", DeskFine, now}, ""},
		{"to be changed", DeskAnswer{"chair-height", DeskChange, now.AddDate(-1, 0, 0)}, ""},
		{"nothing of the kind", DeskAnswer{"T07", DeskNotApt, now.Add(time.Minute)}, ""},
		{"taken back, without a time", DeskAnswer{"chair-height", DeskOpen, time.Time{}}, ""},
		{"no question", DeskAnswer{"", DeskFine, now}, "question"},
		{"taken back, no question", DeskAnswer{"", DeskOpen, now}, "question"},
		{"blanks in the question", DeskAnswer{"chair height", DeskFine, now}, "question"},
		{"a line's end in the question", DeskAnswer{"chair\n", DeskFine, now}, "question"},
		{"no text", DeskAnswer{"chair\xff", DeskFine, now}, "question"},
		{"endless", DeskAnswer{strings.Repeat("x", 201), DeskFine, now}, "question"},
		{"unknown answer", DeskAnswer{"chair-height", "FINE", now}, "choice"},
		{"no time", DeskAnswer{"chair-height", DeskFine, time.Time{}}, "at"},
		{"long ago", DeskAnswer{"chair-height", DeskFine, time.Date(1026, 11, 26, 0, 0, 0, 0, time.UTC)}, "at"},
		{"in the future", DeskAnswer{"chair-height", DeskFine, now.Add(time.Hour)}, "at"},
	} {
		err := c.a.Validate(now)
		var field *FieldError
		switch {
		case c.field == "" && err != nil:
			t.Errorf("%s: refused: %v", c.name, err)
		case c.field != "" && (!errors.As(err, &field) || field.Field != c.field):
			t.Errorf("%s: %v, want a mistake in %s", c.name, err, c.field)
		case err != nil && (!strings.Contains(err.Error(), "; hint: ") || strings.Contains(err.Error(), "\n")):
			t.Errorf("%s: no hint, or several lines: %v", c.name, err)
		}
	}
}
