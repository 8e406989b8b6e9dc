package diary

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestStretchValidate(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	ten, eleven, less := 10, 11, -1
	good := Stretch{
		Routine: "desk-reset-3", Name: "Desk reset", Start: now.Add(-4 * time.Minute), End: now, Active: 3 * time.Minute,
		Outcome: Partly, How: Better, After: &ten,
		Exercises: []Exercised{{"chin-tuck", "Chin tuck", Completed}, {"cat", "Cat", NotReached}},
	}
	if err := good.Validate(now); err != nil {
		t.Fatal(err)
	}
	if good.Done() != 1 || !good.Counts() {
		t.Errorf("%d done, counts %v", good.Done(), good.Counts())
	}
	for field, change := range map[string][]func(*Stretch){
		"name":   {func(s *Stretch) { s.Name = "" }, func(s *Stretch) { s.Name = "\xff" }, func(s *Stretch) { s.Name = strings.Repeat("x", 501) }},
		"start":  {func(s *Stretch) { s.Start = time.Time{} }, func(s *Stretch) { s.Start = now.AddDate(-200, 0, 0) }},
		"end":    {func(s *Stretch) { s.End = s.Start.Add(-1) }, func(s *Stretch) { s.End = now.AddDate(0, 0, 1) }},
		"active": {func(s *Stretch) { s.Active = -1 }, func(s *Stretch) { s.Start = now.AddDate(0, -1, 0) }},
		"exercises": {
			func(s *Stretch) { s.Exercises = nil },
			func(s *Stretch) { s.Exercises = make([]Exercised, 501) },
			func(s *Stretch) { s.Exercises = []Exercised{{"", "x", Completed}} },
			func(s *Stretch) { s.Exercises = []Exercised{{"cat", "x", Abandoned}} },
			func(s *Stretch) { s.Exercises = []Exercised{{"cat", "\xff", Completed}} },
		},
		"outcome":     {func(s *Stretch) { s.Outcome = "" }, func(s *Stretch) { s.Outcome = Skipped }},
		"routine":     {func(s *Stretch) { s.Routine = "a b" }},
		"how":         {func(s *Stretch) { s.How = "fine" }},
		"pain_before": {func(s *Stretch) { s.Before = &less }},
		"pain_after":  {func(s *Stretch) { s.After = &eleven }},
	} {
		for i, f := range change {
			s := good
			f(&s)
			var bad *FieldError
			if err := s.Validate(now); !errors.As(err, &bad) || bad.Field != field {
				t.Errorf("%s, %d: %v", field, i, err)
			}
		}
	}
}
